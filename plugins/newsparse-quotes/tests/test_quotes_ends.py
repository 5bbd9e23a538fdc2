"""Where a content ends that breaks off, and which cue it keeps."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse.testing import parsed
from newsparse_quotes.content.pieces import mended
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.distance import detached

ROWS = [
    ("She", "PRON", "nsubj", 1),
    ("called", "VERB", "root", 1),
    ("for", "ADP", "case", 6),
    ("sailors", "NOUN", "nmod:poss", 6),
    ("'", "PART", "case", 3),
    ("fair", "ADJ", "amod", 6),
    ("pay", "NOUN", "obl", 1),
    (".", "PUNCT", "punct", 1),
]


@pytest.mark.parametrize(("tag", "content"), [("POS", "for sailors ' fair pay"), ("''", "for sailors '")])
def test_a_content_does_not_end_with_a_possessive(tag, content):
    document = parsed(ROWS)
    tokens = [attrs.evolve(token, xpos=tag if token.text == "'" else None) for token in document.tokens]
    document = document.with_layer("tokens", tokens)
    start = document.text.index("for")
    draft = Draft([Span(start, document.text.index("'") + 1)], Span(4, 10), origin="attribution-model", confidence=0.9)
    assert [piece.cut(document.text) for piece in mended(Tree(document), draft, Outer([])).content] == [content]


LONG = "who has worked for the port since the storm and has seen every ship that came in since then"


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        (f"She was asked by Tom Varga, {LONG},", True),
        (f"She was asked by Tom Varga, {LONG}:", True),
        (f"She was asked by Tom Varga. Nobody, {LONG},", False),
        (f"She was asked by Tom Varga, {LONG}", False),
    ],
)
def test_a_comma_or_colon_leads_from_a_cue_to_words_in_marks_far_from_it(before, kept):
    document = parsed(before, "“Will it sink? It is old.”")
    text = document.text
    draft = Draft([Span(text.index("Will"), len(text) - 1)], Span(text.index("asked"), text.index("asked") + 5))
    assert (detached(text, draft, Tree(document))[0].cue is not None) is kept


def test_a_label_of_a_topic_is_not_who_speaks(said):
    text = "Turnout: Half of the sailors had voted by noon, according to the Orla Gazette."
    assert said(text) == [(("Half of the sailors had voted by noon",), "Orla Gazette")]


@pytest.mark.parametrize(
    ("outlet", "told", "after"),
    [
        ("GMA News", "Salceda said the storm had damaged the hall", "Nobody was hurt."),
        ("Quay TV", "the minister said the road was shut", "Rain fell."),
        ("the report", "Ada Brook denied that the boats had sunk", "It rained."),
        ("state media", "the minister said the strikes killed 12 people", "The town is calm."),
    ],
)
def test_the_sentence_after_what_an_outlet_tells_is_nobodys(pipeline, outlet, told, after):
    found = pipeline(f"The hall closed on Monday. According to {outlet}, {told}. {after}").quotes
    assert found
    assert all(quote.text in told for quote in found)


def test_what_is_said_in_marks_goes_on_after_its_first_sentence(pipeline):
    (found,) = pipeline("According to Ada Brook, “the quay sank. It was old.”").quotes
    assert found.text == "the quay sank. It was old."
