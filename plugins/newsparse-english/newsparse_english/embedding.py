"""The rows that the encoder reads: subwords, places and features of words, looked up in numpy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsparse_english.windows import Encoded

Rows = NDArray[np.float32]

WORD = "word"
"""The name of the table of subwords."""

LARGEST = 127
"""The largest value of a byte in that table."""


def in_bytes(table: Rows) -> dict[str, NDArray[Any]]:
    """The table of subwords as it is packed: bytes, and for each row the scale that makes them floats again."""
    scale = np.maximum(np.abs(table).max(1), np.float32(1e-8)) / np.float32(LARGEST)
    return {f"{WORD}.bytes": np.rint(table / scale[:, None]).astype(np.int8), f"{WORD}.scale": scale}


def in_floats(tensors: Mapping[str, NDArray[Any]]) -> Rows:
    """The table of subwords of a packed model in floats."""
    if f"{WORD}.weight" in tensors:
        return tensors[f"{WORD}.weight"].astype(np.float32)
    found: Rows = tensors[f"{WORD}.bytes"].astype(np.float32) * tensors[f"{WORD}.scale"][:, None]
    return found


class Embeddings:
    """The tables of embeddings of a packed model.

    Subwords stay as they are packed, in 16 bits or in bytes with a scale for each row, since few are read at a time.
    """

    def __init__(self, tensors: Mapping[str, NDArray[Any]]) -> None:
        self.scales = tensors.get(f"{WORD}.scale")
        self.subwords = tensors[f"{WORD}.weight" if self.scales is None else f"{WORD}.bytes"]
        self.positions = tensors["position.weight"].astype(np.float32)
        shapes, marks, gaps = (tensors[f"features.{number}.weight"].astype(np.float32) for number in range(3))
        self._strides = np.array([len(marks) * len(gaps), len(gaps), 1])
        combined = shapes[:, None, None] + marks[:, None] + gaps
        self.features = combined.reshape(-1, combined.shape[-1])

    def read(self, window: Encoded, length: int | None = None) -> Rows:
        """The rows of a window, ``length`` of them: the last ones are zero."""
        count = len(window.ids)
        rows = np.zeros((length or count, self.positions.shape[1]), np.float32)
        rows[:count] = self.subwords.take(window.ids, 0)
        if self.scales is not None:
            rows[:count] *= self.scales[window.ids, None]
        rows[:count] += self._places(count)
        rows[window.first] += self.features.take(window.features @ self._strides, 0)
        return rows

    def _places(self, count: int) -> Rows:
        """Rows of positions; whatever is further on than the table reaches has its last row."""
        known = len(self.positions)
        return self.positions[:count] if count <= known else self.positions[np.minimum(np.arange(count), known - 1)]
