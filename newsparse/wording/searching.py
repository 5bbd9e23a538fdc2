"""Where the words of a quotation are in a source: all places of exactly these words, else the place most like them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsparse.model import Span
from newsparse.wording.alignment import Step, matching, steps, trimmed
from newsparse.wording.streams import Stream
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


def search(segments: Sequence[Words], streams: Iterable[Stream]) -> list[Match]:
    """The exact matches of a quotation's segments, else the best one that is like enough; empty where there is none.

    ``streams`` are the text as it is, then the passages of each speaker put together (``joined``); earlier ones go
    before later ones.
    """
    best: Match | None = None
    for number, stream in enumerate(streams):
        found = list(exact(segments, stream, joined=number > 0))
        if found:
            return found
        near = nearest(segments, stream, joined=number > 0)
        if near and (best is None or near.likeness > best.likeness):
            best = near
    return [best] if best and best.likeness >= LEAST_LIKENESS else []


def exact(segments: Sequence[Words], stream: Stream, *, joined: bool = False) -> Iterator[Match]:
    """The places that have all words of the segments, one segment after the other."""
    first, *rest = segments
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


def nearest(segments: Sequence[Words], stream: Stream, *, joined: bool = False) -> Match | None:
    """The stretches most like the segments, one for each, in any order."""
    spans: list[Span] = []
    changes: list[Change] = []
    same = 0
    for words in segments:
        start = next(stream.find(words.keys), None)
        if start is not None:
            spans.append(_span(stream.words, start, start + len(words)))
            same += len(words)
            continue
        first, found = _aligned(words, stream)
        same += matching(found)
        spans += _covered(found, first, stream)
        changes += _changes(found, first, words, stream)
    return Match(tuple(spans), same / sum(map(len, segments)), tuple(changes), joined) if spans else None


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
        found = trimmed(steps(words.keys, window), words.keys, window)
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
