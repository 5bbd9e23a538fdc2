"""From which day each kind of phrase is counted, in which direction, and where that is left open."""

from __future__ import annotations

import pytest

from newsparse.dates import Dates
from newsparse.model import Span

THURSDAY = "2024-05-16"


def read(marked, published=THURSDAY, country=None):
    """The period of the words in braces, in its shortest form; None where it is open."""
    start, end = marked.index("{"), marked.index("}") - 1
    text = "".join(mark for mark in marked if mark not in "{}")
    found = Dates(text, published, country).period(Span(start, end))
    return found and str(found)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("this Friday", "2024-05-17"),
        ("this Tuesday", "2024-05-14"),
        ("last Thursday", "2024-05-09"),
        ("next Thursday", "2024-05-23"),
        ("last Monday", "2024-05-13"),
        ("last Tuesday", None),
        ("next Friday", None),
        ("Tuesday of last week", "2024-05-07"),
        ("Tuesday next week", "2024-05-21"),
        ("Tuesday of last month", None),
        ("this day", None),
        ("last decade", "2010-01-01/2019-12-31"),
        ("this century", "2000-01-01/2099-12-31"),
    ],
)
def test_days_and_units_are_those_of_the_calendar(words, shown):
    assert read(f"It closed {{{words}}}.") == shown
    assert read(f"It closed {{{words}}}.", None) is None


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the past week", "2024-05-10/2024-05-16"),
        ("the past month", "2024-04-17/2024-05-16"),
        ("the past year", "2023-05-17/2024-05-16"),
        ("the past ten days", "2024-05-07/2024-05-16"),
        ("the past 12 months", "2023-05-17/2024-05-16"),
        ("past 20 days", "2024-04-27/2024-05-16"),
        ("the past decade", "2014-05-17/2024-05-16"),
        ("the past day", None),
        ("the past weeks", None),
        ("the past years", None),
        ("the next two weeks", "2024-05-16/2024-05-29"),
        ("the coming 10 days", "2024-05-16/2024-05-25"),
        ("the next six months", "2024-05-16/2024-11-15"),
    ],
)
def test_a_length_of_time_ends_or_begins_with_the_day_of_publication(words, shown):
    assert read(f"It closed over {{{words}}}.") == shown
    assert read(f"It closed over {{{words}}}.", None) is None


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("It had 40 boats in March, up from 30 {a year ago}.", "2023-03"),
        ("Profit was 5% in the first quarter, up from 4% {a year ago}.", "2023-01-01/2023-03-31"),
        ("It had 40 boats on 3 May 2024, up from 30 {a year ago}.", "2023"),
        ("The mill closed in March 2024 and reopened {three days later}.", None),
        ("It closed on 3 May 2024 and reopened {three days later}.", "2024-05-06"),
        ("It closed on 3 May 2024 and reopened {two months later}.", None),
        ("It fell from January to March 2023 and rose {a year later}.", None),
        ("It fell in March 2023 and rose {the following month}.", "2023-04"),
        ("It cost 5 million in March 2023, and 3 million {the previous year}.", "2022"),
        ("It cost 5 million in 2010 to 2015, and 3 million {the previous year}.", None),
        ("Sales fell {the previous year}.", None),
        ("The mill closed in 2019. It cost 5 million {the year before}.", None),
        ("It closed in 2018. In 2020 it cost 5 million, twice as much as {the year before}. It rose in 2010.", "2019"),
        ("In 2019 it cost 5 million, it said on Tuesday, and 3 million {the year before}.", "2018"),
    ],
)
def test_what_is_apart_from_a_date_is_counted_from_the_one_before_it_in_its_sentence(marked, shown):
    assert read(marked) == shown


@pytest.mark.parametrize(
    ("words", "shown", "without"),
    [
        ("the same month last year", "2023-04", "2023-04"),
        ("the same quarter last year", None, None),
        ("the same period last year", "2023-04", None),
        ("the same month last month", None, None),
        ("the same month the previous year", "2023-04", "2023-04"),
        ("the same month a year ago", "2023-04", "2023-04"),
        ("the same month two years earlier", "2022-04", "2022-04"),
        ("the same quarter a year ago", None, None),
        ("the same month three months earlier", None, None),
    ],
)
def test_the_same_part_of_another_year_is_that_of_the_date_before_it(words, shown, without):
    assert read(f"Sales in April 2024 were above {{{words}}}.") == shown
    assert read(f"Sales were above {{{words}}}.") is None
    relative = "last" in words
    assert read(f"Sales in April 2024 were above {{{words}}}.", None) == (None if relative else without)


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("It sank on {February 29}.", "2024-02-29"),
        ("It sank on {30 February}.", None),
        ("They will vote on {30 February}.", None),
        ("It closed on {June 1}.", None),
        ("It closed on {May 16}.", "2024-05-16"),
        ("It closed on {September 1}.", "2023-09-01"),
        ("It closed in {May}.", "2024-05"),
        ("It closed in {June}.", None),
        ("In {June} the line will open.", None),
        ("In {September} the line will open.", None),
        ("The line, in {June}, will open.", None),
        ("The line, by {June}, was to open.", "by 2024-06"),
        ("It closed in {March next year}.", "2025-03"),
        ("It closed in {March last week}.", None),
        ("It closed {last March}.", None),
        ("It closed {last June}.", "2023-06"),
        ("It closes {next June}.", None),
        ("It closes {next March}.", "2025-03"),
        ("It closes {this June}.", "2024-06"),
    ],
)
def test_a_month_without_a_year_is_the_nearest_one_that_the_sentence_allows(marked, shown):
    assert read(marked) == shown
    assert read(marked, None) is None


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("It fell from {2010 to 2015}.", "2010-01-01/2015-12-31"),
        ("It fell from {2015 to 2010}.", None),
        ("It fell from {January to March 2023}.", "2023-01-01/2023-03-31"),
        ("It fell from {March to January 2023}.", None),
        ("It fell in {Q3 2023}.", "2023-07-01/2023-09-30"),
        ("It fell in {H2 2023}.", "2023-07-01/2023-12-31"),
        ("It fell in {the third half of 2023}.", None),
        ("It fell in {the first nine months of 2023}.", "2023-01-01/2023-09-30"),
        ("It fell in {the first twelve months of 2023}.", "2023-01-01/2023-12-31"),
        ("It fell in {the first two quarters of 2023}.", "2023-01-01/2023-06-30"),
        ("It fell in {the first five quarters of 2023}.", None),
        ("It fell in {the first two weeks of 2023}.", None),
    ],
)
def test_parts_of_a_year_and_several_years_need_no_day_of_publication(marked, shown):
    assert read(marked) == read(marked, None) == shown


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("Profit rose in {the third quarter of last year}.", "2023-07-01/2023-09-30"),
        ("Profit rose in {the first half of next year}.", "2025-01-01/2025-06-30"),
        ("Profit rose in {the third half of last year}.", None),
        ("Profit rose in {the first half of last month}.", None),
        ("Profit rose in {the first half}.", None),
        ("It won the game in {the first quarter}.", None),
        ("Profit will rise in {the first quarter}.", None),
        ("Profit rose in {Q1}.", "2024-01-01/2024-03-31"),
    ],
)
def test_a_quarter_is_counted_where_it_is_one_of_business_and_has_ended(marked, shown):
    assert read(marked) == shown
    assert read(marked, None) is None


@pytest.mark.parametrize(
    ("words", "published", "country", "shown"),
    [
        ("the fall of 2022", None, None, "2022-09-01/2022-11-30"),
        ("the summer of 2022", None, None, None),
        ("the summer of 2022", None, "BR", None),
        ("the summer of 2022", None, " gb", "2022-06-01/2022-08-31"),
        ("the winter of 2022", None, "GB", None),
        ("the winter of 2022", None, "NZ", "2022-06-01/2022-08-31"),
        ("the summer of 2022", None, "NZ", None),
        ("last winter", THURSDAY, "GB", "2023-12-01/2024-02-29"),
        ("last spring", THURSDAY, "GB", "2023-03-01/2023-05-31"),
        ("last summer", "2024-10-01", "GB", None),
        ("this spring", THURSDAY, "GB", "2024-03-01/2024-05-31"),
        ("this summer", THURSDAY, "GB", "2024-06-01/2024-08-31"),
        ("this winter", "2024-01-09", "GB", "2023-12-01/2024-02-29"),
        ("this winter", THURSDAY, "GB", None),
        ("next summer", THURSDAY, "GB", None),
        ("next spring", THURSDAY, "GB", "2025-03-01/2025-05-31"),
        ("next spring", None, "GB", None),
    ],
)
def test_a_season_lies_in_the_year_that_is_named_or_meant(words, published, country, shown):
    assert read(f"Tourists came in {{{words}}}.", published, country) == shown


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("The council meets in the old hall on {Saturday}.", "2024-05-18"),
        ("On {Saturday} the council will meet.", None),
        ("The council, on {Saturday}, will meet.", None),
        ("The council voted on {Saturday}, and will meet again in June.", "2024-05-11"),
        ("The port said on {Saturday} it will close.", "2024-05-11"),
        ("The pier will close by {Saturday}.", "by 2024-05-18"),
        ("The pier is open until {Saturday}.", "until 2024-05-18"),
        ("The port will close. It reopened on {Saturday}.", "2024-05-11"),
        ("It reopened on {Saturday}. The port will close.", "2024-05-11"),
    ],
)
def test_a_weekday_looks_the_way_that_its_part_of_the_sentence_looks(marked, shown):
    assert read(marked) == shown
    assert read(marked, None) is None


def test_the_dates_of_a_passage_are_those_inside_it():
    text = "It rose in 2019, in May 2020 and in March 2021."
    dates = Dates(text)
    assert [item.text for item in dates.passages(0, len(text))] == ["in 2019", "in May 2020", "in March 2021"]
    assert [item.text for item in dates.passages(12, text.index(" and in"))] == ["in May 2020"]
    assert [item.text for item in dates.passages(13, text.index("2020"))] == []
