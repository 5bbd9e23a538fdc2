"""The weights of a packed folder as floats, and the matrices among them that are packed as bytes.

A matrix of bytes has a scale for each of its columns; its rows are multiplied by the factors by which
``training.quantise`` divides the columns of what is multiplied with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import numpy_helper
from safetensors.numpy import load_file, save_file

from newsparse_english.embedding import WORD, in_floats
from newsparse_english.packed import EMBEDDINGS, WEIGHTS, place
from newsparse_english.training.graph import PRODUCT, ROWS

BYTES_OF, SCALE_OF, FACTORS_OF = ".bytes", ".scale", ".factors"
"""The ends of the names of a matrix's bytes, their scales and their factors."""

ROUNDED = ".rounded"
"""The end of the name of a tensor that ``training.quantise`` has rounded to bytes."""

BLOCKS = "blocks."
"""The start of the names of the matrices that are packed as bytes: those of the encoder's blocks."""

Tables = dict[str, NDArray[Any]]


def floats(where: Path) -> dict[str, NDArray[np.float32]]:
    """All weights of the model in ``where``."""
    packed = load_file(place(where, EMBEDDINGS)) | load_file(where / WEIGHTS)
    known = {
        name: value.astype(np.float32)
        for name, value in packed.items()
        if not name.endswith((BYTES_OF, SCALE_OF, FACTORS_OF))
    }
    known[f"{WORD}.weight"] = in_floats(packed)
    parts: dict[str, list[tuple[int, NDArray[np.float32]]]] = {}
    for name in packed:
        if name.endswith(BYTES_OF) and not name.startswith(WORD):
            own = name.removesuffix(BYTES_OF)
            layer, _, rows = own.partition(ROWS)
            parts.setdefault(f"{layer}.weight", []).append((int(rows.partition("-")[0] or 0), matrix(packed, own).T))
    for name, tables in parts.items():
        known[name] = np.concatenate([table for _, table in sorted(tables, key=lambda part: part[0])])
    return known


def matrix(packed: Mapping[str, NDArray[Any]], name: str) -> NDArray[np.float32]:
    """The matrix of that name, which is packed as bytes: what is read x what is computed."""
    scale, factors = packed[f"{name}{SCALE_OF}"], packed[f"{name}{FACTORS_OF}"]
    found: NDArray[np.float32] = packed[f"{name}{BYTES_OF}"].astype(np.float32) * scale * factors[:, None]
    return found


def pack_bytes(where: Path, model: Any) -> None:
    """Replaces the matrices of the blocks among the weights in ``where`` by those of the int8 graph ``model``."""
    values = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    found: Tables = {}
    for node in model.graph.node:
        if node.name.startswith(BLOCKS) and node.name.endswith(PRODUCT) and node.input[0].endswith(ROUNDED):
            own = node.name.removesuffix(PRODUCT)
            found[f"{own}{BYTES_OF}"] = values[f"{node.name}{BYTES_OF}"]
            found[f"{own}{SCALE_OF}"] = values[f"{node.name}{SCALE_OF}"]
            found[f"{own}{FACTORS_OF}"] = values[f"{node.input[0].removesuffix(ROUNDED)}{FACTORS_OF}"]
    layers = {f"{name.removesuffix(BYTES_OF).partition(ROWS)[0]}.weight" for name in found if name.endswith(BYTES_OF)}
    kept = {
        name: value
        for name, value in load_file(where / WEIGHTS).items()
        if name not in layers and not name.endswith((BYTES_OF, SCALE_OF, FACTORS_OF))
    }
    save_file({name: np.ascontiguousarray(value) for name, value in (kept | found).items()}, where / WEIGHTS)
