"""The trained model at run time: texts in, words with their layers out; every window of a text is read alone."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from newsparse.errors import ModelDamagedError
from newsparse_english.decode import Attributed, Run, attributed, best_tags, inside, joined, order, runs, within
from newsparse_english.embedding import Embeddings
from newsparse_english.engine import Arrays, Engine, start
from newsparse_english.hardware import threads
from newsparse_english.labels import TAGS, Labels
from newsparse_english.lemmas import Table, read
from newsparse_english.packed import ABOUT, AGAIN, BYTES, DEFAULT, EMBEDDINGS, LEMMAS, SUBWORDS, check, folder, place
from newsparse_english.possessors import attach
from newsparse_english.precisions import Choice, choose
from newsparse_english.tokens import Word, is_title, tokenize
from newsparse_english.trees import forest
from newsparse_english.windows import SPECIAL, Encoded, Stretch, WordEncoder, stretches

LAYERS = frozenset({"tags", "trees", "mentions", "attributions"})
"""The layers that can be computed in addition to words and sentences."""

STEP = 8
"""Windows are filled up to a multiple of so many subwords and words, since engines prepare each shape they meet."""

SEARCHED = 64
"""Windows whose spans are searched together, at most."""

FAR = np.float32(-1e4)
"""What is added to the scores of padding."""

ORDER = {"entity": "entity", "role": "role", "nested": "role"}
"""Each head that marks spans, and the head whose order of classes it has."""

SHARES = {"entity": 0.1, "role": 0.5}
"""How much an order counts that was counted and not learned, by head; tuned on the dev parts."""


@attrs.define
class Analysis:
    """The words of a text with their layers; each list is as long as ``words``, or empty if not requested.

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
    window: Encoded

    @property
    def own(self) -> slice:
        """The words whose layers it decides, counted from its first word."""
        return slice(self.at.begin - self.at.first, self.at.end - self.at.first)


@attrs.frozen(eq=False)
class Scores:
    """The probabilities from which a window's spans are found: of classes for each word, and of links between words."""

    piece: Piece
    entity: NDArray[np.float32] | None
    role: NDArray[np.float32] | None
    nested: NDArray[np.float32] | None
    link: NDArray[np.float32] | None


class Model:
    """The network with its labels and tokenizer. Thread-safe: after loading, only caches change.

    ``choice`` says which engine runs it in which number format, and why; it is None if the caller provides the engine.
    ``size`` is one of ``packed.SIZES``, and None for other weights.
    """

    def __init__(
        self,
        engine: Engine,
        embeddings: Embeddings,
        labels: Labels,
        tokenizer: Tokenizer,
        *,
        lemmas: Table | None = None,
        choice: Choice | None = None,
        size: str | None = None,
    ) -> None:
        self.engine = engine
        self.choice = choice
        self.size = size
        self.embeddings = embeddings
        self.labels = labels
        self.lemmas = lemmas or {}
        self.tags = [[labels.names[head][i] for head, i in zip(TAGS, row, strict=True)] for row in labels.together]
        self.orders = {
            head: order(labels.names[head], np.array(labels.follows[like], np.float32))
            for head, like in ORDER.items()
            if head in labels.names
        }
        self.encoder = WordEncoder(tokenizer)

    @classmethod
    def load(
        cls,
        path: Path | None = None,
        *,
        size: str | None = None,
        precision: str | None = None,
        engine: str | None = None,
    ) -> Model:
        """The packed model in ``path``, or the package's model of that ``size``, run by ``engine`` in ``precision``.

        Without them, ``precisions.choose`` decides. Raises ``ModelMissingError`` (also for an engine),
        ``ModelDamagedError`` (digests, description, vocabulary), ``UnknownNameError`` for an unknown size, or
        ``ValueError`` for an unknown engine or precision, or for both a path and a size.
        """
        if path and size:
            raise ValueError("give a folder of weights or a size, not both.")
        where = path or folder(size)
        check(where)
        choice = choose(engine, precision, has_bytes=(where / BYTES).is_file())
        vocabulary, labels = described(where / ABOUT)
        tokenizer = Tokenizer.from_file(str(place(where, SUBWORDS)))
        _check_vocabulary(tokenizer, vocabulary, where)
        embeddings = Embeddings(load_file(place(where, EMBEDDINGS)))
        engine_of, name = start(where, choice, threads()), None if path else size or DEFAULT
        return cls(
            engine_of, embeddings, labels, tokenizer, lemmas=read(place(where, LEMMAS)), choice=choice, size=name
        )

    def analyse(self, texts: Sequence[str], layers: Collection[str] = LAYERS) -> list[Analysis]:
        """The analysis of each text, in order; ``layers`` names which of ``LAYERS`` to compute."""
        found = [_blank(tokenize(text), layers) for text in texts]
        pieces = [piece for analysis in found for piece in self._pieces(analysis)]
        answers = self.engine.windows(map(self._arrays, pieces))
        scores: list[Scores] = []
        for piece, answer in zip(pieces, answers, strict=True):
            scores.append(self._fill(piece, answer, layers))
            if len(scores) == SEARCHED:
                self._spans(scores)
                scores.clear()
        self._spans(scores)
        for analysis in found:
            analysis.mentions.sort(key=lambda run: run.first)
            analysis.attributions = joined(analysis.attributions)
            if "tags" in layers and "trees" in layers:
                attach(analysis.heads, analysis.deprels, analysis.upos, analysis.xpos)
        return found

    def _pieces(self, analysis: Analysis) -> Iterator[Piece]:
        words, gaps = [w.text for w in analysis.words], [w.gap for w in analysis.words]
        for stretch in stretches(words, gaps):
            read = slice(stretch.first, stretch.last)
            yield Piece(analysis, stretch, self.encoder.encode(words[read], gaps[read]))

    def _arrays(self, piece: Piece) -> Arrays:
        """The network's inputs, which depend on the window alone."""
        window = piece.window
        subwords, words = _filled(len(window.ids)), _filled(len(window.first))
        first = np.zeros(words, np.int64)
        first[: len(window.first)] = window.first
        return {
            "x": self.embeddings.read(window, subwords),
            "bias": _far_after(len(window.ids), subwords),
            "first": first,
            "absent": _far_after(len(window.first), words),
        }

    def _fill(self, piece: Piece, answer: Arrays, layers: Collection[str]) -> Scores:
        """Copies the layers of the words that the window decides; returns the scores from which its spans are found."""
        analysis, own, count = piece.analysis, piece.own, len(piece.window.first)
        place = slice(piece.at.begin, piece.at.end)
        starts = self._starts(piece, answer["start"][:count])
        analysis.starts[place] = starts[own].tolist()
        if "tags" in layers:
            tags = [self.tags[row] for row in answer["tags"][own].argmax(-1).tolist()]
            for number, field in enumerate((analysis.upos, analysis.xpos, analysis.feats)):
                field[place] = [chosen[number] for chosen in tags]
        if "trees" in layers:
            heads = forest(answer["arc"][:count, :count], starts)[own]
            analysis.heads[place] = (heads + piece.at.first).tolist()
            analysis.deprels[place] = self._relations(answer["dependent"][own], answer["governor"][heads])
        return Scores(
            piece,
            answer["entity"][:count].copy() if "mentions" in layers else None,
            answer["role"][:count].copy() if "attributions" in layers else None,
            answer["nested"][:count].copy() if "attributions" in layers and "nested" in answer else None,
            answer["link"][:count, :count].copy() if "attributions" in layers else None,
        )

    def _spans(self, scores: Sequence[Scores]) -> None:
        """Finds the spans of some windows; each belongs to the window in which it begins."""
        for item, found in self._runs("entity", [(item, item.entity) for item in scores]):
            first, own = item.piece.at.first, item.piece.own
            mentions = item.piece.analysis.mentions
            mentions.extend(_moved(run, first) for run in found if own.start <= run.first < own.stop)
        nested = dict(self._runs("nested", [(item, item.nested) for item in scores]))
        for item, found in self._runs("role", [(item, item.role) for item in scores]):
            if item.link is not None:
                self._attribute(item.piece, [*attributed(found, item.link), *inside(nested.get(item, ()), found)])

    def _starts(self, piece: Piece, scores: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Where sentences start: by the model, at the edges of what a window answers for, and after a blank line.

        None starts after a title with its full stop: "Lt. Gov. Ada Brook".
        """
        at, words = piece.at, piece.analysis.words
        starts = scores[:, 1] > scores[:, 0]
        starts[[index - at.first + 1 for index in range(at.first, at.last - 1) if is_title(words[index])]] = False
        forced = [index for index in range(at.first, at.last) if words[index].after_blank_line]
        forced += {at.first, at.begin, at.end} - {at.last}
        starts[[index - at.first for index in forced]] = True
        return starts

    def _relations(self, dependent: NDArray[np.float32], governor: NDArray[np.float32]) -> list[str]:
        count, names = len(dependent), self.labels.names["deprel"]
        pairs = np.zeros((2, _filled(count), dependent.shape[1]), np.float32)
        pairs[0, :count], pairs[1, :count] = dependent, governor
        scores = self.engine.relations(*pairs)
        return [names[row] for row in scores[:count].argmax(-1).tolist()]

    def _attribute(self, piece: Piece, found: Sequence[Attributed]) -> None:
        first, own = piece.at.first, piece.own
        for item in found:
            content = within(item.content, own.start, own.stop)
            if content:
                parts = ([_moved(run, first) for run in part] for part in (item.cue, item.source, content))
                piece.analysis.attributions.append(Attributed(*parts))

    def _runs(
        self, head: str, windows: Sequence[tuple[Scores, NDArray[np.float32] | None]]
    ) -> Iterator[tuple[Scores, list[Run]]]:
        known = [(item, table) for item, table in windows if table is not None]
        if not known:
            return
        names = self.labels.names[head]
        paths = best_tags([table for _, table in known], self.orders[head])
        for (item, table), path in zip(known, paths, strict=True):
            yield item, runs([names[i] for i in path.tolist()], table[np.arange(len(path)), path].tolist())


def _filled(count: int) -> int:
    return STEP * -(-count // STEP)


def _far_after(count: int, size: int) -> NDArray[np.float32]:
    far = np.zeros(size, np.float32)
    far[count:] = FAR
    return far


def described(path: Path) -> tuple[int, Labels]:
    """The number of subwords, and the labels, as ``model.json`` in ``path`` has them."""
    try:
        about = json.loads(path.read_text("utf-8"))
        classes = {head: tuple(names) for head, names in about["labels"].items()}
        shares = SHARES | about.get("shares", {})
        follows = {
            head: tuple(tuple(shares[head] * gain for gain in row) for row in table)
            for head, table in about["follows"].items()
        }
        return int(about["sizes"]["vocabulary"]), Labels(classes, tuple(map(tuple, about["together"])), follows)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{path} does not describe a model: {type(error).__name__}: {error}."
        raise ModelDamagedError(message, hint=AGAIN) from error


def _check_vocabulary(tokenizer: Tokenizer, vocabulary: int, where: Path) -> None:
    """Raises ``ModelDamagedError`` for subwords unknown to the network, or special ones with other numbers."""
    special = {name: tokenizer.token_to_id(name) for name in SPECIAL}
    if special != SPECIAL or max(tokenizer.get_vocab().values()) >= vocabulary:
        message = f"the tokenizer in {where} does not fit the network: its special subwords differ, or it has too many."
        raise ModelDamagedError(message, hint=AGAIN)


def _moved(run: Run, by: int) -> Run:
    return Run(run.first + by, run.last + by, run.label, run.confidence)


def _blank(words: list[Word], layers: Collection[str]) -> Analysis:
    tags = [""] * len(words) if "tags" in layers else []
    trees = [0] * len(words) if "trees" in layers else []
    return Analysis(words, [0] * len(words), tags, list(tags), list(tags), trees, [""] * len(trees), [], [])
