"""The network as ONNX graphs, node by node; weights keep the names that they have in ``model.safetensors``.

The graphs read one window at a time. Rows of the embeddings are looked up outside them, and so are the best classes:
``newsparse_english.model`` does both in numpy.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from newsparse_english.labels import TAGS

OPSET, IR = 17, 9
FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64
HIDDEN = "hidden"
"""The name of the encoder's result."""

TURNED = ".turned"
"""What is added to the name of a packed weight for its transpose."""

Weights = Mapping[str, NDArray[np.float32]]
Shape = tuple[str | int, ...]


class Graph:
    """Nodes and initialisers as they are added; every method gives the name of the tensor that it makes."""

    def __init__(self, weights: Weights, model: Any = None) -> None:
        """Start with the nodes of ``model``, if there is one."""
        self.weights = weights
        self.nodes: list[Any] = list(model.graph.node) if model else []
        self.inputs: list[Any] = list(model.graph.input) if model else []
        self.initialisers: dict[str, Any] = {item.name: item for item in model.graph.initializer} if model else {}

    def input(self, name: str, kind: int, *shape: str | int) -> str:
        """What the graph is given."""
        self.inputs.append(helper.make_tensor_value_info(name, kind, list(shape)))
        return name

    def weight(self, name: str) -> str:
        """The packed weight of that name."""
        return self.constant(self.weights[name], name)

    def constant(self, value: Any, name: str = "") -> str:
        """A tensor that never changes."""
        name = name or f"constant.{len(self.initialisers)}"
        if name not in self.initialisers:
            self.initialisers[name] = numpy_helper.from_array(
                np.ascontiguousarray(value).reshape(np.shape(value)), name
            )
        return name

    def add(self, kind: str, *inputs: str, name: str = "", **attributes: Any) -> str:
        """A node with one output."""
        name = name or f"{kind}.{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def linear(self, x: str, layer: str) -> str:
        """``x`` through the linear layer of that name."""
        weight = self.constant(self.weights[f"{layer}.weight"].T, f"{layer}.weight{TURNED}")
        product = self.add("MatMul", x, weight, name=f"{layer}.product")
        return self.add("Add", product, self.weight(f"{layer}.bias"), name=layer)

    def norm(self, x: str, layer: str, name: str = "") -> str:
        """``x`` through the layer normalisation of that name."""
        scale, shift = self.weight(f"{layer}.weight"), self.weight(f"{layer}.bias")
        return self.add("LayerNormalization", x, scale, shift, name=name or layer, axis=-1, epsilon=1e-12)

    def gelu(self, x: str) -> str:
        """The exact Gaussian error linear unit."""
        half = self.add("Mul", x, self.constant(np.float32(0.5)))
        error = self.add("Erf", self.add("Div", x, self.constant(np.float32(math.sqrt(2)))))
        return self.add("Mul", half, self.add("Add", error, self.constant(np.float32(1))))

    def reshaped(self, x: str, *shape: int) -> str:
        """``x`` in another shape; 0 keeps a length, -1 takes the rest."""
        return self.add("Reshape", x, self.constant(np.array(shape, np.int64)))

    def model(self, outputs: Mapping[str, tuple[int, Shape]]) -> Any:
        """The checked model."""
        given = [helper.make_tensor_value_info(name, kind, list(shape)) for name, (kind, shape) in outputs.items()]
        graph = helper.make_graph(self.nodes, "newsparse-english", self.inputs, given, [*self.initialisers.values()])
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)
        onnx.checker.check_model(model)
        return model


def encoder(weights: Weights, attention: int) -> Any:
    """The graph of the encoder: rows ``x`` of a window, and ``bias`` for what may be attended, to ``hidden``."""
    graph = Graph(weights)
    size = weights["norm.weight"].shape[0]
    x = graph.norm(graph.input("x", FLOAT, "subwords", size), "norm")
    bias = graph.input("bias", FLOAT, "subwords")
    layers = sum(name.endswith(".qkv.weight") for name in weights)
    for number in range(layers):
        x = _block(graph, x, bias, f"blocks.{number}", (attention, size // attention))
    graph.add("Identity", x, name=HIDDEN)
    return graph.model({HIDDEN: (FLOAT, ("subwords", size))})


def _block(graph: Graph, x: str, bias: str, name: str, shape: tuple[int, int]) -> str:
    """One transformer layer, as ``network.Block``; ``shape`` is the heads of attention and their size."""
    heads, size = shape
    joint = graph.reshaped(graph.linear(x, f"{name}.qkv"), -1, 3, heads, size)
    turned = graph.add("Transpose", joint, perm=[1, 2, 0, 3])
    query, key, value = (graph.add("Gather", turned, graph.constant(np.int64(i)), axis=0) for i in range(3))
    scaled = graph.add("Mul", query, graph.constant(np.float32(1 / math.sqrt(size))))
    scores = graph.add("MatMul", scaled, graph.add("Transpose", key, perm=[0, 2, 1]), name=f"{name}.scores")
    shares = graph.add("Softmax", graph.add("Add", scores, bias), axis=-1)
    mixed = graph.add("MatMul", shares, value, name=f"{name}.mixed")
    flat = graph.reshaped(graph.add("Transpose", mixed, perm=[1, 0, 2]), -1, heads * size)
    x = graph.norm(graph.add("Add", x, graph.linear(flat, f"{name}.out")), f"{name}.norm1")
    inner = graph.gelu(graph.linear(x, f"{name}.up"))
    return graph.norm(graph.add("Add", x, graph.linear(inner, f"{name}.down")), f"{name}.norm2")


def with_heads(model: Any, weights: Weights, together: Sequence[Sequence[int]]) -> Any:
    """The encoder ``model`` with all heads on the words whose first subwords ``first`` names.

    ``absent`` is added to the scores of links to words that only fill the shape. What the relation of two words is
    computed from comes as ``dependent`` and ``governor``.
    """
    graph = Graph(weights, model)
    words = graph.add("Gather", HIDDEN, graph.input("first", INT64, "words"), axis=0)
    absent = graph.input("absent", FLOAT, "words")
    for head in ("entity", "role"):
        graph.add("Softmax", graph.linear(words, f"tags.{head}"), name=head, axis=-1)
    graph.add("Identity", graph.linear(words, "tags.start"), name="start")
    _agreeing(graph, words, together)
    _pairs(graph, words, "arc")
    graph.add("Softmax", graph.add("Add", _pairs(graph, words, "link", "link.scores"), absent), name="link", axis=-1)
    for view, name in zip(_projected(graph, words, "relation"), ("dependent", "governor"), strict=True):
        graph.add("Identity", view, name=name)
    classes: dict[str, int] = {"start": 2, "tags": len(together)}
    classes |= {head: len(weights[f"tags.{head}.bias"]) for head in ("entity", "role")}
    classes |= dict.fromkeys(("dependent", "governor"), int(weights["relation.weight"].shape[1]))
    square: dict[str, Shape] = dict.fromkeys(("arc", "link"), ("words", "words"))
    shapes = {name: ("words", count) for name, count in classes.items()} | square
    return graph.model({name: (FLOAT, shape) for name, shape in shapes.items()})


def _agreeing(graph: Graph, words: str, together: Sequence[Sequence[int]]) -> str:
    """The scores of each row of ``together``, classes that occur on one word: the sums of what each head says."""
    weight = bias = ""
    for place, head in enumerate(TAGS):
        chosen = graph.constant(np.array([row[place] for row in together], np.int64))
        rows = graph.add("Gather", graph.weight(f"tags.{head}.weight"), chosen, axis=0)
        shifts = graph.add("Gather", graph.weight(f"tags.{head}.bias"), chosen, axis=0)
        weight = graph.add("Add", weight, rows) if weight else rows
        bias = graph.add("Add", bias, shifts) if bias else shifts
    product = graph.add("MatMul", words, graph.add("Transpose", weight, perm=[1, 0]))
    return graph.add("Add", product, bias, name="tags")


def _projected(graph: Graph, words: str, head: str) -> tuple[str, str]:
    """Both views of ``words``, each with a constant one appended, as ``network.Biaffine.project``."""
    counted = graph.add("Shape", words, end=1)
    shape = graph.add("Concat", counted, graph.constant(np.ones(1, np.int64)), axis=0)
    one = graph.add("Expand", graph.constant(np.ones((1, 1), np.float32)), shape)
    views = (graph.gelu(graph.linear(words, f"{head}.{side}")) for side in ("source", "target"))
    source, target = (graph.add("Concat", view, one, axis=1) for view in views)
    return source, target


def _pairs(graph: Graph, words: str, head: str, name: str = "") -> str:
    """The score of each pair of words: from x to."""
    source, target = _projected(graph, words, head)
    size = graph.weights[f"{head}.weight"].shape[1]
    left = graph.add("MatMul", source, graph.reshaped(graph.weight(f"{head}.weight"), size, size))
    return graph.add("MatMul", left, graph.add("Transpose", target, perm=[1, 0]), name=name or head)


def relations(weights: Weights) -> Any:
    """The graph of the scores of each ``dependent`` and its ``governor`` for every relation."""
    graph = Graph(weights)
    classes, size, _ = weights["relation.weight"].shape
    given = [graph.input(name, FLOAT, "words", size) for name in ("dependent", "governor")]
    turned = graph.add("Transpose", graph.weight("relation.weight"), perm=[1, 0, 2])
    mixed = graph.reshaped(graph.add("MatMul", given[0], graph.reshaped(turned, size, -1)), -1, classes, size)
    scores = graph.add("MatMul", mixed, graph.reshaped(given[1], 0, -1, 1))
    graph.add("Squeeze", scores, graph.constant(np.array([2])), name="relation")
    return graph.model({"relation": (FLOAT, ("words", classes))})
