"""Which answers of a traced decision are right by the labels of the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from newsparse.model import Document, NumberClaim, Passage, Quote, Span, Speaker
from newsparse.rules import Option, Traced
from newsparse_bench.metrics.counts import comparable
from newsparse_bench.metrics.numbers import PREPOSITIONS

UNBROKEN = re.compile(r"\S+")
Right = Callable[[Option[Any]], bool]
"""Whether an answer is right."""
Judge = Callable[[Traced, Document], Right | None]
"""Which answers to a question are right by the labels; None where no label says."""
Places = Callable[[Traced, Document], Collection[Span] | None]
"""The places of the right answers; empty where nobody or nothing is right, None where no label says."""


def by_place(places: Places) -> Judge:
    """A judge by places; an answer without one says that there is nobody or nothing."""

    def judge(trace: Traced, gold: Document) -> Right | None:
        found = places(trace, gold)
        if found is None:
            return None
        return lambda option: (
            any(option.place.overlaps(place) for place in found) if option.place is not None else not found
        )

    return judge


def source(trace: Traced, gold: Document) -> Collection[Span] | None:
    """The words that name the speaker of the labelled quote; where it has none, every mention of its speaker."""
    quote = quote_at(gold, trace.at)
    if quote is None:
        return None
    if quote.speaker is None or quote.speaker.mention is None:
        return mentions_of(gold, quote.speaker.entity) if quote.speaker else []
    return [quote.speaker.mention.span]


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
    claim = claim_at(gold, trace.at)
    if claim is None:
        return None
    return [head_place(claim.subject)] if claim.subject else []


def head_place(subject: Passage) -> Span:
    """The place of the last word before any preposition."""
    found = list(UNBROKEN.finditer(subject.text))
    stops = [place for place, word in enumerate(found) if place and word.group().lower() in PREPOSITIONS]
    last = found[(stops[0] if stops else len(found)) - 1]
    return Span(subject.span.start + last.start(), subject.span.start + last.end())


def speaker(trace: Traced, gold: Document) -> Right | None:
    """The entity that the labelled quotes with these words as their source have as speaker; nobody where none is."""
    speakers = (quote.speaker for quote in gold.quotes if quote.speaker and quote.speaker.mention)
    said = next((who for who in speakers if who.mention.span.overlaps(trace.at)), None)  # type: ignore[union-attr]
    return None if said is None else _is_named(_name_of(gold, said))


def sayer(trace: Traced, gold: Document) -> Right | None:
    """Whom the labelled figure has as its speaker, by name; nobody where it has none."""
    claim = claim_at(gold, trace.at)
    if claim is None:
        return None
    name = _name_of(gold, claim.speaker)
    return lambda option: _is_named(name)(option) if option.found.speaker else claim.speaker is None


def rejected(trace: Traced, gold: Document) -> Right:
    """Any reason, where no labelled figure is at this place."""
    wrong = claim_at(gold, trace.at) is not None
    return lambda _option: not wrong


def role(trace: Traced, gold: Document) -> Right | None:
    """The role and the direction of the labelled figure."""
    claim = claim_at(gold, trace.at)
    if claim is None:
        return None
    return lambda option: (option.found.role, option.found.direction) == (claim.role, claim.direction)


def dismissed(trace: Traced, gold: Document) -> Right:
    """Any reason, where no labelled quote contains at least half of the words."""
    wrong = bool(quotation(trace, gold))
    return lambda _option: not wrong


def _is_named(name: str) -> Right:
    def right(option: Option[Any]) -> bool:
        said = option.found if isinstance(option.found, Speaker) else option.found.speaker
        return (comparable(said.name) if said.entity else "") == name

    return right


def _name_of(gold: Document, said: Speaker | None) -> str:
    """The name of a speaker who is an entity, as names are compared; of others nothing."""
    return comparable(gold.entity(said.entity).name) if said is not None and said.entity else ""


JUDGES: Mapping[str, Judge] = {
    "entities.antecedent": by_place(antecedent),
    "entities.description": by_place(antecedent),
    "entities.employer": by_place(employer),
    "numbers.rejection": rejected,
    "numbers.role": role,
    "numbers.speaker": sayer,
    "numbers.subject": by_place(subject),
    "quotes.dismissed": dismissed,
    "quotes.quotation": by_place(quotation),
    "quotes.source": by_place(source),
    "quotes.speaker": speaker,
}
"""By question; for decisions of other rule sets there are no labels to fit to."""


def claim_at(gold: Document, at: Span) -> NumberClaim | None:
    """The labelled figure at a place."""
    return next((claim for claim in gold.numbers if claim.span.overlaps(at)), None)


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
