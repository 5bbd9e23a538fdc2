"""Bytes for products: little is lost, also where one column is much wider than the rest."""

from __future__ import annotations

import numpy as np
import onnxruntime
from onnx import TensorProto

from newsparse_english.training.graph import Graph
from newsparse_english.training.quantise import chosen, quantised

RNG = np.random.default_rng(5)
ROWS = RNG.normal(size=(200, 16)).astype(np.float32)
WIDE = ROWS * np.where(np.arange(16) == 3, 60, 1).astype(np.float32)
WEIGHTS = {
    "one.weight": RNG.normal(size=(8, 16)).astype(np.float32),
    "one.bias": np.ones(8, np.float32),
    "two.weight": RNG.normal(size=(4, 16)).astype(np.float32),
    "two.bias": np.zeros(4, np.float32),
}


def error(found, rows, weight):
    left = found.rounded(rows) @ (weight / found.factors[:, None])
    return np.abs(left - rows @ weight).mean() / np.abs(rows @ weight).mean()


def test_a_wide_column_does_not_cost_the_others_their_precision():
    weight = WEIGHTS["one.weight"].T * np.where(np.arange(16) == 3, 1 / 60, 1).astype(np.float32)[:, None]
    assert error(chosen(WIDE, weight), WIDE, weight) < 0.01
    assert (chosen(WIDE, weight).factors[3] < chosen(WIDE, weight).factors[:3]).all()


def test_products_that_read_one_tensor_share_its_bytes_and_keep_their_results():
    graph = Graph(WEIGHTS)
    x = graph.input("x", TensorProto.FLOAT, "rows", 16)
    names = [graph.linear(x, layer) for layer in ("one", "two")]
    plain = graph.model(dict.fromkeys(names, (TensorProto.FLOAT, ("rows", None))))
    small = quantised(plain, [{"x": ROWS[at : at + 20]} for at in range(0, 200, 20)])
    assert [node.op_type for node in small.graph.node].count("QuantizeLinear") == 1
    run = [onnxruntime.InferenceSession(model.SerializeToString()).run(names, {"x": ROWS}) for model in (plain, small)]
    for exact, found in zip(*run, strict=True):
        assert np.abs(found - exact).mean() < 0.02 * np.abs(exact).mean()
        assert np.abs(found - exact).max() > 0
