"""Whom a pronoun does not mean by its own clause, whose praise is whose, and whom a family name goes on to mean."""

from __future__ import annotations

import pytest


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
