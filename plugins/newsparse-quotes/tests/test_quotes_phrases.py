"""Speakers in set phrases, and the author of the article."""

from __future__ import annotations

import pytest

from newsparse.model import Span
from newsparse.syntax import Index, Tree
from newsparse.testing import written
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.marks.stretches import Outer, stretches
from newsparse_quotes.sources.phrases import worded
from newsparse_quotes.speakers import Speakers

PHRASES = [
    ("In Ada Brook's words, the plan was “a bill for all of us”.", "Ada Brook"),
    ("The plan was, in Ada Brook’s own words, “a bill for all of us”.", "Ada Brook"),
    ("In the words of Ada Brook, the plan was “a bill for all of us”.", "Ada Brook"),
    ("In the words of its mayor, Ada Brook, the plan was “a bill for all of us”.", "Ada Brook"),
    ("But for Ada Brook, “a bill for all of us” is what it was.", "Ada Brook"),
    ("It is for Ada Brook and “a bill for all of us”.", None),
    ("In Ada Brook's house the plan was “a bill for all of us”.", None),
    ("In Ada Brook's words, it rained.\nThe plan was “a bill for all of us”.", None),
]


@pytest.mark.parametrize(("text", "name"), PHRASES, ids=[text[:40] for text, _ in PHRASES])
def test_in_the_words_of_somebody_names_the_speaker(text, name):
    start = text.index("a bill")
    draft = worded(Index(written(text)), Draft([Span(start, start + len("a bill for all of us"))], None, None, "marks"))
    assert (draft.source.cut(text) if draft.source else None) == name


def test_a_source_that_is_known_stays():
    text = "In Ada Brook's words, he said, “a bill”."
    draft = Draft([Span(32, 38)], Span(26, 30), Span(23, 25), "attribution-model")
    assert worded(Index(written(text)), draft) == draft


@pytest.mark.parametrize(
    ("text", "kind"), [("I believe it rained.", "author"), ("“I believe it rained,” she said.", "unresolved")]
)
def test_i_outside_of_marks_is_the_author(text, kind):
    place = Span(text.index("I"), text.index("I") + 1)
    assert Speakers(Tree(written(text)), Outer(stretches(text))).at(place).speaker.kind == kind
