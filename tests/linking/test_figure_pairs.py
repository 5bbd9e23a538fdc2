"""Two figures that differ in one thing: whether they can both be true."""

from __future__ import annotations

import pytest

from newsparse.linking.figures.comparing import against, compared, equal, maybe_age, maybe_money, unlike
from tests.linking.made_figures import at_least, at_most, figure, money, quantity, years

DOUBLED = quantity(2, kind="multiplier")
UP = {"role": "change", "direction": "up"}


def heat(degrees, scale=""):
    return quantity(degrees, kind="measure", unit=f"degree{scale}")


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        (figure(12), figure(12), "agree"),
        (figure(12), figure(14), "conflict"),
        (figure(12, role="change", direction="up"), figure(12, role="change", direction="down"), "conflict"),
        (figure(12, role="change", direction="up"), figure(12, role="change", direction="up"), "agree"),
        (figure(12, direction="up"), figure(12, direction="down"), "agree"),
        (figure(28), figure(quantity("27.8")), "agree"),
        (figure(quantity("27.8")), figure(28), "agree"),
        (figure(27), figure(quantity("27.8")), "conflict"),
        (figure(quantity(28, per="class")), figure(quantity("27.8")), "incomparable"),
        (figure(quantity("28.2")), figure(quantity("27.8")), "conflict"),
        (figure(money(28)), figure(money("27.8")), "conflict"),
        (figure(12, included=frozenset(["fees"])), figure(14), "incomparable"),
        (figure(12, included=frozenset(["fees"])), figure(14, included=frozenset(["fees"])), "conflict"),
        (figure(12, included=frozenset(["fees"])), figure(12), "agree"),
        (figure(money(15)), figure(money(15, per="ticket")), "agree"),
        (figure(money(15)), figure(money(18, per="ticket")), "incomparable"),
        (figure(money(15)), figure(money(15, "USD")), "incomparable"),
        (figure(quantity(15, kind="measure", unit="kilogram")), figure(money(15)), "incomparable"),
        (figure(4_000_000), figure(money(4_000_000)), "agree"),
        (figure(4_000_000), figure(money(5_000_000)), "conflict"),
        (figure(40), figure(money(40)), "incomparable"),
        (figure(100_000), figure(money(100_000)), "agree"),
        (figure(99_999), figure(money(99_999)), "incomparable"),
        (figure(4_000_000, head="lamp"), figure(money(4_000_000)), "incomparable"),
        (figure(quantity(4_000_000, unit="piece")), figure(money(4_000_000)), "incomparable"),
        (figure(quantity(4_000_000, per="year")), figure(money(4_000_000)), "incomparable"),
        (figure(quantity(40, kind="measure", unit="pound")), figure(money(40, "GBP")), "agree"),
        (figure(quantity(40, kind="measure", unit="ton")), figure(money(40, "GBP")), "incomparable"),
        (figure(years(84_000_000)), figure(years(84_000_000, "age")), "agree"),
        (figure(years(40)), figure(years(40, "age")), "incomparable"),
        (figure(400_000), figure(money("400000.4")), "conflict"),
        (figure(money("400000.4")), figure(400_000), "conflict"),
        (figure(400_000), figure(500_000, head="sheep"), "conflict"),
        (figure(quantity(1, kind="ratio", per="3")), figure(quantity(33, kind="percent")), "agree"),
        (figure(7_000), figure(quantity(7_000, kind="index")), "agree"),
        (figure(7_000), figure(quantity(8_000, kind="index")), "conflict"),
        (figure(money(7_000)), figure(quantity(7_000, kind="index")), "incomparable"),
        (figure(quantity(1, kind="ratio", per="4")), figure(quantity(25, kind="percent")), "agree"),
        (figure(quantity(1, kind="ratio", per="4")), figure(quantity(40, kind="percent")), "conflict"),
        (figure(quantity(1, kind="ratio", per="4")), figure(25), "incomparable"),
        (figure(quantity(1, kind="ratio", per="house")), figure(quantity(1, kind="percent")), "incomparable"),
        (figure(heat(40)), figure(heat(104, " Fahrenheit")), "agree"),
        (figure(heat(104, " Fahrenheit")), figure(heat(40)), "agree"),
        (figure(heat(40)), figure(heat(40, " Celsius")), "agree"),
        (figure(heat(104)), figure(heat(40, " Celsius")), "agree"),
        (figure(heat(48)), figure(heat(104, " Fahrenheit")), "conflict"),
        (figure(heat(41)), figure(heat(44, " Celsius")), "conflict"),
        (figure(heat(40), head="rice"), figure(heat(104, " Fahrenheit"), head="rice"), "agree"),
        (figure(heat(40), head="roof"), figure(heat(104, " Fahrenheit"), head="rice"), "incomparable"),
        (
            figure(heat(40), head="oven", fate="temperature"),
            figure(heat(104, " Fahrenheit"), head="rice"),
            "agree",
        ),
        (figure(DOUBLED, **UP), figure(quantity(100, kind="percent"), **UP), "agree"),
        (figure(DOUBLED, **UP), figure(quantity(50, kind="percent"), **UP), "conflict"),
        (figure(DOUBLED, **UP), figure(100, **UP), "incomparable"),
        (figure(money(18, per="ticket")), figure(money(20), head="ticket"), "conflict"),
        (figure(money(18, per="ticket")), figure(money(20), head="seat"), "incomparable"),
        (figure(money(18, per="ticket")), figure(money(20, per="ticket"), head="ticket"), "conflict"),
        (figure(money(18)), figure(money(20), head="ticket"), "conflict"),
        (figure(quantity(7_000, unit="piece")), figure(quantity(7_000, kind="index")), "incomparable"),
    ],
)
def test_how_two_figures_of_one_thing_compare(one, other, word):
    assert compared(one, other).verdict == word
    assert compared(other, one).verdict == word


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (quantity(40), quantity(40), True),
        (quantity(40), quantity(41), False),
        (at_least(40), quantity(40), True),
        (at_least(40), quantity(50), False),
        (at_most(40), quantity(40), True),
        (at_most(40), quantity(30), False),
        (at_least(40), at_least(40), True),
        (at_least(40), at_least(50), False),
        (at_least(40), at_most(40), False),
        (quantity(30, 49, exactness="vague"), quantity(40), True),
        (quantity(30, 49), quantity(40), True),
        (money(15), money(15, per="ticket"), True),
        (at_least(15, kind="money", currency="EUR"), money(15, per="ticket"), True),
    ],
)
def test_figures_are_the_same_where_their_ends_are_and_not_where_they_only_do_not_exclude_each_other(one, other, same):
    assert equal(figure(one), figure(other)) is same
    assert equal(figure(other), figure(one)) is same


@pytest.mark.parametrize(
    ("one", "other", "is_so"),
    [
        (at_least(3), at_most(3), True),
        (at_least(3), at_least(3), False),
        (at_most(3), at_most(3), False),
        (at_least(3), quantity(3), False),
        (at_most(3), quantity(3), False),
        (quantity(3), quantity(3), False),
    ],
)
def test_a_lower_bound_is_against_an_upper_one(one, other, is_so):
    assert against(figure(one), figure(other)) is is_so
    assert against(figure(other), figure(one)) is is_so


@pytest.mark.parametrize(
    ("ours", "theirs", "is_other"),
    [
        ([figure(12)], [figure(12)], False),
        ([figure(12)], [figure(14)], True),
        ([figure(12)], [figure(14), figure(12)], False),
        ([figure(12)], [figure(14), figure(16)], True),
        ([figure(12)], [figure(money(14))], False),
        ([figure(12), figure(money(5))], [figure(12), figure(money(6))], True),
        ([figure(12, fate="dead")], [figure(14, fate="hurt")], False),
        ([figure(12, fate="dead")], [figure(14, fate="dead")], True),
        ([figure(12, fate="dead")], [figure(14)], True),
        ([], [figure(12)], False),
        ([], [], False),
        ([figure(12), figure(14)], [figure(12), figure(12)], True),
        ([figure(4_000_000)], [figure(money(5_000_000))], True),
    ],
)
def test_a_claim_has_another_figure_where_all_of_its_sort_are_others(ours, theirs, is_other):
    assert unlike(ours, theirs) is is_other
    assert unlike(theirs, ours) is is_other


def test_large_bare_numbers_may_be_money_and_very_long_times_ages():
    assert maybe_money(figure(money(5)), figure(4_000_000))
    assert not maybe_money(figure(money(5)), figure(4_000))
    assert maybe_money(figure(at_least(4_000_000)), figure(money(5)))
    assert maybe_money(figure(at_most(4_000_000)), figure(money(5)))
    assert maybe_age(figure(years(200)), figure(years(300, "age")))
    assert not maybe_age(figure(years(199)), figure(years(300, "age")))
    assert not maybe_age(figure(years(200)), figure(quantity(300, kind="duration", unit="day")))
    assert not maybe_age(figure(years(200)), figure(quantity(300, kind="measure", unit="year")))
