"""Words in marks right after others in marks are somebody else's turn."""

from __future__ import annotations

import pytest

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse.testing import parsed, written
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.marks.stretches import Outer, stretches
from newsparse_quotes.sources.exchange import exchanged


def parts(text: str, cue: str, *pieces: str) -> list[list[str]]:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (cue, *pieces)]
    found = exchanged(text, Draft(spans[1:], spans[0]), Tree(written(text)), Outer(stretches(text)))
    return [[piece.cut(text) for piece in draft.content] for draft in found]


@pytest.mark.parametrize(
    ("text", "pieces", "found"),
    [
        ("“Did it hurt?” “A little,” said Varga.", ("Did it hurt?", "A little"), [["A little"], ["Did it hurt?"]]),
        ("“Why now?” said Varga. “Soon.” “When?”", ("Why now?", "Soon."), [["Why now?"], ["Soon."]]),
        ("“It hurt,” said Varga. “A little.”", ("It hurt", "A little."), [["It hurt", "A little."]]),
        ("“It hurt.” “A lot,” said Varga.", ("It hurt.", "A lot"), [["It hurt.", "A lot"]]),
        ("“It hurt,”\n“A little,” said Varga.", ("It hurt", "A little"), [["It hurt", "A little"]]),
    ],
    ids=["question before", "question after", "interrupted", "no question", "two paragraphs"],
)
def test_a_cue_reaches_only_the_words_beside_it_in_an_exchange(text, pieces, found):
    assert parts(text, "said", *pieces) == found


def test_whoever_is_asked_answers():
    text = "“Did it hurt?” she asked Varga. “Not much.”"
    document = written(text, names={"Varga": "Person"})
    pieces = [Span(text.index(words), text.index(words) + len(words)) for words in ("Did it hurt?", "Not much.")]
    cue = Span(text.index("asked"), text.index("asked") + 5)
    found = exchanged(text, Draft(pieces, cue), Tree(document), Outer(stretches(text)))
    assert [(d.source and d.source.cut(text), d.content[0].cut(text)) for d in found] == [
        (None, "Did it hurt?"),
        ("Varga", "Not much."),
    ]


ASKED = [
    ("Did", "AUX", "aux", 2),
    ("it", "PRON", "nsubj", 2),
    ("hurt", "VERB", "ccomp", 7),
    ("?", "PUNCT", "punct", 2),
    ("”", "PUNCT", "punct", 2),
    ("he", "PRON", "nsubj:pass", 7),
    ("was", "AUX", "aux:pass", 7),
    ("asked", "VERB", "root", 7),
    (".", "PUNCT", "punct", 7),
    ("“", "PUNCT", "punct", 10),
    ("No", "INTJ", "root", 10),
    ("”", "PUNCT", "punct", 10),
]


def test_whoever_is_asked_by_nobody_named_answers():
    document = parsed(
        [("“", "PUNCT", "punct", 3), *((w, u, r, h + 1) for w, u, r, h in ASKED)], lemmas={"asked": "ask"}
    )
    text = document.text
    pieces = [Span(text.index("Did"), text.index("?") + 1), Span(text.index("No"), text.index("No") + 2)]
    cue = Span(text.index("asked"), text.index("asked") + 5)
    found = exchanged(text, Draft(pieces, cue), Tree(document), Outer(stretches(text)))
    assert [d.source and document.cut(d.source) for d in found] == [None, "he"]
