"""Windows as padded tensors, in training and at run time alike."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from newsparse_english.windows import Encoded

IGNORE = -100
"""The class of a word that the corpus does not label."""


@attrs.frozen
class Window:
    """An encoded window and, by head, a class for each word; ``IGNORE`` where the corpus has no label."""

    encoded: Encoded
    labels: dict[str, NDArray[np.int64]]
    sentence: NDArray[np.int64]


@attrs.frozen
class Batch:
    """Padded tensors of several windows; ``present`` (batch x words) is true where there is a word."""

    ids: Tensor
    mask: Tensor
    first: Tensor
    features: Tensor
    present: Tensor
    labels: dict[str, Tensor]
    sentence: Tensor


def pad(items: Sequence[Window], *, shape: tuple[int, int, int] | None = None) -> Batch:
    """The windows as one batch, as small as possible or of ``shape``: rows (the last ones empty), subwords, words."""
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
    mask[len(items) :, 0] = True  # attention needs something to attend to, also in empty rows
    return Batch(ids, mask, first, features, present, labels, sentence)
