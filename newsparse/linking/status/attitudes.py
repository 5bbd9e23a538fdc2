"""What somebody thinks of a claim: they doubt it, are not sure of it, do not believe in it, or meet it with scorn."""

from __future__ import annotations

from newsparse.linking.status.reading import Reading
from newsparse.linking.status.triggers import RELATIVE, Reply, Trigger, is_person, refers

_BEHIND = ("obl", "obl:agent", "nmod", "advcl", "ccomp", "xcomp")


def by_attitude(case: Trigger) -> Reply | None:
    """What somebody thinks of a claim behind a preposition: "sceptical of this", "not sure that it leaked"."""
    if case.has("across.scorn"):
        return _received(case)
    subject = _thinking(case) if _is_doubtful(case) else None
    if subject is None:
        return None
    places = case.reading.tree.children(case.word, *_BEHIND)
    if places:
        return _about(case.reading, subject, places)
    return _alone(case, subject) if case.has("across.attitudes.alone") or _is_so(case) else None


def _is_so(case: Trigger) -> bool:
    """Whether it is said of what was said before: "is not **so** sure"."""
    lower, so = case.reading.index.words.lower, case.reading.lexicon.words("across.sureness")
    return any(lower[item] in so for item in case.reading.tree.children(case.word, "advmod"))


def _about(reading: Reading, subject: int, places: list[int]) -> Reply | None:
    """What somebody doubts, behind the word that says so."""
    about = next((place for place in places if refers(reading, place)), None)
    if about is not None:
        return Reply(effect="disputed", about=about, by=subject)
    clause = _believed(reading, places)
    return None if clause is None else Reply(effect="disputed", clause=reading.tree.phrase(clause), by=subject)


def _alone(case: Trigger, subject: int) -> Reply | None:
    """The claim that is the subject of a word of doubt, "the claim is doubtful", or one before: "she has doubts"."""
    if refers(case.reading, subject) and case.reading.tree.is_noun(subject):
        return Reply(effect="disputed", about=subject)
    if not _may_doubt(case.reading, subject):
        return None
    return Reply(effect="disputed", about=case.word, by=subject)


def _may_doubt(reading: Reading, word: int) -> bool:
    """Whether it is somebody who can doubt something: not "her dog was doubtful"."""
    pronoun = reading.index.tokens[word].upos == "PRON"
    known = reading.tree.lemma(word) in reading.people or is_person(reading, word)
    neuter = reading.index.words.lower[word] in reading.lexicon.words("across.pronouns.claim")
    return (pronoun and not neuter) or known


def _is_doubtful(case: Trigger) -> bool:
    """Whether a word says that somebody does not trust something: "sceptical", "not sure"; not "not sceptical"."""
    if case.has("across.attitudes.doubts"):
        return not case.negated
    return case.negated and case.has("across.attitudes.trusts")


def _thinking(case: Trigger) -> int | None:
    subject = case.reading.tree.subject(case.word)
    raised = subject is None and case.reading.tree.relation(case.word) == "xcomp"
    return case.reading.subject(case.word) if raised else subject


def _believed(reading: Reading, places: list[int]) -> int | None:
    """The clause that somebody is not sure of, which is not only asked: "that it leaked", not "whether it leaked"."""
    tree, asking = reading.tree, reading.lexicon.words("across.asking")
    for place in places:
        marks = [reading.index.words.lower[item] for item in tree.children(place, "mark")]
        if marks and tree.subject(place) is not None and asking.isdisjoint(marks):
            return place
    return None


def _received(case: Trigger) -> Reply | None:
    """Somebody meets a claim with scorn or disbelief."""
    tree, verb = case.reading.tree, case.reading.tree.head(case.word)
    if verb is None or tree.lemma(verb) not in case.reading.lexicon.words("across.receiving"):
        return None
    tokens = case.reading.index.tokens
    subjects = [item for item in tree.children(verb, "nsubj", "nsubj:pass") if tokens[item].xpos not in RELATIVE]
    about = next((item for item in subjects if refers(case.reading, item)), None)
    owning = case.reading.lexicon.words("across.owning")
    behind = [*tree.children(verb, "obl:agent", "obl"), *tree.children(case.word, "nmod")]
    by = next((item for item in behind if item != case.word and tree.case(item) in owning), None)
    return Reply(effect="disputed", about=about, by=by) if about is not None else None


def by_disbelief(case: Trigger) -> Reply | None:
    """Somebody doubts a thing that was spoken of: "has doubts about the flood", "does not believe in the symphony"."""
    tree, reading = case.reading.tree, case.reading
    believes = case.has("across.answers.trusts")
    if believes is not (case.negated or case.refused) or not (believes or _has_doubts(case)):
        return None
    noun = next((item for item in _things(case) if tree.is_noun(item) and not refers(reading, item)), None)
    if noun is None or tree.case(noun) not in reading.lexicon.words("across.doubting"):
        return None
    clause = tree.phrase(noun, without=("case", "acl:relcl"))
    return Reply(effect="disputed", clause=clause, by=reading.subject(case.word))


def _has_doubts(case: Trigger) -> bool:
    tree, doubts = case.reading.tree, case.reading.lexicon.words("across.scorn")
    return case.has("across.answers.disputes") and any(
        tree.lemma(item) in doubts for item in tree.children(case.word, "obj")
    )


def _things(case: Trigger) -> list[int]:
    tree = case.reading.tree
    behind = [child for item in tree.children(case.word, "obj") for child in tree.children(item, "nmod")]
    return [*tree.children(case.word, "obl"), *behind]
