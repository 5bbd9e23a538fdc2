"""Places that peers give, as passages of the text: without the blanks and quotation marks at their edges."""

from __future__ import annotations

from newsparse.model import Passage, Span

OUTER = "\"'“”‘’` \n"


def inner(text: str, span: Span) -> Span | None:
    """The span without the blanks and quotation marks at its edges; None if nothing else is in it."""
    words = span.cut(text)
    start = span.start + len(words) - len(words.lstrip(OUTER))
    end = span.end - len(words) + len(words.rstrip(OUTER))
    return Span(start, end) if start < end else None


def passage(text: str, place: tuple[int, int] | None) -> Passage | None:
    """The words of ``text`` from the start to the end of a place; None without any."""
    span = inner(text, Span(*place)) if place and place[0] < place[1] else None
    return Passage(span, span.cut(text)) if span else None
