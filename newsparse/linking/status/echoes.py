"""Words by which somebody says what somebody else said before: "said the same", "found that it had indeed leaked"."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.linking.status.triggers import Reply, Trigger


def by_echo(case: Trigger) -> Reply | None:
    """Somebody says the same as whoever spoke before: "the mayor said the same", "reached the same conclusion"."""
    reading, tree, verb = case.reading, case.reading.tree, case.reading.tree.head(case.word)
    if case.has("across.similar") and tree.relation(case.word) == "amod":
        return _by_same_view(case)
    same = case.has("across.sameness") and verb is not None and tree.relation(case.word) == "obj"
    if verb is None or not same or tree.lemma(verb) not in reading.lexicon.words("speech.verbs.said"):
        return None
    subject = tree.subject(verb)
    if subject is None or Trigger(reading, verb).negated or tree.children(case.word, "nmod", "acl", "acl:relcl"):
        return None
    return Reply(effect="confirmed", about=case.word, by=subject)


def _by_same_view(case: Trigger) -> Reply | None:
    """Somebody has the view of whoever spoke before, or of somebody behind it: "told the same story as the mayor"."""
    tree, noun = case.reading.tree, case.reading.tree.head(case.word)
    verb = tree.head(noun) if noun is not None and tree.relation(noun) in ("obj", "obl") else None
    if noun is None or verb is None or tree.lemma(noun) not in case.reading.lexicon.words("across.references.words"):
        return None
    subject, behind = _echoing(case, verb), _behind(case, noun, verb)
    others = [item for item in behind if tree.case(item) in case.reading.lexicon.words("across.likewise")]
    if subject is None or _is_of_something(case, noun, [item for item in behind if item not in others]):
        return None
    return Reply(effect="confirmed", about=next(iter(others), case.word), by=subject)


def _behind(case: Trigger, noun: int, verb: int) -> list[int]:
    """The nouns with a preposition behind a view."""
    tree = case.reading.tree
    return [item for item in (*tree.children(noun, "nmod", "obl"), *tree.children(verb, "obl")) if item > noun]


def _is_of_something(case: Trigger, noun: int, behind: Sequence[int]) -> bool:
    """Whether a clause or one of the nouns behind it says what a view is of."""
    clauses = case.reading.tree.children(noun, "acl", "acl:relcl")
    return bool(clauses) or any(_is_topic(case, item, noun) for item in behind)


def _is_topic(case: Trigger, word: int, noun: int) -> bool:
    """Whether it says what a view is of, which may be something else: "the same conclusion about **the bridge**"."""
    tree, lists = case.reading.tree, case.reading.lexicon
    mention = case.reading.mentions.get(word)
    if tree.lemma(word) in lists.words("across.events") or (mention is not None and mention.label == "Date"):
        return False
    return tree.head(word) == noun or tree.case(word) in lists.words("across.topics")


def _echoing(case: Trigger, verb: int) -> int | None:
    """The subject of a verb by which somebody says or thinks as another does; None for any other verb."""
    tree = case.reading.tree
    echoing = tree.lemma(verb) in case.reading.lexicon.words("across.echoing")
    own = echoing and not tree.relation(verb).startswith("acl") and not Trigger(case.reading, verb).negated
    return tree.subject(verb) if own and not _is_repeating(case, verb) else None


def _is_repeating(case: Trigger, verb: int) -> bool:
    """Whether somebody says the same as they did themselves before: "told the same story **twice**"."""
    beside = case.reading.tree.children(verb, "advmod", "obl", "obl:tmod", "obl:unmarked")
    return any(case.reading.tree.lemma(item) in case.reading.lexicon.words("across.repeating") for item in beside)


def by_affirming(case: Trigger) -> Reply | None:
    """What somebody says or finds repeats what was said before: "found that it had indeed rained"."""
    quote = case.reading.quote_at(case.word) if case.has("across.affirming") else None
    if quote is None or not case.reading.is_clause(quote):
        return None
    return Reply(effect="confirmed", clause=quote.span)
