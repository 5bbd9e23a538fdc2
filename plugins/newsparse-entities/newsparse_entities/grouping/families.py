"""Family names that the text gives to people called by a given name: "Tom and Lucy Farrow", "her brother, Peter"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsparse.model import Mention
from newsparse_entities.lexicon import given_gender, listed
from newsparse_entities.mentions.context import follows_relative
from newsparse_entities.names.parse import person_name
from newsparse_entities.reading import Reading


def borrowed(reading: Reading, mentions: Sequence[Mention]) -> dict[str, str]:
    """The family names of people with a given name only, by the id of the mention; ``mentions`` are all people's."""
    found: dict[str, str] = {}
    for at, item in enumerate(mentions):
        name = person_name(item.text)
        if not name.short or item.title is not None:
            continue
        if given_gender(name.key) and at + 1 < len(mentions) and _joined(reading, item, mentions[at + 1]):
            found[item.id] = person_name(mentions[at + 1].text).units[-1]
        elif _is_kin(reading, item, mentions[at - 1]):
            found[item.id] = person_name(mentions[at - 1].text).units[-1]
    return found


def relatives(reading: Reading, mentions: Sequence[Mention]) -> frozenset[str]:
    """The ids of full names that the text gives to somebody's relative: "her husband, Paul Farrow", "married Paul"."""
    full = (item for item in mentions if not person_name(item.text).short)
    return frozenset(item.id for item in full if follows_relative(reading, item) or _is_married(reading, item))


def aliases(reading: Reading, mentions: Sequence[Mention]) -> dict[str, str]:
    """The keys of names that the text says to be one person's, each with the other: "Ada Brook, known as Lena Holt"."""
    pairs = [
        (person_name(one.text).key, person_name(other.text).key)
        for one, other in pairwise(mentions)
        if _is_called(reading, one, other)
    ]
    return {key: partner for one, other in pairs for key, partner in ((one, other), (other, one))}


def _is_called(reading: Reading, item: Mention, other: Mention) -> bool:
    """Whether nothing but "known as", "nicknamed" and the like, with marks, is between two names in one sentence."""
    if reading.sentence_at(item.span.start) != reading.sentence_at(other.span.start):
        return False
    between = reading.lower[reading.starting_in(item.span).stop : reading.starting_in(other.span).start]
    words = {word for word in between if word[0].isalpha()}
    return words <= listed("names.called") and not listed("names.called.telling").isdisjoint(words)


def _is_married(reading: Reading, item: Mention) -> bool:
    """Whether a name is the object of a verb for marrying."""
    top = reading.top_index(reading.starting_in(item.span))
    verb = reading.tree.head(top)
    married = verb is not None and reading.tree.lemma(verb) in listed("evidence.marrying")
    return married and reading.tree.relation(top) == "obj"


def _joined(reading: Reading, item: Mention, other: Mention) -> bool:
    """Whether "and" and a full name follow, with or without an age: "Tom and 14-year-old Lucy Farrow"."""
    between = reading.lower[reading.starting_in(item.span).stop : reading.starting_in(other.span).start]
    if not between or between[0] not in listed("grammar.and") or person_name(other.text).short:
        return False
    return len(between) == 1 or between[-1].rpartition("-")[2] in listed("people.aged")


def _is_kin(reading: Reading, item: Mention, other: Mention) -> bool:
    """Whether "her brother" and the like come right before a name, after a full name in the same sentence."""
    if person_name(other.text).short or reading.sentence_at(other.span.start) != reading.sentence_at(item.span.start):
        return False
    return follows_relative(reading, item)
