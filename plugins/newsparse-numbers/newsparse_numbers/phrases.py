"""Noun phrases around a figure, from trees where there are any and else from the words that follow."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import attrs

from newsparse.model import Document, Mention, Passage, Span, Token
from newsparse_numbers.lexicon import lexicon

MODIFIERS = frozenset({"amod", "compound", "nmod", "flat", "nmod:desc", "nmod:unmarked", "goeswith", "fixed"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
COUNTING = frozenset({"nummod", "compound", "amod", "advmod", "det"})
NOUNS = frozenset({"NOUN", "PROPN"})


@attrs.frozen
class Phrases:
    """The tokens and mentions of a document, searchable by place."""

    document: Document
    tokens: tuple[Token, ...]
    starts: list[int]
    children: dict[int, list[int]]
    mentions: tuple[Mention, ...]
    mention_starts: list[int]

    @classmethod
    def of(cls, document: Document) -> Phrases:
        """The phrases of ``document``."""
        children: dict[int, list[int]] = {}
        for index, token in enumerate(document.tokens):
            if token.head is not None and token.head != index:
                children.setdefault(token.head, []).append(index)
        mentions = tuple(item for item in document.mentions if item.form == "named")
        return cls(
            document,
            document.tokens,
            [token.span.start for token in document.tokens],
            children,
            mentions,
            [item.span.start for item in mentions],
        )

    def inside(self, span: Span) -> range:
        """The indices of the tokens that overlap ``span``."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        last = bisect_left(self.starts, span.end)
        while first < last and self.tokens[first].span.end <= span.start:
            first += 1
        return range(first, last)

    def counted(self, whole: Span) -> tuple[Passage, str] | None:
        """What the figure at ``whole`` counts or measures, and the rule that says so."""
        words = self.inside(whole)
        if not words:
            return None
        if self.tokens[words[0]].head is None:
            return self._following(words[-1] + 1)
        return self._by_tree(words)

    def _by_tree(self, words: range) -> tuple[Passage, str] | None:
        top = self._top(words)
        head = self.tokens[top].head
        relation = (self.tokens[top].deprel or "").partition(":")[0]
        if head is not None and head not in words and relation in COUNTING and self.tokens[head].upos in NOUNS:
            return self._phrase(head, words), "counted"
        for child in self.children.get(top, ()):
            if child not in words and self._case(child) == "of" and self.tokens[child].upos in NOUNS:
                return self._phrase(child, words), "part-of"
        return self._measured(top, words)

    def _measured(self, top: int, words: range) -> tuple[Passage, str] | None:
        """What the figure's verb is said of: its subject ("the bridge cost $3 million"), or its noun."""
        if self.tokens[top].deprel in SUBJECTS:
            return None
        if (self.tokens[top].deprel or "").startswith("obl"):
            for child in self.children.get(self.tokens[top].head or 0, ()):
                if self.tokens[child].deprel == "obj" and child not in words and self.tokens[child].upos in NOUNS:
                    return self._phrase(child, words), "object"
        at: int | None = top
        for _ in range(4):
            if at is None:
                return None
            for child in self.children.get(at, ()):
                if self.tokens[child].deprel in SUBJECTS and child not in words and self.tokens[child].upos in NOUNS:
                    return self._phrase(child, words), "subject"
            head = self.tokens[at].head
            if head is not None and head != at and (self.tokens[at].deprel or "").startswith("acl"):
                return self._phrase(head, words), "described"
            at = head if head != at else None
        return None

    def holder(self, span: Span) -> Passage | None:
        """The named subject of the clause that the figure stands in."""
        words = self.inside(span)
        if not words or self.tokens[words[0]].head is None:
            return None
        at: int | None = self._top(words)
        for _ in range(4):
            if at is None:
                return None
            for child in self.children.get(at, ()):
                if self.tokens[child].deprel in SUBJECTS and child not in words:
                    named = self._mention_at(self.tokens[child].span)
                    return Passage(named.span, named.text) if named else None
            head = self.tokens[at].head
            at = head if head != at else None
        return None

    def when(self, span: Span) -> Passage | None:
        """The nearest date of the same sentence within eighty characters."""
        index = bisect_left(self.mention_starts, span.start - 80)
        near = [
            item
            for item in self.mentions[index : index + 12]
            if item.label == "Date" and not item.span.overlaps(span) and abs(item.span.start - span.start) <= 80
        ]
        text = self.document.text
        near = [item for item in near if not _parted(text, item.span, span)]
        best = min(near, key=lambda item: abs(item.span.start - span.start), default=None)
        return Passage(best.span, best.text) if best else None

    def _mention_at(self, span: Span) -> Mention | None:
        index = bisect_right(self.mention_starts, span.start) - 1
        for item in self.mentions[max(0, index - 1) : index + 1]:
            if item.span.overlaps(span) and item.label in ("Organization", "Person", "Location", "NORP"):
                return item
        return None

    def _top(self, words: range) -> int:
        for index in words:
            head = self.tokens[index].head
            if head is None or head == index or head not in words:
                return index
        return words[0]

    def _case(self, index: int) -> str:
        cases = [self.tokens[child].text.lower() for child in self.children.get(index, ()) if child < index]
        return "of" if "of" in cases else ""

    def _phrase(self, head: int, words: range) -> Passage:
        """The noun with the modifiers that stand right before it, the figure itself left out."""
        first = head
        while first - 1 >= 0 and first - 1 not in words and self._modifies(first - 1, head):
            first -= 1
        last = head
        for child in sorted(self.children.get(head, ())):
            if child == last + 1 and (self.tokens[child].deprel or "") in ("flat", "compound", "goeswith"):
                last = child
        return Passage.at(self.document.text, self.tokens[first].span.start, self.tokens[last].span.end)

    def _modifies(self, index: int, head: int) -> bool:
        token = self.tokens[index]
        if token.text in ("-", "–", "'s", "’s") and index - 1 >= 0:
            return self.tokens[index - 1].head in (head, index + 1)
        near = token.head is not None and (token.head == head or index < token.head <= head)
        return near and (token.deprel or "") in MODIFIERS and token.upos not in ("PRON", "DET", "ADP", "PUNCT", "NUM")

    def _following(self, first: int) -> tuple[Passage, str] | None:
        """Up to three words after the figure that are no function words, where there are no trees."""
        stops = lexicon().words("stops")
        last = first
        while last < len(self.tokens) and last - first < 3:
            word = self.tokens[last].text
            if word.lower() in stops or not word[0].isalpha():
                break
            last += 1
        if last == first:
            return None
        span = Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)
        return Passage(span, span.cut(self.document.text)), "following"


def _parted(text: str, one: Span, other: Span) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return any(mark in between for mark in (". ", "\n", "; "))
