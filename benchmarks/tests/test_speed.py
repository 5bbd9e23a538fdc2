"""Figures of speed: over runs, against the first system, and how time grows with the size of what is read."""

from __future__ import annotations

import pytest

from newsparse_bench.results import Spread, Timing
from newsparse_bench.speed import FIRST, Plan, Run, _curve, _environment, _figures, _job, growth, spread


def run(rate, length=(), count=(), **more):
    figures = {} if rate is None else {FIRST: rate}
    return Run(figures={**figures, **more}, length=tuple(length), count=tuple(count), conditions={})


def line(power):
    return [Timing(float(size), float(size) ** power) for size in (1, 2, 4)]


@pytest.mark.parametrize("power", [0.5, 1, 2])
def test_growth_is_the_power_of_the_size_that_time_goes_with(power):
    assert growth(line(power)) == pytest.approx(power)


@pytest.mark.parametrize(
    "curve", [[], [Timing(2.0, 1.0)], [Timing(2.0, 1.0), Timing(2.0, 3.0)], [Timing(0.0, 1.0), Timing(2.0, 1.0)]]
)
def test_growth_needs_two_sizes(curve):
    assert growth(curve) is None


def test_what_took_no_time_is_left_out_of_growth():
    assert growth([*line(2), Timing(8.0, 0.0), Timing(0.0, 5.0)]) == pytest.approx(2)


def test_a_spread_is_the_median_and_both_ends():
    assert spread([5.0, 1.0, 2.0]) == Spread(median=2.0, low=1.0, high=5.0)


def test_a_curve_has_the_median_of_each_size_in_order():
    runs = [[Timing(4.0, 1.0), Timing(2.0, 9.0)], [Timing(2.0, 5.0)], [Timing(2.0, 6.0)]]
    assert _curve(runs) == (Timing(2.0, 6.0), Timing(4.0, 1.0))


def test_a_system_is_compared_with_the_first_one_run_by_run():
    runs = {"first": [run(10.0), run(20.0), run(0.0)], "own": [run(20.0), run(10.0), run(5.0)]}
    found = _figures(runs["own"], runs)
    assert found[FIRST] == Spread(median=10.0, low=5.0, high=20.0)
    ratio = "times as fast as first, one thread, one batch"
    assert found[ratio] == Spread(median=1.25, low=0.5, high=2.0)
    assert ratio not in _figures([run(None)], {"first": [run(None)]})


def test_a_figure_that_not_every_run_has_is_that_of_the_others():
    own = [run(1.0, crashes=2.0), run(3.0)]
    found = _figures(own, {"own": own})
    assert found["crashes"] == Spread(median=2.0, low=2.0, high=2.0)
    assert not [name for name in found if "growth" in name]


def test_growth_is_told_by_length_and_by_number():
    own = [run(1.0, length=line(1), count=line(2))]
    found = _figures(own, {"own": own})
    assert found["growth with length, exponent"].median == pytest.approx(1)
    assert found["growth with number of articles, exponent"].median == pytest.approx(2)


def test_articles_of_any_length_are_cut_from_the_same_texts():
    job = _job(["one two", "three four"], Plan(single=1, lengths=(1, 3, 4, 5), counts=(1, 2, 3)))
    assert job.batch == ("one two", "three four")
    assert job.single == ("one two",)
    assert job.length == ("one", "one two\n\nthree", "one two\n\nthree four")
    assert job.count == (("one two",), ("one two", "three four"))


def test_workers_do_not_inherit_a_number_of_threads(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    monkeypatch.setenv("NEWSPARSE_SOMETHING", "yes")
    assert "OMP_NUM_THREADS" not in _environment()
    assert _environment()["NEWSPARSE_SOMETHING"] == "yes"
