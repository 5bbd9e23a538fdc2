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


@attrs.frozen
class Labels:
    """The names of the classes by head, most frequent first."""

    names: dict[str, tuple[str, ...]]

    def index(self, head: str) -> dict[str, int]:
        """The class numbers by name."""
        return {name: number for number, name in enumerate(self.names[head])}


def count(examples: Iterable[Example], *, least: int = 3) -> Labels:
    """The classes seen at least ``least`` times in ``examples``; rarer ones are not learnt."""
    seen: dict[str, Counter[str]] = {head: Counter() for head in LAYERS}
    for example in examples:
        for head, field in LAYERS.items():
            seen[head].update(getattr(example, field) or ())
    return Labels({h: tuple(n for n, k in c.most_common() if k >= least) for h, c in seen.items()})
