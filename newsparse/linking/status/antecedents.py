"""Words of the sentence before that a reply leans on: the noun for a claim, and whoever a pronoun means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsparse.linking.status.reading import Reading
from newsparse.linking.status.triggers import says_that, spelled_out

_PLURAL = ("NNS", "NNPS")
"""The tags of plural nouns in the Penn Treebank."""


def noun_before(reading: Reading, word: int) -> int | None:
    """The last noun for a claim before a word, in its sentence or the one before, that says whose claim or which.

    "Asked about **Brook's claim** that it leaked, she said: 'That is nonsense.'"
    """
    return _noun_for_claim(reading, _before(reading, word))


def noun_said_of(reading: Reading, word: int) -> int | None:
    """Such a noun behind the cue of the quote around a word: "'That is nonsense,' she said of **Brook's claim**"."""
    quote = reading.quote_at(word)
    verbs = reading.index.overlapping(quote.cue.span) if quote is not None and quote.cue is not None else ()
    return _noun_for_claim(reading, (item for verb in verbs for item in reading.tree.children(verb, "obl")))


def _noun_for_claim(reading: Reading, places: Iterable[int]) -> int | None:
    nouns = reading.lexicon.words("across.references.words")
    known = (place for place in places if reading.tree.lemma(place) in nouns)
    return next((item for item in known if says_that(reading, item) or reading.owner(item) is not None), None)


def clause_of(reading: Reading, noun: int) -> int | None:
    """The predicate of the clause that spells a noun for a claim out."""
    return next(spelled_out(reading, noun), None)


def meant(reading: Reading, pronoun: int) -> int:
    """The noun that "they" means: the last plural or joined subject, in the sentence or before; else the pronoun."""
    if pronoun in reading.mentions and reading.mentions[pronoun].entity:
        return pronoun
    if reading.index.words.lower[pronoun] not in reading.lexicon.words("across.plural"):
        return pronoun
    for word in _before(reading, pronoun):
        if reading.tree.relation(word).startswith("nsubj") and _is_several(reading, word):
            return word
    return pronoun


def _is_several(reading: Reading, noun: int) -> bool:
    """Whether a noun is plural, or "and" joins others to it: "Tom Varga and Paul Kell"."""
    return reading.index.tokens[noun].xpos in _PLURAL or bool(reading.tree.children(noun, "conj"))


def _before(reading: Reading, word: int) -> Iterator[int]:
    """The words before one in its sentence and in the one before, the nearest first."""
    start = reading.index.sentence(word).start
    first = reading.index.sentence(start - 1).start if start else 0
    return iter(range(word - 1, first - 1, -1))
