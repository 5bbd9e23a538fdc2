"""Takes out the inner columns of a network's transformer layers that the product after them needs least.

Of the columns that are left, the weights make up for each one that goes (structured pruning with second-order
information: ZipLM, Kurtic et al. 2023; OBS, Hassibi and Stork 1993).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import cast

import attrs
import torch
from torch import Tensor, nn

from newsparse_english.network import Block, Network
from newsparse_english.training.running import sixteen_bits
from newsparse_english.training.tensors import Batch

DAMPED = 1e-4
"""This share of the mean square of the inner columns is added to each, so that columns that are alike differ."""


@torch.no_grad()
def narrower(network: Network, inner: int, batches: Iterable[Batch]) -> Network:
    """A network with only ``inner`` of the inner columns of each layer of ``network``, chosen on ``batches``.

    Raises ``ValueError`` if it has no more than ``inner``.
    """
    if inner >= network.sizes.inner:
        raise ValueError(f"the layers have {network.sizes.inner} inner columns: give fewer")
    state = network.state_dict()
    for number, squares in enumerate(_squares(network, batches)):
        block = cast("Block", network.blocks[number])
        kept, weight = chosen(squares, torch.cat([block.down.weight, block.down.bias[:, None]], 1).T.double(), inner)
        state[f"blocks.{number}.up.weight"] = block.up.weight[kept]
        state[f"blocks.{number}.up.bias"] = block.up.bias[kept]
        state[f"blocks.{number}.down.weight"] = weight[:-1].T.float()
        state[f"blocks.{number}.down.bias"] = weight[-1].float()
    result = Network(attrs.evolve(network.sizes, inner=inner))
    result.load_state_dict(state)
    return result


def chosen(squares: Tensor, weight: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """The ``count`` columns whose product with ``weight`` is nearest to that of all, and the weights for them.

    ``squares`` (columns + 1, twice) are the columns' products with each other and with a last column of ones, which
    stays; ``weight`` is columns + 1 x outputs. One column goes at a time, the one that changes the product least.
    """
    size = len(squares) - 1
    damp = DAMPED * squares.diagonal()[:size].mean()
    inverse = torch.linalg.inv(squares + damp * torch.eye(size + 1, dtype=squares.dtype))
    weight, left = weight.clone(), torch.ones(size + 1, dtype=torch.bool)
    for _ in range(size - count):
        cost = weight.square().sum(1) / inverse.diagonal()
        cost[~left], cost[size] = torch.inf, torch.inf
        at = int(cost.argmin())
        column = inverse[:, at] / inverse[at, at]
        weight -= column[:, None] * weight[at]
        inverse -= column[:, None] * inverse[at].clone()
        left[at] = False
        inverse[at, at] = 1.0  # it is never divided by again, and must not be zero
    kept = left[:size].nonzero()[:, 0]
    return kept, weight[left]


def _squares(network: Network, batches: Iterable[Batch]) -> list[Tensor]:
    """For each layer its inner columns' products with each other and with ones, over the subwords of ``batches``."""
    size = network.sizes.inner + 1
    result = [torch.zeros(size, size, dtype=torch.float64) for _ in network.blocks]
    present: list[Tensor] = []

    def read(found: Tensor, _module: nn.Module, given: tuple[Tensor]) -> None:
        rows = given[0].float()[present[-1]]
        rows = torch.cat([rows, rows.new_ones(len(rows), 1)], 1)
        found += (rows.T @ rows).double()

    hooks = [
        cast("Block", block).down.register_forward_pre_hook(partial(read, found))
        for block, found in zip(network.blocks, result, strict=True)
    ]
    network.eval()
    for batch in batches:
        inputs = batch.inputs
        present.append(inputs.mask)
        with sixteen_bits(inputs.ids.device):
            network.encode(inputs.ids, inputs.mask, inputs.first, inputs.features)
    for hook in hooks:
        hook.remove()
    return result
