"""Figures that repeat or follow another one: equivalents, and a figure compared with the one before."""

from __future__ import annotations

import pytest

from newsparse.model import NumberClaim
from newsparse.testing import written
from newsparse_numbers import NumberExtractor


def claims(text):
    return [item for item in NumberExtractor().extract(written(text)) if isinstance(item, NumberClaim)]


@pytest.mark.parametrize(
    "text",
    [
        "Seas warmed by 2 degrees Celsius (3.6 degrees Fahrenheit).",
        "They earn $48,000 a year, or about $920 a week.",
        "The path is 7 miles (11 km) long.",
        "It cost HK$9m ($1.1m).",
    ],
)
def test_one_figure_in_two_units(text):
    first, second = claims(text)
    assert second.equivalent == first.id


@pytest.mark.parametrize(
    "text",
    ["They earn $48,000 a year, or $920 a year.", "It sold 2 boats (3 ships).", "It rained for 2 hours (3 km away)."],
)
def test_two_figures_in_one_unit_or_of_two_sorts_are_two(text):
    assert [claim.equivalent for claim in claims(text)] == [None, None]


def test_a_figure_compared_with_the_one_before_measures_the_same():
    first, second = claims("It sold 300 boats, up from 200.")
    assert str(second.subject) == str(first.subject) == "boats"


def test_a_figure_of_another_kind_is_not_compared():
    _, second = claims("It sold 300 boats, up from $9.")
    assert second.subject is None


@pytest.mark.parametrize("act", ["raised its dividend to 4.50 kroner a share", "lifted its fee to 90 kroner a year"])
def test_what_is_done_besides_is_not_the_level_that_something_rose_to(act):
    _, earlier, other = claims(f"Profit was 21 billion kroner, up from 16 billion kroner in May, and it {act}.")
    assert earlier.quantity.per is None
    assert other.quantity.per is not None
    assert earlier.counterpart != other.id
