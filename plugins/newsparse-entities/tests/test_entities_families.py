"""People told apart by what given names, relatives and generations say."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(("pronoun", "who"), [("he", "Robert Sande"), ("she", "Anna Quill")])
def test_a_pronoun_means_the_person_whose_given_name_fits(read, pronoun, who):
    result = read("{Anna Quill:Person} met {Robert Sande:Person} in Oslo.", f"Then {pronoun} left.")
    assert result.means(pronoun) == who


def test_a_title_says_more_than_a_given_name(read):
    assert read("Mr. {Anna Quill:Person} spoke.", "Then he left.").means("he") == "Anna Quill"


def test_a_pronoun_that_the_only_given_name_denies_is_left_open(read):
    assert read("{Anna Quill:Person} spoke.", "Then he left.").means("he") is None


def test_spouses_of_one_surname_are_told_apart_by_their_given_names(read):
    couple = "{Robert Quill:Person} and {Anna Quill:Person} left."
    result = read(couple, "Mr. {Quill:Person} spoke.", "Mrs. {Quill:Person} left.")
    assert [result.means("Quill", 0), result.means("Quill", 1)] == ["Robert Quill", "Anna Quill"]


@pytest.mark.parametrize(
    "start",
    [
        "{Robert:Person} and {Anna Quill:Person} left.",
        "{Robert:Person} and 14-year-old {Anna Quill:Person} left.",
        "{Anna Quill:Person} left with her husband, {Robert:Person}.",
    ],
)
def test_a_relative_shares_the_surname_of_the_full_name_beside(read, start):
    result = read(start, "Mr. {Quill:Person} spoke.", "Mrs. {Quill:Person} left.")
    assert [result.means("Quill", 0), result.means("Quill", 1)] == ["Robert", "Anna Quill"]


KIN = dict.fromkeys(("husband", "son", "wife", "brothers", "family", "road"), ("NOUN", None, None))


@pytest.mark.parametrize(
    "text",
    [
        "{Anna Quill:Person} left with husband {Tom Quill:Person}.",
        "{Anna Quill:Person} 's late husband, {Tom Quill:Person}, left.",
        "{Anna Quill:Person} 's son {Tom Quill:Person} left.",
        "{Anna Quill:Person} left with {Tom Quill:Person}, her husband.",
        "{Anna Quill:Person} left with {Tom Quill:Person}, {Anna:Person} 's late son.",
    ],
)
def test_whoever_is_brought_in_as_a_relative_is_not_meant_by_the_surname(read, text):
    result = read(text, "{Quill:Person} spoke.", tree=KIN | {"late": ("ADJ", None, None)})
    assert result.means("Quill") == "Anna Quill"


@pytest.mark.parametrize(
    "text",
    [
        "{Anna Quill:Person} left with {Tom Quill:Person}.",
        "{Anna Quill:Person} left with the husband {Tom Quill:Person}.",
        "{Anna Quill:Person} left, a wife. {Tom Quill:Person} came.",
        "{Anna Quill:Person} left with {Tom Quill:Person}, a son of the town.",
    ],
)
def test_whoever_is_no_relative_of_somebody_named_is_meant_by_the_surname(read, text):
    result = read(text, "{Quill:Person} spoke.", tree=KIN)
    assert result.means("Quill") == "Tom Quill"


@pytest.mark.parametrize(
    ("who", "means"),
    [
        ("her husband {Ku Siu-ho:Person}", "Wilma Ku Bo Yuet-mo"),
        ("her son {Owen Ku Jit-so:Person}", "Wilma Ku Bo Yuet-mo"),
        ("the baker {Ku Siu-ho:Person}", "Ku Siu-ho"),
    ],
)
def test_a_family_name_that_comes_first_or_between_is_not_the_relatives(read, who, means):
    result = read(f"{{Wilma Ku Bo Yuet-mo:Person}} came with {who}.", "{Ku:Person} spoke.", tree=KIN)
    assert result.means("Ku") == means


def test_a_relative_is_called_by_the_given_name(read):
    text = "{Maria Paul Quill:Person} left with her brother {Paul Quill:Person}."
    assert read(text, "{Paul:Person} spoke.", tree=KIN).means("Paul") == "Paul Quill"


@pytest.mark.parametrize(
    ("text", "words", "means"),
    [
        ("The {Quill:Person} brothers left.", "Quill", "Quill"),
        ("The {Quill:Person} family left.", "Quill", "Quill"),
        ("Then the {Quills:Person} left.", "Quills", "Quills"),
        ("Then {Quills:Person} left.", "Quills", "Anna Quill"),
        ("The {Quill:Person} road is long.", "Quill", "Anna Quill"),
        ("Mr. {Quill:Person} family law.", "Quill", "Quill"),
    ],
    ids=["brothers", "family", "plural", "one letter more", "no family", "a man"],
)
def test_a_family_is_nobody_of_it(read, text, words, means):
    result = read("{Anna Quill:Person} came.", text, "{Anna Quill:Person} ate.", tree=KIN)
    assert result.means(words) == means


def test_a_family_has_one_name(read):
    text = "The {Quill:Person} brothers met {Anna Quill:Person}. The {Quills:Person} left."
    assert read(text, tree=KIN).words("Quill") == ["Quill", "Quills"]


def test_a_plural_that_is_somebodys_surname_is_no_family(read):
    result = read("{Anna Quill:Person} met {Tom Quills:Person}. Then the {Quills:Person} left.", tree=KIN)
    assert result.means("Quills") == "Tom Quills"


def test_a_surname_without_a_title_does_not_mean_a_relative(read):
    result = read("{Anna Quill:Person} left with her husband, {Robert:Person}.", "{Quill:Person} spoke.")
    assert result.means("Quill") == "Anna Quill"


def test_a_man_who_is_no_relative_does_not_share_a_surname(read):
    result = read("{Anna Quill:Person} left with the baker, {Robert:Person}.", "Mr. {Quill:Person} spoke.")
    assert result.means("Quill") == "Quill"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{Nora Falk:Person} Jr. left.", "Nora Falk Jr."),
        ("{Nora Falk:Person}, Sr. left.", "Nora Falk, Sr."),
        ("{Nora Falk MBE:Person} left.", "Nora Falk"),
        ("{Nora Falk KC OBE:Person} left.", "Nora Falk"),
        ("{Nora MS:Person} left.", "Nora MS"),
    ],
)
def test_a_generation_belongs_to_a_name_and_an_honour_does_not(read, text, name):
    assert read(text).names == [name]


def test_a_firm_without_its_legal_suffix_is_the_firm(read):
    result = read("{Quillon Ltd.:Organization} grew.", "{Quillon:Person} fell.")
    assert result.words("Quillon Ltd.") == ["Quillon Ltd.", "Quillon"]


def test_a_person_is_not_a_firm_without_a_legal_suffix(read):
    result = read("{Quillon Works:Organization} grew.", "{Nora Quillon:Person} left.", "{Quillon:Person} fell.")
    assert result.means("Quillon") == "Nora Quillon"


@pytest.mark.parametrize(
    "text",
    [
        "{Anna Quill:Person}, mother of {Tom Quill:Person}, left.",
        "{Anna Quill:Person}, mother of the late sailor {Tom Quill:Person}, left.",
        "{Tom Quill:Person} slept. {Anna Quill:Person}, whose brother {Tom Quill:Person} slept, left.",
    ],
)
def test_whoever_says_whose_relative_somebody_is_is_not_meant_by_the_surname(read, text):
    assert read(text, "{Quill:Person} spoke.").means("Quill") == "Anna Quill"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("{Anna Quill:Person}, a baker, met {Tom Quill:Person}.", ""),
        ("{Anna Quill:Person} met a mother and {Tom Quill:Person}.", ""),
        ("{Anna Quill:Person}, mother of {Tom Quill:Person}, left.", "{Tom Quill:Person} slept."),
        ("{Anna Quill:Person}, mother of two, and {Tom Quill:Person} left.", ""),
    ],
)
def test_the_last_of_a_surname_is_meant_where_no_relative_is_told_of(read, text, after):
    assert read(*filter(None, (text, after)), "{Quill:Person} spoke.").means("Quill") == "Tom Quill"
