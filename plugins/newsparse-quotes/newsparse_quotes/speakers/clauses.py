"""Whom a pronoun means by the sentence around its clause: its subject, or whom "for" names at its beginning."""

from __future__ import annotations

from newsparse.model import Speaker
from newsparse_quotes.grammar import ACTIVE, CLAUSES, RELATIVE, RELATIVE_CLAUSES, SUBJECTS
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.from_entities import speaker_of


def fronted(case: SpeakerCase) -> Speaker | None:
    """Whoever "for" names at the beginning of the clause of a pronoun: "As for Ada Brook, she said"."""
    tree, verb = case.around.tree, verb_of(case)
    if case.gender is None or verb is None:
        return None
    for noun in tree.children(verb, "obl"):
        cases = tree.children(noun, "case")
        marks = {tree.lemma(word) for mark in cases for word in tree.below(mark)}  # "as for"
        if noun < (case.head or 0) and not marks.isdisjoint(words("grammar.for")):
            return person_at(case, noun, case.gender)
    return None


def around_clause(case: SpeakerCase) -> Speaker | None:
    """The person who is the subject of a sentence, for a pronoun in a clause about a thing in it: "which he said"."""
    tree, verb = case.around.tree, verb_of(case)
    if case.gender is None or verb is None or not _is_relative(case, verb):
        return None
    above = next((word for word in tree.above(verb) if tree.relation(word) == "root"), None)
    subjects = tree.children(above, *SUBJECTS) if above is not None else []
    if not subjects or subjects[0] > verb:
        return None
    return person_at(case, subjects[0], case.gender) or _owner(case, subjects[0], case.gender)


def subject_ahead(case: SpeakerCase) -> Speaker | None:
    """The person who is the subject of a sentence that opens with "in" and a clause about that: "in what he called"."""
    tree, verb = case.around.tree, verb_of(case)
    if case.gender is None or verb is None or tree.relation(verb) not in CLAUSES:
        return None
    told = tree.head(verb)
    opens = told is not None and tree.relation(told) == "obl" and tree.case(told) in words("grammar.bringing")
    main = tree.head(told) if opens and told is not None else None
    subjects = tree.children(main, *ACTIVE) if main is not None and tree.relation(main) == "root" else []
    return person_at(case, subjects[0], case.gender) if subjects and subjects[0] > verb else None


def _is_relative(case: SpeakerCase, verb: int) -> bool:
    """Whether a verb is in a relative clause, or right after "which" and its subject: "inflation, which he said"."""
    tree, head = case.around.tree, case.head or 0
    return tree.relation(verb) in RELATIVE_CLAUSES or tree.tokens[head - 1].xpos in RELATIVE


def _owner(case: SpeakerCase, noun: int, gender: str) -> Speaker | None:
    """The only person named in the phrase of a noun for a thing: "Ada Brook's speech was on the quay, which she"."""
    below = sorted(word for word in case.around.tree.below(noun) if word < (case.head or 0))
    found = [speaker for speaker in (person_at(case, word, gender) for word in below) if speaker is not None]
    return found[0] if len({speaker.entity for speaker in found}) == 1 else None


def verb_of(case: SpeakerCase) -> int | None:
    """The verb of which a pronoun is the subject."""
    head, tree = case.head, case.around.tree
    return tree.head(head) if head is not None and tree.relation(head) in SUBJECTS else None


def person_at(case: SpeakerCase, noun: int, gender: str) -> Speaker | None:
    """The person who seems of a gender whom a noun or a name beside it names, and the content does not."""
    tree = case.around.tree
    for word in (noun, *tree.children(noun, "appos", "flat")):
        for mention in case.around.overlapping(tree.tokens[word].span):
            entity = case.around.entities.get(mention.entity or "")
            if entity is None or entity.label != "Person" or mention.form != "named":
                continue
            fits = case.around.seems(entity, gender) and case.may_speak(entity)
            return speaker_of(entity, case.passage, "pronoun") if fits else None
    return None
