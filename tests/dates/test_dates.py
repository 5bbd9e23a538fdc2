"""Dates in words become periods, counted from the day of publication; what is open stays open."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.dates import Dates, patterns
from newsparse.errors import AnnotationError
from newsparse.model import Passage, Period, Span
from newsparse.testing import parsed

HERE = Path(__file__).parent
PUBLISHED = "2024-05-16"
"""A Thursday."""
LABELLED = [row for name in ("phrases", "more") for row in json.loads((HERE / f"{name}.json").read_text("utf-8"))]
OPEN_STILL = {"the last quarter of 2022", "the fourth quarter"}
"""Phrases that a reader can resolve and that are left open."""


def read(marked, published=PUBLISHED, **more):
    """The period of the words in braces."""
    start, end = marked.index("{"), marked.index("}") - 1
    text = "".join(mark for mark in marked if mark not in "{}")
    return Dates(text, published, **more).period(Span(start, end))


def found(period):
    return (period.start, period.end, period.granularity) if period else (None, None, None)


@pytest.mark.parametrize(("marked", "start", "end", "granularity"), [tuple(row[:4]) for row in LABELLED])
def test_labelled_phrases_are_read_or_left_open(marked, start, end, granularity):
    words = marked[marked.index("{") + 1 : marked.index("}")]
    assert found(read(marked)) == ((None, None, None) if words in OPEN_STILL else (start, end, granularity))


def test_a_pattern_is_tried_where_its_words_are():
    for known in patterns.patterns():
        for wording in patterns._wordings(known.template):
            near = ["ships", *map(min, wording), "sank"]
            assert known in patterns.starting(near, 1)
            assert known not in patterns.starting(near, 0)


def test_a_pattern_is_not_tried_where_another_word_is_between():
    near = ["the", "third", "quarter", "of", "2019"]
    assert {known.rule for known in patterns.starting(near, 0)} == {"part", "part-of-year"}
    assert not list(patterns.starting([*near[:2], "wet", *near[2:]], 0))


@pytest.mark.parametrize("marked", ["It rained {yesterday}.", "It rained in {March}.", "Sales fell {last year}."])
@pytest.mark.parametrize("published", [None, "", "soon", "16/05/2024"])
def test_relative_dates_stay_open_without_a_day_of_publication(marked, published):
    assert read(marked, published) is None


def test_absolute_dates_need_no_day_of_publication():
    period = read("Nine ships sank on {3 May 2024}.", None)
    assert (str(period), period.relative_to) == ("2024-05-03", None)


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("Nine ships have sunk since {2019}.", "since 2019"),
        ("Nine ships sank in {May 2019}.", "2019-05"),
        ("Nine ships sank {yesterday}.", "2024-05-15"),
        ("The quay closed {last week}.", "2024-05-06/2024-05-12"),
    ],
)
def test_a_period_is_written_in_its_shortest_form(marked, shown):
    assert str(read(marked)) == shown


@pytest.mark.parametrize(("country", "start"), [("NZ", "2023-12-01"), ("GB", "2023-06-01")])
def test_the_country_says_when_summer_is(country, start):
    assert read("Tourists came {last summer}.", country=country).start == start


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("The roof would {last 25 years}.", "None"),
        ("It sank 9 boats in {the last five years}.", "2019-05-17/2024-05-16"),
        ("It earned 5 million in {the March quarter}.", "None"),
        ("It earned 5 million from {January to March 2023}.", "2023-01-01/2023-03-31"),
        ("The council meets on {Saturday}.", "2024-05-18"),
        ("The council met on {Saturday}.", "2024-05-11"),
    ],
)
def test_the_words_around_a_date_decide_how_it_is_meant(marked, shown):
    assert str(read(marked)) == shown


@pytest.mark.parametrize(
    "marked",
    [
        "Nine ships sank on {31 February 2024}.",
        "Theresa {May} said 3 ships sank.",
        "Ships sank on 22 and {23 May}.",
        "It earned 5 million in the {quarter ended 31 March}.",
    ],
)
def test_what_is_no_single_period_stays_open(marked):
    assert read(marked) is None


RELATIVE = ["yesterday", "last Friday", "last week", "two weeks ago", "next Monday", "three days ago", "tomorrow"]
DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))


@given(st.sampled_from(RELATIVE), DAYS, st.integers(1, 300))
def test_weeks_later_relative_days_are_as_many_weeks_later(words, day, weeks):
    later = day + timedelta(weeks=weeks)
    first, second = (read(f"It rained {{{words}}}.", moment.isoformat()) for moment in (day, later))
    assert (first is None) == (second is None)
    if first and second:
        assert date.fromisoformat(second.start) - date.fromisoformat(first.start) == timedelta(weeks=weeks)


LENGTHS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "quarter": (90, 92), "half": (181, 184)}
LENGTHS |= {"season": (90, 92), "year": (365, 366), "decade": (3652, 3653), "century": (36524, 36525)}


@given(st.sampled_from([row[0] for row in LABELLED]), DAYS)
def test_a_period_is_as_long_as_its_unit(marked, day):
    period = read(marked, day.isoformat())
    if period is not None:
        days = (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days + 1
        least, most = LENGTHS[period.granularity]
        assert least * period.length <= days <= most * period.length


@given(st.text(alphabet="May 2019,.-lastyearMonday14\n", max_size=80))
def test_no_text_raises(text):
    dates = Dates(text, PUBLISHED)
    for passage in dates.passages(0, len(text)):
        assert passage.text == text[passage.span.start : passage.span.end]
        dates.period(passage.span)


def test_extractors_share_the_dates_of_a_document():
    document = parsed("Ada left in May 2019 .")
    dates = Dates.of(document, "GB")
    assert dates is Dates.of(document, "GB")
    assert dates is not Dates.of(document, "NZ")
    assert [passage.text for passage in dates.passages(0, len(document.text))] == ["in May 2019"]


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("Ada left in May last year.", "May", "May last year"),
        ("Ada left last May.", "May", "last May"),
        ("It rained between 2015 and 2016.", "2016", "2015 and 2016"),
        ("It rained from March 2014 to August 2015.", "March 2014", "March 2014 to August 2015"),
        ("It rained on Monday, and Ada left in May.", "May", "May"),
        ("Ada left the port.", "port", "port"),
    ],
)
def test_a_date_is_read_with_the_rest_of_its_phrase_and_its_other_end(text, words, whole):
    begin = text.index(words)
    found = Dates(text, PUBLISHED).around(Span(begin, begin + len(words)))
    assert text[found.start : found.end] == whole


@pytest.mark.parametrize("marked", ["It will rain in the {next 0 days}.", "It rained in the {last 0 months}."])
def test_a_period_of_no_days_stays_open(marked):
    assert read(marked) is None


def test_a_period_without_a_day_is_refused():
    words = Passage(Span(0, 1), "x")
    for start, end in (("2024-05-02", "2024-05-01"), ("2024-02-31", "2024-03-01")):
        with pytest.raises(AnnotationError):
            Period(words=words, start=start, end=end, granularity="day")
