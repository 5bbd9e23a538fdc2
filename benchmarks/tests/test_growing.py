"""Articles are recombined the same way each time, and the growth of time is the slope of its logarithm."""

from __future__ import annotations

from itertools import islice

import pytest

from newsparse.linking import keeping
from newsparse.testing import written
from newsparse_bench.stories.growing import Growth, exponent, grown, recombined

BASE = [
    keeping.kept(written(f"Ada Brook left the {place} of Kell behind.", names={"Ada Brook": "Person"}))
    for place in ("harbour", "station")
]


def test_articles_are_recombined_the_same_way_each_time():
    one, other = (list(islice(recombined(BASE), 7)) for _ in range(2))
    assert [(name, parts[0], parts[2]) for name, parts in one] == [(name, parts[0], parts[2]) for name, parts in other]
    assert [name for name, _ in one] == [str(number) for number in range(1, 8)]


def test_the_exponent_is_one_where_time_per_article_is_even_and_two_where_it_grows_like_the_articles():
    assert exponent([Growth(count, 3.0, 3.0, 0.0) for count in (10, 20, 40)]) == pytest.approx(1)
    assert exponent([Growth(count, count, count, 0.0) for count in (10, 20, 40)]) == pytest.approx(2)


def test_growth_is_measured_at_each_size():
    assert [item.articles for item in grown(BASE, [2, 5])] == [2, 5]
