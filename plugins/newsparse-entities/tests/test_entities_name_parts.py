"""Names taken apart: which two can be one person's, which are short for which, and which cannot."""

from __future__ import annotations

import pytest

from newsparse_entities.names.parse import (
    family_forms,
    initials,
    is_acronym,
    is_ending,
    organisation_words,
    person_name,
    same_person,
    squash,
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Kell Bank", "kellbank"),
        ("The", "the"),
        ("Kell's", "kell"),
        ("O’Neil", "oneil"),
        ("Peña", "pena"),
        ("A.B.", "ab"),
        ("?!", "?!"),
    ],
)
def test_a_key_has_letters_and_digits_alone(text, key):
    assert squash(text) == key


@pytest.mark.parametrize(
    ("text", "units", "generation", "short"),
    [
        ("Ada Brook", ("ada", "brook"), None, False),
        ("Brook", ("brook",), None, True),
        ("A.B. Brook", ("a", "b", "brook"), None, False),
        ("Ada van der Brook", ("ada", "van der brook"), None, False),
        ("Ada van", ("ada", "van"), None, False),
        ("Ada al-Brook", ("ada", "al brook"), None, False),
        ("Ada Kell-Brook", ("ada", "kell-brook"), None, False),
        ("Tom Brook Jr.", ("tom", "brook"), "jr", False),
        ("Jr. Brook", ("jr", "brook"), None, False),
        ("Ada Brook's", ("ada", "brook"), None, False),
    ],
)
def test_a_persons_name_has_units_and_a_generation(text, units, generation, short):
    name = person_name(text)
    assert (name.units, name.generation, name.short) == (units, generation, short)


@pytest.mark.parametrize(("text", "weight"), [("Ada Brook", (2, 2)), ("A. Brook", (1, 2)), ("Ada M. Brook", (2, 3))])
def test_a_full_name_weighs_more_than_one_with_initials(text, weight):
    assert person_name(text).weight == weight


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Brook", "Ada Brook", True),
        ("Ada Brook", "Brook Ada", True),
        ("Ada May Brook", "Brook May Ada", False),
        ("A. Brook", "Ada Brook", True),
        ("B. Brook", "Ada Brook", False),
        ("Ada Brook", "Ada M. Brook", True),
        ("Ada K. Brook", "Ada M. Brook", False),
        ("Ada Brook", "Ada Brook Lund", True),
        ("Ada Lund", "Ada Brook Lund", True),
        ("Ada Kell", "Ada Brook Lund", False),
        ("Ada Brook", "Ada Kell-Brook", True),
        ("Ada Kell-Brook", "Ada Brook", True),
        ("Ada Brook", "Ada van Brook", True),
        ("Ada van Brook", "Ada Brook", True),
        ("Tom Brook Jr.", "Tom Brook", True),
        ("Tom Brook", "Tom Brook Jr.", True),
        ("Tom Brook Jr.", "Tom Brook Sr.", False),
        ("Tom Brook Jr.", "Tom M. Brook Jr.", True),
        ("Syed Tom Brook", "Tom Brook", True),
        ("Nadia Tom Brook", "Tom Brook", False),
        ("Syed Brook", "Tom Brook", False),
    ],
)
def test_two_names_can_be_one_persons(one, other, same):
    assert same_person(person_name(one), person_name(other)) == same


@pytest.mark.parametrize(
    ("one", "other", "ends"),
    [
        ("Santos Lima", "Pilar Santos Lima", True),
        ("Santos Lima", "Pilar Reyes Lima", False),
        ("Santos Kell", "Pilar Santos Lima", False),
        ("Rafael Santos", "Jose Rafael Santos Lima", True),
        ("Rafael Lima", "Jose Rafael Santos Lima", False),
        ("Rafael Santos", "Jose Rafael Santos", False),
        ("Ada Lima", "Pilar Ada Lima", False),
        ("Lima", "Pilar Santos Lima", False),
        ("Santos Lima", "Santos Lima", False),
        ("Santos Lima", "Pilar Kell-Santos Lima", True),
    ],
)
def test_a_name_can_end_with_a_shorter_one(one, other, ends):
    assert is_ending(person_name(one), person_name(other)) == is_ending(person_name(other), person_name(one)) == ends


@pytest.mark.parametrize(
    ("unit", "forms"),
    [
        ("brook", ("brook",)),
        ("van der brook", ("van der brook", "brook")),
        ("kell-brook", ("kell-brook", "kell", "brook")),
        ("kel-br", ("kel-br", "kel")),
        ("el-brook", ("el-brook", "brook")),
    ],
)
def test_a_family_name_has_short_forms(unit, forms):
    assert family_forms(unit) == forms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Kell Bank Inc.", ("kell", "bank")),
        ("The Kell", ("kell",)),
        ("The", ("the",)),
        ("Inc.", ("inc",)),
        ("Kell's Bank", ("kell", "bank")),
        ("K.B. Bank", ("kb", "bank")),
    ],
)
def test_a_body_is_called_without_its_article_and_legal_form(text, words):
    assert organisation_words(text) == words


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Tarn Quay Board", {"tqb"}),
        ("Board of Tarn Quay", {"btq", "botq"}),
        ("Tarn-Quay Board", {"tqb"}),
        ("Tarn - Quay", {"tq"}),
        ("Tarn", set()),
    ],
)
def test_initials_are_those_of_all_words_and_of_the_large_ones(text, forms):
    assert initials(text) == forms


@pytest.mark.parametrize(
    ("short", "full", "is_short"),
    [
        ("TQB", "Tarn Quay Board", True),
        ("TaQB", "Tarn Quay Board", True),
        ("T-QB", "Tarn Quay Board", True),
        ("TBQ", "Tarn Quay Board", False),
        ("QB", "Tarn Quay Board", False),
        ("TXB", "Tarn Quay Board", False),
        ("Tarn", "Tarn Quay Board", False),
        ("T", "Tarn Quay Board", False),
        ("T QB", "Tarn Quay Board", False),
        ("TQ", "TQ", False),
    ],
)
def test_an_acronym_has_the_letters_of_the_name_in_their_order(short, full, is_short):
    assert is_acronym(short, full) == is_short
