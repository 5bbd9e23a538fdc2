"""Words by which somebody says what somebody else said before: "said the same", "found that it had indeed leaked"."""

from __future__ import annotations

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
    tree, lists, noun = case.reading.tree, case.reading.lexicon, case.reading.tree.head(case.word)
    verb = tree.head(noun) if noun is not None and tree.relation(noun) in ("obj", "obl") else None
    if noun is None or verb is None or tree.lemma(noun) not in lists.words("across.references.words"):
        return None
    subject = _echoing(case, verb)
    if subject is None or tree.children(noun, "acl", "acl:relcl"):
        return None
    behind = [*tree.children(noun, "nmod", "obl"), *tree.children(verb, "obl")]
    others = [item for item in behind if item > noun and tree.case(item) in lists.words("across.likewise")]
    return Reply(effect="confirmed", about=next(iter(others), case.word), by=subject)


def _echoing(case: Trigger, verb: int) -> int | None:
    """The subject of a verb by which somebody says or thinks as another does; None for any other verb."""
    tree = case.reading.tree
    echoing = tree.lemma(verb) in case.reading.lexicon.words("across.echoing")
    own = echoing and not tree.relation(verb).startswith("acl") and not Trigger(case.reading, verb).negated
    return tree.subject(verb) if own else None


def by_affirming(case: Trigger) -> Reply | None:
    """What somebody says or finds repeats what was said before: "found that it had indeed rained"."""
    quote = case.reading.quote_at(case.word) if case.has("across.affirming") else None
    if quote is None or not case.reading.is_clause(quote):
        return None
    return Reply(effect="confirmed", clause=quote.span)
