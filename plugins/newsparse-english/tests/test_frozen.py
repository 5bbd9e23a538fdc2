"""Frozen vectors are what the heads of the model read."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

from newsparse_english.network import Network
from newsparse_english.packed import SUBWORDS, folder, place
from newsparse_english.training.frozen import frozen
from newsparse_english.training.running import packed_network, reader
from newsparse_english.windows import WordEncoder

LONG = "Nadia Holt of the Harrow Bank met Max Reyes in Oslo on Monday. Rain fell on the quay.\n" * 20


@pytest.fixture(scope="module")
def small() -> tuple[Network, Tokenizer, tuple[str, ...]]:
    """The small model's network, its tokenizer and its classes of names."""
    where = folder("small")
    network, labels = packed_network(where)
    return network, Tokenizer.from_file(str(place(where, SUBWORDS))), labels.names["entity"]


def test_a_head_finds_in_the_vectors_the_names_that_the_model_finds(
    small: tuple[Network, Tokenizer, tuple[str, ...]],
) -> None:
    network, tokenizer, classes = small
    words, vectors = frozen(network, WordEncoder(tokenizer), LONG)
    best = network.tags["entity"](torch.from_numpy(vectors.astype(np.float32))).argmax(-1)
    begun = [at for at, number in enumerate(best.tolist()) if classes[number].startswith("B-")]
    _, labels = packed_network(folder("small"))
    [analysis] = reader(network, labels, tokenizer).analyse([LONG], {"mentions"})
    assert [word.text for word in words] == [word.text for word in analysis.words]
    assert begun == [run.first for run in analysis.mentions]
    assert {"Nadia", "Max", "Oslo"} <= {words[at].text for at in begun}


def test_a_text_without_words_has_no_vectors(small: tuple[Network, Tokenizer, tuple[str, ...]]) -> None:
    network, tokenizer, _ = small
    words, vectors = frozen(network, WordEncoder(tokenizer), " \n")
    assert words == []
    assert vectors.shape == (0, network.sizes.hidden)
