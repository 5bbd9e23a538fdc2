"""The words around a figure, those that say what an article is about, and whether a sentence has words of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.figures.fates import about_fates, fates_for
from newsparse.linking.figures.sources import giver, giving_words
from newsparse.linking.synonyms import same_words
from newsparse.model import Document, NumberClaim, Quote
from newsparse.syntax import Index

MOST_WORDS = 150
"""How many different words of an article, from its beginning on, say what it is about."""
NEAR_WORDS = 4
"""How many words on either side of a figure are near it."""
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


def telling(index: Index, words: Sequence[int]) -> Iterator[str]:
    """The lemmas of those of ``words`` that tell something, each by the name that it shares with others like it."""
    known, closed = same_words(), _closed()
    lemmas = index.words.lemmas
    for word in words:
        tag, lemma = index.tokens[word].upos, lemmas[word]
        if (tag is None or tag in _TELLING) and lemma[0].isalpha() and len(lemma) > 1 and lemma not in closed:
            yield known.get(lemma, lemma)


def subject_words(document: Document, index: Index) -> frozenset[str]:
    """The first words that say what an article is about, which those of figures do not: "35 million euros"."""
    figures = {word for claim in document.numbers for word in index.overlapping(claim.span)}
    found = dict.fromkeys(telling(index, [word for word in range(len(index.tokens)) if word not in figures]))
    return frozenset(list(found)[:MOST_WORDS])


def around(document: Document, index: Index, claim: NumberClaim, sentence: range) -> tuple[list[int], list[int]]:
    """The words of a sentence but those of the figure, its frame and fates, and those near it that are no names."""
    inside = index.overlapping(claim.span)
    left_out = {*inside, *about_fates(index, sentence, fates_for(claim)), *_frame(document, index, claim)}
    if giver(document, index, claim):
        left_out |= giving_words(document, index, claim)
    rest = [word for word in sentence if word not in left_out]
    near = range(inside.start - NEAR_WORDS, inside.stop + NEAR_WORDS)
    return rest, [word for word in rest if word in near and index.tokens[word].upos != "PROPN"]


def has(index: Index, sentence: range, words: set[str], wanted: frozenset[str]) -> bool:
    """Whether a sentence has a word, or several in a row, of a list."""
    text = f" {' '.join(index.words.lower[word] for word in sentence)} "
    return bool(words & wanted) or any(f" {item} " in text for item in wanted if " " in item)


def had_been(index: Index, claim: NumberClaim) -> bool:
    """Whether the verb above a figure says what was so before: "It **had** counted 19 people"."""
    word = next(iter(index.overlapping(claim.span)), None)
    heads, seen = index.words.heads, set[int]()
    while word is not None and word not in seen:
        seen.add(word)
        below = index.words.children.get(word, ())
        if index.tokens[word].upos in ("VERB", "AUX") or any(index.words.relations[child] == "cop" for child in below):
            return any(index.words.lower[child] in lexicon(SHARED).words("across.before") for child in below)
        word = heads[word]
    return False


def included(lower: set[str]) -> frozenset[str]:
    """The words of a sentence for what an amount includes or not, in small letters: "fees" of "without fees"."""
    lists = lexicon(SHARED)
    return frozenset(lower & lists.words("across.included")) if lower & lists.words("across.inclusion") else frozenset()


def _frame(document: Document, index: Index, claim: NumberClaim) -> set[int]:
    """The words that say who states the figure, which differ where its meaning does not."""
    quote = document.find(claim.quote, Quote) if claim.quote else None
    if quote is not None:
        said = {word for piece in quote.fragments for word in index.overlapping(piece)}
        return set(range(len(index.tokens))) - said
    speaker = claim.speaker
    parts = [speaker and speaker.mention, speaker and speaker.role, speaker and speaker.affiliation, claim.cue]
    return {word for part in parts if part for word in index.overlapping(part.span)}


@cache
def _closed() -> frozenset[str]:
    groups = lexicon(SHARED).groups("grammar.closed")
    return frozenset(word for words in groups.values() for word in words)
