"""Where the words of a quotation are in a source: all places of exactly these words, else the place most like them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Span
from newsparse.verification.sources import SourceText, Stream
from newsparse.wording.alignment import Step, matching, steps, trimmed
from newsparse.wording.quotations import Quotation
from newsparse.wording.words import Words

LEAST_LIKENESS = 0.6
"""The share of a quotation's words that must be found, in their order, for it to count as altered and not as absent."""
TRIED = 4
"""How many stretches of a source are aligned with a quotation."""
SLACK = 4
"""Words before and behind the stretch that is aligned; a quarter of the quotation where that is more."""


@attrs.frozen
class Change:
    """Words of a quotation (``here``) in place of words of the source (``there``)."""

    here: Span | None
    there: Span | None


@attrs.frozen
class Match:
    """A place in a source: the spans of the words there, the share of the words found, and what was changed."""

    spans: tuple[Span, ...]
    likeness: float
    changes: tuple[Change, ...] = ()
    joined: bool = False

    @property
    def exact(self) -> bool:
        """Whether all words are as they are in the source."""
        return not self.changes


def search(quotation: Quotation, source: SourceText) -> list[Match]:
    """The exact matches, else the best one that is like enough; empty where there is none.

    The text as it is goes before the passages of one speaker put together (``joined``).
    """
    best: Match | None = None
    for number, stream in enumerate(source.streams()):
        found = list(_exact(quotation, stream, joined=number > 0))
        if found:
            return found
        near = _nearest(quotation, stream, joined=number > 0)
        if near and (best is None or near.likeness > best.likeness):
            best = near
    return [best] if best and best.likeness >= LEAST_LIKENESS else []


def _exact(quotation: Quotation, stream: Stream, *, joined: bool) -> Iterator[Match]:
    first, *rest = quotation.segments
    for start in stream.find(first.keys):
        spans = [_span(stream.words, start, start + len(first))]
        at = start + len(first)
        for words in rest:
            following = next(stream.find(words.keys, at), None)
            if following is None:
                break
            at = following + len(words)
            spans.append(_span(stream.words, following, at))
        else:
            yield Match(tuple(spans), 1.0, joined=joined)


def _nearest(quotation: Quotation, stream: Stream, *, joined: bool) -> Match | None:
    """The stretches most like the segments, one for each, in any order."""
    spans: list[Span] = []
    changes: list[Change] = []
    same = 0
    for words in quotation.segments:
        start = next(stream.find(words.keys), None)
        if start is not None:
            spans.append(_span(stream.words, start, start + len(words)))
            same += len(words)
            continue
        first, found = _aligned(words, stream)
        same += matching(found)
        spans += _covered(found, first, stream)
        changes += _changes(found, first, words, stream)
    return Match(tuple(spans), same / quotation.length, tuple(changes), joined) if spans else None


def _aligned(words: Words, stream: Stream) -> tuple[int, list[Step]]:
    """The steps from the best stretch to the words, and where in the stream that stretch begins."""
    slack = max(SLACK, len(words) // 4)
    votes: Counter[int] = Counter()
    for number, key in enumerate(words.keys):
        places = stream.places.get(key, ())
        for place in places:
            votes[(place - number) // slack] += 1
    best: tuple[int, list[Step]] = (0, [])
    for diagonal, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:TRIED]:
        first = max(0, diagonal * slack - slack)
        window = stream.words.keys[first : diagonal * slack + len(words) + 2 * slack]
        found = trimmed(steps(words.keys, window))
        if matching(found) > matching(best[1]):
            best = (first, found)
    return best


def _covered(found: Sequence[Step], first: int, stream: Stream) -> list[Span]:
    same = [step for step in found if step.same]
    if not same:
        return []
    return [_span(stream.words, first + same[0].there_start, first + same[-1].there_end)]


def _changes(found: Sequence[Step], first: int, words: Words, stream: Stream) -> Iterator[Change]:
    for step in found:
        if not step.same:
            there = stream.words.cut(first + step.there_start, first + step.there_end)
            yield Change(words.cut(step.here_start, step.here_end), there)


def _span(words: Words, start: int, end: int) -> Span:
    found = words.cut(start, end)
    assert found is not None
    return found
