"""A document as this plugin reads it: its words, sentences and trees, with quotation marks and attributions."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from newsparse.model import Document, Mention, Span, Token
from newsparse.syntax import Index, Tree

_QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|«[^«»\n]*»")

_NONE: frozenset[int] = frozenset()


class Reading(Index):
    """The words and sentences of a document by offset, its ``tree``, ``attributions``, and ``quoted`` stretches."""

    def __init__(self, document: Document) -> None:
        """Read ``document``."""
        super().__init__(document)
        self.tree = Tree(document)  # its own index: one that led back here would keep both until garbage is collected
        self.attributions = document.attributions
        self.quoted = tuple(Span(*match.span()) for match in _QUOTED.finditer(document.text))
        self.lower = self.words.lower
        self._count = len(self.lower)
        self._quoted_starts = [span.start for span in self.quoted]

    def word(self, index: int) -> str:
        """A word in lower case; empty outside the text."""
        return self.lower[index] if 0 <= index < self._count else ""

    def tag(self, index: int) -> str | None:
        """The part of speech of a word; None outside the text and without tags."""
        return self.tokens[index].upos if 0 <= index < self._count else None

    def begins_paragraph(self, index: int) -> bool:
        """Whether a blank line is before a word."""
        if not 0 < index < self._count:
            return False
        return self.text.count("\n", self._ends[index - 1], self._starts[index]) > 1

    def sentence_of_word(self, index: int) -> int:
        """The number of the sentence in which a word starts; -1 before the first."""
        return self.sentence_at(self._starts[index])

    def head_index(self, mention: Mention) -> int:
        """The index of a mention's head token; its last word's where neither the mention nor a tree names one."""
        inside = self.starting_in(mention.span)
        if mention.head is not None:
            at = self.starting_in(mention.head)
            if at.start in inside:
                return at.start
        return self.top_index(inside)

    def top_index(self, inside: range) -> int:
        """The first of these words whose governor lies outside them; without trees, the last one."""
        for index in inside:
            head = self.tokens[index].head
            if head is not None and (head == index or head not in inside):
                return index
        return max(inside.stop - 1, 0)

    def top(self, span: Span) -> Token | None:
        """The word inside ``span`` whose governor lies outside it; None without trees."""
        inside = self.starting_in(span)
        found = self.tokens[self.top_index(inside)] if inside else None
        return found if found is not None and found.head is not None else None

    @cached_property
    def capitals(self) -> list[int]:
        """The words that begin with a capital."""
        return [index for index, token in enumerate(self.tokens) if token.text[0].isupper()]

    def quote_at(self, offset: int) -> int | None:
        """The number of the pair of quotation marks around ``offset``, or None outside any."""
        number = bisect_right(self._quoted_starts, offset) - 1
        return number if number >= 0 and offset < self.quoted[number].end else None

    def told(self, index: int) -> frozenset[int]:
        """The numbers of the attributions in whose content a word is."""
        return self._told.get(index, _NONE)

    @cached_property
    def _told(self) -> dict[int, frozenset[int]]:
        """The words in the content of attributions, each with the numbers of these; most are in one alone."""
        found: dict[int, frozenset[int]] = {}
        for number, item in enumerate(self.attributions):
            alone = frozenset([number])
            for words in map(self.starting_in, item.content):
                found.update({at: found[at] | alone if at in found else alone for at in words})
        return found

    def subject_rank(self, index: int) -> int:
        """2 for the subject of the main clause, 1 for another subject, 0 for anything else or without trees."""
        return self._ranks.get(index, 0)

    @cached_property
    def _ranks(self) -> dict[int, int]:
        """The subjects with their ranks."""
        relations = self.words.relations
        subjects = {relation for relation in set(relations) if relation.startswith("nsubj")}
        return {
            at: 2 if (governor := self.tree.head(at)) is not None and self.tree.is_main(governor) else 1
            for at, relation in enumerate(relations)
            if relation in subjects
        }
