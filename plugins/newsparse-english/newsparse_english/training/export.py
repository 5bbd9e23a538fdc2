"""Writes the packed network as ONNX graphs beside its weights: ``python -m newsparse_english.training.export``.

The graphs hold few weights: they refer to those in ``model.safetensors``. For ``int8.onnx`` the matrices of the
encoder become bytes there, with ranges chosen on windows of the training corpora, and ``float32.onnx`` then turns these
bytes into floats when it is loaded.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from newsparse_english.model import Model
from newsparse_english.packed import ABOUT, BYTES, FLOATS, RELATION, WEIGHTS, folder, seal
from newsparse_english.training.corpora import training
from newsparse_english.training.graph import IR, OPSET, PRODUCT, ROWS, TURNED, Weights, network, relations
from newsparse_english.training.quantise import quantised
from newsparse_english.training.weights import BYTES_OF, FACTORS_OF, SCALE_OF, floats, pack_bytes
from newsparse_english.windows import stretches

SEED = 17
CORPORA = ("worldwide", "polnear")
"""Those of the training corpora that consist of news articles."""

CALIBRATION_WINDOWS = 150
"""How many windows' activations decide the ranges of bytes."""

EXTERNAL = TensorProto.EXTERNAL


@attrs.frozen
class Place:
    """Where a tensor is in ``model.safetensors``: bytes from ``offset`` on, and how many."""

    offset: int
    length: int


def places(path: Path) -> dict[str, Place]:
    """The places of all tensors of a safetensors file."""
    with path.open("rb") as stream:
        (size,) = struct.unpack("<Q", stream.read(8))
        header = json.loads(stream.read(size))
    header.pop("__metadata__", None)
    begin = 8 + size
    ends = {name: entry["data_offsets"] for name, entry in header.items()}
    return {name: Place(begin + first, last - first) for name, (first, last) in ends.items()}


def referring(model: Any, weights: Weights, where: dict[str, Place]) -> Any:
    """``model`` with each initialiser that equals a packed weight, or rows of it, read from the weights' file."""
    kept, outside, nodes = [], {}, []
    for item in model.graph.initializer:
        own = item.name.replace(".weight", "").removesuffix(TURNED)
        if f"{item.name.removesuffix(BYTES_OF).removesuffix(PRODUCT)}{BYTES_OF}" in where:
            place = where[f"{item.name.removesuffix(BYTES_OF).removesuffix(PRODUCT)}{BYTES_OF}"]
            outside[item.name] = _outside(item.name, item.dims, place, TensorProto.INT8)
        elif item.name.endswith(TURNED) and f"{own}{BYTES_OF}" in where:
            outside |= _matrix(own, item.dims, where)
            nodes += _as_floats(own, item.name)
        elif half := _half(item, weights, where):
            outside[half.name] = half
            nodes += _from_half(item.name)
        else:
            kept.append(item)
    graph = helper.make_graph(
        [*nodes, *model.graph.node], model.graph.name, model.graph.input, model.graph.output, [*kept, *outside.values()]
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)


def _matrix(own: str, shape: Sequence[int], where: dict[str, Place]) -> dict[str, Any]:
    """The tensors of a matrix that is packed as bytes."""
    kinds = {BYTES_OF: (TensorProto.INT8, shape), SCALE_OF: (TensorProto.FLOAT, [shape[1]])}
    kinds[FACTORS_OF] = (TensorProto.FLOAT, [shape[0], 1])
    names = {f"{own}{end}": kind for end, kind in kinds.items()}
    return {name: _outside(name, size, where[name], kind) for name, (kind, size) in names.items()}


def _as_floats(own: str, name: str) -> list[Any]:
    """The nodes that turn a matrix of bytes into the floats called ``name``."""
    return [
        helper.make_node("Cast", [f"{own}{BYTES_OF}"], [f"{own}.whole"], f"{own}.whole", to=TensorProto.FLOAT),
        helper.make_node("Mul", [f"{own}.whole", f"{own}{SCALE_OF}"], [f"{own}.scaled"], f"{own}.scaled"),
        helper.make_node("Mul", [f"{own}.scaled", f"{own}{FACTORS_OF}"], [name], name),
    ]


def _half(item: Any, weights: Weights, where: dict[str, Place]) -> Any | None:
    """The tensor outside that ``item`` equals in 16 bits; None where there is none."""
    name = item.name.removesuffix(TURNED)
    value, place = _packed(name, weights, where)
    if place is None or not np.array_equal(numpy_helper.to_array(item), value.T if name != item.name else value):
        return None
    return _outside(f"{name}.half", value.shape, place, TensorProto.FLOAT16)


def _from_half(full: str) -> list[Any]:
    """The nodes that turn 16-bit floats into the initialiser called ``full``."""
    name = full.removesuffix(TURNED)
    if name == full:
        return [helper.make_node("Cast", [f"{name}.half"], [name], f"{name}.cast", to=TensorProto.FLOAT)]
    return [
        helper.make_node("Cast", [f"{name}.half"], [f"{name}.float"], f"{name}.float.cast", to=TensorProto.FLOAT),
        helper.make_node("Transpose", [f"{name}.float"], [full], full, perm=[1, 0]),
    ]


def _packed(name: str, weights: Weights, where: dict[str, Place]) -> tuple[NDArray[np.float32], Place | None]:
    """The weight called ``name``, or some of its rows, and its place; for any other name there is no place."""
    whole, _, rows = name.partition(ROWS)
    if whole not in where:
        return np.empty(0, np.float32), None
    first, _, last = rows.partition("-")
    part = slice(int(first or 0), int(last or len(weights[whole])))
    step = where[whole].length // len(weights[whole])
    place = Place(where[whole].offset + step * part.start, step * (part.stop - part.start))
    return weights[whole][part], place


def _outside(name: str, shape: Sequence[int], place: Place, kind: int) -> Any:
    """A tensor whose values are in the weights' file."""
    tensor = TensorProto(name=name, data_type=kind, dims=shape, data_location=EXTERNAL)
    for key, value in (("location", WEIGHTS), ("offset", place.offset), ("length", place.length)):
        tensor.external_data.add(key=key, value=str(value))
    return tensor


def export(target: Path, windows: Sequence[dict[str, NDArray[Any]]] = ()) -> str:
    """Write the graphs for the weights in ``target``; returns the digest that then names the model.

    Without ``windows`` to calibrate on there is no int8 graph; with them the matrices of the encoder become bytes among
    the weights too. Raises ``ValueError`` for an encoder of another kind.
    """
    about = json.loads((target / ABOUT).read_text("utf-8"))
    if about["sizes"]["buckets"]:
        raise ValueError("the graphs do not support relative positions, which this network uses")
    shape = about["sizes"]["attention"], about["together"]
    (target / BYTES).unlink(missing_ok=True)
    models = {}
    if windows:
        models[BYTES] = quantised(network(floats(target), *shape, constant=True), windows)
        pack_bytes(target, models[BYTES])
    weights, where = floats(target), places(target / WEIGHTS)
    models |= {FLOATS: network(weights, *shape), RELATION: relations(weights)}
    for name, model in models.items():
        onnx.save(referring(model, weights, where), target / name)
    return seal(target)


def calibration(data: Path, target: Path) -> list[dict[str, NDArray[Any]]]:
    """One window from each of some articles of the training corpora, as inputs of the network in ``target``."""
    model = Model.load(target, precision="float32")
    examples = [example for corpus in CORPORA for example in training(data, "train")[corpus]]
    rng = random.Random(SEED)
    found: list[dict[str, NDArray[Any]]] = []
    for example in rng.sample(examples, min(CALIBRATION_WINDOWS, len(examples))):
        at = rng.choice(stretches(example.words, example.gaps))
        words = slice(at.first, at.last)
        window = model.encoder.encode(example.words[words], example.gaps[words])
        rows = model.embeddings.read(window)
        bias, absent = (np.zeros(len(part), np.float32) for part in (rows, window.first))
        found.append({"x": rows, "bias": bias, "first": window.first.astype(np.int64), "absent": absent})
    return found


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("NEWSPARSE_DATA"), help="folder with the corpora")
    parser.add_argument("--model", type=Path, default=folder(), help="folder of packed weights")
    options = parser.parse_args()
    if options.data is None:
        parser.error("give the folder with the corpora by --data or NEWSPARSE_DATA")
    export(options.model)
    print(f"exported as {export(options.model, calibration(Path(options.data), options.model))}")


if __name__ == "__main__":
    main()
