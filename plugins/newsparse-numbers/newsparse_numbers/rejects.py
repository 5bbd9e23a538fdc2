"""Numerals that are no quantities: dates, years, times, phone numbers, scores, names, laws, addresses, idioms."""

from __future__ import annotations

import re
from functools import cache

from newsparse_numbers.lexicon import lexicon, one_of
from newsparse_numbers.numerals import Numeral

DASHES = "-–—/"
_BEFORE = re.compile(r"([A-Za-z.&'’]+)[\s\u00a0]*$")
_AFTER = re.compile(r"[\s\u00a0]*([A-Za-z’']+)")
_PHONE = re.compile(
    r"(?<![\w.])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,5}\)[\s.-]?)?\d{2,5}(?:[\s.-]\d{3,4}){1,3}(?!\w)"
    r"|(?<!\w)\d{5}[ ]\d{6}(?!\w)"
)
_TIME = re.compile(r"(?<!\d)\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\b\.?|o['’]clock|GMT|noon)|(?<!\d)\d{1,2}:\d{2}(?!\d)")
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|[@#]\w+")
_MANY = re.compile(
    r"(?<![\w.])\d+(?:[-./]\d+){2,}(?!\w)|(?<!\d)(?:9/11|24/7|20/20|50/50|7/7)(?!\d)|(?<![\d,])911(?![\d,])"
)
_NUMBERED = re.compile(r"(?m)^[ \t]*\(?\d{1,3}[.)](?=\s)")


@cache
def _dates() -> re.Pattern[str]:
    month = one_of(lexicon().lists["months"]) + r"\b\.?"
    return re.compile(
        rf"\b{month}[\s\u00a0]+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:\s?[-–]\s?\d{{1,2}})?(?:,?[\s\u00a0]+\d{{4}})?"
        rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?[\s\u00a0]+(?:of[\s\u00a0]+)?{month}(?:,?[\s\u00a0]+\d{{4}})?"
        rf"|\b{month},?[\s\u00a0]+\d{{4}}\b|(?<![\w’'])(?:1[5-9]|20)?\d0['’]?s\b|['’]\d\ds?\b"
        r"|\b(?:1[5-9]|20)\d\d[-–/](?:(?:1[5-9]|20)\d\d|\d\d)\b",
        re.IGNORECASE,
    )


def no_quantities(text: str) -> list[tuple[int, int, str]]:
    """Places that hold digits but no quantity, with the reason, sorted; they may overlap."""
    patterns = {"date": _dates(), "time": _TIME, "link": _LINK, "phone": _PHONE, "name": _MANY, "list": _NUMBERED}
    found = []
    for reason, pattern in patterns.items():
        for match in pattern.finditer(text):
            if reason != "phone" or _is_phone(match.group()):
                found.append((match.start(), match.end(), reason))
    return sorted(found)


def _is_phone(words: str) -> bool:
    """Digits in groups are a phone number when there are enough of them and they are no grouped thousands."""
    groups = re.findall(r"\d+", words)
    if words[0] in "+(":
        return len("".join(groups)) >= 7
    thousands = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]) and " " in words
    return (
        7 <= len("".join(groups)) <= 13 and not thousands and (len(groups) > 2 or "-" in words or len(groups[0]) == 5)
    )


def why_not(text: str, numeral: Numeral, *, plain: bool, end: int) -> str:
    """The reason why a numeral is no quantity, or nothing; ``plain`` says that it has no unit, currency or bound.

    ``end`` is where it ends together with its unit.
    """
    if not numeral.multiplier and _glued(text, numeral.start):
        return "name"
    if text[end : end + 1].isalpha() and not numeral.multiplier:
        return "name"
    before, after = _word_before(text, numeral.start), _word_after(text, numeral.end)
    words = text[numeral.start : numeral.end].lower()
    if words in ("one", "zero") or words == "a hundred":
        return _not_one(words, before, after, text, numeral)
    if not plain or numeral.scaled or numeral.fraction or numeral.multiplier:
        return ""
    if not numeral.bare:
        return "idiom" if before.lower() == "nine" and words == "eleven" else ""
    return _bare(text, numeral, before, after)


def _glued(text: str, start: int) -> bool:
    """Whether letters, or letters and a hyphen, stand right before: "A100", "GPT-4", "Covid-19"."""
    chunk = re.search(r"[^\s(\[“\"'‘—–/]*\Z", text[max(0, start - 30) : start])
    before = chunk.group() if chunk else ""
    return bool(re.search(r"[A-Za-z]", before)) and not re.fullmatch(
        r"(?:[A-Z]{0,3}\$|[a-z]+-to-|mid-|[a-z]+-)", before
    )


def _not_one(words: str, before: str, after: str, text: str, numeral: Numeral) -> str:
    if words != "one":
        return ""
    lists = lexicon()
    gap = text[numeral.end : numeral.end + 1]
    if gap in ("-", "’", "'", ",", ".", ";", ":", "?", "!", ")", "”", '"', "") or not after:
        return "idiom"
    if before.lower() in lists.words("before_one") or after.lower() in lists.words("not_one"):
        return "idiom"
    return "" if after.islower() else "idiom"


def _bare(text: str, numeral: Numeral, before: str, after: str) -> str:
    words = text[numeral.start : numeral.end]
    counted = bool(after) and after.islower() and after not in lexicon().words("stops")
    if re.fullmatch(r"(?:1[4-9]|20)\d\d", words) and not (
        counted and before.lower() not in lexicon().words("before_year")
    ):
        return "year"
    if before.lower().rstrip(".") in lexicon().words("named") and text[numeral.start - 1] in " \u00a0.":
        return "name"
    if after and after[0].isupper() and re.match(r"\s+(?:[A-Z][\w’']+\s+){1,3}", text[numeral.end :][:60] + " "):
        street = re.match(r"\s+(?:[A-Z][\w’']+\s+){0,2}([A-Z][a-z]+)", text[numeral.end :][:60])
        if street and street.group(1).lower() in lexicon().words("streets"):
            return "address"
    return "name" if _after_name(text, numeral.start, before) and not counted else ""


def _after_name(text: str, start: int, before: str) -> bool:
    """Whether a capitalised word that opens no sentence stands right before."""
    if not before[:1].isupper() or not re.search(r"[A-Za-z’'][\s\u00a0]$", text[max(0, start - 2) : start]):
        return False
    rest = text[: start - 1 - len(before)].rstrip()[-1:]
    return bool(rest) and rest not in '.!?:\n“"' and before.lower() not in lexicon().words("stops")


def is_score(text: str, start: int, end: int) -> bool:
    """Whether a pair of small numbers such as "3-1" stands near a word of matches or votes."""
    near = re.findall(r"[a-z]+", text[max(0, start - 40) : end + 25].lower())
    return any(word in lexicon().words("score_words") for word in near)


def _word_before(text: str, start: int) -> str:
    match = _BEFORE.search(text[max(0, start - 40) : start])
    return match.group(1) if match else ""


def _word_after(text: str, end: int) -> str:
    match = _AFTER.match(text, end)
    return match.group(1) if match else ""
