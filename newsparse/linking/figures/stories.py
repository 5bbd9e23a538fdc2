"""Which articles tell the same story: those that share many of their telling words, looked for by the rarest."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from newsparse.linking.figures.profiles import Article

RAREST = 40
"""By how many of its words, the rarest, an article is looked for."""
NEXT = 12
"""With how many articles, the next by day, that have a word too an article is compared for that word."""
SAME = 0.15
"""The likeness from which two articles may tell the same story: the share of the words of the shorter one, weighted."""
FADES = 14
"""After how many days between them the likeness of two articles counts half."""
LATEST = FADES * math.log2(1 / SAME)
"""After how many days articles with the very same words are not alike enough any more."""
PRIOR = 40
"""How many articles of other matters are taken to exist besides those that were added."""


def related(articles: Iterable[Article]) -> Iterator[tuple[float, Article, Article]]:
    """Pairs of articles that tell the same story, with how alike they are, 0 to 1; the same for any order."""
    ordered = sorted(articles, key=lambda item: (item.published, item.document))
    counts = Counter(word for item in ordered for word in item.words)
    weights = {word: math.log(1 + (len(ordered) + PRIOR) / count) for word, count in counts.items()}
    wholes = [_sum(item.words, weights) for item in ordered]
    for one, other in sorted(_near(ordered, counts)):
        both = _sum(ordered[one].words & ordered[other].words, weights)
        alike = both / (min(wholes[one], wholes[other]) or 1.0) * 0.5 ** (_days(ordered[one], ordered[other]) / FADES)
        if alike >= SAME:
            yield alike, ordered[one], ordered[other]


def _sum(words: Iterable[str], weights: Mapping[str, float]) -> float:
    """The weights of words, added up without an error that depends on their order."""
    return math.fsum(weights[word] for word in words)


def _days(one: Article, other: Article) -> int:
    """How many days lie between two articles; 0 where one has no date."""
    if not one.published or not other.published:
        return 0
    return abs((date.fromisoformat(one.published) - date.fromisoformat(other.published)).days)


def _near(ordered: list[Article], counts: Mapping[str, int]) -> set[tuple[int, int]]:
    """The numbers of articles that share one of their rarest words and are near in time."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(ordered):
        for word in sorted((word for word in item.words if counts[word] > 1), key=lambda w: (counts[w], w))[:RAREST]:
            places[word].append(number)
    found: set[tuple[int, int]] = set()
    days = [date.fromisoformat(item.published).toordinal() if item.published else None for item in ordered]
    for numbers in places.values():
        for at, number in enumerate(numbers):
            found.update(
                (number, other) for other in numbers[at + 1 : at + 1 + NEXT] if not _too_late(days[number], days[other])
            )
    return found


def _too_late(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and abs(other - one) > LATEST
