"""The vectors of words that the heads of a network read, to try out a new head without training the encoder."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from newsparse_english.network import Network
from newsparse_english.tokens import Word, tokenize
from newsparse_english.windows import WordEncoder, stretches


@torch.inference_mode()
def frozen(network: Network, encoder: WordEncoder, text: str) -> tuple[list[Word], NDArray[np.float16]]:
    """The words of ``text`` and their vectors (words x hidden), read in the windows that the model reads."""
    words = tokenize(text)
    texts, gaps = [word.text for word in words], [word.gap for word in words]
    found = np.zeros((len(words), network.sizes.hidden), np.float16)
    for at in stretches(texts, gaps):
        window = encoder.encode(texts[at.first : at.last], gaps[at.first : at.last])
        ids, first, features = (
            torch.from_numpy(part)[None].long() for part in (window.ids, window.first, window.features)
        )
        vectors = network.encode(ids, torch.ones_like(ids, dtype=torch.bool), first, features)[0]
        found[at.begin : at.end] = vectors[at.begin - at.first : at.end - at.first].float().numpy()
    return words, found
