"""What the same noun described before, unless something in the text keeps the two descriptions apart."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import listed
from newsparse_entities.phrases import Phrase
from newsparse_entities.references.companies import has_turned
from newsparse_entities.references.distinct import (
    fields,
    is_another_field,
    is_another_role,
    is_of_another_name,
    set_apart,
)
from newsparse_entities.references.memory import REMEMBERED, Described


def same_noun(case: Described) -> Group | None:
    """What the same noun described before: a person, or a body with a name."""
    group = told_before(case)
    known = group is not None and (group.named or case.phrase.label == "Person")
    return group if known else None


def told_before(case: Described) -> Group | None:
    """What the same noun described before, with a name or without one."""
    phrase = case.phrase
    told = [
        (other, group)
        for other, group in reversed(case.memory.described.get(phrase.word, [])[-REMEMBERED:])
        if other.plural == phrase.plural and _compatible(case, other) and not _is_set_apart(case, other, group)
    ]
    if not told or _are_two(case, told) or has_turned(case, told[0][1]):
        return None
    return told[0][1]


def _left_out(group: Group) -> frozenset[str]:
    """The words that set a description apart but may be left out: "Acting Mayor Ada Brook" is "the mayor"."""
    if not group.named:
        return frozenset()
    return listed("roles.current") if group.label == "Person" else listed("titles.apart")


def _are_two(case: Described, told: Sequence[tuple[Phrase, Group]]) -> bool:
    """Whether the sentence of the last of some descriptions has two people called the same: "Coach X met Coach Y"."""
    reading, (last, _) = case.memory.reading, told[0]
    near = reading.sentence_at(last.span.start)
    alike = [(other, group) for other, group in told if other.opening == last.opening and group.named]
    return len({group for other, group in alike if reading.sentence_at(other.span.start) == near}) > 1


def _compatible(case: Described, other: Phrase) -> bool:
    """Whether nothing distinguishes two descriptions with the same noun: possessors, other adjectives."""
    phrase, own, others = case.phrase, frozenset(case.phrase.modifiers), frozenset(other.modifiers)
    if is_another_role(phrase, other) or is_of_another_name(case.memory.reading, phrase, other):
        return False
    if phrase.owner is not None:
        mine, theirs = case.owner, case.owner_of(other)
        if mine is None or theirs is not None:
            return mine is theirs and mine is not None
    if phrase.opening == "bare":
        return own == others and other.opening != "indefinite"
    return not (own - others and others - own)


def _is_set_apart(case: Described, other: Phrase, group: Group) -> bool:
    """Whether a word makes a description one of somebody else than the same noun did before: "the rival coach"."""
    reading, phrase = case.memory.reading, case.phrase
    own, others = set_apart(reading, phrase), set_apart(reading, other)
    told = {*other.modifiers, *other.names, *others, *case.memory.told_of(group)}
    if not own <= told or not others - own <= _left_out(group):
        return True
    loose = phrase.label != "Person" and phrase.word not in listed("nouns.bodies.public")
    return not loose and is_another_field(fields(reading, phrase), told)
