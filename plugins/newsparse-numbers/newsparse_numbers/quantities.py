"""Quantities of a text, without any model: numerals put together with bounds, ranges, units, currencies."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

import attrs

from newsparse.model import Direction, NumberRole, Quantity, Span
from newsparse_numbers.lexicon import lexicon, one_of
from newsparse_numbers.numerals import Numeral, numerals
from newsparse_numbers.rejects import is_score, no_quantities, why_not
from newsparse_numbers.surroundings import Surroundings, surroundings


@attrs.frozen(kw_only=True)
class Found:
    """A quantity at ``span`` (numeral with unit and currency, bounds outside); ``core`` is the numerals alone."""

    span: Span
    core: Span
    quantity: Quantity
    role: NumberRole = "level"
    direction: Direction | None = None
    rule: str = "numeral"


@attrs.frozen
class Rejected:
    """A numeral that is no quantity, and the reason: date, time, name, score, ..."""

    span: Span
    reason: str


def find_quantities(text: str) -> list[Found]:
    """The quantities of ``text``, in order, none overlapping another; never raises.

    Conventions: MeasEval's quantity with unit (Harper et al., SemEval 2021), bounds and approximation as fields of
    their own, values in the unit named.
    """
    return [item for item in scan(text) if isinstance(item, Found)]


def find_rejected(text: str) -> list[Rejected]:
    """The numerals of ``text`` that are no quantities, each with its reason."""
    return [item for item in scan(text) if isinstance(item, Rejected)]


def scan(text: str) -> Iterator[Found | Rejected]:
    """Quantities and rejected numerals in the order of the text."""
    places = no_quantities(text)
    starts = [start for start, _, _ in places]
    kept: list[tuple[Numeral, Surroundings]] = []
    out: list[Rejected] = []
    end = 0
    for numeral in numerals(text):
        if numeral.start < end:
            continue
        around = surroundings(text, numeral)
        reason = _held(places, starts, numeral, around) or why_not(text, numeral, plain=around.plain, end=around.end)
        if reason:
            out.append(Rejected(Span(numeral.start, numeral.end), reason))
        else:
            kept.append((numeral, around))
            end = around.end
    yield from sorted([*out, *_joined(text, kept)], key=lambda item: item.span.start)


def _held(places: Sequence[tuple[int, int, str]], starts: Sequence[int], numeral: Numeral, around: Surroundings) -> str:
    """The reason of a place that the numeral lies in; a currency or percent sign beats all but dates and links."""
    for index in range(bisect_right(starts, numeral.end) - 1, max(-1, bisect_right(starts, numeral.start) - 6), -1):
        start, end, reason = places[index]
        if start < numeral.end and numeral.start < end and (around.plain or reason in ("date", "link", "time")):
            return reason
    return ""


def _joined(text: str, kept: Sequence[tuple[Numeral, Surroundings]]) -> Iterator[Found | Rejected]:
    """Quantities of one numeral or, for ranges, of two."""
    skip = False
    for (numeral, around), following in zip(kept, [*kept[1:], None], strict=False):
        if skip:
            skip = False
            continue
        link = _link(text, numeral, around, following)
        if following is None or not link:
            yield _single(text, numeral, around)
            continue
        skip = True
        span = Span(numeral.start, following[0].end)
        yield Rejected(span, link) if link == "score" else _range(numeral, around, *following)


def _link(text: str, numeral: Numeral, around: Surroundings, following: tuple[Numeral, Surroundings] | None) -> str:
    """Whether two numerals in a row make a "range", a "score", or nothing together."""
    if following is None:
        return ""
    second, beyond = following
    gap = text[around.end : beyond.start]
    dash = re.fullmatch(r"\s?[-–—−]\s?", gap) is not None
    word = re.fullmatch(r"[\s-]+(?:to|and|or)[\s-]+", gap, re.IGNORECASE)
    if numeral.multiplier or second.multiplier or not (dash or word):
        return ""
    if (
        dash
        and numeral.bare
        and second.bare
        and around.plain
        and beyond.plain
        and is_score(text, around.start, beyond.end)
    ):
        return "score"
    between = re.search(r"\bbetween\s*$", text[max(0, around.start - 12) : around.start], re.IGNORECASE) is not None
    if word and "and" in word.group().lower() and not between:
        return ""
    if word and "to" in word.group().lower() and around.moved:
        return ""
    first, last = _shared(numeral, around, second, beyond)
    return "range" if first <= last and _same_unit(around, beyond) else ""


def _same_unit(one: Surroundings, other: Surroundings) -> bool:
    if one.currency_known and other.currency_known:
        return one.currency == other.currency
    return one.unit is None or other.unit is None or one.unit == other.unit


def _shared(numeral: Numeral, around: Surroundings, second: Numeral, beyond: Surroundings) -> tuple[Decimal, Decimal]:
    """Both ends; "$3-4bn" and "two to three million" share the magnitude."""
    low, high = numeral.low, second.high
    if second.scaled and not numeral.scaled and not around.unit:
        low *= second.factor
    return low, high


def _range(numeral: Numeral, around: Surroundings, second: Numeral, beyond: Surroundings) -> Found:
    low, high = _shared(numeral, around, second, beyond)
    main = beyond if beyond.unit or beyond.kind != "count" else around
    quantity = Quantity(
        low=low,
        high=high,
        exactness=around.exactness,
        kind="money" if around.currency_known else main.kind,
        unit=main.unit,
        currency=around.currency or beyond.currency,
        per=beyond.per,
    )
    span = Span(around.start, beyond.end)
    return Found(span=span, core=Span(numeral.start, second.end), quantity=quantity, rule="range")


def _single(text: str, numeral: Numeral, around: Surroundings) -> Found:
    low: Decimal | None = numeral.low if not around.negative else -numeral.high
    high: Decimal | None = numeral.high if not around.negative else -numeral.low
    ends: dict[str, bool] = {}
    if around.bound == "low":
        high, ends = None, {"low_inclusive": around.inclusive}
    elif around.bound == "high":
        low, ends = None, {"high_inclusive": around.inclusive}
    kind = (
        "multiplier"
        if numeral.multiplier
        else "fraction"
        if numeral.fraction and around.kind == "count"
        else around.kind
    )
    quantity = Quantity(
        low=low,
        high=high,
        exactness="vague" if numeral.vague else around.exactness,
        kind=kind,
        unit=around.unit,
        currency=around.currency,
        per=around.per,
        **ends,
    )
    role, direction = _change(text, numeral, around)
    span = Span(around.start, around.end)
    return Found(span=span, core=Span(numeral.start, numeral.end), quantity=quantity, role=role, direction=direction)


@cache
def _verbs() -> re.Pattern[str]:
    up, down = one_of(lexicon().lists["up"]), one_of(lexicon().lists["down"])
    return re.compile(rf"\b(?:(?P<up>{up})|(?P<down>{down}))\b", re.IGNORECASE)


def _change(text: str, numeral: Numeral, around: Surroundings) -> tuple[NumberRole, Direction | None]:
    """The role of a quantity beside a verb of change in its clause: "fell 3%", "rose from 5 to 8", "a 4% increase"."""
    if numeral.multiplier:
        word = text[numeral.start : numeral.end].lower()
        changes = word not in ("twice", "thrice")
        return ("change", "down" if word.startswith("halv") else "up") if changes else ("level", None)
    clause = re.split(r"[.!?;\n]\s|\bthat\b", text[max(0, around.outer - 60) : around.outer])[-1]
    verbs = list(_verbs().finditer(clause))
    after = re.match(rf"\s+(?:\w+\s+)?{_verbs().pattern}", text[around.end : around.end + 40], re.IGNORECASE)
    if not verbs:
        if after and after.lastgroup and around.kind in ("percent", "percentage-point"):
            return "change", "up" if after.lastgroup == "up" else "down"
        return "level", None
    if around.kind == "count" and verbs[-1].group().lower() in lexicon().words("moving"):
        return "level", None  # "lost four ships" counts ships, "lost 4%" is a change
    direction: Direction = "up" if verbs[-1].lastgroup == "up" else "down"
    between = clause[verbs[-1].end() :].lower()
    if re.search(r"\bfrom\s*$", between):
        return "from", direction
    if re.search(r"\bto\s*$", between):
        return "to", direction
    if re.fullmatch(r"(?:\s+(?:by|as|an?|in|of|another|further|more|than|\w+ly))*\s*", between):
        return "change", direction
    return "level", None
