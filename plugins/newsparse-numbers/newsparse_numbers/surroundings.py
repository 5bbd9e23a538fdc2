"""What stands around a numeral: bounds and approximation before it, unit, currency and denominator at it."""

from __future__ import annotations

import re
from functools import cache

import attrs

from newsparse.model import Exactness, QuantityKind
from newsparse_numbers.lexicon import lexicon, one_of
from newsparse_numbers.numerals import Numeral

BLANK = r"[\s\u00a0\u2009\u202f]"


@attrs.define(kw_only=True)
class Surroundings:
    """What belongs to a numeral; ``start``-``end`` covers it with unit and currency, ``outer`` begins at its bound."""

    start: int
    end: int
    outer: int
    kind: QuantityKind = "count"
    unit: str | None = None
    currency: str | None = None
    currency_known: bool = False
    per: str | None = None
    bound: str = ""
    inclusive: bool = True
    exactness: Exactness = "exact"
    negative: bool = False
    moved: bool = False

    @property
    def plain(self) -> bool:
        """Whether there is nothing that makes the numeral a quantity for certain."""
        return self.kind == "count" and not self.bound and self.exactness == "exact" and not self.per


def surroundings(text: str, numeral: Numeral) -> Surroundings:
    """What belongs to ``numeral``; looks at a fixed number of characters on both sides."""
    around = Surroundings(start=numeral.start, end=numeral.end, outer=numeral.start)
    if numeral.multiplier:
        around.kind = "multiplier"
        return around
    _currency_before(text, around)
    _after(text, numeral, around)
    _bounds_before(text, around)
    _bounds_after(text, around)
    _per(text, around)
    window = text[max(0, around.outer - 60) : around.outer]
    around.moved = _moved().search(window) is not None
    return around


@cache
def _moved() -> re.Pattern[str]:
    verbs = one_of([*lexicon().lists["up"], *lexicon().lists["down"]])
    return re.compile(rf"\b{verbs}\b[^.;!?\n]{{0,40}}\bfrom\s*$", re.IGNORECASE)


@cache
def _symbols() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z$])({one_of(lexicon().lists['symbols'])}){BLANK}?$")


def _currency_before(text: str, around: Surroundings) -> None:
    match = _symbols().search(text[max(0, around.start - 6) : around.start])
    if match:
        around.start -= len(match.group())
        around.outer = around.start
        around.kind, around.currency_known = "money", True
        around.currency = lexicon().lists["symbols"][match.group(1)]
    sign = text[max(0, around.start - 6) : around.start]
    if re.search(r"(?:^|[\s(])[-−]$", sign):
        around.negative, around.start = True, around.start - 1
    elif re.search(r"(?i)\bminus\s$", sign):
        around.negative, around.start = True, around.start - 6
    around.outer = around.start


@cache
def _units() -> re.Pattern[str]:
    lists = lexicon().lists
    money = one_of(lists["currency_words"])
    unit = one_of(lexicon().units)
    points, basis, percent = one_of(lists["points"]), one_of(lists["basis_points"]), one_of(lists["percent"])
    return re.compile(
        rf"(?:{BLANK}|-)*(?:(?P<points>(?i:{points})\b)|(?P<basis>(?i:{basis})\b)|(?P<percent>(?i:{percent})(?!\w))"
        rf"|(?P<age>years?(?:-|\s)old\b|year-olds?\b|years\s+of\s+age\b)|(?P<money>(?i:{money})\b)"
        rf"|(?P<unit>{unit})(?!\w))"
    )


def _after(text: str, numeral: Numeral, around: Surroundings) -> None:
    match = _units().match(text, numeral.end)
    if match is None:
        _age(text, numeral, around)
        return
    word = match.group(match.lastgroup or 0)
    if match.lastgroup == "points":
        around.kind = "percentage-point"
    elif match.lastgroup == "basis":
        around.kind = "basis-point"
    elif match.lastgroup == "percent":
        around.kind = "percent"
    elif match.lastgroup == "age":
        around.kind, around.unit = "age", "year"
    elif match.lastgroup == "money":
        _money(word, around)
    else:
        unit = lexicon().units[word]
        glued = match.start(match.lastgroup or 0) == numeral.end
        if len(word) == 1 and not (glued and around.negative) and not word.startswith("°"):
            return
        around.kind, around.unit = unit.kind, unit.name
    around.end = match.end()


def _money(word: str, around: Surroundings) -> None:
    words = lexicon().lists["currency_words"]
    name = " ".join(word.lower().split())
    around.kind, around.currency_known = "money", True
    around.currency = around.currency or words[name]
    if name in ("cents", "pence"):
        around.unit = "cent" if name == "cents" else "penny"


def _age(text: str, numeral: Numeral, around: Surroundings) -> None:
    """Ages without a unit: "Ada Brook, 34, said", "aged 34"."""
    if not numeral.bare or not 0 < numeral.low < 120 or around.kind != "count":
        return
    before, after = text[max(0, around.start - 25) : around.start], text[numeral.end : numeral.end + 2]
    named = re.search(r"[A-Z][\w’'.-]+,\s$", before) and not re.search(r"(?i)\b(?:sections?|articles?)\b", before)
    if (named and after[:1] in (",", ".", ";")) or re.search(r"\baged?\s$", before):
        around.kind, around.unit = "age", "year"


@cache
def _bounds() -> re.Pattern[str]:
    bounds, about = one_of(lexicon().lists["bounds"]), one_of(lexicon().lists["approximate"])
    return re.compile(rf"(?:(?P<bound>\b{bounds})|(?P<about>\b{about}|[~≈]))(?:\s+(?:an?|the))?\s*$", re.IGNORECASE)


def _bounds_before(text: str, around: Surroundings) -> None:
    for _ in range(2):
        match = _bounds().search(text[max(0, around.outer - 24) : around.outer])
        if match is None:
            return
        if match.lastgroup == "about" or match.group("about"):
            around.exactness = "about"
        elif not around.bound:
            words = " ".join(match.group("bound").lower().split())
            around.bound, around.inclusive = lexicon().lists["bounds"][words]
        around.outer -= len(match.group())


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(rf"\s?(?P<tail>{one_of(lexicon().lists['after'])})(?!\w)|\s(?P<so>or so)\b")


def _bounds_after(text: str, around: Surroundings) -> None:
    match = _tails().match(text, around.end)
    if match is None:
        return
    if match.group("so"):
        around.exactness = "about"
    elif match.group("tail") != "plus" and not around.bound:
        around.bound, around.inclusive = lexicon().lists["after"][match.group("tail")]


@cache
def _pers() -> re.Pattern[str]:
    return re.compile(
        rf"{BLANK}+(?:an?|per|each|every){BLANK}+(?P<what>{one_of(lexicon().lists['per'])})\b"
        rf"|{BLANK}+(?:per|for{BLANK}every){BLANK}+(?P<many>\d[\d,]*|hundred|thousand|million)(?P<of>{BLANK}+[a-z]+)?",
        re.IGNORECASE,
    )


def _per(text: str, around: Surroundings) -> None:
    match = _pers().match(text, around.end)
    if match is None:
        return
    if match.group("what"):
        around.per = match.group("what").lower()
    else:
        around.per = match.group("many").replace(",", "") + (match.group("of") or "").rstrip()
        around.kind = "rate" if around.kind == "count" else around.kind
    around.end = match.end()
