"""Words by which somebody says that there is no such thing as was spoken of: "no such deal", "nothing of the sort"."""

from __future__ import annotations

from newsparse.linking.status.triggers import NEGATIONS, Reply, Trigger

_BESIDE = ("amod", "det", "det:predet")
_MORE = ("acl", "acl:relcl", "nmod", "advcl")


def by_suchlike(case: Trigger) -> Reply | None:
    """What was spoken of is said not to be: "there was no such deal", "denied any such deal", "nothing of the sort"."""
    noun = case.reading.tree.head(case.word)
    if noun is None:
        return None
    if case.has("across.sorts"):
        return _of_the_sort(case, noun)
    such = case.has("across.suchlike") and case.reading.tree.relation(case.word) in _BESIDE
    if not such or case.reading.tree.children(noun, *_MORE):
        return None
    return _denied(case, noun) or _missing(case, noun)


def _denied(case: Trigger, noun: int) -> Reply | None:
    """Somebody disputes it by a verb: "rejected any such link"."""
    tree, verb = case.reading.tree, case.reading.tree.head(noun)
    denying = None if verb is None or tree.relation(noun) != "obj" else Trigger(case.reading, verb)
    if denying is None or not denying.has("across.answers.disputes") or denying.has("across.answers.nouns"):
        return None
    if denying.negated or denying.refused or denying.demanded or not _is_any(case, noun):
        return None
    return Reply(effect="disputed", about=case.word, by=case.reading.subject(denying.word))


def _missing(case: Trigger, noun: int) -> Reply | None:
    """Somebody says that there is none: the claim that has the noun, or the last one for "no such thing"."""
    tree, quote = case.reading.tree, case.reading.quote_at(case.word)
    verb = tree.head(noun)
    there = verb is not None and bool(tree.children(verb, "expl"))
    if quote is None or quote.speaker is None or not there or not _has_no(case, noun):
        return None
    if tree.lemma(noun) in case.reading.lexicon.words("across.events"):
        return Reply(effect="disputed", about=case.word)
    return Reply(effect="disputed", clause=case.reading.index.tokens[noun].span)


def _is_any(case: Trigger, noun: int) -> bool:
    """Whether it is any of them, or one: "any such link", "such a link"; not "such offers"."""
    lower, indefinite = case.reading.index.words.lower, case.reading.lexicon.words("across.indefinite")
    return any(lower[item] in indefinite for item in case.reading.tree.children(noun, *_BESIDE))


def _has_no(case: Trigger, noun: int) -> bool:
    lower, none = case.reading.index.words.lower, case.reading.lexicon.words(NEGATIONS)
    return any(lower[item] in none for item in case.reading.tree.children(noun, *_BESIDE))


def _of_the_sort(case: Trigger, noun: int) -> Reply | None:
    """Somebody says that nothing of the sort happened, or denies to have done anything of the sort."""
    tree, lists = case.reading.tree, case.reading.lexicon
    if tree.case(case.word) not in lists.words("across.owning") or tree.children(case.word, *_MORE):
        return None
    if case.reading.index.words.lower[noun] in lists.words("across.whatever"):
        verb = _denying(case, noun)
        return None if verb is None else Reply(effect="disputed", about=case.word, by=case.reading.subject(verb))
    return Reply(effect="disputed", about=case.word) if _has_not_happened(case, noun) else None


def _denying(case: Trigger, noun: int) -> int | None:
    """The verb by which somebody denies to have done something: "**denied** doing anything of the sort"."""
    above = (Trigger(case.reading, item) for item in case.reading.tree.above(noun))
    return next((item.word for item in above if item.has("across.answers.denies") and not item.negated), None)


def _has_not_happened(case: Trigger, noun: int) -> bool:
    """Whether somebody says that nothing happened: "**nothing** of the sort took place"."""
    verb, quote = case.reading.tree.head(noun), case.reading.quote_at(case.word)
    nothing = case.reading.index.words.lower[noun] in case.reading.lexicon.words(NEGATIONS)
    happens = verb is not None and Trigger(case.reading, verb).has("across.answers.holds")
    return nothing and happens and quote is not None
