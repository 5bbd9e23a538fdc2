"""The trained model at run time: texts in, words with their layers out; batches are sorted by length across texts."""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import torch
from safetensors import safe_open
from tokenizers import Tokenizer

from newsparse.errors import ModelDamagedError
from newsparse_english.decode import Attributed, Run, attributed, best_tags, joined, order, runs, within
from newsparse_english.labels import TAGS, Labels
from newsparse_english.lemmas import Table, read
from newsparse_english.network import Network, Sizes, agreed
from newsparse_english.packed import AGAIN, check, folder
from newsparse_english.precisions import Precision, chosen
from newsparse_english.tensors import Batch, Window, pad
from newsparse_english.tokens import Word, tokenize
from newsparse_english.trees import forest
from newsparse_english.windows import CONTEXT, OWN, SPECIAL, Stretch, WordEncoder, stretches

LAYERS = frozenset({"tags", "trees", "mentions", "attributions"})
"""The layers that can be computed in addition to words and sentences."""

BATCH, STEP = 1024, 32
"""Subwords of a batch, and the step of the lengths that windows are padded to.

A matrix product may round differently in another shape, so all windows of one length run in batches of one shape: a
text gets the same layers alone and in any batch.
"""

ORDER = {"entity": 0.1, "role": 0.5}
"""The weight, for each head, of which class usually follows which; tuned on the dev parts."""


@attrs.define
class Analysis:
    """The words of a text with their layers; a list is as long as ``words``, or empty when its layer was not requested.

    ``starts`` is 1 at the first word of a sentence; ``heads`` are indices of words, and a root is its own head.
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


@attrs.frozen(eq=False)
class Piece:
    """A window of a text as the encoder reads it."""

    analysis: Analysis
    at: Stretch
    window: Window

    @property
    def own(self) -> slice:
        """The words whose layers it decides, counted from its first word."""
        return slice(self.at.begin - self.at.first, self.at.end - self.at.first)


class Model:
    """The network with its labels and tokenizer. Reading is thread-safe: after loading only a cache changes."""

    def __init__(
        self,
        network: Network,
        labels: Labels,
        tokenizer: Tokenizer,
        precision: Precision | None = None,
        *,
        lemmas: Table | None = None,
    ) -> None:
        self.precision = chosen(precision)
        self.network = network.eval()
        if self.precision == "bfloat16":
            self.network.halve()
        self.labels = labels
        self.lemmas = lemmas or {}
        self.together = torch.tensor(labels.together)
        self.tags = [[labels.names[head][i] for head, i in zip(TAGS, row, strict=True)] for row in labels.together]
        self.orders = {
            head: order(labels.names[head], np.array(labels.follows[head], np.float32), share)
            for head, share in ORDER.items()
        }
        self.encoder = WordEncoder(tokenizer)

    @classmethod
    def load(cls, path: Path | None = None, *, precision: Precision | None = None) -> Model:
        """The packed model of ``path``, run in ``precision`` (by default what ``precisions.chosen`` picks).

        Raises ``ModelMissingError``, ``ModelDamagedError`` (digests, description, vocabulary) or ``ValueError`` for
        another precision.
        """
        where = path or folder()
        check(where)
        sizes, labels = _described(where / "model.json")
        tokenizer = Tokenizer.from_file(str(where / "tokenizer.json"))
        _check_vocabulary(tokenizer, sizes, where)
        with torch.random.fork_rng(devices=()):  # what is drawn here leaves the caller's random numbers as they were
            network = Network(sizes)
        with safe_open(where / "model.safetensors", "pt") as tensors:
            state = {name: tensors.get_tensor(name).float() for name in tensors.keys()}  # noqa: SIM118
        network.load_state_dict(state, assign=True)
        return cls(network, labels, tokenizer, precision, lemmas=read(where / "lemmas.json"))

    def analyse(self, texts: Sequence[str], layers: Collection[str] = LAYERS) -> list[Analysis]:
        """The analysis of each text; ``layers`` names the ones of ``LAYERS`` to compute."""
        found = [_blank(tokenize(text), layers) for text in texts]
        for group in _groups([piece for analysis in found for piece in self._pieces(analysis)]):
            self._fill(group, layers)
        for analysis in found:
            analysis.mentions.sort(key=lambda run: run.first)
            analysis.attributions = joined(analysis.attributions)
        return found

    def _pieces(self, analysis: Analysis) -> Iterator[Piece]:
        words, gaps = [w.text for w in analysis.words], [w.gap for w in analysis.words]
        for stretch in stretches(words, gaps):
            read = slice(stretch.first, stretch.last)
            encoded = self.encoder.encode(words[read], gaps[read])
            size = stretch.last - stretch.first
            yield Piece(analysis, stretch, Window(encoded, {}, np.zeros(size, np.int64)))

    @torch.inference_mode()
    def _fill(self, group: list[Piece], layers: Collection[str]) -> None:
        batch = pad([piece.window for piece in group], shape=_shape(group[0].window))
        with torch.autocast("cpu", torch.bfloat16, enabled=self.precision == "bfloat16"):
            words = self.network.encode(batch.ids, batch.mask, batch.first, batch.features)
            starts = self._starts(words, group)
            scores = self._scores(words, layers)
            if "trees" in layers:
                heads = self._heads(words, starts, batch)
                scores["deprel"] = self.network.relation.chosen(words, heads)
                scores["arc"] = heads
        arrays = {name: value.float().numpy() for name, value in scores.items()}
        for row, piece in enumerate(group):
            own, size = piece.own, len(piece.window.sentence)
            piece.analysis.starts[piece.at.begin : piece.at.end] = starts[row, own].tolist()
            self._row(piece, {name: value[row, :size] for name, value in arrays.items()})

    def _starts(self, words: torch.Tensor, group: list[Piece]) -> torch.Tensor:
        """1 where a sentence starts: by the model, at the edges of a window, and after a blank line."""
        starts: torch.Tensor = self.network.tags["start"](words).argmax(-1)
        for row, piece in enumerate(group):
            at = piece.at
            edges = {at.first, at.begin, at.end} - {at.last}
            for index in range(at.first, at.last):
                if index in edges or piece.analysis.words[index].after_blank_line:
                    starts[row, index - at.first] = 1
        return starts

    def _scores(self, words: torch.Tensor, layers: Collection[str]) -> dict[str, torch.Tensor]:
        heads = [("mentions", "entity"), ("attributions", "role")]
        scores = {name: self.network.tags[name](words).float().softmax(-1) for layer, name in heads if layer in layers}
        if "tags" in layers:
            scores["tags"] = agreed([self.network.tags[name](words) for name in TAGS], self.together)
        if "attributions" in layers:
            scores["link"] = self.network.link.pairs(words).float().softmax(-1)
        return scores

    def _heads(self, words: torch.Tensor, starts: torch.Tensor, batch: Batch) -> torch.Tensor:
        """The heads of all words (batch x words), a tree within each sentence."""
        scores = self.network.arc.pairs(words).float().numpy()
        heads = torch.zeros_like(starts)
        for row, size in enumerate(batch.present.sum(1).tolist()):
            found = forest(scores[row, :size, :size], starts[row, :size].numpy() == 1)
            heads[row, :size] = torch.from_numpy(found)
        return heads

    def _row(self, piece: Piece, scores: dict[str, Any]) -> None:
        """Copies the layers of the words that the window decides; a span belongs to the window in which it begins."""
        analysis, first, own = piece.analysis, piece.at.first, piece.own
        place = slice(piece.at.begin, piece.at.end)
        if "tags" in scores:
            tags = [self.tags[int(i)] for i in scores["tags"][own]]
            for number, field in enumerate((analysis.upos, analysis.xpos, analysis.feats)):
                field[place] = [chosen[number] for chosen in tags]
        if "arc" in scores:
            analysis.heads[place] = [int(h) + first for h in scores["arc"][own]]
            names = self.labels.names["deprel"]
            analysis.deprels[place] = [names[i] for i in scores["deprel"][own].argmax(-1)]
        if "entity" in scores:
            found = runs(*self._tags("entity", scores["entity"]))
            analysis.mentions.extend(_moved(run, first) for run in found if own.start <= run.first < own.stop)
        if "role" in scores:
            size = len(scores["role"])
            for item in attributed(*self._tags("role", scores["role"]), scores["link"][:, :size]):
                content = within(item.content, own.start, own.stop)
                if content:
                    parts = ([_moved(r, first) for r in part] for part in (item.cue, item.source, content))
                    analysis.attributions.append(Attributed(*parts))

    def _tags(self, head: str, probabilities: Any) -> tuple[list[str], Any]:
        names = self.labels.names[head]
        path = best_tags(probabilities, self.orders[head])
        return [names[i] for i in path], probabilities[np.arange(len(path)), path]


def _described(path: Path) -> tuple[Sizes, Labels]:
    try:
        about = json.loads(path.read_text("utf-8"))
        classes = {head: tuple(names) for head, names in about["labels"].items()}
        follows = {head: tuple(map(tuple, table)) for head, table in about["follows"].items()}
        return Sizes(**about["sizes"]), Labels(classes, tuple(map(tuple, about["together"])), follows)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{path} does not describe a model: {type(error).__name__}: {error}."
        raise ModelDamagedError(message, hint=AGAIN) from error


def _check_vocabulary(tokenizer: Tokenizer, sizes: Sizes, where: Path) -> None:
    """Raises ``ModelDamagedError`` for subwords unknown to the network, or special ones with other numbers."""
    special = {name: tokenizer.token_to_id(name) for name in SPECIAL}
    if special != SPECIAL or max(tokenizer.get_vocab().values()) >= sizes.vocabulary:
        message = f"the tokenizer in {where} does not fit the network: its special subwords differ, or it has too many."
        raise ModelDamagedError(message, hint=AGAIN)


def _moved(run: Run, by: int) -> Run:
    return attrs.evolve(run, first=run.first + by, last=run.last + by)


def _blank(words: list[Word], layers: Collection[str]) -> Analysis:
    tags = [""] * len(words) if "tags" in layers else []
    trees = [0] * len(words) if "trees" in layers else []
    return Analysis(words, [0] * len(words), tags, list(tags), list(tags), trees, [""] * len(trees), [], [])


def _groups(pieces: list[Piece]) -> Iterator[list[Piece]]:
    ordered = sorted(pieces, key=lambda piece: len(piece.window.encoded.ids))
    for (rows, _, _), same in itertools.groupby(ordered, key=lambda piece: _shape(piece.window)):
        group = list(same)
        yield from (group[first : first + rows] for first in range(0, len(group), rows))


def _shape(window: Window) -> tuple[int, int, int]:
    """Rows, subwords and words of the batches that the window runs in; it depends on the window alone."""
    wide = STEP * math.ceil(len(window.encoded.ids) / STEP)
    return max(1, BATCH // wide), wide, min(wide, OWN + 2 * CONTEXT)
