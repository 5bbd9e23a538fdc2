"""How much two wordings have in common, and what of it makes them one utterance: right at each limit and beside it."""

from __future__ import annotations

import pytest

from newsparse.linking import across
from newsparse.linking.quotations.alike import alike, most_alike
from newsparse.linking.quotations.candidates import runs
from newsparse.linking.quotations.indirect import alike as reports_alike
from newsparse.linking.quotations.indirect import needed
from newsparse.linking.quotations.linking import LEAST_APART, NEEDED, Needed, may_link
from newsparse.linking.quotations.sayings import Wording
from newsparse.linking.rarity import HEAVIEST, RAREST, numbers, total, weight
from newsparse.linking.stored.shelf import Recent
from tests.linking.telling import reported, said, told


def wording(text, cuts=()):
    """Words in a row, a star before those that tell utterances apart."""
    words = text.split()
    keys = tuple(word.removeprefix("*") for word in words)
    return Wording(keys, tuple(word.startswith("*") for word in words), frozenset(cuts))


FIVE = "*a *b *c *d *e"


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (FIVE, FIVE, ((0, 5), (0, 5), 5, 5, 1.0, 1.0, 1.0)),
        ("x *a *b y", "*a *b", ((1, 3), (0, 2), 2, 2, 1.0, 0.8, 1.0)),
        ("*a b *c", "*a *c", ((0, 3), (0, 2), 2, 2, 0.89, 0.89, 1.0)),
        ("*a *b *c", "*a *x *c", ((0, 3), (0, 3), 2, 2, 0.67, 0.67, 0.67)),
        ("*a *x *y *c *d", "*a *c *d", ((3, 5), (1, 3), 2, 2, 1.0, 0.4, 0.67)),
        ("*a *b *x *c", "*a *b *y *c", ((0, 4), (0, 4), 3, 3, 0.75, 0.75, 0.75)),
        ("a b", "a b", ((0, 2), (0, 2), 2, 0, 1.0, 1.0, 1.0)),
        ("*a *b", "*c *d", None),
    ],
)
def test_the_best_stretch_has_most_of_the_same_words_and_few_others(one, other, found):
    got = alike(wording(one), wording(other))
    if found is None:
        assert got is None
        return
    shares = (got.share, got.covers_here, got.covers_there)
    assert (got.here, got.there, got.words, got.content, *(round(item, 2) for item in shares)) == found
    assert got.turned == alike(wording(other), wording(one))
    assert got.covers == max(got.covers_here, got.covers_there)


@pytest.mark.parametrize(
    ("cuts", "share"),
    [((2,), 1.0), ((1,), 0.8), ((), 0.8)],
)
def test_what_is_shown_to_be_left_out_does_not_count(cuts, share):
    found = alike(wording("*a *b *d *e", cuts), wording(FIVE))
    assert (found.words, found.share) == (4, share)
    turned = alike(wording(FIVE), wording("*a *b *d *e", cuts))
    assert (turned.words, turned.share) == (4, share)


@pytest.mark.parametrize(
    ("one", "other", "most"),
    [
        (FIVE, "*e *d *c *b *a", (5, 5, 1.0)),
        ("*a *b *c *d", "*a *b x y", (2, 2, 0.8)),
        ("*a b c d", "*a x y z", (1, 1, 0.57)),
        ("a b", "b c", (1, 0, 0.5)),
        ("*a *a *b", "*a *c *c", (1, 2, 0.67)),
    ],
)
def test_no_order_of_the_words_gives_more(one, other, most):
    words, content, covers = most_alike(wording(one), wording(other))
    assert (words, content, round(covers, 2)) == most


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (FIVE, FIVE, 5),
        ("*a b c", "*a b c", 3),
        ("*a b", "*a b", 0),
        ("a b c", "a b c", 0),
        ("*a *b *c *x *y", "*a *b *c *v *w", 3),
        ("*a *b *c *x *y *z", "*a *b *c *u *v *w", 0),
        ("*a *b *c *d *e *f *g *h *i *j *k *l *m *n", "*z *a *b *c *d *e *f *g *h *y *x *w *v *u", 8),
        ("*a *b *c *d *e *f *g *i *j *k *l *m *n", "*z *a *b *c *d *e *f *g *y *x *w *v *u", 0),
    ],
)
def test_so_many_words_make_two_wordings_one_utterance(one, other, words):
    assert may_link(wording(one), wording(other)) == may_link(wording(other), wording(one)) == words


def test_the_fewer_words_the_more_of_the_rest_is_needed():
    assert {"same": Needed(0.6, 3, 1, 5), "open": Needed(0.7, 4, 2, 9), "different": Needed(0.8, 5, 2, 25)} == NEEDED
    assert LEAST_APART == 5


@pytest.mark.parametrize(("terms", "least"), [(1, 2), (2, 2), (3, 2), (4, 2.4), (5, 3), (10, 6)])
def test_a_report_needs_most_of_its_terms_and_two(terms, least):
    assert needed(terms) == pytest.approx(least)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("zq1 zq2", "zq1 zq2", True),
        ("zq1", "zq1", False),
        ("zq1 zq2 zq3 zq4", "zq1 zq2 zq5 zq6", True),
        ("zq1 zq2 zq3 zq4 zq5", "zq1 zq2 zq6 zq7 zq8", False),
        ("say year new", "say year new", False),
        ("say people", "say people", True),
        ("year time", "year time", False),
        ("zq1 zq2 zq3 zq4 zq5", "zq1 zq2 zq6", True),
    ],
)
def test_two_reports_share_two_terms_that_tell_and_most_of_the_shorter_one(one, other, is_one):
    first, second = numbers(one.split()), numbers(other.split())
    assert reports_alike(first, second) is reports_alike(second, first) is is_one


def test_a_word_tells_more_the_fewer_articles_have_it():
    (common,), (rare,), (unknown,) = (numbers([word]) for word in ("say", "police", "zq1"))
    assert weight(common) < weight(rare) < weight(unknown) < HEAVIEST
    assert (RAREST, round(weight(unknown), 2), round(HEAVIEST, 3)) == (128, 4.86, 4.868)
    assert total([common, unknown]) == weight(common) + weight(unknown)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("*a *b *c", "x *a *b", True),
        ("*a *b", "*b *a", False),
        ("a b", "a b", False),
        ("a *b", "a *b", True),
        ("a b c", "x a b c", True),
        ("a b c", "a b d", False),
        ("*a", "*a", False),
    ],
)
def test_wordings_meet_in_three_words_in_a_row_or_two_of_which_one_tells(one, other, meet):
    assert (not runs(wording(one)).isdisjoint(runs(wording(other)))) is meet


WORDS = "Nobody crosses this bridge before the pillars are repaired"
OTHERS = WORDS.replace("pillars", "towers")


@pytest.mark.parametrize(
    ("words", "relation", "here"),
    [
        (f"{OTHERS} today", "altered", ["towers", "today"]),
        (f"Well, {OTHERS}", "altered", ["Well", "towers"]),
        (f"{OTHERS}. Today it rains", "altered", ["towers"]),
        (f"Well, no. {OTHERS}", "altered", ["towers"]),
        (f"{WORDS}. Today it rains", "verbatim", []),
        ("Nobody crosses this bridge. We know it. Before the pillars are repaired", "altered", ["We know it"]),
        ("We know it. Nobody crosses this bridge before the pillars", "shortened", []),
        ("Nobody … bridge before the pillars are repaired", "shortened", []),
        ("crosses this bridge", "shortened", []),
    ],
)
def test_only_whole_sentences_at_an_end_are_more_of_the_same(words, relation, here):
    (quote,) = across([said("a", WORDS), said("b", WORDS), said("c", words, day="2026-03-05")]).quotes
    last = quote.tellings[-1]
    assert (last.relation, [item.here.text for item in last.differences if item.here]) == (relation, here)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ({}, {}, True),
        ({"name": "Tomas Brook"}, {}, True),
        ({"name": "Tomas Varga"}, {}, False),
        ({}, {"day": "2026-03-16"}, True),
        ({}, {"day": "2026-03-17"}, False),
        ({"name": "Tomas Brook"}, {"day": "2026-03-17"}, False),
    ],
)
def test_equal_reports_of_namesakes_are_one_in_the_same_days(one, other, is_one):
    words = "the bridge needs new pillars of grey stone"
    assert bool(across([reported("a", words, **one), reported("b", words, **other)]).quotes) is is_one


@pytest.mark.parametrize(
    ("here", "there", "is_one"),
    [("Orla Dock Union", "Orla Dock Union", True), ("Orla Dock Union", "Kell Guild", False)],
)
def test_reports_in_other_words_need_a_name_in_common_besides_the_speaker(here, there, is_one):
    def article(key, words, body):
        text = f"Ada Brook told the {body} that {words}."
        return told(key, text, (words, "Ada Brook", "indirect"), names={body: "Organization"})

    first = article("a", "the bridge needs pillars of granite", here)
    second = article("b", "pillars of granite may cost the county more than a harbour, a ferry and a lighthouse", there)
    assert bool(across([first, second]).quotes) is is_one


def test_only_what_was_asked_for_last_stays_in_memory():
    read = []

    def found(number):
        read.append(number)
        return number * 10

    recent = Recent(2, found)
    assert [recent(number) for number in (1, 2, 1, 3, 1, 2)] == [10, 20, 10, 30, 10, 20]
    assert read == [1, 2, 3, 2]
    recent.give(4, 44)
    assert (recent(4), recent(2), recent(1)) == (44, 20, 10)
    assert read == [1, 2, 3, 2, 1]
