"""The passes that find what belongs to a numeral, in their order, for each form of numeral."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsparse_numbers.attachments.ages import age
from newsparse_numbers.attachments.bounds import bound_after, bound_before
from newsparse_numbers.attachments.degrees import DEGREE, are_degrees
from newsparse_numbers.attachments.denominators import denominator
from newsparse_numbers.attachments.indexes import index, points
from newsparse_numbers.attachments.record import Attached, Site
from newsparse_numbers.attachments.signs import currency, negated, sign
from newsparse_numbers.attachments.units import unit
from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.lexing import Form
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.shares import past_half
from newsparse_numbers.numerals.words import Stream

_HALF = 5
"""The digit after the point of a value that ends in a half."""
Pass = Callable[[Site, Attached], Attached]


def multiple(site: Site, attached: Attached) -> Attached:
    """Whether a word multiplies: "doubled" does, and "twice the"; "scored twice" counts."""
    numeral, stream = site.numeral, site.stream
    level = stream.text[numeral.start : numeral.end].lower() in words("numerals.level_multipliers")
    behind = stream.at(numeral.end)
    multiplies = not level or (
        stream[behind].lower in words("numerals.multiplied") and not _begins_clause(stream, behind)
    )
    return attached._replace(kind="multiplier") if multiplies else attached


def _begins_clause(stream: Stream, index: int) -> bool:
    """Whether "as" begins a clause and compares nothing: "scored twice as Kell won", "rang twice as he slept"."""
    subject = stream[index + 1]
    named = subject.capital or subject.lower in words("names.determiners", "grammar.pronouns")
    return stream[index].lower in words("claims.as") and named


def halves(site: Site, attached: Attached) -> Attached:
    """The "and a half" behind the unit that the numeral counts: "a month and a half"."""
    stream, value = site.stream, site.numeral.low.as_tuple()
    is_halved = value.exponent == -1 and value.digits[-1] == _HALF
    behind = past_half(stream, stream.at(site.numeral.end)) if is_halved else None
    return attached if behind is None else attached._replace(end=stream[behind - 1].end)


def decade(site: Site, attached: Attached) -> Attached:
    """Decades that are not years are ages, "in his 30s", or degrees, "highs in the 90s"."""
    if are_degrees(site.stream, site.first):
        return attached._replace(kind="measure", unit=DEGREE)
    return attached._replace(kind="age")


def factor(site: Site, attached: Attached) -> Attached:
    """What something is multiplied by: "rose by a factor of three"."""
    led = attached.kind == "count" and phrases("measures.factors").ending(site.stream, site.begin(attached) - 1)
    return attached._replace(kind="multiplier") if led else attached


_AROUND: tuple[Pass, ...] = (bound_before, bound_after)
_ALL: tuple[Pass, ...] = (currency, sign, unit, halves, negated, points, age, index, factor, denominator, *_AROUND)
PASSES: Mapping[Form, tuple[Pass, ...]] = {
    "digits": _ALL,
    "words": _ALL,
    "fraction": _ALL,
    "vague": _ALL,
    "ratio": _ALL,
    "name": _ALL,
    "ordinal": _ALL,
    "multiplier": (multiple, denominator, *_AROUND),
    "decade": (decade, *_AROUND),
}
"""What is looked for at a numeral of each form; a pass sees what those before it have found."""


def attach(site: Site) -> Attached:
    """What belongs to the numeral of ``site``; its sign and currency begin no earlier than the floor."""
    numeral = site.numeral
    attached = Attached(start=numeral.start, end=numeral.end, outer=numeral.start, beyond=numeral.end, floor=site.floor)
    for step in PASSES[numeral.form]:
        attached = step(site, attached)
    return attached
