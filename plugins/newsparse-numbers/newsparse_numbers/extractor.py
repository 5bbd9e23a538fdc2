"""The extractor: quantities of the text, with what they count, whose they are, and the quote that they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from newsparse.model import Annotation, Document, NumberClaim, Quote, Span
from newsparse_numbers.phrases import Phrases
from newsparse_numbers.quantities import Found, find_quantities


class NumberExtractor:
    """Gives one number claim for each quantity of the text.

    Reads the layer ``tokens``; trees, mentions and quotes are used where there are any.
    """

    def extract(self, document: Document) -> Iterable[Annotation]:
        """The number claims, in the order of the text."""
        phrases = Phrases.of(document)
        quotes = Quotes(document.quotes)
        for found in find_quantities(document.text):
            yield claim(document, found, phrases, quotes.around(found.span))


class Quotes:
    """The quotes of a document by place."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        pairs = sorted(
            ((fragment, quote) for quote in quotes for fragment in quote.fragments),
            key=lambda pair: (pair[0].start, -pair[0].end),
        )
        self._pairs = pairs
        self._starts = [fragment.start for fragment, _ in pairs]
        self._longest = max((len(fragment) for fragment, _ in pairs), default=0)

    def around(self, span: Span) -> Quote | None:
        """The innermost quote with a fragment that covers ``span``."""
        for index in range(bisect_right(self._starts, span.start) - 1, -1, -1):
            fragment, quote = self._pairs[index]
            if fragment.covers(span):
                return quote
            if span.start - fragment.start > self._longest:
                return None
        return None


def claim(document: Document, found: Found, phrases: Phrases, quote: Quote | None) -> NumberClaim:
    """The claim that ``found`` makes; it is attributed to the speaker of ``quote``."""
    kind = found.quantity.kind
    counted = None if kind in ("age", "duration", "multiplier") else phrases.counted(found.span)
    return NumberClaim.make(
        document.text,
        found.span,
        quantity=found.quantity,
        role=found.role,
        direction=found.direction,
        subject=counted[0] if counted else None,
        holder=phrases.holder(found.span),
        when=phrases.when(found.span),
        quote=quote.id if quote else None,
        speaker=quote.speaker if quote else None,
        cue=quote.cue if quote else None,
        unattributed="" if quote else "not in a quote",
        rule=f"{found.rule}+{counted[1]}" if counted else found.rule,
    )
