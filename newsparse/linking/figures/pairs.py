"""Two figures of a group, and all of them by time, as the rules for their relation see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from itertools import combinations

import attrs

from newsparse.comparison import Comparison
from newsparse.linking.figures.comparing import compared
from newsparse.linking.figures.profiles import Figure
from newsparse.linking.figures.sources import one_source

MOST = 40
"""How many figures of a group are compared with each other."""
LONG = 21
"""After how many days a level may be another one, whatever it measures."""


@attrs.frozen
class Pair:
    """Two figures of a group, the earlier one first, and how their quantities compare."""

    one: Figure
    other: Figure
    comparison: Comparison

    @property
    def same_day(self) -> bool:
        """Whether both are of one article, or of articles of one day or of unknown days."""
        return self.one.published == self.other.published or not (self.one.published and self.other.published)

    @property
    def long(self) -> bool:
        """Whether so many days lie between them that a level may be another one."""
        if self.same_day:
            return False
        return (date.fromisoformat(self.other.published) - date.fromisoformat(self.one.published)).days > LONG

    @property
    def same_article(self) -> bool:
        """Whether both are of one article."""
        return self.one.place.document == self.other.place.document

    @property
    def one_source(self) -> bool:
        """Whether one source gives both."""
        return one_source(self.one.sources, self.other.sources)

    @property
    def two_sources(self) -> bool:
        """Whether two sources are known that give them."""
        return bool(self.one.sources and self.other.sources) and not self.one_source


@attrs.frozen(eq=False, slots=False)
class Related:
    """The figures of one group, by time."""

    figures: Sequence[Figure]

    @cached_property
    def pairs(self) -> list[Pair]:
        """All pairs of the figures, of which not more than ``MOST`` are taken."""
        return [Pair(one, other, compared(one, other)) for one, other in combinations(self.figures[:MOST], 2)]

    @cached_property
    def against(self) -> list[Pair]:
        """The pairs that cannot both be true."""
        return [pair for pair in self.pairs if pair.comparison.verdict == "conflict"]

    @property
    def running(self) -> bool:
        """Whether one of the articles says of what is counted that it grows or shrinks."""
        return any(item.running for item in self.figures)

    def recounts(self, pair: Pair) -> bool:
        """Whether an article gives a value with the one that articles had earlier: "26 are ill, it had been 19"."""
        if not pair.same_article or pair.two_sources or pair.one.disputed or pair.other.disputed:
            return False
        return self._is_former(pair.one) is not self._is_former(pair.other)

    def grows(self, pair: Pair) -> bool:
        """Whether what is counted goes on, and one of two articles of a day is behind the other.

        It came out earlier that day, with the smaller value, or has a value that articles had on the day before.
        """
        if pair.same_article or not self.running:
            return False
        if pair.one.moment and pair.other.moment:
            return pair.one.moment < pair.other.moment and is_below(pair.one, pair.other)
        return self._is_former(pair.one) is not self._is_former(pair.other)

    def _is_former(self, figure: Figure) -> bool:
        """Whether an article of a day before gives the same value."""
        before = (item for item in self.figures if item.published < figure.published and item.published)
        return any(equal(item, figure) for item in before)


def equal(one: Figure, other: Figure) -> bool:
    """Whether two figures have the same ends."""
    return (one.quantity.low, one.quantity.high) == (other.quantity.low, other.quantity.high)


def is_below(one: Figure, other: Figure) -> bool:
    """Whether a figure is certainly smaller than another one of its unit."""
    first, second = one.quantity, other.quantity
    high = first.high if first.high is not None else first.low
    low = second.low if second.low is not None else second.high
    same = (first.kind, first.unit, first.currency, first.per) == (
        second.kind,
        second.unit,
        second.currency,
        second.per,
    )
    return same and high is not None and low is not None and high < low
