"""Learning from the predictions of other models, also where a corpus has no labels (Hinton et al. 2015).

Several teachers are one: the mean of their probabilities is usually better than the best of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs
import torch
from torch import Tensor
from torch.nn import functional

from newsparse_english.network import Network
from newsparse_english.training.tensors import IGNORE, Batch

FAR = -1e4

SQUARE = ("arc", "link")
"""Heads that score pairs of words."""


@attrs.frozen(eq=False)
class Judged:
    """The teachers' predictions for a batch: probabilities by head, windows x words x classes (or words).

    ``heads`` are their best heads, for which ``soft["deprel"]`` is given; ``sentence`` follows their sentence starts
    where the corpus has no sentences. ``vectors`` (windows x words x hidden) are what the first teacher's heads read.
    """

    soft: dict[str, Tensor]
    heads: Tensor
    sentence: Tensor
    vectors: Tensor


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


@torch.no_grad()
def judge(teachers: Sequence[Network], batch: Batch) -> Judged:
    """The mean of the predictions of ``teachers``, who read ``batch.larger``, or the same subwords if there are none.

    A head that some of them lack is predicted by the others.
    """
    words = [
        teacher.encode(read.ids, read.mask, read.first, read.features)
        for teacher, read in zip(teachers, batch.larger or [batch.inputs] * len(teachers), strict=True)
    ]
    read = list(zip(teachers, words, strict=True))
    names = {name for teacher in teachers for name in teacher.tags}
    soft = {name: _mean([t.tags[name](w).float().softmax(-1) for t, w in read if name in t.tags]) for name in names}
    sentence = _sentences(batch, soft["start"].argmax(-1))
    inside, present = near(sentence, batch.present), batch.present.unsqueeze(1)
    soft["arc"] = _mean([t.arc.pairs(w).float().masked_fill(~inside, FAR).softmax(-1) for t, w in read])
    heads = soft["arc"].argmax(-1)
    soft["deprel"] = _mean([t.relation.chosen(w, heads).float().softmax(-1) for t, w in read])
    soft["link"] = _mean([t.link.pairs(w).float().masked_fill(~present, FAR).softmax(-1) for t, w in read])
    return Judged(soft, heads, sentence, words[0])


def corrected(judged: Judged, batch: Batch, outside: Mapping[str, int]) -> None:
    """Put the labels of names in the place of the predictions for words that the teachers leave out.

    ``outside`` has, for heads whose classes mark spans, the number of the class of all other words.
    """
    for head, other in outside.items():
        if head in batch.labels and head in judged.soft:
            gold, soft = batch.labels[head], judged.soft[head]
            missed = (gold != IGNORE) & (gold != other) & (soft.argmax(-1) == other)
            soft[missed] = functional.one_hot(gold[missed], soft.shape[-1]).to(soft.dtype)


def _mean(tables: Sequence[Tensor]) -> Tensor:
    return torch.stack(tuple(tables)).mean(0)


def _sentences(batch: Batch, starts: Tensor) -> Tensor:
    """The number of each word's sentence: the corpus's, else the teachers'."""
    sentence = starts.cumsum(-1)
    if "start" in batch.rows:
        rows = batch.rows["start"]
        sentence[rows] = batch.sentence[rows]
    return sentence


def near(sentence: Tensor, present: Tensor) -> Tensor:
    """Which pairs of words are in one sentence: batch x words x words."""
    return (sentence.unsqueeze(2) == sentence.unsqueeze(1)) & present.unsqueeze(1)


def soft_losses(network: Network, words: Tensor, batch: Batch, judged: Judged) -> dict[str, Tensor]:
    """The cross-entropy of each head against the teachers' probabilities, means over all words.

    Heads that no teacher has are left out. ``vectors``, where the first teacher has vectors of that size, is the mean
    squared distance of what the heads read.
    """
    present = batch.present
    logits: dict[str, Tensor] = {name: head(words) for name, head in network.tags.items() if name in judged.soft}
    logits["arc"] = network.arc.pairs(words).float().masked_fill(~near(judged.sentence, present), FAR)
    logits["link"] = network.link.pairs(words).float().masked_fill(~present.unsqueeze(1), FAR)
    logits["deprel"] = network.relation.chosen(words, judged.heads)
    count = present.sum()
    result = {}
    for name, table in logits.items():
        loss = -(judged.soft[name] * functional.log_softmax(table.float(), -1)).sum(-1)
        result[name] = (loss * present).sum() / count
    if judged.vectors.shape[-1] == words.shape[-1]:
        apart = (words.float() - judged.vectors.float()).square().mean(-1)
        result["vectors"] = (apart * present).sum() / count
    return result
