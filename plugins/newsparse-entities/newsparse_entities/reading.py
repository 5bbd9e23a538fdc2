"""A document made ready for this plugin: its words, sentences, trees and quotation marks by offset."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import attrs

from newsparse.model import Attribution, Document, Mention, Sentence, Span, Token
from newsparse_entities.trees import Trees

_QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|«[^«»\n]*»")


@attrs.frozen(kw_only=True)
class Reading:
    """The text with its tokens and sentences, searchable by offset in logarithmic time."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quoted: tuple[Span, ...]
    trees: Trees
    attributions: tuple[Attribution, ...]
    token_starts: Sequence[int]
    sentence_starts: Sequence[int]
    quoted_starts: Sequence[int]

    @classmethod
    def of(cls, document: Document) -> Reading:
        """The reading of ``document``."""
        quoted = tuple(Span(*match.span()) for match in _QUOTED.finditer(document.text))
        return cls(
            text=document.text,
            tokens=document.tokens,
            sentences=document.sentences,
            quoted=quoted,
            trees=Trees.of(document.tokens),
            attributions=document.attributions,
            token_starts=[token.span.start for token in document.tokens],
            sentence_starts=[sentence.span.start for sentence in document.sentences],
            quoted_starts=[span.start for span in quoted],
        )

    def words_in(self, span: Span) -> range:
        """The indices of the tokens that start inside ``span``."""
        return range(bisect_left(self.token_starts, span.start), bisect_left(self.token_starts, span.end))

    def head_index(self, mention: Mention) -> int:
        """The index of a mention's head token; its last word's where neither the mention nor a tree names one."""
        inside = self.words_in(mention.span)
        if mention.head is not None:
            at = self.words_in(mention.head)
            if at and inside and inside.start <= at.start < inside.stop:
                return at.start
        return self.top_index(inside)

    def top_index(self, inside: range) -> int:
        """The first of these words whose governor lies outside of them, without trees the last one."""
        for index in inside:
            head = self.tokens[index].head
            if head is not None and (head == index or head not in inside):
                return index
        return max(inside.stop - 1, 0)

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that ``offset`` stands in; -1 before the first."""
        return bisect_right(self.sentence_starts, offset) - 1

    def in_headline(self, offset: int) -> bool:
        """Whether ``offset`` stands in a first line that is no sentence."""
        first = self.sentences[0] if self.sentences else None
        return first is not None and offset < first.span.end and first.text[-1] not in '.!?”"'

    def starts_sentence(self, offset: int) -> bool:
        """Whether a sentence begins at ``offset``."""
        number = self.sentence_at(offset)
        return number >= 0 and self.sentence_starts[number] == offset

    def quote_at(self, offset: int) -> int | None:
        """The number of the pair of quotation marks around ``offset``, or None outside of any."""
        number = bisect_right(self.quoted_starts, offset) - 1
        return number if number >= 0 and offset < self.quoted[number].end else None

    def top(self, span: Span) -> Token | None:
        """The word inside ``span`` whose governor lies outside of it; None without trees."""
        inside = self.words_in(span)
        found = self.tokens[self.top_index(inside)] if inside else None
        return found if found is not None and found.head is not None else None

    def token_rank(self, index: int) -> int:
        """2 for the subject of the main clause, 1 for another subject, 0 for anything else or without trees."""
        token = self.tokens[index]
        if token.head is None or not (token.deprel or "").startswith("nsubj"):
            return 0
        governor = token.head
        main = 0 <= governor < len(self.tokens) and self.tokens[governor].head == governor
        return 2 if main else 1
