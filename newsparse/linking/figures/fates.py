"""What happens to those whom a figure counts, "dead" or "hurt", or what it measures: "length"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from newsparse.comparison.conversion import measure
from newsparse.lexicon import SHARED, lexicon
from newsparse.model import Document, NumberClaim
from newsparse.syntax import Index

_DIMENSIONS = {
    frozenset({("length", 1)}): "length",
    frozenset({("mass", 1)}): "mass",
    frozenset({("temperature", 1)}): "temperature",
    frozenset({("length", 1), ("time", -1)}): "speed",
}
"""The names in the list ``across.measured`` for the dimensions of units."""


_NOUNS = ("NOUN", "PROPN")


@cache
def _fates(name: str = "across.fates") -> Mapping[str, str]:
    groups = lexicon(SHARED).groups(name)
    return {word: group for group in sorted(groups) for word in groups[group]}


def fates_for(claim: NumberClaim) -> Mapping[str, str]:
    """What may happen to those who are counted, or be measured in such a unit, by the lemmas for it."""
    if claim.quantity.kind != "measure":
        return _fates()
    unit = measure(claim.quantity.unit or "", claim.quantity.per)
    aspects = _fates("across.aspects")
    if unit is None:
        return aspects
    fitting = lexicon(SHARED).groups("across.measured").get(_DIMENSIONS.get(unit.dimension, ""), frozenset())
    return {word: aspect for word, aspect in aspects.items() if aspect in fitting}


def about_fates(index: Index, sentence: range, fates: Mapping[str, str]) -> set[int]:
    """The words that say what happened to people, or count nobody in particular: heads and fates stand for them."""
    anybody = lexicon(SHARED).words("across.anybody")
    lemmas = index.words.lemmas
    return {word for word in sentence if lemmas[word] in fates or lemmas[word] in anybody}


def fate_of(document: Document, index: Index, claim: NumberClaim, sentence: range, counted: str) -> str:
    """What happens to those who are ``counted``, or what is measured: by the verb, or else by the nearest such word."""
    remains = _fates("across.remains") if claim.quantity.kind == "count" else {}
    if counted in remains:
        return remains[counted]
    fates, above = fates_for(claim), _lemma_above(document, index, claim)
    return remains.get(above) or fates.get(above) or _nearest(document, index, claim, sentence, fates)


def _lemma_above(document: Document, index: Index, claim: NumberClaim) -> str:
    """The lemma of the word that governs what is counted, mostly a verb; empty where other figures count it too."""
    shared = any(item.head == claim.head for item in document.numbers if item is not claim)
    heads = index.overlapping(claim.head) if claim.head and not shared else range(0)
    above = index.words.heads[heads[-1]] if heads else None
    return "" if above is None else index.words.lemmas[above]


def _nearest(document: Document, index: Index, claim: NumberClaim, sentence: range, fates: Mapping[str, str]) -> str:
    """What the nearest of such words says, of those between which and the figure no other one is."""
    inside = index.overlapping(claim.span)
    others = [index.overlapping(item.span)[:1] for item in document.numbers if item is not claim]
    first = {word for other in others for word in other}
    found: list[tuple[int, str]] = []
    for word, fate in _told(index, claim, sentence, fates) if inside else ():
        between = _between(inside, word)
        if word not in inside and first.isdisjoint(between):
            found.append((len(between), fate))
    return min(found)[1] if found else ""


def _told(index: Index, claim: NumberClaim, sentence: range, fates: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """The words of a sentence that say what happened, with that; a word for what is counted always does."""
    counted = index.overlapping(claim.head) if claim.head else range(0)
    for word in sentence:
        fate = fates.get(index.words.lemmas[word]) or fates.get(index.words.lower[word])
        if fate and (word in counted or _is_said(index, word, fates)):
            yield word, fate


def _is_said(index: Index, word: int, fates: Mapping[str, str]) -> bool:
    """Whether such a word says what happened: not in "hospital spokeswoman", "nurses at a hospital", "bridge toll"."""
    lists, lemmas = lexicon(SHARED), index.words.lemmas
    above, below = index.words.heads[word], index.words.children.get(word, ())
    if above is not None and index.words.relations[word] == "compound" and index.tokens[above].upos in _NOUNS:
        about = lemmas[above] in fates or lemmas[above] in lists.words("across.anybody")
        return about or lemmas[above] in lists.words("across.treatments")
    if lemmas[word] in lists.words("across.predicates") and index.words.relations[word] in ("amod", "advmod"):
        return False
    if lemmas[word] in lists.words("across.fated_places"):
        return any(index.words.lower[child] in lists.words("across.fated_ways") for child in below)
    if lemmas[word] in lists.words("across.tolls"):
        return any(lemmas[child] in fates for child in below)
    return True


def _between(inside: range, word: int) -> range:
    """The words between a figure and another word."""
    return range(inside[-1] + 1, word) if word > inside[-1] else range(word + 1, inside[0])
