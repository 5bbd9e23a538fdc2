"""Runs and wickets of cricket: "were 212 for 4 at tea", "took 5 for 32"."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.words import Stream
from newsparse_numbers.quantities.levels import Part

_WICKETS = 10
"""How many wickets a side has to lose."""


def are_wickets(stream: Stream, part: Part, following: Part, between: Sequence[str]) -> bool:
    """Whether two figures are runs and wickets of cricket: "were 212 for 4 at tea", "took 5 for 32"."""
    (numeral, attached), (second, beyond) = part, following
    bare = numeral.bare and second.bare and attached.plain and beyond.plain
    if not bare or len(between) != 1 or between[0] not in words("claims.for"):
        return False
    follows = stream.after(beyond.end)
    closed = not follows.plain or follows.lower in words("names.stops")
    few = min(numeral.low, second.low) <= _WICKETS
    return few and closed and stream.before(attached.outer).lower in words("ranges.at_the_crease")
