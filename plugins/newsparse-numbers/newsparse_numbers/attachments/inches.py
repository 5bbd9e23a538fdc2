"""Inches as signs and as "in", which is a preposition elsewhere: 5", 12'', "12in", "3 1/4 in wide", "(5 in)"."""

from __future__ import annotations

from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream

INCH = "inch"
FOOT = "foot"
INCH_SIGN, _PRIME = '"', frozenset("'’")
_INCH_DIGITS = 2
_CLOSING = frozenset(")]")


def inches(stream: Stream, index: int) -> int | None:
    """The index after the inches that follow a numeral at ``index``; None where there are none."""
    word = stream[index]
    if not word.glued:
        return _apart(stream, index)
    if word.text == INCH_SIGN:
        return index + 1 if _closes_nothing(stream, index) else None
    if word.text in _PRIME and stream[index + 1].text == word.text:
        return index + 2
    hyphen = word.text in HYPHENS and stream[index + 1].glued
    at = index + 1 if hyphen else index
    if stream[at].lower not in words("ranges.inches"):
        return None
    follows = stream[at + 1]
    if hyphen:
        return at + 1 if follows.plain else None
    return at + 1


def _apart(stream: Stream, index: int) -> int | None:
    """For "in" after a blank: a word of size or a closing bracket follows, so that it is not a preposition."""
    word, follows = stream[index], stream[index + 1]
    if word.lower not in words("ranges.inches"):
        return None
    closed = follows.text in _CLOSING
    sized = follows.lower in words("ranges.sizes")
    alone = index == 1 and not follows.kind
    return index + 1 if closed or sized or alone else None


def _closes_nothing(stream: Stream, index: int) -> bool:
    """Whether no quotation is open in the paragraph before the sign, and no letter touches it."""
    follows = stream[index + 1]
    if follows.glued and follows.kind == "word":
        return False
    opened = False
    for at in range(index - 1, -1, -1):
        opened ^= stream[at].text == INCH_SIGN
        if stream[at].gap >= Gap.LINE:
            break
    return not opened


def feet(stream: Stream, index: int) -> int | None:
    """The index after an apostrophe for feet: 5'6", where inches touch it."""
    mark, number = stream[index], stream[index + 1]
    inner = number.glued_number and len(number.text) <= _INCH_DIGITS
    follows = stream[index + 2]
    closed = not follows.glued or follows.kind == "mark"
    return index + 1 if mark.text in _PRIME and inner and closed else None
