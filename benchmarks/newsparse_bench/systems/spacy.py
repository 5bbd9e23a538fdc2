"""spaCy's small English model (https://spacy.io): names, and the analysis that most pipelines build on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from newsparse.model import Document, Mention, Sentence, Span, Token
from newsparse.model.annotation import distinct
from newsparse.model.labels import ONTONOTES
from newsparse.specs import Annotate, SystemSpec
from newsparse_bench.systems.system import SMALL, extra, spacy_small

LABELS = {**ONTONOTES, "LANGUAGE": "NORP", "TIME": None}
"""Its classes as those of en-worldwide-newswire, as Stanza's ``simplify_ontonotes_to_worldwide`` maps them."""


def make() -> Annotate:
    """The whole pipeline in batches."""
    pipeline = spacy_small()

    def run(documents: Sequence[Document]) -> Iterator[Document]:
        for document, parsed in zip(documents, pipeline.pipe([d.text for d in documents]), strict=True):
            yield converted(Document(text=document.text, id=document.id), parsed)

    return run


def converted(document: Document, parsed: Any) -> Document:
    """The document with the names, words and sentences of ``parsed``; space tokens are left out."""
    text = document.text
    names = [
        Mention.make(text, Span(found.start_char, found.end_char), label=label)
        for found in parsed.ents
        if (label := LABELS.get(found.label_))
    ]
    kept = [token for token in parsed if not token.is_space]
    places = {token.i: index for index, token in enumerate(kept)}
    tokens = []
    for index, token in enumerate(kept):
        made = Token.make(text, Span(token.idx, token.idx + len(token.text)), group=index, xpos=token.tag_)
        head = places.get(token.head.i, index)
        tokens.append(attrs.evolve(made, upos=token.pos_, head=head, deprel=token.dep_.lower()))
    sentences = []
    for sentence in parsed.sents:
        own = [places[token.i] for token in sentence if token.i in places]
        if own:
            span = Span(tokens[own[0]].span.start, tokens[own[-1]].span.end)
            sentences.append(Sentence.make(text, span, first=own[0], last=own[-1] + 1))
    document = document.with_layer("mentions", distinct(names)).with_layer("tokens", tokens)
    return document.with_layer("sentences", distinct(sentences))


SPACY = SystemSpec(
    name="spacy-sm",
    summary="spaCy's small English model",
    tasks=("entities", "analysis"),
    distributions=SMALL,
    make=make,
    hint=extra("spacy"),
)
