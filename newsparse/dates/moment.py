"""What phrases for dates are read against, and what their slots say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, cached_property
from typing import Literal, cast

import attrs

from newsparse.dates.calendar import Stretch, unit
from newsparse.dates.patterns import words
from newsparse.lexicon import SHARED, lexicon
from newsparse.model import Granularity, RelativeTo

Tense = Literal["past", "future"] | None
Slots = Mapping[str, str]


@attrs.frozen(kw_only=True, slots=False, eq=False)
class Moment:
    """What a phrase is counted from: the day of publication, the date mentioned before it, and the way to look.

    ``southern`` says where seasons are those of the south; None where that is not known. The other fields find what
    the sentence says, which is looked up only for rules that ask: most phrases stand by themselves.
    """

    published: date | None
    southern: bool | None
    find_anchor: Callable[[], Stretch | None]
    find_tense: Callable[[], Tense]
    find_sport: Callable[[], bool]

    @cached_property
    def anchor(self) -> Stretch | None:
        """The days of the date before in the same sentence."""
        return self.find_anchor()

    @cached_property
    def tense(self) -> Tense:
        """Which way to look from publication; None where that is open."""
        return self.find_tense()

    @cached_property
    def sporting(self) -> bool:
        """Whether the sentence is about a game."""
        return self.find_sport()


@attrs.frozen
class Reading:
    """The days that a phrase means, and what they were counted from."""

    days: Stretch
    relative_to: RelativeTo | None = None


Resolver = Callable[[Slots, Moment], Reading | None]


def absolute(days: Stretch) -> Reading:
    """Days that stand by themselves."""
    return Reading(days)


def counted(days: Stretch) -> Reading:
    """Days counted from publication."""
    return Reading(days, "published")


def number_of(listed: str, word: str) -> int:
    """What a list says of a word, as a whole number."""
    return int(values_of(listed)[" ".join(word.lower().split())])


@cache
def values_of(listed: str) -> Mapping[str, str]:
    """What a list says of each of its words."""
    return cast("Mapping[str, str]", lexicon(SHARED).raw(listed))


def granularity_of(slots: Slots, slot: str = "unit") -> Granularity:
    """The unit in a slot."""
    return cast(Granularity, values_of("dates.units" if slot != "part" else "dates.parts")[slots[slot].lower()])


def count_of(slots: Slots) -> int:
    """The number in a slot, in digits or words."""
    word = slots["count"].lower()
    return int(word) if word.isdigit() else number_of("dates.counts", word)


@cache
def positions(listed: str) -> dict[str, int]:
    """The place of each word in its list, from 0."""
    return {word: index for index, word in enumerate(lexicon(SHARED).raw(listed))}


@cache
def month_numbers() -> dict[str, int]:
    """Months by name and abbreviation, from 1."""
    long = positions("dates.months")
    short = {word: long[name] for word in words("dates.short_months") for name in long if name.startswith(word)}
    return {name: index + 1 for name, index in {**long, **short}.items()}


def month_of(slots: Slots, slot: str = "month") -> int:
    """The month in a slot, from 1."""
    return month_numbers()[slots[slot].lower().rstrip(".")]


def day_of_month(slots: Slots) -> int:
    """The day of the month in a slot."""
    return int("".join(filter(str.isdigit, slots["day"])))


def weekday_of(slots: Slots) -> int:
    """The day of the week in a slot, from 0 for Monday."""
    return positions("dates.weekdays")[slots["weekday"].lower()]


def day_of(day: date) -> Stretch:
    """One day."""
    return unit("day", day)
