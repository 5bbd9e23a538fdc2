"""Words in a row, looked up by where each is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs

from newsparse.wording.words import Words


@attrs.frozen
class Stream:
    """Words in a row, and where each is in it."""

    words: Words
    places: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, words: Words) -> Stream:
        """The stream of these words."""
        places: dict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(words.keys):
            places[key].append(number)
        return cls(words, dict(places))

    def find(self, keys: Sequence[str], after: int = 0) -> Iterator[int]:
        """Where exactly these words begin, from word ``after`` on."""
        if any(key not in self.places for key in keys):
            return
        rare = min(range(len(keys)), key=lambda number: len(self.places[keys[number]]))
        for place in self.places[keys[rare]]:
            start = place - rare
            if start >= after and self.words.keys[start : start + len(keys)] == tuple(keys):
                yield start
