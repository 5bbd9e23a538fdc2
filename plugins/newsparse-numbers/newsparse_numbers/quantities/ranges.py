"""Numerals in a row that belong together: ranges, scores, units shared over hyphens ("four- and six-cylinder")."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from newsparse_numbers.attachments.currency import Money
from newsparse_numbers.attachments.inches import INCH
from newsparse_numbers.attachments.record import Attached
from newsparse_numbers.lexicon import table, units, words
from newsparse_numbers.numerals.exact import quotient
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import DASHES, HYPHENS, Gap, Stream
from newsparse_numbers.quantities.cricket import are_wickets
from newsparse_numbers.quantities.levels import Part, is_change, is_range, shared
from newsparse_numbers.rejection.places import is_score

Link = Literal["range", "change", "score", "year", ""]
UNITED = frozenset(["money", "percent", "percentage-point", "basis-point", "measure", "duration", "age", "index"])
INCHES_IN_FOOT = Decimal(12)
_MAX_GAP_CHARACTERS, _MAX_COMPOUND_CHARACTERS = 24, 6
_TALLY_WORDS = 4
_PLAIN_FORMS = frozenset(["digits", "words"])
_RANGE_SIGNS = DASHES | {"~"}
_CLOSE = Decimal(2)
_INCH_SIGNS = frozenset('″"”')
_LIFE_DIGITS, _LIFE_YEARS = 3, 120


class Between:
    """The words between two figures in a row."""

    def __init__(self, stream: Stream, part: Part, following: Part) -> None:
        """Find them."""
        self.stream = stream
        self.first, self.behind = stream.at(part[1].end), stream.at(following[1].start)
        self.words = stream.lowers(self.first, self.behind)
        self.characters = following[1].start - part[1].end

    @property
    def apart(self) -> bool:
        """Whether a blank is before the second figure."""
        return not self.stream[self.behind].glued

    @property
    def hyphen(self) -> bool:
        """Whether a hyphen touches the first figure."""
        return self.first < self.behind and self.stream[self.first].text == "-" and self.stream[self.first].glued

    @property
    def reaches(self) -> bool:
        """Whether the second figure is where something goes up to: "spare a crew of six up to $4,500"."""
        return not words("claims.bracket_words").isdisjoint(self.words[:1])

    def dash(self) -> bool:
        """Whether there is one dash and nothing else."""
        close = self.stream[self.first].gap < Gap.LINE and self.stream[self.behind].gap < Gap.LINE
        return len(self.words) == 1 and self.words[0] in _RANGE_SIGNS and close

    def breaks(self, beyond: Attached) -> bool:
        """Whether the dash between is one of a sentence: "rose 6% – 18% higher than before"."""
        compared = self.stream.after(beyond.end).lower in table("changes.comparatives")
        return compared and not self.stream[self.first].glued

    def joint(self) -> str:
        """The word that may make a range of the figures: "to", "and", "or", "through"; or nothing."""
        stream = self.stream
        at = self._skip(self.first)
        at = stream.skip(at, words("claims.bracket_words"))
        word = stream[at].lower
        if word not in words("places.joints"):
            return ""
        at = self._skip(at + 1)
        found = phrases("ranges.after_joint").starting(stream, at)
        end = found[1] if found else at
        return word if end == self.behind else ""

    def _skip(self, index: int) -> int:
        while index < self.behind and self.stream[index].text in HYPHENS:
            index += 1
        return index

    def listed(self) -> bool:
        """Whether a comma, "and" or "or" is all there is."""
        kept = self.words[1:] if self.hyphen else self.words
        if len(kept) > 1 and kept[-1] in words("ranges.even"):
            kept = kept[:-1]  # "hundreds or even thousands"
        joined = kept[-1:] != [","] and kept[:1] == [","]
        kept = kept[1:] if joined else kept
        return len(kept) == 1 and (kept[0] == "," or kept[0] in words("bounds.joints"))

    def restates(self) -> bool:
        """Whether a comma and "or" are between, which say something again: "31,000 seats, or 18 percent"."""
        return self.words[:1] == [","] and not words("ranges.or").isdisjoint(self.words[1:2])

    def added(self) -> bool:
        """Whether nothing, a comma or "and" is between: "5 feet 2 inches"."""
        kept = [word for word in self.words if word != ","]
        return self.apart and (not kept or (len(kept) == 1 and kept[0] in words("claims.joining")))


def _in_row(stream: Stream, kept: Sequence[Part], index: int) -> bool:
    """Whether a figure follows another in a row: the second of "5, 6, or 7 percent"."""
    return index > 0 and Between(stream, kept[index - 1], kept[index]).listed()


def suspended(stream: Stream, kept: Sequence[Part]) -> list[Part]:
    """Gives numerals before a shared unit that unit: "7- or 8-inch", "6, 9 and 12 kilowatts", "8 or $9"."""
    result = list(kept)
    for index in range(len(result) - 2, -1, -1):
        (numeral, attached), following = result[index], result[index + 1]
        if not _lacks_unit(attached, following[1]):
            continue
        between = Between(stream, result[index], following)
        if not between.listed() or (between.restates() and not _in_row(stream, kept, index)):
            continue
        begins = between.words == [","] and following is kept[index + 1]
        if between.hyphen or not (begins or _counts_alone(numeral, following, between)):
            source = following[1]
            result[index] = numeral, attached._replace(kind=source.kind, unit=source.unit, money=source.money)
    return result


def _lacks_unit(attached: Attached, following: Attached) -> bool:
    """Whether a figure has no unit and the one behind has one, which may be for both: the 6 of "6 and 9 kilowatts"."""
    bare = attached.kind == "count" and attached.unit is None and not attached.per
    return bare and following.kind in UNITED


def _counts_alone(numeral: Numeral, following: Part, between: Between) -> bool:
    """Whether a listed figure may be of something else than the next: "two, 9 km", "8 and $9"; not "8 or $9"."""
    second, attached = following
    if numeral.form == second.form == "vague":
        return attached.kind == "money"  # "hundreds or thousands of miles"
    if not numeral.bare or second.form != "digits":
        return True
    return attached.kind == "money" and words("ranges.or").isdisjoint(between.words)


def compounded(stream: Stream, kept: Sequence[Part]) -> list[Part]:
    """Puts numerals of a larger and a smaller unit together: "5 feet 2 inches", "6-foot-2", "3 dollars 50 cents"."""
    result: list[Part] = []
    for part in kept:
        joined = _compound(stream, result[-1], part) if result else None
        if joined is None:
            result.append(part)
        else:
            result[-1] = joined
    return result


def _compound(stream: Stream, part: Part, following: Part) -> Part | None:
    (numeral, attached), (second, beyond) = part, following
    between = Between(stream, part, following)
    if between.characters > _MAX_COMPOUND_CHARACTERS or not _may_be_larger(part, second):
        return None
    parts, end = _in_one(attached, beyond), beyond.end
    if (attached.inner or attached.unit) in words("ranges.feet") and _bare_inches(second, beyond):
        parts, end = _inches(stream, between, second)
    elif not between.added() or (parts and _falls_short(stream, between, parts, beyond)):
        return None
    if parts is None or second.low >= parts:
        return None
    value, parts = numeral.low + quotient(second.low, parts * attached.parts), parts * attached.parts
    whole = numeral._replace(low=value, high=value, end=second.end, bare=False)
    inner = beyond.unit or beyond.kind
    return whole, attached._replace(end=end, beyond=max(end, beyond.beyond), per=beyond.per, inner=inner, parts=parts)


def _falls_short(stream: Stream, between: Between, parts: Decimal, beyond: Attached) -> bool:
    """Whether a comma parts two figures: "fell 7 metres, 40 centimetres short"; not "6 feet, 2 inches taller"."""
    decimal = parts == Decimal(10) ** parts.adjusted()
    compared = stream.after(beyond.end).lower in words("ranges.falling_short")
    return decimal and compared and "," in between.words


def _may_be_larger(part: Part, second: Numeral) -> bool:
    """Whether a figure may be of the larger of two units, the second of the smaller: two whole numbers, no rate."""
    numeral, attached = part
    if attached.per is not None or numeral.high != numeral.low or second.high != second.low:
        return False
    whole = numeral.low % 1 == 0  # "at 7.9 metres, 40 centimetres short of the record"
    return whole or attached.inner is not None


def _bare_inches(second: Numeral, beyond: Attached) -> bool:
    """Whether a figure may count inches after feet without a word for them: "6-foot-2", "five feet nine", 5'6"."""
    return (beyond.plain and second.form in ("digits", "words") and not second.scaled) or beyond.unit == INCH


def _inches(stream: Stream, between: Between, second: Numeral) -> tuple[Decimal | None, int]:
    """How many parts a figure after feet counts, and where it ends: "6-foot-2", "5 feet 2 in", "five feet nine"."""
    at = stream.at(second.end)
    word = stream[at]
    tight = between.words == ["-"] or not (between.words or between.apart)
    joined = INCHES_IN_FOOT if tight or between.added() else None
    if _says_inches(stream, at):
        return joined, word.end
    closed = word.kind != "word" or word.lower in words("ranges.after_height")
    return (joined if tight or (not between.words and closed) else None), second.end


def _says_inches(stream: Stream, at: int) -> bool:
    """Whether a sign or a word for inches is at a word: 2″, "2 inches", "2 in"; not the "in" of "in May"."""
    word, following = stream[at], stream[at + 1]
    if word.text in _INCH_SIGNS or phrases("ranges.inch_words").starting(stream, at):
        return True
    noun = following.capital or following.kind == "number" or following.lower in words("ranges.not_inches")
    return word.lower in words("ranges.inches") and not noun


def _in_one(attached: Attached, beyond: Attached) -> Decimal | None:
    """How many of the second unit make one of the first, or of its last part; None where they do not go together."""
    if attached.money is not None and attached.scale == 1 != beyond.scale:
        return quotient(1, beyond.scale)
    larger = units().get(attached.inner or attached.unit or "")
    return larger.smaller.get(beyond.unit or "") if larger else None


def link(stream: Stream, part: Part, following: Part | None) -> Link:
    """What two numerals in a row make: a "range", the levels of a "change", a "score", a "year", or nothing."""
    if following is None or following[1].start - part[1].end > _MAX_GAP_CHARACTERS:
        return ""
    parted = stream.parted(stream.at(part[1].end), stream.at(following[1].start))
    if parted or not {part[0].form, following[0].form} <= _PLAIN_FORMS:
        return ""
    between = Between(stream, part, following)
    if _are_odds(part, following, between) or _counted_off(stream, part, following, between):
        return "score"
    over = _over_dash if between.dash() else _over_word
    return over(stream, part, following, between)


def _over_word(stream: Stream, part: Part, following: Part, between: Between) -> Link:
    """What "to", "and" or "or" makes of two figures: the levels of a change, or a range."""
    word = between.joint()
    if not word:
        return ""
    if word in words("claims.to") and _same_unit(part[1], following[1]) and is_change(stream, part, following):
        return "change"
    return "range" if _rises(part, following, between) and _spans(stream, word, part, following) else ""


def _are_odds(part: Part, following: Part, between: Between) -> bool:
    """Whether two figures are joined by a word with hyphens, the larger first: "a 5-to-1 vote"."""
    if between.words[2:] != ["-"] or between.words[1] != between.joint():
        return False
    low, high = shared(part, following)
    return low > high and part[1].plain and following[1].plain


def _over_dash(stream: Stream, part: Part, following: Part, between: Between) -> Link:
    """What a dash makes of two figures: a score or a span of years of bare ones, otherwise a range."""
    if following[0].bare and part[1].plain and following[1].plain:
        if named := _named(stream, part, following):
            return named
        low, high = shared(part, following)
        if low > high:
            return "score"
    return "range" if _rises(part, following, between) and not between.breaks(following[1]) else ""


def _rises(part: Part, following: Part, between: Between) -> bool:
    """Whether two figures of the same sort may be the lower and upper end of a range."""
    attached, beyond = part[1], following[1]
    low, high = shared(part, following)
    if low > high and not (attached.negative or beyond.negative):
        return False
    return _same_unit(attached, beyond) and not (between.reaches and attached.kind != beyond.kind)


def _counted_off(stream: Stream, part: Part, following: Part, between: Between) -> bool:
    """Whether two figures are what two sides have: "19 votes to 8", "voted 61 to 37"."""
    attached, beyond = part[1], following[1]
    if not attached.plain or beyond.kind != "count":
        return False
    if len(between.words) in (1, 2) and _tally(stream, part, *between.words):
        return True
    if are_wickets(stream, part, following, between.words):
        return True
    if between.joint() not in words("claims.to") or not _tally(stream, part, ""):
        return False
    counts = stream.after(beyond.end)
    noun = counts.plain and counts.lower not in words("names.stops")
    return part[0].low > following[0].low or not noun  # not "approved 5 to 7 new drugs"


def _named(stream: Stream, part: Part, following: Part) -> Link:
    """What two bare numerals with a dash between name: a score, the years of a life."""
    if is_score(stream, part[1].start, following[1].end):
        return "score"
    return "year" if _lifetime(stream, part, following) else ""


def _lifetime(stream: Stream, part: Part, following: Part) -> bool:
    """Whether a bracket holds the years of a life or a reign: "Bai Juyi (772-846)"."""
    numeral, second = part[0], following[0]
    closed = stream.after(second.end).text == ")" and stream.before(numeral.start).text in ("(", ":")
    return closed and 0 < second.low - numeral.low <= _LIFE_YEARS


def _tally(stream: Stream, part: Part, noun: str, joint: str = "") -> bool:
    """Whether two numbers are votes or points of two sides: "voted 61 to 37", "19 votes to 8", "312 for 6"."""
    at = stream.at(part[1].outer)
    if noun in words("claims.for"):
        if stream[at - 1].lower in words("ranges.scoring") and stream[at - 2].lower in words("ranges.falling_to"):
            return True
        return any(word in words("ranges.cricket") for word in stream.lowers(at - _TALLY_WORDS, at + 2 * _TALLY_WORDS))
    if joint:
        return noun in words("ranges.tallied") and joint in words("claims.to")
    return not noun and any(word in words("ranges.tallying") for word in stream.lowers(at - _TALLY_WORDS, at))


def _spans(stream: Stream, word: str, part: Part, following: Part) -> bool:
    """Whether "to", "and" or "or" between two numerals makes one range of them."""
    at = stream.at(part[1].outer)
    if word in words("claims.joining"):
        return phrases("ranges.between").ending(stream, at - 1) is not None
    if word in words("ranges.or"):
        return _alternatives(part, following)
    return is_range(stream, at, part, following)


def _alternatives(part: Part, following: Part) -> bool:
    """For "two or three ships": numbers in words that are close to each other."""
    (numeral, attached), (second, _) = part, following
    close = 0 < second.low - numeral.low <= max(_CLOSE, numeral.low)
    return attached.kind == "count" and numeral.form == "words" and close


def _same_unit(one: Attached, other: Attached) -> bool:
    if one.money and other.money and one.money != other.money:
        return _is_of(one.money, other.money) or _is_of(other.money, one.money)
    if one.kind == other.kind or "count" in (one.kind, other.kind) or "age" in (one.kind, other.kind):
        return one.unit is None or other.unit is None or one.unit == other.unit
    return False


def _is_of(one: Money, family: Money) -> bool:
    """Whether a currency is one of a family that a word or a sign leaves open: the "US$" of "US$5 to $10"."""
    return one.code in table("money.families").get(family.family or "", ())
