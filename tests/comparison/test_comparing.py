"""Which pairs of quantities agree: up to which digit, by which unit, and what holds for all of them."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsparse.comparison.comparing import EQUAL, compare_quantities
from newsparse.comparison.conversion import converted, in_one_currency, is_multiple, plain, ratio, scales
from newsparse.model import Quantity
from tests.comparison.made import quantity


def verdict(one, other, **fields):
    """The verdict, which is the same both ways."""
    found = compare_quantities(one, other, **fields)
    assert compare_quantities(other, one, **fields).verdict == found.verdict
    return found.verdict


@pytest.mark.parametrize(
    ("one", "least", "below", "most", "above"),
    [
        ("12", "12", "11", "12", "13"),
        ("1000", "1000", "999", "1000", "1001"),
        ("12000", "11500", "11499", "12499", "12501"),
        ("1200", "1150", "1149", "1249", "1251"),
        ("1230", "1230", "1229", "1230", "1231"),
        ("123400", "123350", "123349", "123449", "123451"),
        ("12345000", "12345000", "12344999", "12345000", "12345001"),
        ("2.5", "2.451", "2.4", "2.549", "2.6"),
        ("0", "0", "-1", "0", "1"),
        ("-12", "-12", "-13", "-12", "-11"),
    ],
)
def test_a_figure_may_be_rounded_to_the_digits_that_it_shows(one, least, below, most, above):
    agrees = [verdict(quantity(one), quantity(other)) for other in (least, below, most, above)]
    assert agrees == ["agree", "conflict", "agree", "conflict"]


@pytest.mark.parametrize(
    ("kind", "exactness", "value", "most", "above"),
    [
        ("count", "exact", "9", "9", "9.3"),
        ("percent", "exact", "9", "9.4", "9.6"),
        ("measure", "exact", "9", "9.4", "9.6"),
        ("percent", "exact", "9.1", "9.14", "9.16"),
        ("count", "about", "100", "110", "111"),
        ("count", "about", "-100", "-90", "-89"),
        ("percent", "about", "9", "9.9", "10.5"),
    ],
)
def test_words_and_kinds_say_how_exact_a_figure_is(kind, exactness, value, most, above):
    one = quantity(value, kind=kind, exactness=exactness)
    found = [verdict(one, quantity(other, kind=kind, exactness="exact")) for other in (most, above)]
    assert found == ["agree", "conflict"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (quantity("24", None, exactness="vague"), quantity("1201"), "conflict"),
        (quantity("24", None, exactness="vague"), quantity("1199"), "agree"),
        (quantity("24", None, exactness="vague"), quantity("23"), "conflict"),
        (quantity("24", "36", exactness="vague"), quantity("40"), "conflict"),
        (quantity(None, "24", exactness="vague"), quantity("25"), "conflict"),
        (quantity(None, "24", exactness="vague"), quantity("3"), "agree"),
        (quantity("24", None), quantity("90001"), "agree"),
        (quantity(None, "24"), quantity("3"), "agree"),
        (quantity(None, "24"), quantity("25"), "conflict"),
        (quantity("12", "15"), quantity("15", "19"), "agree"),
        (quantity("12", "15", high_inclusive=False), quantity("15", "19"), "conflict"),
        (quantity("12", "15"), quantity("15", "19", low_inclusive=False), "conflict"),
        (quantity("12", "15"), quantity("16", "19"), "conflict"),
        (quantity("12", "19"), quantity("14", "15"), "agree"),
        (quantity("12", None, low_inclusive=False), quantity(None, "12"), "conflict"),
        (quantity("12", None), quantity(None, "12"), "agree"),
    ],
)
def test_quantities_agree_where_they_have_a_value_in_common(one, other, expected):
    assert verdict(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"kind": "count"}, {"kind": "money", "currency": "USD"}, "one is a count"),
        ({"kind": "percent"}, {"kind": "percentage-point"}, "one is a percent"),
        ({"kind": "money", "currency": "USD"}, {"kind": "money", "currency": "EUR"}, "need an exchange rate"),
        ({"per": "hour"}, {}, "only one has a denominator"),
        ({"per": "hour"}, {"per": "day"}, "one is per hour, the other per day"),
        ({"kind": "measure", "unit": "mile"}, {"kind": "measure", "unit": "kilogram"}, "do not measure the same"),
        ({"kind": "measure", "unit": "mile"}, {"kind": "measure", "unit": "crate"}, "do not measure the same"),
        (
            {"kind": "measure", "unit": "mile", "per": "hour"},
            {"kind": "measure", "unit": "mile", "per": "crate"},
            "same thing",
        ),
    ],
)
def test_quantities_of_different_sorts_are_not_compared(one, other, reason):
    found = compare_quantities(quantity("3", **one), quantity("3", **other))
    assert found.verdict == "incomparable"
    assert reason in found.reason
    assert verdict(quantity("3", **one), quantity("4", **other)) == "incomparable"


MEASURE = {"kind": "measure"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (quantity("3", unit="mile", **MEASURE), quantity("5", unit="kilometre", **MEASURE), "agree"),
        (quantity("3", unit="mile", **MEASURE), quantity("7", unit="kilometre", **MEASURE), "conflict"),
        (
            quantity("60", unit="mile", per="hour", **MEASURE),
            quantity("97", unit="kilometre", per="hour", **MEASURE),
            "agree",
        ),
        (
            quantity("60", unit="mile", per="hour", **MEASURE),
            quantity("70", unit="kilometre", per="hour", **MEASURE),
            "conflict",
        ),
        (quantity("25", kind="percent"), quantity("0.25", kind="fraction"), "agree"),
        (quantity("25", kind="percent"), quantity("0.4", kind="fraction"), "conflict"),
        (quantity("1", kind="ratio", per="4"), quantity("25", kind="percent"), "agree"),
        (quantity("1", kind="ratio", per="4"), quantity("40", kind="percent"), "conflict"),
        (quantity("25", kind="basis-point"), quantity("0.25", kind="percentage-point"), "agree"),
        (quantity("25", kind="basis-point"), quantity("0.5", kind="percentage-point"), "conflict"),
        (quantity("3", kind="money", currency="USD"), quantity("3", kind="money", currency="USD"), "agree"),
        (quantity("3", kind="money", currency="USD"), quantity("4", kind="money", currency="USD"), "conflict"),
        (quantity("3", None, unit="mile", **MEASURE), quantity("9", unit="kilometre", **MEASURE), "agree"),
        (quantity("3", None, unit="mile", **MEASURE), quantity("3", unit="kilometre", **MEASURE), "conflict"),
    ],
)
def test_one_quantity_in_two_units_agrees_with_itself(one, other, expected):
    assert verdict(one, other) == expected


@pytest.mark.parametrize("ends", [("3", "3"), ("3", None), (None, "3")])
def test_a_length_is_no_weight_whatever_ends_it_has(ends):
    one, other = (quantity(*ends, unit=unit, **MEASURE) for unit in ("mile", "kilogram"))
    assert verdict(one, other) == "incomparable"


def test_a_milligram_per_kilogram_is_a_part_per_million():
    share = quantity("10", unit="milligram", per="kilogram", **MEASURE)
    assert converted(Decimal(10), share, quantity("10", unit="part per million", **MEASURE)) == 10
    assert converted(Decimal(10), share, quantity("10", unit="mile", **MEASURE)) is None


CELSIUS, FAHRENHEIT = ({"kind": "measure", "unit": f"degree {name}"} for name in ("Celsius", "Fahrenheit"))


@pytest.mark.parametrize(
    ("degrees", "change", "expected"),
    [("50", False, "agree"), ("18", False, "conflict"), ("18", True, "agree"), ("50", True, "conflict")],
)
def test_a_difference_of_temperature_has_no_zero(degrees, change, expected):
    assert verdict(quantity("10", **CELSIUS), quantity(degrees, **FAHRENHEIT), change=change) == expected


DOLLARS, DOLLAR, CENT = (
    {"kind": "money", "currency": "USD"},
    {"kind": "money", "unit": "dollar"},
    {"kind": "money", "unit": "cent"},
)


@pytest.mark.parametrize(
    ("one", "other", "ends"),
    [
        (DOLLARS, DOLLAR, ("3", "3")),
        (DOLLARS, CENT, ("3", "0.03")),
        (CENT, DOLLARS, ("0.03", "3")),
        (DOLLARS, DOLLARS, None),
        (DOLLAR, DOLLAR, None),
        (DOLLARS, {"kind": "money", "unit": "pound"}, None),
        (DOLLARS, {"kind": "measure", "unit": "dollar"}, None),
        ({"kind": "measure", "currency": "USD"}, DOLLAR, None),
        ({"kind": "money", "currency": "EUR"}, DOLLAR, None),
        (DOLLARS, {"kind": "money", "currency": "CAD"}, None),
    ],
)
def test_an_amount_without_a_currency_may_be_of_one_that_has_its_sign(one, other, ends):
    pair = quantity("3", **one), quantity("3", None, **other)
    found = in_one_currency(*pair)
    if ends is None:
        assert found == pair
    else:
        assert [item.low for item in found] == [Decimal(end) for end in ends]
        assert {(item.unit, item.currency) for item in found} == {(None, None)}
        assert found[1].high is None


@pytest.mark.parametrize(
    ("given_", "role", "direction", "kind", "ends"),
    [
        (quantity("1", kind="ratio", per="4"), "level", None, "fraction", ("0.25", "0.25")),
        (quantity("1", None, kind="ratio", per="4"), "level", None, "fraction", ("0.25", None)),
        (quantity("1", kind="ratio", per="0"), "level", None, "ratio", ("1", "1")),
        (quantity("1", kind="ratio"), "level", None, "ratio", ("1", "1")),
        (quantity("1", kind="ratio", per="four"), "level", None, "ratio", ("1", "1")),
        (quantity("2", kind="multiplier"), "change", "up", "percent", ("100", "100")),
        (quantity("2", None, kind="multiplier"), "change", "up", "percent", ("100", None)),
        (quantity(None, "3", kind="multiplier"), "change", "up", "percent", (None, "200")),
        (quantity("0.5", kind="multiplier"), "change", "down", "percent", ("50", "50")),
        (quantity("0.2", "0.5", kind="multiplier"), "change", "down", "percent", ("50", "80")),
        (quantity("0.5", kind="multiplier"), "change", "up", "multiplier", ("0.5", "0.5")),
        (quantity("1", kind="multiplier"), "change", "up", "multiplier", ("1", "1")),
        (quantity("2", kind="multiplier"), "change", None, "multiplier", ("2", "2")),
        (quantity("2", kind="multiplier"), "level", "up", "multiplier", ("2", "2")),
        (quantity("2"), "change", "up", "count", ("2", "2")),
    ],
)
def test_shares_in_other_words_are_shares(given_, role, direction, kind, ends):
    found = plain(given_, role, direction)
    assert (found.kind, found.low, found.high) == (kind, *(None if end is None else Decimal(end) for end in ends))


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        (quantity("2"), quantity("5"), "2.5"),
        (quantity(None, "2"), quantity("5"), "2.5"),
        (quantity("2"), quantity(None, "5"), "2.5"),
        (quantity("0"), quantity("5"), None),
        (quantity("1", unit="kilometre", **MEASURE), quantity("500", unit="metre", **MEASURE), "0.5"),
        (quantity("1", unit="kilometre", **MEASURE), quantity("500", unit="kilogram", **MEASURE), None),
        (quantity("1", unit="crate", **MEASURE), quantity("500", unit="metre", **MEASURE), None),
        (quantity("1", unit="metre", **MEASURE), quantity("500", unit="crate", **MEASURE), None),
        (quantity("50", kind="percent"), quantity("0.25", kind="fraction"), "0.5"),
    ],
)
def test_how_many_times_one_is_the_other(one, other, times):
    assert ratio(one, other) == (None if times is None else Decimal(times))


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("kilometre", "metre", True),
        ("metre", "kilometre", True),
        ("year", "month", True),
        ("mile", "kilometre", False),
        ("mile", "crate", False),
        ("crate", "mile", False),
        ("degree Celsius", "degree Fahrenheit", False),
    ],
)
def test_a_year_is_a_whole_number_of_months(one, other, whole):
    assert is_multiple(quantity("1", unit=one, **MEASURE), quantity("1", unit=other, **MEASURE)) is whole


@pytest.mark.parametrize(
    ("unit", "names"),
    [("degree", {"degree Celsius", "degree Fahrenheit"}), ("mile", set()), ("crate", set())],
)
def test_bare_degrees_may_be_of_either_scale_and_a_mile_is_a_mile(unit, names):
    assert set(scales(unit)) == names


def test_the_reason_says_whether_two_quantities_are_the_same_or_only_meet():
    assert compare_quantities(quantity("12"), quantity("12")).reason == EQUAL
    assert compare_quantities(quantity("12"), quantity("12", None)).reason != EQUAL
    assert compare_quantities(quantity("12", None), quantity("12", None)).reason != EQUAL
    dollars = quantity("3", kind="money", unit="dollar")
    assert compare_quantities(quantity("3", kind="money", currency="USD"), dollars).reason != EQUAL
    one = quantity("1", unit="kilometre", **MEASURE)
    assert compare_quantities(one, quantity("1000", unit="metre", **MEASURE)).reason != EQUAL


NUMBERS = st.decimals(-10_000, 10_000, places=1)
KINDS = st.sampled_from(("count", "percent", "measure"))
EXACTNESS = st.sampled_from(("exact", "about"))


@st.composite
def ranges(draw, kind="count"):
    """Quantities of one kind, some of them open at an end."""
    low, more = draw(NUMBERS), draw(st.none() | st.decimals(0, 100, places=1))
    high = low + more if more is not None else low
    ends = draw(st.sampled_from(((low, high), (low, None), (None, high))))
    closed = {name: draw(st.booleans()) or low == high for name in ("low_inclusive", "high_inclusive")}
    return Quantity(low=ends[0], high=ends[1], kind=kind, exactness=draw(EXACTNESS), **closed)


@given(KINDS.flatmap(ranges))
def test_every_quantity_agrees_with_itself(one):
    assert verdict(one, one) == "agree"


@given(ranges(), ranges(), st.decimals(0, 50, places=1))
def test_what_agrees_still_does_when_one_says_less(one, other, more):
    assume(one.value is None and one.exactness == "exact")
    wider = attrs.evolve(
        one, **{name: end and end + way * more for name, end, way in (("low", one.low, -1), ("high", one.high, 1))}
    )
    opened = wider if one.low is None else attrs.evolve(one, high=None)
    found = verdict(one, other)
    assert (found, verdict(wider, other)) != ("agree", "conflict")
    assert (found, verdict(opened, other)) != ("agree", "conflict")


@given(NUMBERS, st.sampled_from(("mile", "kilometre", "metre", "degree Celsius", "degree Fahrenheit")))
def test_a_value_that_is_converted_there_and_back_is_the_same(value, unit):
    one = quantity("1", unit=unit, **MEASURE)
    for name in ("mile", "metre") if "degree" not in unit else ("degree Celsius", "degree Fahrenheit"):
        other = quantity("1", unit=name, **MEASURE)
        for change in (False, True):
            there = converted(value, one, other, change=change)
            assert converted(there, other, one, change=change) == pytest.approx(value, abs=Decimal("1e-9"))
