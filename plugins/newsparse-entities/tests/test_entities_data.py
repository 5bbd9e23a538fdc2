"""The word lists: in the form that the code expects, and without an entry twice."""

from __future__ import annotations

import pytest

from newsparse.model import Mention, Span
from newsparse_entities.grouping.people import group_people
from newsparse_entities.lexicon import lexicon, table

LISTS = [
    *((name, key) for name, key in [("titles", "roles"), ("titles", "also_names"), ("countries", "demonyms")]),
    *(("names", key) for key in ["particles", "hyphenated_particles", "keep_possessive", "small_words"]),
    *(("organisations", key) for key in ["suffixes", "generic", "company_nouns", "no_companies", "typed_nouns"]),
    *(("roles", key) for key in ["nouns", "prepositions", "determiners", "former", "current"]),
    *(("pronouns", key) for key in ["masculine", "feminine", "neuter", "plural", "relative", "reflexive"]),
]


@pytest.mark.parametrize(("name", "key"), LISTS)
def test_a_list_holds_words_without_repetition(name, key):
    words = table(name)[key]
    assert all(isinstance(word, str) and word == word.strip() != "" for word in words)
    assert len(words) == len(set(words))


@pytest.mark.parametrize("key", ["particles", "suffixes", "company_nouns", "typed_nouns", "role_nouns", "small_words"])
def test_words_that_are_compared_folded_stand_in_lower_case(key):
    assert all(word == word.casefold() for word in getattr(lexicon(), key))


def test_every_alias_means_one_country():
    aliases = table("countries")["aliases"]
    every = [alias for name, others in aliases.items() for alias in (name, *others)]
    assert len(every) == len(set(every))


def test_every_gendered_title_is_a_title():
    titles = table("titles")
    assert set(titles["gendered_roles"]) <= set(titles["roles"])
    assert set(titles["courtesy"].values()) | set(titles["gendered_roles"].values()) == {"masculine", "feminine", None}


def test_a_name_of_marks_alone_does_no_harm():
    mention = Mention.make("?!", Span(0, 2), label="Person")
    assert [group.members for group in group_people([mention])] == [[mention]]
