"""Counts the classes of each head on the training part of the corpora."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs
import numpy as np

from newsparse_english.labels import TAGS, Labels
from newsparse_english.training.corpora import Example

LAYERS = {
    "upos": "upos",
    "xpos": "xpos",
    "feats": "feats",
    "deprel": "deprels",
    "entity": "entities",
    "role": "roles",
}
"""Heads and the fields of ``Example`` that they learn."""

SPANS = ("entity", "role")
"""Heads whose classes mark spans, so that their order matters."""


def count(examples: Sequence[Example], *, least: int = 3) -> Labels:
    """The labels of ``examples``: classes seen at least ``least`` times, since rarer ones are not learned."""
    seen: dict[str, Counter[str]] = {head: Counter() for head in LAYERS}
    for example in examples:
        for head, field in LAYERS.items():
            seen[head].update(getattr(example, field) or ())
    labels = Labels({h: tuple(n for n, k in c.most_common() if k >= least) for h, c in seen.items()}, (), {})
    follows = {head: _follows(labels.index(head), (getattr(e, LAYERS[head]) or () for e in examples)) for head in SPANS}
    return attrs.evolve(labels, together=_together(labels, examples), follows=follows)


def _together(labels: Labels, examples: Iterable[Example]) -> tuple[tuple[int, ...], ...]:
    words: Counter[tuple[str, ...]] = Counter()
    for example in examples:
        words.update(zip(*(getattr(example, LAYERS[head]) or () for head in TAGS), strict=False))
    numbers = [labels.index(head) for head in TAGS]
    rows = (list(zip(numbers, names, strict=True)) for names, _ in words.most_common())
    known = (row for row in rows if all(name in of for of, name in row))
    return tuple(tuple(of[name] for of, name in row) for row in known)


def _follows(numbers: dict[str, int], texts: Iterable[Sequence[str]]) -> tuple[tuple[float, ...], ...]:
    """Pointwise mutual information of neighbours (Church and Hanks 1990), half an occurrence added to each pair."""
    pairs = np.full((len(numbers), len(numbers)), 0.5)
    for text in texts:
        known = [numbers[name] for name in text if name in numbers]
        np.add.at(pairs, (known[:-1], known[1:]), 1)
    apart = pairs.sum(1, keepdims=True) * pairs.sum(0, keepdims=True) / max(1.0, pairs.sum())
    return tuple(map(tuple, np.log(pairs / apart).round(3).tolist()))
