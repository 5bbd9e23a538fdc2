"""Days, weeks, months and what months make up, as half-open stretches of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from newsparse.model import Granularity

MONTHS: dict[Granularity, int] = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "season": 3,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
"""How many months each unit has that consists of months."""
DAYS: dict[Granularity, int] = {"day": 1, "week": 7}
YEAR_MONTHS = 12
SEASON_MONTHS = 3


@attrs.frozen
class Stretch:
    """The days from ``start`` to ``end``, both included: ``length`` times the unit ``granularity``."""

    start: date
    end: date
    granularity: Granularity
    length: int = 1

    def moved(self, units: int, granularity: Granularity) -> Stretch:
        """As long a stretch, so many units earlier or later; raises ``ValueError`` beyond the calendar.

        Days and weeks are moved by days and weeks, what consists of months by what consists of months.
        """
        if granularity in DAYS:
            step = timedelta(days=units * DAYS[granularity])
            return attrs.evolve(self, start=self.start + step, end=self.end + step)
        months = units * MONTHS[granularity]
        behind = shifted(self.end + timedelta(days=1), months)
        return attrs.evolve(self, start=shifted(self.start, months), end=behind - timedelta(days=1))


def unit(granularity: Granularity, day: date, offset: int = 0, length: int = 1) -> Stretch:
    """The unit that ``day`` is in, or the one ``offset`` units later, and the ``length`` - 1 after it.

    Weeks begin on Monday (ISO 8601). Raises ``ValueError`` or ``OverflowError`` beyond the calendar.
    """
    if granularity in DAYS:
        size = DAYS[granularity]
        first = day - timedelta(days=day.weekday() if granularity == "week" else 0) + timedelta(days=offset * size)
        return Stretch(first, first + timedelta(days=length * size - 1), granularity, length)
    size = MONTHS[granularity]
    index = (month_index(day) // size + offset) * size
    return Stretch(first_of(index), first_of(index + length * size) - timedelta(days=1), granularity, length)


def season(year: int, first_month: int) -> Stretch:
    """The three months from ``first_month`` of ``year`` on."""
    index = year * YEAR_MONTHS + first_month - 1
    return Stretch(first_of(index), first_of(index + SEASON_MONTHS) - timedelta(days=1), "season")


def rolling(granularity: Granularity, length: int, last: date) -> Stretch:
    """So many units that end with the day ``last``."""
    behind = last + timedelta(days=1)
    first = (
        behind - timedelta(days=length * DAYS[granularity])
        if granularity in DAYS
        else shifted(behind, -length * MONTHS[granularity])
    )
    return Stretch(first, last, granularity, length)


def coming(granularity: Granularity, length: int, first: date) -> Stretch:
    """So many units that begin with the day ``first``."""
    behind = (
        first + timedelta(days=length * DAYS[granularity])
        if granularity in DAYS
        else shifted(first, length * MONTHS[granularity])
    )
    return Stretch(first, behind - timedelta(days=1), granularity, length)


def month_index(day: date) -> int:
    """Months since the year 0."""
    return day.year * YEAR_MONTHS + day.month - 1


def first_of(index: int) -> date:
    """The first day of the month of that index."""
    return date(index // YEAR_MONTHS, index % YEAR_MONTHS + 1, 1)


def shifted(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    first = first_of(month_index(day) + months)
    last = first_of(month_index(first) + 1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))
