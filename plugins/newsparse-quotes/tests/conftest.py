"""What the English pipeline quotes in a text."""

from __future__ import annotations

from types import SimpleNamespace

import attrs
import pytest

import newsparse
from newsparse.model import Layer, Span
from newsparse_quotes.drafts.draft import Draft, Tie

NOTHING = "-"


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


def place(text, words):
    """Where words are in a text; "said#2" is the second place of "said"."""
    words, _, number = words.partition("#")
    found = -1
    for _ in range(int(number or 1)):
        found = text.index(words, found + 1)
    return Span(found, found + len(words))


def given(text, line):
    """The draft that a line gives: its pieces, its cue, its source, and what else is known of it.

    So "It sinks … and rises / said / Ada Brook", with " / tie block" for a tie, " / far said + Ada Brook" for what the
    model links from afar, " / sure 0.6" for the certainty of the model (else 0.95), another word for an origin.
    """
    pieces, cue, source, *rest = line.split(" / ")
    told = Draft(
        [place(text, piece) for piece in pieces.split(" … ") if piece != NOTHING],
        *(None if words == NOTHING else place(text, words) for words in (cue, source)),
        confidence=0.95,
    )
    for known in rest:
        name, _, value = known.partition(" ")
        if name == "far":
            told.far = tuple(place(text, words) for words in value.split(" + "))
        elif name == "tie":
            told.tie = Tie[value.upper().replace("-", "_")]
        elif name == "sure":
            told.confidence = float(value)
        else:
            told.origin, told.confidence = known, None
    return told


def shown(text, draft):
    """A draft in the words of its pieces, cue and source, and with what gave it the source."""
    if isinstance(draft, str):
        return draft
    tie = draft.tie.name.lower().replace("_", "-") if draft.tie is not Tie.GIVEN else ""
    rule = draft.rule.rpartition(".")[2]
    parts = [" … ".join(piece.cut(text) for piece in draft.content) or NOTHING]
    parts += [NOTHING if span is None else span.cut(text) for span in (draft.cue, draft.source)]
    return " / ".join([*parts, *dict.fromkeys(found for found in (rule, tie) if found)])


def amended(document, lines):
    """A document with other tags, heads or relations: "sank xpos VBD", "sank head said"; "treeless" takes them away."""
    tokens = list(document.tokens)
    if "treeless" in lines:
        tokens = [attrs.evolve(token, head=None, deprel=None) for token in tokens]
    for line in lines:
        if line == "treeless":
            continue
        words, field, value = line.rsplit(" ", 2)
        at = next(n for n, token in enumerate(tokens) if token.span == place(document.text, words))
        if field == "head":
            value = next(n for n, token in enumerate(tokens) if token.span == place(document.text, value))
        tokens[at] = attrs.evolve(tokens[at], **{field: value})
    layers = [Layer("tokens", tuple(tokens)) if at.name == "tokens" else at for at in document.layers]
    return attrs.evolve(document, layers=tuple(layers))


NOTATION = SimpleNamespace(given=given, shown=shown, amended=amended)


@pytest.fixture
def notation():
    """Drafts as lines of text, and trees that are amended by lines of text."""
    return NOTATION
