"""Dates counted from the day of publication, or from the date mentioned before: "last week", "a year earlier"."""

from __future__ import annotations

from newsparse.dates.calendar import Stretch, unit
from newsparse.dates.calendar import coming as beginning
from newsparse.dates.calendar import rolling as ending
from newsparse.dates.moment import (
    Moment,
    Reading,
    Slots,
    count_of,
    counted,
    granularity_of,
    number_of,
    values_of,
    weekday_of,
)
from newsparse.model import Granularity

JUST_NOW_DAYS = 2
"""Nobody calls a day of this week, so few days ago, the last one: the one before may be meant."""
WEEK_DAYS = 7
_ALIKE = frozenset[Granularity](["month", "quarter", "half", "season", "year"])
"""Units that a comparison with an earlier year keeps."""


def word(slots: Slots, now: Moment) -> Reading | None:
    """A day by its distance from publication: yesterday."""
    return counted(unit("day", now.published, number_of("dates.days", slots["days"]))) if now.published else None


def on_weekday(slots: Slots, now: Moment) -> Reading | None:
    """The nearest one in the direction of the sentence, the day of publication included."""
    if now.published is None or now.tense is None:
        return None
    ahead = (weekday_of(slots) - now.published.weekday()) % WEEK_DAYS
    offset = ahead if now.tense == "future" or ahead == 0 else ahead - WEEK_DAYS
    return counted(unit("day", now.published, offset))


def which_weekday(slots: Slots, now: Moment) -> Reading | None:
    """The nearest one in that direction, unless it is of this week and so near that the other may be meant."""
    if now.published is None:
        return None
    which = number_of("dates.which", slots["which"])
    today, wanted = now.published.weekday(), weekday_of(slots)
    if which == 0:
        return counted(unit("day", now.published, wanted - today))
    offset = (wanted - today) % WEEK_DAYS
    if which < 0:
        offset -= WEEK_DAYS
        doubtful = wanted < today and -offset <= JUST_NOW_DAYS
    else:
        offset = offset or WEEK_DAYS
        doubtful = wanted > today
    return None if doubtful else counted(unit("day", now.published, offset))


def weekday_of_week(slots: Slots, now: Moment) -> Reading | None:
    """A day of a week counted from publication: Tuesday of last week."""
    if now.published is None or granularity_of(slots) != "week":
        return None
    monday = unit("week", now.published, number_of("dates.which", slots["which"])).start
    return counted(unit("day", monday, weekday_of(slots)))


def which_unit(slots: Slots, now: Moment) -> Reading | None:
    """A unit of the calendar: last week, this year."""
    granularity = granularity_of(slots)
    if now.published is None or granularity == "day" or slots["unit"].lower().endswith("s"):
        return None
    return counted(unit(granularity, now.published, number_of("dates.which", slots["which"])))


def rolling(slots: Slots, now: Moment) -> Reading | None:
    """So long a time up to publication: the past two weeks."""
    granularity = granularity_of(slots)
    vague = "count" not in slots and granularity not in ("week", "month", "year", "decade")
    if now.published is None or vague or ("count" not in slots and slots["unit"].lower().endswith("s")):
        return None
    return counted(ending(granularity, count_of(slots) if "count" in slots else 1, now.published))


def coming(slots: Slots, now: Moment) -> Reading | None:
    """So long a time from publication on: the next two weeks."""
    return counted(beginning(granularity_of(slots), count_of(slots), now.published)) if now.published else None


def ago(slots: Slots, now: Moment) -> Reading | None:
    """The unit so many units back; a year back from a month or quarter of the same sentence is that of the year."""
    granularity = granularity_of(slots)
    if granularity == "year" and now.anchor is not None and now.anchor.granularity in _ALIKE:
        return _moved(now.anchor, granularity, -count_of(slots))
    return counted(unit(granularity, now.published, -count_of(slots))) if now.published else None


def _moved(anchor: Stretch, granularity: Granularity, units: int) -> Reading | None:
    """The anchor moved by units that it is at least as long as, or a part of a year by years."""
    fits = anchor.granularity == granularity or (granularity == "year" and anchor.granularity in _ALIKE)
    return Reading(anchor.moved(units, granularity), "text") if fits and anchor.length == 1 else None


def apart(slots: Slots, now: Moment) -> Reading | None:
    """So many units before or after the date of the sentence: "in December, two months later"."""
    if now.anchor is None:
        return None
    units = (count_of(slots) if "count" in slots else 1) * number_of("dates.apart", slots["apart"])
    return _moved(now.anchor, granularity_of(slots), units)


def adjacent(slots: Slots, now: Moment) -> Reading | None:
    """The unit before or after the one of the sentence's date; "the previous year" may stand beside a month."""
    granularity = granularity_of(slots)
    if now.anchor is None or now.anchor.length > 1:
        return None
    step = number_of("dates.adjacent", slots["adjacent"])
    if granularity == "year" and now.anchor.granularity in _ALIKE:
        return Reading(unit("year", now.anchor.start, step), "text")
    return _moved(now.anchor, granularity, step)


def same(slots: Slots, now: Moment) -> Reading | None:
    """The sentence's month or quarter in another year: "the same month last year"."""
    if now.anchor is None or granularity_of(slots) != "year" or not _alike(slots, now.anchor):
        return None
    if "adjacent" in slots:
        return _moved(now.anchor, "year", number_of("dates.adjacent", slots["adjacent"]))
    which = number_of("dates.which", slots["which"])
    if now.published is None:
        return None
    return _moved(now.anchor, "year", now.published.year + which - now.anchor.start.year)


def same_ago(slots: Slots, now: Moment) -> Reading | None:
    """The sentence's month or quarter so many years back: the same month a year ago."""
    if now.anchor is None or granularity_of(slots) != "year" or not _alike(slots, now.anchor):
        return None
    return _moved(now.anchor, "year", -count_of(slots))


def _alike(slots: Slots, anchor: Stretch) -> bool:
    """Whether "the same month" can be that of a month; "the same period" can be that of anything."""
    named = values_of("dates.units").get(slots["span"].lower())
    return named is None or named == anchor.granularity
