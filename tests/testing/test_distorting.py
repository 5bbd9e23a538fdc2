"""Distorted documents: other trees and marks, the same words, and the same faults for the same draw."""

from __future__ import annotations

import random

from newsparse.model import Document, Layer
from newsparse.testing import attributed, distorted, written

TEXT = "Ada Brook said the quay had sunk. Tom Varga of Kell denied it. She left."


def marked():
    """A document with names, an attribution, and words by rule."""
    said = Layer("attributions", (attributed(TEXT, "Ada Brook", "said", "the quay had", "sunk"),))
    return written(TEXT, names={"Ada Brook": "Person", "Tom Varga": "Person", "Kell": "Location"}, layers=[said])


def test_words_keep_their_places_and_much_else_changes():
    given = [distorted(marked(), random.Random(seed)) for seed in range(40)]
    assert all(document.text == TEXT for document in given)
    assert {tuple(token.span for token in document.tokens) for document in given} == {
        tuple(token.span for token in marked().tokens)
    }
    for layer in ("tokens", "sentences", "mentions", "attributions"):
        assert len({document.layer(layer) for document in given}) > 3


def test_the_same_draw_gives_the_same_document():
    assert distorted(marked(), random.Random(1)) == distorted(marked(), random.Random(1))


def test_what_has_no_words_stays_as_it_is():
    assert distorted(Document(text=TEXT), random.Random(1)) == Document(text=TEXT)
