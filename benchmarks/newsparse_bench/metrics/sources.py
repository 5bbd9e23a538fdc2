"""Sources of figures: of the figures inside attributed content, the share whose source is the right one.

The figures are those that the guess finds, as the corpus labels none; each belongs to the innermost gold content that
covers it. The source is right when the words of the speaker overlap the gold source; content without a source in gold
is left out.
"""

from __future__ import annotations

from newsparse.model import Document, NumberClaim, Passage, Quote
from newsparse_bench.metrics.counts import Tally, share


def sources(gold: Document, guess: Document) -> Tally:
    """The counts of one article, over its figures inside content that has a source."""
    held = [(claim, source) for claim in guess.numbers if (source := _source(gold, claim))]
    right = sum(_named(claim, source) for claim, source in held)
    found = sum(claim.speaker is not None for claim, _ in held)
    return {"found": share(found, len(held)), "right": share(right, len(held))}


def _source(gold: Document, claim: NumberClaim) -> Passage | None:
    """The source of the shortest content that covers the figure."""
    around = [quote for quote in gold.quotes if any(piece.covers(claim.span) for piece in quote.fragments)]
    inner = min(around, key=_length, default=None)
    return inner.speaker.mention if inner is not None and inner.speaker is not None else None


def _length(quote: Quote) -> int:
    return sum(len(piece) for piece in quote.fragments)


def _named(claim: NumberClaim, source: Passage) -> bool:
    mention = claim.speaker.mention if claim.speaker else None
    return mention is not None and mention.span.overlaps(source.span)
