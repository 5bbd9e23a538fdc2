"""Denominators behind a figure: "an hour", "per 100,000 people", "daily"."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from newsparse_numbers.attachments.record import Surroundings
from newsparse_numbers.lexicon import BLANK, one_of, spaced, table, unit_surfaces, words


@cache
def _pers() -> re.Pattern[str]:
    leads = rf"{BLANK}+(?:per|for{BLANK}every|in{BLANK}every|out{BLANK}of{BLANK}every){BLANK}+"
    many = rf"{leads}(?P<many>\d[\d,]*|hundred|thousand|million)"
    what = one_of(table("measures.per"))
    units = one_of({*table("measures.per"), *unit_surfaces()[0]})
    symbols = one_of(unit_surfaces()[1])
    adverbs = one_of(table("measures.per_words"))
    return re.compile(
        rf"(?:{BLANK}+per{BLANK}+|/)(?P<unit>{units})\b|/(?P<symbol>(?-i:{symbols}))(?!\w)"
        rf"|(?:{BLANK}+(?:US{BLANK})?(?:an?|per|each|every){BLANK}+(?:\d+-[a-z]+\s)?|/|-a-)(?P<what>{what})\b(?!{BLANK}(?:ago|earlier|later|before|after))"
        rf"|{many}(?P<of>{BLANK}+(?!(?:in|on|to|and|or|at|of|for|from|was|were|are|is|fell|rose|among|last|this)\b)[a-z]+)?"
        rf"|{BLANK}+(?P<adverb>{adverbs})\b",
        re.IGNORECASE,
    )


def denominator(text: str, around: Surroundings) -> None:
    """Reads what a figure is for each of: "an hour", "per 100,000 people", "daily"."""
    match = _pers().match(text, around.end)
    if match is None and around.kind == "count":
        match = _counted_per().match(text, around.end)
        if match:
            around.per, around.beyond = match.group("what").lower(), around.end
    if match is None or ("what" in match.groupdict() and around.per):
        return
    if match.group("symbol"):
        around.per = unit_surfaces()[1][spaced(match.group("symbol"))]
    elif match.group("what") or match.group("unit"):
        around.per = _denominator(spaced(match.group("what") or match.group("unit")).lower())
        if around.kind == "measure" and around.unit in words("measures.speeds"):
            around.end = match.end()
    elif match.group("adverb"):
        around.per = table("measures.per_words")[spaced(match.group("adverb")).lower()]
    else:
        around.per = _thousands(match.group("many")) + (match.group("of") or "").rstrip()
        if around.kind == "count":
            around.kind, around.end = "rate", match.end("many")
    around.beyond = match.end()


@cache
def _counted_per() -> re.Pattern[str]:
    """A denominator of time behind what is counted: "480,000 people a day"."""
    times = "hour|day|week|month|quarter|year|night|minute|second|season|shift"
    return re.compile(
        rf"\s(?!to|in|on|of|at|and)[a-z-]+(?:\s(?!to|in|on|of|at|and|for|by|from|after)[a-z-]+)?\s(?:an?|per|each|every)\s(?P<what>{times})\b(?!\s(?:ago|earlier|later|before|after|or))"
    )


def _denominator(word: str) -> str:
    return unit_surfaces()[0].get(word) or cast(str, table("measures.per")[word])


def _thousands(words_: str) -> str:
    named = {"hundred": "100", "thousand": "1000", "million": "1000000"}
    return named.get(words_.lower(), words_.replace(",", ""))
