"""When a figure is right by the habits of specifications and of other programs' test suites."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.model import Document, NumberClaim, Quantity, Span
from newsparse_bench.metrics.phrases import equal, phrases, suites

TEXT = "about 5 to 7 miles"


def quantity(low, high=..., **fields):
    ends = {"low": low, "high": low if high is ... else high}
    return Quantity(**{name: None if end is None else Decimal(end) for name, end in ends.items()}, **fields)


@pytest.mark.parametrize(
    ("own", "wanted", "right"),
    [
        (quantity("5"), quantity("5"), True),
        (quantity("5"), quantity("5.1"), False),
        (quantity("0.3333333333"), quantity("0.3333333333333"), True),
        (quantity("5", "7"), quantity("7"), True),
        (quantity("5", "7"), quantity("6"), False),
        (quantity("5", "7"), quantity("5", "7"), True),
        (quantity("5", "8"), quantity("5", "7"), False),
        (quantity("4", "7"), quantity("5", "7"), False),
        (quantity("5", None), quantity("5", "7"), False),
        (quantity(None, "7"), quantity("5", "7"), False),
        (quantity("5", None), quantity("5", None), True),
        (quantity("5", None, low_inclusive=False), quantity("5", None), False),
        (quantity("5", None), quantity("6", None), False),
        (quantity(None, "5"), quantity("5", None), False),
        (quantity("0.5", kind="money"), quantity("50"), True),
        (quantity("0.5"), quantity("50"), False),
        (quantity("100", kind="money"), quantity("10000"), False),
        (quantity("99", kind="money"), quantity("9900"), True),
        (quantity("1", kind="ratio", per="5"), quantity("0.2"), True),
        (quantity("1", kind="ratio", per="5"), quantity("1"), False),
        (quantity("1", kind="measure", per="5"), quantity("1"), True),
    ],
)
def test_a_value_is_that_of_a_specification(own, wanted, right):
    assert equal(own, wanted) is right


def document(*given):
    claims = [NumberClaim.make(TEXT, Span(*place), quantity=value) for place, value in given]
    return Document(text=TEXT).with_layer("numbers", claims)


def scores(own, wanted, place=(6, 7)):
    return [item.f1 for item in suites(document((place, wanted)), document(((6, 7), own))).values()]


@pytest.mark.parametrize(
    ("own", "wanted", "found"),
    [
        (quantity("5", "7", unit="mile"), quantity("6", unit="mile"), [1, 1]),
        (quantity("5", "7", unit="mile"), quantity("6.5", unit="mile"), [0, 0]),
        (quantity("5", None, unit="mile"), quantity("5", unit="mile"), [1, 1]),
        (quantity("5", None, unit="mile"), quantity("6", unit="mile"), [0, 0]),
        (quantity("5", "7"), quantity("5", None), [0, 0]),
        (quantity("5", unit="mile"), quantity("5", unit="metre"), [1, 0]),
        (quantity("5", unit="mile", per="hour"), quantity("5", unit="mile"), [1, 0]),
        (quantity("5", per="hour"), quantity("5"), [1, 1]),
        (quantity("5", unit="penny"), quantity("5", unit="cent"), [1, 1]),
        (quantity("5", currency="GBP"), quantity("5", unit="pound"), [1, 1]),
        (quantity("5", currency="GBP"), quantity("5", unit="dollar"), [1, 0]),
    ],
)
def test_a_value_and_unit_are_those_of_a_suite(own, wanted, found):
    assert scores(own, wanted) == found


def test_a_figure_elsewhere_is_not_the_one_wanted():
    assert scores(quantity("5"), quantity("5"), place=(11, 12)) == [0, 0]


def test_of_two_figures_in_one_place_the_right_one_counts():
    gold = document(((6, 12), quantity("7")))
    found = document(((6, 7), quantity("5")), ((11, 12), quantity("7")))
    assert [item.f1 for item in phrases(gold, found).values()] == [1]
    assert [item.f1 for item in phrases(gold, document(((6, 7), quantity("5")))).values()] == [0]
