"""A parsed article by hand, for rules that read the dependency tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from newsparse.model import Document, Sentence, Span, Token
from newsparse.testing import written

Row = tuple[str, str, str, int]


@pytest.fixture
def parsed():
    """Makes a document of one sentence from (word, part of speech, relation, head), with entities for ``names``.

    Punctuation, "n't" and "'s" follow the word before them without a blank; opening marks the word after them.
    """
    return _parsed


def _parsed(rows: Sequence[Row], names: Mapping[str, str] | None = None, lemmas: Mapping[str, str] | None = None):
    text, places = "", []
    for word, *_ in rows:
        joined = not text or text[-1] in "“‘" or word in {".", ",", "”", "’", "?", ":", "n't", "'s"}
        text += ("" if joined else " ") + word
        places.append(Span(len(text) - len(word), len(text)))
    tokens = [
        Token.make(
            text, span, group=index, upos=upos, lemma=(lemmas or {}).get(word, word.lower()), deprel=relation, head=head
        )
        for index, (span, (word, upos, relation, head)) in enumerate(zip(places, rows, strict=True))
    ]
    sentence = Sentence.make(text, Span(0, len(text)), first=0, last=len(tokens))
    document: Document = written(text, names=names)
    return document.with_layer("tokens", tokens).with_layer("sentences", [sentence])
