"""Counts the classes of each head on the training part of the corpora."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from newsparse_english.labels import TAGS, Labels
from newsparse_english.training.corpora import Example

LAYERS = {
    "upos": "upos",
    "xpos": "xpos",
    "feats": "feats",
    "deprel": "deprels",
    "entity": "entities",
    "role": "roles",
    "nested": "inner",
}
"""Heads and the fields of ``Example`` that they learn."""

ALIKE = {"nested": "role"}
"""Heads that have the classes of another one."""


def count(examples: Sequence[Example], *, least: int = 3) -> Labels:
    """The labels of ``examples``: classes seen at least ``least`` times, since rarer ones are not learned."""
    seen: dict[str, Counter[str]] = {head: Counter() for head in LAYERS}
    for example in examples:
        for head, field in LAYERS.items():
            seen[head].update(getattr(example, field) or ())
    names = {head: tuple(n for n, k in classes.most_common() if k >= least) for head, classes in seen.items()}
    labels = Labels(names | {head: names[other] for head, other in ALIKE.items()}, (), {})
    return attrs.evolve(labels, together=_together(labels, examples))


def _together(labels: Labels, examples: Iterable[Example]) -> tuple[tuple[int, ...], ...]:
    words: Counter[tuple[str, ...]] = Counter()
    for example in examples:
        words.update(zip(*(getattr(example, LAYERS[head]) or () for head in TAGS), strict=False))
    numbers = [labels.index(head) for head in TAGS]
    rows = (list(zip(numbers, names, strict=True)) for names, _ in words.most_common())
    known = (row for row in rows if all(name in of for of, name in row))
    return tuple(tuple(of[name] for of, name in row) for row in known)
