"""Claims made by hand that differ in one word: whether they tell something else of one thing."""

from __future__ import annotations

import pytest

from newsparse.linking.status.matters import of_another, tell_apart
from tests.linking.made_claims import LEAKS, claim


@pytest.mark.parametrize(
    ("one", "other", "another"),
    [
        (LEAKS, LEAKS, False),
        (LEAKS, "dam object sell, Kell place dam in, sell root - stands", True),
        # a word that begins alike may be made of the other
        (LEAKS, "dam subject carry, Kell place dam in, carry root - stands, leakage object carry", False),
        (LEAKS, "dam subject carry, Kell place dam in, carry root - stands, leader object carry", True),
        (
            "dam subject end, Kell place dam in, end root - stands",
            "dam subject endure, Kell place dam, endure root - stands",
            True,
        ),
        ("dam subject leap, Kell place dam in, leap root - stands", LEAKS, True),
        # a word of the same meaning, in either list of them
        (
            "dam subject close, Kell place dam in, close root - stands",
            "dam subject shut, Kell place dam in, shut root - stands",
            False,
        ),
        (
            "dam subject destroy, Kell place dam in, destroy root - stands",
            "dam subject wreck, Kell place dam in, wreck root - stands",
            False,
        ),
        (
            "dam subject alter, Kell place dam in, alter root - stands",
            "dam subject change, Kell place dam in, change root - stands",
            False,
        ),
        (
            "dam subject dip, Kell place dam in, dip root - stands",
            "dam subject dig, Kell place dam, dig root - stands",
            True,
        ),
        (
            "dam subject dry, Kell place dam in, dry root - stands",
            "dam subject dryer, Kell place dam, dryer root - stands",
            True,
        ),
        # what one says may be anywhere among the words of the other
        (
            "dam subject leak, Kell place dam in, leak root - stands",
            "dam subject be, Kell place dam, be root - stands, leak place be",
            False,
        ),
        ("dam subject see, Kell place dam in, see root - stands, leak place see", LEAKS, False),
        ("dam subject see, Kell place dam in, see root - stands, rust place see", LEAKS, True),
        # words that say nothing to be so
        (LEAKS, "dam subject sell, Kell place dam in, sell root -", False),
        (LEAKS, "dam subject sell, Kell place dam in, sell manner - stands", False),
        (LEAKS, "dam name sell, Kell place dam in, sell root - stands", False),
        (LEAKS, "dam - -, Kell place dam in", False),
        ("dam - -, Kell place dam in", LEAKS, False),
        # verbs that say nothing say what their objects do
        (LEAKS, "dam subject have, Kell place dam in, have root - stands, gate object have", True),
        (LEAKS, "dam subject have, Kell place dam in, have root - stands, gate place have", False),
        (LEAKS, "dam subject have, Kell place dam in, have root - stands, that object have pronoun", False),
        (LEAKS, "dam subject have, Kell place dam in, have root - stands, cut relative dam, gate object cut", False),
        # who gives or disputes something says nothing of it
        (LEAKS, "dam subject say, Kell place dam in, say root - stands", False),
        (LEAKS, "dam subject dispute, Kell place dam in, dispute root - stands", False),
        # two who take part are enough
        (
            "storm subject harm, dam object harm, harm root - stands",
            "storm subject damage, dam object damage, damage root - stands",
            False,
        ),
        (
            "storm subject harm, dam object harm, harm root - stands",
            "storm subject damage, dam place damage, damage root - stands",
            True,
        ),
        (
            "storm subject harm, it object harm pronoun, harm root - stands",
            "storm subject damage, it object damage pronoun, damage root - stands",
            True,
        ),
        (
            "storm subject harm, dam object harm, harm root - stands, wall place dam",
            "wall subject damage, dam object damage, damage root - stands",
            True,
        ),
        (
            "storm subject harm, dam object harm, harm root - stands",
            "storm subject damage, wall object damage, damage root - stands, dam object wall",
            True,
        ),
        # nouns for what happens to something
        (LEAKS, "sale root -, dam owner sale of, Kell place dam in", True),
        (LEAKS, "leak root -, dam owner leak of, Kell place dam in", False),
        (LEAKS, "sale root -, dam owner sale, Kell place dam in", False),
        (LEAKS, "sale root -, dam place sale of, Kell place dam in", False),
        (LEAKS, "sale object -, dam owner sale of, Kell place dam in", False),
        (LEAKS, "number root -, dam owner number of, Kell place dam in", False),
        (LEAKS, "sale root -, dam place sale, Kell owner dam of", False),
        # other places
        (LEAKS, "dam subject leak, Lund place dam in, leak root - stands", True),
        (LEAKS, "dam subject leak, Lund goal dam in, leak root - stands", False),
        (
            "dam subject leak, Kell from dam, leak root - stands",
            "dam subject leak, Lund from dam, leak root - stands",
            True,
        ),
    ],
)
def test_claims_of_one_thing_tell_another_thing_of_it(one, other, another):
    assert of_another(claim(one), claim(other)) is another
    assert of_another(claim(other), claim(one)) is another


def test_whoever_names_the_claim_may_tell_it_in_other_words():
    other = claim("dam object sell, Kell place dam in, sell root - stands")
    assert not of_another(claim(LEAKS), other, taking_part=0)
    assert not of_another(claim(LEAKS), other, taking_part=1)
    assert of_another(claim(LEAKS), claim("dam subject leak, Lund place dam in, leak root - stands"), taking_part=0)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("hurt root - stands", "hurt root - stands", False),
        ("hurt root - stands", "pay root - stands", True),
        ("hurt root - stands", "pay root -", False),
        ("hurt root - stands", "pay place - stands", False),
        ("hurt root - stands", "have root - stands", False),
        ("hurt root - stands", "have root - stands, beer object have", True),
        ("hurt root - stands", "see root - stands, hurt content see", False),
        ("hurt root - stands", "see root - stands, hurt place see", False),
        ("see root - stands, hurt place see", "hurt root - stands", False),
        ("hurt root - stands", "say root - stands", False),
        ("say root - stands", "hurt root - stands", False),
    ],
)
def test_figures_count_those_to_whom_something_else_happens(one, other, apart):
    assert tell_apart(claim(one), claim(other)) is apart
