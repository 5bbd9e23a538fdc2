"""The words of a document as tools want them that keep a text as words and blanks, and places as ranges of words.

Each word is followed by one blank or by none; all other blanks, and whatever the analysis left out, are words of their
own, so that the words with their blanks are the text.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from newsparse.model import Document, Span, Token

_PIECE = re.compile(r"\w+|[^\w\s]|\s+")
BLANK = " "


@attrs.frozen
class Word:
    """A word with its place, whether a blank follows, and the tokens of the document that it is, none for the rest."""

    span: Span
    text: str
    blank: bool
    tokens: tuple[int, ...] = ()


@attrs.frozen
class Place:
    """A piece of an annotation, the layer that it is in, and the place that it has in words, None for none at all."""

    id: str
    layer: str
    wanted: Span
    given: Span | None


@attrs.frozen
class Alignment:
    """How the pieces of annotations fit the words: ``aligned`` is how many have just their place.

    Those ``moved`` begin or end inside a word, and have been extended to all of it; those ``lost`` have no word.
    """

    aligned: int
    moved: tuple[Place, ...] = ()
    lost: tuple[Place, ...] = ()

    @classmethod
    def of(cls, places: Iterable[Place]) -> Alignment:
        """How pieces with these places fit."""
        every = list(places)
        lost = tuple(place for place in every if place.given is None)
        moved = tuple(place for place in every if place.given not in (None, place.wanted))
        return cls(len(every) - len(moved) - len(lost), moved, lost)

    def __str__(self) -> str:
        """The three counts in one line."""
        return f"{self.aligned} aligned, {len(self.moved)} moved, {len(self.lost)} lost"


def words_of(document: Document) -> tuple[Word, ...]:
    """The text as words: the document's tokens, those that share a place as one; without tokens, letters and marks."""
    text = document.text
    taken = list(_taken(document.tokens))
    pieces: list[tuple[Span, tuple[int, ...]]] = []
    at = 0
    for span, tokens in [*taken, (None, ())]:
        end = span.start if span else len(text)
        pieces += [(Span(*match.span()), ()) for match in _PIECE.finditer(text, at, end)]
        if span:
            pieces.append((span, tokens))
            at = span.end
    return tuple(_with_blanks(text, pieces))


def _taken(tokens: Sequence[Token]) -> Iterator[tuple[Span, tuple[int, ...]]]:
    """The places of tokens, those that overlap as one."""
    start, end, own = 0, 0, list[int]()
    for index, token in enumerate(tokens):
        if own and token.span.start >= end:
            yield Span(start, end), tuple(own)
            own = []
        start, end = (start, max(end, token.span.end)) if own else (token.span.start, token.span.end)
        own.append(index)
    if own:
        yield Span(start, end), tuple(own)


def _with_blanks(text: str, pieces: Sequence[tuple[Span, tuple[int, ...]]]) -> Iterator[Word]:
    """The pieces as words; a blank at the start of blanks belongs to the word before, if there is one."""
    kept: list[tuple[Span, bool, tuple[int, ...]]] = []
    for span, tokens in pieces:
        first = span.start
        if kept and text[first] == BLANK and not tokens:
            kept[-1] = (kept[-1][0], True, kept[-1][2])
            first += 1
        if first < span.end:
            kept.append((Span(first, span.end), False, tokens))
    for span, blank, tokens in kept:
        yield Word(span, span.cut(text), bool(blank), tokens)


@attrs.frozen
class Heads:
    """The trees over words: the index of each word's governor, its own for a root, and the relation."""

    heads: tuple[int, ...]
    relations: tuple[str, ...]


def heads_of(document: Document, words: Sequence[Word]) -> Heads | None:
    """The trees, or None where the document has none, or a sentence of it is not just one tree.

    A word that is no token hangs on the word before it, without a relation.
    """
    tokens = document.tokens
    if not tokens or any(token.head is None for token in tokens):
        return None
    owner = {index: place for place, word in enumerate(words) for index in word.tokens}
    heads: list[int] = []
    relations: list[str] = []
    for place, word in enumerate(words):
        if word.tokens:
            index = _outward(word, tokens, owner)
            heads.append(owner[_head(tokens, index)])
            relations.append(tokens[index].deprel or "")
        else:
            heads.append(place - 1 if place else min(1, len(words) - 1))
            relations.append("")
    found = Heads(tuple(heads), tuple(relations))
    return found if _one_tree_each(document, words, found) else None


def _outward(word: Word, tokens: Sequence[Token], owner: Mapping[int, int]) -> int:
    """The token of a word that hangs on another word, by ``owner``, the word of each token; the first if none does."""
    first = word.tokens[0]
    place = owner[first]
    return next((index for index in word.tokens if owner.get(_head(tokens, index), place) != place), first)


def _head(tokens: Sequence[Token], index: int) -> int:
    head = tokens[index].head
    return index if head is None else head


def _one_tree_each(document: Document, words: Sequence[Word], found: Heads) -> bool:
    sentences = _sentence_of(document, words)
    roots = [sentences[place] for place, head in enumerate(found.heads) if head == place]
    inside = all(sentences[place] == sentences[head] for place, head in enumerate(found.heads) if words[place].tokens)
    return inside and len(roots) == len(set(roots)) == len(document.sentences)


def _sentence_of(document: Document, words: Sequence[Word]) -> list[int]:
    """The number of the sentence of each word; words between sentences belong to the one before."""
    starts = [sentence.span.start for sentence in document.sentences]
    return [max(0, bisect.bisect_right(starts, word.span.start) - 1) for word in words]


def starts_of(document: Document, words: Sequence[Word]) -> list[bool | int | None] | None:
    """Whether each word begins a sentence; None without sentences."""
    if not document.sentences:
        return None
    numbers = _sentence_of(document, words)
    return [place == 0 or numbers[place] != numbers[place - 1] for place in range(len(words))]


class Ranges:
    """Places in the text as half-open ranges of words."""

    def __init__(self, words: Sequence[Span]) -> None:
        self._starts = [span.start for span in words]
        self._ends = [span.end for span in words]

    def at(self, span: Span) -> tuple[int, int] | None:
        """The words that share a character with ``span``, None if there are none."""
        first, last = bisect.bisect_right(self._ends, span.start), bisect.bisect_left(self._starts, span.end)
        return (first, last) if first < last else None

    def place(self, first: int, last: int) -> Span:
        """The place of the words from ``first`` to ``last``."""
        return Span(self._starts[first], self._ends[last - 1])
