"""The word lists: in the form that the code expects, all of them read."""

from __future__ import annotations

import pytest

from newsparse.model import Mention, Span
from newsparse.testing import check_lexicon, words_in_code
from newsparse_entities.grouping.people import group_people
from newsparse_entities.lexicon import listed, lists
from newsparse_entities.mentions.signs import CLASSES

KINDS = [
    *("masculine", "feminine", "neuter", "plural", "relative", "first", "group", "second"),
    *("definite", "possessive", "indefinite", "bare"),
    *("body", "person", "product", "place", "past", "groups"),
]
"""Classes and groups that the code tells apart."""


def test_no_english_word_is_written_in_the_code():
    signs = [name.rpartition(".")[2] for name in CLASSES]
    assert words_in_code("newsparse_entities", names=[*KINDS, *signs, *lists()]) == []


def test_every_list_is_read_and_no_two_are_equal():
    check_lexicon("newsparse_entities")


@pytest.mark.parametrize(
    "name",
    [
        "names.particles",
        "organisations.suffixes",
        "nouns.bodies.company",
        "nouns.bodies.body",
        "nouns.people.role",
        "names.small_words",
    ],
)
def test_words_that_are_compared_folded_are_in_lower_case(name):
    assert all(word == word.casefold() for word in listed(name))


def test_every_alias_means_one_country():
    aliases = lists().groups("countries.aliases")
    every = [alias for name, others in aliases.items() for alias in (name, *others)]
    assert len(every) == len(set(every))


def test_every_gendered_title_is_a_title():
    gendered = listed("titles.words.masculine") | listed("titles.words.feminine")
    assert gendered <= listed("titles.words.role") | listed("titles.words.courtesy")


def test_a_name_of_marks_alone_does_no_harm():
    mention = Mention.make("?!", Span(0, 2), label="Person")
    assert [group.members for group in group_people([mention])] == [[mention]]
