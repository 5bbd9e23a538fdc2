"""Signs are looked for only where a word beside the name lets them be there, and none of those is passed over."""

from __future__ import annotations

import pytest

from newsparse.testing import parsed
from newsparse_entities.mentions.case import Case
from newsparse_entities.mentions.cues import possible
from newsparse_entities.mentions.signs import SIGNS
from newsparse_entities.mentions.together import Names
from newsparse_entities.mentions.uses import Use
from newsparse_entities.reading import Reading

CLASSES = frozenset(("Person", "Organization", "Location", "Product"))
TREE = {"Kell": ("PROPN", "nsubj", "merged"), "merged": ("VERB", "root", None)}
LEMMAS = {"merged": "merge"}


def case(sentence):
    """The question about the first name that is marked in a sentence."""
    document = parsed(*sentence.split(" || "), tree=TREE, lemmas=LEMMAS)
    item = document.mentions[0]
    return Case([Use(Names(Reading(document), document.mentions), item)], item.label, 0)


@pytest.mark.parametrize(
    ("sign", "sentence"),
    [
        ("part-of-a-full-name", "{Holt:Location} left, {Nadia Holt:Person} came."),
        ("part-of-a-full-name", "{Holt:Organization} left, {Ben Holt:Person} came."),
        ("aged", "{Kell:Person}, 44, came."),
        ("role-before", "The economist {Kell:Person} came."),
        ("role-in-apposition", "{Kell:Location}, an economist, came."),
        ("relatives-of-a-person", "{Kell:Location}'s wife came."),
        ("who", "{Kell:Location} who came left."),
        ("who", "{Kell:Location}, who came, left."),
        ("full-name", "{Nadia Frost:Misc} left, {Frost:Person} came."),
        ("last-word-of-a-body", "{Tarnholm Academy:Misc} closed."),
        ("first-word-of-a-body", "{Fundación Nadia Holt:Person} closed."),
        ("last-word-of-a-paper", "{Tarn Fishing Weekly:Misc} closed."),
        ("club", "{Kell Town:Location} beat Orla."),
        ("board-of-a-body", "{Kell:Location}'s board met."),
        ("shares-of", "Shares of {Kell:Location} fell."),
        ("employer", "The head of sales at {Kell:Location} came."),
        ("kind-before", "The carmaker {Kell:Location} fell."),
        ("kind-before", "The carmaker, {Kell:Location}, fell."),
        ("kind-in-apposition", "{Kell:Location}, a carmaker, fell."),
        ("noun-of-a-body", "{Kell:Location} shares fell."),
        ("noun-of-a-body", "{Kell:Location}, founded in May, fell."),
        ("whose-board", "{Kell:Location}, whose board met, fell."),
        ("what-bodies-do", "{Kell:Location} merged"),
        ("its", "{Kell:Location} merged its hall"),
        ("contest", "{Larkmoor Rangers:Location} beat Ashdon."),
        ("dateline", "ORLA ({Reuben Wire:Location}) — It rained."),
        ("product-before", "The drug {Zorabin:Person} came."),
        ("product-before-comma", "Its scooter, {Corsa:Person}, came."),
        ("product-in-apposition", "{Zorabin:Person}, a drug, came."),
        ("model-number", "{Kell 3:Misc} came."),
        ("last-word-of-a-place", "{Holt Lane:Person} was closed."),
        ("in-a-place", "It rained in {Kell:Location}."),
    ],
)
def test_a_sign_that_is_there_is_looked_for(sign, sentence):
    asked = case(sentence)
    there = {rule.name for rule in SIGNS if rule.find(asked) is not None}
    assert f"entities.class.{sign}" in there
    assert there <= possible(asked.uses, CLASSES)


@pytest.mark.parametrize(
    ("sign", "sentence"),
    [
        ("who", "{Kell:Location}, which came, left."),
        ("in-a-place", "It rained on {Kell:Location}."),
        ("its", "They left {Orla:Location} its hall"),
        ("last-word-of-a-body", "{Tarnholm:Misc} closed."),
        ("model-number", "{Kell 3:Location} came."),
    ],
)
def test_a_sign_whose_word_is_missing_is_not_looked_for(sign, sentence):
    assert f"entities.class.{sign}" not in possible(case(sentence).uses, CLASSES)


def test_only_signs_of_the_classes_asked_about_are_looked_for():
    found = possible(case("{Kell:Location}'s board met in Tarn.").uses, frozenset(["Location"]))
    assert {rule.name for rule in SIGNS if rule.name in found} == found
    assert not [name for name in found if "board" in name]
