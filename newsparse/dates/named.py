"""Dates by name, with and without their year: "3 May 2024", "in March", "the third quarter", "last summer"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import cast

from newsparse.dates.calendar import MONTHS, YEAR_MONTHS, Stretch, season, unit
from newsparse.dates.moment import (
    Moment,
    Reading,
    Slots,
    absolute,
    count_of,
    counted,
    day_of,
    day_of_month,
    granularity_of,
    month_of,
    number_of,
    values_of,
)
from newsparse.dates.patterns import words
from newsparse.model import Granularity

NEAR_FUTURE_DAYS = 60
"""A date without a year that comes within so many days may be meant, if nothing says that it is past."""
RECENT_QUARTER_DAYS = 130
"""How long after its end a quarter without a year is still the one that is meant."""
_HALF_YEAR_MONTHS = 6


def full_date(slots: Slots, _: Moment) -> Reading | None:
    """A day with its year: 3 May 2024."""
    month = int(slots["digits"]) if "digits" in slots else month_of(slots)
    day = int(slots["digits2"]) if "digits2" in slots else day_of_month(slots)
    return absolute(day_of(date(int(slots["year"]), month, day)))


def in_year(slots: Slots, now: Moment) -> Reading | None:
    """A day without a year: the nearest in the direction of the sentence, open if one is just ahead."""
    if now.published is None:
        return None
    month, number, this = month_of(slots), day_of_month(slots), now.published.year
    days = [date(year, month, number) for year in (this - 1, this, this + 1) if _exists(year, month, number)]
    return _nearest([day_of(day) for day in days], now)


def _exists(year: int, month: int, day: int) -> bool:
    return day <= unit("month", date(year, month, 1)).end.day


def in_month(slots: Slots, now: Moment) -> Reading | None:
    """A month without its year: the nearest in the direction of the sentence, open if one is just ahead."""
    if now.published is None:
        return None
    years = (now.published.year + offset for offset in (-1, 0, 1))
    return _nearest([unit("month", date(year, month_of(slots), 1)) for year in years], now)


def _nearest(stretches: list[Stretch], now: Moment) -> Reading | None:
    """The last one that has begun, or the first that has not ended; open where the sentence leaves that open."""
    published = cast(date, now.published)
    past = [item for item in stretches if item.start <= published]
    ahead = [item for item in stretches if item.end >= published]
    if now.tense == "future":
        return counted(ahead[0]) if ahead else None
    if not past or now.tense is None:
        return None
    is_current = past[-1].end >= published
    is_near = bool(ahead) and (ahead[0].start - published).days <= NEAR_FUTURE_DAYS
    return counted(past[-1]) if is_current or not is_near else None


def month_of_year(slots: Slots, _: Moment) -> Reading | None:
    """A month with its year: May 2024."""
    return absolute(unit("month", date(int(slots["year"]), month_of(slots), 1)))


def month_of_which(slots: Slots, now: Moment) -> Reading | None:
    """A month of a year counted from publication: March last year."""
    if now.published is None or granularity_of(slots) != "year":
        return None
    year = now.published.year + number_of("dates.which", slots["which"])
    return counted(unit("month", date(year, month_of(slots), 1)))


def which_month(slots: Slots, now: Moment) -> Reading | None:
    """Last March is that of last year, unless this year has had one, too; then it is open."""
    if now.published is None:
        return None
    which, month, this = number_of("dates.which", slots["which"]), month_of(slots), now.published
    had, coming_up = month < this.month, month > this.month
    if (which < 0 and had) or (which > 0 and coming_up):
        return None
    return counted(unit("month", date(this.year + which, month, 1)))


def year(slots: Slots, _: Moment) -> Reading | None:
    """A year: 2019."""
    return absolute(unit("year", date(int(slots["year"]), 1, 1)))


def decade(slots: Slots, _: Moment) -> Reading | None:
    """A decade: the 1990s."""
    return absolute(unit("decade", date(int(slots["decade"][:-1]), 1, 1)))


def years(slots: Slots, _: Moment) -> Reading | None:
    """Several years: 2010 to 2015."""
    first, last = int(slots["year"]), int(slots["year2"])
    return absolute(unit("year", date(first, 1, 1), 0, last - first + 1)) if first < last else None


def several_months(slots: Slots, _: Moment) -> Reading | None:
    """Several months of one year: January to March 2024."""
    first, last = month_of(slots), month_of(slots, "month2")
    year = int(slots["year"])
    return absolute(unit("month", date(year, first, 1), 0, last - first + 1)) if first < last else None


def _numbered(slots: Slots, year: int) -> Stretch | None:
    """A quarter or a half of a year; None for a third half."""
    granularity: Granularity = (
        granularity_of(slots, "part") if "part" in slots else "half" if "half" in slots else "quarter"
    )
    number = (
        number_of("dates.ordinals", slots["ordinal"])
        if "ordinal" in slots
        else int(slots.get("digit") or slots["half"])
    )
    if number * MONTHS[granularity] > YEAR_MONTHS:
        return None
    return unit(granularity, date(year, 1, 1), number - 1)


def part_of_year(slots: Slots, _: Moment) -> Reading | None:
    """A quarter or a half with its year: the third quarter of 2023."""
    found = _numbered(slots, int(slots["year"]))
    return absolute(found) if found else None


def part_of_which(slots: Slots, now: Moment) -> Reading | None:
    """A quarter or a half of a year counted from publication: the third quarter of last year."""
    if now.published is None or granularity_of(slots) != "year":
        return None
    found = _numbered(slots, now.published.year + number_of("dates.which", slots["which"]))
    return counted(found) if found else None


def part(slots: Slots, now: Moment) -> Reading | None:
    """A quarter without its year: one that ended lately. A half may be that of a game."""
    halves = "part" in slots and granularity_of(slots, "part") == "half"
    if now.published is None or now.sporting or halves or now.tense != "past":
        return None
    candidates = [_numbered(slots, now.published.year + offset) for offset in (-1, 0)]
    ended = [item for item in candidates if item and 0 < (now.published - item.end).days <= RECENT_QUARTER_DAYS]
    return counted(ended[-1]) if ended else None


def _season_months(slots: Slots, now: Moment) -> int | None:
    """The month in which a season begins; None where it is not known on which side of the equator."""
    name = slots["season"].lower()
    first = number_of("dates.season_months", values_of("dates.seasons")[name])
    if name in words("dates.northern_words"):
        return first
    if now.southern is None:
        return None
    return first if not now.southern else (first + _HALF_YEAR_MONTHS - 1) % YEAR_MONTHS + 1


def season_of_year(slots: Slots, now: Moment) -> Reading | None:
    """The season that begins and ends in that year; one over the turn of a year is open."""
    first, year = _season_months(slots, now), int(slots["year"])
    days = season(year, first) if first else None
    return absolute(days) if days and days.end.year == year else None


def which_season(slots: Slots, now: Moment) -> Reading | None:
    """Last summer is one that began in another year, open otherwise; this summer is the present one."""
    first = _season_months(slots, now)
    if now.published is None or first is None:
        return None
    around = [season(now.published.year + offset, first) for offset in (-2, -1, 0, 1)]
    which, this = number_of("dates.which", slots["which"]), now.published
    if which == 0:
        found = _this_season(around, this)
    else:
        found = _last_season(around, this) if which < 0 else _next_season(around, this)
    return counted(found) if found else None


def _this_season(around: Iterable[Stretch], day: date) -> Stretch | None:
    """The season that includes the day, or is wholly in its year: "this summer", said in March."""
    for item in around:
        if item.start <= day <= item.end or item.start.year == item.end.year == day.year:
            return item
    return None


def _last_season(around: Sequence[Stretch], day: date) -> Stretch | None:
    """The season that ended last, if it did not begin in the year of the day."""
    last = next(item for item in reversed(around) if item.end < day)
    return last if last.start.year < day.year else None


def _next_season(around: Iterable[Stretch], day: date) -> Stretch | None:
    """The season that begins next, if it does not begin in the year of the day."""
    following = next(item for item in around if item.start > day)
    return following if following.start.year > day.year else None


def first_units(slots: Slots, _: Moment) -> Reading | None:
    """The beginning of a year: the first nine months of 2023."""
    granularity, count = granularity_of(slots), count_of(slots)
    fits = granularity in ("month", "quarter") and count * MONTHS[granularity] <= YEAR_MONTHS
    return absolute(unit(granularity, date(int(slots["year"]), 1, 1), 0, count)) if fits else None
