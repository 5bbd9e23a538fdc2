"""Organisations meant by whose they are: "her institute", "Holt's company"."""

from __future__ import annotations

import pytest

NOUNS = {
    "a body of another word": ("economist at {Wage Centre:Organization}", "institute", "Wage Centre"),
    "a company": ("founder of {Selwyn Works:Organization}", "company", "Selwyn Works"),
    "a union by its kind": ("head of {United Dock Workers:Organization}", "union", "United Dock Workers"),
    "a word of the name": ("head of {Selwyn Council:Organization}", "council", "Selwyn Council"),
    "no company": ("head of {Selwyn Council:Organization}", "company", None),
    "no party": ("head of {Selwyn Works:Organization}", "party", None),
    "a role that is over": ("former director of {Selwyn Works:Organization}", "company", None),
}


@pytest.mark.parametrize("owner", ["Her", "Holt's"])
@pytest.mark.parametrize("case", NOUNS)
def test_a_body_of_a_person_is_one_in_which_the_text_gives_a_role(read, case, owner):
    role, noun, meant = NOUNS[case]
    head = role.split()[1 if role.startswith("former") else 0]
    tree = {"Holt": ("PROPN", "nmod:poss", noun), "'s": ("PART", "case", "Holt"), head: ("NOUN", "appos", "Holt")}
    result = read(f"{{Nadia Holt:Person}}, a {role}, spoke.", f"{owner} {noun} paid.", tree=tree)
    found = {item.text: item.entity for item in result.document.mentions}
    assert (result.means(f"{owner} {noun}") if f"{owner} {noun}" in found else None) == meant


def test_a_body_of_a_person_with_two_of_the_kind_stays_open(read):
    first = "{Nadia Holt:Person}, a director of {Selwyn Works:Organization}, spoke."
    tree = {"Holt": ("PROPN", "nmod:poss", "company"), "'s": ("PART", "case", "Holt")}
    result = read(
        first, "{Nadia Holt:Person}, a director of {Larkmoor:Organization}, spoke.", "Holt's company paid.", tree=tree
    )
    assert "Holt's company" not in [item.text for item in result.document.mentions]
