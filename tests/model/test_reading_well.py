"""Periods, differences, speakers and entities read well, and a mistake in making an annotation is named."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.errors import AnnotationError
from newsparse.model import (
    Affiliation,
    Difference,
    Entity,
    Located,
    Mention,
    Passage,
    Period,
    Quantity,
    Quote,
    Span,
    TitlePassage,
    TitleRole,
    covering,
)

TEXT = "Ada Brook, the mayor, said it rained."


def period(start, end, granularity, **fields):
    return Period(words=Passage(Span(0, 3), "now"), start=start, end=end, granularity=granularity, **fields)


@pytest.mark.parametrize(
    ("start", "end", "granularity", "fields", "words"),
    [
        ("2024-05-14", "2024-05-14", "day", {}, "2024-05-14"),
        ("2024-05-01", "2024-05-31", "month", {}, "2024-05"),
        ("2024-05-01", "2024-06-30", "month", {"length": 2}, "2024-05-01/2024-06-30"),
        ("2024-04-17", "2024-05-16", "month", {}, "2024-04-17/2024-05-16"),
        ("2024-01-01", "2024-12-31", "year", {}, "2024"),
        ("2023-05-01", "2024-04-30", "year", {}, "2023-05-01/2024-04-30"),
        ("2023-01-01", "2024-12-31", "year", {"length": 2}, "2023-01-01/2024-12-31"),
        ("2024-05-06", "2024-05-12", "week", {}, "2024-05-06/2024-05-12"),
        ("2019-01-01", "2019-12-31", "year", {"relation": "since"}, "since 2019"),
    ],
)
def test_a_period_is_written_as_shortly_as_its_days_allow(start, end, granularity, fields, words):
    assert str(period(start, end, granularity, **fields)) == words


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [("2023-02-29", "2023-03-01", 1), ("2024-05-02", "2024-05-01", 1), ("2024-05-01", "2024-05-01", 0)],
)
def test_days_that_do_not_exist_or_run_backwards_are_no_period(start, end, length):
    with pytest.raises(AnnotationError, match="is no period"):
        period(start, end, "day", length=length)


@pytest.mark.parametrize(
    ("low", "high", "fields", "words", "bound"),
    [
        ("12", None, {}, "at least 12", "at least"),
        ("12", None, {"low_inclusive": False}, "over 12", "more than"),
        (None, "12", {}, "at most 12", "at most"),
        (None, "12", {"high_inclusive": False}, "under 12", "fewer than"),
        ("10", "20", {"exactness": "vague", "unit": "ship"}, "roughly 10-20 ship", ""),
        ("3", "3", {"kind": "percentage-point"}, "3 percentage points", ""),
        ("25", "25", {"kind": "basis-point"}, "25 basis points", ""),
        ("80", "80", {"kind": "measure", "unit": "kilometre", "per": "hour"}, "80 kilometre per hour", ""),
        ("5", "5", {"kind": "money", "currency": "USD", "unit": "dollar"}, "5 USD", ""),
        ("0.123456", "0.123456", {}, "0.123456", ""),
        ("0.1234567", "0.1234567", {}, "0.1235", ""),
        ("100", "100", {}, "100", ""),
        ("2.50", "2.50", {}, "2.5", ""),
    ],
)
def test_a_quantity_says_its_ends_and_its_unit(low, high, fields, words, bound):
    quantity = Quantity(low=low and Decimal(low), high=high and Decimal(high), **fields)
    assert (str(quantity), quantity.bound) == (words, bound)
    assert quantity.value == (Decimal(low) if low == high else None)


def test_a_difference_shows_both_sides():
    here, there = Passage.at(TEXT, 27, 29), Located(document="a", start=0, end=8, text="will not")
    assert str(Difference(part="words", here=here, there=there)) == "'it' for 'will not'"
    assert str(Difference(part="words", there=there)) == "nothing for 'will not'"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_an_empty_place_in_a_source_is_refused(start, end):
    with pytest.raises(AnnotationError, match="0 <= start < end"):
        Located(document="a", start=start, end=end, text="")
    assert not TitlePassage(start, end, TEXT[start:end]).fits(TEXT)


@pytest.mark.parametrize(
    ("words", "title", "fits"),
    [("Ada", TEXT, True), ("Ida", TEXT, False), ("Ada", None, False), ("Ada", "Rain", False)],
)
def test_words_of_a_title_fit_the_title_that_has_them(words, title, fits):
    assert TitlePassage(0, 3, words).fits(title) == fits


def test_roles_of_the_title_come_after_those_of_the_article_and_only_once():
    mayor, chief = (TitleRole(role=TitlePassage(0, len(words), words)) for words in ("Mayor", "chief"))
    body = TitleRole(role=TitlePassage(0, 5, "owner"), body=TitlePassage(9, 14, "Ferry"))
    article = Affiliation(role=Passage.at(TEXT, 15, 20))
    entity = Entity.make(TEXT, Span(0, 9), label="Person", name="Ada Brook", affiliations=(article,))
    assert entity.held == (article,)
    told = Entity.make(
        TEXT, Span(0, 9), label="Person", name="Ada", affiliations=(article,), title_roles=(mayor, chief, body)
    )
    assert told.held == (article, chief, body)
    assert [str(words) for words in told.title_passages] == ["Mayor", "chief", "owner", "Ferry"]


@pytest.mark.parametrize(
    ("kind", "spans", "fields", "fault"),
    [
        (Mention, [(0, 3)], {"label": "Person"}, r"a span must be a Span, such as Span\(0, 3\), not \(0, 3\)"),
        (Mention, [Span(0, 3)], {}, "the field 'label' is missing"),
        (Mention, [Span(0, 3)], {"label_": "Person"}, "no field 'label_' .the nearest is 'label'"),
        (Mention, [Span(0, 3)], {"label": "Person", "x": 1}, "no field 'x' .the fields are origin, confidence, label"),
        (Quote, [Span(0, 3)], {"form": "direct"}, "the field 'fragments' is missing"),
    ],
)
def test_a_mistake_in_making_an_annotation_is_named(kind, spans, fields, fault):
    with pytest.raises(AnnotationError, match=f"{kind.__name__}.make: .*{fault}"):
        kind.make(TEXT, *spans, **fields)


@pytest.mark.parametrize("ends", [[(0, 9), (4, 12)], [(15, 20), (0, 9)], [(0, 9), (0, 9)]])
def test_fragments_of_a_quote_follow_one_another(ends):
    with pytest.raises(AnnotationError, match="its fragments overlap, or are not in the order of the text"):
        Quote.of(TEXT, *(Span(*pair) for pair in ends), form="direct")
    assert Quote.of(TEXT, Span(0, 3), Span(3, 9), form="direct").text == "Ada  Brook"


def test_spans_are_compared_with_spans_alone():
    with pytest.raises(TypeError, match="not supported"):
        assert Span(0, 3) < (0, 4)


def test_those_that_cover_a_span_keep_their_order():
    mentions = [Mention.make(TEXT, Span(*ends), label="Person") for ends in ((0, 9), (0, 3), (4, 9), (11, 20))]
    assert covering(mentions, Span(4, 9)) == [mentions[0], mentions[2]]
    assert covering(mentions, Span(3, 5)) == [mentions[0]]
