"""Words of the sentence before that a reply leans on: the noun for a claim, and whoever a pronoun means."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.linking.status.reading import Reading
from newsparse.linking.status.triggers import says_that, spelled_out

_PLURAL = ("NNS", "NNPS")
"""The tags of plural nouns in the Penn Treebank."""


def noun_beside(reading: Reading, word: int) -> int | None:
    """The noun for a claim that a word is said of, or the last one before it, that says whose claim or which.

    "'That is nonsense,' she said of **Brook's claim**", or "Asked about **Brook's claim** that it leaked, she said:
    'That is nonsense.'"
    """
    nouns = reading.lexicon.words("across.references.words")
    for place in (*_said_of(reading, word), *_before(reading, word)):
        if reading.tree.lemma(place) in nouns and (says_that(reading, place) or reading.owner(place) is not None):
            return place
    return None


def _said_of(reading: Reading, word: int) -> Iterator[int]:
    """The nouns that follow the cue of the quote that a word is in: "said of **the claim**"."""
    quote = reading.quote_at(word)
    if quote is not None and quote.cue is not None:
        for verb in reading.index.overlapping(quote.cue.span):
            yield from reading.tree.children(verb, "obl")


def clause_of(reading: Reading, noun: int) -> int | None:
    """The predicate of the clause that spells a noun for a claim out."""
    return next(spelled_out(reading, noun), None)


def meant(reading: Reading, pronoun: int) -> int:
    """The noun that "they" means: the last plural subject in the sentence or before; else the pronoun itself."""
    if pronoun in reading.mentions and reading.mentions[pronoun].entity:
        return pronoun
    if reading.index.words.lower[pronoun] not in reading.lexicon.words("across.plural"):
        return pronoun
    for word in _before(reading, pronoun):
        if reading.index.tokens[word].xpos in _PLURAL and reading.tree.relation(word).startswith("nsubj"):
            return word
    return pronoun


def _before(reading: Reading, word: int) -> Iterator[int]:
    """The words before one in its sentence and in the one before, the nearest first."""
    start = reading.index.sentence(word).start
    first = reading.index.sentence(start - 1).start if start else 0
    return iter(range(word - 1, first - 1, -1))
