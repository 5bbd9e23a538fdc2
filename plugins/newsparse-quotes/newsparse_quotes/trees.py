"""The dependency tree of a document: words by place, their dependents, and the words below one of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator

from newsparse.model import Document, Span, Token

REACH = 30
NONE: tuple[int, ...] = ()


class Tree:
    """The words of a document with their dependents; words are named by their index in the layer ``tokens``."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens: tuple[Token, ...] = document.tokens
        self._starts = [token.span.start for token in self.tokens]
        self._ends = [token.span.end for token in self.tokens]
        self._sentences = document.sentences
        self._firsts = [sentence.first for sentence in document.sentences]
        self._children: dict[int, list[int]] = {}
        for index, token in enumerate(self.tokens):
            if token.head is not None and token.head != index and 0 <= token.head < len(self.tokens):
                self._children.setdefault(token.head, []).append(index)
        self.known = bool(self._children)

    def within(self, span: Span) -> range:
        """The words that overlap ``span``."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def sentence(self, index: int) -> range:
        """The words of the sentence that holds a word; of the word alone where no sentence does."""
        place = bisect_right(self._firsts, index) - 1
        if place < 0 or index >= self._sentences[place].last:
            return range(index, index + 1)
        return range(self._sentences[place].first, self._sentences[place].last)

    def line(self, index: int) -> range:
        """The words of the line of text that holds a word, thirty on either side at most."""
        low, high = index, index + 1
        while low > max(0, index - REACH) and not self.breaks(low):
            low -= 1
        while high < min(len(self.tokens), index + REACH) and not self.breaks(high):
            high += 1
        return range(low, high)

    def breaks(self, index: int) -> bool:
        """Whether a line of the text ends between a word and the one before it."""
        return "\n" in self.document.text[self._ends[index - 1] : self._starts[index]]

    def plain(self, words: range) -> Span | None:
        """The span of ``words`` without punctuation at its ends; None where there is nothing else."""
        kept = [index for index in words if self.tokens[index].upos != "PUNCT"]
        return Span(self.tokens[kept[0]].span.start, self.tokens[kept[-1]].span.end) if kept else None

    def lemma(self, index: int) -> str:
        """The lemma of a word, else the word, in small letters."""
        token = self.tokens[index]
        return (token.lemma or token.text).lower()

    def relation(self, index: int) -> str:
        """The relation of a word to its head; empty where there is none."""
        return self.tokens[index].deprel or ""

    def head(self, index: int) -> int | None:
        """The head of a word; None for a root."""
        head = self.tokens[index].head
        return head if head is not None and head != index and 0 <= head < len(self.tokens) else None

    def children(self, index: int, *relations: str) -> list[int]:
        """The dependents of a word, those of ``relations`` where any are given."""
        found = self._children.get(index, NONE)
        return [child for child in found if not relations or self.relation(child) in relations]

    def top(self, words: Collection[int]) -> int | None:
        """The first of ``words`` whose head lies outside of them."""
        return next((word for word in words if self.head(word) not in words), None)

    def below(self, index: int, without: Collection[str] = (), barred: Collection[int] = ()) -> Iterator[int]:
        """A word and all below it, but not below the relations ``without`` of its own dependents nor ``barred`` words.

        Cycles, which no tree has, end the walk.
        """
        waiting, seen = [index], {index}
        while waiting:
            current = waiting.pop()
            yield current
            for child in self._children.get(current, NONE):
                skipped = current == index and self.relation(child) in without
                if child not in seen and child not in barred and not skipped:
                    seen.add(child)
                    waiting.append(child)

    def phrase(self, index: int, without: Collection[str] = (), barred: Collection[int] = ()) -> Span:
        """The unbroken stretch of words below ``index`` that it stands in, without punctuation at its ends."""
        below = set(self.below(index, without, barred))
        low = high = index
        while low - 1 in below:
            low -= 1
        while high + 1 in below:
            high += 1
        while low < index and self.tokens[low].upos == "PUNCT":
            low += 1
        while high > index and self.tokens[high].upos == "PUNCT":
            high -= 1
        return Span(self.tokens[low].span.start, self.tokens[high].span.end)
