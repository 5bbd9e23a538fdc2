"""The rules that find whose age a figure is, where it is that of no named person."""

from __future__ import annotations

from newsparse_numbers.subjects import aged, asked
from newsparse_numbers.subjects.ruling import rule, unowned

AGES = (
    rule(
        "aged",
        "The noun before “aged” and an age",
        aged.aged,
        asked.is_age,
        fires="A resident aged 94 was rescued from the roof.",
        quiet="Ada Brook is 94 years old.",
    ),
    rule(
        "as-old-as",
        "The noun before “as young as” or “as old as” and an age",
        aged.as_old_as,
        asked.is_age,
        fires="Boys as young as 12 years old work in the mine.",
        quiet="Boys aged 12 work in the mine.",
    ),
    rule(
        "over-age",
        "The noun before “over the age of” and similar phrases",
        aged.over_age,
        asked.is_age,
        fires="Players over the age of 21 must pay.",
        quiet="Ada Brook died at the age of 21.",
    ),
    rule(
        "are-under",
        "The people who are under or over an age",
        aged.are_under,
        asked.is_age,
        fires="Most patients were under five.",
        quiet="Most patients were under five doctors.",
    ),
    rule(
        "old-enough",
        "The noun right before an age that “old” follows",
        aged.old_enough,
        asked.is_age,
        fires="They scrapped ferries more than 30 years old.",
        quiet="They scrapped a 30-year-old ferry.",
    ),
    rule(
        "years-old",
        "The noun that an age modifies",
        unowned(aged.years_old),
        asked.is_age,
        fires="The school has 15-year-old students from Orla.",
        quiet="Ada Brook, 15, won the prize.",
    ),
)
