"""What the English pipeline quotes in a text."""

from __future__ import annotations

import pytest

import newsparse


@pytest.fixture(scope="session")
def pipeline():
    """The English pipeline that finds quotes."""
    return newsparse.load("en", extractors=["entities", "quotes"])


@pytest.fixture
def said(pipeline):
    """The pieces and the speaker's name of each quote in a text."""

    def found(text):
        document = pipeline(text)
        return [
            (tuple(document.cut(piece) for piece in quote.fragments), quote.speaker.name if quote.speaker else None)
            for quote in document.quotes
        ]

    return found


@pytest.fixture
def inner(pipeline):
    """The cue and the words of each quote inside another one of a text."""

    def found(text):
        return [(q.cue.text, q.text) for q in pipeline(text).quotes if q.within is not None and q.cue is not None]

    return found


@pytest.fixture
def last(pipeline):
    """The speaker of the last quote in a text: its name, and whether it is somebody whom the text names."""

    def found(text):
        speaker = pipeline(text).quotes[-1].speaker
        return (speaker.name, speaker.entity is not None) if speaker is not None else None

    return found
