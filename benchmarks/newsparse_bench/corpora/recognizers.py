"""The specifications of Recognizers-Text (Microsoft): the cases that are news English, and why the others are not.

The rules are in ``recognizers.json``. Each is a pattern over the input with the phrase in question in ⟦ ⟧; a case also
needs three words of letters outside its phrases. They look only at the wording, never at what newsparse reads.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import attrs

from newsparse.errors import AnnotationError
from newsparse.model import Document, NumberClaim, Quantity, Span
from newsparse.model.annotation import distinct
from newsparse_bench.corpora.corpus import files

FILES = ("AgeModel", "CurrencyModel", "DimensionModel", "NumberModel", "NumberRangeModel", "PercentModel")
RANGE = re.compile(r"([\[(])([^,]*),([^,]*)([\])])")
LETTERS = re.compile(r"[^\W\d_]{2,}")
FRAGMENT = "no sentence"


def load(data: Path | None, _part: str) -> Iterator[Document]:
    """The news sentences of the number, range, percentage, currency, dimension and age models, values as claims."""
    for name, text, phrases in _cases(data):
        claims = [claim for claim, reason in phrases if not reason]
        if claims:
            yield Document(text=text, id=name).with_layer("numbers", distinct(claims))


def left_out(data: Path | None) -> Counter[str]:
    """How many phrases are kept ("") and left out, by the reason."""
    return Counter(reason for _, _, phrases in _cases(data) for _, reason in phrases)


def _cases(data: Path | None) -> Iterator[tuple[str, str, list[tuple[NumberClaim, str]]]]:
    for name in FILES:
        path = files(data, "numbers/recognizers-specs", f"{name}.json")[0]
        for number, case in enumerate(json.loads(path.read_text("utf-8-sig"))):
            text = case["Input"]
            claims = [claim for row in case["Results"] if (claim := _claim(text, row))]
            spans = [claim.span for claim in claims]
            yield f"{name}-{number}", text, [(claim, why_not(text, claim.span, spans)) for claim in claims]


@cache
def _rules() -> tuple[int, tuple[tuple[str, re.Pattern[str]], ...]]:
    rules = json.loads(resources.files(__package__).joinpath("recognizers.json").read_text("utf-8"))
    return rules["words"], tuple((rule["reason"], re.compile(rule["pattern"])) for rule in rules["rules"])


def why_not(text: str, phrase: Span, phrases: list[Span]) -> str:
    """The reason why ``phrase`` of ``text`` is not news English, or nothing; ``phrases`` are all of the case."""
    least, rules = _rules()
    outside = "".join(c for at, c in enumerate(text) if not any(span.start <= at < span.end for span in phrases))
    if len(LETTERS.findall(outside)) < least:
        return FRAGMENT
    marked = f"{text[: phrase.start]}⟦{phrase.cut(text)}⟧{text[phrase.end :]}"
    return next((reason for reason, pattern in rules if pattern.search(marked)), "")


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
