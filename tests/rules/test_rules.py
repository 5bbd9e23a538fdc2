"""Rules propose, choosers pick, and a trace says what was tried."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import LexiconError
from newsparse.model import Span
from newsparse.rules import (
    IN_ORDER,
    BySort,
    Option,
    Rule,
    RuleSet,
    Weighted,
    Weights,
    about_title,
    chooser,
    traced,
    where,
)


def rule(name, find, **more):
    return Rule(name=f"test.animal.{name}", summary=name, find=find, fires="", quiet="", **more)


ANIMALS = RuleSet(
    name="test.animal",
    summary="which animal a text names",
    rules=(
        rule("cat", lambda text: "cat" if "cat" in text else None),
        rule("dog", where(lambda text: "dog" in text, "dog")),
        rule("meows", lambda text: "cat" if "meow" in text else None),
        rule("short", lambda text: "ant", applies=lambda text: len(text) < 5),
    ),
    features=lambda text, animal: {"place": float(text.find(animal))},
)


def test_the_first_rule_in_order_decides():
    assert ANIMALS.first("a dog and a cat").rule == "test.animal.cat"


def test_a_rule_is_not_asked_where_it_does_not_apply():
    assert ANIMALS.first("nothing here") is None
    assert ANIMALS.first("x").found == "ant"


def test_an_answer_knows_every_rule_that_proposes_it():
    cat, dog = ANIMALS.options("a dog, a cat that meows")
    assert cat.rules == ("test.animal.cat", "test.animal.meows")
    assert dog.features == {"place": 2.0}


def test_weights_prefer_what_they_were_fitted_to():
    weights = Weights(question="test.animal", weights={"test.animal.dog": 2.0, "place": -0.01}, threshold=0.5)
    decision = ANIMALS.decide("a cat and a dog", Span(0, 1), Weighted(weights))
    assert (decision.found, decision.rule, decision.confidence > 0.7) == ("dog", "test.animal.dog", True)


def test_an_answer_less_probable_than_the_threshold_is_left_open():
    weights = Weights(question="test.animal", weights={}, threshold=0.6)
    assert ANIMALS.decide("a cat", Span(0, 1), Weighted(weights)) is None


def test_a_trace_holds_every_rule_with_its_answer():
    with traced() as trace:
        ANIMALS.decide("a dog", Span(2, 5))
    ANIMALS.decide("a cat", Span(2, 5))
    (entry,) = trace
    assert [(item.rule[12:], item.answer) for item in entry.tried] == [
        ("cat", None), ("dog", "dog"), ("meows", None), ("short", None),
    ]  # fmt: skip
    assert (entry.question, entry.decided, entry.answer) == ("test.animal", "test.animal.dog", "dog")


def test_rules_that_cannot_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="share a name"):
        RuleSet(name="test.animal", summary="", rules=(ANIMALS.rules[0], ANIMALS.rules[0]))
    with pytest.raises(ValueError, match="begin with it"):
        RuleSet(name="test.plant", summary="", rules=ANIMALS.rules)


BY_LENGTH = RuleSet(
    name="test.length",
    summary="which animal a text names, by its length",
    rules=tuple(
        Rule(name=f"test.length.{name}", summary=name, find=find, fires="", quiet="", applies=applies)
        for name, find, applies in (
            ("ant", where(lambda text: "a" in text, "ant"), lambda text: len(text) < 5),
            ("cat", where(lambda text: "c" in text, "cat"), None),
            ("dog", where(lambda text: "d" in text, "dog"), lambda text: len(text) > 4),
            ("any", lambda text: "any", lambda text: len(text) == 6),
        )
    ),
)


@pytest.mark.parametrize("text", ["a", "c", "d", "ac", "dc ad", "add", "ad ad", "dddddd", "cd", "xxxx", "xxxxxx", "dd"])
def test_rules_by_sort_decide_as_rules_in_order(text):
    chooser = BySort(len)
    chooser.choose(BY_LENGTH, "x" * len(text))
    for asked in (text, text):
        assert BY_LENGTH.decide(asked, Span(0, 1), chooser) == BY_LENGTH.decide(asked, Span(0, 1), IN_ORDER)


def test_conditions_are_tried_once_for_each_sort():
    tried = []
    rules = RuleSet(
        name="test.sort",
        summary="",
        rules=(
            Rule(
                name="test.sort.one",
                summary="",
                find=lambda text: text,
                fires="",
                quiet="",
                applies=lambda text: tried.append(text) or True,
            ),
        ),
    )
    chooser = BySort(len)
    for text in ("ab", "cd", "e", "fg", "h"):
        assert chooser.choose(rules, text).found == text
    assert tried == ["ab", "e"]


def test_no_more_sorts_are_remembered_than_fit(monkeypatch):
    monkeypatch.setattr("newsparse.rules.choosing.MOST_SORTS", 2)
    chooser = BySort(len)
    for text in ("a", "ad", "add", "adad adad", "d", "c"):
        assert chooser.choose(BY_LENGTH, text) == BY_LENGTH.first(text)
    assert len(chooser._asked) <= 2


SCORES = st.lists(st.floats(-5, 5), min_size=1, max_size=5)


@given(SCORES, st.floats(-5, 5))
def test_probabilities_are_in_proportion_to_the_powers_of_the_scores(scores, left_open):
    names = [f"test.{number}" for number in range(len(scores))]
    options = [Option(found=name, rules=(name,)) for name in names]
    weights = Weights(question="test", weights=dict(zip(names, scores, strict=True)), open=left_open)
    found = weights.probabilities(options)
    whole = sum(map(math.exp, scores)) + math.exp(left_open)
    assert found == pytest.approx([math.exp(score) / whole for score in scores])


def test_a_score_is_that_of_all_rules_and_of_features_by_their_values():
    weights = Weights(question="test", weights={"a": 1.0, "b": 0.5, "far": -0.25})
    options = [
        Option(found=1, rules=("a",)),
        Option(found=1, rules=("a", "b")),
        Option(found=1, rules=("a", "unknown")),
        Option(found=1, rules=("a",), features={"far": 2.0, "unknown": 9.0}),
    ]
    assert [weights.score(option) for option in options] == [1.0, 1.5, 1.0, 0.5]


def test_of_two_equally_probable_answers_the_earlier_one_is_given():
    weights = Weights(question="test.animal", weights={}, threshold=0.0)
    decision = ANIMALS.decide("a cat and a dog", Span(0, 1), Weighted(weights))
    assert (decision.found, decision.confidence) == ("cat", 0.3333)


@pytest.mark.parametrize(("threshold", "given_"), [(0.49, True), (0.5, True), (0.51, False)])
def test_an_answer_that_is_as_probable_as_the_threshold_is_given(threshold, given_):
    weights = Weights(question="test.animal", weights={}, threshold=threshold)
    assert (ANIMALS.decide("a cat", Span(0, 1), Weighted(weights)) is not None) is given_


def test_a_question_without_options_is_left_open_whatever_the_weights():
    assert ANIMALS.decide("nothing here", Span(0, 1), Weighted(Weights(question="test.animal", weights={}))) is None


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


def test_weights_come_from_the_given_folder_first_and_with_the_given_threshold(tmp_path):
    (tmp_path / "test.animal.json").write_text('{"question": "test.animal", "weights": {"a": 1}, "threshold": 0.7}')
    found = chooser("test.animal", "newsparse_quotes", folder=tmp_path)
    assert (found.weights.weights, found.weights.threshold) == ({"a": 1}, 0.7)
    assert chooser("test.animal", "newsparse_quotes", folder=tmp_path, threshold=0.0).weights.threshold == 0.0
    assert chooser("test.animal", "newsparse_quotes") is IN_ORDER


@pytest.mark.parametrize("written", ["{", '{"weights": {}}', "[]", '{"question": "a", "weights": {}, "more": 1}'])
def test_a_file_that_holds_no_weights_is_refused(tmp_path, written):
    (tmp_path / "test.animal.json").write_text(written)
    with pytest.raises(LexiconError, match="newsparse bench fit"):
        chooser("test.animal", "newsparse_quotes", folder=tmp_path)
