"""Rules propose, choosers pick, and a trace says what was tried."""

from __future__ import annotations

import math

import attrs
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
    chooser,
    traced,
    where,
)
from tests.rules.animals import ANIMALS


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


def test_an_answer_that_counts_as_nothing_is_an_answer():
    zero = RuleSet(
        name="test.zero",
        summary="",
        rules=tuple(
            Rule(name=f"test.zero.{name}", summary="", find=find, fires="", quiet="")
            for name, find in (("none", lambda _: None), ("zero", lambda _: 0), ("one", lambda _: 1))
        ),
    )
    with traced() as trace:
        found = [zero.decide("", Span(0, 1), asked) for asked in (IN_ORDER, BySort(len))]
    assert [(decision.found, decision.rule) for decision in found] == [(0, "test.zero.zero")] * 2
    assert [item.answer for item in trace[0].tried] == [None, "0", "1"]
    assert [option.found for option in zero.options("")] == [0, 1]


def test_answers_with_the_same_key_are_one_option_that_is_measured_as_the_first_of_them():
    words = RuleSet(
        name="test.word",
        summary="",
        rules=tuple(
            Rule(name=f"test.word.{name}", summary="", find=find, fires="", quiet="")
            for name, find in (("all", str.upper), ("first", str.capitalize), ("last", lambda text: text[-1:]))
        ),
        key=str.lower,
        features=lambda text, word: {"same": float(word == text)},
    )
    assert words.options("cat") == (
        Option(found="CAT", rules=("test.word.all", "test.word.first"), features={"same": 0.0}),
        Option(found="t", rules=("test.word.last",), features={"same": 0.0}),
    )
    assert words.options("t") == (
        Option(found="T", rules=("test.word.all", "test.word.first", "test.word.last"), features={"same": 0.0}),
    )


def test_neighbours_that_apply_to_the_same_cases_ask_for_that_once():
    tried = []

    def short(text):
        tried.append(text)
        return len(text) < 5

    def named(name, applies=short):
        return Rule(
            name=f"test.s.{name}", summary="", find=lambda text: text or None, fires="", quiet="", applies=applies
        )

    rules = RuleSet(name="test.s", summary="", rules=(named("a"), named("b"), named("c", None), named("d")))
    assert rules.first("long enough").rule == "test.s.c"
    assert rules.first("ox").rule == "test.s.a"
    assert tried == ["long enough", "ox"]
    assert [name for name, _ in rules.answers("ox")] == [f"test.s.{name}" for name in "abcd"]
    assert [name for name, _ in rules.answers("long enough")] == ["test.s.c"]


def test_sets_with_the_same_rules_are_equal_and_are_written_once():
    again = attrs.evolve(ANIMALS)
    assert again == ANIMALS
    assert again != attrs.evolve(ANIMALS, rules=ANIMALS.rules[:1])
    assert repr(ANIMALS).count("'test.animal.meows'") == 1
    with pytest.raises(TypeError):
        RuleSet(name="test.animal", summary="", rules=ANIMALS.rules, asked=())


def test_options_can_be_kept_in_a_set_whatever_is_measured_of_them():
    near, far = (Option(found="cat", rules=("a",), features={"far": value}) for value in (0.0, 1.0))
    assert len({near, far, attrs.evolve(near)}) == 2


def test_rules_that_cannot_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="share a name"):
        RuleSet(name="test.animal", summary="", rules=(ANIMALS.rules[0], ANIMALS.rules[0]))
    with pytest.raises(ValueError, match="begin with it"):
        RuleSet(name="test.plant", summary="", rules=ANIMALS.rules)
    stray = Rule(name="test.animals.cat", summary="", find=str, fires="", quiet="")
    with pytest.raises(ValueError, match=r"not \['test\.animals\.cat'\]"):
        RuleSet(name="test.animal", summary="", rules=(*ANIMALS.rules, stray))


@pytest.mark.parametrize(
    "name", ["cat", "Test.cat", "test.", "test.Cat", "test cat.a", "test.-a", ".test.a", "test..a"]
)
def test_a_rule_has_a_name_that_can_be_written_in_an_address(name):
    with pytest.raises(ValueError, match="name"):
        Rule(name=name, summary="", find=str, fires="", quiet="")


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
