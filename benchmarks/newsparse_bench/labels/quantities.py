"""Values of figures as the attribute ``v`` has them: ``35``, ``2/3``, ``12..``, ``12<..<50``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

from newsparse.errors import AnnotationError, SchemaError
from newsparse.model import Quantity
from newsparse_bench.labels.tags import Tag

WRITTEN_OUT = 40
"""Decimals of up to this many digits before or after the point are written without an exponent."""


def read_quantity(tag: Tag) -> Quantity:
    """``v`` is a value, or ``low..high``; an open end is left out, and ``<`` is next to an end that is not included.

    Raises ``SchemaError`` for what is no number, and for a range that is empty.
    """
    if "v" not in tag.values:
        raise SchemaError(f"<n> at {tag.start} has no attribute 'v'.")
    value = tag.values["v"].replace(" ", "")
    low, dots, high = value.partition("..")
    ends = [_decimal(tag, low.rstrip("<")), _decimal(tag, (high if dots else low).lstrip("<"))]
    values = tag.values
    try:
        return Quantity(
            low=ends[0],
            high=ends[1],
            low_inclusive=not low.endswith("<"),
            high_inclusive=not high.startswith("<"),
            exactness=cast("Any", values.get("x", "exact")),
            kind=cast("Any", values.get("k", "count")),
            unit=values.get("u"),
            currency=values.get("c"),
            per=values.get("per"),
            near=cast("Any", values.get("near")),
        )
    except AnnotationError as error:
        raise SchemaError(f"<n> at {tag.start} has the value {tag.values['v']!r}: {error.message}") from error


def _decimal(tag: Tag, words: str) -> Decimal | None:
    try:
        top, slash, bottom = words.partition("/")
        number = Decimal(top) if words else None
        return number / Decimal(bottom) if slash and number is not None else number
    except ArithmeticError as error:
        raise SchemaError(f"<n> at {tag.start} has the value {words!r}, which is not a number.") from error


def quantity_values(quantity: Quantity) -> dict[str, str]:
    """The attributes of a figure that give ``quantity`` back."""
    values = {"v": _range(quantity)}
    defaults = {"k": (quantity.kind, "count"), "x": (quantity.exactness, "exact")}
    values |= {key: value for key, (value, default) in defaults.items() if value != default}
    others = {"u": quantity.unit, "c": quantity.currency, "per": quantity.per, "near": quantity.near}
    return values | {key: value for key, value in others.items() if value is not None}


def _range(quantity: Quantity) -> str:
    low, high = _digits(quantity.low), _digits(quantity.high)
    if quantity.value is not None and quantity.low_inclusive and quantity.high_inclusive:
        return low
    before = "<" if quantity.low is not None and not quantity.low_inclusive else ""
    after = "<" if quantity.high is not None and not quantity.high_inclusive else ""
    return f"{low}{before}..{after}{high}"


def _digits(number: Decimal | None) -> str:
    if number is None:
        return ""
    exponent = number.as_tuple().exponent
    plain = isinstance(exponent, int) and exponent >= -WRITTEN_OUT and number.adjusted() <= WRITTEN_OUT
    return f"{number:f}" if plain else str(number)
