"""What distinguishes two descriptions with the same noun: a rank, an office that is over, the name of a body."""

from __future__ import annotations

from collections.abc import Iterable, Set

from newsparse_entities.lexicon import compounds, listed, openings
from newsparse_entities.phrases import Phrase, names_after
from newsparse_entities.reading import Reading

_FARTHEST_WORDS = 6
"""How many words before its noun the article of a description can be."""


def is_another_role(phrase: Phrase, other: Phrase) -> bool:
    """Whether one of two descriptions with the same noun says what the other does not: "former", "prime", "of Tarn"."""
    if phrase.former != other.former or phrase.complement != other.complement:
        return True
    unshared = set(phrase.modifiers) ^ set(other.modifiers)
    if not unshared.isdisjoint(compounds(phrase.word)):
        return True
    return not set(phrase.names) <= {*other.names, *other.modifiers}


def is_of_another_name(reading: Reading, phrase: Phrase, other: Phrase) -> bool:
    """Whether names with no word in common follow two descriptions: "the head of Tarn", "the head of Lund Lines"."""
    own, others = (names_after(reading, item.span) for item in (phrase, other))
    return bool(own and others) and set(own).isdisjoint(others)


def set_apart(reading: Reading, phrase: Phrase) -> frozenset[str]:
    """The words of a description that say it is not whoever is simply called so: "the (acting) mayor"."""
    return listed("titles.apart").intersection(_before(reading, phrase))


def fields(reading: Reading, phrase: Phrase) -> frozenset[str]:
    """What a description says somebody works on or with, except in the name of an owner: "the (youth) coach"."""
    first = phrase.owner + 1 if phrase.owner is not None else reading.starting_in(phrase.span).start
    inside = range(first, phrase.token)
    nouns = (reading.lower[at] for at in inside if reading.tag(at) == "NOUN" and reading.tokens[at].text.islower())
    return frozenset([*nouns, *listed("roles.specialties").intersection(reading.lower[first : phrase.token])])


def is_another_field(found: Set[str], told: Iterable[str]) -> bool:
    """Whether fields that a description tells are not told of somebody: "the fire chief" is no police chief."""
    return not found <= {*told}


def _before(reading: Reading, phrase: Phrase) -> list[str]:
    """The words between the article of a description and its noun; those of the phrase where there is no article."""
    first = reading.starting_in(phrase.span).start
    start = reading.sentences[reading.sentence_of_word(phrase.token)].first if reading.sentences else 0
    for at in range(phrase.token - 1, max(phrase.token - 1 - _FARTHEST_WORDS, start - 1), -1):
        if openings().get(reading.word(at)) in ("definite", "indefinite"):
            return reading.lower[at + 1 : phrase.token]
    return reading.lower[first : phrase.token]
