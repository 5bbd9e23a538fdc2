"""Stones as weights of people: "weighs 21 st", "lost four stone", "a 12-stone boxer"; not "four stone walls"."""

from __future__ import annotations

from newsparse_numbers.lexicon import people, words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream

STONE = "stone"
_WEIGHING_WORDS = 6
"""How many words before stones may say that somebody weighs them."""


def stones(stream: Stream, index: int) -> int | None:
    """The index after the stones that follow a numeral at ``index``, or hyphens there; None where there are none."""
    at = index + (stream[index].text in HYPHENS)
    word = stream[at]
    if word.lower not in words("measures.stones") or word.capital or word.gap > Gap.BLANK:
        return None
    return at + 1 if _are_weight(stream, index, at + 1) else None


def follow_stones(stream: Stream, first: int) -> bool:
    """Whether the numeral that begins at ``first`` goes on from stones, as their pounds: "12 stone 4 pounds"."""
    stone = stream[first - 1].lower in words("measures.stones")
    return stone and stream[first - 2].kind in ("number", "word") and stream[first].gap == Gap.BLANK


def _are_weight(stream: Stream, index: int, behind: int) -> bool:
    """Whether what is around stones says that they weigh somebody."""
    if stream[behind].kind == "number":
        return phrases("measures.of_stones").starting(stream, behind + 1) is not None
    if stream[index].text in HYPHENS:
        return stream[behind].lower in people() | words("nouns.people.role")
    if phrases("measures.after_stones").starting(stream, behind) is not None:
        return True
    closed = stream[behind].kind != "word" or stream[behind].lower in words("names.stops")
    return closed and not words("measures.weighing").isdisjoint(stream.lowers(index - _WEIGHING_WORDS, index))
