"""Possessors depend on what they own, whatever the scores of the network say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(st.data())
def test_a_tree_stays_a_tree(data):
    size = data.draw(st.integers(1, 8))
    order = data.draw(st.permutations(range(size)))
    heads = [0] * size
    for place, word in enumerate(order):
        heads[word] = order[data.draw(st.integers(0, place - 1))] if place else word
    relations = data.draw(st.lists(st.sampled_from(["case", "nsubj", "flat", "appos"]), min_size=size, max_size=size))
    tags = data.draw(st.lists(st.sampled_from(["NOUN", "PART", "VERB"]), min_size=size, max_size=size))
    attach(heads, relations, tags, ["POS" if tag == "PART" else "" for tag in tags])
    for word in range(size):
        for _ in range(size):
            word = heads[word]
        assert heads[word] == word
