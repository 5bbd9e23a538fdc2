"""The classes of each head, counted on the training part and kept beside the weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from newsparse_english.corpora import Example

LAYERS = {
    "upos": "upos",
    "xpos": "xpos",
    "feats": "feats",
    "deprel": "deprels",
    "entity": "entities",
    "role": "roles",
}
"""Heads and the fields of ``Example`` that they learn."""

TAGS = ("upos", "xpos", "feats")
"""Heads whose classes are chosen together, so that the tags of a word agree."""


@attrs.frozen
class Labels:
    """The names of the classes by head, most frequent first, and the tags that words have together.

    ``together`` holds the numbers of the classes of ``TAGS`` that were seen on one word, n x 3, most frequent first.
    """

    names: dict[str, tuple[str, ...]]
    together: tuple[tuple[int, ...], ...]

    def index(self, head: str) -> dict[str, int]:
        """The class numbers by name."""
        return {name: number for number, name in enumerate(self.names[head])}


def count(examples: Iterable[Example], *, least: int = 3) -> Labels:
    """The classes seen at least ``least`` times in ``examples``; rarer ones are not learnt."""
    seen: dict[str, Counter[str]] = {head: Counter() for head in LAYERS}
    words: Counter[tuple[str, ...]] = Counter()
    for example in examples:
        for head, field in LAYERS.items():
            seen[head].update(getattr(example, field) or ())
        words.update(zip(*(getattr(example, LAYERS[head]) or () for head in TAGS), strict=False))
    labels = Labels({h: tuple(n for n, k in c.most_common() if k >= least) for h, c in seen.items()}, ())
    numbers = [labels.index(head) for head in TAGS]
    rows = (list(zip(numbers, names, strict=True)) for names, _ in words.most_common())
    known = (row for row in rows if all(name in of for of, name in row))
    return attrs.evolve(labels, together=tuple(tuple(of[name] for of, name in row) for row in known))
