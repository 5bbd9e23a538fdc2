"""Kilometres of races: "ran a 5k", "the 10k race"; not "5k tickets"."""

from __future__ import annotations

from newsparse_numbers.numerals.suffixes import is_race
from newsparse_numbers.numerals.words import Stream

KILOMETRE = "kilometre"


def kilometres(stream: Stream, index: int) -> int | None:
    """The index after the "k" of a race's length that follows a numeral at ``index``; None where there is none."""
    return index + 1 if is_race(stream, index) else None
