"""Quantities on common scales, so that kilometres and miles can be compared: by pint, where it is installed."""

from __future__ import annotations

import json
import logging
from decimal import Decimal, Overflow, localcontext
from functools import cache
from importlib import resources
from math import isfinite
from typing import Any

import attrs

from newsparse.comparison.conversion import SHARES
from newsparse.model import Quantity

_LOG = logging.getLogger(__name__)


@attrs.frozen
class Scaled:
    """The ends of a quantity on a scale; None for an open end, or one that no floating-point number can hold."""

    scale: str
    low: float | None
    high: float | None


def measure(quantity: Quantity) -> str:
    """What people call it when they look for such figures: "USD", "kilometre per hour", "percent", "count"."""
    name = quantity.currency or quantity.unit or quantity.kind
    return f"{name} per {quantity.per}" if quantity.per else name


def scaled(quantity: Quantity) -> Scaled:
    """The quantity on the scale of its kind: measures in SI units, shares in percent, all else as it is."""
    with localcontext() as context:
        context.traps[Overflow] = False  # what is too large to be converted is infinite
        return _scaled(quantity)


def _scaled(quantity: Quantity) -> Scaled:
    if quantity.kind in SHARES and not quantity.unit:
        name, factor = SHARES[quantity.kind]
        return _by(factor, f"{name} per {quantity.per}" if quantity.per else name, quantity)
    unit = None if quantity.currency or quantity.kind == "money" else quantity.unit
    for expression, rest in ((_both(unit, quantity.per), None), (_expression(unit), quantity.per)):
        scale = _scale(expression) if expression else None
        if expression and scale is not None:
            name = f"{scale} per {rest}" if rest else scale
            return Scaled(name, _converted(quantity.low, expression), _converted(quantity.high, expression))
    return _by(Decimal(1), measure(quantity), quantity)


def _by(factor: Decimal, scale: str, quantity: Quantity) -> Scaled:
    ends = (None if end is None else _real(end * factor) for end in (quantity.low, quantity.high))
    return Scaled(scale, *ends)


def _both(unit: str | None, per: str | None) -> str | None:
    one, other = _expression(unit), _expression(per)
    return f"({one})/({other})" if one and other and _scale(other) else None


def _expression(unit: str | None) -> str | None:
    """The unit as pint writes it; None for one that pint does not know."""
    registry = _registry()
    if registry is None or not unit:
        return None
    name = unit.replace(" ", "_")
    return _units().expressions.get(unit) or (name if name.isidentifier() and name in registry else None)


@attrs.frozen
class _Units:
    """What pint lacks: ``definitions`` in its own language, and ``expressions`` for units that it calls otherwise."""

    definitions: tuple[str, ...]
    expressions: dict[str, str]


@cache
def _units() -> _Units:
    text = resources.files("newsparse").joinpath("data", "corpus", "units.json").read_text("utf-8")
    known = json.loads(text)
    return _Units(tuple(known["definitions"]), known["expressions"])


@cache
def _registry() -> Any:
    """The units that pint knows, or None where it is not installed."""
    try:
        from pint import UnitRegistry
    except ModuleNotFoundError:
        return None
    registry: Any = UnitRegistry(non_int_type=Decimal, autoconvert_offset_to_baseunit=True)
    for definition in _units().definitions:
        registry.define(definition)
    return registry


@cache
def _scale(expression: str) -> str | None:
    """The SI unit of an expression; None for logarithmic units, such as decibels, which have no factor."""
    registry = _registry()
    try:
        return str(registry.Quantity(Decimal(1), registry.parse_units(expression)).to_base_units().units)
    except TypeError as error:  # pint takes the logarithm of a Decimal, which has none
        _LOG.debug("%s has no SI unit", expression, exc_info=error)
        return None


def _converted(value: Decimal | None, expression: str) -> float | None:
    if value is None:
        return None
    registry = _registry()
    return _real(registry.Quantity(value, registry.parse_units(expression)).to_base_units().magnitude)


def _real(value: Any) -> float | None:
    found = float(value)
    return found if isfinite(found) else None
