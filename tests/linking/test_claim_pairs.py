"""Two claims that differ in one thing: whether one repeats, denies or contains the other, and says something else."""

from __future__ import annotations

import attrs
import pytest

from newsparse.linking.status.claims import Stated
from newsparse.linking.status.differing import contradict, differ, share
from newsparse.linking.status.likeness import agree, alike, opposed, owned, share_name, wholes
from newsparse.linking.status.meaning import Word
from newsparse.model import Located


def stated(words="", kind="quote", *, start=0, end=40, document="a", **fields):
    place = Located(document=document, start=start, end=end, text="")
    named = {name: frozenset(value) for name, value in fields.items()}
    return Stated(
        place=place, claim="", kind=kind, words=frozenset(words.split()), base="reported", evidence=(), rule="", **named
    )


class TestRepeated:
    @pytest.mark.parametrize(
        ("words", "claim", "share"),
        [
            ("dam leak", stated("dam leak"), 1.0),
            ("dam leak", stated("dam"), 1.0),
            ("dam leak", stated("dam quay old"), 0.0),
            ("dam leak spring early", stated("dam leak quay old stone"), 0.0),
            ("dam leak spring early today", stated("dam leak spring quay old"), 0.6),
            ("dam", stated("dam leak"), 1.0),
            ("dam", stated("quay leak"), 0.0),
            ("", stated("dam leak"), 0.0),
            ("dam leak", stated(""), 0.0),
            ("dam leak", stated("dam", kind="figure"), 0.0),
            ("dam leak spring", stated("dam leak", kind="figure"), 2 / 3),
        ],
    )
    def test_how_much_of_some_words_a_claim_has(self, words, claim, share):
        assert alike(frozenset(words.split()), claim) == pytest.approx(share)

    @pytest.mark.parametrize(
        ("denied", "of_claim", "same"),
        [
            ("", "", True),
            ("leak", "leak", True),
            ("leak", "", False),
            ("", "leak", False),
            ("quay", "", True),
            ("", "old", True),
        ],
    )
    def test_both_deny_the_same_of_the_words_that_both_have(self, denied, of_claim, same):
        claim = stated("dam leak old", denied=of_claim.split())
        assert agree(frozenset(["dam", "leak"]), frozenset(denied.split()), claim) is same

    @pytest.mark.parametrize(
        ("claim", "is_so"),
        [
            (stated("dam leak"), True),
            (stated("dam leak", denied=["leak"]), False),
            (stated("dam leak", kind="figure"), False),
            (stated("leak"), False),
            (stated("dam old"), False),
            (stated("dam leak spring"), True),
            (stated("dam leak spring early"), False),
        ],
    )
    def test_a_quote_affirms_what_words_deny(self, claim, is_so):
        assert opposed(frozenset(["dam", "leak"]), frozenset(["leak"]), claim) is is_so

    @pytest.mark.parametrize(
        ("some", "others", "is_so"),
        [
            (["ada brook"], ["brook"], True),
            (["brook"], ["ada brook"], True),
            (["ada brook"], ["tom brook"], False),
            (["ada brook", "the mayor"], ["mayor"], True),
            ([], ["brook"], False),
            ([""], ["brook"], False),
            (["brook"], [""], False),
        ],
    )
    def test_one_name_is_in_the_other(self, some, others, is_so):
        assert share_name(frozenset(some), frozenset(others)) is is_so

    def test_claims_are_those_of_the_very_name_then_of_a_part_of_it_then_of_the_body(self):
        own, part, body = stated(names=["ada brook"]), stated(names=["brook"]), stated(bodies=["ada brook"])
        owners = frozenset(["ada brook"])
        assert owned(owners, [body, part, own]) == [own]
        assert owned(owners, [body, part]) == [part]
        assert owned(owners, [body]) == [body]
        assert owned(owners, [stated(names=["tom varga"])]) == []
        assert owned(frozenset(["***"]), [body, part, own]) == []

    @pytest.mark.parametrize(
        ("figure", "is_kept"),
        [
            (stated(kind="figure", start=0, end=40), False),
            (stated(kind="figure", start=10, end=12), False),
            (stated(kind="figure", start=39, end=41), True),
            (stated(kind="figure", start=50, end=52), True),
            (stated(kind="figure", start=10, end=12, document="b"), True),
        ],
    )
    def test_a_figure_within_a_quote_is_no_claim_of_its_own_unless_figures_are_repeated(self, figure, is_kept):
        quote = stated(start=0, end=40)
        assert (figure in wholes([quote, figure], figures=False)) is is_kept
        assert wholes([quote, figure], figures=True) == [quote, figure]
        assert wholes([figure], figures=False) == [figure]

    def test_a_figure_before_a_quote_is_a_claim_of_its_own(self):
        figure, quote = stated(kind="figure", start=0, end=2), stated(start=10, end=40)
        assert wholes([figure, quote], figures=False) == [figure, quote]


def claim(*words):
    """A claim of words, each "lemma slot head", with what else is said of it after that: "+negated", "+may"."""
    made = []
    for word in words:
        text, *more = word.split("+")
        lemma, slot, head = (*text.split(), "", "-1")[:3] if len(text.split()) < 3 else text.split()
        made.append(Word(lemma=lemma, slot=slot, head=int(head), stands=slot == "root"))
        for name in more:
            made[-1] = attrs.evolve(made[-1], **({"mood": name} if name == "may" else {name: True}))
    return tuple(made)


LEAKS = ("dam subject 1", "leak root -1", "stone object 1")


@pytest.mark.parametrize(
    ("other", "is_other"),
    [
        (LEAKS, False),
        (("dam subject 1", "leak root -1"), False),
        (("dam subject 1", "leak root -1", "stone object 1", "old quality 0"), False),
        (("quay subject 1", "leak root -1", "stone object 1"), True),
        (("dam subject 1", "leak root -1", "wood object 1"), True),
        (("dam subject 1", "leak root -1+negated", "stone object 1"), True),
        (("dam subject 1", "leak root -1+may", "stone object 1"), True),
        (("stone subject 1", "leak root -1", "dam object 1"), True),
        (("dam subject 1", "hold root -1", "stone object 1"), True),
        (("cow subject 1", "eat root -1", "grass object 1"), True),
        (("dam subject 1", "leak root -1", "stone object 1", "Monday time 1"), False),
        (("dam subject 1", "leak content 3", "stone object 1", "plan root -1"), True),
        (("dam object 1", "leak root -1"), True),
        (("dam object 2", "leak root -1", "see relative 1"), False),
    ],
)
def test_another_word_in_the_same_place_makes_another_claim(other, is_other):
    assert differ(claim(*LEAKS), claim(*other)) is is_other
    assert differ(claim(*other), claim(*LEAKS)) is is_other


def test_a_gate_that_opened_is_one_that_was_opened_by_nobody_who_is_named():
    opened = claim("gate subject 1", "open root -1")
    assert not differ(opened, claim("gate object 1", "open root -1"))
    assert differ(opened, claim("gate object 1", "open root -1", "guard subject 1"))


@pytest.mark.parametrize("more", [(), ("old quality 0",)])
def test_a_word_that_comes_twice_is_compared_once(more):
    twice = claim("dam subject 1", "leak root -1", "dam object 1")
    once = claim("dam subject 1", "leak root -1", *more)
    assert not differ(once, twice)
    assert not differ(twice, once)


@pytest.mark.parametrize(
    ("one", "other", "is_so"),
    [
        (LEAKS, LEAKS, False),
        (LEAKS, ("dam subject 1", "leak root -1+negated", "stone object 1"), True),
        ((*LEAKS, "Monday time 1"), (*LEAKS, "Friday time 1"), True),
        ((*LEAKS, "Monday time 1"), (*LEAKS, "Monday time 1"), False),
        ((*LEAKS, "Monday time 1"), LEAKS, False),
        (LEAKS, ("quay subject 1", "leak root -1", "stone object 1"), True),
        (LEAKS, ("dam subject 1", "leak root -1+may", "stone object 1"), False),
        ((*LEAKS, "slowly manner 1"), (*LEAKS, "early manner 1"), False),
        ((*LEAKS, "town owner 0"), (*LEAKS, "county owner 0"), True),
        ((*LEAKS, "Brook name 0"), ("Brook subject 1", "leak root -1", "stone object 1"), False),
        (LEAKS, ("cow subject 1", "eat root -1", "grass object 1"), False),
    ],
)
def test_another_time_doer_or_owner_contradicts_and_another_manner_does_not(one, other, is_so):
    assert contradict(claim(*one), claim(*other)) is is_so
    assert contradict(claim(*other), claim(*one)) is is_so


@pytest.mark.parametrize(
    ("other", "is_other"),
    [
        ("dam leak stone", False),
        ("dam leak", False),
        ("dam leak wood", True),
        ("dam leak stone today", False),
        ("leak dam stone", False),
    ],
)
def test_without_trees_words_are_compared_in_line(other, is_other):
    assert differ(claim("dam", "leak", "stone"), claim(*other.split())) is is_other


@pytest.mark.parametrize(
    ("other", "value"),
    [(LEAKS, 1.0), (("dam subject 1", "sink root -1", "quay object 1"), 1 / 3), (("dam subject 0",), 1.0), ((), 0.0)],
)
def test_the_share_of_the_words_of_the_shorter_claim(other, value):
    assert share(claim(*LEAKS), claim(*other)) == share(claim(*other), claim(*LEAKS)) == pytest.approx(value)


def test_a_pronoun_is_no_word_that_both_have():
    it = Word(lemma="it", slot="subject", head=1, content=False)
    leak = Word(lemma="leak", slot="root", stands=True)
    assert share((it, leak), (it, attrs.evolve(leak, lemma="sink"))) == 0.0


def test_sentences_are_compared_with_the_most_alike():
    first, second = claim(*LEAKS), claim("cow subject 1", "eat root -1", "grass object 1")
    later = tuple(attrs.evolve(word, sentence=1, head=word.head + 3 if word.head >= 0 else -1) for word in second)
    both = (*first, *later)
    assert not differ(both, first)
    assert not differ(both, second)
    assert differ(both, claim("cow subject 1", "eat root -1", "hay object 1"))


def test_it_makes_no_difference_which_sentence_comes_first():
    first, second = claim("cow subject 1", "eat root -1", "grass object 1"), claim(*LEAKS)
    later = tuple(attrs.evolve(word, sentence=1, head=word.head + 3 if word.head >= 0 else -1) for word in second)
    both = (*first, *later)
    assert not differ(both, first)
    assert not differ(both, second)
    assert differ(both, claim("dam subject 1", "leak root -1", "wood object 1"))


@pytest.mark.parametrize(
    ("ours", "theirs", "is_other"),
    [(True, True, True), (True, False, False), (False, True, False), (False, False, False)],
)
def test_what_two_people_say_of_themselves_is_not_the_same(ours, theirs, is_other):
    win = Word(lemma="win", slot="root", stands=True)
    one, other = (Word(lemma="I", slot="subject", head=1, content=False, own=own) for own in (ours, theirs))
    assert differ((one, win), (other, win)) is is_other
