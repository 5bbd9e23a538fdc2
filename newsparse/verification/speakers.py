"""Whether a text and its source give a quotation to the same speaker; open where the source leaves room for doubt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from newsparse.linking.names import may_be_one_body, may_be_one_person, parts
from newsparse.model import Document, Entity, Quote, Span, Speaker, envelope
from newsparse.verification.quotations import Quotation
from newsparse.verification.searching import Match
from newsparse.verification.sources import quotes_at

FITS: dict[str, Callable[[str, str], bool]] = {"person": may_be_one_person, "organisation": may_be_one_body}
"""What compares the names of speakers of a kind; those of others, such as documents, are not compared."""
DESCRIBED = ("nominal", "described")
"""Reasons for a speaker that rest on a description of somebody."""
CONTINUES = "continues"
"""The reason for a speaker of a quote that goes on from the one before."""
NEAR_SENTENCES = 5
"""Sentences before a quotation in which somebody may be meant by "he" or "the official"."""


def other_speaker(here: Document, quotation: Quotation, there: Document, match: Match) -> Speaker | None:
    """The speaker whom the source names in place of that of ``quotation``; None where it may be the same.

    Only people are compared with people and organisations with organisations, by all their names in both documents.
    Where a document refers to its speaker without a name, nobody named shortly before the quotation is ruled out;
    where it names the speaker, nobody named in the same sentence is. A description in the text ("the official") may
    always be of the source's speaker.
    """
    claim, speaker = quotation.claim, quotation.claim.speaker if quotation.claim else None
    if claim is None or speaker is None or speaker.kind not in FITS or speaker.reason in DESCRIBED:
        return None
    quotes = [quote for quote in quotes_at(there, match.spans) if quote.speaker]
    given = [quote.speaker for quote in quotes if quote.speaker]
    if not given or any(other.kind != speaker.kind for other in given):
        return None
    ours, theirs = names_of(here, speaker), [name for other in given for name in names_of(there, other)]
    if any(FITS[speaker.kind](one, other) for one in ours for other in theirs):
        return None
    if _open(there, quotes[0], match.spans, ours) or _open(here, claim, [quotation.span], theirs):
        return None
    return given[0]


def _open(document: Document, quote: Quote, spans: Sequence[Span], names: Sequence[str]) -> bool:
    """Whether a document leaves room for the speaker with these names to be that of the words at ``spans``."""
    assert quote.speaker is not None
    around = _around(document, quote, spans, 0 if _by_name(document, quote.speaker) else NEAR_SENTENCES)
    return any(parts(name)[-1] in around for name in names if parts(name))


def names_of(document: Document, speaker: Speaker) -> list[str]:
    """All names of a speaker in a document, the fullest first."""
    entity = document.find(speaker.entity, Entity) if speaker.entity else None
    return list(dict.fromkeys([speaker.name, *((entity.name, *entity.aliases) if entity else ())]))


def _by_name(document: Document, speaker: Speaker) -> bool:
    """Whether the words that name the speaker are at the quote itself, and have a part of a name of theirs."""
    if speaker.mention is None or speaker.reason == CONTINUES:
        return False
    words = set(parts(speaker.mention.text))
    return any(words & set(parts(name)) for name in names_of(document, speaker))


def _around(document: Document, quote: Quote, spans: Sequence[Span], before: int) -> frozenset[str]:
    """The words of the sentences of a quotation and its attribution, and of some before, without those quoted."""
    beside = [place.span for place in (quote.cue, quote.speaker and quote.speaker.mention) if place]
    whole = envelope([*spans, *beside])
    sentences = [sentence.span for sentence in document.sentences]
    first = max(0, bisect_right(sentences, whole.start, key=_start) - 1 - before)
    last = bisect_left(sentences, whole.end, key=_start)
    start = min(whole.start, sentences[first].start) if sentences else 0
    end = max(whole.end, sentences[last - 1].end) if sentences and last else len(document.text)
    named = [quote.speaker.mention.span] if quote.speaker and quote.speaker.mention and not before else []
    outside = " ".join(span.cut(document.text) for span in _outside(Span(start, end), [*spans, *named]))
    return frozenset(part for word in outside.split() for part in parts(word))


def _start(span: Span) -> int:
    return span.start


def _outside(whole: Span, pieces: Sequence[Span]) -> list[Span]:
    found, at = [], whole.start
    for piece in sorted(pieces):
        if at < piece.start:
            found.append(Span(at, piece.start))
        at = max(at, piece.end)
    return [*found, Span(at, whole.end)] if at < whole.end else found
