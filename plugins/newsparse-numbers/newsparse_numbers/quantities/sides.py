"""Figures that share a sign or a scale with the one beside them: "passed by 52-48 percent", "from $12m to 9.5"."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse_numbers.attachments.currency import sharing
from newsparse_numbers.attachments.record import taken
from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream
from newsparse_numbers.quantities.levels import THOUSAND, Part
from newsparse_numbers.quantities.ranges import Between
from newsparse_numbers.rejection.names import POSSESSIVES

_PLACE_WORDS = 6
"""How many words may be between a share and that of another place."""
_RIVAL_WORDS = 6
"""How many words "to" and the name of a rival may be, behind a share."""
_ENDS = frozenset(".;!?")
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


def of_another_place(stream: Stream, before: Part, part: Part) -> Part | None:
    """For "5 percent in Kell, 7 percent in Lund and 3 in Orla": a share of another place, as the same word shows."""
    whole, (numeral, attached) = before[1], part
    start, at = stream.at(whole.end), stream.at(attached.outer)
    lead = stream[start].lower
    alike = lead in words("ellipsis.parallel") and stream.after(attached.end).lower == lead
    if whole.kind != "percent" or numeral.scaled or not alike or at - start > _PLACE_WORDS:
        return None
    between = stream.between(start, at)
    joined = between[-1].lower in words("claims.joining") or between[-1].text == ","
    ended = any(word.text in _ENDS or word.gap >= Gap.LINE for word in between)
    return (numeral, taken(attached, whole)) if joined and not ended else None


def rated_too(stream: Stream, before: Part, part: Part) -> Part | None:
    """For "45 cents a share, compared with 38 cents": a sum with the denominator of the one it is compared with."""
    whole, (numeral, attached) = before[1], part
    alike = whole.money is not None and whole.money == attached.money and whole.scale == attached.scale
    if not alike or whole.per is None or attached.per is not None:
        return None
    joined = phrases("ellipsis.comparing").ending(stream, stream.at(attached.outer) - 1)
    if joined is None or joined[0] in words("ranges.or"):
        return None
    near = all(word.text == "," for word in stream.between(stream.at(whole.beyond), joined[1]))
    return (numeral, attached._replace(per=whole.per)) if near else None


def of_rival(stream: Stream, before: Part, part: Part) -> Part | None:
    """For "41 percent to Ada Brook's 38": the share of a rival, right behind the owner."""
    whole, (numeral, attached) = before[1], part
    start, at = stream.at(whole.end), stream.at(attached.outer)
    owned = stream.surface(at - 2, at).endswith(tuple(POSSESSIVES)) if at - start > 1 else False
    led = stream[start].lower in words("claims.to") and stream[start + 1].capital and at - start <= _RIVAL_WORDS
    return (numeral, taken(attached, whole)) if whole.kind == "percent" and owned and led else None


def with_signs(stream: Stream, parts: Sequence[Part]) -> list[Part]:
    """Gives sums with a sign that several countries share the currency of the sum that they are compared with."""
    return [_of_neighbour(stream, parts, index) or part for index, part in enumerate(parts)]


def _of_neighbour(stream: Stream, parts: Sequence[Part], index: int) -> Part | None:
    """For "fell to US$21 billion, down from $24 billion": a shared sign after the same with its country."""
    numeral, attached = parts[index]
    if not index or attached.money is None or attached.money.code is not None:
        return None
    _, whole = parts[index - 1]
    joined = phrases("ellipsis.comparing").ending(stream, stream.at(attached.outer) - 1)
    if joined is None or joined[0] in words("ranges.or"):
        return None  # "A$5, or $4"
    start = stream.at(whole.end)
    near = all(word.text == "," for word in stream.between(start, joined[1]))
    same = whole.money is not None and whole.money.code in sharing(attached.money.family or "")
    return (numeral, attached._replace(money=whole.money)) if near and same else None
