"""Digits behind names in a row that goes on from a count: "Labour won 211 seats, the Tories 197 and the Greens 4"."""

from __future__ import annotations

from newsparse_numbers.lexicon import endings, words
from newsparse_numbers.numerals.words import Gap, Stream
from newsparse_numbers.rejection.case import Case

_AFTER_GAP = frozenset(",.;)")
_LISTED = 6
"""How many others a count may be followed by, each with digits of its own."""


def gapped(case: Case) -> bool:
    """Whether digits count what somebody else has too: "Labour won 211 seats, the Tories 197 and the Greens 4"."""
    stream, after = case.stream, case.stream[case.behind]
    if not (after.text in _AFTER_GAP or after.lower in words("bounds.joints") or after.gap >= Gap.LINE):
        return False
    at: int | None = case.at
    for _ in range(_LISTED):
        at = _before_joined_name(stream, at) if at is not None else None
        if at is None:
            return False
        if stream[at].kind != "number":
            counted = stream[at - 1].kind == "number" and stream[at].plain
            return counted and stream[at].lower.endswith(endings("names.plural_endings"))
    return False


def _before_joined_name(stream: Stream, at: int) -> int | None:
    """The index of the word before the name that ends before ``at``, and before the comma or joint that leads to it."""
    first = at
    while stream[first - 1].capital and stream[first].gap == Gap.BLANK:
        first -= 1
    lead = first - 1 - (stream[first - 1].lower in words("claims.place_articles"))
    joined = stream[lead].text == "," or stream[lead].lower in words("bounds.joints", "times.while")
    return lead - (stream[lead - 1].text == ",") - 1 if joined and first < at else None
