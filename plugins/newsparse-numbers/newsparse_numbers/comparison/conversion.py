"""Conversion of measures by the factors of ``data/factors.json``, which are pint's."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any

import attrs

from newsparse.model import Quantity
from newsparse_numbers.lexicon import units

PERS = {name: unit.pint for name, unit in units().items() if unit.pint}
"""Denominators that convert, with pint's expression."""


@attrs.frozen
class Measure:
    """What one of a unit is in base units: ``factor`` of them, from ``offset`` on; and its ``dimension``, by power."""

    factor: Fraction
    dimension: frozenset[tuple[str, int]]
    offset: Fraction = Fraction(0)


@cache
def _factors() -> dict[str, Any]:
    """Factor, dimension and offset of each of pint's expressions that a unit names."""
    file = resources.files("newsparse_numbers").joinpath("data", "factors.json")
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def measure(expression: str) -> Measure:
    """What pint's ``expression`` for a unit measures; raises ``KeyError`` where the factors have none."""
    entry = _factors()[expression]
    offset = Fraction(entry.get("offset", 0))
    return Measure(Fraction(entry["factor"]), frozenset(entry["dimension"].items()), offset)


@cache
def _measure(unit: str, per: str | None) -> Measure | None:
    found = units().get(unit)
    if found is None or found.pint is None or (per and per not in PERS):
        return None
    whole = measure(found.pint)
    return _divided(whole, measure(PERS[per])) if per else whole


def _divided(one: Measure, other: Measure) -> Measure:
    """One measure per another; differences of temperature have no offset."""
    powers = Counter(dict(one.dimension))
    powers.subtract(dict(other.dimension))
    return Measure(one.factor / other.factor, frozenset((name, power) for name, power in powers.items() if power))


def converted(value: Decimal, one: Quantity, other: Quantity) -> Decimal | None:
    """``value``, in the unit of ``one``, in the unit of ``other``; None where they measure different things."""
    if (one.unit, one.per) == (other.unit, other.per):
        return value
    source, target = (_measure(item.unit or "", item.per) for item in (one, other))
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
