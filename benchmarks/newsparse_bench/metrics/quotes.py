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
from collections.abc import Sequence
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


@lru_cache
def speech_cues() -> frozenset[str]:
    """The words that make a cue one of speech, from ``speech.txt``."""
    return frozenset(resources.files("newsparse_bench").joinpath("speech.txt").read_text("utf-8").split())


def fragments(document: Document) -> list[Fragment]:
    """All fragments of the document's quotes."""
    starts = [match.start() for match in WORD.finditer(document.text)]
    ends = [match.end() for match in WORD.finditer(document.text)]
    names = {entity.id: comparable(entity.name) for entity in document.entities}
    places: dict[str, tuple[Span, ...]] = {
        entity.id: tuple(m.span for m in document.mentions if m.form == "named" and m.id in entity.mentions)
        for entity in document.entities
    }
    named = [mention.span for mention in document.mentions if mention.form == "named"]
    result = []
    for quote in document.quotes:
        mention = quote.speaker.mention if quote.speaker else None
        cue = set(WORD.findall(quote.cue.text.lower())) if quote.cue else set()
        for span in quote.fragments:
            words = _words(span, starts, ends)
            if words:
                result.append(
                    Fragment(
                        span=(starts[_first(document.text, words, starts)], ends[max(words)]),
                        words=words,
                        source=_words(mention.span, starts, ends) if mention else frozenset(),
                        place=(mention.span.start, mention.span.end) if mention else None,
                        form=form(document.text, span, named),
                        speech=bool(cue & speech_cues()),
                        entity=names.get(quote.speaker.entity or "") if quote.speaker else None,
                        names=places.get(quote.speaker.entity or "", ()) if quote.speaker else (),
                    )
                )
    return result


def _first(text: str, words: frozenset[int], starts: Sequence[int]) -> int:
    """The first word, without a "that" before others."""
    first = min(words)
    return first + 1 if len(words) > 1 and text[starts[first] : starts[first] + 5].lower() == "that " else first


def _words(span: Span, starts: Sequence[int], ends: Sequence[int]) -> frozenset[int]:
    return frozenset(range(bisect.bisect_right(ends, span.start), bisect.bisect_left(starts, span.end)))


def quotes(gold: Document, guess: Document) -> Tally:
    """All figures of one article."""
    wanted, given = fragments(gold), fragments(guess)
    pairs = paired(given, wanted)
    headed = any(mention.head for mention in gold.mentions)
    result = {
        "content strict": exact([f.span for f in given], [f.span for f in wanted]),
        "content soft": _soft(given, wanted),
        "source strict": _sources(gold, guess),
        "source tokens": exact(_all(given, "source"), _all(wanted, "source")),
        "content tokens": exact(_all(given, "words"), _all(wanted, "words")),
        "attribution": _attribution(pairs),
        "end-to-end": _end_to_end(pairs, given, wanted),
    }
    for name in ("direct", "mixed", "indirect"):
        own = [f for f in wanted if f.form == name]
        result[f"{name}: strict recall"] = _recall(given, own)
        result[f"{name}: attribution"] = _attribution([(a, b) for a, b in pairs if b.form == name])
    speech = [f for f in wanted if f.speech]
    result["speech: strict recall"] = _recall(given, speech)
    result["speech: soft recall"] = share(_soft(given, speech).found, len(speech))
    found = [(a, b) for a, b in pairs if b.speech]
    result["speech: end-to-end recall"] = share(sum(same_source(a, b) for a, b in found), len(speech))
    if any(f.entity for f in wanted):
        named = [f for f in wanted if f.entity]
        found = [(a, b) for a, b in pairs if b.entity]
        right = sum(a.entity == b.entity or (headed and _share_a_name(a, b)) for a, b in found)
        result["speaker entity"] = share(right, len(named))
        result["speaker entity of matched"] = share(right, len(found))
    return result


def paired(given: Sequence[Fragment], wanted: Sequence[Fragment]) -> list[tuple[Fragment, Fragment]]:
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


def _attribution(pairs: Sequence[tuple[Fragment, Fragment]]) -> Counts:
    sourced = [(a, b) for a, b in pairs if b.source]
    return share(sum(bool(a.source & b.source) for a, b in sourced), len(sourced))


def _end_to_end(
    pairs: Sequence[tuple[Fragment, Fragment]], given: Sequence[Fragment], wanted: Sequence[Fragment]
) -> Counts:
    right = sum(same_source(a, b) for a, b in pairs)
    return Counts(right, len(given), right, len(wanted))


def _recall(given: Sequence[Fragment], wanted: Sequence[Fragment]) -> Counts:
    spans = {f.span for f in given}
    return share(sum(f.span in spans for f in wanted), len(wanted))
