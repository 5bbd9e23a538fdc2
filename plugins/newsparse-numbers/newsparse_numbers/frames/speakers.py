"""Who says a figure: the quote, or the attribution of the model, that it is in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Generic, TypeVar

import attrs

from newsparse.model import Attribution, Document, Passage, Quote, Span, Speaker
from newsparse.model.claims import Modality
from newsparse.rules import Decision, Rule, RuleSet

A = TypeVar("A", Quote, Attribution)


@attrs.frozen(kw_only=True)
class Said:
    """Who says a figure; ``reason`` says why nobody is named."""

    speaker: Speaker | None = None
    cue: Passage | None = None
    quote: str | None = None
    modality: Modality = "asserted"
    reason: str = ""

    def __str__(self) -> str:
        """The speaker's name, else why there is none."""
        return str(self.speaker) if self.speaker else self.reason


NARRATED = Said(reason="not in a quote")


@attrs.frozen(kw_only=True)
class Around:
    """What a figure is in: quotes and attributions with a piece around it, the innermost first."""

    text: str
    quotes: Sequence[Quote]
    attributions: Sequence[Attribution]


def _by_quote(around: Around) -> Said | None:
    """The innermost quote, where it has a speaker."""
    quote = around.quotes[0] if around.quotes else None
    if quote is None or quote.speaker is None:
        return None
    return Said(speaker=quote.speaker, cue=quote.cue, quote=quote.id, modality=quote.modality)


def _open_quote(around: Around) -> Said | None:
    """The innermost quote, with the reason why it has no speaker."""
    if not around.quotes:
        return None
    quote = around.quotes[0]
    reason = quote.unattributed or "nobody named"
    return Said(quote=quote.id, cue=quote.cue, modality=quote.modality, reason=reason)


def _by_attribution(around: Around) -> Said | None:
    """The innermost attribution that has a source."""
    item = next((item for item in around.attributions if item.source), None)
    if item is None:
        return None
    source = Passage.at(around.text, item.source[0].start, item.source[-1].end)
    cue = Passage.at(around.text, item.cue[0].start, item.cue[-1].end) if item.cue else None
    return Said(speaker=Speaker(name=source.text, mention=source, reason="attribution"), cue=cue)


SPEAKER: RuleSet[Around, Said] = RuleSet(
    name="numbers.speaker",
    summary="Who says a figure.",
    rules=(
        Rule(
            name="numbers.speaker.quote",
            summary="The speaker of the innermost quote that the figure is in",
            find=_by_quote,
            fires="Ada Brook said nine ships sank.",
            quiet="Nine ships sank off Orla.",
        ),
        Rule(
            name="numbers.speaker.open-quote",
            summary="Nobody: the innermost quote that the figure is in has no speaker",
            find=_open_quote,
            fires="“Nine ships sank off Orla on Monday.”",
            quiet="Ada Brook said nine ships sank.",
        ),
        Rule(
            name="numbers.speaker.attribution",
            summary="The source of the attribution that the figure is in, where it is not in a quote",
            find=_by_attribution,
            fires="The union backed a plan to cut 300 jobs.",
            quiet="Nine ships sank off Orla.",
        ),
    ),
    place=lambda said: said.speaker.mention.span if said.speaker and said.speaker.mention else None,
)


class Sources:
    """The quotes and attributions of a document by place."""

    def __init__(self, document: Document) -> None:
        """Sort them."""
        self._text = document.text
        self._quotes = ByPlace([(fragment, quote) for quote in document.quotes for fragment in quote.fragments])
        given = [item for item in document.get("attributions") if isinstance(item, Attribution)]
        self._attributions = ByPlace([(piece, item) for item in given for piece in item.content])

    def of(self, span: Span) -> Decision[Said] | None:
        """Who says the figure at ``span``; None where it is in no quote."""
        around = Around(text=self._text, quotes=self._quotes.of(span), attributions=self._attributions.of(span))
        return SPEAKER.decide(around, span) if around.quotes or around.attributions else None


class ByPlace(Generic[A]):
    """Annotations in pieces, by place."""

    def __init__(self, pieces: Sequence[tuple[Span, A]]) -> None:
        """Each of ``pieces`` is a span with what it belongs to."""
        self._pairs: list[tuple[Span, A]] = sorted(pieces, key=lambda pair: (pair[0].start, -pair[0].end))
        self._starts: list[int] = [span.start for span, _ in self._pairs]
        self._longest_chars = max((len(span) for span, _ in self._pairs), default=0)

    def of(self, span: Span) -> list[A]:
        """Those with a piece that covers ``span``, the innermost first."""
        found = []
        for index in range(bisect_right(self._starts, span.start) - 1, -1, -1):
            piece, item = self._pairs[index]
            if piece.covers(span):
                found.append(item)
            if span.start - piece.start > self._longest_chars:
                break
        return found
