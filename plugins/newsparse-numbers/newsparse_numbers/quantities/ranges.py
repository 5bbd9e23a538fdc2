"""Numerals in a row that belong together: ranges, scores, units shared over hyphens ("four- and six-cylinder")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Literal

import attrs

from newsparse_numbers.attachments.record import Attached
from newsparse_numbers.lexicon import one_of, units, words
from newsparse_numbers.numerals.exact import quotient
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.numerals.words import Stream
from newsparse_numbers.rejection.places import YEAR, is_score

Part = tuple[Numeral, Attached]
UNITED = frozenset(["money", "percent", "percentage-point", "basis-point", "measure", "duration", "age", "index"])
_DASH = re.compile(r"\s?[-–—−‐‑]\s?|~")
_WORD = re.compile(
    r"(?:\s|-)+(?:up\s+)?(to|and|or|through)(?:\s|-)+(?:(?:as much as|as many as|about|around|even|nearly|up to)\s)?",
    re.IGNORECASE,
)
_LIST = re.compile(r"-?(?:,|\s(?:or|and)|,\s(?:or|and))\s", re.IGNORECASE)


def suspended(text: str, kept: Sequence[Part]) -> list[Part]:
    """Gives numerals before a shared unit that unit: "7- or 8-inch", "6, 9 and 12 kilowatts", "8 or $9"."""
    result = list(kept)
    for index in range(len(result) - 2, -1, -1):
        (numeral, around), (second, following) = result[index], result[index + 1]
        gap = text[around.end : following.start]
        bare = around.kind == "count" and around.unit is None and following.kind in UNITED and not around.per
        if not bare or not _LIST.fullmatch(gap):
            continue
        apart = not (around.plain and numeral.bare and second.form == numeral.form == "digits")
        begins = gap == ", " and result[index + 1] is kept[index + 1]
        if not gap.startswith("-") and (apart or begins or (following.kind == "money" and "or" not in gap)):
            continue
        taken = attrs.evolve(around, kind=following.kind, unit=following.unit, money=following.money)
        result[index] = numeral, taken
    return result


_WITH = re.compile(r",?\s(?:and\s)?", re.IGNORECASE)
_INCHES = re.compile(r"\s?(?:in|ins)\b(?!\s(?:the|an?|his|her|its|their|[A-Z]|\d))|″|[\"”](?!\w)")


def compounded(text: str, kept: Sequence[Part]) -> list[Part]:
    """Puts numerals of a larger and a smaller unit together: "5 feet 2 inches", "6-foot-2", "3 dollars 50 cents"."""
    result: list[Part] = []
    for part in kept:
        joined = _compound(text, result[-1], part) if result else None
        if joined is None:
            result.append(part)
        else:
            result[-1] = joined
    return result


def _compound(text: str, part: Part, following: Part) -> Part | None:
    (numeral, around), (second, beyond) = part, following
    gap = text[around.end : beyond.start]
    if (
        len(gap) > 6
        or numeral.high != numeral.low
        or second.high != second.low
        or around.per
        or beyond.outer < around.end
    ):
        return None
    parts = _in_one(around, beyond)
    end = beyond.end
    if parts is None and around.unit == "foot" and beyond.plain and second.bare:
        inches = _INCHES.match(text, second.end)
        end = inches.end() if inches else second.end
        parts = Decimal(12) if gap == "-" or (inches and _WITH.fullmatch(gap)) else None
    elif not _WITH.fullmatch(gap):
        return None
    if parts is None or second.low >= parts:
        return None
    value = numeral.low + quotient(second.low, parts)
    whole = attrs.evolve(numeral, low=value, high=value, end=second.end, bare=False)
    return whole, attrs.evolve(around, end=end, beyond=max(end, beyond.beyond), per=beyond.per)


def _in_one(around: Attached, beyond: Attached) -> Decimal | None:
    """How many of the second unit make one of the first; None where they do not go together."""
    if around.money is not None and beyond.money is not None and around.scale == 1 and beyond.scale != 1:
        return quotient(1, beyond.scale)
    larger = units().get(around.unit or "")
    return larger.smaller.get(beyond.unit or "") if larger else None


def link(text: str, part: Part, following: Part | None, stream: Stream) -> Literal["range", "score", "year", ""]:
    """Whether two numerals in a row make a "range", a "score", or nothing together."""
    if following is None:
        return ""
    (numeral, around), (second, beyond) = part, following
    gap = text[around.end : beyond.start]
    if beyond.start - around.end > 24 or not {numeral.form, second.form} <= {"digits", "words"}:
        return ""
    dash = _DASH.fullmatch(gap) is not None
    word = _WORD.fullmatch(gap)
    if not (dash or word):
        return ""
    bare = numeral.bare and second.bare and around.plain and beyond.plain
    if dash and bare and is_score(stream, around.start, beyond.end) and max(numeral.low, second.low) < 200:
        return "score"
    if (
        dash
        and bare
        and YEAR.fullmatch(text[numeral.start : numeral.end])
        and len(text[second.start : second.end]) == 2
    ):
        return "year"
    if word and not _spans(text, word.group(1).lower(), part, following):
        return ""
    low, high = shared(part, following)
    if dash and low > high and bare:
        return "score"
    return "range" if low <= high and _same_unit(around, beyond) else ""


def _spans(text: str, word: str, part: Part, following: Part) -> bool:
    """Whether "to", "and" or "or" between two numerals makes one range of them."""
    (numeral, around), (second, beyond) = part, following
    before = text[max(0, around.outer - 40) : around.outer]
    if word == "and":
        return (
            re.search(
                r"\bbetween(?:\s+(?:about|around|roughly|the age of|the ages of|ages?|aged))?\s*$",
                before,
                re.IGNORECASE,
            )
            is not None
        )
    if word == "or":
        close = second.low - numeral.low
        return (
            around.kind == "count"
            and numeral.form == "words"
            and 0 < close <= max(Decimal(2), numeral.low)
            and not text[around.end : beyond.start].startswith("-")
        )
    leads = re.search(r"\bfrom(?:\s(?:the|an?))?\s*$", before, re.IGNORECASE)
    if leads:
        moved = _moved().search(before)
        return moved is None or (
            moved.group("down") is not None
            and numeral.low < second.low
            and around.money is not None
            and beyond.money is not None
            and around.end - numeral.end == 0
            and second.scaled
            and not numeral.scaled
        )
    if re.search(r"\bby(?:\s\w+)?\s*$", before) and (
        (around.kind == "money" and numeral.scaled) or around.kind not in ("count", beyond.kind)
    ):
        return False
    if around.kind not in ("count", "age", "money", beyond.kind):
        return False
    return not re.search(r"\bfrom\s[^.,;]{0,12}$", before)


@cache
def _moved() -> re.Pattern[str]:
    up, down = one_of(words("changes.up")), one_of(words("changes.down"))
    return re.compile(
        rf"(?<!\w)(?:(?P<up>{up})|(?P<down>{down}))(?!\w)(?!\s+(?:forecast|range))[^.;!?\n]{{0,34}}\bfrom(?:\s(?:the|an?))?\s*$",
        re.IGNORECASE,
    )


def _same_unit(one: Attached, other: Attached) -> bool:
    if one.money and other.money and one.money != other.money:
        return one.money.family == "$" or other.money.family == "$"
    if one.kind == other.kind or "count" in (one.kind, other.kind) or "age" in (one.kind, other.kind):
        return one.unit is None or other.unit is None or one.unit == other.unit
    return False


def shared(part: Part, following: Part) -> tuple[Decimal, Decimal]:
    """Both ends; "$3-4bn" and "two to three million" share the magnitude."""
    (numeral, around), (second, _) = part, following
    low, high = numeral.low, second.low
    if (
        second.scaled
        and not numeral.scaled
        and not around.unit
        and around.end == numeral.end
        and low * second.factor <= high
    ) and (low < 1000 or second.factor < 1000):
        low *= second.factor
    return low, high
