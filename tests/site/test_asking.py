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
