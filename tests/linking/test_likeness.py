"""What speaks for two figures being about one thing: each piece of evidence has a weight that was fitted."""

from __future__ import annotations

import attrs
import pytest

from newsparse.linking.figures import article
from newsparse.linking.figures.likeness import evidence, likelihood, weights
from newsparse.model import Document, Meta


@pytest.fixture(scope="module")
def pair(english):
    texts = "The fire in Orla destroyed 40 boats.", "In Orla 70 boats were destroyed by the fire."
    documents = [Document(text=text, id=text, meta=Meta(published="2026-03-02")) for text in texts]
    return [article(document).figures[0] for document in english.pipe(documents)]


def test_each_piece_of_evidence_has_a_weight(pair):
    assert evidence(*pair, 1.0).keys() == weights().weights.keys()


def test_the_order_of_two_figures_makes_no_difference(pair):
    assert likelihood(*pair, 0.4) == likelihood(*reversed(pair), 0.4)


def test_more_in_common_makes_it_likelier_and_other_magnitudes_less_likely(pair):
    one, other = pair
    assert likelihood(one, other, 0.4) > likelihood(one, other, 0.1)
    assert likelihood(one, one, 0.4) > likelihood(one, other, 0.4)
    assert likelihood(one, attrs.evolve(other, head="tower"), 0.4) < likelihood(one, other, 0.4)
    larger = attrs.evolve(other, quantity=attrs.evolve(other.quantity, low=other.quantity.low * 500, high=None))
    assert likelihood(one, larger, 0.4) < likelihood(one, other, 0.4)
