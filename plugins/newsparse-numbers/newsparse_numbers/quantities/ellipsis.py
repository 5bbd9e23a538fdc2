"""Figures that leave out what the figure beside them says: "rose to 48.3 million pounds from 39.9 million"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse_numbers.attachments.record import Attached
from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream
from newsparse_numbers.quantities.levels import Part
from newsparse_numbers.quantities.ranges import UNITED, Between

MAX_WORDS = 7


def completed(stream: Stream, kept: Sequence[Part]) -> list[Part]:
    """Gives bare figures the unit, currency and scale of the one that they are compared with."""
    result = list(kept)
    for index in range(len(result) - 1):
        result[index] = _from_behind(stream, result, index) or result[index]
    for index in range(1, len(result)):
        result[index] = _from_before(stream, result[index - 1], result[index]) or result[index]
    return result


def _bare(part: Part) -> bool:
    numeral, attached = part
    kept = numeral.form in ("digits", "words") and numeral.of is None
    return kept and attached.kind == "count" and attached.money is None and attached.per is None


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
        return numeral, _taken(attached, beyond) if not second.scaled else attached
    low = numeral.low * second.factor
    return attrs.evolve(numeral, low=low, high=low, factor=second.factor, bare=False), _taken(attached, beyond)


def _from_before(stream: Stream, before: Part, part: Part) -> Part | None:
    """For "48.3 million pounds from 39.9 million", "84.75 cents, the lowest 74.07"."""
    (first, whole), (numeral, attached) = before, part
    if not _bare(part) or whole.kind not in UNITED - {"duration", "age"} or first.scaled != numeral.scaled:
        return None
    start, at = stream.at(whole.end), stream.at(attached.outer)
    joined = phrases("ellipsis.comparing").ending(stream, at - 1)
    if joined is None or not start <= joined[1] or at - start > MAX_WORDS or _counted(stream, part):
        return None
    if any(word.gap >= Gap.LINE for word in stream.words[start:at]):
        return None
    return numeral, _taken(attached, whole)


def _counted(stream: Stream, part: Part) -> bool:
    """Whether a noun is counted after the figure, as far as the word alone tells."""
    word = stream.after(part[1].end)
    if word.glued and word.text in HYPHENS:
        return True
    return word.kind == "word" and not word.glued and word.lower not in words("names.stops")


def _taken(attached: Attached, source: Attached) -> Attached:
    return attrs.evolve(attached, kind=source.kind, unit=source.unit, money=source.money, scale=source.scale)
