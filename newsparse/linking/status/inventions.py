"""Words by which somebody says that what was said is made up, or accuses whoever said it of that."""

from __future__ import annotations

from newsparse.linking.status.triggers import Reply, Trigger, is_somebody, refers


def by_invention(case: Trigger) -> Reply | None:
    """Somebody else is said to have made it up: the subject is who made the claim, or whoever is accused of lying."""
    if not _is_dishonest(case):
        return None
    about = case.reading.tree.subject(case.word)
    if about is None:
        return _accused(case)
    if not _is_untrue(case):
        return None
    said = not case.has("across.faking") and case.reading.quote_at(case.word)
    return Reply(effect="disputed", about=about) if said else None


def _is_dishonest(case: Trigger) -> bool:
    """Whether a word says that something is made up, or that somebody is not honest."""
    if case.negated:
        return case.has("across.honest")
    return case.has("across.inventing") or case.has("across.faking")


def _accused(case: Trigger) -> Reply | None:
    """Somebody is accused of it."""
    tree, verb = case.reading.tree, case.reading.tree.head(case.word)
    accused = tree.children(verb, "obj", "iobj") if verb is not None else []
    if verb is None or tree.lemma(verb) not in case.reading.lexicon.words("across.accusing"):
        return None
    alone = tree.lemma(case.word) in case.reading.lexicon.words("across.inventing")
    if alone and not all(refers(case.reading, item) for item in tree.children(case.word, "obj")):
        return None
    about = next((item for item in accused if is_somebody(case.reading, item) or refers(case.reading, item)), None)
    return Reply(effect="disputed", about=about, by=tree.subject(verb)) if about is not None else None


def _is_untrue(case: Trigger) -> bool:
    """Whether it is something said that is made up: not "40% make up the rest", "behind it lies a past"."""
    tree, subject = case.reading.tree, case.reading.tree.subject(case.word)
    made = tree.children(case.word, "obj")
    counted = any(item in case.reading.counted for place in made for item in (place, *tree.children(place)))
    behind = [item for item in tree.children(case.word, "nsubj", "obl", "xcomp") if item > case.word]
    lies = not made and any(tree.is_noun(item) and not tree.case(item) for item in behind)
    return not (counted or lies) and subject is not None and subject < case.word
