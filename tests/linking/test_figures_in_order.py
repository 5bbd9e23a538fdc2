"""Figures in the order of their article."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.linking.figures.order import earlier, place_of
from newsparse.model import Document, Layer, NumberClaim, Quantity, Span
from newsparse.syntax import Index
from newsparse.testing import written

TEXT = "Kell sold 14 boats, 20 lamps and 3 ropes. Orla sold 9 nets."


@pytest.fixture
def document():
    """The text with its four figures."""
    claims = []
    for number in ("14", "20", "3", "9"):
        start, value = TEXT.index(number), Decimal(number)
        span = Span(start, start + len(number))
        claims.append(NumberClaim.make(TEXT, span, quantity=Quantity(low=value, high=value)))
    return written(TEXT).with_layer("numbers", claims)


def test_a_figure_has_the_place_at_which_it_is_in_the_text(document):
    assert [place_of(document, claim) for claim in document.numbers] == [0, 1, 2, 3]


def test_a_figure_is_found_in_a_document_that_has_them_in_no_order(document):
    mixed = Document(text=TEXT, layers=(Layer("numbers", tuple(document.numbers[place] for place in (2, 0, 3, 1))),))
    assert [place_of(mixed, claim) for claim in mixed.numbers] == [0, 1, 2, 3]


def test_the_figures_before_one_are_those_of_its_sentence(document):
    index = Index(document)
    found = [[document.cut(item.span) for item in earlier(document, index, claim)] for claim in document.numbers]
    assert found == [[], ["14"], ["14", "20"], []]
