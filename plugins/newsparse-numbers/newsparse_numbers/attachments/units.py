"""What follows a numeral and says what kind of quantity it is: a unit, a currency, a percent sign, an age."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from newsparse.model import QuantityKind, Span
from newsparse_numbers.attachments.countries import countries
from newsparse_numbers.attachments.currency import DOLLAR, Context, Money, money, national
from newsparse_numbers.attachments.inches import FOOT, INCH, INCH_SIGN, feet, inches
from newsparse_numbers.attachments.pounds import are_paid
from newsparse_numbers.attachments.races import KILOMETRE, kilometres
from newsparse_numbers.attachments.record import Attached, Site
from newsparse_numbers.attachments.stones import STONE, follow_stones, stones
from newsparse_numbers.lexicon import Unit, endings, table, unit_surfaces, units, values, words
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.numerals.phrases import Phrases, first_words, phrases, unit_symbols
from newsparse_numbers.numerals.suffixes import after_hours
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream

MINUTE = "minute"
_APOSTROPHES = frozenset("'’")
_MILLION = Decimal(10) ** 6
_YEAR_DIGITS = 4
_SIMPLE: tuple[tuple[QuantityKind, str], ...] = (
    ("percentage-point", "measures.points"),
    ("basis-point", "measures.basis_points"),
    ("percent", "measures.percent"),
)


class _Surface(NamedTuple):
    """A word or symbol of the text, the name of the unit that it stands for, and the index after it."""

    surface: str
    name: str
    after: int


@cache
def _words() -> Phrases:
    return Phrases(unit_surfaces()[0])


@cache
def _openings() -> frozenset[str]:
    """All words and signs in small letters with which something begins that ``unit`` finds; most numerals have none."""
    units, symbols, after = _words().firsts, unit_symbols().firsts, phrases("money.after", exact=True).firsts
    signs = HYPHENS | _APOSTROPHES | {INCH_SIGN}
    lists = ("bounds.plus", "numerals.of_a", "money.minor", "money.words", "measures.age", "measures.times")
    known = first_words(*lists, *(name for _, name in _SIMPLE))
    known |= words("claims.of", "ranges.inches", "measures.of_times", "measures.stones", "numerals.kilometres")
    return known.union(signs, units, *(map(str.lower, names) for names in (symbols, after, countries())))


def unit(site: Site, attached: Attached) -> Attached:
    """The unit, currency, percent sign or age after the numeral, even behind a plus: "20+ years", "5-plus miles"."""
    stream, at = site.stream, site.behind
    if stream[at].lower not in _openings() or stream[at].gap >= Gap.PARAGRAPH:
        return attached
    plus = phrases("bounds.plus").starting(stream, at) if stream[at].glued else None
    if plus is None:
        return _behind(site, attached, at)
    found, place = _behind(site, attached, plus[1]), Span(stream[at].start, stream[plus[1] - 1].end)
    if found.kind == attached.kind:
        return attached
    return found._replace(bound="low", inclusive=True, bound_at=place)


def _behind(site: Site, attached: Attached, at: int) -> Attached:
    """What ``unit`` finds at the word ``at``."""
    stream, numeral, behind = site.stream, site.numeral, at
    while stream[behind].text in HYPHENS:
        behind += 1
    behind = _part_of(stream, numeral, behind)
    if attached.money is None and (made := _minor(site, at, behind, attached)):
        return made
    if simple := _simple(stream, behind):
        kind, after = simple
        return attached if attached.money else attached._replace(kind=kind, end=stream[after - 1].end)
    if made := _money(stream, numeral, behind, attached, site.context):
        return made
    if attached.money is not None:
        return attached
    return (
        _age(stream, at, behind, attached)
        or _times(stream, numeral, at, behind, attached)
        or _unit(site, at, behind, attached)
    )


def _part_of(stream: Stream, numeral: Numeral, behind: int) -> int:
    """The index of the unit after a part: "half an hour", "a quarter of a percentage point", "0.2 of a percent"."""
    if numeral.form == "vague" and stream[behind].lower in words("claims.of"):
        return behind + 1 if _words().starting(stream, behind + 1) else behind  # "hundreds of miles"
    if numeral.low >= 1 or stream[behind].glued:
        return behind
    found = phrases("numerals.of_a").starting(stream, behind)
    short = stream.before(numeral.end).lower in words("names.partly")
    if found is None or (found[0] in words("bounds.articles") and not short):
        return behind
    at = found[1]
    named = _simple(stream, at) or _words().starting(stream, at)
    return at if named else behind


def _simple(stream: Stream, behind: int) -> tuple[QuantityKind, int] | None:
    for kind, name in _SIMPLE:
        if found := phrases(name).starting(stream, behind):
            return kind, found[1]
    return None


def _minor(site: Site, at: int, behind: int, attached: Attached) -> Attached | None:
    """Parts of a currency: "5 cents", "80p"."""
    stream = site.stream
    found = None if site.numeral.scaled else phrases("money.minor").starting(stream, behind)
    if found is None:
        return None
    word, after = found
    if word in words("money.hinted_minor") and not _means_cents(site, behind, after):
        return None
    if len(word) == 1 and (not stream[at].glued or _abbreviation(stream, behind)):
        return None
    family, part = table("money.minor")[word]
    named = Money(None, family) if family in table("money.families") else Money(family)
    return attached._replace(kind="money", scale=Decimal(part), end=stream[after - 1].end, money=named)


def _means_cents(site: Site, behind: int, after: int) -> bool:
    """Whether "c" is for cents, as in a text about a country that has them, or before "a share"; not "12C"."""
    return not site.stream[behind].capital and (site.context.cents() or _of_share(site.stream, after))


def _of_share(stream: Stream, index: int) -> bool:
    """Whether what precedes is paid for a share: "14c a share"."""
    return stream[index + 1].lower in words("money.shared")


def _abbreviation(stream: Stream, index: int) -> bool:
    """Whether the letter at ``index`` begins an abbreviation: "5p.m."."""
    point, letter = stream[index + 1], stream[index + 2]
    return point.text == "." and letter.glued


def _money(stream: Stream, numeral: Numeral, behind: int, attached: Attached, context: Context) -> Attached | None:
    """A currency's word, code or symbol after the numeral: "5 euros", "5 USD", "5 €"."""
    if numeral.form == "vague" and stream[behind].lower in words("claims.of"):
        behind += 1
    found = _currency(stream, numeral, behind, context, signed=attached.money is not None)
    if found is None:
        return None
    named, after = found
    end, scale = stream[after - 1].end, attached.scale
    scaled = stream[after]
    follows = values("numerals.suffixes" if scaled.glued else "numerals.magnitudes").get(scaled.text)
    follows = follows or values("numerals.magnitudes").get(scaled.text)
    if follows and follows >= _MILLION and scaled.gap <= Gap.BLANK:  # "3 euros million", "3€m"
        end, scale = scaled.end, follows
    return attached._replace(kind="money", end=end, scale=scale, money=attached.money or named)


def _currency(
    stream: Stream, numeral: Numeral, behind: int, context: Context, *, signed: bool
) -> tuple[Money, int] | None:
    """The currency after a numeral, and the index after it: "euros", "Jordanian dinars", "USD", "€".

    ``signed`` says that a currency is before it.
    """
    if word := phrases("money.words").starting(stream, behind):
        return (money(word[0]), word[1]) if _means_money(stream, numeral, word[0], context) else None
    if sign := phrases("money.after", exact=True).starting(stream, behind):
        return None if _of_next(stream, behind, sign, signed=signed) else (money(sign[0]), sign[1])
    return national(stream, behind)


def _of_next(stream: Stream, behind: int, sign: tuple[str, int], *, signed: bool) -> bool:
    """Whether a sign belongs to the figure behind it: "£5 £6", "5 £10 notes"; "$" is rarely behind its own."""
    touches, apart = stream[sign[1]].glued_number, not stream[behind].glued
    if sign[0] == DOLLAR:
        return apart or touches
    return not sign[0].isalpha() and (signed or (apart and touches))


def _means_money(stream: Stream, numeral: Numeral, word: str, context: Context) -> bool:
    """Whether the word is money: "pounds" in a text about British money, "won" with a large figure."""
    if word in words("money.weights"):
        stoned = follow_stones(stream, stream.at(numeral.start))
        return not stoned and (are_paid(stream, numeral) or context.sterling())
    last = stream.before(numeral.end)
    large = numeral.scaled or last.text.endswith(",000")
    return large or word not in words("money.scaled_words")


def _age(stream: Stream, at: int, behind: int, attached: Attached) -> Attached | None:
    """For "34-year-old", "34 years old", "18 months old"; "old" apart from its unit does not belong to the figure."""
    found = phrases("measures.age").starting(stream, behind)
    if found is None:
        return None
    phrase, after = found
    hyphenated = any(word.text in HYPHENS for word in stream.between(at, after))
    last = stream[after - 1].lower
    kept = after if hyphenated or last not in words("measures.old") else after - 1
    return attached._replace(kind="age", unit=table("measures.age")[phrase], end=stream[kept - 1].end)


def _times(stream: Stream, numeral: Numeral, at: int, behind: int, attached: Attached) -> Attached | None:
    """For "three times as many", "fivefold", "2x"; "three times" alone is a count."""
    if phrases("measures.times").starting(stream, behind) is None:
        return None
    word, touching = stream[behind], behind == at and stream[at].glued
    if len(word.text) == 1 and not touching:
        return attached
    follows, whole = stream[behind + 1], numeral.low == numeral.low.to_integral_value()
    whole = whole and _before_range(stream, numeral) not in words("claims.moved_by")  # "grew by three times"
    compared = follows.lower in words("measures.compared")
    compared = compared and phrases("measures.not_compared").starting(stream, behind + 1) is None
    if word.lower not in words("measures.times_of") or compared or not whole:
        return attached._replace(kind="multiplier", end=word.end)
    return attached


def _before_range(stream: Stream, numeral: Numeral) -> str:
    """The word before a number, or before the range that ends with it: "by" in "grew by two to three times"."""
    before = stream.at(numeral.start) - 1
    joined = stream[before].text in HYPHENS or stream[before].lower in words("claims.to", "ranges.or")
    return stream[before - 2 if joined else before].lower


def _unit(site: Site, at: int, behind: int, attached: Attached) -> Attached:
    """A unit's word or symbol."""
    stream = site.stream
    found = _named_unit(stream, behind)
    if site.numeral.form == "ordinal":
        if found is None or found.name != MINUTE:
            return attached
        return attached._replace(unit=MINUTE, end=stream[found.after - 1].end)  # "the 90th minute"
    if found is None:
        return _by_sign(stream, at, attached)
    name = MINUTE if _is_minutes(site, found) else found.name
    measured, gapped = units()[name], behind > at or not stream[at].glued
    if not _fits(site, found, measured, gapped=gapped) or _is_paid(site, found.surface):
        return attached
    if site.numeral.form in ("ratio", "vague") and stream[at].text in HYPHENS:
        return attached
    attached = attached._replace(kind=measured.kind, unit=name, end=_end(stream, found))
    return attached._replace(unit=measured.unit, per=measured.per) if measured.per else attached


def _named_unit(stream: Stream, index: int) -> _Surface | None:
    """The unit at a word, or one of time behind an adjective: "three consecutive weeks", "two financial years"."""
    if (at_once := _surface(stream, index)) is not None:
        return at_once
    described = stream[index].lower in words("measures.of_times") and stream[index + 1].gap == Gap.BLANK
    found = _words().starting(stream, index + 1) if described else None
    if found is None or units()[name := unit_surfaces()[0][found[0]]].kind != "duration":
        return None
    return _Surface(found[0], name, found[1])


def _is_paid(site: Site, surface: str) -> bool:
    """Whether what may be a weight is money: "a fine of 800 pounds"."""
    if surface not in words("money.weights") or follow_stones(site.stream, site.first):
        return False
    return are_paid(site.stream, site.numeral)


def _surface(stream: Stream, index: int) -> _Surface | None:
    """The word or symbol of a unit that begins at a word."""
    word, symbol = _words().starting(stream, index), unit_symbols().starting(stream, index)
    by_word, by_symbol = unit_surfaces()
    if word:
        return _Surface(word[0], by_word[word[0]], word[1])
    return _Surface(symbol[0], by_symbol[symbol[0]], symbol[1]) if symbol else None


def _is_minutes(site: Site, found: _Surface) -> bool:
    """Whether "m" is for minutes, as behind hours: "2h 5m"."""
    return found.surface in words("numerals.metres") and after_hours(site.stream, site.first)


def _end(stream: Stream, found: _Surface) -> int:
    """Where a unit ends; a point behind it that ends its line is that of the sentence."""
    end = stream[found.after - 1].end
    return end - 1 if found.surface.endswith(".") and stream[found.after].gap >= Gap.LINE else end


def _by_sign(stream: Stream, at: int, attached: Attached) -> Attached:
    """Feet and inches as signs, stones, the "k" of races: 5'6", "four stone", "ran a 5k"."""
    for name, find in ((FOOT, feet), (INCH, inches), (STONE, stones), (KILOMETRE, kilometres)):
        if after := find(stream, at):
            return attached._replace(kind="measure", unit=name, end=stream[after - 1].end)
    return attached


def _fits(site: Site, found: _Surface, measured: Unit, *, gapped: bool) -> bool:
    """Whether a short symbol can be a unit here: a single letter must touch its figure."""
    stream, surface = site.stream, found.surface
    following = stream[found.after]
    if measured.before and following.lower not in measured.before:
        return False
    if _is_of_year(site, found):
        return False
    if surface in words("measures.fractional") and not _decimal(site):
        return False
    owns = following.glued and following.text in _APOSTROPHES and stream[found.after + 1].glued_word
    if owns and not _is_word(surface):
        return False  # "5 C's", not "'5 km'"
    return not gapped or _may_be_apart(stream, found, measured)


def _is_of_year(site: Site, found: _Surface) -> bool:
    """Whether a year is before a single unit in a name or compound: "2018 year-end data", "2013 Millennium Goals"."""
    stream = site.stream
    unit_, before = stream[found.after - 1], stream[found.after - 2]
    single = units()[found.name].kind == "duration" and not unit_.lower.endswith(endings("names.plural_endings"))
    joined = stream[found.after].glued and stream[found.after].text in HYPHENS
    named = unit_.capital and stream[found.after].capital and unit_.gap == Gap.BLANK
    digits = not unit_.glued and before.end == site.numeral.end and before.text.isdigit()
    return single and digits and len(before.text) == _YEAR_DIGITS and (joined or named)


def _may_be_apart(stream: Stream, found: _Surface, measured: Unit) -> bool:
    """Whether a symbol counts without touching its figure: "5 kg", "a 5 m radius"; not "20 m euros"."""
    surface, after = found.surface, found.after
    if len(surface) > 1:
        return surface not in measured.touching or stones(stream, after - 1) is not None
    if surface not in measured.apart or stream[after].text == ".":
        return False
    return surface not in words("money.scales") or not _counts_millions(stream, after)


def _counts_millions(stream: Stream, after: int) -> bool:
    """Whether a letter apart from its figure means millions: "5 m users"; not "a 5 m radius"."""
    lower = stream[after].lower
    plural = lower.endswith(endings("names.plural_endings")) and not lower.endswith(endings("names.singular_endings"))
    return plural or lower in words("names.plurals")


def _decimal(site: Site) -> bool:
    """Whether the figure has decimals."""
    return "." in site.stream.text[site.numeral.start : site.numeral.end]


def _is_word(surface: str) -> bool:
    return surface in unit_surfaces()[0]
