"""Claims made by hand that differ in one word: whether they say the same of one thing, or something else."""

from __future__ import annotations

import pytest

from newsparse.linking.status.differing import are_opposed, contradict, differ, share
from newsparse.linking.status.matters import of_another, tell_apart
from newsparse.linking.status.meaning import Word

FLAGS = {"stands": {"stands": True}, "pronoun": {"content": False}, "own": {"content": False, "own": True}}
FLAGS |= {"not": {"negated": True}, "may": {"mood": "possible"}, "next": {"sentence": 1}}


def claim(text):
    """A claim from words as "dam subject leak" (lemma, slot, head), "leak root - stands", or "Kell place dam in"."""
    rows = [row.split() for row in text.split(", ")]
    lemmas = [row[0] for row in rows]
    return tuple(word(lemmas, *row) for row in rows)


def word(lemmas, lemma, slot="", head="-", *more):
    """A word whose head is a lemma of the claim."""
    fields = {"lemma": lemma, "slot": slot, "head": -1 if head == "-" else lemmas.index(head)}
    for item in more:
        fields |= FLAGS.get(item, {"case": item})
    return Word(**fields)


LEAKS = "dam subject leak, Kell place dam in, leak root - stands"


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


@pytest.mark.parametrize(
    ("one", "other", "different"),
    [
        (LEAKS, LEAKS, False),
        (LEAKS, "dam subject leak, leak root - stands", False),
        (LEAKS, "dam subject leak, Kell place dam in, leak root - stands not", True),
        (LEAKS, "dam subject leak, Kell place dam in, leak root - stands may", True),
        (LEAKS, "well subject leak, Kell place well in, leak root - stands", True),
        # most words of the shorter one have to be the same
        ("dam subject leak, leak root - stands", "dam subject rot, rot root - stands", True),
        (
            "dam subject leak, leak root - stands",
            "dam subject leak, leak root - stands, rust subject eat next, eat root - next stands",
            False,
        ),
        ("dam subject leak, leak root - stands", "lamp subject burn, burn root - stands", True),
        # one sentence of several is about the same
        (
            "dam subject leak, leak root - stands",
            "lamp subject burn, burn root - stands, dam subject rot next, rot root - next stands",
            True,
        ),
        (
            "lamp subject burn, burn root - stands, well subject leak next, leak root - next stands",
            "well subject rot, rot root - stands",
            True,
        ),
        ("dam subject leak, leak root - stands, it root - next pronoun", LEAKS, False),
        # pronouns do not tell anything
        ("it subject leak pronoun, leak root - stands", "dam subject leak, leak root - stands", False),
        ("it subject leak pronoun, leak root - stands", "he subject leak pronoun, leak root - stands", False),
        (
            "he subject own pronoun, own root - stands, dam object own",
            "it subject own pronoun, own root - stands",
            False,
        ),
        # a word that is there twice is compared with the one in the same place, below the same word
        (
            "dam subject leak, leak root - stands, wall place leak, dam owner wall",
            "dam subject leak, leak root - stands, wall place leak, dam owner wall",
            False,
        ),
        (
            "dam subject leak, leak root - stands, rust place leak, Kell owner dam",
            "Kell owner dam, rust place leak, leak root - stands, dam subject leak",
            False,
        ),
        # a word for another one, in the same place below the same word
        (
            "dam subject leak, leak root - stands, rust cause leak",
            "dam subject leak, leak root - stands, age cause leak",
            True,
        ),
        (
            "dam subject leak, leak root - stands, rust cause leak",
            "dam subject leak, leak root - stands, age goal leak",
            False,
        ),
        (
            "dam subject leak, leak root - stands, rust cause leak",
            "dam subject leak, leak root - stands, age cause dam",
            False,
        ),
        # a predicate is below nothing, wherever it stands
        (
            "wall object -, dam subject leak, leak root - stands",
            "well object leak, dam subject leak, leak root - stands",
            False,
        ),
        (
            "leak root - stands, dam subject leak, rust cause leak",
            "dam subject leak, leak root - stands, age cause leak",
            True,
        ),
        (
            "burn root - stands, dam subject burn, rust cause burn",
            "dam subject burn, burn root - stands, age cause burn",
            True,
        ),
        (
            "dam subject leak, leak root - stands, Monday time leak, May time Monday",
            "dam subject leak, leak root - stands, May time leak",
            False,
        ),
        (
            "aide subject say, say root - stands, dam subject leak, Kell place dam in, leak content say stands",
            LEAKS,
            False,
        ),
        (
            "aide subject see, see root - stands, leak object see, dam owner leak",
            "dam subject leak, leak root - stands",
            True,
        ),
        ("dam subject leak, leak root -", "dam subject leak, leak root -", False),
        (
            "aide subject fear, fear root - stands, leak content fear stands",
            "aide subject fear, fear root - stands, leak object fear",
            False,
        ),
        (
            "aide subject fear, fear root - stands, leak content fear stands",
            "aide subject fear, fear root - stands, leak cause fear",
            False,
        ),
        # what is not said to be so in both
        (LEAKS, "mayor subject want, want root - stands, dam subject leak, Kell place dam in, leak content want", True),
        (
            LEAKS,
            "mayor subject say, say root - stands, dam subject leak, Kell place dam in, leak content say stands",
            False,
        ),
        (
            "mayor subject say, say root - stands, dam subject leak, Kell place dam in, leak content say stands",
            LEAKS,
            False,
        ),
        (
            "mayor subject see, see root - stands, leak object see, dam owner leak",
            "dam subject leak, leak root - stands",
            True,
        ),
        # sides that are changed, and one side alone
        (
            "tug subject ram, ferry object ram, ram root - stands",
            "ferry subject ram, tug object ram, ram root - stands",
            True,
        ),
        ("pier subject open, open root - stands", "pier object open, open root - stands", False),
        ("pier subject open, open root - stands", "pier object open, king subject open, open root - stands", True),
        ("pier subject eat, eat root - stands", "pier object eat, eat root - stands", True),
        (
            "pier subject open, open root - stands, lamp object burn, burn clause open",
            "pier object open, open root - stands",
            False,
        ),
        ("pier subject open, open root - stands, lamp place open", "pier object open, open root - stands", False),
        # whoever speaks says so of their own
        (
            "my owner ferry own, ferry subject sink, sink root - stands",
            "my owner ferry own, ferry subject sink, sink root - stands",
            True,
        ),
        (
            "my owner ferry pronoun, ferry subject sink, sink root - stands",
            "my owner ferry pronoun, ferry subject sink, sink root - stands",
            False,
        ),
        # people who are nobody in particular are told by what they are like
        (
            "people subject leave, angry quality people, leave root - stands",
            "dockers subject leave, leave root - stands",
            True,
        ),
        (
            "people subject leave, angry quality people, leave root - stands",
            "angry subject leave, leave root - stands",
            False,
        ),
        ("dog subject leave, angry quality dog, leave root - stands", "angry subject leave, leave root - stands", True),
        (
            "dam subject leak, Monday time dam, leak root - stands",
            "dam subject leak, Tuesday time dam, leak root - stands",
            True,
        ),
        # opposites, also of prepositions
        ("dam subject rise, rise root - stands", "dam subject fall, fall root - stands", True),
        (
            "dam subject lie, Kell place lie before, lie root - stands",
            "dam subject lie, Kell place lie after, lie root - stands",
            True,
        ),
        # without trees, words between words
        ("dam, in, Kell, leak", "dam, in, Kell, leak", False),
        ("dam, in, Kell, leak", "dam, in, Lund, leak", True),
        ("dam, in, Kell, leak", "dam, Kell, leak", False),
    ],
)
def test_claims_of_two_people_say_different_things(one, other, different):
    assert differ(claim(one), claim(other)) is different
    assert differ(claim(other), claim(one)) is different


@pytest.mark.parametrize(
    ("one", "other", "against"),
    [
        (LEAKS, "dam subject leak, Lund place dam in, leak root - stands", False),
        (LEAKS, "dam subject leak, Kell place dam in, leak root - stands not", True),
        (LEAKS, "well subject leak, leak root - stands", True),
        (LEAKS, "dam subject burst, Kell place dam in, burst root - stands", False),
        (
            "lamp object steal, Kell owner lamp, steal root - stands",
            "lamp object steal, Lund owner lamp, steal root - stands",
            True,
        ),
    ],
)
def test_one_person_takes_back_what_was_said_or_only_tells_it_otherwise(one, other, against):
    assert contradict(claim(one), claim(other)) is against
    assert contradict(claim(other), claim(one)) is against


def test_the_share_of_words_is_that_of_the_shorter_claim():
    assert share(claim(LEAKS), claim("dam subject leak, leak root - stands")) == 1
    assert share(claim(LEAKS), claim("dam subject burst, Kell place dam in, burst root - stands")) == pytest.approx(
        2 / 3
    )
    assert share(claim(LEAKS), claim("burst root -, it subject burst pronoun")) == 0
    assert share((), ()) == 0


def test_opposites_are_so_in_either_order():
    assert are_opposed("man", "woman")
    assert are_opposed("woman", "man")
    assert not are_opposed("man", "man")
    assert not are_opposed("man", "lamp")
