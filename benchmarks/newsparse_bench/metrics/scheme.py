"""What a corpus labels: predictions of a sort that its gold never has are not errors."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsparse.model import Document


@attrs.frozen
class Scheme:
    """What occurs in the gold of a whole corpus: classes and forms of mentions, roles, quotes inside quotes."""

    labels: frozenset[str]
    forms: frozenset[str]
    roles: bool
    inner: bool

    @classmethod
    def of(cls, gold: Iterable[Document]) -> Scheme:
        """The scheme of a corpus, from the labels of all its documents."""
        labels: set[str] = set()
        forms: set[str] = set()
        roles = inner = False
        for document in gold:
            labels |= {mention.label for mention in document.mentions}
            forms |= {mention.form for mention in document.mentions}
            roles = roles or any(entity.affiliations for entity in document.entities)
            inner = inner or any(quote.within for quote in document.quotes)
        return cls(frozenset(labels), frozenset(forms), roles, inner)

    def within(self, guess: Document) -> Document:
        """``guess`` without the mentions and quotes that the corpus would not label."""
        mentions = [m for m in guess.mentions if m.label in self.labels and m.form in self.forms]
        quotes = [quote for quote in guess.quotes if self.inner or not quote.within]
        if len(mentions) < len(guess.mentions):
            guess = guess.with_layer("mentions", mentions)
        return guess if len(quotes) == len(guess.quotes) else guess.with_layer("quotes", quotes)
