"""Roles beside the names of people, by which those who share a family name are told apart: "former president Khan"."""

from __future__ import annotations

from collections.abc import Sequence, Set

import attrs

from newsparse.model import Mention
from newsparse_entities.lexicon import courtesies, listed, mapped
from newsparse_entities.reading import Reading
from newsparse_entities.roles.nouns import is_role

_AFTER_WORDS = 8
"""Words after a name and a comma in which a role is looked for."""
_OVER = "former"
_DESCRIBING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP"})
"""Parts of speech of the words of a description: "the former mayor of Lowmere"."""


@attrs.frozen
class Office:
    """The nouns for roles beside a name and the words of its title, those of what is over marked so."""

    roles: frozenset[str]
    titles: frozenset[str]


def bare(words: Set[str]) -> frozenset[str]:
    """Words for offices, whether these are over or not."""
    return frozenset(word.removeprefix(_OVER).strip() for word in words)


def office(item: Mention) -> Office:
    """What the title alone says of a name."""
    return Office(frozenset(), _title_words(item))


def offices(reading: Reading, mentions: Sequence[Mention]) -> dict[str, Office]:
    """What is right before each name and in the description after it, by the id of the mention."""
    return {item.id: _office(reading, item) for item in mentions}


def _office(reading: Reading, item: Mention) -> Office:
    inside, over = reading.starting_in(item.span), _is_over(reading, item)
    if not inside:
        return office(item)
    before = frozenset([reading.word(inside.start - 1)] if is_role(reading, inside.start - 1) else [])
    roles = _told(before, over=over) | _after(reading, inside.stop)
    return Office(roles, _told(_title_words(item), over=over))


def _told(words: frozenset[str], *, over: bool) -> frozenset[str]:
    """Words for an office, each as that of another where it is over: "former president"."""
    return frozenset(f"{_OVER} {word}" if over and word not in courtesies() else word for word in words)


def _title_words(item: Mention) -> frozenset[str]:
    """The words of a title, abbreviations written in full."""
    words = (word.strip(".").casefold() for word in (item.title.text if item.title else "").split())
    return frozenset(mapped("titles.abbreviations").get(word, word) for word in words)


def _is_over(reading: Reading, item: Mention) -> bool:
    """Whether the title or role before a name is one that is over."""
    first = reading.starting_in(item.title.span if item.title else item.span).start
    while is_role(reading, first - 1):
        first -= 1
    return reading.word(first - 1) in listed("roles.former")


def _after(reading: Reading, comma: int) -> frozenset[str]:
    """The first noun for a role of a description after a comma: ", the former mayor of Lowmere"."""
    over = False
    for at in range(comma + 1, comma + 1 + _AFTER_WORDS) if reading.word(comma) == "," else ():
        if reading.tag(at) not in _DESCRIBING:
            break
        if is_role(reading, at):
            return _told(frozenset([reading.word(at)]), over=over)
        over |= reading.word(at) in listed("roles.former")
    return frozenset()
