"""The loss of whole sequences of tags, so that the order of tags is learned with them (Lafferty et al. 2001)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from newsparse_english.decode import BARRED, order


def barred(names: Sequence[str]) -> Tensor:
    """For BIO tags: ``BARRED`` where the second cannot follow the first, else 0; classes x classes."""
    return torch.from_numpy(order(names, np.zeros((len(names), len(names)), np.float32))[:-1])


def path_loss(scores: Tensor, tags: Tensor, follows: Tensor, *, outside: int) -> Tensor:
    """The mean negative logarithm, over words, of the probability of the right sequence of tags.

    ``scores`` are batch x words x classes; ``tags`` batch x words, negative after the last word; ``follows`` is what is
    added when one class (column) comes after another (row). The first word is treated as if after ``outside``.
    """
    scores = scores.float()
    known = tags >= 0
    tags = tags.clamp(min=0)
    before = torch.cat((torch.full_like(tags[:, :1], outside), tags[:, :-1]), 1)
    right = scores.gather(-1, tags.unsqueeze(-1)).squeeze(-1) + follows[before, tags]
    return (_total(scores, known, follows, outside) - (right * known).sum(1)).sum() / known.sum()


def _total(scores: Tensor, known: Tensor, follows: Tensor, outside: int) -> Tensor:
    """The logarithm of the sum over all sequences, for each row of the batch.

    Neighbouring steps are joined pair by pair, so that there are as many rounds as the number of words has binary
    digits.
    """
    classes = scores.shape[-1]
    nothing = torch.full((classes, classes), BARRED, device=scores.device).fill_diagonal_(0)
    first = follows[outside] + scores[:, 0]
    steps = torch.where(known[:, 1:, None, None], follows + scores[:, 1:, None, :], nothing)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat((steps, nothing.expand(len(steps), 1, -1, -1)), 1)
        steps = torch.logsumexp(steps[:, ::2, :, :, None] + steps[:, 1::2, None, :, :], 3)
    whole = torch.logsumexp(first[:, :, None] + steps[:, 0], 1) if steps.shape[1] else first
    return torch.logsumexp(whole, -1)
