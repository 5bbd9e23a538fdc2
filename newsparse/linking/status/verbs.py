"""Verbs by which somebody disputes, confirms or takes back a claim: what they do, and to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsparse.linking.status.triggers import NEGATIONS, Effect, Reply, Trigger, is_noun_for_claim, is_person, refers

_OBJECTS = ("obj", "iobj", "obl", "xcomp")
_CLAUSES = ("ccomp", "acl")
_EFFECTS: Mapping[str, Effect] = {
    "across.answers.disputes": "disputed",
    "across.answers.confirms": "confirmed",
    "across.answers.retracts": "corrected",
}


def effect_of(case: Trigger) -> Effect | None:
    """What a verb does to its object; none where it is negated, but not to believe something is to dispute it."""
    if case.has("across.answers.trusts"):
        return "disputed" if case.negated or case.refused else None
    found = next((effect for name, effect in _EFFECTS.items() if case.has(name)), None)
    return None if found and (case.negated or case.refused) else found


def by_verb(case: Trigger) -> Reply | None:
    """The object, or the subject of a passive, is a word for a claim."""
    effect = effect_of(case)
    about = next(_objects(case), None) if effect else None
    if effect is None or about is None or not _fits(case, effect, about):
        return None
    clauses = case.reading.tree.children(about, *_CLAUSES)
    clause = case.reading.tree.phrase(clauses[0]) if clauses else None
    return Reply(effect=effect, about=about, clause=clause, by=_subject(case))


def _subject(case: Trigger) -> int | None:
    """Who does it; none for "nobody", which is what whoever is quoted says."""
    subject = case.reading.subject(case.word)
    nobody = subject is not None and case.reading.index.words.lower[subject] in case.reading.lexicon.words(NEGATIONS)
    return None if nobody else subject


def _objects(case: Trigger) -> Iterator[int]:
    """What may be meant: the object, the subject of a passive, or what a preposition leads to."""
    tree = case.reading.tree
    if tree.children(case.word, "ccomp"):
        return
    direct = tree.children(case.word, *_OBJECTS)
    behind = [child for item in direct for child in tree.children(item, "nmod")]
    places = [*tree.children(case.word, "nsubj:pass"), *(item for item in [*direct, *behind] if item > case.word)]
    yield from (item for item in places if refers(case.reading, item))


def _fits(case: Trigger, effect: Effect, about: int) -> bool:
    """Whether a pronoun can mean a claim here: not what is corrected, and a person only for some verbs."""
    if is_noun_for_claim(case.reading, about):
        return True
    person = case.reading.index.words.lower[about] in case.reading.lexicon.words("across.pronouns.person")
    return case.has("across.answers.persons") if person else effect != "corrected"


def by_clause(case: Trigger) -> Reply | None:
    """The object is a clause that repeats a claim: "denied that it rained", "apologised for saying that it rained"."""
    effect = None if case.has("across.answers.renews") else effect_of(case)
    if effect is None:
        return None
    quote = case.reading.cued_by(case.word)
    said = case.reading.tree.children(case.word, "advcl", "xcomp") if effect == "corrected" else []
    clauses = [clause for verb in (case.word, *said) for clause in case.reading.tree.children(verb, "ccomp")]
    if quote is not None and case.reading.is_clause(quote):
        span = quote.span
    elif clauses:
        span = case.reading.tree.phrase(clauses[0])
    else:
        return None
    return Reply(effect=effect, clause=span, by=case.reading.subject(case.word))


def by_itself(case: Trigger) -> Reply | None:
    """The verb needs no object: "disagreed", "begged to differ", "said otherwise"."""
    tree = case.reading.tree
    alone = case.has("across.answers.alone") and not tree.children(case.word, *_OBJECTS, "ccomp", "advcl")
    head = tree.head(case.word)
    after = (
        head is not None and head < case.word and tree.lemma(head) in case.reading.lexicon.words("speech.verbs.said")
    )
    apart = case.has("across.otherwise") and after and not tree.children(head if after and head else 0, "ccomp")
    if not (alone or apart) or case.negated:
        return None
    return Reply(effect="disputed", about=case.word, by=case.reading.subject(case.word))


def by_event(case: Trigger) -> Reply | None:
    """What was said is said not to have happened, or not to hold: "That never happened", "the sums do not add up"."""
    if not case.has("across.answers.holds") or not case.negated:
        return None
    about = case.reading.tree.subject(case.word)
    return Reply(effect="disputed", about=about) if about is not None and refers(case.reading, about) else None


def by_invention(case: Trigger) -> Reply | None:
    """Somebody else is said to have made it up: the subject is who made the claim, or whoever is accused of lying."""
    if not case.has("across.inventing") or case.negated:
        return None
    tree, about = case.reading.tree, case.reading.tree.subject(case.word)
    if about is not None:
        return Reply(effect="disputed", about=about) if case.reading.quote_at(case.word) else None
    verb = tree.head(case.word)
    accused = tree.children(verb, "obj") if verb is not None else []
    if verb is None or tree.lemma(verb) not in case.reading.lexicon.words("across.accusing"):
        return None
    if not all(refers(case.reading, item) for item in tree.children(case.word, "obj")):
        return None
    about = next((item for item in accused if is_person(case.reading, item) or refers(case.reading, item)), None)
    return Reply(effect="disputed", about=about, by=tree.subject(verb)) if about is not None else None


def by_version(case: Trigger) -> Reply | None:
    """What an earlier version of the article gave: the figures of the sentence are taken back."""
    lower = case.reading.index.words.lower
    beside = {lower[item] for item in case.reading.tree.children(case.word)}
    if not case.has("across.versions") or not beside & case.reading.lexicon.words("across.former"):
        return None
    return Reply(effect="corrected", clause=case.reading.index.span(case.reading.index.sentence(case.word)))
