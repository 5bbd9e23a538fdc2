"""Figures that leave out what the figure beside them says: "rose to 48.3 million pounds from 39.9 million"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from newsparse.model import QuantityKind
from newsparse_numbers.attachments.ages import OLDEST
from newsparse_numbers.attachments.record import Attached, taken
from newsparse_numbers.lexicon import unit_surfaces, units, words
from newsparse_numbers.numerals.exact import quotient
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream
from newsparse_numbers.quantities.levels import Part
from newsparse_numbers.quantities.ranges import UNITED, Between
from newsparse_numbers.quantities.sides import (
    of_another_place,
    of_one_size,
    of_rival,
    of_two_sides,
    rated_too,
    scaled_too,
    with_signs,
)

MAX_WORDS = 7
AGE_WORDS = 14
SUM_WORDS = 20
FAR_WORDS = 60
"""How many words before a figure that only a noun calls a sum the currency may be named."""
_TWO = 2
_OPENING = frozenset("([")
_MOVING: frozenset[QuantityKind] = frozenset(["percent", "percentage-point"])
_LISTED: frozenset[QuantityKind] = frozenset(["measure", "money"])
_LEVELS: frozenset[QuantityKind] = frozenset(["percent", "money", "measure"])
_SHARED = UNITED - {"age"}
_ALONE: frozenset[QuantityKind] = frozenset(["duration", "age"])


def completed(stream: Stream, kept: Sequence[Part]) -> list[Part]:
    """Gives bare figures the unit, currency and scale of the one that they are compared with or go on from."""
    result = [_one_or(stream, part) or _one_and(stream, part) or part for part in with_signs(stream, kept)]
    for index in range(len(result) - 1):
        result[index] = _completed_from(stream, result, index) or result[index]
    for index in range(1, len(result)):
        result[index] = rated_too(stream, result[index - 1], result[index]) or result[index]
        if _bare(result[index]) and not _counted(stream, result[index]):
            result[index] = _elided(stream, result, index) or result[index]
    return result


def _completed_from(stream: Stream, parts: Sequence[Part], index: int) -> Part | None:
    """A bare figure with what the one behind says."""
    part, following = parts[index], parts[index + 1]
    made = _from_behind(stream, parts, index) or of_two_sides(stream, part, following)
    made = made or of_one_size(stream, part, following)
    return made or _set_against(stream, parts, index) or _reached_from(stream, part, following)


def _elided(stream: Stream, parts: Sequence[Part], index: int) -> Part | None:
    """A bare figure with what the one before says, or another equal to it."""
    before = _before(stream, parts, index)
    made = (rule(stream, before, parts[index]) for rule in _ELLIPSES)
    return next((found for found in made if found), None) or _again(stream, parts, index)


def _before(stream: Stream, parts: Sequence[Part], index: int) -> Part:
    """The figure before; where that is the equivalent in brackets of another sum, the other, up to the bracket."""
    if not _is_bracketed(stream, parts, index - 1):
        return parts[index - 1]
    numeral, attached = parts[index - 2]
    return numeral, attached._replace(end=stream.after(parts[index - 1][1].end).end)


def _is_bracketed(stream: Stream, parts: Sequence[Part], index: int) -> bool:
    """Whether a sum is alone in brackets right behind another, whose equivalent it is: "2 billion kroner ($190m)"."""
    if index < 1 or parts[index][1].kind != "money" or parts[index - 1][1].kind != "money":
        return False
    attached = parts[index][1]
    opened = stream.before(attached.outer)
    beside = opened.text == "(" and stream.at(parts[index - 1][1].end) == stream.at(opened.start)
    return beside and stream.after(attached.end).text == ")"


def _bare(part: Part) -> bool:
    numeral, attached = part
    kept = numeral.form in ("digits", "words")
    return kept and attached.kind == "count" and attached.per is None


def _one_or(stream: Stream, part: Part) -> Part | None:
    """For "a year or two", "an hour or two": both numbers of the unit before."""
    numeral, attached = part
    at = stream.at(attached.start)
    two = numeral.form == "words" and numeral.low == numeral.high == _TWO
    joined = two and stream[at - 1].lower in words("ranges.or")
    if not (joined and _bare(part)) or _counted(stream, part) or stream[at - 3].lower not in words("bounds.articles"):
        return None
    name = unit_surfaces()[0].get(stream[at - 2].lower)
    if name is None:
        return None
    start = stream[at - 3].start
    whole = numeral._replace(start=start, low=Decimal(1), bare=False)
    return whole, attached._replace(start=start, outer=start, kind=units()[name].kind, unit=name)


def _one_and(stream: Stream, part: Part) -> Part | None:
    """For "a year and three months", "an hour and 20 minutes": one of the larger unit, and parts of it."""
    numeral, attached = part
    at = stream.at(attached.start)
    before = stream[at - 4]
    rate = before.kind == "number" or before.lower in unit_surfaces()[0] or before.lower in words("ellipsis.rated")
    article = not rate and stream[at - 3].lower in words("bounds.articles")
    joined = article and stream[at - 1].lower in words("claims.joining")
    larger = units().get(unit_surfaces()[0].get(stream[at - 2].lower, "")) if joined else None
    parts = larger.smaller.get(attached.unit or "") if larger else None
    if larger is None or parts is None or numeral.low >= parts:
        return None
    start, value = stream[at - 3].start, 1 + quotient(numeral.low, parts)
    whole = numeral._replace(start=start, low=value, high=value, bare=False)
    return whole, attached._replace(start=start, outer=start, unit=larger.name, inner=attached.unit, parts=parts)


def _from_behind(stream: Stream, parts: Sequence[Part], index: int) -> Part | None:
    """For "from 24.2 to 33-35 billion euros", "between 20 and 30 million pounds"."""
    part, following = parts[index], parts[index + 1]
    if not _bare(part) or part[1].end != part[0].end:
        return None
    if _bare(following) and index + 2 < len(parts) and Between(stream, following, parts[index + 2]).dash():
        following = parts[index + 2]
    numeral, attached = part
    second, beyond = following
    between = Between(stream, part, parts[index + 1])
    led = stream.before(attached.outer).lower in words("ellipsis.leading")
    if not led or between.joint() not in words("ellipsis.joints") or beyond.kind not in UNITED:
        return None
    if numeral.scaled or not second.scaled:
        return numeral, taken(attached, beyond) if not second.scaled else attached
    low = numeral.low * second.factor
    return numeral._replace(low=low, high=low, factor=second.factor, bare=False), taken(attached, beyond)


def _set_against(stream: Stream, parts: Sequence[Part], index: int) -> Part | None:
    """For "a deficit of 7.4 compared with the 9.4 percent of last year": a share without its sign."""
    part, (_, beyond) = parts[index], parts[index + 1]
    if beyond.kind != "percent" or not _bare(part) or part[0].scaled:
        return None
    behind = stream.at(part[1].end)
    compared = phrases("ellipsis.set_against").starting(stream, behind + (stream[behind].text == ","))
    if compared is None:
        return None
    behind = compared[1] + (stream[compared[1]].lower in words("names.determiners"))
    return (part[0], taken(part[1], beyond)) if behind == stream.at(beyond.outer) else None


def _reached_from(stream: Stream, part: Part, following: Part) -> Part | None:
    """For "fell to 20 from 40 percent", "rose to 62, from $55": the level reached before the one that was left."""
    (numeral, attached), (second, beyond) = part, following
    if beyond.kind not in _LEVELS or beyond.per or numeral.scaled != second.scaled or not _bare(part):
        return None
    at, behind = _before_level(stream, stream.at(attached.outer)), stream.at(beyond.outer)
    between = [word for word in stream.lowers(stream.at(attached.end), behind) if word != ","]
    left = len(between) == 1 and between[0] in words("claims.from") and stream[at].lower in words("claims.to")
    far = stream.after(beyond.end).lower in words("claims.directions", "claims.apart")
    return (numeral, taken(attached, beyond)) if left and not far else None


def _again(stream: Stream, parts: Sequence[Part], index: int) -> Part | None:
    """For "they got 70 billion cedis, and 5 percent of 70 billion is": the same sum again, after "of"."""
    numeral, attached = parts[index]
    if not numeral.scaled or stream.before(attached.outer).lower not in words("claims.of"):
        return None
    at = stream.at(attached.outer)
    for first, whole in reversed(parts[:index]):
        near = _same_sentence(stream, stream.at(whole.end), at, SUM_WORDS)
        if near and whole.money is not None and first.low == numeral.low:
            return numeral, taken(attached, whole)
    return None


def _lasts_too(stream: Stream, before: Part, part: Part) -> Part | None:
    """For "he was jailed for five years and his brother for six", "within five years, not six"."""
    whole, (numeral, attached) = before[1], part
    if whole.kind != "duration" or numeral.scaled:
        return None
    start, at = stream.at(whole.end), stream.at(attached.outer)
    lead = stream[at - 1].lower
    led = lead in words("ellipsis.lasting") and stream.before(whole.outer).lower == lead
    joined = led and not words("claims.joining").isdisjoint(stream.lowers(start, at))
    replaces = phrases("ellipsis.replacing").ending(stream, at - 1)
    corrects = replaces is not None and at - start <= MAX_WORDS
    near = (joined or corrects) and _same_sentence(stream, start, at)
    return (numeral, taken(attached, whole)) if near else None


def _from_before(stream: Stream, before: Part, part: Part) -> Part | None:
    """For "48.3 million pounds from 39.9 million", "84.75 cents, the lowest 74.07", "from 4 feet to 19"."""
    (first, whole), (numeral, attached) = before, part
    between = Between(stream, before, part)
    if first.scaled and not numeral.scaled:
        return scaled_too(stream, before, part) if between.joint() in words("claims.to") else None
    if whole.kind not in _SHARED or first.scaled != numeral.scaled:
        return None
    if between.restates():  # "4 percent, or 1,200 seats"
        return None
    start, at = stream.at(whole.end), stream.at(attached.outer)
    if not _is_compared(stream, whole, start, at) and not _is_reached(stream, whole, between, at):
        return None
    if any(word.gap >= Gap.LINE for word in stream.between(start, at)):
        return None
    return numeral, taken(attached, whole)


def _is_compared(stream: Stream, whole: Attached, start: int, at: int) -> bool:
    """Whether words of comparing before the figure set it against the other: "$2, up from 1.90", "$5, the lowest 3"."""
    joined = phrases("ellipsis.comparing").ending(stream, at - 1)
    if joined is None or whole.kind in _ALONE:
        return False
    far = stream[joined[1]].lower in words("claims.up_or_down")
    return at - start <= (AGE_WORDS if far else MAX_WORDS)


def _is_reached(stream: Stream, whole: Attached, between: Between, at: int) -> bool:
    """Whether the other figure is the level left and this the one reached: "from 22% in 2007 to 19 in 2019"."""
    if stream.before(whole.outer).lower not in words("claims.from"):
        return False
    near = at - stream.at(whole.end) <= MAX_WORDS and stream[_before_level(stream, at)].lower in words("claims.to")
    return near or between.joint() in words("claims.to")


def _before_level(stream: Stream, at: int) -> int:
    """The index of the word before a level at ``at`` and the words that lead to it: the "to" of "to just 20"."""
    found = phrases("ellipsis.before_level").ending(stream, at - 1)
    return (found[1] if found else at) - 1


def _aged_too(stream: Stream, before: Part, part: Part) -> Part | None:
    """For "the men, aged 19, 22 and 25", "spoke at the age of two and read at four"."""
    whole, (numeral, attached) = before[1], part
    if whole.kind != "age" or not 0 < numeral.low < OLDEST:
        return None
    at = stream.at(attached.outer)
    listed = Between(stream, before, part).listed()
    led = stream[at - 1].lower in words("claims.put_at") and _same_sentence(stream, stream.at(whole.end), at)
    return (numeral, attached._replace(kind="age", unit="year")) if listed or led else None


def _goes_on(stream: Stream, before: Part, part: Part) -> Part | None:
    """For "put the quake at magnitude 7.1, then lowered it to 7", "wages rose by 9 per cent, rents by 64"."""
    whole, (numeral, attached) = before[1], part
    at = stream.at(attached.outer)
    led = "claims.to" if whole.kind == "index" else "claims.moved_by"
    if whole.kind not in _MOVING | {"index"} or stream[at - 1].lower not in words(led) or numeral.scaled:
        return None
    scale = phrases("measures.index_points").starting(stream, stream.at(whole.end) - 1) is not None
    by = led == "claims.moved_by" and not _moved_by(stream, before)
    if scale or by or not _same_sentence(stream, stream.at(whole.end), at, AGE_WORDS):
        return None
    return numeral, taken(attached, whole)


def _another_sum(stream: Stream, before: Part, part: Part) -> Part | None:
    """For "raised $20 million in May and 12 million in June": another sum of the same scale, or a part of the first."""
    (first, whole), (numeral, attached) = before, part
    if whole.money is None or not numeral.scaled or first.factor != numeral.factor:
        return None
    start, at = stream.at(whole.end), stream.at(attached.outer)
    another = stream.before(attached.start).lower in words("ellipsis.another")
    most = SUM_WORDS if another else MAX_WORDS
    near = (another or _is_added(stream, attached)) and _same_sentence(stream, start, at, most)
    if not near and (at - start > FAR_WORDS or not _is_named_sum(stream, part)):
        return None
    return numeral, taken(attached, whole)


def _is_added(stream: Stream, attached: Attached) -> bool:
    """Whether the words at a figure join it to the one before: "and 12 million", "12 million of it"."""
    before = stream[stream.at(attached.outer) - 1].lower
    if before in words("claims.joining") or before in words("claims.to"):
        return True
    return phrases("ellipsis.of_it").starting(stream, stream.at(attached.end)) is not None


def _is_named_sum(stream: Stream, part: Part) -> bool:
    """Whether a noun for money is right before a figure: "Who has the money [87.5 million]?"."""
    at = stream.at(part[1].outer)
    while stream[at - 1].text in _OPENING or stream[at - 1].lower in words("claims.of"):
        at -= 1
    return stream[at - 1].lower in words("ellipsis.sums")


def _listed(stream: Stream, before: Part, part: Part) -> Part | None:
    """For "5 million tons, behind Orla (21 million) and Kell (9 million)": what is in a row of brackets."""
    (first, whole), (numeral, attached) = before, part
    at = stream.at(attached.start)
    closed = stream[at - 1].text == "(" and stream.after(attached.end).text == ")"
    alike = whole.kind in _LISTED and first.scaled and first.factor == numeral.factor
    near = closed and stream[at - 2].capital and _same_sentence(stream, stream.at(whole.end), at)
    return (numeral, taken(attached, whole)) if alike and near else None


def _share_of_another(stream: Stream, before: Part, part: Part) -> Part | None:
    """For "Castro got 20.3 percent and Luis Zelaya 14.02": the share of somebody else, to a decimal."""
    whole, (numeral, attached) = before[1], part
    at = stream.at(attached.outer)
    exact = numeral.low != numeral.low.to_integral_value() and stream[at - 1].capital
    near = exact and _same_sentence(stream, stream.at(whole.end), at)
    return (numeral, taken(attached, whole)) if near else None


def _moved_by(stream: Stream, part: Part) -> bool:
    """Whether "by" is before a figure."""
    return stream.before(part[1].outer).lower in words("claims.moved_by")


def _same_sentence(stream: Stream, start: int, end: int, most: int = AGE_WORDS) -> bool:
    """Whether the words from ``start`` to ``end`` are few, on one line, and no sentence ends among them."""
    between = stream.between(start, end)
    return len(between) <= most and not any(word.text in ".!?" or word.gap >= Gap.LINE for word in between)


def _counted(stream: Stream, part: Part) -> bool:
    """Whether a noun is counted after the figure, as far as the word alone tells."""
    word = stream.after(part[1].end)
    if word.glued and word.text in HYPHENS:
        return True
    if phrases("ellipsis.of_it").starting(stream, stream.at(part[1].end)) is not None:
        return False
    return word.kind == "word" and not word.glued and word.lower not in words("names.stops")


_ELLIPSES = (
    of_another_place,
    of_rival,
    _from_before,
    _aged_too,
    _lasts_too,
    _goes_on,
    _another_sum,
    _listed,
    _share_of_another,
)
"""The ways in which a bare figure shares what the one before says, in their order."""
