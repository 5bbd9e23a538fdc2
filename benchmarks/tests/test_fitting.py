"""Weights are learned from labelled decisions, judged out of fold, and leave open what is uncertain."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from scipy.optimize import check_grad

from newsparse.model import Document, Entity, Mention, NumberClaim, Passage, Quantity, Quote, Span, Speaker
from newsparse.rules import Option, Traced, Weights
from newsparse_bench.fitting.cases import Case, case_of
from newsparse_bench.fitting.fit import (
    Outcome,
    _loss,
    _table,
    as_weights,
    best,
    fitted,
    in_order,
    out_of_fold,
    outcome,
    threshold,
)
from newsparse_numbers.frames.speakers import Said
from newsparse_numbers.quantities.change import Change

TEXT = "Ada Brook met Tom Reed. “We lost,” she said."


def cases(count=40):
    """Decisions between a near and a far answer; the near one is right, but where "doubt" is set neither is."""
    found = []
    for number in range(count):
        doubt = number % 4 == 0
        near = {"rule.far": 0.0, "distance": 1.0, "doubt": float(doubt)}
        far = {"rule.far": 1.0, "distance": 5.0, "doubt": float(doubt)}
        right = frozenset() if doubt else frozenset({1})
        found.append(Case(article=f"a{number // 2}", options=(far, near), right=right))
    return found


def test_what_is_right_gets_the_higher_probability():
    fit = fitted(cases(), penalty=0.1)
    best, sure = fit.chosen(cases()[1])
    assert (best, sure > 0.9) == (1, True)
    assert fit.chosen(cases()[0])[1] < 0.5


def test_weights_beat_an_order_that_is_wrong_out_of_fold():
    found = cases()
    answers = out_of_fold(found, folds=5, penalty=0.1)
    least = threshold(found, answers)
    assert in_order(found).right == 0
    assert outcome(found, answers, least).accuracy == 1.0


def test_a_decision_is_answered_by_weights_that_never_saw_its_article():
    odd = [
        Case(article="only", options=({"rule.odd": 1.0}, {"rule.even": 1.0}), right=frozenset({0})),
        *(
            Case(article=f"b{n}", options=({"rule.odd": 1.0}, {"rule.even": 1.0}), right=frozenset({1}))
            for n in range(9)
        ),
    ]
    answers = out_of_fold(odd, folds=10, penalty=0.01)
    assert answers[0][0] == 1
    others = [fitted([other for other in odd if other is not case], penalty=0.01) for case in odd]
    assert answers == [fit.chosen(case) for fit, case in zip(others, odd, strict=True)]


def test_the_gradient_is_that_of_the_loss():
    rows, starts, right = _table(cases(6), {"rule.far": 0, "distance": 1, "doubt": 2})
    point = np.array([0.3, -0.2, 0.1, 0.4])
    error = check_grad(
        lambda p: _loss(p, rows, starts, right, 0.5)[0], lambda p: _loss(p, rows, starts, right, 0.5)[1], point
    )
    assert error < 1e-4


def test_what_is_fitted_reads_as_weights_of_a_rule_set():
    fit = fitted(cases(), penalty=0.1)
    weights = Weights(**as_weights("quotes.speaker", fit, 0.5, {"articles": 20}))
    options = [Option(found=n, rules=(), features=option) for n, option in enumerate(cases()[1].options)]
    assert max(weights.probabilities(options)) == pytest.approx(fit.chosen(cases()[1])[1], abs=1e-3)


def labelled():
    ada, tom = Span(0, 9), Span(14, 22)
    entity = Entity.make(TEXT, ada, label="Person", name="Ada Brook", mentions=("mention:0-9",))
    mentions = [
        Mention.make(TEXT, ada, label="Person", entity=entity.id),
        Mention.make(TEXT, tom, label="Person"),
    ]
    she = Span(TEXT.index("she"), TEXT.index("she") + 3)
    content = Span(TEXT.index("We"), TEXT.index(","))
    speaker = Speaker(name="Ada Brook", mention=Passage(she, "she"), entity=entity.id, kind="person")
    quote = Quote.make(TEXT, content, fragments=(content,), form="direct", speaker=speaker)
    document = Document(text=TEXT, id="one")
    for layer, items in (("entities", [entity]), ("mentions", mentions), ("quotes", [quote])):
        document = document.with_layer(layer, items)
    return document, content, she


def test_labels_say_which_person_is_right():
    gold, _, she = labelled()
    options = tuple(Option(found=span, rules=("x",), place=span) for span in (Span(14, 22), Span(0, 9)))
    entry = Traced(question="entities.antecedent", at=she, tried=(), decided=None, answer=None, options=options)
    assert case_of(entry, gold).right == {1}


@pytest.mark.parametrize(("words", "right"), [("We lost", {0}), ("Tom Reed", set())])
def test_labels_say_what_is_a_quote(words, right):
    gold, content, _ = labelled()
    at = Span(TEXT.index(words), TEXT.index(words) + len(words))
    assert content.covers(at) == bool(right)
    options = (Option(found=words, rules=("x",), place=at),)
    entry = Traced(question="quotes.quotation", at=at, tried=(), decided=None, answer=None, options=options)
    assert case_of(entry, gold).right == right


def asked(question, at, *found, place=None):
    """The options of a decision that are right by the labels of the article about Ada Brook."""
    options = tuple(Option(found=item, rules=("x",), place=place) for item in found)
    entry = Traced(question=question, at=at, tried=(), decided=None, answer=None, options=options)
    case = case_of(entry, labelled()[0])
    return None if case is None else case.right


def test_labels_say_who_speaks_by_name():
    _, _, she = labelled()
    ada = Speaker(name="ada brook", entity="entity:0-9", kind="person")
    tom = Speaker(name="Tom Reed", entity="entity:14-22", kind="person")
    assert asked("quotes.speaker", she, tom, ada, Speaker(name="Ada Brook", kind="unnamed")) == {1}
    assert asked("quotes.speaker", Span(0, 3), tom, ada) is None


def test_labels_say_where_the_source_is_and_where_nothing_is_said():
    _, content, she = labelled()
    assert asked("quotes.source", content, "she", place=she) == {0}
    assert asked("quotes.source", content, "Tom Reed", place=Span(14, 22)) == set()
    assert asked("quotes.dismissed", content, "unsaid") == set()
    assert asked("quotes.dismissed", Span(14, 22), "unsaid") == {0}


@pytest.mark.parametrize(
    ("at", "change", "sayer", "reason"),
    [(Span(0, 1), {0}, {0}, set()), (Span(8, 9), None, None, {0})],
    ids=["a figure", "none"],
)
def test_labels_say_what_a_figure_is(at, change, sayer, reason):
    text = "5 ships 3"
    claim = NumberClaim.make(
        text,
        Span(0, 1),
        quantity=Quantity(low=Decimal(5), high=Decimal(5), kind="count"),
        role="change",
        direction="up",
        speaker=Speaker(name="police", kind="unnamed"),
    )
    gold = Document(text=text, id="one").with_layer("numbers", [claim])
    changes = (Change(role="change", direction="up"), Change(role="change", direction="down"))
    said = (Said(speaker=Speaker(name="police", kind="unnamed")), Said(), Said(speaker=Speaker(name="A", entity="a")))
    for question, options, right in (
        ("numbers.role", changes, change),
        ("numbers.speaker", said, sayer),
        ("numbers.rejection", ("name",), reason),
    ):
        found = tuple(Option(found=item, rules=("x",)) for item in options)
        entry = Traced(question=question, at=at, tried=(), decided=None, answer=None, options=found)
        case = case_of(entry, gold)
        assert (None if case is None else case.right) == right


def test_the_best_option_is_what_a_chooser_could_reach():
    cases = [
        Case(article="a", options=({}, {}), right=right) for right in (frozenset({1}), frozenset({0}), frozenset())
    ]
    assert best(cases) == Outcome(2, 0, 1, 1)
    assert in_order(cases) == Outcome(1, 2, 0, 0)


def test_a_decision_without_a_label_is_left_out():
    gold, _, _ = labelled()
    options = (Option(found=1, rules=("x",), place=Span(0, 9)),)
    entry = Traced(question="numbers.subject", at=Span(0, 3), tried=(), decided=None, answer=None, options=options)
    assert case_of(entry, gold) is None
