"""Who says words in an article, and whose names stand so near that they may be meant."""

from __future__ import annotations

import pytest

from newsparse.linking.voices import voice
from newsparse.model import Document, Passage, Quote, Span, Speaker
from newsparse.testing import written

TEXT = "Nora Beck left. Tomas Varga met Ada Brook. Then “It sinks,” Brook told Iva Lund. Max Reyes sang."
NAMES = {"Nora Beck": "Person", "Tomas Varga": "Person", "Ada Brook": "Person", "Iva Lund": "Person"}

OFFICIAL = Speaker(name="the official", kind="unnamed", reason="described")


def heard(speaker=None, *, text=TEXT, known=True):
    """The voice of “It sinks,” with that speaker."""
    document = written(text, names={name: label for name, label in NAMES.items() if name in text})
    if not known:
        document = Document(text=text)
    start = text.index("It sinks")
    span = Span(start, start + len("It sinks,"))
    quote = Quote.make(text, span, fragments=(span,), form="direct", speaker=speaker)
    return voice(document, quote, (span,))


def at(words, **fields):
    start = TEXT.rindex(words)
    mention = Passage.at(TEXT, start, start + len(words))
    return Speaker(**{"name": words, "kind": "person", "reason": "named", "mention": mention, **fields})


def test_a_quote_without_a_speaker_has_no_voice():
    assert heard() is None


@pytest.mark.parametrize(
    ("speaker", "near", "far"),
    [
        (at("Brook"), {"iva", "lund", "told"}, {"nora", "varga", "reyes", "sinks", "brook"}),
        (at("Brook", name="Ada Brook", reason="continues"), {"iva", "nora", "varga"}, {"reyes", "sinks"}),
        (
            Speaker(name="the official", kind="unnamed", reason="described"),
            {"nora", "varga", "brook"},
            {"reyes", "sinks"},
        ),
        (at("Brook", name="the mayor"), {"nora", "varga", "brook"}, {"reyes", "sinks"}),
    ],
)
def test_names_are_near_in_the_sentence_of_the_words_and_before_it_where_the_speaker_is_not_named(speaker, near, far):
    found = heard(speaker)
    assert near <= found.near
    assert not far & found.near


def test_a_description_says_so_and_names_are_given_the_fullest_first():
    assert heard(OFFICIAL).described
    document = written(TEXT, names=NAMES)
    ada = next(item for item in document.entities if item.name == "Ada Brook")
    found = heard(at("Brook", entity=ada.id))
    assert (found.names, found.described, found.kind) == (("Brook", "Ada Brook"), False, "person")


def test_without_sentences_names_are_near_in_those_that_punctuation_shows():
    found = heard(at("Brook"), known=False)
    assert {"iva", "lund"} <= found.near
    assert not {"nora", "varga", "reyes"} & found.near


def test_names_five_sentences_before_are_near_and_those_before_them_are_not():
    text = "Nora Beck left. Tomas Varga met her. It rained. It was late. It was cold. Snow. Then “It sinks,” she said."
    found = heard(Speaker(name="she", kind="unresolved", reason="pronoun"), text=text)
    assert "varga" in found.near
    assert "nora" not in found.near
