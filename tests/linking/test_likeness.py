"""What speaks for two figures being about one thing: each piece of evidence has a weight that was fitted."""

from __future__ import annotations

import attrs
import pytest

from newsparse.linking.figures import Article, article
from newsparse.linking.figures.likeness import evidence, likelihood, weights
from newsparse.linking.status.statuses import Statements
from newsparse.linking.stored.collected import collected
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


def alike(shared, *lengths):
    """How alike two articles of so many words are that have some in common; 0 where they tell other stories."""
    common = [f"zq{number}" for number in range(shared)]
    articles = [
        Article(document=str(length), words=frozenset([*common, *(f"{length}x{number}" for number in range(length))]))
        for length in (length - shared for length in lengths)
    ]
    kept = collected(Statements(article=item, claims=(), answers=()) for item in articles)
    return next(iter(kept.claims.alike().values()), 0.0)


def test_two_short_articles_tell_one_story_with_a_share_of_words_that_two_long_ones_have_by_chance():
    assert alike(8, 40, 41) == pytest.approx(8 / 40)
    assert alike(12, 60, 61) == pytest.approx(0.2, abs=0.01)
    assert alike(30, 149, 150) == 0
    assert alike(8, 40, 150) == 0
    assert 0 < alike(60, 149, 150) < 0.4
    assert 0 < alike(16, 40, 150) < 0.4
