"""The specifications of Recognizers-Text (Microsoft): phrases with values; cases that Python need not support too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import attrs

from newsparse.errors import AnnotationError
from newsparse.model import Document, NumberClaim, Quantity, Span
from newsparse.model.annotation import distinct
from newsparse_bench.corpora.corpus import files

FILES = ("AgeModel", "CurrencyModel", "DimensionModel", "NumberModel", "NumberRangeModel", "PercentModel")
RANGE = re.compile(r"([\[(])([^,]*),([^,]*)([\])])")


def load(data: Path | None, _part: str) -> Iterator[Document]:
    """The sentences of the number, range, percentage, currency, dimension and age models, values as claims."""
    for name in FILES:
        path = files(data, "numbers/recognizers-specs", f"{name}.json")[0]
        for number, case in enumerate(json.loads(path.read_text("utf-8-sig"))):
            text = case["Input"]
            claims = [claim for row in case["Results"] if (claim := _claim(text, row))]
            yield Document(text=text, id=f"{name}-{number}").with_layer("numbers", distinct(claims))


def _claim(text: str, row: dict[str, Any]) -> NumberClaim | None:
    start = row["Start"] if "Start" in row else text.find(row["Text"])
    end = row["End"] + 1 if "End" in row else start + len(row["Text"])
    quantity = _quantity(str((row.get("Resolution") or {}).get("value", "")))
    return NumberClaim.make(text, Span(start, end), quantity=quantity) if quantity and 0 <= start < end else None


def _quantity(value: str) -> Quantity | None:
    """The value as a quantity; None for what has no number ("end+0")."""
    try:
        if found := RANGE.fullmatch(value):
            low, high = (Decimal(end) if end else None for end in found.groups()[1:3])
            quantity = Quantity(low=low, high=high)
            return attrs.evolve(
                quantity, low_inclusive=low is None or found[1] == "[", high_inclusive=high is None or found[4] == "]"
            )
        number = Decimal(value.removesuffix("%"))
        return Quantity(low=number, high=number, kind="percent" if value.endswith("%") else "count")
    except (InvalidOperation, AnnotationError):
        return None
