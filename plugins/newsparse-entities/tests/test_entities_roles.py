"""Roles beside a name: whose they are, and the organisation that the text means with them."""

from __future__ import annotations

import pytest

ORGANISED = {
    "description with a possessive": (
        "{Larkmoor:Organization} fell.",
        "“No,” said {Nadia Holt:Person}, the company's director.",
        "director",
    ),
    "its, before a comma": ("{Larkmoor:Organization} fell.", "Its director, {Nadia Holt:Person}, left.", "director"),
    "owner of a thing described": (
        "{Harrow Bank:Organization} fell.",
        "The owner of the bank, {Nadia Holt:Person}, left.",
        "owner of the bank",
    ),
    "role in the only body told of": (
        "{Larkmoor:Organization} fell.",
        "{Nadia Holt:Person}, the director, left.",
        "director",
    ),
    "agent of": ("It rained.", "House agent {Nadia Holt:Person} of {Larkmoor:Organization} left.", "House agent"),
    "rank of": ("It rained.", "Sgt. {Nadia Holt:Person} of {Larkmoor:Organization} left.", "Sgt."),
    "after an age": (
        "It rained.",
        "{Nadia Holt:Person}, 44, an engineer at {Larkmoor:Organization}, left.",
        "engineer",
    ),
}

FREE = {
    "before a comma": ("The mayor's driver, {Nadia Holt:Person}, left.", ["driver"]),
    "two roles": ("{Nadia Holt:Person}, a lawyer and author, left.", ["lawyer", "author"]),
    "retired": ("{Nadia Holt:Person}, 67, a retired teacher in {Fenwick:Location}, left.", ["teacher"]),
    "a noun by its ending": ("{Nadia Holt:Person}, a welder, left.", ["welder"]),
    "what follows is no role": ("{Nadia Holt:Person}, a nurse waiting for a train, left.", ["nurse"]),
}

TAGS = {
    "driver": ("NOUN", None, None),
    "welder": ("NOUN", None, None),
    "nurse": ("NOUN", None, None),
    "waiting": ("VERB", None, None),
    "House": ("NOUN", None, None),
    "agent": ("NOUN", None, None),
}


@pytest.mark.parametrize("case", ORGANISED)
def test_a_role_has_the_organisation_that_the_text_means(read, case):
    first, second, role = ORGANISED[case]
    result = read(first, second, tree=TAGS)
    (affiliation,) = result.entity("Nadia Holt").affiliations
    bodies = {entity.id for entity in result.document.entities if entity.label == "Organization"}
    assert affiliation.role.text == role
    assert affiliation.organisation in bodies


@pytest.mark.parametrize("case", FREE)
def test_a_role_without_organisation_ends_where_it_ends(read, case):
    sentence, roles = FREE[case]
    found = read(sentence, tree=TAGS).entity("Nadia Holt").affiliations
    assert [item.role.text for item in found] == roles
    assert {item.organisation for item in found} == {None}


def test_a_retired_person_held_the_role(read):
    (affiliation,) = read("{Nadia Holt:Person}, a retired teacher, left.").entity("Nadia Holt").affiliations
    assert affiliation.former


def test_a_role_owned_by_a_person_is_in_no_organisation(read):
    result = read("{Larkmoor:Organization} fell.", "The mayor's spokesman, {Nadia Holt:Person}, left.")
    assert [item.organisation for item in result.entity("Nadia Holt").affiliations] == [None]


def test_the_agency_of_a_dateline_is_not_what_an_article_is_about(read):
    result = read(
        "TARN ({Holm Wire:Organization}) — {Larkmoor:Organization} fell.", "{Nadia Holt:Person}, the director, left."
    )
    assert [item.organisation for item in result.entity("Nadia Holt").affiliations] == [result.entity("Larkmoor").id]


def test_people_in_a_row_have_no_roles(read):
    result = read(
        "The {Marsh Water Board:Organization} director, a nurse, two drivers, {Nadia Holt:Person} and I left."
    )
    assert result.entity("Nadia Holt").affiliations == ()


def test_an_office_of_two_words_is_one_role(read):
    tree = {"Chief": ("PROPN", "compound", "Holt"), "Constable": ("PROPN", "compound", "Holt")}
    result = read("Chief Constable {Nadia Holt:Person} left.", tree=tree)
    assert [item.role.text for item in result.entity("Nadia Holt").affiliations] == ["Chief Constable"]


PORT = {
    "port": ("NOUN", None, None),
    "council": ("NOUN", None, None),
    "authority": ("NOUN", None, None),
    "Fenwick": ("PROPN", None, None),
    "spoke": ("VERB", None, None),
}


@pytest.mark.parametrize("noun", ["authority", "council"])
@pytest.mark.parametrize(("before", "is_held"), [("The port {} spoke.", False), ("It rained.", True)])
def test_a_role_is_held_in_the_unnamed_body_of_that_kind_and_not_in_another(read, noun, before, is_held):
    result = read(
        "{Larkmoor:Organization} fell.",
        before.format(noun),
        f"The {noun}'s director, {{Nadia Holt:Person}}, left.",
        tree=PORT,
    )
    (affiliation,) = result.entity("Nadia Holt").affiliations
    assert (affiliation.organisation is not None) is is_held
