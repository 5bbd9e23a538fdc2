"""What a figure counts, in one lemma: its own head, what is counted beside it, or that of the figure before."""

from __future__ import annotations

from decimal import Decimal

import attrs

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.figures.order import place_of
from newsparse.linking.figures.sources import gapped
from newsparse.linking.synonyms import same_words
from newsparse.model import Document, NumberClaim, Quantity, Span
from newsparse.syntax import Index

_TAKEN = frozenset({"duration", "age"})
"""Kinds of quantity whose unit a bare number behind them has too: "not eleven years but three"."""


def head_of(index: Index, head: Span | None) -> str:
    """The lemma of what is counted: for "the number of ships" that of the ships, for "people in the hall" people."""
    words = index.overlapping(head) if head else range(0)
    if not words:
        return ""
    lemma = index.words.lemmas[words[-1]]
    lists = lexicon(SHARED)
    if lemma in lists.words("across.anybody"):
        of = lists.words("across.counted")
        counted = [child for child in index.words.children.get(words[-1], ()) if child > words[-1]]
        nouns = [child for child in counted if index.tokens[child].upos == "NOUN"]
        below = index.words.children
        owned = (child for child in nouns if {index.words.lower[word] for word in below.get(child, ())} & of)
        lemma = next((index.words.lemmas[child] for child in owned), lemma)
    return same_words().get(lemma, lemma)


def joined(index: Index, head: Span | None) -> tuple[frozenset[str], bool]:
    """The lemmas of the nouns that are counted together with a head, and whether others beside it are counted apart.

    Those that mean the same as the head are left out: "cars and trucks" are vehicles.
    """
    words = index.overlapping(head) if head else range(0)
    if not words:
        return frozenset(), False
    children, relations = index.words.children, index.words.relations
    above = index.words.heads[words[-1]] if relations[words[-1]] == "conj" else None
    below = [word for word in children.get(words[-1], ()) if relations[word] == "conj"]
    apart = any(_is_counted(index, word) for word in (above, *below) if word is not None)
    together = (word for word in below if index.tokens[word].upos == "NOUN" and not _is_counted(index, word))
    names = {same_words().get(lemma, lemma) for lemma in map(index.words.lemmas.__getitem__, together)}
    return frozenset(names - {head_of(index, head)}), apart


def _is_counted(index: Index, word: int) -> bool:
    """Whether a noun has a number of its own."""
    below = index.words.children.get(word, ())
    return index.tokens[word].upos == "NOUN" and any(index.words.relations[child] == "nummod" for child in below)


def carried_from(document: Document, index: Index, claim: NumberClaim) -> NumberClaim | None:
    """The figure before, in the same sentence, where a bare number says nothing of what it counts: "but only 180"."""
    place = place_of(document, claim)
    if gapped(document, index, claim) is not None:
        return document.numbers[place - 1]
    if not place or claim.subject or claim.quantity.kind != "count" or claim.quantity.unit:
        return None
    before = document.numbers[place - 1]
    if index.sentence_at(before.span.start) != index.sentence_at(claim.span.start):
        return None
    counted = before.head is not None and before.quantity.kind == "count"
    return before if counted or before.quantity.kind in _TAKEN else None


def quantity_of(index: Index, claim: NumberClaim, before: NumberClaim | None, *, counts: bool) -> Quantity:
    """The quantity of a figure, in the unit of the figure before where it leaves its own out.

    ``counts`` says that an ordinal counts those to whom something happened: "the third death". "Every third house" is
    one in three.
    """
    quantity = claim.quantity
    if before is not None and before.quantity.kind in _TAKEN:
        return attrs.evolve(quantity, kind=before.quantity.kind, unit=before.quantity.unit)
    if quantity.kind != "ordinal":
        return quantity
    if counts:
        return attrs.evolve(quantity, kind="count")
    first = next(iter(index.overlapping(claim.span)), 0)
    every = first and index.words.lower[first - 1] in lexicon(SHARED).words("across.every")
    if not every or quantity.value is None:
        return quantity
    return attrs.evolve(quantity, low=Decimal(1), high=Decimal(1), kind="ratio", per=str(quantity.value))
