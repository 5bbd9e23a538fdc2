"""The trained model at run time: texts in, words with their layers out; batches are sorted by length across texts."""

from __future__ import annotations

import hashlib
import itertools
import json
import math
from collections.abc import Collection, Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import torch
from safetensors import safe_open
from tokenizers import Tokenizer

from newsparse.errors import ModelDamagedError, ModelMissingError
from newsparse_english.batches import Batch, Window, pad
from newsparse_english.decode import Attributed, Run, attributed, best_tags, runs, tree
from newsparse_english.network import Network, Sizes
from newsparse_english.tokens import Word, tokenize
from newsparse_english.windows import LIMIT, WordEncoder, cuts

LAYERS = frozenset({"tags", "trees", "mentions", "attributions"})
"""What can be computed besides words and sentences."""

BATCH, STEP = 1024, 32
"""Subwords of a batch, and the step of the lengths that windows are padded to.

A matrix product may round otherwise when its shape is another, so all windows of one length run in one shape of batch:
then a text has the same layers alone and in any batch.
"""


@attrs.define
class Analysis:
    """The words of a text and what the model says of them; lists are as long as ``words`` or empty when not asked for.

    ``starts`` is 1 at the first word of a sentence; ``heads`` are indices of words, a root's its own.
    """

    words: list[Word]
    starts: list[int]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    heads: list[int]
    deprels: list[str]
    mentions: list[Run]
    attributions: list[Attributed]


def folder() -> Path:
    """The folder of the packed weights in the installed package."""
    return Path(str(resources.files(__package__).joinpath("weights")))


class Model:
    """The network with its labels and tokenizer. Reading is thread-safe: nothing changes after loading but a memory."""

    def __init__(self, network: Network, labels: dict[str, list[str]], tokenizer: Tokenizer) -> None:
        self.network = network.eval()
        self.labels = labels
        self.encoder = WordEncoder(tokenizer)
        native = torch.backends.cpu.get_cpu_capability() == "AVX512" and torch.ops.mkldnn._is_mkldnn_bf16_supported()
        self.dtype = torch.bfloat16 if native else torch.float32

    @classmethod
    def load(cls, path: Path | None = None) -> Model:
        """The packed model of ``path``; raises ``ModelMissingError`` or ``ModelDamagedError`` (digest, shapes)."""
        where = path or folder()
        if not (where / "model.json").exists():
            raise ModelMissingError(f"no model in {where}.", hint="Reinstall newsparse-english.")
        try:
            about = json.loads((where / "model.json").read_text("utf-8"))
            digest, sizes, labels = about["sha256"], Sizes(**about["sizes"]), about["labels"]
        except (ValueError, KeyError, TypeError) as error:
            message = f"{where / 'model.json'} is no description of a model: {type(error).__name__}: {error}."
            raise ModelDamagedError(message, hint="Reinstall newsparse-english.") from error
        weights = where / "model.safetensors"
        found = hashlib.sha256(weights.read_bytes()).hexdigest() if weights.exists() else "nothing"
        if found != digest:
            raise ModelDamagedError(f"{weights} does not match its digest.", hint="Reinstall newsparse-english.")
        with torch.device("meta"):
            network = Network(sizes)
        with safe_open(weights, "pt") as tensors:
            state = {name: tensors.get_tensor(name).float() for name in tensors.keys()}  # noqa: SIM118
        network.load_state_dict(state, assign=True)
        return cls(network, labels, Tokenizer.from_file(str(where / "tokenizer.json")))

    def analyse(self, texts: Sequence[str], layers: Collection[str] = LAYERS) -> list[Analysis]:
        """The analysis of each text; ``layers`` names those of ``LAYERS`` that are wanted."""
        found = [_blank(tokenize(text), layers) for text in texts]
        pieces: list[tuple[Analysis, int, Window]] = []
        for analysis in found:
            words, gaps = [w.text for w in analysis.words], [w.gap for w in analysis.words]
            edges = [*cuts(words, gaps), len(words)] if words else []
            for begin, end in itertools.pairwise(edges):
                encoded = self.encoder.encode(words[begin:end], gaps[begin:end])
                pieces.append((analysis, begin, Window(encoded, {}, np.zeros(end - begin, np.int64))))
        for group in _groups(pieces):
            self._fill(group, layers)
        for analysis in found:
            analysis.mentions.sort(key=lambda run: run.first)
            analysis.attributions.sort(key=lambda item: item.content[0].first)
        return found

    @torch.inference_mode()
    def _fill(self, group: list[tuple[Analysis, int, Window]], layers: Collection[str]) -> None:
        batch = pad([window for _, _, window in group], shape=_shape(group[0][2]))
        with torch.autocast("cpu", torch.bfloat16, enabled=self.dtype == torch.bfloat16):
            words = self.network.encode(batch.ids, batch.mask, batch.first, batch.features)
            starts = self._starts(words, group)
            scores = self._scores(words, layers)
            if "trees" in layers:
                heads = self._heads(words, starts, batch)
                scores["deprel"] = self.network.relation.chosen(words, heads)
                scores["arc"] = heads
        arrays = {name: value.float().numpy() for name, value in scores.items()}
        for row, (analysis, begin, window) in enumerate(group):
            size = len(window.sentence)
            analysis.starts[begin : begin + size] = starts[row, :size].tolist()
            self._row(analysis, begin, size, {name: value[row, :size] for name, value in arrays.items()})

    def _starts(self, words: torch.Tensor, group: list[tuple[Analysis, int, Window]]) -> torch.Tensor:
        """1 where a sentence starts: by the model, at the start of a window, and after a blank line."""
        starts: torch.Tensor = self.network.tags["start"](words).argmax(-1)
        starts[:, 0] = 1
        for row, (analysis, begin, window) in enumerate(group):
            for index in range(len(window.sentence)):
                if analysis.words[begin + index].after_blank_line:
                    starts[row, index] = 1
        return starts

    def _scores(self, words: torch.Tensor, layers: Collection[str]) -> dict[str, torch.Tensor]:
        heads = [("tags", ("upos", "xpos", "feats")), ("mentions", ("entity",)), ("attributions", ("role",))]
        wanted = [name for layer, names in heads if layer in layers for name in names]
        scores = {name: self.network.tags[name](words) for name in wanted}
        for name in {"entity", "role"} & set(wanted):
            scores[name] = scores[name].float().softmax(-1)
        if "attributions" in layers:
            scores["link"] = self.network.link.pairs(words).float().softmax(-1)
        return scores

    def _heads(self, words: torch.Tensor, starts: torch.Tensor, batch: Batch) -> torch.Tensor:
        """The heads of all words (batch x words), a tree within each sentence."""
        scores = self.network.arc.pairs(words).float().numpy()
        heads = torch.zeros_like(starts)
        for row, size in enumerate(batch.present.sum(1).tolist()):
            edges = [*np.flatnonzero(starts[row, :size].numpy()).tolist(), size]
            for first, last in itertools.pairwise(edges):
                heads[row, first:last] = torch.from_numpy(tree(scores[row, first:last, first:last]) + first)
        return heads

    def _row(self, analysis: Analysis, begin: int, size: int, scores: dict[str, Any]) -> None:
        for head, field in (("upos", "upos"), ("xpos", "xpos"), ("feats", "feats"), ("deprel", "deprels")):
            if head in scores:
                names = self.labels[head]
                getattr(analysis, field)[begin : begin + size] = [names[i] for i in scores[head].argmax(-1)]
        if "arc" in scores:
            analysis.heads[begin : begin + size] = [int(h) + begin for h in scores["arc"]]
        if "entity" in scores:
            found = runs(*self._tags("entity", scores["entity"]))
            analysis.mentions.extend(_moved(run, begin) for run in found)
        if "role" in scores:
            for item in attributed(*self._tags("role", scores["role"]), scores["link"][:, :size]):
                parts = ([_moved(r, begin) for r in part] for part in (item.cue, item.source, item.content))
                analysis.attributions.append(Attributed(*parts))

    def _tags(self, head: str, probabilities: Any) -> tuple[list[str], Any]:
        names = self.labels[head]
        path = best_tags(probabilities, names)
        return [names[i] for i in path], probabilities[np.arange(len(path)), path]


def _moved(run: Run, by: int) -> Run:
    return attrs.evolve(run, first=run.first + by, last=run.last + by)


def _blank(words: list[Word], layers: Collection[str]) -> Analysis:
    tags = [""] * len(words) if "tags" in layers else []
    trees = [0] * len(words) if "trees" in layers else []
    return Analysis(words, [0] * len(words), tags, list(tags), list(tags), trees, [""] * len(trees), [], [])


def _groups(pieces: list[tuple[Analysis, int, Window]]) -> Iterator[list[tuple[Analysis, int, Window]]]:
    ordered = sorted(pieces, key=lambda item: len(item[2].encoded.ids))
    for (rows, _, _), same in itertools.groupby(ordered, key=lambda item: _shape(item[2])):
        group = list(same)
        yield from (group[first : first + rows] for first in range(0, len(group), rows))


def _shape(window: Window) -> tuple[int, int, int]:
    """Rows, subwords and words of the batches that the window runs in; it depends on the window alone."""
    wide = STEP * math.ceil(len(window.encoded.ids) / STEP)
    return max(1, BATCH // wide), wide, min(wide, LIMIT)
