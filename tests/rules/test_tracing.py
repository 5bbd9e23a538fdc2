"""A trace says what was asked, what was tried and what decided."""

from __future__ import annotations

import pytest

from newsparse.model import Span
from newsparse.rules import Option, Rule, RuleSet, Weighted, Weights, about_title, traced
from tests.rules.animals import ANIMALS


def test_a_trace_holds_every_rule_with_its_answer():
    with traced() as trace:
        ANIMALS.decide("a dog", Span(2, 5))
    ANIMALS.decide("a cat", Span(2, 5))
    (entry,) = trace
    assert [(item.rule[12:], item.answer) for item in entry.tried] == [
        ("cat", None), ("dog", "dog"), ("meows", None), ("short", None),
    ]  # fmt: skip
    assert (entry.question, entry.decided, entry.answer) == ("test.animal", "test.animal.dog", "dog")


def test_a_trace_says_what_an_answer_was_weighed_against():
    weights = Weights(question="test.animal", weights={"test.animal.dog": 2.0}, threshold=0.5)
    with traced() as trace:
        decision = ANIMALS.decide("a cat and a dog", Span(3, 4), Weighted(weights))
    (entry,) = trace
    assert (entry.at, entry.decided, entry.answer) == (Span(3, 4), "test.animal.dog", "dog")
    assert entry.confidence == decision.confidence == 0.787
    assert entry.options == ANIMALS.options("a cat and a dog")


def test_a_trace_of_a_question_left_open_says_what_was_tried():
    with traced() as trace:
        assert ANIMALS.decide("a cat", Span(0, 1), Weighted(Weights(question="", weights={}, threshold=0.6))) is None
        ANIMALS.decide("nothing here", Span(0, 1))
    left, empty = trace
    assert (left.decided, left.answer, left.confidence) == (None, None, None)
    assert [item.answer for item in left.tried] == ["cat", None, None, None]
    assert [option.found for option in left.options] == ["cat"]
    assert (empty.decided, empty.options, {item.answer for item in empty.tried}) == (None, (), {None})


def test_rules_in_order_give_no_probability():
    with traced() as trace:
        assert ANIMALS.decide("a cat", Span(0, 1)).confidence is None
    assert trace[0].confidence is None


def test_answers_are_shown_in_the_words_of_the_set():
    numbers = RuleSet(
        name="test.count",
        summary="",
        rules=(Rule(name="test.count.length", summary="", find=len, fires="", quiet=""),),
        shown=lambda count: f"{count} letters",
        place=lambda count: Span(0, count),
    )
    with traced() as trace:
        numbers.decide("cat", Span(0, 3))
    assert (trace[0].tried[0].answer, trace[0].answer) == ("3 letters", "3 letters")
    assert trace[0].options == (Option(found=3, rules=("test.count.length",), place=Span(0, 3)),)


def test_a_trace_inside_another_has_what_is_decided_in_it_alone():
    with traced() as outer:
        ANIMALS.decide("a cat", Span(0, 1))
        with traced() as inner:
            ANIMALS.decide("a dog", Span(1, 2))
        ANIMALS.decide("x", Span(2, 3))
    assert [entry.answer for entry in outer] == ["cat", "ant"]
    assert [entry.answer for entry in inner] == ["dog"]


def test_a_trace_ends_with_its_block_even_by_an_error():
    traces = []

    def failing():
        with traced() as trace, about_title():
            traces.append(trace)
            ANIMALS.decide("a cat", Span(0, 1))
            raise KeyError

    with pytest.raises(KeyError):
        failing()
    ANIMALS.decide("a dog", Span(1, 2))
    (trace,) = traces
    assert [(entry.answer, entry.in_title) for entry in trace] == [("cat", True)]


def test_only_what_is_decided_about_the_title_is_traced_as_such():
    with traced() as trace:
        ANIMALS.decide("a dog", Span(0, 1))
        with about_title():
            ANIMALS.decide("a cat", Span(1, 2))
            ANIMALS.decide("a dog", Span(2, 3))
        ANIMALS.decide("a cat", Span(3, 4))
    assert [(entry.at.start, entry.in_title) for entry in trace] == [(0, False), (1, True), (2, True), (3, False)]
    with about_title():
        assert ANIMALS.decide("a cat", Span(0, 1)).found == "cat"
