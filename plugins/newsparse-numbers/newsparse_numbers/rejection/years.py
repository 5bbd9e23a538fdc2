"""Years and decades that look like figures."""

from __future__ import annotations

import re

from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.lexing import Numeral


def decade(text: str, numeral: Numeral) -> str:
    """The reason "year" for a decade of a calendar; nothing for one of ages or temperatures: "in his 30s"."""
    before = text[max(0, numeral.start - 18) : numeral.start].lower()
    return (
        ""
        if re.search(
            r"\b(?:his|her|their|my|your|our|in|early|mid|late)[\s-]+(?:(?:early|mid|late)[\s-]+(?:to late )?)?$",
            before,
        )
        and "the" not in before.split()[-2:]
        else "year"
    )


def year(text: str, numeral: Numeral, before: str, *, counted: bool) -> str:
    """The reason "year" for four digits that name one; ``counted`` says that a noun follows."""
    if before == "of" and _AMOUNT.search(text[max(0, numeral.start - 30) : numeral.start]):
        return ""
    if not counted:
        return "year"
    if before in words("names.before_year"):
        return (
            "year"
            if before
            not in (
                "of",
                "to",
                "from",
                "by",
                "and",
                "for",
                "with",
                "was",
                "than",
                "a",
                "the",
                "between",
                "their",
                "its",
                "his",
                "her",
            )
            or _seasonal(text, numeral.end)
            else ""
        )
    return "year" if _seasonal(text, numeral.end) else ""


_AMOUNT = re.compile(
    r"\b(?:average|total|maximum|minimum|record|sum|mean|median|cost|price|value|population|fine|reward|fee|limit)\sof\s$"
)


def _seasonal(text: str, end: int) -> bool:
    """Whether what follows a year goes with years: "2019 season", "2024 election", "1988 horror film"."""
    after = re.compile(
        r"\s(?:[a-z]+\s)?(?:season|election|elections|census|film|movie|novel|campaign|budget|report|study|law|race|deal|crash|war|crisis|attack|attacks|survey|interview|referendum|game|games|vote|conflict|earthquake|recession|recording|album|agreement|accord|ruling|case|book|tournament|final|finals|championship|draft|model|models|edition|version|invasion|coup|summit|pandemic|fiscal|presidential|midterm|midterms|closing|levels?|documentary|drama|comedy|tour|speech|uprising|revolution|protests|decision|convention|trial|raid|poll|polls|when|horror)\b"
    ).match(text, end)
    return after is not None
