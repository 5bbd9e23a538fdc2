"""Which numerals of a text are figures at all: by what stands before and after them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse_numbers import find_quantities


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("At least 101 people fled.", [101]),
        ("At least 911 children fled.", [911]),
        ("He dialled 911 from the quay.", []),
        ("She taught Harbours 101 for years.", []),
        ("It rained all day.\n123 came", [123]),
        ("See section\n123 came", [123]),
        ("They met on day 123 of it.", []),
        ("They passed 12 bills.", [12]),
        ("They met over the past 12 days.", [12]),
        ("The island has 1.000 persons and 12.500 boats.", [1000, 12500]),
        ("It weighs 1.005 tonnes.", [Decimal("1.005")]),
        ("Only one witness came.", [1]),
        ("All four of its species are listed.", [4]),
        ("He made one or two mistakes and may get one to three seats.", [1, 1]),
        ("It is ten to one that he wins.", []),
        ("Brook has 465 and Holt's 143 are few.", [465, 143]),
        ("In phase two of the plan, it rained.", []),
        ("They saw the game two weeks ago.", [2]),
        ("At least one deed was forged.", [1]),
        ("All but one of the ships sank.", [1]),
        ("She was the only one of us there.", []),
        ("Only one thing is clear.", []),
        ("It is just one of the reasons.", []),
        ("It took one day less.", [1]),
        ("One afternoon the ship sank.", []),
        ("One observer was blunter.", []),
        ("One observer was arrested.", [1]),
    ],
)
def test_a_number_counts_what_follows_and_a_line_begins_anew(text, values):
    assert [found.quantity.low for found in find_quantities(text)] == values
