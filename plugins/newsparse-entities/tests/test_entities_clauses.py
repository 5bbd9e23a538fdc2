"""Whom a pronoun does not mean by its own clause, whose praise is whose, and whom a family name goes on to mean."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("He was tired.", "Martin Reyes"),
        ("He gave Reyes a lamp.", None),
        ("He left with Reyes.", None),
        ("He gave Nadia a lamp.", "Martin Reyes"),
        ("He tried to meet Reyes.", None),
        ("He knew that Reyes was tired.", None),
        ("He sold the lamp of Reyes.", "Martin Reyes"),
        ("Like Tom Holt, he knew Nadia.", "Martin Reyes"),
    ],
)
def test_a_subject_is_nobody_whom_its_clause_names_after_it(meant, last, found):
    assert meant(f"Martin Reyes met Nadia Holt in Oslo. {last}", "he") == found


@pytest.mark.parametrize(
    ("sentence", "words", "found"),
    [
        ("Tom Holt praised Martin Reyes for his work.", "his", "Martin Reyes"),
        ("Tom Holt criticised Martin Reyes over his work.", "his", "Martin Reyes"),
        ("Tom Holt criticised Nadia Reyes over his work.", "his", "Tom Holt"),
        ("Tom Holt criticised Nadia Reyes over her work.", "her", "Nadia Reyes"),
        ("Tom Holt told Martin Reyes of his work.", "his", "Tom Holt"),
        ("Tom Holt praised Martin Reyes in his work.", "his", "Tom Holt"),
        ("The Harrow Bank criticised the Kell Guild over its work.", "its", "Kell Guild"),
        ("The Harrow Bank met the Kell Guild in its office.", "its", "Harrow Bank"),
        ("The Harrow Bank criticised Nadia Reyes over its work.", "its", "Harrow Bank"),
    ],
)
def test_what_somebody_is_praised_or_blamed_for_is_theirs(meant, sentence, words, found):
    assert meant(sentence, words) == found


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
