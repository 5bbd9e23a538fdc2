"""What distinguishes two descriptions with the same noun: a rank, an office that is over, the name of a body."""

from __future__ import annotations

from newsparse_entities.lexicon import listed
from newsparse_entities.phrases import Phrase, names_after
from newsparse_entities.reading import Reading


def is_another_role(phrase: Phrase, other: Phrase) -> bool:
    """Whether one of two descriptions with the same noun says what the other does not: "former", "prime", "of Tarn"."""
    if phrase.former != other.former or phrase.complement != other.complement:
        return True
    unshared = set(phrase.modifiers) ^ set(other.modifiers)
    if not unshared.isdisjoint(listed("roles.compounds")):
        return True
    return not set(phrase.names) <= {*other.names, *other.modifiers}


def is_of_another_name(reading: Reading, phrase: Phrase, other: Phrase) -> bool:
    """Whether names with no word in common follow two descriptions: "the head of Tarn", "the head of Lund Lines"."""
    own, others = (names_after(reading, item.span) for item in (phrase, other))
    return bool(own and others) and set(own).isdisjoint(others)
