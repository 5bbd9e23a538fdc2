"""Traps that users of other tools report: two names in one group, pronouns as names, names found once and not again."""

from __future__ import annotations

SUBSIDIARY = {
    "Larkmoor": ("PROPN", "nsubj", "grew"),
    "subsidiary": ("NOUN", "appos", "Larkmoor"),
    "Fenwick": ("PROPN", "nmod", "subsidiary"),
    "grew": ("VERB", "root", None),
}


def test_a_subsidiary_is_not_its_parent(read):
    result = read("{Larkmoor:Organization}, a subsidiary of {Fenwick:Organization}, grew.", tree=SUBSIDIARY)
    assert sorted(result.names) == ["Fenwick", "Larkmoor"]


def test_the_second_of_two_bodies_in_one_mention_is_not_both(read):
    result = read(
        "{Tarn School Board and the Tarn Police Office:Organization} spoke.",
        "{Tarn Police Office:Organization} denied it.",
    )
    assert len(result.names) == 2


def test_what_follows_and_without_the_is_one_body(read):
    assert read(
        "The {Tarn Rail and Ferry Union:Organization} spoke.", "The {Ferry Union:Organization} left."
    ).names == ["Tarn Rail and Ferry Union"]


def test_names_of_national_teams_are_names_of_countries(read):
    assert len(read("{Korea Republic:Location} lost.", "{South Korea:Location} had hoped to win.").names) == 1


def test_an_entity_with_a_name_is_never_called_by_a_pronoun(read):
    result = read("Then she spoke.", "{Nadia Holt:Person} smiled.", "She left.")
    assert result.names == ["Nadia Holt"]


def test_a_family_name_that_the_backend_missed_is_found(read):
    result = read("{Nadia Holt:Person} spoke.", "Then Holt left.")
    assert [mention.text for mention in result.document.mentions if mention.form == "named"] == ["Nadia Holt", "Holt"]
    assert result.names == ["Nadia Holt"]
