"""Numerals: digits and number words become exact values with their place; what they count is not looked at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import attrs

from newsparse_numbers.lexicon import lexicon, one_of

FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
SPACES = "\u00a0\u2009\u202f "
DIGITS = rf"(?:\d{{1,3}}(?:[,{SPACES}]\d{{3}})+(?!\d)|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)|\d+)(?:\.\d+)?"


@attrs.frozen(kw_only=True)
class Numeral:
    """A numeral at ``start``-``end``; ``high`` differs from ``low`` for vague ones ("dozens").

    ``scaled`` says that a magnitude stands in it, ``factor`` is the product of those; ``bare`` that it is digits alone,
    ``fraction`` that it is a part of something ("two-thirds"), ``multiplier`` that it is one ("doubled").
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    bare: bool = False
    scaled: bool = False
    vague: bool = False
    fraction: bool = False
    multiplier: bool = False
    factor: Decimal = Decimal(1)


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon()
    small, tens = one_of(words.lists["small"]), one_of(words.lists["tens"])
    magnitude, suffix = one_of(words.lists["magnitudes"]), one_of(words.lists["suffixes"])
    vague, multiplier = one_of(words.lists["vague"]), one_of(words.lists["multipliers"])
    part = one_of(words.lists["denominators"])
    simple = rf"(?:{tens}(?:[-\s]{small})?|{small})"
    spelled = rf"{simple}(?:\s+(?:and\s+)?(?:{magnitude}|{simple}(?=\s+{magnitude}|\b)))*"
    number = rf"(?:{DIGITS}[{FRACTIONS}]?|[{FRACTIONS}])"
    return re.compile(
        rf"(?P<several>(?:tens|hundreds|dozens|thousands|millions)\s+of\s+(?:{vague}))\b"
        rf"|(?P<couple>a\s+couple(?:\s+of)?(?:\s+(?:{magnitude}))?)\b"
        rf"|(?P<oneof>\b(?:{simple}|{DIGITS})\s+(?:in|out\s+of)\s+(?:every\s+)?(?:{simple}|{DIGITS})\b)"
        rf"|(?P<halfa>\bhalf\s+an?\s+(?:{magnitude}))\b"
        rf"|(?P<part>\b(?:(?:{simple}|an?|\d+)[-\s])?(?:{part})\b(?=\s+of\b)|\b(?:{simple})[-\s](?:{part})s?\b|\d+/\d+\b)"
        rf"|(?P<digits>{number}(?:\s+and\s+a\s+(?:half|quarter))?(?:(?:\s+|-)(?:{magnitude})\b)*"
        rf"(?:[{SPACES}]?(?:{suffix})(?![\w]))?)"
        rf"|(?P<amount>\ban?\s+(?:{magnitude})(?:\s+(?:{magnitude}))*)\b"
        rf"|(?P<spelled>\b(?:{spelled})(?:\s+and\s+a\s+half)?(?:\s+(?:{magnitude}))*)\b"
        rf"|(?P<vague>\b(?:{vague})(?=\s+of\b|\s+more\b))"
        rf"|(?P<opening>(?<![^\s“\"'‘(])(?:Dozens|Scores|Hundreds|Thousands|Millions|Billions|Trillions)\b|\bdozens\b)"
        rf"|(?P<multiplier>\b(?:{multiplier})\b)",
        re.IGNORECASE,
    )


def numerals(text: str) -> Iterator[Numeral]:
    """The numerals of ``text`` in order, none overlapping another."""
    for match in _pattern().finditer(text):
        found = _read(match)
        if found is not None:
            yield found


def _read(match: re.Match[str]) -> Numeral | None:
    kind = match.lastgroup or ""
    start, end = match.span()
    words = match.group().lower()
    if kind == "digits":
        return _digits(match)
    if kind in ("spelled", "amount"):
        low = spelled_value(words)
        scale = _scale(words)
        return Numeral(start=start, end=end, low=low, high=low, scaled=scale != 1, factor=scale)
    if kind in ("several", "couple", "vague", "opening"):
        bottom, top = vague_ends(words)
        return Numeral(start=start, end=end, low=bottom, high=top, vague=True, scaled=True)
    if kind == "multiplier":
        low = lexicon().values("multipliers")[words]
        return Numeral(start=start, end=end, low=low, high=low, multiplier=True)
    value = _part(kind, words)
    if value is None:
        return None
    return Numeral(start=start, end=end, low=value, high=value, fraction=kind != "halfa", scaled=kind == "halfa")


def _digits(match: re.Match[str]) -> Numeral:
    words = match.group()
    value = Decimal(0)
    head = re.match(rf"(?:{DIGITS})?[{FRACTIONS}]?", words)
    number = head.group() if head else ""
    if number and number[-1] in FRACTIONS:
        value += fraction_value(number[-1])
        number = number[:-1]
    if number:
        value += plain_value(number)
    rest = words[head.end() :] if head else ""
    half = re.match(r"\s+and\s+a\s+(half|quarter)", rest, re.IGNORECASE)
    if half:
        value += Decimal("0.5") if half.group(1).lower() == "half" else Decimal("0.25")
        rest = rest[half.end() :]
    scale = _scale(rest)
    return Numeral(
        start=match.start(),
        end=match.end(),
        low=value * scale,
        high=value * scale,
        bare=not rest,
        scaled=scale != 1,
        factor=scale,
    )


def plain_value(digits: str) -> Decimal:
    """The value of grouped digits in any script: "1,200.50", "12,34,567", "10 000"."""
    kept = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in digits if c not in SPACES + ",")
    return Decimal(kept)


def fraction_value(mark: str) -> Decimal:
    """The value of a fraction's character, to 28 digits where it does not end."""
    above, below = unicodedata.normalize("NFKC", mark).split("\u2044")
    return Decimal(above) / Decimal(below)


def _scale(rest: str) -> Decimal:
    words = lexicon()
    scale = Decimal(1)
    for word in re.findall(r"[A-Za-z]+", rest):
        magnitudes, suffixes = words.values("magnitudes"), words.values("suffixes")
        scale *= magnitudes.get(word.lower(), suffixes.get(word, suffixes.get(word.lower(), Decimal(1))))
    return scale


def spelled_value(words: str) -> Decimal:
    """The value of number words in lower case: "two hundred and five thousand", "two and a half million"."""
    lists = lexicon()
    small, tens, magnitudes = lists.values("small"), lists.values("tens"), lists.values("magnitudes")
    total, current = Decimal(0), Decimal(0)
    parts = [word for word in re.split(r"[-\s]+", words) if word not in ("and", "a", "an")]
    for word in parts:
        if word == "half":
            current += Decimal("0.5")
        elif word in small or word in tens:
            current += small.get(word, Decimal(0)) + tens.get(word, Decimal(0))
        elif magnitudes[word] <= 100:
            current = max(current, Decimal(1)) * magnitudes[word]
        else:
            # "two million five thousand" adds, "hundred thousand crore" multiplies what stands before.
            total = total + current * magnitudes[word] if current else (total or Decimal(1)) * magnitudes[word]
            current = Decimal(0)
    return total + current


def vague_ends(words: str) -> tuple[Decimal, Decimal]:
    """The interval of a vague numeral: "dozens" is 24 to 99, "tens of thousands" 20,000 to 99,999."""
    lists = lexicon()
    if words.split()[:2] == ["a", "couple"]:
        scale = lists.values("magnitudes").get(words.split()[-1], Decimal(1))
        return 2 * scale, 3 * scale
    first, *rest = [word for word in words.split() if word != "of"]
    low, high = (Decimal(end) for end in lists.lists["vague"][first])
    if not rest:
        return low, high
    scale = lists.values("magnitudes").get(rest[0].removesuffix("s"), Decimal(1))
    return low * scale, (high + 1) * scale - 1


def _part(kind: str, words: str) -> Decimal | None:
    lists = lexicon()
    if kind == "halfa":
        return lists.values("magnitudes")[words.split()[-1]] / 2
    if "/" in words:
        above, below = (Decimal(part) for part in words.split("/"))
        return above / below if below else None
    if kind == "oneof":
        above, below = (_whole(part) for part in re.split(r"\s+(?:in|out\s+of)\s+(?:every\s+)?", words))
        return above / below if below and above <= below else None
    *front, last = re.split(r"[-\s]+", words)
    names = lists.values("denominators")
    share = names.get(last) or names[last.removesuffix("s")]
    return (_whole(" ".join(front)) if front and front[0] not in ("a", "an") else Decimal(1)) / share


def _whole(words: str) -> Decimal:
    return plain_value(words) if words[:1].isdigit() else spelled_value(words)
