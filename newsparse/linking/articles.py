"""What is kept of an article for comparison with others, and which articles are near copies of each other.

A sketch are the smallest hashes of all runs of a few words (bottom-k sketches, a form of MinHash; Cohen and Kaplan,
2007). The share of hashes that two sketches have in common estimates the Jaccard index of the texts.
"""

from __future__ import annotations

import heapq
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from zlib import crc32

import attrs

from newsparse.linking.grouping import connected
from newsparse.linking.names import parts
from newsparse.model import Document, Entity
from newsparse.wording import words_in

RUN = 4
"""Words of a run that is hashed."""
SKETCH = 64
"""Hashes of a sketch."""
KEYS = 8
"""The smallest of these hashes, by which articles are looked up: near copies share one of them with near certainty."""
COMPARED = 8
"""With how many others of one hash an article is compared, those with the most similar sketches."""
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
    time = _time(meta.published)
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


def _time(published: str | None) -> datetime | None:
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


def copies(articles: Iterable[Article]) -> list[list[Article]]:
    """The articles in groups of near copies, the earliest first; the same for any order of ``articles``."""
    ordered = sorted(articles, key=lambda item: item.place)
    shelves: dict[int, list[int]] = defaultdict(list)
    for number, item in enumerate(ordered):
        for key in item.sketch[:KEYS]:
            shelves[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for shelf in shelves.values():
        if len(shelf) > 1:
            alike = sorted(shelf, key=lambda number: (ordered[number].sketch.tolist(), number))
            for at, one in enumerate(alike):
                pairs.update((min(one, other), max(one, other)) for other in alike[at + 1 : at + 1 + COMPARED])
    links = [pair for pair in pairs if likeness(*(ordered[number].sketch for number in pair)) >= COPY]
    return [[ordered[number] for number in group] for group in connected(len(ordered), links)]
