"""Parsed documents in one line, for tests of extractors that read syntax."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from newsparse.model import Document, Entity, Mention, Sentence, Span, Token, distinct
from newsparse.testing.fakes import places

_MARKED = re.compile(r"\{([^{}:]+):(\w+)\}")
_WORD = re.compile(r"(?:\b\w\.)+|\b(?:Mr|Ms|Mrs|Dr|Jr|Sen|Inc)\.|\w+(?:-\w+)*|['’]s\b|[^\w\s]")
_JOINED = frozenset([")", ".", ",", ";", "”", "’", "?", "!", ":", "%", "n't", "n’t", "'s", "’s"])
_OPENING = "“‘($£€"

Grammar = tuple[str | None, str | None, str | None]
"""The part of speech of a word, its relation, and the word that governs it (None for a root)."""


class Word(NamedTuple):
    """One word with its grammar; ``head`` is the place of its governor in the sentence, its own place for a root."""

    text: str
    upos: str | None = None
    deprel: str | None = None
    head: int | None = None
    lemma: str | None = None
    xpos: str | None = None


Row = Word | tuple[str, str, str, int]


def parsed(
    *sentences: str | Sequence[Row],
    tree: Mapping[str, Grammar] | None = None,
    names: Mapping[str, str] | None = None,
    lemmas: Mapping[str, str] | None = None,
    joint: str = " ",
) -> Document:
    """A document with sentences, tokens and mentions, as a backend would give it.

    A sentence is a string or a sequence of rows (word, part of speech, relation, place of the head). In a string,
    ``{Ada Brook:Person}`` is a mention, and ``tree`` says for words of it their part of speech, relation and governing
    word; other words have no grammar. In rows, punctuation and clitics follow the word before without a blank.
    ``names`` maps words of the text to the label of an entity that each place of them is a mention of; ``lemmas`` maps
    words to lemmas, which are else the words in small letters. ``joint`` is what separates sentences; one with a line
    end starts a paragraph. Raises ``ValueError`` for a name that does not occur.
    """
    builder = _Builder(tree or {}, lemmas or {})
    for number, sentence in enumerate(sentences):
        builder.text += joint if number else ""
        builder.paragraph += bool(number) and "\n" in joint
        if isinstance(sentence, str):
            builder.marked(sentence)
        else:
            builder.rows(sentence)
    document = Document(text=builder.text)
    document = document.with_layer("tokens", builder.tokens).with_layer("sentences", builder.sentences)
    mentions = [Mention.make(builder.text, span, label=label) for span, label in builder.found]
    if names is None:
        return document.with_layer("mentions", mentions) if mentions else document
    entities: list[Entity] = []
    for name, label in names.items():
        entity, named = _named(builder.text, name, label)
        entities.append(entity)
        mentions += named
    return document.with_layer("mentions", distinct(mentions)).with_layer("entities", distinct(entities))


def _named(text: str, name: str, label: str) -> tuple[Entity, list[Mention]]:
    """The entity of that name, with a mention at each place of it; raises ``ValueError`` for a name without any."""
    spans = places(text, name)
    if not spans:
        raise ValueError(f"{name!r} does not occur in the text.")
    make = partial(Mention.make, text, label=label)
    ids = tuple(make(span).id for span in spans)
    entity = Entity.make(text, spans[0], label=label, name=name, mentions=ids)
    return entity, [make(span, entity=entity.id) for span in spans]


class _Builder:
    """The text and the layers as they grow, a sentence at a time."""

    def __init__(self, tree: Mapping[str, Grammar], lemmas: Mapping[str, str]) -> None:
        self.tree, self.lemmas = tree, lemmas
        self.text, self.paragraph = "", 0
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.found: list[tuple[Span, str]] = []

    def marked(self, sentence: str) -> None:
        """Add a sentence with marked mentions."""
        start, last = len(self.text), 0
        for match in _MARKED.finditer(sentence):
            self.text += sentence[last : match.start()]
            place = len(self.text)
            self.text += match.group(1)
            self.found.append((Span(place, len(self.text)), match.group(2)))
            last = match.end()
        self.text += sentence[last:]
        spans = [Span(*match.span()) for match in _WORD.finditer(self.text, start)]
        words = [span.cut(self.text) for span in spans]
        rows = []
        for place, word in enumerate(words):
            upos, deprel, governor = self.tree.get(word, (None, None, None))
            head = None if upos is None else words.index(governor) if governor in words else place
            rows.append(Word(word, upos, deprel, head, self.lemmas.get(word)))
        self._add(rows, spans)

    def rows(self, sentence: Sequence[Row]) -> None:
        """Add a sentence of words with their grammar."""
        rows = [row if isinstance(row, Word) else Word(*row) for row in sentence]
        spans = []
        start = len(self.text)
        for row in rows:
            tight = len(self.text) == start or self.text[-1] in _OPENING or row.text in _JOINED
            self.text += ("" if tight else " ") + row.text
            spans.append(Span(len(self.text) - len(row.text), len(self.text)))
        self._add([row._replace(lemma=row.lemma or self.lemmas.get(row.text, row.text.lower())) for row in rows], spans)

    def _add(self, rows: Sequence[Word], spans: Sequence[Span]) -> None:
        first = len(self.tokens)
        for place, (row, span) in enumerate(zip(rows, spans, strict=True), start=first):
            head = None if row.head is None else first + row.head
            self.tokens.append(
                Token.make(
                    self.text,
                    span,
                    group=place,
                    lemma=row.lemma,
                    upos=row.upos,
                    xpos=row.xpos,
                    head=head,
                    deprel=row.deprel,
                )
            )
        whole = Span(spans[0].start, spans[-1].end)
        last, paragraph = len(self.tokens), self.paragraph
        self.sentences.append(Sentence.make(self.text, whole, first=first, last=last, paragraph=paragraph))
