"""The words of a document as columns, made once for all extractors that read the same layer."""

from __future__ import annotations

import weakref
from collections import defaultdict
from collections.abc import Callable, Container, Hashable
from functools import cached_property
from typing import Any, TypeVar, cast

from newsparse.model import Document, Layer, Token

Made = TypeVar("Made")

_POSSESSIVE = "POS"
"""The tag of "'s" in the Penn Treebank."""


class Words:
    """What is known of the words of a layer ``tokens``, one column for each fact; words are indices into it.

    Columns must not be changed: extractors share them.
    """

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        """The columns of ``tokens``, each made when it is first asked for."""
        self.tokens = tokens
        spans = [token.span for token in tokens]
        self.starts = [span.start for span in spans]
        self.ends = [span.end for span in spans]
        self._shared: dict[Hashable, Any] = {}

    def shared(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` gives, the same for all who ask under ``name``: what several extractors find in one text."""
        if name not in self._shared:
            self._shared[name] = make()
        return cast(Made, self._shared[name])

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the words."""
        return frozenset([token.id for token in self.tokens])

    @cached_property
    def lower(self) -> list[str]:
        """The words in small letters."""
        return _small([token.text for token in self.tokens])

    @cached_property
    def lemmas(self) -> list[str]:
        """The lemmas in small letters; the word itself where it has no lemma."""
        return _small([token.lemma or token.text for token in self.tokens])

    @cached_property
    def heads(self) -> list[int | None]:
        """The governors; None for a root, without trees, and for a head outside the document."""
        count = len(self.tokens)
        given = [token.head for token in self.tokens]
        return [
            head if head is not None and head != at and 0 <= head < count else None for at, head in enumerate(given)
        ]

    @cached_property
    def relations(self) -> list[str]:
        """The relations to the heads; empty where there is none."""
        return [token.deprel or "" for token in self.tokens]

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The dependents of each word that has any, in the order of the text."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for word, head in enumerate(self.heads):
            if head is not None:
                found[head].append(word)
        return dict(found)

    def having(self, lemmas: Container[str]) -> list[int]:
        """The words that have one of ``lemmas``, in the order of the text."""
        return [word for word, lemma in enumerate(self.lemmas) if lemma in lemmas]

    @cached_property
    def possessors(self) -> frozenset[int]:
        """The words that a possessive hangs on: "Ada" in "Ada's"."""
        pairs = zip(self.heads, self.tokens, strict=True)
        return frozenset(head for head, token in pairs if token.xpos == _POSSESSIVE and head is not None)


def _small(words: list[str]) -> list[str]:
    """The words in small letters; one that is in small letters already is the same object, and most are."""
    return [word if word.islower() else word.lower() for word in words]


class _Reference(weakref.ref[Layer]):
    """A reference that is a key by what it is, not by what it refers to: that may be gone."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__


_KNOWN: dict[_Reference | None, Words] = {}
"""The columns of the layers that are in use. What drops them is no Python code, which Ctrl-C could interrupt."""


def words_of(document: Document) -> Words:
    """The words of a document; those of the same layer, also in a later document, are the same object."""
    layer = _tokens(document)
    if layer is None:
        return Words(())
    known = _KNOWN.get(_reference(layer))
    if known is None:
        known = _KNOWN[_Reference(layer, _KNOWN.pop)] = Words(document.tokens)
    return known


def forget(document: Document) -> None:
    """Give the memory of a document's columns back; they are made again if somebody needs them."""
    layer = _tokens(document)
    if layer is not None:
        _KNOWN.pop(_reference(layer), None)


def _tokens(document: Document) -> Layer | None:
    return next((layer for layer in document.layers if layer.name == "tokens"), None)


def _reference(layer: Layer) -> _Reference | None:
    """The key of a layer's columns, if it has any."""
    return next((item for item in weakref.getweakrefs(layer) if isinstance(item, _Reference)), None)
