"""Learning from the predictions of a larger model, also where a corpus has no labels (Hinton et al. 2015)."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from newsparse_english.network import Network
from newsparse_english.tensors import Batch, Window, pad
from newsparse_english.training.batches import batched

FAR = -1e4


@attrs.frozen(eq=False)
class Judged:
    """A window with the larger model's probabilities by head: words x classes, and words x words for arcs and links.

    ``heads`` are its best heads, for which ``soft["deprel"]`` is given; where the corpus has no sentences,
    ``window.sentence`` follows its sentence starts. ``vectors`` (words x hidden) are what its heads read.
    """

    window: Window
    soft: dict[str, NDArray[np.float16]]
    heads: NDArray[np.int64]
    vectors: NDArray[np.float16]


@torch.no_grad()
def smaller(network: Network, blocks: Sequence[int]) -> Network:
    """A network with some of the transformer layers of ``network``, and everything else unchanged.

    What the layers before the heads have learned is a better start than new weights (DistilBERT, Sanh et al. 2019).
    """
    result = Network(attrs.evolve(network.sizes, layers=len(blocks)))
    state = {name: value for name, value in network.state_dict().items() if not name.startswith("blocks.")}
    for number, block in enumerate(blocks):
        own = network.blocks[block].state_dict()
        state |= {f"blocks.{number}.{name}": value for name, value in own.items()}
    result.load_state_dict(state)
    return result


@torch.inference_mode()
def judge(teacher: Network, items: Sequence[Window], *, subwords: int = 8000) -> list[Judged]:
    """The predictions of ``teacher`` for all ``items``, in batches of at most ``subwords`` subwords."""
    teacher.eval()
    result: list[Judged] = []
    for group in batched(items, subwords=subwords, rng=None):
        batch = pad(group)
        with torch.autocast("cpu", torch.bfloat16):
            words = teacher.encode(batch.ids, batch.mask, batch.first, batch.features)
            soft = {name: head(words).float().softmax(-1) for name, head in teacher.tags.items()}
            sentence = _sentences(batch, group, soft["start"].argmax(-1))
            arcs = teacher.arc.pairs(words).float().masked_fill(~near(sentence, batch.present), FAR)
            soft["arc"], heads = arcs.softmax(-1), arcs.argmax(-1)
            soft["deprel"] = teacher.relation.chosen(words, heads).float().softmax(-1)
            links = teacher.link.pairs(words).float().masked_fill(~batch.present.unsqueeze(1), FAR)
            soft["link"] = links.softmax(-1)
        for row, window in enumerate(group):
            result.append(_judged(window, row, soft, heads, sentence, words))
    return result


def _sentences(batch: Batch, group: Sequence[Window], starts: Tensor) -> Tensor:
    """The number of each word's sentence: the corpus's, else the model's."""
    own = starts.cumsum(-1)
    known = torch.tensor(["start" in window.labels for window in group]).unsqueeze(-1)
    return torch.where(known, batch.sentence, own)


def _judged(
    window: Window, row: int, soft: dict[str, Tensor], heads: Tensor, sentence: Tensor, words: Tensor
) -> Judged:
    count = len(window.encoded.first)
    cut = {
        name: (table[row, :count, :count] if name in ("arc", "link") else table[row, :count]).half().numpy()
        for name, table in soft.items()
    }
    own = attrs.evolve(window, sentence=sentence[row, :count].numpy().copy())
    return Judged(own, cut, heads[row, :count].numpy().copy(), words[row, :count].half().numpy())


def near(sentence: Tensor, present: Tensor) -> Tensor:
    """Which pairs of words are in one sentence: batch x words x words."""
    return (sentence.unsqueeze(2) == sentence.unsqueeze(1)) & present.unsqueeze(1)


def soft_losses(network: Network, words: Tensor, batch: Batch, group: Sequence[Judged]) -> dict[str, Tensor]:
    """The cross-entropy of each head against the larger model's probabilities, means over all words.

    ``vectors``, where both networks have vectors of one size, is the mean squared distance of what the heads read.
    """
    wide = words.shape[1]
    present = batch.present
    logits: dict[str, Tensor] = {name: head(words) for name, head in network.tags.items()}
    logits["arc"] = network.arc.pairs(words).float().masked_fill(~near(batch.sentence, present), FAR)
    logits["link"] = network.link.pairs(words).float().masked_fill(~present.unsqueeze(1), FAR)
    heads = torch.zeros(len(group), wide, dtype=torch.long)
    for row, item in enumerate(group):
        heads[row, : len(item.heads)] = torch.from_numpy(item.heads)
    logits["deprel"] = network.relation.chosen(words, heads)
    result = {}
    for name, table in logits.items():
        wanted = torch.zeros(table.shape, dtype=torch.float16)
        for row, item in enumerate(group):
            found = torch.from_numpy(item.soft[name])
            wanted[row, : found.shape[0], : found.shape[1]] = found
        loss = -(wanted[present].float() * functional.log_softmax(table[present].float(), -1)).sum(-1)
        result[name] = loss.mean()
    if group[0].vectors.shape[-1] == words.shape[-1]:
        wanted = torch.from_numpy(np.concatenate([item.vectors for item in group])).float()
        result["vectors"] = functional.mse_loss(words[present].float(), wanted)
    return result
