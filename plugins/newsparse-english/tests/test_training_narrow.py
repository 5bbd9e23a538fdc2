"""Taking out inner columns of a network's layers: those that others can stand in for, and how they do."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from newsparse_english.network import Network, Sizes
from newsparse_english.training.batches import batched
from newsparse_english.training.narrow import chosen, narrower
from newsparse_english.training.tensors import Window
from newsparse_english.windows import Encoded

SIZES = Sizes(vocabulary=200, hidden=24, layers=2, attention=2, inner=32, arc=8, relation=8, link=8)


def window(seed):
    rng = np.random.default_rng(seed)
    size = int(rng.integers(4, 12))
    ids = np.concatenate(([101], rng.integers(105, 199, size), [102])).astype(np.int32)
    encoded = Encoded(ids, np.arange(1, size + 1, dtype=np.int32), np.zeros((size, 3), np.int8))
    return Window(encoded, {}, np.ones(size, np.int64))


BATCHES = batched(list(map(window, range(60))), subwords=120)


@pytest.fixture
def network():
    torch.manual_seed(5)
    return Network(SIZES).eval()


def vectors(network):
    read = [batch.inputs for batch in BATCHES]
    return torch.cat([network.encode(x.ids, x.mask, x.first, x.features)[x.first > 0] for x in read])


def with_columns_twice(network):
    """Of each layer the second half of the inner columns is the first half again."""
    for block in network.blocks:
        half = network.sizes.inner // 2
        block.up.weight.data[half:] = block.up.weight.data[:half]
        block.up.bias.data[half:] = block.up.bias.data[:half]
    return network


def test_columns_that_others_repeat_go_and_nothing_changes(network):
    twice = with_columns_twice(network)
    half = narrower(twice, 16, BATCHES)
    assert half.sizes.inner == 16
    assert half.blocks[1].up.weight.shape == (16, 24)
    torch.testing.assert_close(vectors(half), vectors(twice), atol=1e-2, rtol=0)
    for block, old in zip(half.blocks, twice.blocks, strict=True):
        assert {tuple(row) for row in block.up.weight.tolist()} == {tuple(row) for row in old.up.weight[:16].tolist()}


def test_what_is_left_makes_up_for_what_goes():
    torch.manual_seed(7)
    columns = torch.randn(400, 6, dtype=torch.float64) @ torch.randn(6, 12, dtype=torch.float64)
    columns += 0.1 * torch.randn(400, 12, dtype=torch.float64)
    ones = torch.cat([columns, torch.ones(400, 1, dtype=torch.float64)], 1)
    weight = torch.randn(13, 5, dtype=torch.float64)
    kept, new = chosen(ones.T @ ones, weight, 6)
    rows = [*kept.tolist(), 12]
    exact = ones @ weight

    def error(given):
        return float((ones[:, rows] @ given - exact).square().mean())

    best = torch.linalg.lstsq(ones[:, rows], exact).solution
    assert len(kept) == 6
    assert error(new) == pytest.approx(error(best), rel=0.02)
    assert error(new) < 0.2 * error(weight[rows])


def test_a_column_that_nothing_reads_goes_first():
    squares = torch.eye(5, dtype=torch.float64)
    weight = torch.tensor([[3.0], [0.1], [2.0], [0.0], [1.0]], dtype=torch.float64)
    assert chosen(squares, weight, 3)[0].tolist() == [0, 1, 2]
    assert chosen(squares, weight, 2)[0].tolist() == [0, 2]


def test_no_columns_can_be_added(network):
    with pytest.raises(ValueError, match="have 32 inner columns"):
        narrower(network, 32, BATCHES)
