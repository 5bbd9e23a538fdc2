"""quantulum3 (https://github.com/nielstron/quantulum3), without its classifier."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from newsparse.model import Document, NumberClaim, Quantity, Span
from newsparse.model.annotation import distinct
from newsparse_bench.metrics.newsquant import Row
from newsparse_bench.systems.system import Annotate, System, needed, one_by_one

KINDS = {"percentage": "percent"}


def make() -> Annotate:
    """Its parser."""
    parser = needed("quantulum3.parser")
    needed("quantulum3.classifier").USE_CLF = False

    def annotate(document: Document) -> Document:
        found = [item for item in parser.parse(document.text) if item.span[0] < item.span[1]]
        claims = distinct([_claim(document.text, item) for item in found])
        rows = distinct([_row(document.text, item) for item in found])
        return document.with_layer("numbers", claims).with_layer("rows", rows)

    return one_by_one(annotate)


def _claim(text: str, item: Any) -> NumberClaim:
    value, name = Decimal(str(item.value)), item.unit.name
    counted = name == "dimensionless"
    quantity = Quantity(
        low=value, high=value, kind="percent" if name == "percentage" else "count", unit=None if counted else name
    )
    return NumberClaim.make(text, Span(*item.span), quantity=quantity)


def _row(text: str, item: Any) -> Row:
    unit = "-" if item.unit.name == "dimensionless" else item.unit.name
    return Row.make(text, Span(*item.span), values=(float(item.value),), unit=unit)


QUANTULUM = System("quantulum3", "quantities by patterns", ("numbers", "newsquant"), "quantulum3", make, "numbers")
