"""Number words that state no quantity: "one of the", "no one", "nine to five", "two-faced"."""

from __future__ import annotations

import re

from newsparse_numbers.attachments.record import Surroundings
from newsparse_numbers.lexicon import table, words
from newsparse_numbers.numerals.lexing import Numeral


def points_only(text: str, numeral: Numeral, around: Surroundings, before: str, after: str) -> str:
    """Whether "one" only points at something: "one of the", "no one", "one another", "the one that"."""
    if not around.plain and around.kind != "count":
        return (
            "idiom"
            if before.lower() == "no"
            or (
                re.match(
                    r"\s(?:day|night)\b(?!\s(?:after|later|before|earlier|of|in|per|at|a))", text[numeral.end :][:20]
                )
                and before.lower() not in ("only", "least", "than", "just", "about")
            )
            else ""
        )
    if around.negative:
        return ""
    gap = text[numeral.end : numeral.end + 1]
    if gap == "-" and re.match(r"-(?:[a-z]+)\s[a-z]", text[numeral.end :][:30]) and around.kind == "count":
        return "idiom"
    if gap in ("-", "’", "'", ",", ".", ";", ":", "?", "!", ")", "”", '"', "", "—", "…", "\n") or not after:
        return "idiom"
    if before.lower() in words("names.before_one") or after.lower() in words("names.not_one"):
        return "idiom"
    if around.bound or around.exactness != "exact":
        return ""
    return "" if after.islower() and not _indirect(text, numeral, before, after) else "idiom"


def _indirect(text: str, numeral: Numeral, before: str, after: str) -> bool:
    """Whether "one" only stands for "a": "one man held up a sign", "in one passage"; "one man died" counts."""
    verb = re.compile(r"\s[a-z]+\s([a-z]+)").match(text, numeral.end)
    if verb and verb.group(1) in words("names.one_counts"):
        return False
    return after in words("names.indirect_one") and before.lower() not in (
        "only",
        "just",
        "least",
        "killed",
        "injured",
        "and",
        "than",
    )


_FIGURES = re.compile(
    r"-(?:figure|star|wheel|way|sided|party|letter|time|off|piece|on|size|child|man|woman|person|room|speed|cornered|faced|pronged|fold)\b"
)


def only_partly(before: str, after: str) -> bool:
    """Whether "half" only says "partly" of a state: "a ship half loaded"; "nearly half finished" may count people."""
    return after in words("names.half_states") and before.islower() and before not in words("names.half_counts")


def worded(text: str, numeral: Numeral, around: Surroundings, before: str, after: str) -> str:
    """Idioms with number words: "nine to five", "all fours", "on cloud nine", "two-faced"."""
    surface = text[numeral.start : numeral.end].lower()
    near = " ".join(text[max(0, numeral.start - 16) : numeral.end + 16].lower().split())
    if (surface == "eleven" and before.lower() == "nine") or (surface == "nine" and after.lower() == "eleven"):
        return "idiom"
    if any(idiom in near for idiom in table("names.idioms") if surface in idiom):
        return "idiom"
    if surface in ("ten", "a million", "a thousand") and re.search(
        r"\b(?:top|perfect|thanks|times)\s$", text[max(0, numeral.start - 9) : numeral.start].lower()
    ):
        return "idiom"
    if around.kind == "count" and _FIGURES.match(text, numeral.end) and numeral.low <= 10:
        return (
            "idiom"
            if re.match(r"-(?:figure|star|way|sided|party|letter|faced|fold|off|on|wheel)\b", text[numeral.end :][:9])
            else ""
        )
    return ""
