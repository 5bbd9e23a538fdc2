"""The float network of a packed model, and analysis with a network that is still being trained."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from newsparse_english.embedding import Embeddings
from newsparse_english.engine import Arrays
from newsparse_english.labels import TAGS, Labels
from newsparse_english.model import Model, described
from newsparse_english.network import ORDERED, Network, Sizes
from newsparse_english.packed import ABOUT, check
from newsparse_english.training.weights import floats


def sixteen_bits(device: torch.device) -> torch.autocast:
    """Computes in 16 bits where that is fast: not on processors without instructions for it."""
    fast = device.type != "cpu" or bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
    return torch.autocast(device.type, torch.bfloat16, enabled=fast)


def packed_network(place: Path) -> tuple[Network, Labels]:
    """The float network in the folder ``place`` and its labels; raises as ``Model.load`` does."""
    check(place)
    _, labels = described(place / ABOUT)
    sizes = Sizes(**json.loads((place / ABOUT).read_text("utf-8"))["sizes"])
    with torch.random.fork_rng(devices=()):  # what is drawn here leaves the caller's random numbers as they were
        network = Network(sizes)
    state = {name: torch.from_numpy(value) for name, value in floats(place).items()}
    state |= {f"follows.{head}": torch.tensor(labels.follows[head]) for head in ORDERED}
    network.load_state_dict(state, assign=True)
    return network.eval(), labels


class TorchEngine:
    """Runs a torch network in the way the exported graphs are run."""

    def __init__(self, network: Network, labels: Labels) -> None:
        self.network = network.eval()
        self.together = torch.tensor(labels.together)

    @torch.inference_mode()
    def windows(self, given: Iterable[Arrays]) -> Iterator[Arrays]:
        """See ``newsparse_english.engine.Engine``."""
        for item in given:
            yield self._window(item)

    def _window(self, item: Arrays) -> Arrays:
        network = self.network
        x, bias, first, absent = (torch.from_numpy(item[name]) for name in ("x", "bias", "first", "absent"))
        x = network.norm(x[None])
        for block in network.blocks:
            x = block(x, bias.view(1, 1, 1, -1))
        words = x[:, first]
        logits = {name: head(words)[0] for name, head in network.tags.items()}
        dependent, governor = network.relation.project(words)
        spans = {name: logits[name].softmax(-1) for name in ("entity", "role", "nested") if name in logits}
        found = spans | {
            "start": logits["start"],
            "tags": sum(logits[name][:, self.together[:, place]] for place, name in enumerate(TAGS)),
            "arc": network.arc.pairs(words)[0],
            "link": (network.link.pairs(words)[0] + absent).softmax(-1),
            "dependent": dependent[0],
            "governor": governor[0],
        }
        return {name: torch.as_tensor(value).numpy() for name, value in found.items()}

    @torch.inference_mode()
    def relations(self, dependent: NDArray[np.float32], governor: NDArray[np.float32]) -> NDArray[np.float32]:
        """See ``newsparse_english.engine.Engine``."""
        weight = self.network.relation.weight
        scores = torch.einsum("wi,cij,wj->wc", torch.from_numpy(dependent), weight, torch.from_numpy(governor))
        found: NDArray[np.float32] = scores.numpy()
        return found

    @property
    def threads(self) -> int:
        """See ``newsparse_english.engine.Engine``."""
        return torch.get_num_threads()

    def limit_threads(self, count: int) -> None:
        """See ``newsparse_english.engine.Engine``."""
        torch.set_num_threads(count)


def reader(network: Network, labels: Labels, tokenizer: Tokenizer) -> Model:
    """A model that reads texts with ``network``."""
    names = ("word.weight", "position.weight", *(f"features.{number}.weight" for number in range(3)))
    state = network.state_dict()
    embeddings = Embeddings({name: state[name].float().numpy() for name in names})
    return Model(TorchEngine(network, labels), embeddings, labels, tokenizer)
