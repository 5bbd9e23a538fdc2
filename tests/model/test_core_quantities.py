"""Quantities: values that cannot be wrong, and that read well."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest

from newsparse.errors import AnnotationError, NewsparseError, SpanError
from newsparse.model import Quantity, digits, plain


@pytest.mark.parametrize(("low", "high"), [(None, None), (Decimal(2), Decimal(1)), (Decimal("NaN"), None)])
def test_a_quantity_needs_an_end_and_an_order(low, high):
    with pytest.raises(AnnotationError):
        Quantity(low=low, high=high)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(low=Decimal(3500000), high=Decimal(3500000), kind="money", currency="USD"), "3,500,000 USD"),
        (Quantity(low=Decimal(10), high=Decimal(20), unit="day", kind="duration"), "10-20 day"),
        (Quantity(low=Decimal(12), high=None), "at least 12"),
        (Quantity(low=None, high=Decimal(12), high_inclusive=False), "under 12"),
        (Quantity(low=Decimal("4.80"), high=Decimal("4.80"), kind="percent", exactness="about"), "about 4.8%"),
        (Quantity(low=Decimal(1) / 3, high=Decimal(1) / 3, kind="fraction"), "0.3333"),
    ],
)
def test_quantities_read_well(quantity, words):
    assert str(quantity) == words


LONG = "1234567890123456789012345678901234567890"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (LONG, "1,234,567,890,123,456,789,012,345,678,901,234,567,890"),
        ("1234567890123456789012345678.91", "1,234,567,890,123,456,789,012,345,678.91"),
        ("9" * 40 + ".123456789", "9,999,999,999,999,999,999,999,999,999,999,999,999,999.1235"),
        ("-0.00000004", "-0"),
    ],
)
def test_no_digit_is_rounded_before_the_point(number, words):
    assert plain(Decimal(number)) == words


@pytest.mark.parametrize("number", ["1E+1000000", "-1E+1000000", "1E-1000000"])
def test_no_number_is_too_large_to_be_shown(number):
    value = Decimal(number)
    assert str(Quantity(low=value, high=value)).lstrip("-")[0] in "10"


@pytest.mark.parametrize(
    ("number", "shown", "exact"),
    [
        ("1E+99999999999", "1E+99999999999", "1E+99999999999"),
        ("-2.5E+99999999999", "-2.5E+99999999999", "-2.5E+99999999999"),
        ("1E-99999999999", "0", "1E-99999999999"),
        ("1E+1000", "1E+1000", "1E+1000"),
        ("9E+999", "9" + ",000" * 333, "9" + "0" * 999),
        ("1E-1001", "0", "1E-1001"),
        ("1E-1000", "0", "0." + "0" * 999 + "1"),
        ("1E+3", "1,000", "1000"),
        ("0", "0", "0"),
        ("0.50", "0.5", "0.50"),
    ],
)
def test_only_a_number_that_would_fill_a_page_has_an_exponent(number, shown, exact):
    assert (plain(Decimal(number)), digits(Decimal(number))) == (shown, exact)


def test_errors_cross_processes_with_their_hint():
    error = pickle.loads(pickle.dumps(SpanError("outside.", hint="Look again.")))
    assert isinstance(error, NewsparseError)
    assert str(error) == "[NP101] outside. Look again."


@pytest.mark.parametrize(("end", "words"), [(12, "int: 12"), (1.5, "float: 1.5"), ("12", "str: '12'")])
def test_an_end_that_is_no_decimal_is_named(end, words):
    with pytest.raises(AnnotationError, match=f"the ends of a quantity are Decimal, not {words}"):
        Quantity(low=Decimal(1), high=end)
