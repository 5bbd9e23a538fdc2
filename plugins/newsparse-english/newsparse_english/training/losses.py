"""The losses of the heads."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from newsparse_english.network import ORDERED, Network
from newsparse_english.training.distil import FAR, near
from newsparse_english.training.paths import path_loss
from newsparse_english.training.tensors import IGNORE, Batch

PATH = ".path"
"""The end of the name of the loss of a head's whole sequences."""


def loss_of(
    network: Network, words: Tensor, batch: Batch, order: Mapping[str, tuple[Tensor, int]]
) -> dict[str, Tensor]:
    """The loss of each head on the encoded ``words`` of ``batch``, means over the words that have a label.

    ``order`` has, for heads whose classes mark spans, what bars one class after another, and the class of other words.
    """
    losses: dict[str, Tensor] = {}
    for name, head in network.tags.items():
        if name in batch.rows:
            rows = batch.rows[name]
            tags, scores = batch.labels[name][rows], head(network.head_noise(words[rows])).float()
            losses[name] = functional.cross_entropy(scores.flatten(0, 1), tags.flatten(), ignore_index=IGNORE)
            if name in ORDERED:
                bars, outside = order[name]
                losses[f"{name}{PATH}"] = path_loss(scores, tags, network.follows[name] + bars, outside=outside)
    if "arc" in batch.rows:
        losses |= _tree_losses(network, words, batch)
    if "link" in batch.rows:
        rows = batch.rows["link"]
        scores = network.link.pairs(words[rows]).float().masked_fill(~batch.present[rows].unsqueeze(1), FAR)
        losses["link"] = functional.cross_entropy(
            scores.flatten(0, 1), batch.labels["link"][rows].flatten(), ignore_index=IGNORE
        )
    return losses


def _tree_losses(network: Network, words: Tensor, batch: Batch) -> dict[str, Tensor]:
    rows = batch.rows["arc"]
    heads, kinds = batch.labels["arc"][rows], batch.labels["deprel"][rows]
    inside = near(batch.sentence[rows], batch.present[rows])
    scores = network.arc.pairs(words[rows]).float().masked_fill(~inside, FAR)
    named = network.relation.chosen(words[rows], heads.clamp(min=0)).float()
    return {
        "arc": functional.cross_entropy(scores.flatten(0, 1), heads.flatten(), ignore_index=IGNORE),
        "deprel": functional.cross_entropy(named.flatten(0, 1), kinds.flatten(), ignore_index=IGNORE),
    }


def weighted(losses: Mapping[str, Tensor], weights: Mapping[str, float]) -> Tensor:
    """The sum of the ``losses``, each times its weight."""
    return torch.stack([weights[name] * value for name, value in losses.items()]).sum()
