"""The test suites of Duckling (Meta) and quantulum3: what is news English, and why the rest is not.

Each case is a line of JSON with ``id``, ``text`` and ``want``: figures with ``value``, ``unit`` and ``surface``. The
rules and the names of units are in ``peersuites.json``. A rule is a pattern over the text with the figure in question
in ⟦ ⟧: it looks only at the wording, never at what newsparse reads. The part ``unfiltered`` has every figure.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import attrs

from newsparse.model import Document, NumberClaim, Quantity, Span
from newsparse.model.annotation import distinct
from newsparse_bench.corpora.corpus import files

UNFILTERED = "unfiltered"
_CODE = re.compile(r"[A-Z]{3}")


class Case(NamedTuple):
    """One text of a suite, with its figures; each has the reason why it is left out, or an empty string."""

    id: str
    text: str
    figures: list[tuple[NumberClaim, str]]


def load(data: Path | None, part: str) -> Iterator[Document]:
    """The texts with figures in news English as claims; in the part ``unfiltered``, all texts with all figures."""
    for case in _cases(data):
        claims = [claim for claim, reason in case.figures if part == UNFILTERED or not reason]
        if claims:
            yield Document(text=case.text, id=case.id).with_layer("numbers", distinct(claims))


def left_out(data: Path | None) -> Counter[str]:
    """How many figures are kept ("") and left out, by the reason."""
    return Counter(reason for case in _cases(data) for _, reason in case.figures)


def _cases(data: Path | None) -> Iterator[Case]:
    for path in files(data, "numbers/peer-suites", "*.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield Case(row["id"], row["text"], list(_figures(row["text"], row["want"])))


def _figures(text: str, wanted: list[dict[str, Any]]) -> Iterator[tuple[NumberClaim, str]]:
    at = 0
    for row in wanted:
        start = text.find(row["surface"], at)
        span = Span(start, start + len(row["surface"])) if start >= 0 else Span(0, len(text))
        at = span.end
        yield NumberClaim.make(text, span, quantity=_quantity(row["value"], row["unit"])), why_not(text, span)


@cache
def _tables() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], dict[str, dict[str, Any]]]:
    tables = json.loads(resources.files(__package__).joinpath("peersuites.json").read_text("utf-8"))
    return tuple((rule["reason"], re.compile(rule["pattern"])) for rule in tables["rules"]), tables["units"]


def why_not(text: str, figure: Span) -> str:
    """The reason why a figure is not news English, or nothing."""
    marked = f"{text[: figure.start]}⟦{figure.cut(text)}⟧{text[figure.end :]}"
    return next((reason for reason, pattern in _tables()[0] if pattern.search(marked)), "")


def _quantity(value: float, unit: str | None) -> Quantity:
    number = Decimal(str(value))
    plain = Quantity(low=number, high=number)
    if unit is None:
        return plain
    known = _tables()[1].get(unit.lower())
    if known is not None:
        return attrs.evolve(plain, **known)
    return attrs.evolve(plain, currency=unit) if _CODE.fullmatch(unit) else attrs.evolve(plain, unit=unit.lower())
