"""What speaks for it that two figures are about one thing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.linking.figures.likeness import at_other_times, evidence, far_apart, same_head, same_value
from newsparse.model import Quantity
from tests.linking.made_figures import at_least, at_most, figure, money, quantity, years


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        (figure(12, head="ship"), figure(12, head="ship"), 1),
        (figure(12, head="ship"), figure(12, head="boat"), -0.5),
        (figure(12, head="ship"), figure(12), 0),
        (figure(12), figure(12, head="ship"), 0),
        (figure(12, head="man"), figure(12, head="woman"), 0.5),
        (figure(12, head="man"), figure(12, head="ship"), -0.5),
        (figure(money(12), head="rent"), figure(money(12), head="wage"), 0),
    ],
)
def test_what_is_counted_is_one_thing_people_or_different_things(one, other, value):
    assert same_head(one, other) == same_head(other, one) == value


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [(7, 7, 0), (12, 12, 1), (127, 127, 2), (2_000, 2_000, 1), (900, 900, 0), (12, 13, 0), (1_234, 1_234, 2)],
)
def test_a_value_of_more_digits_tells_more(one, other, value):
    assert same_value(figure(one), figure(other)) == value


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        (quantity("0.25", kind="fraction"), quantity(25, kind="percent"), 1),
        (quantity(19, kind="ratio", per="20"), quantity(95, kind="percent"), 1),
        (quantity("12.5", kind="percent"), quantity(1, kind="ratio", per="8"), 1),
        (quantity("12.5", kind="percent"), quantity("12.5", kind="percent"), 2),
        (quantity("0.3333", kind="fraction"), quantity("0.3333", kind="fraction"), 1),
        (quantity("0.5", kind="fraction"), quantity(50, kind="percent"), 0),
        (quantity("0.25", kind="fraction"), quantity(26, kind="percent"), 0),
        (quantity(1, kind="ratio", per="20"), quantity(19, kind="ratio", per="20"), 0),
    ],
)
def test_a_share_is_the_same_in_whatever_form_it_is_told(one, other, value):
    assert same_value(figure(one), figure(other)) == same_value(figure(other), figure(one)) == value


def test_an_open_value_tells_nothing():
    assert same_value(figure(at_least(127)), figure(at_least(127))) == 0


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        (quantity(14), quantity(140), 0),
        (quantity(14), quantity(141), 1),
        (quantity(14), quantity(1_500), 2),
        (quantity(14), quantity(14_300), 3),
        (quantity(0), quantity(50), 1),
        (quantity(0), quantity(5), 1),
        (quantity(14), money(14_300), 0),
        (at_least(14), at_most(14_300), 3),
        (years(2), quantity(50, kind="duration", unit="minute"), 4),
        (years(2), quantity(24, kind="duration", unit="month"), 0),
        (quantity(3, kind="measure", unit="kilometre"), quantity(3_200, kind="measure", unit="metre"), 0),
        (quantity(3, kind="measure", unit="kilometre"), quantity(40, kind="measure", unit="metre"), 1),
        (quantity(3, kind="measure", unit="kilometre"), quantity(40, kind="measure", unit="kilogram"), 0),
        (money(31, per="hour"), money(2_000_000), 4),
        (money(31, per="hour"), money(2_000_000, per="day"), 0),
        (money(31, "JPY", per="hour"), money(2_000_000), 0),
        (quantity(14, per="day"), quantity(14_300), 0),
    ],
)
def test_how_many_times_over_one_is_ten_times_the_other(one, other, times):
    assert far_apart(figure(one), figure(other)) == far_apart(figure(other), figure(one)) == times


@pytest.mark.parametrize(
    ("name", "one", "other", "value"),
    [
        ("other head", {"head": "ship"}, {"head": "boat"}, 1),
        ("other head", {"head": "ship", "fate": "lost"}, {"head": "boat", "fate": "lost"}, 0),
        ("unnamed", {"head": "ship"}, {}, 1),
        ("unnamed", {"head": "ship"}, {"head": "boat"}, 0),
        ("fate", {"fate": "dead"}, {"fate": "dead"}, 1),
        ("fate", {"fate": "dead"}, {"fate": "hurt"}, 0),
        ("fate", {}, {}, 0),
        ("one fate", {"fate": "dead", "head": "guest"}, {"head": "guest"}, 1),
        ("one fate", {"fate": "dead"}, {"head": "guest"}, 0),
        ("one fate", {"fate": "dead", "head": "guest"}, {"fate": "hurt", "head": "guest"}, 0),
        ("change", {"role": "change"}, {}, 1),
        ("change", {"role": "change"}, {"role": "change"}, 0),
        ("change", {}, {}, 0),
        ("change", {"role": "change", "fate": "length"}, {"fate": "length"}, 0),
        ("change", {"role": "change", "fate": "length"}, {"fate": "width"}, 1),
        ("part", {"part": True}, {}, 1),
        ("part", {"part": True}, {"part": True}, 0),
        ("alone", {"only": True}, {"only": True}, 1),
        ("alone", {"only": True}, {}, 0),
        ("nothing", {}, {}, 1),
        ("nothing", {"words": frozenset(["sink"])}, {"words": frozenset(["sink"])}, 0),
        ("nothing", {"near": frozenset(["sink"])}, {"near": frozenset(["sink"])}, 0),
        ("nothing", {"near": frozenset(["sink"])}, {"near": frozenset(["sail"])}, 1),
        ("nothing", {"head": "ship"}, {"head": "ship"}, 0),
        ("nothing", {"head": "ship"}, {"head": "boat"}, 1),
        ("nothing", {"fate": "dead"}, {"fate": "dead"}, 0),
        ("contrast", {"speaker": "Brook", "head": "ship"}, {"speaker": "Varga", "head": "ship"}, 1),
        ("contrast", {"speaker": "Brook", "head": "ship"}, {"speaker": "Brook", "head": "ship"}, 0),
        ("contrast", {"speaker": "Brook", "head": "ship"}, {"head": "ship"}, 0),
        ("contrast", {"speaker": "Brook", "head": "ship"}, {"speaker": "Varga", "head": "boat"}, 0),
        (
            "contrast",
            {"speaker": "Brook", "near": frozenset(["sink"])},
            {"speaker": "Varga", "near": frozenset(["sink"])},
            1,
        ),
        (
            "contrast",
            {"speaker": "Brook", "near": frozenset(["sink"])},
            {"speaker": "Varga", "near": frozenset(["sail"])},
            0,
        ),
        ("contrast", {"speaker": "Brook", "head": "person"}, {"speaker": "Varga", "head": "person"}, 1),
        ("contrast", {"speaker": "Brook", "head": "person"}, {"speaker": "Varga", "head": "number"}, 0),
        (
            "contrast",
            {"speaker": "Brook", "head": "person", "near": frozenset(["sink"])},
            {"speaker": "Varga", "head": "number", "words": frozenset(["sink"])},
            1,
        ),
        (
            "contrast",
            {"speaker": "Brook", "head": "person", "near": frozenset(["attending"])},
            {"speaker": "Varga", "head": "attending"},
            1,
        ),
        ("past", {"period": ("2025-01-01", "2025-12-31"), "published": "2026-03-02"}, {}, 1),
        ("past", {"period": ("2025-01-01", "2026-01-02"), "published": "2026-03-02"}, {}, 0),
        ("past", {"period": ("2025-01-01", "2025-12-31")}, {}, 0),
        (
            "past",
            {"period": ("2025-01-01", "2025-12-31"), "published": "2026-03-02"},
            {"period": ("2025-01-01", "2025-12-31")},
            0,
        ),
    ],
)
def test_one_piece_of_evidence(name, one, other, value):
    first, second = figure(12, **one), figure(14, **other)
    assert evidence(first, second, 1.0)[name] == evidence(second, first, 1.0)[name] == value


def test_the_very_same_value_of_the_same_thing_is_never_past():
    period = ("2025-01-01", "2025-12-31")
    first = figure(12, head="ship", period=period, published="2026-03-02")
    assert evidence(first, figure(12, head="ship"), 1.0)["past"] == 0
    assert evidence(first, figure(12, head="boat"), 1.0)["past"] == 1
    assert evidence(first, figure(7, head="ship"), 1.0)["past"] == 1


@pytest.mark.parametrize(("one", "other", "value"), [(40, 50, 1), (40, 51, 0), (9, 10, 0), (10, 12, 1)])
def test_values_are_close_up_to_a_quarter_more(one, other, value):
    assert evidence(figure(one), figure(other), 1.0)["close"] == value


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        (at_least(18), quantity(30), 1),
        (at_least(18), quantity(36), 1),
        (at_least(18), quantity(120), 0),
        (at_least(18), at_least(120), 0),
        (at_most(80), quantity(45), 1),
        (at_most(80), quantity(12), 0),
        (at_least(quantity("0.5").low, kind="fraction"), quantity(54, kind="percent"), 1),
        (at_least(quantity("0.1").low, kind="fraction"), quantity(54, kind="percent"), 0),
        (Quantity(low=Decimal(200), high=None, exactness="vague"), quantity(900), 1),
        (quantity(100, 900), quantity(800), 1),
        (quantity(18), quantity(18), 1),
    ],
)
def test_values_agree_where_one_is_not_far_beyond_the_bound_of_the_other(one, other, value):
    assert evidence(figure(one), figure(other), 1.0)["value"] == value
    assert evidence(figure(other), figure(one), 1.0)["value"] == value


def test_a_share_that_is_lost_may_be_told_as_a_change_or_a_level():
    lost = figure(quantity(30, kind="percent"), role="change", direction="down", head="ship")
    assert evidence(lost, figure(quantity(30, kind="percent"), head="ship"), 1.0)["change"] == 0
    assert evidence(lost, figure(quantity(40, kind="percent"), head="ship"), 1.0)["change"] == 1
    assert evidence(lost, figure(quantity(30, kind="percent"), head="boat"), 1.0)["change"] == 1


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("2026-01-01", "2026-01-31"), ("2026-02-01", "2026-02-28"), True),
        (("2026-02-01", "2026-02-28"), ("2026-01-01", "2026-01-31"), True),
        (("2026-01-01", "2026-02-01"), ("2026-02-01", "2026-02-28"), False),
        (None, ("2026-02-01", "2026-02-28"), False),
        (("2026-02-01", "2026-02-28"), None, False),
    ],
)
def test_times_that_do_not_overlap_are_others(one, other, apart):
    assert at_other_times(figure(12, period=one), figure(12, period=other)) is apart
