"""Reported contents before their cue from the beginning of their sentence, where nobody else says what comes first."""

from __future__ import annotations

import pytest

from newsparse.model import Attribution, Document, Layer, Span
from newsparse.syntax import Tree
from newsparse.testing import written
from newsparse_quotes.content.widening import widened
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.drafts.model import from_attributions
from newsparse_quotes.marks.stretches import Outer, stretches


def _span(text, words):
    return Span(text.index(words), text.index(words) + len(words))


def _widened(pipeline, text, content, cue, source, others=()):
    """The contents after widening of a draft with these words, beside other drafts with contents of their own."""
    document = pipeline(text)
    drafts = [Draft([_span(text, content)], _span(text, cue), _span(text, source))]
    drafts += [Draft([_span(text, other)], None, None) for other in others]
    found = widened(Tree(document), drafts, Outer(stretches(text)))
    return [piece.cut(text) for piece in found[0].content]


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "whole"),
    [
        (
            "The driver tried to brake on the bridge, according to Tom Varga.",
            "to brake on the bridge",
            "according to",
            "Tom Varga",
            "The driver tried to brake on the bridge",
        ),
        (
            "The board endorsed the report after a short meeting, Ada Brook said.",
            "the report after a short meeting",
            "said",
            "Ada Brook",
            "The board endorsed the report after a short meeting",
        ),
        (
            "However, Lund Lines plans to close its oldest yard, Ida Fell told the court.",
            "to close its oldest yard",
            "told",
            "Ida Fell",
            "Lund Lines plans to close its oldest yard",
        ),
        (
            "The sailor refused to answer the officer and called him “really stupid,” the video shows.",
            "to answer the officer and called him “really stupid,”",
            "shows",
            "the video",
            "The sailor refused to answer the officer and called him “really stupid,”",
        ),
    ],
)
def test_a_content_begins_with_its_sentence(pipeline, text, content, cue, source, whole):
    assert _widened(pipeline, text, content, cue, source) == [whole]


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "others"),
    [
        (
            "The bridge fell on Monday, and twelve people were hurt, police said.",
            "twelve people were hurt",
            "said",
            "police",
            (),
        ),
        (
            "The board backed the sale; the sailors want to keep the quay, Ada Brook said.",
            "the sailors want to keep the quay",
            "said",
            "Ada Brook",
            (),
        ),
        (
            "Tom Varga wants the quay to be sold before the spring, Ada Brook said.",
            "to be sold before the spring",
            "said",
            "Ada Brook",
            ("the quay",),
        ),
        (
            "Ada Brook said that the quay was old.",
            "the quay was old",
            "said",
            "Ada Brook",
            (),
        ),
    ],
)
def test_it_does_not_take_what_is_not_its_own(pipeline, text, content, cue, source, others):
    assert _widened(pipeline, text, content, cue, source, others) == [content]


def test_nothing_is_widened_without_a_tree():
    text = "The board endorsed the report, Ada Brook said."
    draft = Draft([_span(text, "the report")], _span(text, "said"), _span(text, "Ada Brook"))
    tree = Tree(Document(id="one", text=text))
    assert widened(tree, [draft], Outer([])) == [draft]


@pytest.mark.parametrize(
    ("text", "sources", "content", "cue", "speaker"),
    [
        (
            "The board endorsed the report, Ada Brook said.",
            ("The board", "Ada Brook"),
            "the report",
            "said",
            "Ada Brook",
        ),
        (
            "It met on Monday and pledged to mend the quay, the firm Lund Lines.",
            ("It", "Lund Lines"),
            "to mend the quay",
            "pledged",
            "It",
        ),
        ("Ada Brook and Tom Varga said it sank.", ("Ada Brook", "Tom Varga"), "it sank", "said", "Ada Brook"),
    ],
)
def test_of_several_sources_that_one_speaks_which_no_content_parts_from_the_cue(text, sources, content, cue, speaker):
    item = Attribution.make(
        text,
        _span(text, content),
        content=(_span(text, content),),
        cue=(_span(text, cue),),
        source=tuple(_span(text, words) for words in sources),
    )
    document = written(text, layers=[Layer(name="attributions", annotations=(item,))])
    assert from_attributions(document)[0].source == _span(text, speaker)
