"""Which articles are near copies, by sketches of their words."""

from __future__ import annotations

from newsparse.linking.articles import article, likeness, sketch
from newsparse.linking.grouping import connected
from newsparse.linking.keeping import Sayings
from newsparse.linking.stored.collected import Collected
from newsparse.model import Document, Meta
from newsparse.testing import written

STORY = " ".join(f"The {word} of Orla was {other}." for word in ["port", "fair", "mill", "bridge"] for other in "ab")


def made(key, text, published="2026-03-02"):
    return article(Document(text=text, id=key, meta=Meta(published=published)))


def groups(*articles):
    collected = Collected()
    for item in articles:
        collected.put(item.document, Sayings(article=item, sayings=()))
    return [list(group.documents) for group in collected.quoted.copies()]


def test_a_story_that_is_printed_with_a_sentence_more_is_a_copy():
    printed = made("b", f"{STORY} Nobody was hurt.")
    assert groups(printed, made("a", STORY), made("c", "Something else happened in Solberg.")) == [["a", "b"]]


def test_likeness_is_the_share_of_runs_that_two_texts_have_in_common():
    one, other = STORY.split(), STORY.split()[:-6]
    assert likeness(sketch(one), sketch(one)) == 1
    assert 0.5 < likeness(sketch(one), sketch(other)) < 1
    assert likeness(sketch(one), sketch(["quite", "other"])) == 0
    assert likeness(sketch([]), sketch([])) == 0


def test_the_names_of_an_article_are_those_that_tell_it_from_others():
    names = {"Ada Brook": "Person", "Varga": "Person", "ODU": "Organization", "***": "Organization", "Orla": "Location"}
    text = "Ada Brook and Varga of ODU met *** in Orla."
    assert article(written(text, names=names)).names == {"ada brook", "odu"}


def test_times_are_compared_in_one_zone_and_unknown_ones_come_last():
    early, late = made("b", "b", "2026-03-02T23:30:00-02:00"), made("a", "a", "2026-03-03T01:00Z")
    assert sorted([early, late, made("0", "", "last week")], key=lambda item: item.place)[0] is late
    assert made("0", "", "last week").moment == "~"
    assert early.near(late, 1)
    assert not early.near(made("c", "c", "2026-03-09"), 2)
    assert early.near(made("c", "c", None), 2)


def test_connected_numbers_are_in_one_group():
    assert connected(5, [(3, 1), (4, 3)]) == [[0], [1, 3, 4], [2]]
