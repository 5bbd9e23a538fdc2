"""Conversion of measures by the factors of ``data/measures.json``, which are pint's."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import resources

import attrs

from newsparse.model import Quantity


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


def converted(value: Decimal, one: Quantity, other: Quantity) -> Decimal | None:
    """``value``, in the unit of ``one``, in the unit of ``other``; None where they measure different things."""
    if (one.unit, one.per) == (other.unit, other.per):
        return value
    source, target = (measure(item.unit or "", item.per) for item in (one, other))
    if source is None or target is None or source.dimension != target.dimension:
        return None
    times, more = source.factor / target.factor, (source.offset - target.offset) / target.factor
    return value * times.numerator / times.denominator + Decimal(more.numerator) / more.denominator


def ratio(one: Quantity, other: Quantity) -> Decimal | None:
    """How many times ``other`` is as large as ``one``, by one end of each; None where they cannot be compared."""
    first, second = (item.low if item.low is not None else item.high for item in (one, other))
    if first is None or second is None:
        return None
    same = converted(first, one, other)
    return None if same is None or not same else second / same
