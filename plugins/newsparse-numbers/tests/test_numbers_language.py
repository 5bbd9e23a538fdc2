"""The word lists: each is read by somebody, none is there twice, and a unit is one entry."""

from __future__ import annotations

import pytest

from newsparse.testing import check_lexicon
from newsparse_numbers import find_quantities
from newsparse_numbers.lexicon import units


def test_every_word_list_is_read_and_none_is_there_twice():
    check_lexicon("newsparse_numbers")


@pytest.mark.parametrize(
    "unit", [unit for unit in units().values() if unit.words and " per " not in unit.name], ids=lambda unit: unit.name
)
def test_every_unit_is_a_denominator(unit):
    (found,) = find_quantities(f"They found 40 micrograms per {unit.words[0]} of air.")
    assert (found.quantity.unit, found.quantity.per) == ("microgram", unit.name)


@pytest.mark.parametrize("symbol", ["m³", "L", "kg", "km²"])
def test_a_symbol_behind_a_stroke_is_a_denominator(symbol):
    (found,) = find_quantities(f"They found 40 mg/{symbol} in all.")
    assert found.quantity.per in units()
    assert symbol in units()[found.quantity.per].symbols
