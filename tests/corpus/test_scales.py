"""Quantities that measure the same thing lie on one scale."""

from __future__ import annotations

import pytest

from newsparse.corpus.scales import measure, scaled
from tests.corpus.stories import count


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (count(5, kind="measure", unit="kilometre"), count(5000, kind="measure", unit="metre")),
        (count(1, kind="measure", unit="nautical mile"), count(1852, kind="measure", unit="metre")),
        (count(36, kind="rate", unit="kilometre", per="hour"), count(10, kind="rate", unit="metre", per="second")),
        (count(2, kind="duration", unit="hour"), count(120, kind="duration", unit="minute")),
        (count(8, kind="duration", unit="quarter"), count(2, kind="duration", unit="year")),
        (count(3, kind="duration", unit="decade"), count(30, kind="duration", unit="year")),
        (count(2, kind="measure", unit="square kilometre"), count(200, kind="measure", unit="hectare")),
        (count(3, kind="measure", unit="cubic metre"), count(3000, kind="measure", unit="litre")),
        (count("0.25", kind="fraction"), count(25, kind="percent")),
        (count(50, kind="basis-point"), count("0.5", kind="percentage-point")),
        (count(0, kind="measure", unit="degree Celsius"), count(32, kind="measure", unit="degree Fahrenheit")),
    ],
)
def test_units_of_one_dimension_have_one_scale(one, other):
    first, second = scaled(one), scaled(other)
    assert first.scale == second.scale
    assert first.low == pytest.approx(second.low)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (count(5, kind="money", currency="USD"), count(5, kind="money", currency="EUR")),
        (count(5), count(5, kind="percent")),
        (count(5, kind="measure", unit="kilometre"), count(5, kind="measure", unit="kilogram")),
        (count(5), count(5, per="100000 people")),
        (count(5, kind="percent"), count(5, kind="percent", per="year")),
        (count(5, kind="percent"), count(5, kind="percent", unit="metre")),
        (count(5, kind="money", unit="pound"), count(5, kind="measure", unit="pound")),
    ],
)
def test_what_cannot_be_converted_is_on_another_scale(one, other):
    assert scaled(one).scale != scaled(other).scale


@pytest.mark.parametrize("unit", ["household", "decibel", "(", "U.S.", "20/20", "Rs."])
def test_a_unit_that_pint_cannot_convert_is_the_scale(unit):
    found = scaled(count(3, kind="measure", unit=unit))
    assert (found.scale, found.low) == (unit, 3.0)


def test_a_denominator_that_pint_does_not_know_stays():
    for name in ("household", "decibel"):
        assert scaled(count(3, kind="measure", unit="metre", per=name)).scale == f"meter per {name}"


def test_open_ends_and_figures_beyond_floating_point_are_open():
    assert scaled(count(14, None)).high is None
    assert scaled(count("1e999")).low is None
    for fields in ({}, {"kind": "percent"}, {"kind": "measure", "unit": "kilometre"}):
        far = scaled(count("1e99999999999", **fields))
        assert (far.scale, far.low, far.high) == (scaled(count(1, **fields)).scale, None, None)


def test_a_measure_has_the_name_that_people_look_for():
    names = [
        measure(count(1)),
        measure(count(1, kind="money", currency="USD")),
        measure(count(1, kind="money", unit="crown")),
        measure(count(1, kind="measure", unit="barrel", currency="USD")),
        measure(count(1, unit="mile", per="hour")),
    ]
    assert names == ["count", "USD", "crown", "USD", "mile per hour"]
