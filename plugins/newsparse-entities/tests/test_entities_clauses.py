"""Whom a pronoun does not mean by its own clause, whose praise is whose, and whom a family name goes on to mean."""

from __future__ import annotations

import pytest


_OFTEN = "Holt was late. Holt wrote a book. Holt built a ship. Holt sold it."


@pytest.mark.parametrize(
    ("often", "sentence", "found"),
    [
        (_OFTEN, "The bank hired Eve Holt.", "Clara Holt"),
        (_OFTEN, "The bank hired Eve Holt. Rain fell on Eve Holt.", "Eve Holt"),
        (_OFTEN, "Eve Holt was early.", "Eve Holt"),
        (_OFTEN, "A baker, Eve Holt, was early.", "Eve Holt"),
        ("Holt was late.", "The bank hired Eve Holt.", "Eve Holt"),
    ],
)
def test_a_family_name_goes_on_to_mean_whoever_is_called_by_it_all_along(meant, often, sentence, found):
    assert meant(f"Clara Holt came at noon. {often} {sentence} Holt was tired.", "holt") == found


@pytest.mark.parametrize(
    ("body", "noun", "found"),
    [
        ("Harrow High School", "group", None),
        ("Harrow High School", "company", None),
        ("Harrow High School", "school", "Harrow High School"),
        ("Harrow Holdings", "group", "Harrow Holdings"),
    ],
)
def test_a_school_is_no_company(meant, body, noun, found):
    assert meant(f"Nadia Holt left {body}. The {noun} was tired.", f"the {noun}") == found
