"""Who says a figure: the quote, or the attribution of the model, that it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Generic, TypeVar

import attrs

from newsparse.model import Attribution, Document, Passage, Quote, Span, Speaker
from newsparse.model.claims import Modality

A = TypeVar("A", Quote, Attribution)


@attrs.frozen(kw_only=True)
class Said:
    """Who says a figure; ``reason`` tells why nobody is named."""

    speaker: Speaker | None = None
    cue: Passage | None = None
    quote: str | None = None
    modality: Modality = "asserted"
    reason: str = ""


class Sources:
    """The quotes and attributions of a document by place."""

    def __init__(self, document: Document) -> None:
        """Sort them."""
        self._text = document.text
        self._quotes = Around([(fragment, quote) for quote in document.quotes for fragment in quote.fragments])
        self._attributions = Around(
            [
                (piece, item)
                for item in document.get("attributions")
                if isinstance(item, Attribution)
                for piece in item.content
            ]
        )

    def of(self, span: Span) -> Said:
        """Who says the figure at ``span``."""
        quotes = self._quotes.of(span)
        for quote in quotes:
            if quote.speaker is not None:
                return Said(speaker=quote.speaker, cue=quote.cue, quote=quotes[0].id, modality=quote.modality)
        if quotes:
            return Said(
                quote=quotes[0].id,
                cue=quotes[0].cue,
                modality=quotes[0].modality,
                reason=quotes[0].unattributed or "nobody named",
            )
        for item in self._attributions.of(span):
            if item.source:
                return self._attributed(item)
        return Said(reason="not in a quote")

    def _attributed(self, item: Attribution) -> Said:
        source = Passage.at(self._text, item.source[0].start, item.source[-1].end)
        cue = Passage.at(self._text, item.cue[0].start, item.cue[-1].end) if item.cue else None
        return Said(speaker=Speaker(name=source.text, mention=source, reason="attribution"), cue=cue)


class Around(Generic[A]):
    """Annotations in pieces, by place."""

    def __init__(self, pieces: Sequence[tuple[Span, A]]) -> None:
        """Of ``pieces`` each names a span and what it belongs to."""
        self._pairs: list[tuple[Span, A]] = sorted(pieces, key=lambda pair: (pair[0].start, -pair[0].end))
        self._starts: list[int] = [span.start for span, _ in self._pairs]
        self._longest = max((len(span) for span, _ in self._pairs), default=0)

    def of(self, span: Span) -> list[A]:
        """Those with a piece that covers ``span``, the innermost first."""
        found = []
        for index in range(bisect_right(self._starts, span.start) - 1, -1, -1):
            piece, item = self._pairs[index]
            if piece.covers(span):
                found.append(item)
            if span.start - piece.start > self._longest:
                break
        return found
