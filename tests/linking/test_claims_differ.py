"""Claims made by hand that differ in one word: whether two people say different things, and one takes back a claim."""

from __future__ import annotations

import pytest

from newsparse.linking.status.differing import are_opposed, contradict, differ, share
from tests.linking.made_claims import LEAKS, claim


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
