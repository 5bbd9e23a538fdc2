"""Weights are learned from labelled decisions, judged out of fold, and leave open what is uncertain."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import check_grad

from newsparse.model import Document, Entity, Mention, Passage, Quote, Span, Speaker
from newsparse.rules import Option, Traced, Weights
from newsparse_bench.fitting.cases import Case, case_of
from newsparse_bench.fitting.fit import (
    _loss,
    _table,
    as_weights,
    fitted,
    in_order,
    out_of_fold,
    outcome,
    threshold,
)

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


def test_a_decision_without_a_label_is_left_out():
    gold, _, _ = labelled()
    options = (Option(found=1, rules=("x",), place=Span(0, 9)),)
    entry = Traced(question="numbers.subject", at=Span(0, 3), tried=(), decided=None, answer=None, options=options)
    assert case_of(entry, gold) is None
