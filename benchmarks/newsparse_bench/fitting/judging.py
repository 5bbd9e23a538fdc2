"""Which answers of a traced decision are right by the labels of the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from newsparse.model import Document, Passage, Quote, Span
from newsparse.rules import Traced
from newsparse_bench.metrics.numbers import PREPOSITIONS

UNBROKEN = re.compile(r"\S+")
Judge = Callable[[Traced, Document], Collection[Span] | None]
"""The places of the right answers; empty where the question is rightly left open, None where no label says."""


def source(trace: Traced, gold: Document) -> Collection[Span] | None:
    """The words that name the speaker of the labelled quote."""
    quote = quote_at(gold, trace.at)
    if quote is None:
        return None
    return [quote.speaker.mention.span] if quote.speaker and quote.speaker.mention else []


def quotation(trace: Traced, gold: Document) -> Collection[Span]:
    """The pieces of labelled quotes that contain at least half of this one; empty where it is not a quote."""
    pieces = (piece for quote in gold.quotes for piece in quote.fragments)
    return [piece for piece in pieces if 2 * _common(piece, trace.at) >= len(trace.at)]


def antecedent(trace: Traced, gold: Document) -> Collection[Span] | None:
    """Every mention of the entity that the pronoun or description at this place is a mention of.

    Where only names are labelled as mentions, the labelled speaker of a quote whose words are this pronoun decides.
    """
    for mention in gold.mentions:
        if mention.span == trace.at and mention.entity:
            return [place for place in mentions_of(gold, mention.entity) if place != trace.at]
    for quote in gold.quotes:
        if quote.speaker and quote.speaker.mention and quote.speaker.mention.span == trace.at:
            return mentions_of(gold, quote.speaker.entity)
    return None


def employer(trace: Traced, gold: Document) -> Collection[Span] | None:
    """Every mention of the organisation that the labelled role at this place is held in."""
    for entity in gold.entities:
        for affiliation in entity.affiliations:
            if affiliation.role.span.overlaps(trace.at):
                return mentions_of(gold, affiliation.organisation)
    return None


def subject(trace: Traced, gold: Document) -> Collection[Span] | None:
    """The head of what the labelled figure counts or measures, as the figure ``measured head`` defines it."""
    for claim in gold.numbers:
        if claim.span.overlaps(trace.at):
            return [head_place(claim.subject)] if claim.subject else []
    return None


def head_place(subject: Passage) -> Span:
    """The place of the last word before any preposition."""
    found = list(UNBROKEN.finditer(subject.text))
    stops = [place for place, word in enumerate(found) if place and word.group().lower() in PREPOSITIONS]
    last = found[(stops[0] if stops else len(found)) - 1]
    return Span(subject.span.start + last.start(), subject.span.start + last.end())


JUDGES: Mapping[str, Judge] = {
    "quotes.quotation": quotation,
    "quotes.source": source,
    "entities.antecedent": antecedent,
    "entities.employer": employer,
    "numbers.subject": subject,
}
"""By question; for decisions of other rule sets there are no labels to fit to."""


def quote_at(gold: Document, at: Span) -> Quote | None:
    """The labelled quote that shares most with ``at``, by its cue first, then by its content."""
    cued = [quote for quote in gold.quotes if quote.cue and quote.cue.span.overlaps(at)]
    if cued:
        return cued[0]
    shared = [(sum(_common(piece, at) for piece in quote.fragments), quote) for quote in gold.quotes]
    most, quote = max(shared, key=lambda item: item[0], default=(0, None))
    return quote if 2 * most >= len(at) else None


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def mentions_of(gold: Document, entity: str | None) -> list[Span]:
    """The places of all mentions of an entity."""
    return [mention.span for mention in gold.mentions if entity is not None and mention.entity == entity]
