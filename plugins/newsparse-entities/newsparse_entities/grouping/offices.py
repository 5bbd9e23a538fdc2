"""Roles beside the names of people, by which those who share a family name are told apart: "former president Khan"."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.model import Mention
from newsparse_entities.reading import Reading
from newsparse_entities.roles.nouns import is_role

_AFTER_WORDS = 8
"""Words after a name and a comma in which a role is looked for."""
_DESCRIBING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP"})
"""Parts of speech of the words of a description: "the former mayor of Lowmere"."""


def offices(reading: Reading, mentions: Sequence[Mention]) -> dict[str, frozenset[str]]:
    """The nouns for a role right before each name and in the description after it, by the id of the mention."""
    return {item.id: _beside(reading, reading.starting_in(item.span)) for item in mentions}


def _beside(reading: Reading, name: range) -> frozenset[str]:
    if not name:
        return frozenset()
    before = [name.start - 1] if is_role(reading, name.start - 1) else []
    return frozenset(reading.word(at) for at in (*before, *_after(reading, name.stop)))


def _after(reading: Reading, comma: int) -> list[int]:
    """The first noun for a role of a description after a comma: ", the former mayor of Lowmere"."""
    if reading.word(comma) != ",":
        return []
    for at in range(comma + 1, comma + 1 + _AFTER_WORDS):
        if reading.tag(at) not in _DESCRIBING:
            return []
        if is_role(reading, at):
            return [at]
    return []
