"""Windows with the labels of a corpus, grouped into batches of similar length."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from newsparse_english.labels import Labels
from newsparse_english.training.augment import in_other_case, limit, with_other_marks
from newsparse_english.training.corpora import Example
from newsparse_english.training.counting import LAYERS
from newsparse_english.training.tensors import IGNORE, Batch, Window, pad
from newsparse_english.windows import LIMIT, Encoded, WordEncoder, cuts


def windows(
    examples: Iterable[Example],
    labels: Labels,
    encoder: WordEncoder,
    *,
    rng: random.Random | None = None,
    larger: Sequence[WordEncoder] = (),
) -> list[Window]:
    """All windows of ``examples``; with ``rng`` they vary as in ``augment``.

    ``larger`` encodes them for the models to learn from, if one of these has other subwords.
    """
    tables = {head: labels.index(head) for head in LAYERS}
    result = []
    for given in examples:
        example, most = (with_other_marks(given, rng), limit(rng)) if rng else (given, LIMIT)
        edges = [*cuts(example.words, example.gaps, example.starts, limit=most), len(example.words)]
        for begin, end in itertools.pairwise(edges):
            words: Sequence[str] = example.words[begin:end]
            written, gaps = in_other_case(words, rng) if rng else words, example.gaps[begin:end]
            other = tuple(one.encode(written, gaps) for one in larger)
            result.append(_window(example, begin, end, tables, (encoder.encode(written, gaps), other)))
    return result


def _window(
    example: Example,
    begin: int,
    end: int,
    tables: dict[str, dict[str, int]],
    encoded: tuple[Encoded, tuple[Encoded, ...]],
) -> Window:
    size = end - begin
    found: dict[str, NDArray[np.int64]] = {}
    for head, field in LAYERS.items():
        values = getattr(example, field)
        if values is not None:
            found[head] = np.array([tables[head].get(v, IGNORE) for v in values[begin:end]], np.int64)
    sentence = np.zeros(size, np.int64)
    if example.starts is not None:
        starts = np.array(example.starts[begin:end], np.int64)
        found["start"], sentence = starts, np.cumsum(starts)
    for name, pointers in (("arc", example.heads), ("link", example.links)):
        if pointers is not None:
            inside = np.array(pointers[begin:end], np.int64) - begin
            found[name] = np.where((inside >= 0) & (inside < size), inside, IGNORE)
    return Window(encoded[0], found, sentence, encoded[1])


def batched(items: Sequence[Window], *, subwords: int, rng: random.Random | None = None) -> list[Batch]:
    """Padded batches of at most ``subwords`` subwords; in random order with ``rng``, else sorted by length."""
    order = sorted(items, key=lambda w: len(w.encoded.ids) + (rng.random() * 8 if rng else 0))
    result: list[list[Window]] = []
    batch: list[Window] = []
    for item in order:
        if batch and (len(batch) + 1) * len(item.encoded.ids) > subwords:
            result.append(batch)
            batch = []
        batch.append(item)
    if batch:
        result.append(batch)
    if rng:
        rng.shuffle(result)
    return [pad(batch) for batch in result]
