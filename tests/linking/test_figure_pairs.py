"""Two figures that differ in one thing: whether they can both be true, and what speaks for one thing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.linking.figures.comparing import against, compared, equal, maybe_age, maybe_money, unlike
from newsparse.linking.figures.likeness import at_other_times, evidence, far_apart, same_head, same_value
from newsparse.model import Quantity
from tests.linking.made_figures import at_least, at_most, figure, money, quantity, years

DOUBLED = quantity(2, kind="multiplier")
UP = {"role": "change", "direction": "up"}


def heat(degrees, scale=""):
    return quantity(degrees, kind="measure", unit=f"degree{scale}")


class TestComparing:
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
    def test_how_two_figures_of_one_thing_compare(self, one, other, word):
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
    def test_figures_are_the_same_where_their_ends_are_and_not_where_they_only_do_not_exclude_each_other(
        self, one, other, same
    ):
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
    def test_a_lower_bound_is_against_an_upper_one(self, one, other, is_so):
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
    def test_a_claim_has_another_figure_where_all_of_its_sort_are_others(self, ours, theirs, is_other):
        assert unlike(ours, theirs) is is_other
        assert unlike(theirs, ours) is is_other

    def test_large_bare_numbers_may_be_money_and_very_long_times_ages(self):
        assert maybe_money(figure(money(5)), figure(4_000_000))
        assert not maybe_money(figure(money(5)), figure(4_000))
        assert maybe_money(figure(at_least(4_000_000)), figure(money(5)))
        assert maybe_money(figure(at_most(4_000_000)), figure(money(5)))
        assert maybe_age(figure(years(200)), figure(years(300, "age")))
        assert not maybe_age(figure(years(199)), figure(years(300, "age")))
        assert not maybe_age(figure(years(200)), figure(quantity(300, kind="duration", unit="day")))
        assert not maybe_age(figure(years(200)), figure(quantity(300, kind="measure", unit="year")))


class TestEvidence:
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
    def test_what_is_counted_is_one_thing_people_or_different_things(self, one, other, value):
        assert same_head(one, other) == same_head(other, one) == value

    @pytest.mark.parametrize(
        ("one", "other", "value"),
        [(7, 7, 0), (12, 12, 1), (127, 127, 2), (2_000, 2_000, 1), (900, 900, 0), (12, 13, 0), (1_234, 1_234, 2)],
    )
    def test_a_value_of_more_digits_tells_more(self, one, other, value):
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
    def test_a_share_is_the_same_in_whatever_form_it_is_told(self, one, other, value):
        assert same_value(figure(one), figure(other)) == same_value(figure(other), figure(one)) == value

    def test_an_open_value_tells_nothing(self):
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
    def test_how_many_times_over_one_is_ten_times_the_other(self, one, other, times):
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
    def test_one_piece_of_evidence(self, name, one, other, value):
        first, second = figure(12, **one), figure(14, **other)
        assert evidence(first, second, 1.0)[name] == evidence(second, first, 1.0)[name] == value

    def test_the_very_same_value_of_the_same_thing_is_never_past(self):
        period = ("2025-01-01", "2025-12-31")
        first = figure(12, head="ship", period=period, published="2026-03-02")
        assert evidence(first, figure(12, head="ship"), 1.0)["past"] == 0
        assert evidence(first, figure(12, head="boat"), 1.0)["past"] == 1
        assert evidence(first, figure(7, head="ship"), 1.0)["past"] == 1

    @pytest.mark.parametrize(("one", "other", "value"), [(40, 50, 1), (40, 51, 0), (9, 10, 0), (10, 12, 1)])
    def test_values_are_close_up_to_a_quarter_more(self, one, other, value):
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
    def test_values_agree_where_one_is_not_far_beyond_the_bound_of_the_other(self, one, other, value):
        assert evidence(figure(one), figure(other), 1.0)["value"] == value
        assert evidence(figure(other), figure(one), 1.0)["value"] == value

    def test_a_share_that_is_lost_may_be_told_as_a_change_or_a_level(self):
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
    def test_times_that_do_not_overlap_are_others(self, one, other, apart):
        assert at_other_times(figure(12, period=one), figure(12, period=other)) is apart
