"""Names written in two ways in one article: plurals, and one letter more, less or other, as transliterations have."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 6
"""Letters of the shortest name that is compared letter by letter."""
_SHORTEST_PLURAL = 4
"""Letters of the shortest word that loses a plural "s"."""


def singular(words: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words without plural endings, as a key for names of several words: "Kiwi Ferns", "Kiwi Fern"."""
    return tuple(word.removesuffix("s") if len(word) >= _SHORTEST_PLURAL else word for word in words)


def alike(key: str, others: Collection[str]) -> list[str]:
    """Those of ``others`` that differ from ``key`` in one letter, not the first; figures are the same."""
    if len(key) < SHORTEST:
        return []
    found = process.extract(key, list(others), scorer=OSA.distance, score_cutoff=1, limit=None)
    return [other for other, distance, _ in found if distance == 1 and _close(key, other)]


def _close(one: str, other: str) -> bool:
    return one[0] == other[0] and [c for c in one if c.isdigit()] == [c for c in other if c.isdigit()]
