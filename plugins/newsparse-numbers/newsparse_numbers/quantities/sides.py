"""Figures that share a sign or a scale with the one beside them: "passed by 52-48 percent", "from $12m to 9.5"."""

from __future__ import annotations

from newsparse_numbers.attachments.record import taken
from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.words import HYPHENS, Stream
from newsparse_numbers.quantities.levels import THOUSAND, Part
from newsparse_numbers.quantities.ranges import Between

_FEWEST, _ALL = 80, 100
"""Between how many percent the shares of two sides come to: some may have abstained."""


def of_two_sides(stream: Stream, part: Part, following: Part) -> Part | None:
    """The larger share with the percent sign of the other: "52-48 percent"; not the range "48-52 percent"."""
    (numeral, attached), (second, beyond) = part, following
    if beyond.kind != "percent" or attached.kind != "count" or numeral.form != "digits":
        return None
    sides = numeral.low > second.low and _FEWEST <= numeral.low + second.low <= _ALL
    joined = sides and attached.end == numeral.end and Between(stream, part, following).dash()
    return (numeral, attached._replace(kind="percent")) if joined else None


def of_one_size(stream: Stream, part: Part, following: Part) -> Part | None:
    """The first length of a size with the unit of the second: "100 by 60 metres", "3-by-4-metre"."""
    (numeral, attached), (_, beyond) = part, following
    bare = attached.kind == "count" and numeral.form in ("digits", "words") and attached.end == numeral.end
    if not bare or beyond.unit not in words("ranges.lengths"):
        return None
    between = [word for word in Between(stream, part, following).words if word not in HYPHENS]
    by = len(between) == 1 and between[0] in words("ranges.by")
    return (numeral, taken(attached, beyond)) if by else None


def scaled_too(stream: Stream, before: Part, part: Part) -> Part | None:
    """For "fell from $12 million to 9.5": the level reached has the scale of the one left; not "to 9,000"."""
    (first, whole), (numeral, attached) = before, part
    likely = whole.kind == "money" or (whole.kind == "count" and numeral.low % 1 != 0)
    left = stream.before(whole.outer).lower in words("claims.from")
    if not (likely and left and numeral.bare and 0 < numeral.low < THOUSAND):
        return None
    low = numeral.low * first.factor
    return numeral._replace(low=low, high=low, factor=first.factor, bare=False), taken(attached, whole)
