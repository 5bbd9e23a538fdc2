"""Figures in the order of their article: the place of one among them, and those before it in its sentence."""

from __future__ import annotations

from bisect import bisect_left

from newsparse.model import Document, NumberClaim
from newsparse.syntax import Index


def place_of(document: Document, claim: NumberClaim) -> int:
    """The place of a figure among those of its document; raises ``ValueError`` if it is not one of them."""
    numbers = document.numbers
    for place in range(bisect_left(numbers, claim.span.start, key=_start), len(numbers)):
        if numbers[place] == claim:
            return place
        if numbers[place].span.start != claim.span.start:
            break
    return numbers.index(claim)  # the figures of a document that is read from a file may be in any order


def _start(claim: NumberClaim) -> int:
    return claim.span.start


def earlier(document: Document, index: Index, claim: NumberClaim) -> list[NumberClaim]:
    """The figures before one in its sentence, in the order of the text."""
    sentence = index.sentence_at(claim.span.start)
    first = place = place_of(document, claim)
    while first > 0 and index.sentence_at(document.numbers[first - 1].span.start) == sentence:
        first -= 1
    return list(document.numbers[first:place])
