"""The pieces that numerals are made of: digits and number words with their values and places."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import Literal

import attrs

from newsparse_numbers.lexicon import one_of, table, values
from newsparse_numbers.numerals.exact import quotient

FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
SPACES = "\u00a0\u2009\u202f "
AtomKind = Literal[
    "digits",
    "small",
    "tens",
    "magnitude",
    "vague",
    "few",
    "article",
    "part",
    "ordinal",
    "multiplier",
    "decade",
]
Form = Literal["digits", "words", "vague", "fraction", "ratio", "ordinal", "multiplier", "decade", "name"]
_ATOM = re.compile(
    rf"(?=[\d.{FRACTIONS}])(?:(?P<digits>(?<![\d,])\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?![\d,])(?:\.\d+)?|(?<![\d.,])\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?"
    rf"|(?<![\d.,])\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?![\d,{SPACES}]\d|\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w.])\.\d+)(?P<mark>[{FRACTIONS}])?"
    rf"|(?P<lone>[{FRACTIONS}]))|(?P<word>[^\W\d_]+)"
)
_COMMA = re.compile(r",(\d{1,2})(?=\s?(?:%|per\s?cent|percent|million|billion|bn|m\b|km|kg|°|C\b))")


@attrs.frozen
class Atom:
    """A piece at ``start``-``end`` with its value; ``high`` is the upper value of "a few"."""

    kind: AtomKind
    value: Decimal
    start: int
    end: int
    high: Decimal | None = None


@attrs.frozen(kw_only=True)
class Numeral:
    """A numeral at ``start``-``end``; ``high`` differs from ``low`` for vague ones, None where they have no upper end.

    ``factor`` is the product of the magnitudes in it; ``bare`` says that it is digits alone; ``of`` is the second
    number of a ratio ("one in five").
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    form: Form = "words"
    bare: bool = False
    factor: Decimal = Decimal(1)
    of: Decimal | None = None

    @property
    def scaled(self) -> bool:
        """Whether a magnitude stands in it."""
        return self.factor != 1


def atoms(text: str) -> list[Atom]:
    """The pieces of ``text`` in order; all other words are passed over."""
    known, found = _words(), []
    end = 0
    for match in _ATOM.finditer(text):
        if match.lastgroup == "word":
            entry = known.get(match.group().lower())
            if entry is None or match.start() < end:
                continue
            atom = _few(text, match) if entry[0] == "few" else Atom(*entry, match.start(), match.end())
            if atom is None:
                continue
        elif match.start() < end:
            continue
        else:
            atom = _digits(text, match)
        found.append(atom)
        end = atom.end
    return found


@cache
def _words() -> dict[str, tuple[AtomKind, Decimal]]:
    known: dict[str, tuple[AtomKind, Decimal]] = {}
    lists: tuple[tuple[AtomKind, str], ...] = (
        ("ordinal", "numerals.ordinals"),
        ("part", "numerals.denominators"),
        ("multiplier", "numerals.multipliers"),
        ("magnitude", "numerals.magnitudes"),
        ("small", "numerals.small"),
        ("tens", "numerals.tens"),
    )
    for kind, name in lists:
        known |= {word: (kind, value) for word, value in values(name).items()}
    known |= {word: ("vague", Decimal(ends[0])) for word, ends in table("numerals.vague").items()}
    known |= {phrase.split()[0]: ("few", Decimal(1)) for phrase in [*table("numerals.few"), "an"]}
    return known


@cache
def _few_pattern() -> re.Pattern[str]:
    return re.compile(one_of(table("numerals.few")) + r"(?!\w)", re.IGNORECASE)


def _few(text: str, match: re.Match[str]) -> Atom | None:
    """An article, or a phrase such as "a few" with its interval; articles count where a numeral follows."""
    phrase = _few_pattern().match(text, match.start())
    if phrase:
        low, high = table("numerals.few")[" ".join(phrase.group().lower().split())]
        return Atom("few", Decimal(low), match.start(), phrase.end(), Decimal(high))
    if match.group().lower() not in ("a", "an"):
        return None
    follows = _FOLLOWS.match(text, match.end())
    word = follows.group(1).lower() if follows else ""
    entry = _words().get(word)
    if entry is None or entry[0] not in ("magnitude", "part", "ordinal") or word in ("lakhs", "crores"):
        return None
    return Atom("article", Decimal(1), match.start(), match.end())


_FOLLOWS = re.compile(r"[\s-]+([^\W\d_]+)")


def _digits(text: str, match: re.Match[str]) -> Atom:
    start, end = match.span()
    mark = match.group("mark") or match.group("lone") or ""
    value = fraction_value(mark) if mark else Decimal(0)
    number = match.group("digits") or ""
    if number:
        value += plain_value(number)
    if number and not mark and "." not in number and "," not in number:
        comma = _COMMA.match(text, end)
        if comma:
            return Atom("digits", Decimal(f"{plain_value(number)}.{comma.group(1)}"), start, comma.end())
        decade = _DECADE.match(text, end)
        if decade and value % 10 == 0 and 20 <= value <= 90:
            return Atom("decade", value, start, decade.end())
    return Atom("digits", value, start, end)


_DECADE = re.compile(r"['’]?s(?!\w)")


def plain_value(digits: str) -> Decimal:
    """The value of grouped digits in any script: "1,200.50", "12,34,567", "10 000", ".500"."""
    kept = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in digits if c not in SPACES + ",")
    return Decimal(kept)


def fraction_value(mark: str) -> Decimal:
    """The value of a fraction's character, to 28 digits where it does not end."""
    above, below = unicodedata.normalize("NFKC", mark).split("\u2044")
    return quotient(Decimal(above), Decimal(below))
