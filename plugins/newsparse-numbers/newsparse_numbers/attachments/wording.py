"""The words right before and behind a numeral."""

from __future__ import annotations

import re

from newsparse_numbers.lexicon import words

_BEFORE = re.compile(r"([A-Za-z.&'’]+)[\s\u00a0]*$")
_AFTER = re.compile(r"[\s\u00a0]*([A-Za-z’']+)")


def word_before(text: str, start: int, floor: int = 0) -> str:
    """The word of the same line that ends before ``start`` and begins at ``floor`` or later, or nothing."""
    match = _BEFORE.search(text[max(floor, start - 40) : start])
    return match.group(1) if match and len((match.group() + ".").splitlines()) == 1 else ""


def word_after(text: str, end: int) -> str:
    """The word that begins behind ``end``, or nothing."""
    match = _AFTER.match(text, end)
    return match.group(1) if match else ""


def counted_behind(text: str, end: int) -> bool:
    """Whether a lower-case noun follows, as far as the word alone can tell."""
    after = word_after(text, end)
    return (
        bool(after)
        and after.islower()
        and after not in words("names.stops")
        and text[end : end + 1] in " \u00a0\u2009\u202f"
    )


_NAMES = re.compile(r"\s(?:[A-Z][a-z]+s|(?:[A-Z][\w.’-]+\s){1,2}[a-z]+s)\b")


def name_counted(text: str, end: int) -> bool:
    """Whether a plural name is counted: "900 Americans", "96 Liverpool fans"."""
    return _NAMES.match(text, end) is not None


PLURALS = r"(?:[a-z]+s|people|children|men|women|staff|police)\b"
"""A word that can be counted by more than one, as its letters tell."""
_PLURAL = re.compile(rf"\s(?:[A-Za-z-]+\s){{0,3}}?{PLURALS}|\s(?:[a-z]+ed|were|was|are|is|have|had)\b")


def plural(text: str, end: int) -> bool:
    """Whether what follows can be counted by more than one."""
    return _PLURAL.match(text, end) is not None
