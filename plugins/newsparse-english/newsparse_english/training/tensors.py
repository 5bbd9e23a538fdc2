"""Windows as padded tensors."""

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
    """An encoded window and, by head, a class for each word; ``IGNORE`` where the corpus has no label.

    ``larger`` are the same words in the subwords of each model that is learned from; empty where they are the same.
    """

    encoded: Encoded
    labels: dict[str, NDArray[np.int64]]
    sentence: NDArray[np.int64]
    larger: tuple[Encoded, ...] = ()


@attrs.frozen
class Inputs:
    """What an encoder reads: ``ids`` and ``mask`` (windows x subwords), ``first`` (x words), ``features`` (x 3)."""

    ids: Tensor
    mask: Tensor
    first: Tensor
    features: Tensor

    def to(self, device: torch.device) -> Inputs:
        """The same on another device."""
        return Inputs(*(_sent(table, device) for table in attrs.astuple(self, recurse=False)))


@attrs.frozen
class Batch:
    """Padded tensors of several windows; ``present`` (windows x words) is true where there is a word.

    ``rows`` are, by head, the numbers of the windows that have any label for it.
    """

    inputs: Inputs
    present: Tensor
    labels: dict[str, Tensor]
    rows: dict[str, Tensor]
    sentence: Tensor
    larger: tuple[Inputs, ...] = ()

    def to(self, device: torch.device) -> Batch:
        """The same on another device."""
        if device.type == "cpu":
            return self
        return Batch(
            self.inputs.to(device),
            _sent(self.present, device),
            {head: _sent(table, device) for head, table in self.labels.items()},
            {head: _sent(table, device) for head, table in self.rows.items()},
            _sent(self.sentence, device),
            tuple(read.to(device) for read in self.larger),
        )


def _sent(table: Tensor, device: torch.device) -> Tensor:
    return table.to(device, non_blocking=True)


def pad(items: Sequence[Window]) -> Batch:
    """The windows as one batch, as small as possible."""
    rows, words = len(items), max(1, *(len(w.encoded.first) for w in items))
    present = np.zeros((rows, words), bool)
    sentence = np.full((rows, words), -1)
    for row, window in enumerate(items):
        count = len(window.encoded.first)
        present[row, :count] = True
        sentence[row, :count] = window.sentence
    labels = _labels(items, words)
    known = {head: np.flatnonzero((table != IGNORE).any(1)) for head, table in labels.items()}
    return Batch(
        inputs([window.encoded for window in items]),
        torch.from_numpy(present),
        {head: torch.from_numpy(table) for head, table in labels.items()},
        {head: torch.from_numpy(table) for head, table in known.items() if len(table)},
        torch.from_numpy(sentence),
        tuple(inputs(read) for read in zip(*(window.larger for window in items), strict=True)),
    )


def _labels(items: Sequence[Window], words: int) -> dict[str, NDArray[np.int64]]:
    """The labels that any of the windows has, by head: windows x words, ``IGNORE`` where there is none."""
    heads = sorted({head for window in items for head in window.labels})
    labels = {head: np.full((len(items), words), IGNORE) for head in heads}
    for row, window in enumerate(items):
        for head, values in window.labels.items():
            labels[head][row, : len(window.encoded.first)] = values
    return labels


def inputs(items: Sequence[Encoded]) -> Inputs:
    """The encoded windows, padded."""
    rows, wide, words = len(items), max(len(e.ids) for e in items), max(1, *(len(e.first) for e in items))
    ids, mask = np.zeros((rows, wide), np.int64), np.zeros((rows, wide), bool)
    first, features = np.zeros((rows, words), np.int64), np.zeros((rows, words, 3), np.int64)
    for row, item in enumerate(items):
        ids[row, : len(item.ids)] = item.ids
        mask[row, : len(item.ids)] = True
        first[row, : len(item.first)] = item.first
        features[row, : len(item.first)] = item.features
    return Inputs(*map(torch.from_numpy, (ids, mask, first, features)))
