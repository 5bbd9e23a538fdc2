"""Conversion of measures through pint, loaded when first asked for."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from newsparse.model import Quantity
from newsparse_numbers.lexicon import units

PERS = {name: unit.pint for name, unit in units().items() if unit.pint}
"""Denominators that convert, with pint's expression."""


@cache
def _registry() -> Any:
    from pint import UnitRegistry

    return UnitRegistry(non_int_type=Decimal, autoconvert_offset_to_baseunit=True)


@cache
def _expression(unit: str, per: str | None) -> str | None:
    found = units().get(unit)
    if found is None or found.pint is None or (per and per not in PERS):
        return None
    return f"({found.pint})/({PERS[per]})" if per else found.pint


def converted(value: Decimal, one: Quantity, other: Quantity) -> Decimal | None:
    """``value``, in the unit of ``one``, in the unit of ``other``; None where they measure different things."""
    if (one.unit, one.per) == (other.unit, other.per):
        return value
    source, target = (_expression(item.unit or "", item.per) for item in (one, other))
    if source is None or target is None:
        return None
    registry = _registry()
    unit, wanted = registry.parse_units(source), registry.parse_units(target)
    if unit.dimensionality != wanted.dimensionality:
        return None
    return Decimal(registry.Quantity(value, unit).to(wanted).magnitude)


def ratio(one: Quantity, other: Quantity) -> Decimal | None:
    """How many times ``other`` is as large as ``one``, by one end of each; None where they cannot be compared."""
    first, second = (item.low if item.low is not None else item.high for item in (one, other))
    if first is None or second is None:
        return None
    same = converted(first, one, other)
    return None if same is None or not same else second / same
