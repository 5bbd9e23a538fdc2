"""Windows with their labels, grouped into batches of similar length."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Sequence

import attrs
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from newsparse_english.augment import in_other_case, limit, with_other_marks
from newsparse_english.corpora import Example
from newsparse_english.labels import LAYERS, Labels
from newsparse_english.windows import LIMIT, Encoded, WordEncoder, cuts

IGNORE = -100


@attrs.frozen
class Window:
    """An encoded window and, by head, a class for each word; ``IGNORE`` where the corpus says nothing."""

    encoded: Encoded
    labels: dict[str, NDArray[np.int64]]
    sentence: NDArray[np.int64]


def windows(
    examples: Iterable[Example], labels: Labels, encoder: WordEncoder, *, rng: random.Random | None = None
) -> list[Window]:
    """All windows of ``examples``; with ``rng`` they vary as in ``augment``."""
    tables = {head: labels.index(head) for head in LAYERS}
    result = []
    for given in examples:
        example, most = (with_other_marks(given, rng), limit(rng)) if rng else (given, LIMIT)
        edges = [*cuts(example.words, example.gaps, example.starts, limit=most), len(example.words)]
        for begin, end in itertools.pairwise(edges):
            words: Sequence[str] = example.words[begin:end]
            encoded = encoder.encode(in_other_case(words, rng) if rng else words, example.gaps[begin:end])
            result.append(_window(example, begin, end, tables, encoded))
    return result


def _window(example: Example, begin: int, end: int, tables: dict[str, dict[str, int]], encoded: Encoded) -> Window:
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
    return Window(encoded, found, sentence)


def batched(items: Sequence[Window], *, subwords: int, rng: random.Random | None) -> list[list[Window]]:
    """Batches of at most ``subwords`` subwords, padding counted; in random order with ``rng``, else as sorted."""
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
    return result


@attrs.frozen
class Batch:
    """Padded tensors of several windows; ``present`` is batch x words."""

    ids: Tensor
    mask: Tensor
    first: Tensor
    features: Tensor
    present: Tensor
    labels: dict[str, Tensor]
    sentence: Tensor


def pad(items: Sequence[Window], *, shape: tuple[int, int, int] | None = None) -> Batch:
    """The windows as one batch, as small as can be or of ``shape``: rows (the last ones empty), subwords, words."""
    smallest = (len(items), max(len(w.encoded.ids) for w in items), max(1, *(len(w.encoded.first) for w in items)))
    rows, wide, words = shape or smallest
    ids, mask = torch.zeros(rows, wide, dtype=torch.long), torch.zeros(rows, wide, dtype=torch.bool)
    first, features = torch.zeros(rows, words, dtype=torch.long), torch.zeros(rows, words, 3, dtype=torch.long)
    present = torch.zeros(rows, words, dtype=torch.bool)
    sentence = torch.full((rows, words), -1)
    heads = {head for w in items for head in w.labels}
    labels = {head: torch.full((rows, words), IGNORE) for head in heads}
    for row, window in enumerate(items):
        n, k = len(window.encoded.ids), len(window.encoded.first)
        ids[row, :n] = torch.from_numpy(window.encoded.ids.astype(np.int64))
        mask[row, :n] = True
        first[row, :k] = torch.from_numpy(window.encoded.first.astype(np.int64))
        features[row, :k] = torch.from_numpy(window.encoded.features.astype(np.int64))
        present[row, :k] = True
        sentence[row, :k] = torch.from_numpy(window.sentence)
        for head, values in window.labels.items():
            labels[head][row, :k] = torch.from_numpy(values)
    mask[len(items) :, 0] = True  # attention needs something to look at, in empty rows too
    return Batch(ids, mask, first, features, present, labels, sentence)
