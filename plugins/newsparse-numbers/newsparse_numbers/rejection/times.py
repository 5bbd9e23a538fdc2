"""Numbers in times, dates and notes: "at 8 tonight", "on the 23rd", "14.05", "[7]"."""

from __future__ import annotations

from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.shares import is_superlative
from newsparse_numbers.numerals.words import Gap
from newsparse_numbers.rejection.case import Case

_HOURS, _HALF_DAY, _MINUTES, _DAYS = 24, 12, 60, 31
_MAX_NOTE = 30
_EVENT_WORDS = 6


def is_clock(case: Case) -> bool:
    """A time of the day without a colon or a half of the day: "at 8 tonight", "shuts at 5.30", "starts at nine"."""
    numeral, attached, stream = case.numeral, case.attached, case.stream
    if numeral.scaled or attached.kind != "count" or attached.per:
        return False
    hour = 1 <= numeral.low <= _HALF_DAY and numeral.low == numeral.low.to_integral_value()
    if hour and phrases("times.parts_of_day").starting(stream, case.behind):
        return True
    led = case.at if attached.outer == attached.start else stream.at(numeral.start)
    if _pointed(case):
        return stream[led - 1].lower in words("times.leading") or _alone(case)
    return hour and _is_put_at_hour(case, led)


def _is_put_at_hour(case: Case, led: int) -> bool:
    """Whether an hour is when something happens: "shortly before 8", "at four, six hours later", "starts at nine"."""
    stream = case.stream
    if stream[led].glued or case.counted:
        return False
    if phrases("times.shortly").ending(stream, led - 1):
        return True
    return stream[led - 1].lower in words("claims.put_at") and (_before_interval(case) or _of_event(case, led))


def _of_event(case: Case, led: int) -> bool:
    """Whether something begins, ends or arrives a few words before."""
    return not words("times.events").isdisjoint(case.stream.lowers(led - _EVENT_WORDS, led))


def _before_interval(case: Case) -> bool:
    """Whether a number of hours after a comma says what it was before or after: "at four, six hours later"."""
    stream, comma = case.stream, case.behind
    apart = not words("times.apart").isdisjoint(stream.lowers(comma + 2, comma + 4))
    return stream[comma].text == "," and apart


def _pointed(case: Case) -> bool:
    """Whether the digits look like "5.30"."""
    hour, _, minutes = case.surface.partition(".")
    pair = hour.isdecimal() and minutes.isdecimal() and len(minutes) == len("30")
    return pair and int(hour) < _HOURS and int(minutes) < _MINUTES


def _alone(case: Case) -> bool:
    """Whether the digits begin a line and nothing but a new line or sentence follows: the times of a live report."""
    stream, behind = case.stream, case.behind
    if stream[case.at].gap < Gap.LINE or case.at == 0 == len(stream) - 1:
        return False
    following = stream[behind]
    return following.gap >= Gap.LINE or following.capital


def is_day(case: Case) -> bool:
    """A day of the month: "on the 23rd", "the 4th of every month", "Friday 13th"."""
    stream, numeral, before = case.stream, case.numeral, case.led
    if not case.surface[0].isdigit() or not 1 <= numeral.low <= _DAYS:
        return False
    if before in words("dates.weekdays"):
        return True
    if phrases("times.of_month").starting(stream, case.behind):
        return True
    dated = before in words("claims.place_articles") and stream[case.at - 2].lower in words("times.before_day")
    following = stream[case.behind]
    closed = following.glued or following.gap >= Gap.LINE or following.lower in words("names.stops")
    return dated and closed


def is_note(case: Case) -> bool:
    """The number of a footnote in brackets: "group[7]", "2,360 homes (8)."."""
    stream, at, behind = case.stream, case.at, case.behind
    opening, closing = stream[at - 1].text, stream[behind].text
    if not stream[at].glued or not stream[behind].glued:
        return False
    if (opening, closing) == ("[", "]"):
        return True
    before, following = stream[at - 2], stream[behind + 1]
    ends = following.glued or following.gap >= Gap.PARAGRAPH
    small = 1 <= case.numeral.low <= _MAX_NOTE and case.numeral.low == case.numeral.low.to_integral_value()
    return (opening, closing) == ("(", ")") and before.plain and ends and small and not _told(case)


def _told(case: Case) -> bool:
    """Whether a number in brackets is one that its sentence speaks of: "the highest number of cases (13)"."""
    before = case.stream.lowers(case.at - _NOTE_WORDS, case.at)
    return any(word in words("frames.amounts") or is_superlative(word) for word in before)


_NOTE_WORDS = 10
"""How many words before a number in brackets may say that it is one of those things."""
MAX_FIGURE_DIGITS = 15
"""Digits without groups that a figure may have."""
MAX_LOOSE_DIGITS = 9
"""The same for one that counts nothing and is not in thousands."""
_THOUSANDS = "000"


def is_identifier(case: Case) -> bool:
    """Digits without groups that are too many for a figure: the number of a post or an account."""
    if not case.surface.isdigit():
        return False
    counts = case.counted or case.surface.endswith(_THOUSANDS)
    return len(case.surface) > (MAX_FIGURE_DIGITS if counts else MAX_LOOSE_DIGITS)
