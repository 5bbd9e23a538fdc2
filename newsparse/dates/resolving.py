"""What each rule of the grammar makes of its phrase: the days that it means, or nothing where that is open."""

from __future__ import annotations

from newsparse.dates import named, relative
from newsparse.dates.moment import Moment, Reading, Resolver, Slots


def resolve(rule: str, slots: Slots, moment: Moment) -> Reading | None:
    """The days that the phrase means which a rule found; None where they are open or no days of the calendar."""
    try:
        found = RESOLVERS[rule](slots, moment)
    except (ValueError, OverflowError):  # 31 February, the year 10,000
        return None
    return found if found is None or found.days.start <= found.days.end else None  # "the next 0 days"


def _open(_slots: Slots, _now: Moment) -> None:
    """A fiscal year begins when the company or the country says; "the year to March" is a year, and not March."""


RESOLVERS: dict[str, Resolver] = {
    "adjacent": relative.adjacent,
    "ago": relative.ago,
    "apart": relative.apart,
    "coming": relative.coming,
    "date": named.full_date,
    "day": named.in_year,
    "decade": named.decade,
    "ending": _open,
    "first-units": named.first_units,
    "fiscal": _open,
    "month": named.in_month,
    "month-of-which": named.month_of_which,
    "month-of-year": named.month_of_year,
    "months": named.several_months,
    "part": named.part,
    "part-of-which": named.part_of_which,
    "part-of-year": named.part_of_year,
    "rolling": relative.rolling,
    "same": relative.same,
    "same-ago": relative.same_ago,
    "season-of-year": named.season_of_year,
    "weekday": relative.on_weekday,
    "weekday-of-week": relative.weekday_of_week,
    "which-month": named.which_month,
    "which-season": named.which_season,
    "which-unit": relative.which_unit,
    "which-weekday": relative.which_weekday,
    "word": relative.word,
    "year": named.year,
    "years": named.years,
}
"""By the name of the rule, which the list ``dates.phrases`` has the phrases of."""
