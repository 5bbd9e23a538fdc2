"""Two figures agree, conflict, or cannot be compared."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from importlib import resources

import pytest
from pint import UnitRegistry

from newsparse.comparison.conversion import converted, plain
from newsparse.model import NumberClaim, Passage, Quantity
from newsparse_numbers import compare, find_quantities
from newsparse_numbers.lexicon import units

CASES = [
    ("At least 12 people died.", "The toll is 14.", "agree"),
    ("At least 12 people died.", "The toll is 9.", "conflict"),
    ("More than 12 people died.", "The toll is 12.", "conflict"),
    ("Dozens drowned.", "In all 46 drowned.", "agree"),
    ("Dozens drowned.", "In all 9,000 drowned.", "conflict"),
    ("It cost $102,500.", "It cost $102K.", "agree"),
    ("It cost $3.46 million.", "It cost $3.5 million.", "agree"),
    ("About 200 came.", "In all 214 came.", "agree"),
    ("About 200 came.", "In all 300 came.", "conflict"),
    ("It runs 7 miles.", "It runs 11 km.", "agree"),
    ("It runs 7 miles.", "It runs 19 km.", "conflict"),
    ("It runs 7 miles.", "It weighs 7 kg.", "incomparable"),
    ("It cost £40.", "It cost €40.", "incomparable"),
    ("Shares rose 4%.", "Shares fell 4%.", "conflict"),
    ("Shares rose 4%.", "The rate is 4%.", "incomparable"),
    ("It takes 10 to 15 days.", "It takes 12 days.", "agree"),
    ("Half of the crew left.", "In all 50% left.", "agree"),
    ("It rose 25 basis points.", "It rose 0.25 percentage points.", "agree"),
    ("It did 60 miles per hour.", "It did 96 kilometres per hour.", "agree"),
    ("It has 9 wells.", "It cost £9.", "incomparable"),
    ("It owns 9 percent.", "It owns 9.3 percent.", "agree"),
    ("It owns 9 percent.", "It owns 9.6 percent.", "conflict"),
    ("One in four homes burned.", "In all 25% burned.", "agree"),
    ("One in four homes burned.", "In all 40% burned.", "conflict"),
    ("Two in eight homes burned.", "One in four burned.", "agree"),
    ("Traffic doubled.", "Traffic rose by 100 percent.", "agree"),
    ("Traffic more than doubled.", "Traffic rose by more than 100 percent.", "agree"),
    ("Traffic more than doubled.", "Traffic rose by 60 percent.", "conflict"),
    ("Traffic more than halved.", "Traffic fell by 70 percent.", "agree"),
    ("Traffic halved.", "Traffic fell by 50 percent.", "agree"),
    ("Traffic tripled.", "Traffic rose by 100 percent.", "conflict"),
    ("It runs 25 miles.", "It runs 40 km.", "agree"),
    ("It runs 25 miles.", "It runs 45 km.", "conflict"),
    ("It is 240 metres long.", "It is 240.4 metres long.", "agree"),
]


def _claim(text: str, **fields: object) -> NumberClaim:
    (found,) = find_quantities(text)
    return NumberClaim.make(
        text, found.span, quantity=found.quantity, role=found.role, direction=found.direction, **fields
    )


@pytest.mark.parametrize(("one", "other", "verdict"), CASES)
def test_comparisons(one, other, verdict):
    first, second = _claim(one), _claim(other)
    found = compare(first, second)
    assert found.verdict == verdict, found.reason
    assert compare(second, first).verdict == verdict
    assert found.reason


@pytest.mark.parametrize(
    ("low", "high", "direction", "ends"),
    [("2", "3", "up", ("100", "200")), ("0.2", "0.5", "down", ("50", "80")), ("2", "3", "down", ("2", "3"))],
)
def test_a_range_of_multiples_is_a_range_of_shares(low, high, direction, ends):
    found = plain(Quantity(low=Decimal(low), high=Decimal(high), kind="multiplier"), "change", direction)
    assert (found.low, found.high) == tuple(map(Decimal, ends))


def test_figures_of_different_things_are_no_conflict():
    one = _claim("It has 9 wells.", subject=Passage.at("It has 9 wells.", 9, 14))
    other = _claim("It has 12 ships.", subject=Passage.at("It has 12 ships.", 10, 15))
    assert compare(one, other).verdict == "incomparable"


def test_factors_are_those_of_pint():
    registry = UnitRegistry(non_int_type=Fraction, autoconvert_offset_to_baseunit=True)
    expected = {}
    for name, expression in sorted((unit.name, unit.pint) for unit in units().values() if unit.pint):
        unit = registry.parse_units(expression)
        none, one = (registry.Quantity(Fraction(count), unit).to_base_units().magnitude for count in (0, 1))
        powers = {name.strip("[]"): int(power) for name, power in sorted(unit.dimensionality.items())}
        expected[name] = {"factor": str(one - none), "dimension": powers} | ({"offset": str(none)} if none else {})
    measures = resources.files("newsparse").joinpath("data", "measures.json")
    assert json.loads(measures.read_text("utf-8")) == expected


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        (("mile", None), ("kilometre", None), "16.09344"),
        (("degree Celsius", None), ("degree Fahrenheit", None), "50"),
        (("degree Celsius", "hour"), ("degree Fahrenheit", "hour"), "18"),
        (("litre", "minute"), ("litre", "hour"), "600"),
        (("mile", None), ("kilogram", None), None),
        (("mile", None), ("quintal", None), None),
    ],
)
def test_ten_of_one_unit_in_another(one, other, result):
    ten = Decimal(10)
    first, second = (Quantity(low=ten, high=ten, kind="measure", unit=unit, per=per) for unit, per in (one, other))
    assert converted(ten, first, second) == (None if result is None else Decimal(result))


def test_durations_are_those_of_pint():
    registry = UnitRegistry()
    tables = json.loads(resources.files("newsparse_numbers").joinpath("data/en/units.json").read_text("utf-8"))
    for entry in tables["duration"].values():
        if "pint" in entry:
            assert registry.Quantity(1, entry["pint"]).is_compatible_with("second")
