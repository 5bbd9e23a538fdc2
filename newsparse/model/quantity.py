"""Quantities: values and ranges as exact decimals, with bound, exactness and unit kept apart."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import Literal

import attrs

from newsparse.errors import AnnotationError

Exactness = Literal["exact", "about", "vague"]
Side = Literal["below", "above"]
QuantityKind = Literal[
    "count",
    "money",
    "percent",
    "percentage-point",
    "basis-point",
    "measure",
    "duration",
    "age",
    "ordinal",
    "rank",
    "rate",
    "ratio",
    "fraction",
    "multiplier",
    "index",
]


@attrs.frozen(kw_only=True)
class Quantity:
    """A value (``low == high``) or a range; None is an open end, so "at least 12" is low 12, high None.

    Values are in the unit named, not scaled further: "$3.5bn" is 3500000000 with currency "USD" (ISO 4217), "4.8%" is
    4.8 with kind "percent". ``unit`` is a singular English name ("kilometre"); ``per`` the denominator ("hour",
    "100000 people").
    ``exactness`` is independent of the bounds: "about 20" is 20, about; ``near`` is the side on which the true value
    lies where the words say so: "nearly 300" is 300, about, near below. A currency that the text leaves open is named
    in ``unit`` ("peso"). Raises ``AnnotationError`` for an empty range.
    """

    low: Decimal | None
    high: Decimal | None
    low_inclusive: bool = True
    high_inclusive: bool = True
    exactness: Exactness = "exact"
    kind: QuantityKind = "count"
    unit: str | None = None
    currency: str | None = None
    per: str | None = None
    near: Side | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a quantity without a finite end, with an end that is no decimal, or with its ends swapped."""
        ends = [end for end in (self.low, self.high) if end is not None]
        for end in ends:
            if not isinstance(end, Decimal):
                raise AnnotationError(f"the ends of a quantity are Decimal, not {type(end).__name__}: {end!r}.")
        if not ends or any(not end.is_finite() for end in ends):
            raise AnnotationError("a quantity needs at least one finite end.")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise AnnotationError(f"a quantity's low end {self.low} lies above its high end {self.high}.")

    @property
    def value(self) -> Decimal | None:
        """The single value, or None for a range or an open bound."""
        return self.low if self.low == self.high else None

    @property
    def bound(self) -> str:
        """What the open end says: "at least", "more than", "at most", "fewer than", or "" without an open end."""
        if self.high is None:
            return "at least" if self.low_inclusive else "more than"
        if self.low is None:
            return "at most" if self.high_inclusive else "fewer than"
        return ""

    def __str__(self) -> str:
        """As a reader would write it: "about 10,000-50,000", "at least 12", "3,500,000,000 USD", "4.8%"."""
        words = {"about": "about ", "vague": "roughly "}.get(self.exactness, "") + self._ends()
        name = {"percent": "%", "percentage-point": " percentage points", "basis-point": " basis points"}.get(
            self.kind, ""
        )
        unit = name or (f" {self.currency}" if self.currency else f" {self.unit}" if self.unit else "")
        return words + unit + (f" per {self.per}" if self.per else "")

    def _ends(self) -> str:
        if self.low is None:
            return ("at most " if self.high_inclusive else "under ") + plain(self.high)
        if self.high is None:
            return ("at least " if self.low_inclusive else "over ") + plain(self.low)
        return plain(self.low) if self.low == self.high else f"{plain(self.low)}-{plain(self.high)}"


MOST_DIGITS = 1_000
"""A number that needs more digits is written with an exponent: 1E+999999999 would fill the memory."""
_MAX_DECIMALS = 6
_DECIMALS = 4


def plain(number: Decimal | None) -> str:
    """``number`` to read: grouped by commas, four decimals where it has many; empty for None.

    It has no exponent, unless it is longer than ``MOST_DIGITS``.
    """
    if number is None:
        return ""
    if number.adjusted() >= MOST_DIGITS:
        return str(number)
    exponent = number.as_tuple().exponent
    with localcontext() as exact:
        exact.prec = len(number.as_tuple().digits) + _DECIMALS + 1
        shown = round(number, _DECIMALS) if isinstance(exponent, int) and exponent < -_MAX_DECIMALS else number
    written = f"{shown:,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def digits(number: Decimal) -> str:
    """All digits of ``number``, without an exponent unless there are more than ``MOST_DIGITS`` on a side."""
    return f"{number:f}" if -MOST_DIGITS <= number.adjusted() < MOST_DIGITS else str(number)
