"""The quotations of a text: the words between quotation marks, each with the claim that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Document, Quote, Span
from newsparse.wording.words import Words, words_in

LEAST_WORDS = 3
"""Words in marks that are no claim are checked from this number on; fewer are mostly names and single terms."""
_PAIRS = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("„", "”"))
_MARKED = re.compile("|".join(rf"{a}((?:(?!\n\s*\n)[^{a}{b}])*){b}" for a, b in _PAIRS))
_OMISSION = re.compile(r"[\[(]?(?:\.\s?\.\s?\.|…)[\])]?|\[[^\]\n]*\]")


@attrs.frozen
class Quotation:
    """Words in quotation marks: their span, ``segments`` of it between signs of omission, and the claim."""

    span: Span
    segments: tuple[Words, ...]
    claim: Quote | None = None

    @property
    def length(self) -> int:
        """How many words it has."""
        return sum(map(len, self.segments))


def quotations(document: Document) -> list[Quotation]:
    """The quotations of ``document`` in the order of the text, those of its quotes and others of a few words or more.

    Each pair of marks is a quotation, and so is each passage of a direct quote whose marks are left open.
    """
    text = document.text
    marked = list(_in_marks(text))
    quotes = [quote for quote in document.quotes if quote.form != "indirect" and not quote.within]
    found = [_quotation(text, span, _owner(span, quotes)) for span in marked]
    for quote in quotes:
        found += [_quotation(text, span, quote) for span in _left_open(quote, marked)]
    return sorted((item for item in found if item.length >= (1 if item.claim else LEAST_WORDS)), key=_start)


def _in_marks(text: str) -> Iterator[Span]:
    """What each pair of quotation marks has between them."""
    for match in _MARKED.finditer(text):
        start, end = match.span(match.lastindex or 0)
        if start < end:
            yield Span(start, end)


def _left_open(quote: Quote, marked: Sequence[Span]) -> list[Span]:
    """The passages of a direct quote that begin with a mark but have none at their end: no pair holds any of them."""
    if quote.form != "direct":
        return []
    return [span for span in quote.fragments if not any(span.overlaps(other) for other in marked)]


def _start(quotation: Quotation) -> int:
    return quotation.span.start


def _owner(span: Span, quotes: list[Quote]) -> Quote | None:
    """The quote that has the most of the words at ``span``."""
    shares = [(sum(_shared(span, piece) for piece in quote.fragments), quote) for quote in quotes]
    most = max((share for share, _ in shares), default=0)
    return next((quote for share, quote in shares if share == most), None) if most else None


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _quotation(text: str, span: Span, claim: Quote | None) -> Quotation:
    segments = (words_in(text, [piece]) for piece in _segments(text, span))
    return Quotation(span, tuple(words for words in segments if len(words)), claim)


def _segments(text: str, span: Span) -> Iterator[Span]:
    """The stretches between signs of omission."""
    start = span.start
    for match in _OMISSION.finditer(text, span.start, span.end):
        if start < match.start():
            yield Span(start, match.start())
        start = match.end()
    if start < span.end:
        yield Span(start, span.end)
