"""Why a numeral is no quantity: years, names, laws, lists, addresses and idioms, from the words at it."""

from __future__ import annotations

import re
from functools import cache

from newsparse_numbers.attachments.record import Surroundings
from newsparse_numbers.attachments.wording import counted_behind, name_counted, plural, word_after, word_before
from newsparse_numbers.lexicon import one_of, words
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.rejection.idioms import only_partly, points_only, worded
from newsparse_numbers.rejection.places import YEAR
from newsparse_numbers.rejection.years import decade, year


def why_not(text: str, numeral: Numeral, around: Surroundings) -> str:
    """The reason why a numeral is no quantity, or nothing."""
    if numeral.form == "name":
        return "name"
    if numeral.form in ("multiplier", "decade"):
        return decade(text, numeral) if numeral.form == "decade" else ""
    if around.money is None and _glued(text, around.start):
        return "name"
    if text[around.end : around.end + 1].isalpha() or text[around.end : around.end + 1] == "_":
        return "name"
    before, after = word_before(text, around.start, around.floor), word_after(text, around.end)
    surface = text[numeral.start : numeral.end].lower()
    if surface in ("one", "zero"):
        return points_only(text, numeral, around, before, after)
    if surface == "half" and around.plain and only_partly(before, after):
        return "idiom"
    if numeral.form == "words" and (reason := worded(text, numeral, around, before, after)):
        return reason
    if numeral.form == "ordinal" or numeral.form == "ratio" or numeral.scaled or not around.plain:
        return _strong_name(text, numeral, around, before)
    if numeral.form not in ("digits", "words"):
        return ""
    return _bare(text, numeral, around, before)


_CHUNK = re.compile(r"[^\s(\[“\"'‘—–/~≈<>=≤≥]+\Z")
_LETTER = re.compile(r"[^\W\d_]")
_LOOSE = re.compile(
    r"(?:[A-Z]{0,3}\$|[$£€]?\d[\d.,]*(?:k|m|bn|tn|-foot)-|\d*[A-Za-z]*-to-|\d*-\s?(?:or|and)\s|mid-|sub-|then-|now-|under-|over-|pre-|non-|minus-|[a-z]+-)"
)


def _glued(text: str, start: int) -> bool:
    """Whether letters, or letters and a hyphen, stand right before: "A100", "GPT-4", "Covid-19"."""
    if text[start - 1 : start].isspace():
        return False
    chunk = _CHUNK.search(text[max(0, start - 30) : start])
    before = chunk.group() if chunk else ""
    return _LETTER.search(before) is not None and _LOOSE.fullmatch(before) is None


def _strong_name(text: str, numeral: Numeral, around: Surroundings, before: str) -> str:
    """A name even with a bound or a scale: "the Fortune 500", "Chapter 11" behind "over"; ordinals in dates."""
    if numeral.form == "ordinal":
        return ""
    digits = numeral.bare and numeral.form == "digits"
    if digits and around.kind == "count" and around.bound == "" and before.lower().rstrip(".") in words("names.named"):
        return "name" if before[:1].isupper() else ""
    if (
        digits
        and around.kind == "count"
        and YEAR.fullmatch(text[numeral.start : numeral.end])
        and not counted_behind(text, numeral.end)
    ):
        return "" if around.bound and before.lower() in ("than",) else "year"
    return ""


def _bare(text: str, numeral: Numeral, around: Surroundings, before: str) -> str:
    surface = text[numeral.start : numeral.end]
    digits = numeral.form == "digits"
    counted = counted_behind(text, numeral.end) or name_counted(text, numeral.end)
    gap = text[around.start - 1 : around.start]
    if YEAR.fullmatch(surface) and (reason := year(text, numeral, before.lower().rstrip("."), counted=counted)):
        return reason
    leads = (gap in (" ", "\u00a0", ".", "-") and digits) or before[:1].isupper()
    if leads and (reason := _led(before, gap, counted=counted)):
        return reason
    if digits and _street(text, numeral.end):
        return "address"
    if digits and _named_after(text, around.start, before) and not (counted and plural(text, numeral.end)):
        return "name"
    if surface.startswith("0") and numeral.bare and len(surface) > 1 and surface[1] not in ".,":
        return "name"
    return "name" if gap == "#" else ""


_LEADS = (("law", "names.laws"), ("list", "names.lists"), ("address", "names.addresses"), ("name", "names.named"))


def _led(before: str, gap: str, *, counted: bool) -> str:
    """The reason that the word before gives: "Section 5", "page 12", "Room 4", "Flight 11"."""
    low = before.lower().rstrip(".")
    for reason, name in _LEADS:
        if low not in words(name) or (reason == "name" and counted and not before[:1].isupper()):
            continue
        if low == "class" and not counted:
            return reason
        if gap != "-" and not (counted and low in words("names.counted_behind")):
            return reason
    return ""


@cache
def _streets() -> re.Pattern[str]:
    named = one_of([word.capitalize() for word in words("names.streets")])
    return re.compile(
        rf"[A-Za-z]?(?:-\d+)?\s+(?:(?:North|South|East|West|N|S|E|W)\.?\s)?(?:[A-Z\d][\w’'.]*\s+){{1,3}}?{named}\b"
    )


def _street(text: str, end: int) -> bool:
    return _streets().match(text, end) is not None


def _named_after(text: str, start: int, before: str) -> bool:
    """Whether a capitalised word that opens no sentence stands right before."""
    if not before[:1].isupper() or not re.search(r"[A-Za-z’'.][\s\u00a0]$", text[max(0, start - 2) : start]):
        return False
    rest = text[: start - 1 - len(before)].rstrip()[-1:]
    return bool(rest) and rest not in '.!?:\n“"(' and before.lower() not in words("names.stops")
