"""The word lists: each is read by somebody, none is there twice, and a unit is one entry."""

from __future__ import annotations

from typing import get_args

import pytest

from newsparse.lexicon import lexicon
from newsparse.testing import check_lexicon, words_in_code
from newsparse_numbers import find_quantities
from newsparse_numbers.kinds import REASONS
from newsparse_numbers.lexicon import units
from newsparse_numbers.numerals.lexing import AtomKind, Form
from newsparse_numbers.numerals.words import WordKind
from newsparse_numbers.quantities.ranges import Link
from newsparse_numbers.rejection.case import Case
from newsparse_numbers.subjects.features import FEATURES

PARTS = (
    "subject",
    "to",
    "currency",
    "holder",
    "role",
    "speaker",
    "conflict",
    "low",
    "high",
    "spared",
    "hedge",
    "negation",
    "condition",
    "short",
)
"""Strings that the plugin itself makes: parts of claims, verdicts, sides of bounds, kinds of cues."""


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


def test_no_word_of_english_is_written_in_the_code():
    lists = set(lexicon("newsparse_numbers"))
    made = {
        *get_args(AtomKind),
        *get_args(Form),
        *get_args(WordKind),
        *get_args(Link),
        *Case._fields,
        *REASONS,
        *lists,
        *PARTS,
        *FEATURES,
    }
    found = words_in_code("newsparse_numbers", names=made | {*PARTS, *FEATURES})
    assert not found
