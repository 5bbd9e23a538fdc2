"""quantulum3 (https://github.com/nielstron/quantulum3), without its classifier.

It has a range as its middle and half its width ("uncertainty"), which are turned back into the two ends; NewsQuant's
official script gives it the same credit by comparing middles. Its classifier is a pickle that no current scikit-learn
reads, and it would be used wherever scikit-learn is installed.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from newsparse.model import Document, NumberClaim, Span
from newsparse.model.annotation import distinct
from newsparse.specs import Annotate, SystemSpec
from newsparse_bench.kinds import Row
from newsparse_bench.systems.system import extra, needed, one_by_one
from newsparse_bench.systems.units import newsquant, quantity


def make() -> Annotate:
    """Its parser."""
    parser = needed("quantulum3.parser")
    needed("quantulum3.classifier").USE_CLF = False

    def annotate(document: Document) -> Document:
        text = document.text
        found = parser.parse(text)
        rows = [_row(text, item) for item in found]
        claims = [_claim(text, item, span) for item in found if (span := place(text, item))]
        return document.with_layer("numbers", distinct(claims)).with_layer("rows", distinct(rows))

    return one_by_one(annotate)


def place(text: str, item: Any) -> Span | None:
    """Its place; spans may begin before the text, and some have no words: those have no place."""
    start, end = max(0, item.span[0]), min(len(text), item.span[1])
    return Span(start, end) if start < end and item.surface.strip() else None


def ends(item: Any) -> tuple[float, float]:
    """The lowest and the highest value; ``uncertainty`` is the same on both sides."""
    spread = item.uncertainty or 0
    return (item.value - spread, item.value + spread)


def _claim(text: str, item: Any, span: Span) -> NumberClaim:
    low, high = (Decimal(str(end)) for end in ends(item))
    return NumberClaim.make(text, span, quantity=quantity(low, high, item.unit.name.lower()))


def _row(text: str, item: Any) -> Row:
    values = tuple(float(value) for value in dict.fromkeys(ends(item)))
    return Row.make(text, Span(0, len(text)), values=values, unit=newsquant(item.unit.name.lower()))


QUANTULUM = SystemSpec(
    name="quantulum3",
    summary="quantities by patterns",
    tasks=("numbers", "newsquant"),
    distributions=("quantulum3",),
    make=make,
    hint=extra("numbers"),
)
