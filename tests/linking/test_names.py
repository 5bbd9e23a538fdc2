"""Names that may and may not be those of one person or one body."""

from __future__ import annotations

import pytest

from newsparse.linking.names import initials, may_be_one_body, may_be_one_person, parts


def test_titles_case_accents_dots_and_possessives_make_no_difference():
    assert parts("Dr. José-Luis O’Brien’s") == ("jose", "luis", "o'brien")
    assert parts("Renée Ångström") == ("renee", "angstrom")


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("Ada Brook", "Ada M. Brook", True),
        ("Ada Brook", "A. Brook", True),
        ("Ada Brook", "Brook", True),
        ("Ada Brook", "Mr. Brook", True),
        ("Ada Brook", "Eva Brook", False),
        ("Ada Brook", "E. Brook", False),
        ("Ada Brook", "Ada Marsh", False),
        ("", "Ada Brook", False),
        ("Ada Maria Brook", "A. Brook", True),
        ("Ada Maria Brook", "A. M. Brook", True),
        ("Ada Maria Brook", "A. K. Brook", False),
        ("A. Brook", "E. Brook", False),
        ("Ad Brook", "Ada Brook", False),
        ("Brook Ada", "Ada Brook", True),
    ],
)
def test_people(one, other, fits):
    assert may_be_one_person(one, other) == may_be_one_person(other, one) == fits


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("Orla Dock Union", "ODU", True),
        ("Bank of Kell", "B.K.", True),
        ("Norvik Instruments", "Norvik", True),
        ("Norvik Instruments", "Kell Instruments", False),
        ("Orla Dock Union", "ODB", False),
        ("Orla Dock Union", "Union of Orla Dock", True),
        ("Orla Dock Union", "O", False),
        ("Orla", "O", False),
        ("", "Orla", False),
        ("Board for the Docks of Orla", "BDO", True),
        ("Board for the Docks of Orla", "BFTDOO", True),
    ],
)
def test_bodies(one, other, fits):
    assert may_be_one_body(one, other) == may_be_one_body(other, one) == fits


def test_initials_are_of_all_words_and_of_long_ones():
    assert initials("Friends of the Pool") == {"fotp", "fp"}
    assert initials("Orla") == frozenset()
