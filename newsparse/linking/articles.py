"""What is kept of an article for comparison with others, and how alike the words of two articles are.

A sketch are the smallest hashes of all runs of a few words (bottom-k sketches, a form of MinHash; Cohen and Kaplan,
2007). The share of hashes that two sketches have in common estimates the Jaccard index of the texts.
"""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from zlib import crc32

import attrs

from newsparse.linking.names import parts
from newsparse.model import Document, Entity
from newsparse.wording import words_in

RUN = 4
"""Words of a run that is hashed."""
SKETCH = 64
"""Hashes of a sketch."""
KEYS = 8
"""The smallest of these hashes, by pairs of which articles are looked up: near copies share two with near certainty."""
COPY = 0.6
"""The estimated Jaccard index from which on articles are near copies."""
UNDATED = "~"
"""Sorts behind all times."""
DAY = 86400


@attrs.frozen(kw_only=True, eq=False)
class Article:
    """An article without its text: ``names`` are of several words or of organisations, as ``parts`` joined by spaces.

    ``moment`` is when it was published, in UTC, "~" where that is not known; ``sketch`` is in rising order.
    """

    document: str
    outlet: str | None
    published: str | None
    path: str | None
    moment: str
    seconds: float | None
    names: frozenset[str]
    sketch: array[int]

    @property
    def place(self) -> tuple[str, str]:
        """By what articles are ordered: when they were published, then their ids."""
        return self.moment, self.document

    def near(self, other: Article, days: float) -> bool:
        """Whether two articles are at most so many days apart, or one has no date."""
        if self.seconds is None or other.seconds is None:
            return True
        return abs(self.seconds - other.seconds) <= days * DAY


def article(document: Document) -> Article:
    """What is kept of ``document``."""
    meta = document.meta
    time = published_at(meta.published)
    return Article(
        document=document.id,
        outlet=meta.outlet,
        published=meta.published,
        path=meta.path,
        moment=time.isoformat() if time else UNDATED,
        seconds=time.timestamp() if time else None,
        names=frozenset(_names(document.entities)),
        sketch=sketch(words_in(document.text).keys),
    )


def published_at(published: str | None) -> datetime | None:
    """A date or time in ISO 8601 as a time in UTC; None for anything else."""
    try:
        found = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _names(entities: Iterable[Entity]) -> Iterator[str]:
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            words = parts(name)
            if len(words) > 1 or (words and entity.label == "Organization"):
                yield " ".join(words)


def sketch(words: Sequence[str]) -> array[int]:
    """The smallest hashes of the runs of ``words``, in rising order."""
    runs = range(max(1, len(words) - RUN + 1)) if words else ()
    hashes = {crc32(" ".join(words[start : start + RUN]).encode("utf-8", "surrogatepass")) for start in runs}
    return array("I", heapq.nsmallest(SKETCH, hashes))


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """The estimated Jaccard index of two texts by their sketches."""
    smallest = heapq.nsmallest(SKETCH, {*one, *other})
    both = {*one} & {*other}
    return sum(item in both for item in smallest) / len(smallest) if smallest else 0.0
