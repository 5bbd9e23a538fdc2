"""One quantity in the form of another: shares, and measures by the factors of ``data/measures.json`` (pint's)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import resources

import attrs

from newsparse.lexicon import SHARED, lexicon
from newsparse.model import Direction, NumberRole, Quantity

SHARES: Mapping[str, tuple[str, Decimal]] = {
    "percent": ("percent", Decimal(1)),
    "fraction": ("percent", Decimal(100)),
    "percentage-point": ("percentage-point", Decimal(1)),
    "basis-point": ("percentage-point", Decimal("0.01")),
}
"""The scale of kinds of shares, and what one of them is on it."""
CONVERTED = Decimal("0.05")
"""How far a figure may be from the one that was converted into it, as a share of it, however few its digits are."""

HUNDREDTH = Decimal("0.01")
"""What a coin is of the currency that it belongs to."""


@attrs.frozen
class Measure:
    """What one of a unit is in base units: ``factor`` of them, from ``offset`` on; and its ``dimension``, by power."""

    factor: Fraction
    dimension: frozenset[tuple[str, int]]
    offset: Fraction = Fraction(0)


@cache
def measures() -> Mapping[str, Measure]:
    """What each unit measures, by its name; units without a fixed size are missing."""
    text = resources.files("newsparse").joinpath("data", "measures.json").read_text("utf-8")
    return {
        name: Measure(
            Fraction(entry["factor"]), frozenset(entry["dimension"].items()), Fraction(entry.get("offset", 0))
        )
        for name, entry in json.loads(text).items()
    }


@cache
def measure(unit: str, per: str | None = None) -> Measure | None:
    """What a unit, or one unit per another, measures; None where one of them has no fixed size."""
    whole, part = measures().get(unit), measures().get(per) if per else None
    if whole is None or (per and part is None):
        return None
    return _divided(whole, part) if part else whole


def _divided(one: Measure, other: Measure) -> Measure:
    """One measure per another; differences of temperature have no offset."""
    powers = Counter(dict(one.dimension))
    powers.subtract(dict(other.dimension))
    return Measure(one.factor / other.factor, frozenset((name, power) for name, power in powers.items() if power))


def converted(value: Decimal, one: Quantity, other: Quantity, *, change: bool = False) -> Decimal | None:
    """``value``, in the form of ``one``, in that of ``other``; None where they measure different things.

    ``change`` says that it is a difference, so that the zeros of scales of temperature do not matter.
    """
    if (one.unit, one.per) == (other.unit, other.per):
        own, wanted = SHARES.get(one.kind), SHARES.get(other.kind)
        return value * own[1] / wanted[1] if own and wanted and own[0] == wanted[0] else value
    source, target = _measured(one), _measured(other)
    if source is None or target is None or source.dimension != target.dimension:
        return None
    times = source.factor / target.factor
    more = Fraction(0) if change else (source.offset - target.offset) / target.factor
    return value * times.numerator / times.denominator + Decimal(more.numerator) / more.denominator


def is_multiple(one: Quantity, other: Quantity) -> bool:
    """Whether one unit is a whole number of the other, as a year of months, so that conversion leaves no rounding."""
    source, target = _measured(one), _measured(other)
    if source is None or target is None or source.offset != target.offset:
        return False
    times = source.factor / target.factor
    return 1 in (times.numerator, times.denominator)


def _measured(quantity: Quantity) -> Measure | None:
    return measure(quantity.unit or "", quantity.per)


def margin(value: Decimal) -> Decimal:
    """How far a figure may be from the one that was converted into it: half of its last digit but zeros, or less."""
    exponent = value.normalize().as_tuple().exponent
    half = Decimal(1).scaleb(exponent) / 2 if isinstance(exponent, int) else Decimal(0)
    return min(half, abs(value) * CONVERTED) if value else half


@cache
def scales(unit: str) -> tuple[str, ...]:
    """The units that a word without a fixed size may stand for: "degree" for those of each scale of temperature."""
    return () if unit in measures() else tuple(name for name in measures() if name.startswith(f"{unit} "))


def in_one_currency(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Two amounts without their currency, where only one names it and the sign of the other may mean that: "$" and USD.

    Coins then count as hundredths. Any other two quantities stay as they are.
    """
    lists = lexicon(SHARED)
    families, names = lists.groups("money.families"), lists.map("money.names")
    named, unnamed = sorted((one, other), key=lambda item: item.currency is None)
    signs = [sign for sign, name in names.items() if name == unnamed.unit and named.currency in families[sign]]
    if not signs or unnamed.currency or one.kind != "money" or other.kind != "money":
        return one, other
    part = HUNDREDTH if signs[0] in lists.words("money.coins") else Decimal(1)
    return _without_currency(one, part), _without_currency(other, part)


def _without_currency(quantity: Quantity, part: Decimal) -> Quantity:
    times = Decimal(1) if quantity.currency else part
    low, high = (None if end is None else end * times for end in (quantity.low, quantity.high))
    return attrs.evolve(quantity, low=low, high=high, unit=None, currency=None)


def plain(quantity: Quantity, role: NumberRole = "level", direction: Direction | None = None) -> Quantity:
    """The quantity as a share where it is one in other words: "one in four", and "doubled" for 100% more."""
    if quantity.kind == "ratio":
        return _as_fraction(quantity)
    if quantity.kind == "multiplier" and role == "change" and direction is not None:
        return _as_growth(quantity, direction)
    return quantity


def _as_fraction(quantity: Quantity) -> Quantity:
    """The fraction that a ratio to a whole number is: a quarter for "one in four"; other ratios stay as they are."""
    per = quantity.per or ""
    whole = Decimal(per) if per.isdecimal() else Decimal(0)
    if not whole:
        return quantity
    low, high = (None if end is None else end / whole for end in (quantity.low, quantity.high))
    return attrs.evolve(quantity, low=low, high=high, kind="fraction", per=None)


def _as_growth(quantity: Quantity, direction: Direction) -> Quantity:
    """The percentage by which something that is multiplied goes up or down: 100 for "doubled".

    A multiplier that does not go that way stays as it is: "half" with the direction "up".
    """
    sign = 1 if direction == "up" else -1
    low, high = (None if end is None else 100 * (end - 1) * sign for end in (quantity.low, quantity.high))
    if any(end is not None and end <= 0 for end in (low, high)):
        return quantity
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return attrs.evolve(quantity, low=low, high=high, kind="percent")


def ratio(one: Quantity, other: Quantity) -> Decimal | None:
    """How many times ``other`` is as large as ``one``, by one end of each; None where they cannot be compared."""
    first, second = (item.low if item.low is not None else item.high for item in (one, other))
    if first is None or second is None:
        return None
    same = converted(first, one, other)
    return None if same is None or not same else second / same
