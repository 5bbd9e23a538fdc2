"""What belongs to a numeral, and the site that the passes read it from."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from newsparse.model import Exactness, QuantityKind, Span
from newsparse.model.quantity import Side
from newsparse_numbers.attachments.currency import Context, Money
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.numerals.words import Stream


class Site(NamedTuple):
    """A numeral in its text; ``floor`` is where the quantity before it ends, ``context`` knows its currencies.

    ``first`` is the index of its first word, ``behind`` that of the word after it.
    """

    stream: Stream
    numeral: Numeral
    context: Context
    floor: int
    first: int
    behind: int

    @classmethod
    def of(cls, stream: Stream, numeral: Numeral, context: Context, floor: int = 0) -> Site:
        """The site of ``numeral`` in the text of ``stream``."""
        return cls(stream, numeral, context, floor, stream.at(numeral.start), stream.at(numeral.end))

    def begin(self, attached: Attached) -> int:
        """The index of the first word of the figure."""
        return self.first if attached.start == self.numeral.start else self.stream.at(attached.start)

    def outer(self, attached: Attached) -> int:
        """The index of the first word of the figure with what bounds it."""
        return self.first if attached.outer == self.numeral.start else self.stream.at(attached.outer)

    def after(self, attached: Attached) -> int:
        """The index of the word after the figure."""
        return self.behind if attached.end == self.numeral.end else self.stream.at(attached.end)


class Attached(NamedTuple):
    """What belongs to a numeral; ``start``-``end`` covers it with unit and currency, ``outer`` begins at its bound.

    ``beyond`` ends at its denominator; ``scale`` turns cents into the currency. ``parts`` is how many of the smallest
    unit ``inner`` of a compound ("6 feet 2 inches") make one of the unit.
    """

    start: int
    end: int
    outer: int
    beyond: int = 0
    floor: int = 0
    kind: QuantityKind = "count"
    unit: str | None = None
    money: Money | None = None
    scale: Decimal = Decimal(1)
    per: str | None = None
    bound: str = ""
    inclusive: bool = True
    exactness: Exactness = "exact"
    near: Side | None = None
    negative: bool = False
    signed: bool = False
    bound_at: Span | None = None
    hedged_at: tuple[Span, ...] = ()
    inner: str | None = None
    parts: Decimal = Decimal(1)

    @property
    def plain(self) -> bool:
        """Whether there is nothing that makes the numeral a quantity for certain."""
        return self.kind == "count" and not self.bound and self.exactness == "exact" and not self.per


def taken(attached: Attached, source: Attached) -> Attached:
    """``attached`` with the kind, unit and currency of ``source``."""
    return attached._replace(kind=source.kind, unit=source.unit, money=source.money, scale=source.scale)
