"""The pieces that numerals are made of: digits and number words with their values and places."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from newsparse_numbers.lexicon import endings, table, unit_surfaces, values, words
from newsparse_numbers.numerals.exact import quotient
from newsparse_numbers.numerals.phrases import Phrases, phrases
from newsparse_numbers.numerals.shares import past_half
from newsparse_numbers.numerals.words import FRACTIONS, HYPHENS, SPACES, Gap, Stream, Word

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
    "scale",
]
Form = Literal["digits", "words", "vague", "fraction", "ratio", "ordinal", "multiplier", "decade", "name"]
_APOSTROPHES = frozenset("'’")
_DECADES = range(20, 100, 10)
_DOTTED, _MORE_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}"), re.compile(r"\d{3}(?:\.\d{3})*")


class Atom(NamedTuple):
    """A piece at ``start``-``end`` with its value; ``high`` is the upper value of "a few".

    ``first`` is the index of its first word and ``behind`` that of the word after its last.
    """

    kind: AtomKind
    value: Decimal
    start: int
    end: int
    first: int
    behind: int
    high: Decimal | None = None


class Numeral(NamedTuple):
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
        """Whether there is a magnitude in it."""
        return self.factor != 1


def atoms(stream: Stream) -> list[Atom]:
    """The pieces of a text in order; other words are skipped."""
    known, found = _words(), list[Atom]()
    end = 0
    for index in stream.of(known):
        word = stream[index]
        if word.start < end:
            continue
        if word.kind == "number":
            atom: Atom | None = _digits(stream, index)
        else:
            kind, value = _scale(index, found, word) or known[word.lower]
            if kind == "scale":
                continue
            atom = _few(stream, index) if kind == "few" else Atom(kind, value, word.start, word.end, index, index + 1)
        if atom is not None:
            found.append(atom)
            end = atom.end
    return found


def _scale(index: int, found: list[Atom], word: Word) -> tuple[AtomKind, Decimal] | None:
    """A plural or short scale right after a number multiplies it: "three billions", "12 lakhs", "300 cr"."""
    if not found or found[-1].behind != index or found[-1].kind not in _SCALED:
        return None
    scale = values("numerals.scales").get(word.lower)
    return ("magnitude", scale) if scale else None


_SCALED: frozenset[str] = frozenset(["digits", "small", "tens", "magnitude"])


@cache
def _words() -> dict[str, tuple[AtomKind, Decimal]]:
    known: dict[str, tuple[AtomKind, Decimal]] = {}
    lists: tuple[tuple[AtomKind, str], ...] = (
        ("scale", "numerals.scales"),
        ("ordinal", "numerals.ordinals"),
        ("part", "numerals.denominators"),
        ("multiplier", "numerals.multipliers"),
        ("magnitude", "numerals.magnitudes"),
        ("small", "numerals.small"),
        ("tens", "numerals.tens"),
        ("decade", "numerals.decades"),
    )
    for kind, name in lists:
        known |= {word: (kind, value) for word, value in values(name).items()}
    known |= {word: ("vague", Decimal(ends[0])) for word, ends in table("numerals.vague").items()}
    firsts = {phrase.split()[0] for phrase in table("numerals.few")} | words("bounds.articles")
    return known | {word: ("few", Decimal(1)) for word in firsts}


def _few(stream: Stream, index: int) -> Atom | None:
    """An article, or a phrase such as "a few" with its interval; articles count where a numeral follows."""
    article = stream[index].lower in words("bounds.articles")
    if article and stream[index + 1].lower not in _behind_articles():
        return None
    if found := phrases("numerals.few").starting(stream, index):
        return _interval(stream, index, found)
    return _article(stream, index) if article else None


def _interval(stream: Stream, index: int, found: tuple[str, int]) -> Atom | None:
    """A phrase that was ``found`` at ``index``, with its interval."""
    led = stream[index - 1].lower in words("numerals.before_few")
    scaled = stream[found[1]].lower in table("numerals.magnitudes")  # "an extra few hundred dollars"
    if found[0] in words("numerals.led_few") and not (led or scaled):
        return None
    low, high = table("numerals.few")[found[0]]
    bound = None if found[0] in words("numerals.unbounded") else Decimal(high)
    return Atom("few", Decimal(low), stream[index].start, stream[found[1] - 1].end, index, found[1], bound)


def _article(stream: Stream, index: int) -> Atom | None:
    """The article at ``index``, where what follows makes it a numeral."""
    follows = index + 1
    while stream[follows].text in HYPHENS:
        follows += 1
    name = stream[follows].lower
    entry = _words().get(name)
    counts = entry is not None and entry[0] in _AFTER_ARTICLES
    if not counts and not past_half(stream, index + 1):
        return None
    return Atom("article", Decimal(1), stream[index].start, stream[index].end, index, index + 1)


@cache
def _behind_articles() -> frozenset[str]:
    """The words and marks of which one is behind an article that is part of a numeral; behind most there is none."""
    seconds = {Stream(phrase)[1].lower for phrase in table("numerals.few")}
    return HYPHENS.union(_words(), seconds, Phrases(unit_surfaces()[0]).firsts)


_AFTER_ARTICLES: frozenset[AtomKind] = frozenset(["magnitude", "part", "ordinal"])


def _digits(stream: Stream, index: int) -> Atom:
    word = stream[index]
    if word.text[-1] in FRACTIONS:
        return Atom("digits", _with_fraction(word.text), word.start, word.end, index, index + 1)
    if grouped := _grouped(stream, index):
        digits = stream.text[word.start : grouped.end].replace(".", "")
        behind = index + 1 if grouped is word else index + 3
        return Atom("digits", plain_value(digits), word.start, grouped.end, index, behind)
    value = plain_value(word.text)
    if "." not in word.text and "," not in word.text:
        if decimals := _decimal_comma(stream, index):
            return Atom("digits", Decimal(f"{value}.{decimals.text}"), word.start, decimals.end, index, index + 3)
        if end := _decade(stream, index, value):
            return Atom("decade", value, word.start, end, index, stream.at(end))
    return Atom("digits", value, word.start, word.end, index, index + 1)


def _with_fraction(text: str) -> Decimal:
    """The value of digits, if any, with the character of a fraction behind: "2½", "½"."""
    whole, mark = text[:-1], text[-1]
    return fraction_value(mark) + (plain_value(whole) if whole else 0)


def _grouped(stream: Stream, index: int) -> Word | None:
    """The last digits of a number grouped by dots, "1.000 persons", "1.234.567": things have no thousandths."""
    runs_on = stream[index].glued and stream[index - 1].kind == "word"
    if runs_on or not _DOTTED.fullmatch(stream[index].text):
        return None
    dot, more = stream[index + 1], stream[index + 2]
    if dot.text == "." and more.glued and _MORE_DOTTED.fullmatch(more.text):
        return more
    return stream[index] if _are_things(dot) else None


def _are_things(noun: Word) -> bool:
    """Whether the word behind a number is a plural that is counted one by one: "1.000 persons"; not "1.500 metres"."""
    if noun.gap != Gap.BLANK:
        return False
    plural = noun.lower in words("names.plurals") or noun.lower.endswith(endings("names.plural_endings"))
    return plural and not _measuring(noun.lower)


def _measuring(noun: str) -> bool:
    """Whether a plural names a unit, a currency or points, which have decimals."""
    units, points = unit_surfaces()[0], words("measures.index_points", "measures.times")
    return noun in units or noun in points or noun in words("money.words") or noun in words("money.minor")


def _decimal_comma(stream: Stream, index: int) -> Word | None:
    """The decimals after a comma, "3,5 percent", where a unit of values with decimals follows."""
    comma, decimals, unit = stream[index + 1], stream[index + 2], stream[index + 3]
    if comma.text != "," or not decimals.glued:
        return None
    if not decimals.text.isdecimal():
        return None
    measured = unit.gap <= Gap.BLANK and phrases("numerals.comma_units").starting(stream, index + 3) is not None
    return decimals if measured else None


def _decade(stream: Stream, index: int, value: Decimal) -> int | None:
    """Where "80s", "80's" ends; "over-60s" are people of an age."""
    if stream[index - 1 - (stream[index - 1].text in HYPHENS)].lower in words("frames.over_age"):
        return None
    mark = stream[index + 1]
    ending = stream[index + 2] if mark.text in _APOSTROPHES else mark
    if value not in _DECADES or not ending.glued or ending.lower not in words("names.plural_endings"):
        return None
    return ending.end


def plain_value(digits: str) -> Decimal:
    """The value of grouped digits in any script: "1,200.50", "12,34,567", "10 000", ".500"."""
    kept = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in digits if c not in SPACES + ",")
    return Decimal(kept)


def fraction_value(mark: str) -> Decimal:
    """The value of a fraction's character, to 28 digits where it does not end."""
    above, below = unicodedata.normalize("NFKC", mark).split("\u2044")
    return quotient(Decimal(above), Decimal(below))
