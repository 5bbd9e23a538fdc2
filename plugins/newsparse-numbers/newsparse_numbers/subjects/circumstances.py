"""When and where a figure holds, as the words of its sentence say."""

from __future__ import annotations

import re

from newsparse.model import Passage, Span
from newsparse_numbers.subjects.trees import Named

_WHEN = re.compile(
    r"\b(?:(?:in|since|by|during|until|from|of)\s(?:(?:early|late|mid)-?\s?)?(?:[A-Z][a-z]+\s)?(?:19|20)\d\d\b"
    r"|(?:last|this|next|the previous|the past)\s(?:year|month|week|quarter|decade|century)\b"
    r"|(?:last|this|next)\s(?:spring|summer|autumn|fall|winter)\b"
    r"|(?:yesterday|today|tomorrow|tonight)\b|(?:on|last|next)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|a year (?:earlier|ago)\b)"
)


class Circumstances:
    """Dates and places beside the figures of one document."""

    def __init__(self, text: str, named: Named) -> None:
        """``named`` holds the mentions of ``text``."""
        self._text, self._named = text, named

    def when(self, span: Span) -> Passage | None:
        """The nearest date of the same sentence within eighty characters."""
        text = self._text
        dates = [
            Passage(item.span, item.text)
            for item in self._named.near(span, 80)
            if item.label == "Date" and not item.span.overlaps(span)
        ]
        first = max(0, span.start - 80)
        for match in _WHEN.finditer(text, first, min(len(text), span.end + 80)):
            place = Span(match.start(), match.end())
            if not place.overlaps(span) and not any(item.span.overlaps(place) for item in dates):
                dates.append(Passage.at(text, *match.span()))
        return self._nearest(span, dates)

    def where(self, span: Span) -> Passage | None:
        """The nearest place by name in the same sentence that "in", "at" and the like lead to."""
        text = self._text
        places = [
            Passage(item.span, item.text)
            for item in self._named.near(span, 80)
            if item.label in ("Location", "Facility")
            and not item.span.overlaps(span)
            and re.search(
                r"\b(?:in|at|across|near|throughout|around|outside|inside)\s(?:the\s)?$", text[: item.span.start][-16:]
            )
        ]
        return self._nearest(span, places)

    def _nearest(self, span: Span, found: list[Passage]) -> Passage | None:
        text = self._text
        near = [item for item in found if not _parted(text, item.span, span)]
        return min(near, key=lambda item: _distance(item.span, span), default=None)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _parted(text: str, one: Span, other: Span) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return any(mark in between for mark in (". ", "\n", "; "))
