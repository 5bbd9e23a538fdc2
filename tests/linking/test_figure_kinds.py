"""Figures that two sources give differently: which are about one thing, and whether both can be true of it."""

from __future__ import annotations

import pytest

from newsparse.linking import across
from newsparse.model import Document, Meta

FIRST, SECOND, NOON, NIGHT = "2026-03-02", "2026-03-03", "2026-03-03T12:00Z", "2026-03-03T21:30Z"


def related(english, *dated):
    """How the figures of articles relate, for each group."""
    documents = [
        Document(text=text, id=f"{place}", meta=Meta(published=day)) for place, (day, text) in enumerate(dated)
    ]
    return [group.relation for group in across(english.pipe(documents)).figures]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Some 30,000 spectators saw the final in Orla.",
            "The league counted 26,000 people in the stadium at the final in Orla.",
        ),
        (
            "Lab Orla found 9,000 germs per litre in the pool of Kell.",
            "The pool of Kell had 400 germs per litre, its owner said.",
        ),
        (
            "The skull from Kell is 70 million years old.",
            "The skull from Kell lived 90 million years ago, a critic said.",
        ),
    ],
)
def test_sources_that_count_one_thing_differently_conflict(english, first, second):
    assert related(english, (FIRST, first), (FIRST, second)) == ["conflict"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The market in Solberg has 20 stalls.", "The church in Solberg has 35 windows."),
        ("Mayor Ada Brook of Kell is 51 years old.", "The fort in Kell was built 400 years ago."),
        ("The skull from Kell is 70 million years old.", "The dig in Kell took nine years."),
        ("The inn in Kell lost 40 chairs.", "The mill in Kell bought 25 lamps."),
    ],
)
def test_figures_of_other_things_are_not_compared(english, first, second):
    assert related(english, (FIRST, first), (FIRST, second)) == []


def test_a_figure_that_says_nothing_of_its_own_answers_the_one_before(english):
    owner = "The ferry off Orla carried 140 people, the owner said."
    assert related(english, (FIRST, f"{owner} Mara Falk, a passenger, said it was more than 190.")) == ["conflict"]
    assert related(english, (FIRST, f"{owner} Mara Falk, a passenger, said 190 boats came to help.")) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Thieves in Kell took a clock worth 40,000 euros.", "A clock worth 7 million yen was stolen in Kell."),
        (
            "The winner of the race in Kell gets 3 million yen.",
            "The winner of the race in Kell takes home 20,000 dollars.",
        ),
    ],
)
def test_amounts_in_other_currencies_are_one_thing_however_far_apart(english, first, second):
    assert related(english, (FIRST, first), (SECOND, second)) == ["incomparable"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The capsule came down near Kell at three metres per second.",
            "Near Kell the capsule hit the ground at 11 kilometres per hour.",
        ),
        ("Every fourth house in Orla stands empty.", "A quarter of the houses in Orla stand empty."),
    ],
)
def test_speeds_and_shares_are_compared_in_whatever_form_they_are_told(english, first, second):
    assert related(english, (FIRST, first), (SECOND, second)) == ["agree"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The ferry line in Kell asks for 5 euros.", "Kell lives off its ferry. Anglers pay €5."),
        ("A quarter of the ballots in Kell came by post.", "In Kell 25 percent of the votes were postal."),
        ("Of the patients in Kell, seven in ten are small.", "Babies make up 70 percent of the sick in Kell."),
    ],
)
def test_one_amount_or_share_is_one_thing_in_other_words(english, first, second):
    story = "Fog and snow have kept the ferry, the post office and the clinic of Kell busy since Sunday."
    assert related(english, (FIRST, f"{story} {first}"), (FIRST, f"{story} {second}")) == ["agree"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Sales in Kell rose to 46 million euros, up from 22 million euros in 2024.", "up from 22", ["agree", "agree"]),
        ("In 2024, sales in Kell had come to 22 million euros.", "up from 22", ["agree"]),
        ("Sales in Kell rose to 46 million euros, up from 22 million euros in 2024.", "up from 24", ["agree"]),
        ("Sales in Kell are 22 million euros.", "up from 22", ["drift"]),
    ],
)
def test_a_former_value_is_that_of_a_time_that_is_over(english, first, second, expected):
    second = f"Sales in Kell came to 46 million euros, {second} million euros in 2024."
    assert sorted(related(english, (FIRST, first), (FIRST, second))) == expected


def test_a_count_of_the_day_before_is_behind_that_of_the_day(english):
    before, today, behind = (f"A storm in Orla has killed {count} people." for count in (12, 15, 12))
    assert related(english, (FIRST, before), (SECOND, today), (SECOND, behind)) == ["drift"]
    assert related(english, (SECOND, today), (SECOND, behind)) == ["conflict"]


def test_a_count_grows_from_one_hour_of_a_day_to_another(english):
    fewer, more = (f"A storm in Orla has killed {count} people." for count in (12, 15))
    assert related(english, (NOON, fewer), (NIGHT, more)) == ["drift"]
    assert related(english, (NOON, more), (NIGHT, fewer)) == ["conflict"]
    seats = [f"The arena in Orla has {count} seats." for count in (900, 1200)]
    assert related(english, (NOON, seats[0]), (NIGHT, seats[1])) == ["conflict"]


def test_how_long_something_is_going_to_last_may_be_said_anew(english):
    first = "The walkout in Kell is to last two days, the union said."
    assert related(english, (FIRST, first), (SECOND, "The walkout in Kell will last six days.")) == ["drift"]


def test_years_that_somebody_disputes_are_not_those_of_the_day_before(english):
    first = "The cartel of millers in Kell went on for nine years, the council said."
    second = "The baker Tom Falk disputes that the cartel of millers in Kell went on for nine years; it was three."
    assert related(english, (FIRST, first), (SECOND, second)) == ["conflict"]


@pytest.mark.parametrize(
    "text",
    [
        "The organisers in Orla spoke of 90,000 people, police of 25,000.",
        "Organisers put the crowd in Orla at 10,000, police at 3,000.",
    ],
)
def test_who_comes_behind_a_figure_gives_another_one_with_the_same_verb(english, text):
    assert related(english, (FIRST, text)) == ["conflict"]
    assert related(english, (FIRST, "The march in Orla cost 9,000 euros, a night of police 2,000.")) == []


def test_two_figures_stay_together_though_a_later_article_gives_both_without_saying_so(english):
    first = "The organisers of the march in Orla spoke of 90,000 people, police of 25,000."
    second = "He mocked the number of 90,000 people at the march in Orla. Some 25,000 people came."
    assert related(english, (FIRST, first), (SECOND, second)) == ["conflict"]


def test_a_corrected_figure_is_about_what_the_right_one_is(english):
    first = "The tremor in Orla had a magnitude of 5.1."
    second = "The institute corrected the magnitude of the tremor in Orla to 5.2 from 5.1."
    assert related(english, (FIRST, first), (SECOND, second)) == ["drift"]


def test_whoever_gives_a_figure_is_not_what_it_counts(english):
    first = "The thief in Kell took drugs worth 28,000 euros, the court found. The clinic had spoken of 70,000 euros."
    assert related(english, (FIRST, first)) == ["conflict"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "The minister in Orla took 17 flights.",
            "In Orla the minister resigned on Friday over 17 flights.",
            ["agree"],
        ),
        ("The tremor in Orla had a magnitude of 5.1.", "The tremor in Orla had a magnitude of 5.2.", ["conflict"]),
        ("In Orla 68 percent of voters went.", "In Orla 68.3 percent of voters went.", ["agree"]),
        ("In Orla 68 percent of voters went.", "In Orla 69 percent of voters went.", ["conflict"]),
    ],
)
def test_the_last_digit_counts(english, first, second, expected):
    assert related(english, (FIRST, first), (FIRST, second)) == expected


def test_few_who_were_hurt_are_no_rivals_of_a_crowd(english):
    first = "The march through Orla drew 40,000 people. Six people were hurt."
    second = "Some 31,000 people joined the march through Orla. Nine people were hurt."
    assert sorted(related(english, (FIRST, first), (SECOND, second))) == ["conflict", "drift"]
