"""The named mentions of a text by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import attrs

from newsparse.model import Mention
from newsparse_entities.reading import Reading


class Placed(NamedTuple):
    """A named mention with the tokens that it takes (half-open)."""

    mention: Mention
    first: int
    last: int


@attrs.frozen
class PlacedNames:
    """The named mentions of a text, ``every`` one in its order, and those ``at`` each word."""

    every: Sequence[Placed]
    at: Mapping[int, Placed]

    @classmethod
    def of(cls, reading: Reading, mentions: Iterable[Mention]) -> PlacedNames:
        """The names among ``mentions`` that words start in."""
        found = []
        for item in sorted(mentions, key=in_text):
            inside = reading.starting_in(item.span)
            if inside:
                found.append(Placed(item, inside.start, inside.stop))
        return cls(found, {index: item for item in found for index in range(item.first, item.last)})


def in_text(item: Mention) -> tuple[int, int]:
    """A sort key: the order of the text, the longest first."""
    return (item.span.start, -item.span.end)
