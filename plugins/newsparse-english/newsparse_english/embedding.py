"""The rows that the encoder reads: subwords, places and features of words, looked up in numpy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsparse_english.windows import Encoded

Rows = NDArray[np.float32]


class Embeddings:
    """The tables of embeddings of a packed model; subwords stay in half precision, since few are read at a time."""

    def __init__(self, tensors: Mapping[str, NDArray[Any]]) -> None:
        self.subwords = tensors["word.weight"]
        self.positions = tensors["position.weight"].astype(np.float32)
        shapes, marks, gaps = (tensors[f"features.{number}.weight"].astype(np.float32) for number in range(3))
        self._strides = np.array([len(marks) * len(gaps), len(gaps), 1])
        combined = shapes[:, None, None] + marks[:, None] + gaps
        self.features = combined.reshape(-1, combined.shape[-1])

    def read(self, window: Encoded, length: int | None = None) -> Rows:
        """The rows of a window, ``length`` of them: the last ones are zero."""
        count = len(window.ids)
        rows = np.zeros((length or count, self.positions.shape[1]), np.float32)
        rows[:count] = self.subwords[window.ids]
        rows[:count] += self._places(count)
        rows[window.first] += self.features[window.features @ self._strides]
        return rows

    def _places(self, count: int) -> Rows:
        """Rows of positions; whatever is further on than the table reaches has its last row."""
        known = len(self.positions)
        return self.positions[:count] if count <= known else self.positions[np.minimum(np.arange(count), known - 1)]
