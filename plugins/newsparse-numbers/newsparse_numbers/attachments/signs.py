"""What is before a numeral and belongs to its value: the sign, and the symbol or code of a currency."""

from __future__ import annotations

from newsparse_numbers.attachments.currency import money
from newsparse_numbers.attachments.record import Attached, Site
from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import DASHES, HYPHENS, Gap, Stream

MINUS = frozenset("-−–")
SIGNS = MINUS | {"+"}
_OPENING = frozenset("(:")
_NAME_DIGITS = 2


def currency(site: Site, attached: Attached) -> Attached:
    """The symbol or code of a currency right before the numeral: "$5", "Rs 5"."""
    stream, at = site.stream, site.first
    first = stream[at]
    if first.gap > Gap.LINE:
        return attached
    inner = first.glued and stream[at - 1].text in MINUS and stream[at - 1].glued
    found = phrases("money.symbols", exact=True).ending(stream, at - 2 if inner else at - 1)
    if found is None:
        return attached
    symbol, begin = found
    if inner:
        attached = attached._replace(negative=True, signed=True)
    start = stream[begin].start
    if start < site.floor or _runs_on(stream, begin) or not _means_money(site, symbol):
        return attached
    return attached._replace(start=start, kind="money", money=money(symbol))


def _runs_on(stream: Stream, symbol: int) -> bool:
    """Whether a symbol is the end of something longer: the "$" of "ABC$5"."""
    before = stream[symbol - 1]
    return stream[symbol].glued and before.kind == "word" and before.text.isascii()


def _means_money(site: Site, symbol: str) -> bool:
    """Whether a symbol right before a figure is a currency's: not the letter of "R 5", the name of "COP 27"."""
    first = site.stream[site.first]
    if symbol in words("money.hinted") and not _shown(site, symbol):
        return False
    if symbol in words("money.also_names") and _short(site):
        return not first.glued and site.stream[site.first - 2].lower in words("claims.pricing")
    return first.glued or symbol not in words("money.touching")


def _short(site: Site) -> bool:
    """Whether the numeral is one or two digits alone, as in "COP27" and "COP 27"."""
    return site.numeral.bare and site.numeral.end - site.numeral.start <= _NAME_DIGITS


def _shown(site: Site, symbol: str) -> bool:
    """Whether a letter is a currency: the amount is scaled or has cents, or the text shows the currency."""
    numeral = site.numeral
    cents = numeral.low != numeral.low.to_integral_value()
    return numeral.scaled or cents or site.context.shows(money(symbol)) or site.context.letters(symbol)


def sign(site: Site, attached: Attached) -> Attached:
    """A plus or minus that touches the numeral and nothing before, or the word: "-5", "minus 5"."""
    stream, at = site.stream, site.begin(attached)
    start = attached.start
    if _has_mark(site, at):
        mark = stream[at - 1]
        start = mark.start
        attached = attached._replace(negative=mark.text != "+", signed=True)
    elif (word := _minus(site, at, attached)) is not None:
        start = stream[word].start
        attached = attached._replace(negative=True)
    if attached.start == attached.outer == start:
        return attached
    return attached._replace(start=start, outer=start)


def _has_mark(site: Site, at: int) -> bool:
    """Whether a plus or minus touches the figure and nothing before: "-5", "(+5"; not "3-5"."""
    stream = site.stream
    if not stream[at].glued or stream[at - 1].text not in SIGNS or site.numeral.form == "words":
        return False
    return not stream[at - 1].glued or stream[at - 2].text in _OPENING


def _minus(site: Site, at: int, attached: Attached) -> int | None:
    """The index of the word before the figure that makes it negative: "minus 5"; not "plus or minus 3 points"."""
    stream, first = site.stream, site.stream[at]
    if first.gap > Gap.BLANK:
        return None
    hyphen = first.glued and stream[at - 1].text in HYPHENS
    if first.glued and not hyphen:
        return None
    place = at - 2 if hyphen else at - 1
    word, led = stream[place].lower, stream[place - 1].lower
    if led in words("ranges.or"):
        return None
    if word in words("numerals.minus"):
        return place
    return place if word in words("numerals.negative") and _may_be_below_zero(site, attached, led) else None


def _may_be_below_zero(site: Site, attached: Attached, led: str) -> bool:
    """Whether it is money, percent or degrees, and no range: "negative 5 percent"; not "a negative 42%-49% rating".

    ``led`` is the word before "negative": some leave no other reading.
    """
    if not led or led in words("numerals.before_negative") or attached.kind == "money":
        return True
    found = phrases("numerals.below_zero_units").starting(site.stream, site.behind)
    return found is not None and site.stream[found[1]].text not in DASHES


def negated(site: Site, attached: Attached) -> Attached:
    """What follows the figure and makes it negative: "10 degrees below zero", "is ($99.99)"."""
    if attached.signed or attached.negative:
        return attached
    stream, at, behind = site.stream, site.begin(attached), site.after(attached)
    degrees = attached.unit in words("measures.degrees") or (attached.kind == "count" and site.numeral.bare)
    if degrees and (below := phrases("measures.below_zero").starting(stream, behind)):
        return attached._replace(negative=True, end=stream[below[1] - 1].end)
    bracketed = attached.money is not None and stream[at - 1].text == "(" and stream[behind].text == ")"
    if bracketed and stream[at - 2].lower in words("numerals.before_bracket"):
        return attached._replace(negative=True, start=stream[at - 1].start, end=stream[behind].end)
    return attached
