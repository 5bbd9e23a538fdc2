"""Somebody in office of whom the text gives no given name, and who is named right before "himself"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentences", "office"),
    [
        (["Mayor {Brook:Person} spoke.", "Mr. {Brook:Person} sat.", "Later {Ada Brook:Person} left."], "Mr."),
        (["Mayor {Brook:Person} spoke.", "Ms. {Brook:Person} sat.", "Later {Tom Brook:Person} left."], "Ms."),
        (["Mr. {Brook:Person} spoke.", "Mayor {Brook:Person} sat.", "Later {Ada Brook:Person} left."], "Mr."),
        (["Mayor {Brook:Person} spoke.", "Later {Ada Brook:Person} left.", "Mr. {Brook:Person} sat."], "Mr."),
    ],
)
def test_whoever_is_in_office_is_the_one_called_by_the_name_alone(read, sentences, office):
    people = [entity for entity in read(*sentences).document.entities if entity.label == "Person"]
    assert sorted(sorted(person.titles) for person in people) == [[], ["Mayor", office]]


def test_a_couple_is_told_apart_though_both_are_called_by_the_name(read):
    sentences = ["Mayor {Brook:Person} spoke.", "Mr. {Brook:Person} sat.", "Ms. {Brook:Person} met {Ada Brook:Person}."]
    people = [entity for entity in read(*sentences).document.entities if entity.label == "Person"]
    assert sorted(sorted(person.titles) for person in people) == [["Mayor", "Mr."], ["Ms."]]


def test_whoever_has_been_named_in_full_before_has_the_title(read):
    document = read(
        "Here {Tom Brook:Person} spoke.", "Captain {Brook:Person} sat.", "Mrs. {Brook:Person} left."
    ).document
    (known,) = [entity for entity in document.entities if entity.name == "Tom Brook"]
    assert "Captain" in known.titles


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mayor {Brook:Person} spoke.", "Mr. {Brook:Person} sat.", "Mayor {Ada Brook:Person} left."],
        ["Mayor {Brook:Person} spoke.", "Ms. {Brook:Person} sat.", "Later {Ada Brook:Person} left."],
        ["Mayor {Brook:Person} spoke.", "Later {Ada Brook:Person} left."],
        ["Dr. {Brook:Person} spoke.", "Mr. {Brook:Person} sat.", "Later {Ada Brook:Person} left."],
    ],
)
def test_the_title_is_hers_where_she_can_be_meant(read, sentences):
    document = read(*sentences).document
    (known,) = [entity for entity in document.entities if entity.name == "Ada Brook"]
    assert sentences[0].split()[0] in known.titles


@pytest.mark.parametrize(
    ("pronoun", "means"),
    [("himself", "Tom Varga"), ("herself", "Nadia Holt"), ("itself", None)],
)
def test_whoever_is_named_right_before_is_meant_if_of_that_gender(read, pronoun, means):
    text = ["Ms. {Nadia Holt:Person} met Mr. {Simon Brandt:Person}.", "Today Mr. {Tom Varga:Person} "]
    assert read(text[0], f"{text[1]}{pronoun} left.").means(pronoun) == means


def test_a_comma_parts_a_name_from_himself(read):
    sentences = ["Mr. {Simon Brandt:Person} spoke.", "He met Mr. {Tom Varga:Person}, himself slept."]
    assert read(*sentences).means("himself") == "Simon Brandt"


@pytest.mark.parametrize(("pronoun", "means"), [("itself", "Larkmoor Robotics"), ("themselves", "Larkmoor Robotics")])
def test_a_body_is_meant_by_itself(read, pronoun, means):
    text = "{Orla Ferries:Organization} rose.", f"Today {{Larkmoor Robotics:Organization}} {pronoun} fell."
    assert read(*text).means(pronoun) == means
