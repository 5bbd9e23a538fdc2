"""Which wordings may be of one utterance: those that share runs of words, looked up and not compared pair by pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from zlib import crc32

from newsparse.linking.quotations.sayings import Saying

MOST = 64
"""A run of words that more wordings have tells nothing, and is passed over."""
SHARE = 0.2
"""The share of the runs of the shorter wording that two need in common."""


def candidates(wordings: Sequence[Saying]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of wordings, the smaller first, each once."""
    index: dict[int, list[int]] = defaultdict(list)
    counts: list[int] = []
    for number, wording in enumerate(wordings):
        keys = runs(wording)
        counts.append(len(keys))
        for key in keys:
            index[key].append(number)
    known: list[list[list[int]]] = [[] for _ in wordings]
    for shelf in index.values():
        if 1 < len(shelf) <= MOST:
            for number in shelf[:-1]:
                known[number].append(shelf)
    for number, shelves in enumerate(known):
        votes = Counter(other for shelf in shelves for other in shelf if other > number)
        for other, count in votes.items():
            if count >= SHARE * min(counts[number], counts[other]):
                yield number, other


def runs(wording: Saying) -> set[int]:
    """Hashes of its runs of three words, and of two of which one tells utterances apart."""
    keys, content = wording.keys, wording.content
    found = {_hash(keys[at : at + 3]) for at in range(len(keys) - 2)}
    pairs = (at for at in range(len(keys) - 1) if content[at] or content[at + 1])
    return found | {_hash(keys[at : at + 2]) for at in pairs}


def _hash(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"))
