"""A content ends where the next attribution begins, which is a quote itself."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse.testing import parsed
from newsparse_quotes.content.dividing import divided
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.lexicon import cues
from newsparse_quotes.marks.stretches import Outer

SAID = [
    ("Brook", "PROPN", "nsubj", 1),
    ("said", "VERB", "root", 1),
    ("it", "PRON", "nsubj", 3),
    ("sank", "VERB", "ccomp", 1),
]
ADDING = [
    (",", "PUNCT", "punct", 5),
    ("adding", "VERB", "advcl", 1),
    ("nobody", "PRON", "nsubj", 7),
    ("cared", "VERB", "ccomp", 5),
]
OTHERS = [
    ("but", "CCONJ", "cc", 6),
    ("Varga", "PROPN", "nsubj", 6),
    ("claims", "VERB", "conj", 1),
    ("nobody", "PRON", "nsubj", 8),
    ("cared", "VERB", "ccomp", 6),
]
INNER = [(word, upos, relation, 3 if relation == "conj" else head) for word, upos, relation, head in OTHERS]


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        (ADDING, [("Brook", "it sank"), ("Brook", "nobody cared")]),
        (OTHERS, [("Brook", "it sank"), ("Varga", "nobody cared")]),
        (INNER, [("Brook", "it sank but Varga claims nobody cared")]),
    ],
    ids=["the speaker goes on", "somebody else", "joined to the content"],
)
def test_a_second_cue_divides_a_content(rest, found):
    document = parsed([*SAID, *rest], lemmas={"said": "say", "adding": "add", "claims": "claim"})
    tokens = [attrs.evolve(token, xpos="VBG" if token.text == "adding" else "VBZ") for token in document.tokens]
    text = document.text
    draft = Draft([Span(11, len(text))], Span(6, 10), Span(0, 5), "attribution-model", 0.9)
    parts = divided(Tree(document.with_layer("tokens", tokens)), draft, Outer([]), cues())
    assert [(part.source.cut(text), part.content[0].cut(text)) for part in parts if part.source] == found


JOINED = [
    (
        "Ada Brook said she did not like the quay at first, but now says she is glad that it was built.",
        ["she did not like the quay at first", "she is glad that it was built"],
    ),
    (
        "Tom Varga denied that he sold the ship, and said that nobody had asked him.",
        ["he sold the ship", "nobody had asked him"],
    ),
]


@pytest.mark.parametrize(("text", "pieces"), JOINED, ids=[text[-30:] for text, _ in JOINED])
def test_what_the_same_speaker_says_next_is_another_quote(said, text, pieces):
    assert [found for (found,), _ in said(text)] == pieces
    assert len({name for _, name in said(text)}) == 1


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("said the boats had all been sold", "and urged the council to act"),
        ("said the council would build a wall", "and asked sailors to wait"),
        ("says the boats have been found", "and warns that the pier is unsafe"),
        ("warned that the quay would sink", "and urged crews to leave it"),
        ("said the rights of all crews would be kept", "but acknowledged that the quay is part of the plan"),
        ("wrote that the council spends long hours at sea", "and expressed hope that it would float"),
        ("said the harbour is full", "and announced that a quay would open"),
    ],
)
def test_a_verb_that_cannot_share_an_auxiliary_is_the_speaker_s(pipeline, said, asked):
    document = pipeline(f"The mayor, Ruth Mills, {said} {asked}.")
    assert {str(quote.speaker) for quote in document.quotes} == {"Ruth Mills"}


def test_a_verb_in_the_same_form_stays_in_the_content(pipeline):
    document = pipeline("Ruth Mills said the council would build a wall and ask sailors to wait.")
    assert document.quotes[0].text == "the council would build a wall and ask sailors to wait"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Ruth Mills said the rights of all crews would be kept but acknowledged that the quay is old.",
            ["the rights of all crews would be kept", "the quay is old"],
        ),
        (
            "Ruth Mills wrote that the council spends long hours at sea and expressed hope that it would float.",
            ["the council spends long hours at sea", "it would float"],
        ),
    ],
)
def test_what_is_past_as_the_cue_is_another_quote_of_the_speaker(said, text, pieces):
    assert [(found, name) for (found,), name in said(text)] == [(piece, "Ruth Mills") for piece in pieces]


@pytest.mark.parametrize(
    "content",
    [
        "the study was old and suggested that lamps fade",
        "the owner lives abroad and thought that the quay was sold",
        "Tom Varga sold the quay and said that it was old",
    ],
)
def test_what_others_may_have_said_stays_in_the_content(pipeline, content):
    document = pipeline(f"Ruth Mills said {content}.")
    assert document.quotes[0].text == content
