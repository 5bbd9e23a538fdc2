"""The sign, the currency and the unit of a numeral, from the words and symbols that touch it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from newsparse.model import QuantityKind
from newsparse_numbers.attachments.currency import Context, Money, after_pattern, before_pattern, minor_pattern, money
from newsparse_numbers.attachments.record import Surroundings
from newsparse_numbers.lexicon import BLANK, Unit, one_of, spaced, table, unit_surfaces, units, values, words
from newsparse_numbers.numerals.lexing import Numeral


@cache
def _ends() -> frozenset[str]:
    """The last characters of the symbols and codes of currencies."""
    return frozenset(surface[-1] for surface in table("money.symbols"))


def currency_before(text: str, around: Surroundings) -> None:
    """Reads the symbol or code of a currency right before the numeral."""
    window = text[max(around.floor, around.start - 6) : around.start]
    if not window or not (window[-1] in " \u00a0$" or not window[-1].isspace()):
        return
    last = window[:-1] if window[-1].isspace() else window
    match = before_pattern().search(window) if last[-1:] in _ends() else None
    if match is None or (match.group(1) in ("P", "Sh", "Ft") and match.group()[-1:] in " \u00a0"):
        return
    around.start -= len(match.group())
    around.kind, around.money = "money", money(match.group(1))


_SIGN = re.compile(r"(?:^|[\s(:])([-−–+])\Z")
_MINUS = re.compile(
    r"(?i)\b(?:minus|(?<=\b(?:is|to|at|of)\s)negative|(?<=\band\s)negative|(?<=\bbetween\s)negative)[\s-]$"
)


def sign(text: str, around: Surroundings) -> None:
    """Reads a plus or minus before the numeral."""
    window = text[max(0, around.start - 6) : around.start]
    mark = _SIGN.search(window)
    if mark and around.start > around.floor:
        around.negative = mark.group(1) != "+"
        around.signed = True
        around.start -= 1
    elif minus := _MINUS.search(text[max(0, around.start - 20) : around.start]):
        around.negative = True
        around.start -= len(minus.group())
    around.outer = around.start


@cache
def _units() -> re.Pattern[str]:
    by_word, by_symbol = unit_surfaces()
    points, basis, percent = (
        one_of(words(name)) for name in ("measures.points", "measures.basis_points", "measures.percent")
    )
    age = one_of(table("measures.age"))
    months = one_of(table("measures.age_months"))
    letters = one_of([symbol for symbol in by_symbol if symbol[0].isalpha()])
    signs = one_of([symbol for symbol in by_symbol if not symbol[0].isalpha()])
    times = one_of(["times", "fold", "x"])
    return re.compile(
        rf"(?P<gap>(?:{BLANK}|[-‐‑])*)(?:(?P<points>(?i:{points})(?!\w))|(?P<basis>(?i:{basis})(?!\w))"
        rf"|(?P<percent>(?i:{percent})(?!\w))|(?P<age>(?i:{age})(?!\w))|(?P<months>(?i:{months})(?!\w))"
        rf"|(?P<word>(?i:{one_of(by_word)})(?!\w))|(?P<symbol>{letters}(?![\w'’]))|(?P<sign>{signs}(?!\w))"
        rf"|(?P<times>(?i:{times})(?!\w)))"
    )


_SIMPLE: dict[str, QuantityKind] = {"points": "percentage-point", "basis": "basis-point", "percent": "percent"}
_TIMES_OF = re.compile(
    r"\s+(?:the|as|more|higher|larger|bigger|what|its|that|their|his|her|those|faster|greater|better|likelier|earnings"
    r"|sales|revenue|income|stronger|cheaper|smaller|less|longer|annual|normal|usual|average)\b",
    re.IGNORECASE,
)


_SCALED = re.compile(r"\s(million|billion|trillion)\b")


def unit_after(text: str, numeral: Numeral, around: Surroundings, context: Context) -> None:
    """Reads the unit, currency, percent sign or age behind the numeral."""
    if around.money is None and _minor(text, numeral, around):
        return
    match = _units().match(text, numeral.end)
    kind = match.lastgroup if match else None
    currency = None if kind in _SIMPLE else after_pattern().match(text, numeral.end)
    if currency and _is_money(text, currency, context):
        around.kind, around.end = "money", currency.end()
        around.money = around.money or money(currency.group("word") or currency.group("sign"))
        scale = None if numeral.scaled else _SCALED.match(text, currency.end())
        if scale:
            around.scale, around.end = values("numerals.magnitudes")[scale.group(1)], scale.end()
    elif match is None or around.money is not None:
        return
    elif kind in _SIMPLE:
        around.kind, around.end = _SIMPLE[kind], match.end()
    elif kind in ("age", "months"):
        unit = match.group(kind).lower().lstrip("-")[:4]
        name = {"year": "year", "mont": "month", "week": "week", "day-": "day", "days": "day"}.get(unit, "day")
        around.kind, around.unit = "age", name
        around.end = match.end() if "-" in match.group() or "old" not in match.group() else _before_old(match)
    elif kind == "times":
        _times(text, match, around)
    else:
        _unit(text, numeral, match, around, context)


def _before_old(match: re.Match[str]) -> int:
    """For "100 years old": the unit belongs to the figure, "old" does not."""
    return match.start() + match.group().lower().rindex("old") - (1 if " " in match.group() else 0)


def _is_money(text: str, match: re.Match[str], context: Context) -> bool:
    word = (match.group("word") or "").lower()
    if word in ("pound", "pounds"):
        return context.sterling()
    if word in words("money.not_words"):
        if match.group("word") in ("P",):
            return False
        return word in ("won", "rand", "lei", "dong") and _counted_in(text, match, word)
    return True


def _counted_in(text: str, match: re.Match[str], word: str) -> bool:
    """Whether "won" and the like stand for money: a scaled figure before, no object behind."""
    if word in ("rand", "lei", "dong"):
        return True
    before = text[max(0, match.start() - 10) : match.start()].lower()
    return bool(re.search(r"(?:illion|thousand|,000)$", before))


def _minor(text: str, numeral: Numeral, around: Surroundings) -> bool:
    match = minor_pattern().match(text, numeral.end)
    if match is None or numeral.scaled:
        return False
    surface = (match.group("long") or match.group("short")).lower()
    if surface == "c":
        return False
    if surface == "p" and text[match.end() : match.end() + 1] == "." and text[match.end() + 1 : match.end() + 2] == "m":
        return False
    family, scale = table("money.minor")[spaced(surface)]
    around.kind, around.scale, around.end = "money", Decimal(scale), match.end()
    around.money = Money(None, family) if family == "¢" else Money(family)
    return True


def _times(text: str, match: re.Match[str], around: Surroundings) -> None:
    word = match.group("times").lower()
    if word == "x" and match.group("gap"):
        return
    if word != "times" or _TIMES_OF.match(text, match.end()):
        around.kind, around.end = "multiplier", match.end()


def _unit(text: str, numeral: Numeral, match: re.Match[str], around: Surroundings, context: Context) -> None:
    by_word, by_symbol = unit_surfaces()
    surface = match.group("word") or match.group("symbol") or match.group("sign")
    if numeral.form == "ordinal":
        return
    name = by_word.get(spaced(surface).lower()) if match.group("word") else by_symbol.get(spaced(surface))
    if name is None:
        return
    unit = units()[name]
    if not _fits(text, numeral, match, surface, unit):
        return
    around.kind, around.unit, around.end = unit.kind, name, match.end()
    if surface.endswith(".") and text[match.end() - 1] == "." and not text[match.end() : match.end() + 2].strip():
        around.end -= 1
    if unit.name == "degree":
        _degrees(text, around)
    if unit.per:
        around.unit, around.per = unit.unit, unit.per


_PAYING = re.compile(
    r"(?i)\b(?:costs?|paid|pays?|prices?d?|worth|fined?|spen[td]|charged?|raised?|owed?|bill|sold|tax)\b"
)


def _fits(text: str, numeral: Numeral, match: re.Match[str], surface: str, unit: Unit) -> bool:
    """Whether a short symbol can be a unit here: a single letter must touch its figure."""
    if match.group("gap") and len(surface) == 1 and surface.isalpha():
        return surface in unit.apart and text[match.end() : match.end() + 1] != "."
    if match.group("gap") and surface in unit.touching:
        return False
    if surface.lower() in ("pound", "pounds"):
        return not numeral.scaled and _PAYING.search(text[max(0, numeral.start - 30) : numeral.start]) is None
    return numeral.form not in ("ordinal", "ratio", "vague") or match.group("gap") != "-"


def _degrees(text: str, around: Surroundings) -> None:
    after = re.compile(r"\s?(C|F|Celsius|Fahrenheit|celsius|fahrenheit|centigrade)\b").match(text, around.end)
    if after:
        around.unit = "degree Celsius" if after.group(1)[0] in "Cc" else "degree Fahrenheit"
        around.end = after.end()
