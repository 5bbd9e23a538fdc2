"""Bytes for the weights and activations of a graph's products, chosen on real windows so that products change little.

Products that read the same tensor share its bytes. Before rounding, each column of the tensor is divided by a number
and the weights' rows are multiplied by it (SmoothQuant, Xiao et al. 2023), so that no column is much wider than the
rest; how strongly, and how much of the range is cut off, is chosen so that the products change least. What rounding
adds to the mean of a product is subtracted from its bias (Nagel et al. 2019).
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from newsparse_english.training.graph import PRODUCT

Table = NDArray[np.float32]

SEED = 17
ROWS_OF_A_WINDOW = 24
"""Rows of each window on which ranges are chosen, at most."""

STRENGTHS = (0.0, 0.5, 0.65, 0.8, 0.9, 1.0)
"""How much of the difference between columns moves into the weights: 0 for none, 1 for all."""

KEPT = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Shares of a tensor's range that are tried; values outside are clipped."""

STEPS = 255


@attrs.frozen(eq=False)
class Range:
    """How a tensor becomes bytes: a factor for each column, then ``scale`` (the size of a step) and ``zero``."""

    factors: Table
    scale: float
    zero: int

    def rounded(self, x: Table) -> Table:
        """``x`` (rows x columns) multiplied by ``factors`` and rounded to steps, as floats."""
        steps = np.clip(np.rint(x * self.factors / self.scale) + self.zero, 0, STEPS)
        found: Table = ((steps - self.zero) * self.scale).astype(np.float32)
        return found


def quantised(model: Any, windows: Sequence[Mapping[str, NDArray[Any]]], *, keep: Sequence[str] = ()) -> Any:
    """``model`` with bytes in all products except those in ``keep``, and ranges chosen on ``windows``."""
    readers: dict[str, list[Any]] = {}
    for node in model.graph.node:
        if node.name.endswith(PRODUCT) and node.name not in keep:
            readers.setdefault(node.input[0], []).append(node)
    values = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    shifts = {node.input[0]: node.input[1] for node in model.graph.node if node.op_type == "Add"}
    rows = _rows(model, list(readers), windows)
    before: dict[str, list[Any]] = {}
    constants: dict[str, NDArray[Any]] = {}
    inputs: dict[str, tuple[str, str]] = {}
    for tensor, nodes in readers.items():
        found = chosen(rows[tensor], np.concatenate([values[node.input[1]] for node in nodes], 1))
        before[nodes[0].name] = _bytes(tensor, found, constants)
        for node in nodes:
            before.setdefault(node.name, []).append(_weight(node.name, values[node.input[1]], found, constants))
            inputs[node.name] = (f"{tensor}.rounded", f"{node.name}.weight")
            left = constants[f"{node.name}.bytes"] * constants[f"{node.name}.scale"]
            error = found.rounded(rows[tensor]) @ left - rows[tensor] @ values[node.input[1]]
            shift = shifts[node.output[0]]
            constants[shift] = (values[shift] - error.mean(0)).astype(np.float32)
    return _rebuilt(model, before, inputs, constants)


def _weight(name: str, weight: Table, found: Range, constants: dict[str, NDArray[Any]]) -> Any:
    """The node that turns the bytes of ``weight`` back into floats, each column with its own scale."""
    scaled = weight / found.factors[:, None]
    scale = _scales(scaled)
    given = {
        f"{name}.bytes": np.rint(scaled / scale).astype(np.int8),
        f"{name}.scale": scale[0],
        f"{name}.zero": np.zeros(scale.shape[1], np.int8),
    }
    constants |= given
    return helper.make_node("DequantizeLinear", [*given], [f"{name}.weight"], f"{name}.weight", axis=1)


def chosen(x: Table, weight: Table) -> Range:
    """The range for ``x`` (rows x columns) that changes ``x @ weight`` least: the least variance of the error."""
    exact = x @ weight
    best, least = None, np.inf
    for strength in STRENGTHS:
        factors = _factors(x, weight, strength)
        scaled = weight / factors[:, None]
        scale = _scales(scaled)
        whole = np.rint(scaled / scale) * scale
        wide = x * factors
        low, high = float(min(0, wide.min())), float(max(0, wide.max()))
        for share in KEPT:
            step = share * (high - low) / STEPS
            range_ = Range(factors, step, round(-share * low / step))
            error = range_.rounded(x) @ whole - exact
            loss = float(np.square(error - error.mean(0)).mean())
            if loss < least:
                best, least = range_, loss
    assert best is not None
    return best


def _factors(x: Table, weight: Table, strength: float) -> Table:
    widest = np.maximum(np.abs(x).max(0), 1e-5)
    heaviest = np.maximum(np.abs(weight).max(1), 1e-5)
    factors: Table = (
        (heaviest ** (1 - strength) / widest**strength).astype(np.float32)
        if strength
        else np.ones(len(weight), np.float32)
    )
    return factors


def _scales(weight: Table) -> Table:
    found: Table = np.maximum(np.abs(weight).max(0, keepdims=True), 1e-8) / np.float32(127)
    return found


def _rows(model: Any, tensors: Sequence[str], windows: Sequence[Mapping[str, NDArray[Any]]]) -> dict[str, Table]:
    """Some rows of ``tensors`` as ``model`` computes them for ``windows``."""
    open_ = copy.deepcopy(model)
    known = {item.name for item in open_.graph.output}
    for name in tensors:
        if name not in known:
            open_.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, None))
    session = onnxruntime.InferenceSession(open_.SerializeToString(), providers=["CPUExecutionProvider"])
    rng = np.random.default_rng(SEED)
    found: dict[str, list[Table]] = {name: [] for name in tensors}
    for window in windows:
        for name, value in zip(tensors, session.run(list(tensors), dict(window)), strict=True):
            table = value.reshape(-1, value.shape[-1])
            found[name].append(table[rng.permutation(len(table))[:ROWS_OF_A_WINDOW]])
    return {name: np.concatenate(parts) for name, parts in found.items()}


def _bytes(tensor: str, found: Range, constants: dict[str, NDArray[Any]]) -> list[Any]:
    """The nodes that turn ``tensor`` into bytes and back."""
    constants |= {
        f"{tensor}.factors": found.factors,
        f"{tensor}.scale": np.array(found.scale, np.float32),
        f"{tensor}.zero": np.array(found.zero, np.uint8),
    }
    given = [f"{tensor}.scale", f"{tensor}.zero"]
    return [
        helper.make_node("Mul", [tensor, f"{tensor}.factors"], [f"{tensor}.scaled"], f"{tensor}.scaled"),
        helper.make_node("QuantizeLinear", [f"{tensor}.scaled", *given], [f"{tensor}.bytes"], f"{tensor}.bytes"),
        helper.make_node("DequantizeLinear", [f"{tensor}.bytes", *given], [f"{tensor}.rounded"], f"{tensor}.rounded"),
    ]


def _rebuilt(
    model: Any,
    before: Mapping[str, list[Any]],
    inputs: Mapping[str, tuple[str, str]],
    constants: Mapping[str, NDArray[Any]],
) -> Any:
    nodes = []
    for node in model.graph.node:
        own = copy.deepcopy(node)
        if node.name in inputs:
            own.input[:] = inputs[node.name]
        nodes += [*before.get(node.name, []), own]
    used = {name for node in nodes for name in node.input}
    kept = [item for item in model.graph.initializer if item.name not in constants and item.name in used]
    made = [
        numpy_helper.from_array(np.ascontiguousarray(value).reshape(value.shape), name)
        for name, value in constants.items()
    ]
    graph = helper.make_graph(nodes, model.graph.name, model.graph.input, model.graph.output, [*kept, *made])
    return helper.make_model(graph, opset_imports=model.opset_import, ir_version=model.ir_version)
