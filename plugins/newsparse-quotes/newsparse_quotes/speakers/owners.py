"""Whom "he" cannot surely mean: the one whose brother or lawyer the sentence before is about."""

from __future__ import annotations

from newsparse.model import Entity, Speaker
from newsparse_quotes.grammar import SUBJECTS
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.newcomers import is_nameless
from newsparse_quotes.speakers.unnamed import pronoun as nobody

_OWNING = ("nmod:poss", "nmod")


def of_owner(case: SpeakerCase) -> Speaker | None:
    """Nobody, for "he" right after a sentence whose subject is somebody without a name, of a man who is named there."""
    if case.gender is None or case.inner:
        return None
    tree = case.around.tree
    inside = tree.index.overlapping(case.passage.span)
    first = tree.index.sentence(inside[0]).start if inside else 0
    if first == 0:
        return None
    before = tree.index.sentence(first - 1)
    subjects = [word for word in before if tree.relation(word) in SUBJECTS and _is_main(case, word)]
    owner = _owner(case, subjects[0]) if len(subjects) == 1 else None
    if owner is None or owner.id in case.spoke or not case.around.seems(owner, case.gender):
        return None
    return nobody(case)


def _is_main(case: SpeakerCase, subject: int) -> bool:
    """Whether a subject is that of the main clause."""
    verb = case.around.tree.head(subject)
    return verb is not None and case.around.tree.relation(verb) == "root"


def _owner(case: SpeakerCase, noun: int) -> Entity | None:
    """The person named as whose somebody is, where "he" may be the latter: "Tom Varga's brother"."""
    tree = case.around.tree
    alone = is_nameless(case, noun, case.gender) and not tree.children(noun, "conj")
    owners = [word for word in tree.children(noun, *_OWNING) if _owns(case, word)] if alone else []
    near = case.around.overlapping(tree.tokens[owners[0]].span) if owners else ()
    found = (case.around.entities.get(mention.entity or "") for mention in near if mention.form == "named")
    return next((entity for entity in found if entity is not None and entity.label == "Person"), None)


def _owns(case: SpeakerCase, word: int) -> bool:
    """Whether a word is a possessor, or follows "of" or "for"."""
    tree = case.around.tree
    return tree.relation(word) == "nmod:poss" or tree.case(word) in words("cues.owning", "grammar.for")
