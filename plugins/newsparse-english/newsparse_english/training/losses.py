"""The losses of the heads."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional

from newsparse_english.network import Network
from newsparse_english.tensors import IGNORE, Batch
from newsparse_english.training.distil import FAR, near


def loss_of(network: Network, words: Tensor, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head on the encoded ``words`` of ``batch``, means over the words that have a label."""
    losses, labels = {}, batch.labels
    for name, head in network.tags.items():
        if name in labels and bool((labels[name] != IGNORE).any()):
            losses[name] = functional.cross_entropy(
                head(network.head_noise(words)).float().flatten(0, 1), labels[name].flatten(), ignore_index=IGNORE
            )
    if "arc" in labels:
        known = labels["arc"] != IGNORE
        rows = known.any(1)
        inside = near(batch.sentence[rows], batch.present[rows])
        scores = network.arc.pairs(words[rows]).float().masked_fill(~inside, FAR)
        losses["arc"] = functional.cross_entropy(
            scores.flatten(0, 1), labels["arc"][rows].flatten(), ignore_index=IGNORE
        )
        to = labels["arc"][rows].clamp(min=0)
        kinds = network.relation.chosen(words[rows], to).float()
        losses["deprel"] = functional.cross_entropy(
            kinds.flatten(0, 1), labels["deprel"][rows].flatten(), ignore_index=IGNORE
        )
    if "link" in labels and bool((labels["link"] != IGNORE).any()):
        rows = (labels["link"] != IGNORE).any(1)
        scores = network.link.pairs(words[rows]).float().masked_fill(~batch.present[rows].unsqueeze(1), FAR)
        losses["link"] = functional.cross_entropy(
            scores.flatten(0, 1), labels["link"][rows].flatten(), ignore_index=IGNORE
        )
    return losses
