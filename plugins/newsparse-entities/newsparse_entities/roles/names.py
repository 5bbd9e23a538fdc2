"""The named mentions of a text by word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newsparse.model import Mention
from newsparse_entities.reading import Reading


class Placed(NamedTuple):
    """A named mention with the tokens that it takes (half-open)."""

    mention: Mention
    first: int
    last: int


def placed(reading: Reading, mentions: Iterable[Mention]) -> list[Placed]:
    """The named ones of ``mentions`` with their words, in the order of the text."""
    found = []
    for item in sorted((item for item in mentions if item.form == "named"), key=in_text):
        inside = reading.starting_in(item.span)
        if inside:
            found.append(Placed(item, inside.start, inside.stop))
    return found


def in_text(item: Mention) -> tuple[int, int]:
    """A sort key: the order of the text, the longest first."""
    return (item.span.start, -item.span.end)
