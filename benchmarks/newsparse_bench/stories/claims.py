"""Reads the stories with claims: figures as ``{words|group|value|labels}``, quotes as ``<words|claim|labels>``.

``«words|claim|name»`` is where somebody disputes a claim; without a name, it is confirmed or taken back there. A line
``verdicts STORY: GROUP=VERDICT`` says how the figures of each group with several of them relate. A figure's group may
be followed by ``/`` and whose figure it is, where several people give different ones. Every article states, of each
claim in it, one of ``asserted``, ``reported``, ``hedged`` and ``denied``; ``disputed``, ``confirmed`` and ``corrected``
take all articles of its story into account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib import resources

import attrs

from newsparse.errors import SchemaError
from newsparse.model import Direction, Document, Meta, Quantity, QuantityKind, Span

_HEAD = re.compile(r"^== (([a-z0-9]+)-\S+) \| (.+) \| (\d{4}-\d\d-\d\d)$", re.MULTILINE)
_VERDICTS = re.compile(r"^verdicts (\w+): (.+)$", re.MULTILINE)
_VALUE = re.compile(r"([+-]?)(~?)(>=|<=|>|<|)([\d.]+?)(?:\.\.([\d.]+))?(?: (.+))?")
_MARKS = {"{": "}", "<": ">", "«": "»"}
_KINDS: Mapping[str, QuantityKind] = {
    "%": "percent",
    "pp": "percentage-point",
    "fraction": "fraction",
    "year": "duration",
    "year old": "age",
    "crown": "money",
}
_CURRENCY = re.compile("[A-Z]{3}")


@attrs.frozen(kw_only=True)
class ToldClaim:
    """A claim as labelled: its id in the story, what is said of it, and for a figure its group and value."""

    span: Span
    id: str
    labels: frozenset[str]
    group: str | None = None
    quantity: Quantity | None = None
    direction: Direction | None = None


@attrs.frozen(kw_only=True)
class ToldDispute:
    """Words by which somebody, ``by``, disputes a claim of the story."""

    span: Span
    claim: str
    by: str


@attrs.frozen(kw_only=True)
class Telling:
    """One article of a story, without labels in its text, and its labels."""

    story: str
    document: Document
    claims: tuple[ToldClaim, ...]
    disputes: tuple[ToldDispute, ...]

    @property
    def figures(self) -> tuple[ToldClaim, ...]:
        """The claims that are figures."""
        return tuple(item for item in self.claims if item.quantity)


@attrs.frozen(kw_only=True)
class Told:
    """All articles of a part, and the verdict on each group of figures, by story and group."""

    tellings: tuple[Telling, ...]
    verdicts: Mapping[tuple[str, str], str]


def told(part: str) -> Told:
    """The stories of ``part``; raises ``SchemaError`` for marks that cannot be read."""
    text = resources.files(__package__).joinpath(f"claims-{part}.txt").read_text("utf-8")
    head, *rest = _HEAD.split(text)
    fields = zip(*(rest[number::5] for number in range(5)), strict=True)
    return Told(tellings=tuple(_telling(*item) for item in fields), verdicts=verdicts(head))


def verdicts(head: str) -> Mapping[tuple[str, str], str]:
    """The verdicts on groups of figures that the lines before the articles give, by story and group."""
    return {
        (story, group): verdict
        for story, pairs in _VERDICTS.findall(head)
        for group, verdict in (pair.split("=") for pair in pairs.split())
    }


def _telling(key: str, story: str, outlet: str, day: str, body: str) -> Telling:
    body, titled = headed(body)
    text, marked = unmarked(body, key)
    document = article(text, key, outlet, day, titled=titled)
    claims = [_claim(span, fields) for mark, span, fields in marked if mark != "«"]
    disputes = [
        ToldDispute(span=span, claim=fields[0], by=fields[1])
        for mark, span, fields in marked
        if mark == "«" and len(fields) > 1
    ]
    return Telling(story=story, document=document, claims=tuple(claims), disputes=tuple(disputes))


def headed(body: str) -> tuple[str, bool]:
    """``body`` with its headline, a line that begins with ``# ``, as first paragraph; and whether it has one."""
    first, _, rest = body.strip().partition("\n")
    if not first.startswith("# "):
        return body.strip(), False
    return f"{first.removeprefix('# ')}\n\n{rest.strip()}", True


def article(text: str, key: str, outlet: str, day: str, *, titled: bool) -> Document:
    """The document of an article whose first paragraph is its headline if it is ``titled``."""
    title = text.partition("\n\n")[0] if titled else None
    return Document(text=text, id=key, meta=Meta(outlet=outlet, published=day, language="en", title=title))


def unmarked(body: str, name: str) -> tuple[str, list[tuple[str, Span, list[str]]]]:
    """The text without marks, and each mark with its span and fields; raises ``SchemaError`` where one is open."""
    pieces: list[str] = []
    opened: list[tuple[str, int, list[str]]] = []
    found: list[tuple[str, Span, list[str]]] = []
    length = 0
    for letter in body:
        if opened and letter == _MARKS[opened[-1][0]]:
            mark, start, fields = opened.pop()
            found.append((mark, Span(start, length), fields))
        elif opened and letter == "|":
            opened[-1][2].append("")
        elif opened and opened[-1][2]:
            opened[-1][2][-1] += letter
        elif letter in _MARKS:
            opened.append((letter, length, []))
        else:
            pieces.append(letter)
            length += 1
    if opened:
        raise SchemaError(f"{name}: a mark {opened[-1][0]!r} has no end.")
    return "".join(pieces), sorted(found, key=lambda item: (item[1].start, -item[1].end))


def _claim(span: Span, fields: list[str]) -> ToldClaim:
    *given, labels = fields
    if len(given) > 1:
        return figure(span, given[0], given[1], labels)
    return ToldClaim(span=span, id=given[0], labels=frozenset(labels.split("+")))


def figure(span: Span, key: str, written: str, labels: str) -> ToldClaim:
    """A figure as labelled; raises ``SchemaError`` for a value that cannot be read."""
    quantity, direction = value(written)
    named, group = frozenset(labels.split("+")), key.partition("/")[0]
    return ToldClaim(span=span, id=key, labels=named, group=group, quantity=quantity, direction=direction)


def value(written: str) -> tuple[Quantity, Direction | None]:
    """A quantity as the labels write it: ``>=12``, ``~30``, ``3..5 EUR``, ``+4.1 %`` for a rise.

    Raises ``SchemaError`` for anything else.
    """
    match = _VALUE.fullmatch(written)
    if match is None:
        raise SchemaError(f"{written!r} is no value.")
    sign, about, bound, one, other, unit = match.groups()
    low, high = Decimal(one), Decimal(other or one)
    currency, kind = _measured(unit)
    named = None if currency or kind in ("percent", "percentage-point", "fraction", "count") else unit
    quantity = Quantity(
        low=None if "<" in bound else low,
        high=None if ">" in bound else high,
        low_inclusive=bound != ">",
        high_inclusive=bound != "<",
        exactness="about" if about else "exact",
        kind=kind,
        unit="year" if kind == "age" else named,
        currency=currency,
    )
    directions: Mapping[str, Direction] = {"+": "up", "-": "down"}
    return quantity, directions.get(sign)


def _measured(unit: str | None) -> tuple[str | None, QuantityKind]:
    """The currency, if a unit is one, and what is measured in it; a count without a unit."""
    if not unit:
        return None, "count"
    return (unit, "money") if _CURRENCY.fullmatch(unit) else (None, _KINDS.get(unit, "measure"))


def stories_of(tellings: tuple[Telling, ...]) -> Iterator[tuple[str, tuple[Telling, ...]]]:
    """The articles of each story, in order."""
    for story in dict.fromkeys(item.story for item in tellings):
        yield story, tuple(item for item in tellings if item.story == story)
