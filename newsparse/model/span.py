"""Half-open ranges of Unicode code points: the only way newsparse points into a text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import total_ordering

import attrs

from newsparse.errors import SpanError


@total_ordering
@attrs.frozen(init=False)
class Span:
    """The code points ``start`` to ``end`` (half-open) of a document's text.

    Raises ``SpanError`` when empty, backwards or negative. Spans sort by start, then by end.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Refuse what cannot be a piece of any text; written out, since no other object is made as often."""
        if not 0 <= start < end:
            raise SpanError(f"a span needs 0 <= start < end, got {start}-{end}.")
        _set_start(self, start)
        _set_end(self, end)

    def __lt__(self, other: Span) -> bool:
        """Whether it starts earlier, or as early and ends earlier."""
        if type(other) is not Span:
            return NotImplemented
        return (self.start, self.end) < (other.start, other.end)

    def __len__(self) -> int:
        """The length in code points."""
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The words at this span of ``text``; raises ``SpanError`` when the span ends outside it."""
        if self.end > len(text):
            raise SpanError(f"span {self.start}-{self.end} ends outside a text of {len(text)} characters.")
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


_set_start, _set_end = vars(Span)["start"].__set__, vars(Span)["end"].__set__


def envelope(spans: Iterable[Span]) -> Span:
    """The smallest span over all ``spans``; raises ``SpanError`` when there are none."""
    pieces = tuple(spans)
    if not pieces:
        raise SpanError("an envelope needs at least one span.")
    if len(pieces) == 1:
        return pieces[0]
    return Span(min(s.start for s in pieces), max(s.end for s in pieces))
