"""Addresses are questions: what they ask is read with care, and others are made from them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.site.asking import Asked


def asked(**given):
    return Asked("/quotes", given)


def test_a_search_is_what_the_address_says():
    found = asked(words=" tax  cuts ", since="2024-03", until="2024-02", low="1,500", high="2e6", entity="7").search()
    assert (found.words, found.entity, found.since, found.until) == ("tax cuts", 7, "2024-03-01", "2024-02-29")
    assert (found.low, found.high) == (Decimal(1500), Decimal(2_000_000))


@pytest.mark.parametrize(
    ("name", "value"),
    [("since", "yesterday"), ("until", "2024-13"), ("low", "many"), ("high", "nan"), ("entity", "-1"), ("about", "x")],
)
def test_what_is_not_understood_is_said_and_not_asked(name, value):
    question = asked(**{name: value})
    assert not getattr(question.search(), name)
    assert len(question.faults) == 1
    assert value in question.faults[0]


def test_a_range_that_is_upside_down_is_said():
    question = asked(low="5", high="4")
    question.search()
    assert question.faults == ["The lower end is above the upper one: nothing lies between them."]


@pytest.mark.parametrize("given", [{"low": "5"}, {"high": "5"}, {"low": "5", "high": "5"}, {"low": "5", "high": "6"}])
def test_any_other_range_is_asked_for(given):
    question = asked(**given)
    found = question.search()
    assert question.faults == []
    ends = {name: getattr(found, name) for name in ("low", "high")}
    assert {name: str(end) for name, end in ends.items() if end is not None} == given


def test_an_address_may_ask_the_same_elsewhere():
    assert asked(words="tax").link("/articles") == "/articles?words=tax"
    assert asked(words="tax").link("/articles", words=None) == "/articles"
    assert asked(words="tax").link(words=None) == "/quotes"


def test_another_address_keeps_the_question_but_not_its_page():
    question = asked(words="tax", page="3", outlet="Kell & Co")
    assert question.link(outlet=None) == "/quotes?words=tax"
    assert question.link("/figures", since="2024-03") == "/figures?words=tax&outlet=Kell+%26+Co&since=2024-03"


def test_long_words_and_pages_have_their_limit():
    assert len(asked(words="a" * 9000).text("words")) == 500
    assert asked(page="99999999").page() == 10_000


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("entity", "1", 1),
        ("entity", "9223372036854775807", 2**63 - 1),
        ("entity", "9223372036854775808", None),
        ("entity", "0", None),
        ("entity", "1.5", None),
        ("low", "-1,234.5", Decimal("-1234.5")),
        ("low", "1 234", Decimal(1234)),
        ("low", "1_000", Decimal(1000)),
        ("low", "0", Decimal(0)),
        ("high", "inf", None),
        ("high", "-Infinity", None),
        ("since", "2024-05-14", "2024-05-14"),
        ("since", "2024-05", "2024-05-01"),
        ("until", "2024-05-14", "2024-05-14"),
        ("until", "2024-05", "2024-05-31"),
        ("until", "2023-02", "2023-02-28"),
        ("until", "2024-12", "2024-12-31"),
        ("until", "2024-00", ""),
        ("since", "2024", ""),
        ("since", "2024-02-30", ""),
    ],
)
def test_a_parameter_is_read_up_to_its_limits(name, value, found):
    question = asked(**{name: value})
    assert getattr(question.search(), name) == found
    assert (question.faults == []) is bool(found or found == Decimal(0))


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"entity": "x"}, "entity: 'x' is not a whole number."),
        ({"low": "many"}, "low: 'many' is not a number, such as 1,500 or 2.5e6."),
        ({"until": "May  2024"}, "until: 'May 2024' is not a day, such as 2024-05-14."),
    ],
)
def test_a_fault_says_what_would_be_understood_and_says_it_once(given, fault):
    question = asked(**given)
    question.search()
    question.search()
    assert question.faults == [fault]


def test_what_is_not_asked_is_no_fault():
    question = asked(words="", since=" ", low="", entity="")
    found = question.search()
    assert (found.words, found.since, found.low, found.entity) == ("", "", None, None)
    assert question.faults == []


def test_what_is_in_the_path_goes_before_what_follows_it():
    question = Asked("/people/3", {"entity": "5", "page": "2"}, {"entity": "3"})
    assert (question.number("entity"), question.page()) == (3, 2)
    assert Asked("/people", {"entity": "5"}, {"document": "3"}).number("entity") == 5


def test_text_is_on_one_line_and_has_500_characters_at_most():
    assert asked(words=" a\n b\t c ").text("words") == "a b c"
    assert [len(asked(words="a" * many).text("words")) for many in (499, 500, 501)] == [499, 500, 500]
    assert asked().text("words") == ""


def test_the_last_page_is_the_ten_thousandth():
    assert [asked(page=str(page)).page() for page in (9_999, 10_000, 10_001)] == [9_999, 10_000, 10_000]
