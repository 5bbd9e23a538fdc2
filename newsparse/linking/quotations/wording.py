"""How a saying differs from the original: the relation of its words, and the words that differ, on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from newsparse.linking.quotations.records import Relation
from newsparse.linking.quotations.sayings import Saying
from newsparse.model import Difference, Located, Passage, Span
from newsparse.wording import Change, Stream, Words, exact, nearest

KNOWN = 1024
"""How many originals stay in memory."""
COMPARED = 8192
"""Of how many sayings the relation to their original stays in memory."""

OTHER = 0.7
"""The share of the words of a passage that differ from which on it is of another utterance."""


class Original:
    """The wording that others are compared with."""

    def __init__(self, saying: Saying) -> None:
        self.saying = saying
        self._stream = Stream.of(Words(saying.keys, saying.spans))

    def has(self, saying: Saying) -> bool:
        """Whether it has all words of a saying, which leaves none out but where it shows that."""
        if len(saying.keys) > len(self.saying.keys):
            return False
        return saying.keys == self.saying.keys or any(exact(saying.pieces, self._stream))

    @classmethod
    def of(cls, saying: Saying) -> Original:
        """The wording of a saying, from memory if it has been asked for shortly before."""
        return _original(saying)

    def compared(self, saying: Saying) -> tuple[Relation, tuple[Difference, ...]]:
        """The relation of a direct saying to the original, and its altered words."""
        return _compared(self, saying)

    def _compared(self, saying: Saying) -> tuple[Relation, tuple[Difference, ...]]:
        if self.has(saying):
            return ("verbatim" if len(saying.keys) == len(self.saying.keys) else "shortened"), ()
        found = nearest(saying.pieces, self._stream)
        if found is None:
            return "shortened", ()
        changes = _altering(found.changes, saying)
        if changes:
            return "altered", tuple(self._difference(change, saying) for change in changes)
        whole = sum(map(len, found.spans)) >= sum(map(len, self.saying.spans))
        return ("verbatim" if whole else "shortened"), ()

    def _difference(self, change: Change, saying: Saying) -> Difference:
        here, there = _passage(saying.passages, change.here), _passage(self.saying.passages, change.there)
        return Difference(part="words", here=here, there=located(self.saying, there) if there else None)


@lru_cache(KNOWN)
def _original(saying: Saying) -> Original:
    return Original(saying)


@lru_cache(COMPARED)
def _compared(original: Original, saying: Saying) -> tuple[Relation, tuple[Difference, ...]]:
    return original._compared(saying)


def _altering(changes: Iterable[Change], saying: Saying) -> list[Change]:
    """The changes that alter words, without those that only tell them in full or are of another passage."""
    kept = [change for change in changes if not _fuller(change, saying)]
    others = list(_other_passages(saying, kept))
    return [item for item in kept if not any(item.here and span.covers(item.here) for span in others)]


def _fuller(change: Change, saying: Saying) -> bool:
    """Whether words at an end of a saying are sentences that the original does not have."""
    if change.there is not None or change.here is None:
        return False
    spans = saying.spans
    starts = {spans[number].start for number in saying.starts}
    if change.here.end == spans[-1].end:
        return change.here.start in starts
    following = next(span.start for span in spans if span.start >= change.here.end)
    return change.here.start == spans[0].start and following in starts


def _other_passages(saying: Saying, changes: Iterable[Change]) -> Iterator[Span]:
    """The passages behind the first of which so many words differ that they are no part of the original."""
    places = [change.here for change in changes if change.here]
    for passage in saying.passages[1:]:
        words = [span for span in saying.spans if passage.span.covers(span)]
        differing = [span for span in words if any(place.covers(span) for place in places)]
        if len(differing) >= OTHER * len(words):
            yield passage.span


def _passage(passages: Iterable[Passage], span: Span | None) -> Passage | None:
    """The words at ``span``, in as much of it as one passage has."""
    home = next((item for item in passages if span and item.span.overlaps(span)), None)
    if home is None or span is None:
        return None
    inside = Span(max(span.start, home.span.start), min(span.end, home.span.end))
    return Passage(inside, home.text[inside.start - home.span.start : inside.end - home.span.start])


def located(saying: Saying, passage: Passage) -> Located:
    """A passage of the article of a saying."""
    article = saying.article
    start, end = passage.span.start, passage.span.end
    return Located(document=article.document, start=start, end=end, text=passage.text, path=article.path)
