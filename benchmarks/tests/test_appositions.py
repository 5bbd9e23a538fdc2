"""Where GUM labels no role: before a name inside one mention, and in relative clauses."""

from __future__ import annotations

import pytest

from newsparse.model import Affiliation, Document, Entity, Mention, Passage, Sentence, Span, Token
from newsparse_bench.corpora.appositions import unlabelled


def document(text: str, name: str, role: str = "") -> Document:
    """One sentence with one mention of a person; ``role`` is a labelled role of hers."""
    tokens, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        upos = "PUNCT" if word in ",()" else "NOUN"
        tokens.append(Token.make(text, Span(at, at + len(word)), group=len(tokens), upos=upos))
        at += len(word)
    span = Span(text.index(name), text.index(name) + len(name))
    held = Span(text.index(role), text.index(role) + len(role)) if role else None
    affiliations = (Affiliation(role=Passage(held, role)),) if held else ()
    entity = Entity.make(text, span, label="Person", name=name, affiliations=affiliations)
    result = Document(text=text).with_layer("tokens", tokens)
    result = result.with_layer("sentences", [Sentence.make(text, Span(0, len(text)), first=0, last=len(tokens))])
    mention = Mention.make(text, span, label="Person", head=span)
    return result.with_layer("mentions", [mention]).with_layer("entities", [entity])


@pytest.mark.parametrize(
    ("text", "mention", "role", "stretches"),
    [
        ("The baker Ilse Marek left .", "The baker Ilse Marek", "", ["The baker Ilse Marek"]),
        ("Ilse Marek , a baker , left .", "Ilse Marek , a baker", "", ["Ilse Marek "]),
        ("Baker of the year Ilse Marek left .", "Baker of the year Ilse Marek", "Baker of the year", []),
        (", Ilse Marek left .", ", Ilse Marek", "", []),
        ("Ilse Marek who bakes left .", "Ilse Marek", "", ["Ilse Marek", "who bakes left ."]),
    ],
)
def test_stretches_without_labels(text, mention, role, stretches):
    assert [item.text for item in unlabelled(document(text, mention, role))] == stretches
