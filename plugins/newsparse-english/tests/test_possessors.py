"""Possessors depend on what they own, whatever the scores of the network say."""

from __future__ import annotations

import pytest

from newsparse_english.possessors import attach

NAME = [("Iva", "PROPN", "NNP"), ("Novak", "PROPN", "NNP"), ("'s", "PART", "POS")]
SAID = ("said", "VERB", "VBD")


def attached(words, heads, relations):
    heads, relations = list(heads), list(relations)
    attach(heads, relations, [upos for _, upos, _ in words], [xpos for _, _, xpos in words])
    return heads, relations


def test_a_possessor_depends_on_what_it_owns_beside_it():
    words = [*NAME, ("lawyer", "NOUN", "NN"), SAID]
    found = attached(words, [4, 0, 0, 4, 4], ["nsubj", "flat", "case", "nsubj", "root"])
    assert found == ([3, 0, 0, 4, 4], ["nmod:poss", "flat", "case", "nsubj", "root"])


def test_what_depends_on_its_possessor_takes_its_place():
    words = [*NAME, ("old", "ADJ", "JJ"), ("lawyer", "NOUN", "NN"), SAID]
    found = attached(words, [5, 0, 0, 4, 0, 5], ["nsubj", "flat", "case", "amod", "appos", "root"])
    assert found == ([4, 0, 0, 4, 5, 5], ["nmod:poss", "flat", "case", "amod", "nsubj", "root"])


def test_what_a_root_owns_becomes_the_root():
    words = [*NAME, ("lawyer", "NOUN", "NN")]
    assert attached(words, [0, 0, 0, 0], ["root", "flat", "case", "appos"])[0] == [3, 0, 0, 3]


def test_an_ending_attached_to_what_follows_belongs_to_the_name_before_it():
    words = [*NAME, ("lawyer", "NOUN", "NN"), SAID]
    found = attached(words, [4, 0, 3, 4, 4], ["nsubj", "flat", "case", "nsubj", "root"])
    assert found[0] == [3, 0, 0, 4, 4]


def test_a_possessor_inside_the_phrase_that_it_owns_keeps_its_head():
    words = [*NAME, ("campaign", "NOUN", "NN"), ("donors", "NOUN", "NNS"), SAID]
    found = attached(words, [4, 0, 0, 4, 5, 5], ["compound", "flat", "case", "compound", "nsubj", "root"])
    assert found == ([4, 0, 0, 4, 5, 5], ["nmod:poss", "flat", "case", "compound", "nsubj", "root"])


@pytest.mark.parametrize(
    ("last", "heads", "relations"),
    [
        (("there", "ADV", "RB"), [4, 0, 0, 4, 4], ["obl", "flat", "case", "advmod", "root"]),
        (("lawyer", "NOUN", "NN"), [3, 0, 0, 4, 4], ["nmod:poss", "flat", "case", "nsubj", "root"]),
    ],
    ids=["nothing owned", "right already"],
)
def test_other_trees_stay(last, heads, relations):
    assert attached([*NAME, last, SAID], heads, relations) == (heads, relations)
