"""Intervals and tests over articles agree with SciPy's, and correct for being many."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.stats

from newsparse_bench import statistics
from newsparse_bench.metrics import Counts


def tables(count, seed=5):
    """Two systems on the same articles, of which the first finds more."""
    rng = np.random.default_rng(seed)
    gold = rng.integers(2, 12, count)
    found = []
    for skill in (0.8, 0.65):
        right = rng.binomial(gold, skill)
        found.append(np.stack([right, right + rng.integers(0, 4, count), right, gold], axis=1).astype(float))
    return found


def test_the_interval_is_that_of_scipy():
    one, _ = tables(40)

    def f1(right, guessed, found, gold, axis=-1):
        return statistics.f1(np.stack([part.sum(axis) for part in (right, guessed, found, gold)], axis=-1))

    peer = scipy.stats.bootstrap(
        tuple(one.T), f1, paired=True, vectorized=True, method="percentile", n_resamples=20_000, rng=1
    ).confidence_interval
    assert statistics.interval(one, draws=20_000) == pytest.approx((peer.low, peer.high), abs=0.002)


@pytest.mark.parametrize("seed", [3, 5, 8])
def test_the_paired_test_is_the_exact_one_of_scipy(seed):
    one, other = tables(10, seed)
    both = np.concatenate([one, other])

    def difference(first, second, axis=-1):
        sums = [both[side.astype(int)].sum(axis if axis >= 0 else -2) for side in (first, second)]
        return statistics.f1(sums[0]) - statistics.f1(sums[1])

    peer = scipy.stats.permutation_test(
        (np.arange(10.0), np.arange(10.0, 20.0)),
        difference,
        permutation_type="samples",
        vectorized=True,
        n_resamples=np.inf,
    )
    seen, chance = statistics.paired(one, other, draws=100_000)
    assert seen == pytest.approx(peer.statistic)
    assert chance == pytest.approx(peer.pvalue, abs=0.005)


def test_the_interval_holds_the_figure_and_is_the_same_again():
    table = statistics.table([Counts(i % 3, 3, i % 3, 4) for i in range(30)])
    low, high = statistics.interval(table)
    assert low < float(statistics.f1(table.sum(0))) < high
    assert (low, high) == statistics.interval(table)


def test_f1_is_that_of_the_sums_and_nothing_where_nothing_is_right():
    sums = np.array([[2.0, 4, 2, 2], [0, 4, 0, 2], [0, 0, 0, 2], [0, 0, 0, 0]])
    assert statistics.f1(sums).tolist() == pytest.approx([2 / 3, 0, 0, 0])


def test_without_articles_every_figure_is_nothing():
    assert statistics.interval(np.zeros((0, 4))) == (0.0, 0.0)


def test_equal_systems_differ_by_chance_and_unequal_ones_do_not():
    one = statistics.table([Counts(3, 3, 3, 3)] * 12)
    other = statistics.table([Counts(1, 3, 1, 3)] * 12)
    assert statistics.paired(one, one) == (0.0, 1.0)
    assert statistics.paired(one, other)[1] < 0.01


def test_systems_on_different_articles_are_not_compared():
    with pytest.raises(ValueError, match="2 and 3"):
        statistics.paired(np.zeros((2, 4)), np.zeros((3, 4)))


@pytest.mark.parametrize(
    ("chances", "adjusted"),
    [
        ([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]),
        ([0.6, 0.7], [1.0, 1.0]),
        ([0.02], [0.02]),
        ([], []),
    ],
)
def test_many_tests_are_corrected_after_holm(chances, adjusted):
    assert statistics.holm(chances) == pytest.approx(adjusted)
