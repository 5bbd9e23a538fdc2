"""The network as ONNX graphs, node by node; weights keep the names that they have in ``model.safetensors``.

The graphs read one window at a time. Rows of the embeddings are looked up outside them, and so are the best classes:
``newsparse_english.model`` does both in numpy. Inside, a window has a first axis of length 1, the shape that engines
run fastest.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from newsparse_english.labels import TAGS

OPSET, IR = 17, 9
FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64
PRODUCT = ".product"
"""How the names of products with weights end."""

TURNED = ".turned"
"""What is added to the name of a packed weight for its transpose."""

ROWS = "#"
"""Between the name of a packed weight and the numbers of its first and last row, if only some rows are used."""

Weights = Mapping[str, NDArray[np.float32]]
Shape = tuple[str | int, ...]


class Graph:
    """Collects nodes and initialisers; most methods return the name of the tensor that they make."""

    def __init__(self, weights: Weights, *, constant: bool = False) -> None:
        """With ``constant``, whatever depends on weights alone is computed here rather than by nodes."""
        self.weights = weights
        self.is_constant = constant
        self.nodes: list[Any] = []
        self.inputs: list[Any] = []
        self.initialisers: dict[str, Any] = {}

    def input(self, name: str, kind: int, *shape: str | int) -> str:
        """An input of the graph."""
        self.inputs.append(helper.make_tensor_value_info(name, kind, list(shape)))
        return name

    def weight(self, name: str) -> str:
        """The packed weight of that name."""
        return self.constant(self.weights[name], name)

    def only(self, name: str) -> str:
        """The first and only matrix of the packed weight of that name."""
        if self.is_constant:
            return self.constant(self.weights[name][0], f"{name}.only")
        return self.reshaped(self.weight(name), *self.weights[name].shape[1:])

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

    def linear(self, x: str, layer: str, rows: slice | None = None) -> str:
        """``x`` through the linear layer of that name, or through those ``rows`` of it."""
        own = f"{ROWS}{rows.start}-{rows.stop}" if rows else ""
        part = rows or slice(None)
        weight = self.constant(self.weights[f"{layer}.weight"][part].T, f"{layer}.weight{own}{TURNED}")
        shift = self.constant(self.weights[f"{layer}.bias"][part], f"{layer}.bias{own}")
        return self.product(x, f"{layer}{own}", (weight, shift))

    def product(self, x: str, name: str, layer: tuple[str, str]) -> str:
        """``x`` through a linear layer, given as its turned weight and its bias."""
        return self.add("Add", self.add("MatMul", x, layer[0], name=f"{name}{PRODUCT}"), layer[1], name=name)

    def joined(self, name: str, layers: Sequence[str], together: Sequence[Sequence[int]] = ()) -> tuple[str, str]:
        """Several linear layers as one; first the sums of those of ``TAGS`` for each row of ``together``, if any."""
        kinds = ("weight", "bias")
        if self.is_constant:
            weight, shift = (np.concatenate(self._values(layers, together, kind)) for kind in kinds)
            return self.constant(weight.T, f"{name}.weight"), self.constant(shift, f"{name}.bias")
        parts = ([*self._sums(together, kind), *(self.weight(f"{layer}.{kind}") for layer in layers)] for kind in kinds)
        weight_name, shift_name = (self.add("Concat", *part, axis=0) for part in parts)
        return self.add("Transpose", weight_name, perm=[1, 0]), shift_name

    def _values(self, layers: Sequence[str], together: Sequence[Sequence[int]], kind: str) -> list[NDArray[np.float32]]:
        tables = zip(TAGS, zip(*together, strict=True), strict=False)
        sums = [self.weights[f"tags.{head}.{kind}"][list(chosen)] for head, chosen in tables]
        return [*([sum(sums[1:], sums[0])] if sums else []), *(self.weights[f"{layer}.{kind}"] for layer in layers)]

    def _sums(self, together: Sequence[Sequence[int]], kind: str) -> list[str]:
        """The rows of the linear layers of ``TAGS`` that ``together`` names, added up; nothing for nothing."""
        rows = [
            self.add("Gather", self.weight(f"tags.{head}.{kind}"), self.constant(np.array(chosen, np.int64)), axis=0)
            for head, chosen in zip(TAGS, zip(*together, strict=True), strict=False)
        ]
        return [reduce(lambda left, right: self.add("Add", left, right), rows)] if rows else []

    def split(self, x: str, lengths: Sequence[int]) -> list[str]:
        """``x`` cut along its last axis."""
        number = len(self.nodes)
        names = [f"Split.{number}.{place}" for place in range(len(lengths))]
        sizes = self.constant(np.array(lengths, np.int64))
        self.nodes.append(helper.make_node("Split", [x, sizes], names, name=f"Split.{number}", axis=-1))
        return names

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


def network(weights: Weights, attention: int, together: Sequence[Sequence[int]], *, constant: bool = False) -> Any:
    """The graph that reads a window: rows ``x``, ``bias`` for what may be attended, ``first`` subwords of words.

    ``absent`` is added to the scores of links to padding. The relation of two words is computed from the outputs
    ``dependent`` and ``governor``. With ``constant``, weights are never computed from other weights.
    """
    graph = Graph(weights, constant=constant)
    size = weights["norm.weight"].shape[0]
    x = graph.norm(graph.reshaped(graph.input("x", FLOAT, "subwords", size), 1, -1, size), "norm")
    bias, first = graph.input("bias", FLOAT, "subwords"), graph.input("first", INT64, "words")
    last = sum(name.endswith(".qkv.weight") for name in weights) - 1
    for number in range(last + 1):
        x = _block(graph, x, bias, f"blocks.{number}", (attention, size // attention), first if number == last else "")
    return graph.model(_heads(graph, x, together))


def _block(graph: Graph, x: str, bias: str, name: str, shape: tuple[int, int], first: str) -> str:
    """One transformer layer, as ``network.Block``; ``shape`` is the heads of attention and their size.

    ``x`` is 1 x subwords x hidden. With ``first`` it computes only the rows that the heads read, from all rows.
    """
    heads, size = shape
    wide = heads * size
    read = graph.add("Gather", x, first, axis=1) if first else x
    query = graph.linear(read, f"{name}.qkv", slice(0, wide))
    query = graph.add("Mul", query, graph.constant(np.float32(size**-0.5)))
    key = graph.linear(x, f"{name}.qkv", slice(wide, 2 * wide))
    value = graph.linear(x, f"{name}.qkv", slice(2 * wide, 3 * wide))
    query, key, value = (
        graph.add("Transpose", graph.reshaped(each, 1, -1, heads, size), perm=OF_HEADS) for each in (query, key, value)
    )
    scores = graph.add("MatMul", query, graph.add("Transpose", key, perm=[0, 1, 3, 2]), name=f"{name}.scores")
    shares = graph.add("Softmax", graph.add("Add", scores, bias), axis=-1)
    mixed = graph.add("MatMul", shares, value, name=f"{name}.mixed")
    flat = graph.reshaped(graph.add("Transpose", mixed, perm=OF_HEADS), 1, -1, wide)
    x = graph.norm(graph.add("Add", read, graph.linear(flat, f"{name}.out")), f"{name}.norm1")
    inner = graph.gelu(graph.linear(x, f"{name}.up"))
    return graph.norm(graph.add("Add", x, graph.linear(inner, f"{name}.down")), f"{name}.norm2")


OF_HEADS = [0, 2, 1, 3]
"""How the axes of subwords and of attention's heads change places."""

VIEWS = tuple((head, side) for head in ("arc", "link", "relation") for side in ("source", "target"))
"""The heads that score pairs of words, each with its two views of a word."""


def _heads(graph: Graph, words: str, together: Sequence[Sequence[int]]) -> dict[str, tuple[int, Shape]]:
    """All heads on the encoded ``words``, in two products; returns the types and shapes of their outputs."""
    weights = graph.weights
    names = [f"{head}.{side}" for head, side in VIEWS]
    lengths = [len(weights[f"{name}.bias"]) for name in names]
    views = graph.gelu(graph.product(words, "views", graph.joined("views", names)))
    split = graph.split(graph.reshaped(views, -1, sum(lengths)), lengths)
    ones = _ones(graph, split[0])
    view = {name: graph.add("Concat", part, ones, axis=1) for name, part in zip(names, split, strict=True)}
    for side, name in (("source", "dependent"), ("target", "governor")):
        graph.add("Identity", view[f"relation.{side}"], name=name)
    _pairs(graph, view, "arc", "arc")
    absent = graph.input("absent", FLOAT, "words")
    graph.add("Softmax", graph.add("Add", _pairs(graph, view, "link", "link.scores"), absent), name="link", axis=-1)
    classes = _classes(graph, words, together)
    classes |= dict.fromkeys(("dependent", "governor"), int(weights["relation.weight"].shape[1]))
    square: dict[str, Shape] = dict.fromkeys(("arc", "link"), ("words", "words"))
    return {name: (FLOAT, shape) for name, shape in ({n: ("words", c) for n, c in classes.items()} | square).items()}


def _classes(graph: Graph, words: str, together: Sequence[Sequence[int]]) -> dict[str, int]:
    """The heads that give each word a class, in one product; returns how many classes each has."""
    classes = {"tags": len(together)}
    heads = [head for head in ("entity", "role", "start", "nested") if f"tags.{head}.bias" in graph.weights]
    classes |= {head: len(graph.weights[f"tags.{head}.bias"]) for head in heads}
    layers = [f"tags.{head}" for head in heads]
    scores = graph.product(words, "classes", graph.joined("classes", layers, together))
    scores = graph.reshaped(scores, -1, sum(classes.values()))
    parts = dict(zip(classes, graph.split(scores, list(classes.values())), strict=True))
    for head in ("entity", "role", *heads[3:]):
        graph.add("Softmax", parts[head], name=head, axis=-1)
    for head in ("tags", "start"):
        graph.add("Identity", parts[head], name=head)
    return classes


def _ones(graph: Graph, rows: str) -> str:
    """A column of ones, as long as ``rows``."""
    shape = graph.add("Concat", graph.add("Shape", rows, end=1), graph.constant(np.ones(1, np.int64)), axis=0)
    return graph.add("Expand", graph.constant(np.ones((1, 1), np.float32)), shape)


def _pairs(graph: Graph, view: Mapping[str, str], head: str, name: str) -> str:
    """The score of each pair of words: from x to."""
    left = graph.add("MatMul", view[f"{head}.source"], graph.only(f"{head}.weight"), name=f"{name}.left")
    return graph.add("MatMul", left, graph.add("Transpose", view[f"{head}.target"], perm=[1, 0]), name=name)


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
