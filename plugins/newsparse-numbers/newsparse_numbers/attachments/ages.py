"""Ages that name no unit, and the values of indexes: "Ada Brook, 34, said", "1,463.78 points"."""

from __future__ import annotations

import re
from functools import cache

from newsparse_numbers.attachments.record import Surroundings
from newsparse_numbers.lexicon import one_of, table
from newsparse_numbers.numerals.lexing import Numeral

_AGED = re.compile(r"\b(?:aged?(?: between| of| from)?|at the age of|ages|as young as|as old as)\s$", re.IGNORECASE)
_NAMED = re.compile(r"(?:[A-Z][\w’'.-]+|[”\"’)]),\s$")

_NUMBERED = re.compile(r"(?i)\b(?:sections?|articles?|nos?|chapters?|rooms?)\b|\d, $")
_GROUPED = re.compile(r"\b(?:under|over)-$")


def age(text: str, numeral: Numeral, around: Surroundings) -> None:
    """Ages without a unit: "Ada Brook, 34, said", "aged 34", "turns 60"."""
    if numeral.form not in ("digits", "words") or numeral.scaled or not 0 < numeral.low < 120:
        return
    before, after = text[max(0, around.start - 40) : around.start], text[numeral.end : numeral.end + 12]
    apart = after[:1] in (",", ".", ";", ")", "”", '"') or after.startswith((" and ", " or "))
    named = numeral.bare and _NAMED.search(before) and after[:1] in (",", ".", ";") and not after[1:2].isdigit()
    if (
        (named and not _NUMBERED.search(before))
        or _aged(before, after, apart=apart)
        or (before.endswith(("under-", "over-")) and _GROUPED.search(before) and re.match(r"s\b", after))
    ):
        around.kind, around.unit = "age", "year"


_TURNS = re.compile(r"\bturn(?:s|ed|ing)?\s$", re.IGNORECASE)
_AT_AGE = re.compile(r"\b(?:she|he|who|I)\s(?:[a-z]+\s){1,6}at\s$", re.IGNORECASE)
_IS_AGE = re.compile(
    r"(?:\b(?:she|he|I|who)(?:\s(?:is|was)|['’](?:s|m))(?:\s(?:only|just|now|about|almost|nearly|already))?\s|\bwhen\s(?:she|he|I)\s(?:is|was|turned)\s)$",
    re.I,
)


def _aged(before: str, after: str, *, apart: bool) -> bool:
    """Whether the words before a bare figure make it an age: "aged 34", "turns 60", "she was twelve"."""
    if _TURNS.search(before):
        return apart or re.match(r" (?:that|this|next|on|in|last)\b", after) is not None
    if _AGED.search(before):
        return True
    ends = apart or not after.strip() or re.match(r" (?:with|when|after|and|in|on|at)\b", after) is not None
    if _IS_AGE.search(before):
        return ends
    return _AT_AGE.search(before) is not None and ends


_POINTS = re.compile(r"[\s-]points?(?![\w-])")
_INDEX = re.compile(
    r"(?:body mass index|\bbmi|\bmagnitude|richter scale)(?: (?:of|above|over|below|under|at))*\s$", re.I
)


@cache
def _market() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(table('measures.index_words'))}(?!\w)", re.IGNORECASE)


def index(text: str, numeral: Numeral, around: Surroundings) -> None:
    """Points of an index of prices, magnitudes, body mass indices."""
    before = text[max(0, around.start - 90) : around.start]
    points = _POINTS.match(text, numeral.end)
    if points and _market().search(before):
        around.kind, around.end = "index", points.end()
    elif _INDEX.search(before):
        around.kind = "index"
