"""Whether two documents give words to the same speaker; open where either leaves room for doubt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

import attrs

from newsparse.linking.names import may_be_one_body, may_be_one_person, parts
from newsparse.model import Document, Entity, Quote, Span, Speaker, SpeakerKind, envelope
from newsparse.wording.sentences import sentences_of

FITS: dict[SpeakerKind, Callable[[str, str], bool]] = {"person": may_be_one_person, "organisation": may_be_one_body}
"""What compares the names of speakers of a kind; those of others, such as documents, are not compared."""
DESCRIBED = ("nominal", "described")
"""Reasons for a speaker that rest on a description of somebody."""
CONTINUES = "continues"
"""The reason for a speaker of a quote that goes on from the one before."""
NEAR_SENTENCES = 5
"""Sentences before a quotation in which somebody may be meant by "he" or "the official"."""


@attrs.frozen(kw_only=True)
class Voice:
    """Who says something, by all names in the document, the fullest first.

    ``described`` says that the document describes the speaker at these words and does not name them. ``near`` are the
    parts of names, without those of the speaker, that it has so near that one of them may be meant.
    """

    kind: SpeakerKind
    names: tuple[str, ...]
    described: bool
    near: frozenset[str]

    def leaves_open(self, names: Sequence[str]) -> bool:
        """Whether the document leaves room for the speaker to be somebody with one of these names."""
        return any(parts(name)[-1] in self.near for name in names if parts(name))


def voice(document: Document, quote: Quote, spans: Sequence[Span]) -> Voice | None:
    """Who says the words at ``spans``, which belong to ``quote``; None for a quote without a speaker."""
    speaker = quote.speaker
    if speaker is None:
        return None
    return Voice(
        kind=speaker.kind,
        names=names_of(document, speaker),
        described=speaker.reason in DESCRIBED,
        near=_around(document, quote, spans, 0 if _by_name(document, speaker) else NEAR_SENTENCES),
    )


def fit(one: Voice, other: Voice) -> bool:
    """Whether two speakers of one kind have names that one person or one body may have."""
    fits = FITS.get(one.kind)
    if fits is None or one.kind != other.kind:
        return False
    ours, theirs = (_telling(voice) for voice in (one, other))
    return any(fits(name, another) for name in ours for another in theirs)


def _telling(voice: Voice) -> Sequence[str]:
    """The names of a speaker; of a person those of several words, if any: relatives share a part of theirs."""
    full = [name for name in voice.names if len(parts(name)) > 1]
    return full if full and voice.kind == "person" else voice.names


def differ(one: Voice, others: Sequence[Voice]) -> bool:
    """Whether ``one`` is certainly none of ``others``, who have the same words in another document.

    Only people are compared with people and organisations with organisations. Where a document refers to its speaker
    without a name, nobody named shortly before the words is ruled out; where it names the speaker, nobody named in the
    same sentence is.
    """
    if one.kind not in FITS or not others or any(other.kind != one.kind for other in others):
        return False
    if any(fit(one, other) for other in others):
        return False
    theirs = [name for other in others for name in other.names]
    return not others[0].leaves_open(one.names) and not one.leaves_open(theirs)


def names_of(document: Document, speaker: Speaker) -> tuple[str, ...]:
    """All names of a speaker in a document, the fullest first."""
    entity = document.find(speaker.entity, Entity) if speaker.entity else None
    return tuple(dict.fromkeys([speaker.name, *((entity.name, *entity.aliases) if entity else ())]))


def _by_name(document: Document, speaker: Speaker) -> bool:
    """Whether the words that name the speaker are at the quote itself, and have a part of a name of theirs."""
    if speaker.mention is None or speaker.reason == CONTINUES:
        return False
    words = set(parts(speaker.mention.text))
    return any(words & set(parts(name)) for name in names_of(document, speaker))


def _around(document: Document, quote: Quote, spans: Sequence[Span], before: int) -> frozenset[str]:
    """The words of the sentences of a quotation and its attribution, and of some before, without those quoted."""
    beside = [place.span for place in (quote.cue, quote.speaker and quote.speaker.mention) if place]
    whole = _with_sentences(document, envelope([*spans, *beside]), before)
    named = [quote.speaker.mention.span] if quote.speaker and quote.speaker.mention and not before else []
    outside = " ".join(span.cut(document.text) for span in _outside(whole, [*spans, *named]))
    return frozenset(part for word in outside.split() for part in parts(word))


def _with_sentences(document: Document, place: Span, before: int) -> Span:
    """The sentences of a place and so many before it; the whole text where there are none."""
    sentences = sentences_of(document)
    if not sentences:
        return Span(0, len(document.text))
    first = max(0, bisect_right(sentences, place.start, key=_start) - 1 - before)
    last = bisect_left(sentences, place.end, key=_start)
    end = max(place.end, sentences[last - 1].end) if last else len(document.text)
    return Span(min(place.start, sentences[first].start), end)


def _start(span: Span) -> int:
    return span.start


def _outside(whole: Span, pieces: Sequence[Span]) -> list[Span]:
    found, at = [], whole.start
    for piece in sorted(pieces):
        if at < piece.start:
            found.append(Span(at, piece.start))
        at = max(at, piece.end)
    return [*found, Span(at, whole.end)] if at < whole.end else found
