"""Tens that are degrees: "highs in the mid-90s", "temperatures reached the low 80s"."""

from __future__ import annotations

from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.words import HYPHENS, Stream

DEGREE = "degree"
_HEAT_WORDS = 6
"""How many words before tens may say that they are degrees."""


def are_degrees(stream: Stream, decade: int) -> bool:
    """Whether the tens at ``decade`` are reached by a temperature, and are no years: "highs in the 90s"."""
    at = before_part(stream, decade)
    at -= stream[at - 1].lower in words("claims.place_articles")
    if stream[at - 1].lower not in words("measures.reaching"):
        return False
    return not words("measures.heat").isdisjoint(stream.lowers(at - 1 - _HEAT_WORDS, at - 1))


def before_part(stream: Stream, decade: int) -> int:
    """The index of the word for a part of tens, "mid" or "late", before those at ``decade``; else that of these."""
    at = decade
    while stream[at - 1].text in HYPHENS or stream[at - 1].lower in words("dates.parts_of_units", "measures.ends"):
        at -= 1
    return at
