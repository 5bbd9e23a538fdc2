"""A floor that needs no model: words in quotation marks, digits, and runs of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from newsparse.model import Document, Entity, Mention, NumberClaim, Quantity, Quote, Span
from newsparse.model.annotation import distinct
from newsparse.specs import Annotate, SystemSpec
from newsparse_bench.systems.system import one_by_one

MARKED = re.compile(r"“([^“”]+)”|\"([^\"\n]+)\"|''((?:[^'\n]|'(?!'))+)''")
FIGURE = re.compile(r"[$£€]?(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)(?![\w-])")
FEWEST_WORDS = 4
"""Marked stretches with fewer words are seldom quotes."""
NAME = re.compile(r"\b[A-Z][\w’'-]*(?: (?:of |the )?[A-Z][\w’'-]*)*")


def annotate(document: Document) -> Document:
    """Quotes of four words or more, every figure in digits, every capitalised run as a person."""
    text = document.text
    mentions = [Mention.make(text, Span(*match.span()), label="Person") for match in NAME.finditer(text)]
    layers: dict[str, Iterable[Any]] = {
        "quotes": _quotes(text),
        "numbers": _numbers(text),
        "mentions": mentions,
        "entities": _entities(text, mentions),
    }
    for layer, items in layers.items():
        document = document.with_layer(layer, distinct(items))
    return document


def _quotes(text: str) -> Iterator[Quote]:
    for match in MARKED.finditer(text):
        group = match.lastindex or 1
        if len(match[group].split()) >= FEWEST_WORDS:
            span = Span(match.start(group), match.end(group))
            yield Quote.make(text, span, fragments=(span,), form="direct")


def _numbers(text: str) -> Iterator[NumberClaim]:
    for match in FIGURE.finditer(text):
        value = Decimal(match[1].replace(",", "") + (match[2] or ""))
        quantity = Quantity(low=value, high=value, kind="percent" if match[3] else "count")
        yield NumberClaim.make(text, Span(*match.span()), quantity=quantity)


def _entities(text: str, mentions: Iterable[Mention]) -> Iterator[Entity]:
    """One person for all runs of the same words."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.text, []).append(mention)
    for name, own in groups.items():
        yield Entity.make(text, own[0].span, label="Person", name=name, mentions=tuple(m.id for m in own))


def make() -> Annotate:
    """The floor."""
    return one_by_one(annotate)


FLOOR = SystemSpec(
    name="floor",
    summary="regular expressions",
    tasks=("quotes", "numbers", "newsquant", "entities", "groups"),
    distributions=("newsparse-bench",),
    make=make,
)
