"""A source made ready for search: its words with their places, and the words of each speaker one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import astuple

from newsparse.model import Document, Quote, Span
from newsparse.wording.streams import Stream
from newsparse.wording.words import Words, words_in


class SourceText:
    """One document to compare with; ``words`` are those of its text, where known."""

    def __init__(self, document: Document, words: Words | None = None) -> None:
        self.document = document
        self.text = Stream.of(words or words_in(document.text))

    @cached_property
    def speakers(self) -> list[Stream]:
        """For each speaker with several passages in direct or mixed quotes, these passages as one stream."""
        passages: dict[str, list[Span]] = defaultdict(list)
        for quote in self.document.quotes:
            if quote.form != "indirect" and not quote.within:
                passages[_key(quote)].extend(quote.fragments)
        rows = (_in_order(spans) for spans in passages.values() if len(spans) > 1)
        return [Stream.of(words_in(self.document.text, spans)) for spans in rows]

    def streams(self) -> Iterator[Stream]:
        """The text as it is, then the words of each speaker."""
        yield self.text
        yield from self.speakers


def _in_order(spans: Sequence[Span]) -> list[Span]:
    """Passages in the order of the text, and what several of them have only once: quotes may be told in turns."""
    found: list[Span] = []
    at = 0
    for span in sorted(spans, key=astuple):
        if span.end > at:
            found.append(Span(max(span.start, at), span.end))
            at = span.end
    return found


def quotes_at(document: Document, spans: Sequence[Span]) -> list[Quote]:
    """For each place the quotes that hold the most of it, the shortest first: one, and those that it is within."""
    found: dict[str, Quote] = {}
    for span in spans:
        shares = {quote.id: _shared(quote.fragments, span) for quote in document.quotes}
        most = max(shares.values(), default=0)
        best = [quote for quote in document.quotes if most and shares[quote.id] == most]
        found |= {quote.id: quote for quote in sorted(best, key=_length)}
    return list(found.values())


def _shared(ours: Sequence[Span], other: Span) -> int:
    """How many code points of ``other`` are in ``ours``."""
    return sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for span in ours)


def _key(quote: Quote) -> str:
    return (quote.speaker and (quote.speaker.entity or quote.speaker.name)) or quote.id


def _length(quote: Quote) -> int:
    return sum(map(len, quote.fragments))
