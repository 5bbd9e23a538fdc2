"""What is before a numeral and belongs to its value: the sign, and the symbol or code of a currency."""

from __future__ import annotations

from newsparse_numbers.attachments.currency import money
from newsparse_numbers.attachments.record import Attached, Site
from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import HYPHENS, Gap

MINUS = frozenset("-−–")
SIGNS = MINUS | {"+"}
_OPENING = frozenset("(:")
_OTHER_MONEY = frozenset("$€£")
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
    attached = attached._replace(negative=True, signed=True) if inner else attached
    before, word = stream[begin - 1], stream[begin]
    if symbol in words("money.hinted") and not _shown(site, symbol):
        return attached
    if symbol in words("money.also_names") and first.glued and _short(site):
        return attached
    joined = word.glued and ((before.kind == "word" and before.text.isascii()) or before.text in _OTHER_MONEY)
    apart = first.gap and symbol in words("money.touching")
    if joined or apart or word.start < site.floor:
        return attached
    return attached._replace(start=word.start, kind="money", money=money(symbol))


def _short(site: Site) -> bool:
    """Whether the numeral is one or two digits alone, as in "COP27"."""
    return site.numeral.bare and site.numeral.end - site.numeral.start <= _NAME_DIGITS


def _shown(site: Site, symbol: str) -> bool:
    """Whether a letter is a currency: the amount is scaled or has cents, or the text shows the currency."""
    numeral = site.numeral
    cents = numeral.low != numeral.low.to_integral_value()
    return numeral.scaled or cents or site.context.shows(money(symbol)) or site.context.letters(symbol)


def sign(site: Site, attached: Attached) -> Attached:
    """A plus or minus that touches the numeral and nothing before, or the word: "-5", "minus 5"."""
    stream, at = site.stream, site.begin(attached)
    first, mark, before = stream[at], stream[at - 1], stream[at - 2]
    start = attached.start
    touches = first.glued and mark.text in SIGNS and site.numeral.form != "words"
    if touches and (not mark.glued or before.text in _OPENING) and mark.start >= site.floor:
        negative, start = mark.text != "+", mark.start
        attached = attached._replace(negative=negative, signed=True)
    elif first.gap <= Gap.BLANK:
        place = at - 2 if first.glued and mark.text in HYPHENS else at - 1
        word, led = stream[place].lower, stream[place - 1].lower
        apart = place < at - 1 or not first.glued
        negative = word in words("numerals.negative") and (not led or led in words("numerals.before_negative"))
        either = led in words("ranges.or")  # "plus or minus 3 points"
        if apart and not either and (negative or word in words("numerals.minus")):
            start = stream[place].start
            attached = attached._replace(negative=True)
    if attached.start == attached.outer == start:
        return attached
    return attached._replace(start=start, outer=start)


def negated(site: Site, attached: Attached) -> Attached:
    """What follows the figure and makes it negative: "10 degrees below zero", "is ($99.99)"."""
    if attached.signed or attached.negative:
        return attached
    stream, at, behind = site.stream, site.begin(attached), site.after(attached)
    degrees = attached.unit in words("measures.degrees") or (attached.kind == "count" and site.numeral.bare)
    if degrees and (below := phrases("measures.below_zero").starting(stream, behind)):
        return attached._replace(negative=True, end=stream[below[1] - 1].end)
    bracketed = attached.money is not None and stream[at - 1].text == "(" and stream[behind].text == ")"
    if bracketed and stream[at].glued and stream[at - 2].lower in words("numerals.before_bracket"):
        return attached._replace(negative=True, start=stream[at - 1].start, end=stream[behind].end)
    return attached
