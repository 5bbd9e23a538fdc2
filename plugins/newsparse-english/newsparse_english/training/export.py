"""Writes the packed network as ONNX graphs beside its weights: ``python -m newsparse_english.training.export``.

``float32.onnx`` and ``relation.onnx`` hold no weights: they refer to those in ``model.safetensors``. ``int8.onnx``
holds the weights of products as bytes, with ranges chosen on windows of the training corpora.
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
from safetensors.numpy import load_file

from newsparse_english.model import Model
from newsparse_english.packed import BYTES, FLOATS, RELATION, WEIGHTS, folder, seal
from newsparse_english.training.corpora import training
from newsparse_english.training.graph import IR, OPSET, ROWS, TURNED, Weights, network, relations
from newsparse_english.training.quantise import quantised
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
    kept, outside, casts = [], {}, []
    for item in model.graph.initializer:
        name = item.name.removesuffix(TURNED)
        value, place = _packed(name, weights, where)
        if place is None or not np.array_equal(numpy_helper.to_array(item), value.T if name != item.name else value):
            kept.append(item)
            continue
        outside[name] = _outside(name, value.shape, place)
        float_name = f"{name}.float" if item.name.endswith(TURNED) else item.name
        casts.append(
            helper.make_node("Cast", [f"{name}.half"], [float_name], f"{float_name}.cast", to=TensorProto.FLOAT)
        )
        if item.name.endswith(TURNED):
            casts.append(helper.make_node("Transpose", [float_name], [item.name], item.name, perm=[1, 0]))
    graph = helper.make_graph(
        [*casts, *model.graph.node], model.graph.name, model.graph.input, model.graph.output, [*kept, *outside.values()]
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)


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


def _outside(name: str, shape: Sequence[int], place: Place) -> Any:
    """A tensor of half precision whose values are in the weights' file."""
    tensor = TensorProto(name=f"{name}.half", data_type=TensorProto.FLOAT16, dims=shape, data_location=EXTERNAL)
    for key, value in (("location", WEIGHTS), ("offset", place.offset), ("length", place.length)):
        tensor.external_data.add(key=key, value=str(value))
    return tensor


def export(target: Path, windows: Sequence[dict[str, NDArray[Any]]] = ()) -> str:
    """Write the graphs for the weights in ``target``; returns the digest that then names the model.

    Without ``windows`` to calibrate on there is no int8 graph. Raises ``ValueError`` for an encoder of another kind.
    """
    about = json.loads((target / "model.json").read_text("utf-8"))
    if about["sizes"]["buckets"]:
        raise ValueError("the graphs do not support relative positions, which this network uses")
    weights = {name: value.astype(np.float32) for name, value in load_file(target / WEIGHTS).items()}
    where = places(target / WEIGHTS)
    shape = about["sizes"]["attention"], about["together"]
    models = {FLOATS: network(weights, *shape), RELATION: relations(weights)}
    (target / BYTES).unlink(missing_ok=True)
    if windows:
        models[BYTES] = quantised(network(weights, *shape, constant=True), windows)
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
