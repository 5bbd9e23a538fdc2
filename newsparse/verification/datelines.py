"""Dates that differ between a sentence and its source: another weekday, day, month or year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from newsparse.dates.grammar import Phrase, phrases_of
from newsparse.model import Span

COMPARED = ("weekday", "day", "month", "year")
"""The slots of phrases in which dates contradict one another; other words may count from another day."""


def differing_dates(here: str, there: str) -> Iterator[tuple[Span, Span]]:
    """The places of dates in ``here`` that contradict those of ``there``, each with the date that it contradicts."""
    ours, theirs = _phrases(here), _phrases(there)
    free = [phrase for phrase in theirs if not any(_agree(phrase, other) for other in ours)]
    for phrase in ours:
        if any(_agree(phrase, other) for other in theirs):
            continue
        against = next((other for other in free if _contradict(phrase, other)), None)
        if against is not None:
            yield phrase.span, against.span


@lru_cache(maxsize=1024)
def _phrases(sentence: str) -> tuple[Phrase, ...]:
    return tuple(phrases_of(sentence))


def _slots(phrase: Phrase) -> dict[str, str]:
    return {name: phrase.slots[name].casefold().strip(".") for name in COMPARED if name in phrase.slots}


def _agree(one: Phrase, other: Phrase) -> bool:
    """Whether all that both name is the same, and they have something in common."""
    first, second = _slots(one), _slots(other)
    both = first.keys() & second.keys()
    return bool(both) and all(first[name] == second[name] for name in both)


def _contradict(one: Phrase, other: Phrase) -> bool:
    first, second = _slots(one), _slots(other)
    return any(first[name] != second[name] for name in first.keys() & second.keys())
