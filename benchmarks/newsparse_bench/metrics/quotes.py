"""Quotes: the fragments of content with their sources, after Newell et al. (LREC 2018) and Pareti (2016).

Strict: equal offsets after stripping whatever is not a word character at both ends, and the "that" of "said that",
which PolNeAR labels as content and the guidelines do not. Soft: the share of a fragment's
words that the best fragment of the other side covers. A pair matches when its words have a Jaccard index of a half or
more, one to one, with the best total. ``attribution`` is the share of matched fragments with a source whose predicted
source shares a word with it; ``end-to-end`` asks for both (or no source on both sides), over all fragments. Where gold
names the speaker's entity but no words for it (a quote that continues with the same speaker), the entity's full name
decides.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources

import attrs

from newsparse.model import Document, Quote, Span
from newsparse_bench.forms import form
from newsparse_bench.metrics.counts import Counts, Tally, comparable, exact, matched, share

WORD = re.compile(r"\w+")


@attrs.frozen
class Fragment:
    """A contiguous piece of content: its stripped span, its words and its source's words by number, its form."""

    span: tuple[int, int]
    words: frozenset[int]
    source: frozenset[int]
    place: tuple[int, int] | None
    form: str
    speech: bool
    entity: str | None
    names: tuple[Span, ...] = ()
    """Where the entity is named; only for gold with head words, in which the extent of names differs from ours."""


Pair = tuple[Fragment, Fragment]
"""A predicted fragment and the labelled one that it matches."""


@lru_cache
def speech_cues() -> frozenset[str]:
    """The words that make a cue one of speech, from ``speech.txt``."""
    return frozenset(resources.files("newsparse_bench").joinpath("speech.txt").read_text("utf-8").split())


def fragments(document: Document) -> list[Fragment]:
    """All fragments of the document's quotes."""
    text = _Text.of(document)
    found = (text.fragment(quote, span) for quote in document.quotes for span in quote.fragments)
    return [fragment for fragment in found if fragment is not None]


@attrs.frozen
class _Text:
    """A text with the offsets of its words; what its entities are called and where they are named, by their ids."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    named: Sequence[Span]
    names: Mapping[str, str]
    places: Mapping[str, tuple[Span, ...]]

    @classmethod
    def of(cls, document: Document) -> _Text:
        """Number the words of a document."""
        words = [match.span() for match in WORD.finditer(document.text)]
        named = [mention for mention in document.mentions if mention.form == "named"]
        return cls(
            document.text,
            starts=[start for start, _ in words],
            ends=[end for _, end in words],
            named=[mention.span for mention in named],
            names={entity.id: comparable(entity.name) for entity in document.entities},
            places={
                entity.id: tuple(mention.span for mention in named if mention.id in entity.mentions)
                for entity in document.entities
            },
        )

    def fragment(self, quote: Quote, span: Span) -> Fragment | None:
        """One piece of a quote; None for one without a word."""
        words = self._words(span)
        if not words:
            return None
        mention = quote.speaker.mention if quote.speaker else None
        entity = (quote.speaker.entity if quote.speaker else None) or ""
        return Fragment(
            span=(self.starts[self._first(words)], self.ends[max(words)]),
            words=words,
            source=self._words(mention.span) if mention else frozenset(),
            place=(mention.span.start, mention.span.end) if mention else None,
            form=form(self.text, span, self.named),
            speech=_is_of_speech(quote),
            entity=self.names.get(entity),
            names=self.places.get(entity, ()),
        )

    def _words(self, span: Span) -> frozenset[int]:
        return frozenset(range(bisect.bisect_right(self.ends, span.start), bisect.bisect_left(self.starts, span.end)))

    def _first(self, words: frozenset[int]) -> int:
        """The first word, without a "that" before others."""
        first = min(words)
        that = len(words) > 1 and self.text[self.starts[first] : self.starts[first] + 5].lower() == "that "
        return first + 1 if that else first


def _is_of_speech(quote: Quote) -> bool:
    """Whether the cue of a quote has a word of speech."""
    return quote.cue is not None and not speech_cues().isdisjoint(WORD.findall(quote.cue.text.lower()))


def quotes(gold: Document, guess: Document) -> Tally:
    """All figures of one article."""
    wanted, given = fragments(gold), fragments(guess)
    pairs = paired(given, wanted)
    headed = any(mention.head for mention in gold.mentions)
    return {
        "content strict": exact([f.span for f in given], [f.span for f in wanted]),
        "content soft": _soft(given, wanted),
        "source strict": _sources(gold, guess),
        "source tokens": exact(_all(given, "source"), _all(wanted, "source")),
        "content tokens": exact(_all(given, "words"), _all(wanted, "words")),
        "attribution": _attribution(pairs),
        "end-to-end": _end_to_end(pairs, given, wanted),
        **_by_form(pairs, given, wanted),
        **_of_speech(pairs, given, wanted),
        **_of_entities(pairs, wanted, headed=headed),
    }


def _by_form(pairs: Sequence[Pair], given: Sequence[Fragment], wanted: Sequence[Fragment]) -> Tally:
    result: Tally = {}
    for name in ("direct", "mixed", "indirect"):
        own = [f for f in wanted if f.form == name]
        result[f"{name}: strict recall"] = _recall(given, own)
        result[f"{name}: attribution"] = _attribution([(a, b) for a, b in pairs if b.form == name])
    return result


def _of_speech(pairs: Sequence[Pair], given: Sequence[Fragment], wanted: Sequence[Fragment]) -> Tally:
    speech = [f for f in wanted if f.speech]
    found = sum(b.speech and same_source(a, b) for a, b in pairs)
    return {
        "speech: strict recall": _recall(given, speech),
        "speech: soft recall": share(_soft(given, speech).found, len(speech)),
        "speech: end-to-end recall": share(found, len(speech)),
    }


def _of_entities(pairs: Sequence[Pair], wanted: Sequence[Fragment], *, headed: bool) -> Tally:
    """How often the speaker's name is right, where gold has one; ``headed`` says that gold has head words."""
    named = sum(bool(f.entity) for f in wanted)
    if not named:
        return {}
    found = [(a, b) for a, b in pairs if b.entity]
    right = sum(a.entity == b.entity or (headed and _share_a_name(a, b)) for a, b in found)
    return {"speaker entity": share(right, named), "speaker entity of matched": share(right, len(found))}


def paired(given: Sequence[Fragment], wanted: Sequence[Fragment]) -> list[Pair]:
    """The predicted fragments with the labelled ones that they match."""
    return matched(given, wanted, _close)


def _close(guess: Fragment, gold: Fragment) -> float:
    """The Jaccard index of the words, 0 below a half; equally close fragments are ranked by their source."""
    both, whole = len(guess.words & gold.words), len(guess.words | gold.words)
    return both / whole + same_source(guess, gold) * 1e-6 if 2 * both >= whole else 0.0


def _soft(given: Sequence[Fragment], wanted: Sequence[Fragment]) -> Counts:
    right = sum(max((len(f.words & g.words) for g in wanted), default=0) / len(f.words) for f in given)
    found = sum(max((len(f.words & g.words) for f in given), default=0) / len(g.words) for g in wanted)
    return Counts(right, len(given), found, len(wanted))


def _sources(gold: Document, guess: Document) -> Counts:
    def places(document: Document) -> set[tuple[int, int]]:
        return {_stripped(document.text, q.speaker.mention.span) for q in spoken(document) if q.speaker.mention}  # type: ignore[union-attr]

    return exact(places(guess), places(gold))


def spoken(document: Document) -> list[Quote]:
    """The quotes that have a speaker."""
    return [quote for quote in document.quotes if quote.speaker]


def _stripped(text: str, span: Span) -> tuple[int, int]:
    found = list(WORD.finditer(text, span.start, span.end))
    return (found[0].start(), found[-1].end()) if found else (span.start, span.end)


def _all(fragments: Sequence[Fragment], name: str) -> set[int]:
    return {word for fragment in fragments for word in getattr(fragment, name)}


def same_source(guess: Fragment, gold: Fragment) -> bool:
    """Whether the sources share a word, or the entity is the same if gold has an entity but no words."""
    if gold.entity and not gold.source:
        return guess.entity == gold.entity
    return bool(guess.source & gold.source) or not (guess.source or gold.source)


def _share_a_name(guess: Fragment, gold: Fragment) -> bool:
    """Whether a name of the one entity overlaps a name of the other: gold names may hold a title or an apposition."""
    return any(one.overlaps(other) for one in guess.names for other in gold.names)


def _attribution(pairs: Sequence[Pair]) -> Counts:
    sourced = [(a, b) for a, b in pairs if b.source]
    return share(sum(bool(a.source & b.source) for a, b in sourced), len(sourced))


def _end_to_end(pairs: Sequence[Pair], given: Sequence[Fragment], wanted: Sequence[Fragment]) -> Counts:
    right = sum(same_source(a, b) for a, b in pairs)
    return Counts(right, len(given), right, len(wanted))


def _recall(given: Sequence[Fragment], wanted: Sequence[Fragment]) -> Counts:
    spans = {f.span for f in given}
    return share(sum(f.span in spans for f in wanted), len(wanted))
