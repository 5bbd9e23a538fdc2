"""What a corpus labels: classes and forms of mentions that its gold never has do not count as errors."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsparse.model import Document


@attrs.frozen
class Scheme:
    """The classes and forms of mentions that occur in the gold of a whole corpus, and whether it labels roles."""

    labels: frozenset[str]
    forms: frozenset[str]
    roles: bool

    @classmethod
    def of(cls, gold: Iterable[Document]) -> Scheme:
        """The scheme that the labels of all documents show."""
        labels: set[str] = set()
        forms: set[str] = set()
        roles = False
        for document in gold:
            labels |= {mention.label for mention in document.mentions}
            forms |= {mention.form for mention in document.mentions}
            roles = roles or any(entity.affiliations for entity in document.entities)
        return cls(frozenset(labels), frozenset(forms), roles)

    def within(self, guess: Document) -> Document:
        """``guess`` without the mentions that the corpus would not label."""
        kept = [m for m in guess.mentions if m.label in self.labels and m.form in self.forms]
        return guess if len(kept) == len(guess.mentions) else guess.with_layer("mentions", kept)
