"""Rules propose, choosers pick, and a trace says what was tried."""

from __future__ import annotations

import pytest

from newsparse.model import Span
from newsparse.rules import IN_ORDER, BySort, Rule, RuleSet, Weighted, Weights, traced, where


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
