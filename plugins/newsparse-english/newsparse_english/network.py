"""The network: a BERT encoder (Devlin et al. 2019; multilingual E5, Wang et al. 2024) with a head for each layer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, reduce

import attrs
import torch
from torch import Tensor, nn
from torch.nn import functional

from newsparse_english.windows import MARKS, SHAPES

ORDERED = ("entity", "role")
"""Heads that learn how much more or less likely one of their classes is after another."""


@attrs.frozen(kw_only=True)
class Sizes:
    """The dimensions of the network; those named after a head are its numbers of classes (0: it has no such head)."""

    vocabulary: int = 30522
    hidden: int = 384
    layers: int = 6
    attention: int = 12
    inner: int = 1536
    positions: int = 512
    buckets: int = 0
    arc: int = 256
    relation: int = 96
    link: int = 128
    upos: int = 17
    xpos: int = 50
    feats: int = 100
    deprel: int = 50
    entity: int = 19
    role: int = 7
    nested: int = 0


class Noise(nn.Module):
    """Dropout (Srivastava et al. 2014) while training; each call uses a random stretch of a pool drawn once.

    Drawing new random numbers for each call is serial on a CPU and costs as much as the layers themselves; on other
    devices they are drawn each time.
    """

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0

    def forward(self, x: Tensor) -> Tensor:
        """``x`` with a share of its values set to zero and the others scaled up."""
        if not self.training or not self.share:
            return x
        if x.device.type != "cpu":
            return functional.dropout(x, self.share)
        kept = pool(self.share)
        count = x.numel()
        start = int(torch.randint(len(kept) - count, ()))
        return x * kept[start : start + count].view(x.shape)


@cache
def pool(share: float, *, size: int = 1 << 25) -> Tensor:
    """The factors of dropout: ``size`` values, of which a ``share`` is zero; their mean is 1."""
    return (torch.rand(size) >= share).to(torch.bfloat16) / (1 - share)


class Block(nn.Module):
    """One transformer layer, normalised after each step as in BERT."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.attention = sizes.attention
        self.qkv = nn.Linear(sizes.hidden, 3 * sizes.hidden)
        self.out = nn.Linear(sizes.hidden, sizes.hidden)
        self.norm1 = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.up = nn.Linear(sizes.hidden, sizes.inner)
        self.down = nn.Linear(sizes.inner, sizes.hidden)
        self.norm2 = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.noise = Noise()

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """``x`` is batch x subwords x hidden, ``mask`` what to attend to (bool) or to add to the scores (float)."""
        batch, length, hidden = x.shape
        heads = self.qkv(x).view(batch, length, 3, self.attention, hidden // self.attention)
        query, key, value = heads.permute(2, 0, 3, 1, 4)
        if self.training and x.device.type == "cpu":
            with torch.autocast("cpu", enabled=False):
                mixed = functional.scaled_dot_product_attention(
                    query.float(), key.float(), value.float(), attn_mask=mask
                )
        else:
            added = mask if mask.dtype == torch.bool else mask.to(query.dtype)
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=added)
        x = self.norm1(x + self.noise(self.out(mixed.transpose(1, 2).reshape(batch, length, hidden))))
        result: Tensor = self.norm2(x + self.noise(self.down(functional.gelu(self.up(x)))))
        return result


class Biaffine(nn.Module):
    """Scores of pairs of words for one or more classes (Dozat and Manning 2017): batch x (classes x) from x to."""

    def __init__(self, hidden: int, size: int, classes: int = 1) -> None:
        super().__init__()
        self.source = nn.Linear(hidden, size)
        self.target = nn.Linear(hidden, size)
        self.weight = nn.Parameter(torch.zeros(classes, size + 1, size + 1))
        self.noise = Noise()

    def project(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Both views of ``words``, each with a constant 1 appended."""
        one = words.new_ones(*words.shape[:-1], 1)
        source = torch.cat((self.noise(functional.gelu(self.source(words))), one), -1)
        target = torch.cat((self.noise(functional.gelu(self.target(words))), one), -1)
        return source, target

    def pairs(self, words: Tensor) -> Tensor:
        """The score of each pair: batch x from x to (one class)."""
        source, target = self.project(words)
        return torch.bmm(source @ self.weight[0], target.transpose(1, 2))

    def chosen(self, words: Tensor, to: Tensor) -> Tensor:
        """The scores of the classes for each word and its partner ``to`` (batch x words): batch x words x classes."""
        source, target = self.project(words)
        partner = torch.gather(target, 1, to.unsqueeze(-1).expand(-1, -1, target.shape[-1]))
        classes = self.weight.shape[0]
        mixed = source @ self.weight.permute(1, 0, 2).reshape(source.shape[-1], -1)
        return (mixed.view(*source.shape[:2], classes, -1) @ partner.unsqueeze(-1)).squeeze(-1)


def agreed(scores: Sequence[Tensor], together: Tensor) -> Tensor:
    """The row of ``together`` (n x heads, classes that occur on one word) that is most probable for each word.

    ``scores`` has one tensor of logits per head, batch x words x classes; the result is batch x words. Normalising the
    logits would add the same to all rows, so it is left out.
    """
    chances = [head.float().index_select(-1, together[:, place]) for place, head in enumerate(scores)]
    return reduce(torch.add, chances).argmax(-1)


class Network(nn.Module):
    """The encoder and all heads."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        hidden = sizes.hidden
        self.word = nn.Embedding(sizes.vocabulary, hidden)
        self.position = nn.Embedding(sizes.positions, hidden)
        self.features = nn.ModuleList(nn.Embedding(n, hidden) for n in (SHAPES, max(MARKS.values()) + 1, 3))
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.noise = Noise()
        if sizes.buckets:
            self.distance = nn.Embedding(sizes.buckets, sizes.attention)
        self.blocks = nn.ModuleList(Block(sizes) for _ in range(sizes.layers))
        self.head_noise = Noise()
        tags = {"start": 2, "upos": sizes.upos, "xpos": sizes.xpos, "feats": sizes.feats}
        tags |= {"entity": sizes.entity, "role": sizes.role, "nested": sizes.nested}
        self.tags = nn.ModuleDict({name: nn.Linear(hidden, count) for name, count in tags.items() if count})
        self.follows = nn.ParameterDict({name: nn.Parameter(torch.zeros(tags[name], tags[name])) for name in ORDERED})
        self.arc = Biaffine(hidden, sizes.arc)
        self.relation = Biaffine(hidden, sizes.relation, sizes.deprel)
        self.link = Biaffine(hidden, sizes.link)

    def set_noise(self, *, encoder: float, heads: float) -> None:
        """The shares of dropout in the encoder and in what the heads read, while training."""
        for name, module in self.named_modules():
            if isinstance(module, Noise):
                module.share = encoder if name == "noise" or name.startswith("blocks.") else heads

    def encode(self, ids: Tensor, mask: Tensor, first: Tensor, features: Tensor) -> Tensor:
        """Vectors of words: ``ids`` and ``mask`` batch x subwords, ``first`` batch x words, ``features`` x 3."""
        positions = torch.arange(ids.shape[1], device=ids.device).clamp(max=self.sizes.positions - 1)
        x = self.word(ids) + self.position(positions)
        extra = sum(table(features[..., i]) for i, table in enumerate(self.features))
        extra = extra * (first > 0).unsqueeze(-1)
        x = x.scatter_add(1, first.unsqueeze(-1).expand(-1, -1, x.shape[-1]), extra.to(x.dtype))
        x = self.noise(self.norm(x))
        wide = mask[:, None, None, :]
        if self.sizes.buckets:
            classes = buckets(ids.shape[1], self.sizes.buckets).to(ids.device)
            wide = self.distance(classes).permute(2, 0, 1).masked_fill(~wide, -1e4)
        for block in self.blocks:
            x = block(x, wide)
        return torch.gather(x, 1, first.unsqueeze(-1).expand(-1, -1, x.shape[-1]))


def buckets(length: int, count: int, *, furthest: int = 128) -> Tensor:
    """Classes of distance of two subwords, ``length`` x ``length`` (Raffel et al. 2020; Song et al. 2020, MPNet).

    Half of the ``count`` classes are for earlier subwords; half of each half is exact, the rest grow to ``furthest``.
    """
    places = torch.arange(length)
    back = places[:, None] - places[None, :]
    half, exact = count // 2, count // 4
    far = exact + (back.abs().clamp(min=1) / exact).log() / math.log(furthest / exact) * (half - exact)
    size = torch.where(back.abs() < exact, back.abs(), far.long().clamp(max=half - 1))
    return size + half * (back < 0)
