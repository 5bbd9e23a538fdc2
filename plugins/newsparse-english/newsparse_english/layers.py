"""From the model's analysis of a text to the layers of newsparse, without another library's document in between."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import repeat
from typing import Any

from newsparse.model import Annotation, Attribution, Layer, Mention, Sentence, Span, Token, distinct
from newsparse.model.making import made
from newsparse_english.decode import Run
from newsparse_english.hardware import instructions
from newsparse_english.lemmas import lemma
from newsparse_english.model import Analysis, Model

LEMMAS = 20_000
"""Words whose lemmas are remembered, at most."""

LINE_END_GAP = 2
"""The ``gap`` of a word after a line end."""


class EnglishBackend:
    """Runs the model and returns its layers."""

    def __init__(
        self, loaded: Model, layers: Collection[str], origin: str | None = None, *, model: str | None = None
    ) -> None:
        """Use the ``loaded`` model for ``layers``; ``origin`` and ``model`` as for ``StanzaBackend``."""
        self.layers = frozenset(layers)
        self.origin = origin
        self.model = model
        self.engine = loaded.choice.engine if loaded.choice else None
        self.precision = loaded.choice.precision if loaded.choice else None
        self._model = loaded
        self._lemma = lru_cache(LEMMAS)(partial(lemma, table=loaded.lemmas))

    def analyse(self, texts: Sequence[str]) -> list[list[Layer]]:
        """The layers of each text."""
        found = self._model.analyse(texts, self.layers)
        return [self._layers(text, analysis) for text, analysis in zip(texts, found, strict=True)]

    def limit_threads(self, count: int) -> None:
        """Use no more than ``count`` threads."""
        self._model.engine.limit_threads(count)

    def conditions(self) -> dict[str, str]:
        """How the model runs here: its size, engine, number format, threads and the processor's instructions."""
        known = {"engine": self.engine, "precision": self.precision} if self.engine and self.precision else {}
        size, threads = self._model.size or "own weights", str(self._model.engine.threads)
        return {"size": size, **known, "threads": threads, "processor": instructions()}

    def _layers(self, text: str, found: Analysis) -> list[Layer]:
        layers = [
            Layer("sentences", tuple(sentences(text, found, self.origin))),
            Layer("tokens", tuple(tokens(found, self._lemma, self.origin))),
        ]
        if "mentions" in self.layers:
            layers.append(Layer.of("mentions", distinct(mentions(text, found))))
        if "attributions" in self.layers:
            layers.append(Layer.of("attributions", distinct(attributions(text, found))))
        return layers


def sentences(text: str, found: Analysis, origin: str | None) -> Iterator[Sentence]:
    """The sentences, each from its first word to the next one's; a line end before one starts a paragraph."""
    words, paragraph = found.words, 0
    edges = [index for index, start in enumerate(found.starts) if start or index == 0]
    for first, last in zip(edges, [*edges[1:], len(words)], strict=True):
        paragraph += first > 0 and words[first].gap == LINE_END_GAP
        span = Span(words[first].start, words[last - 1].end)
        yield Sentence.make(text, span, first=first, last=last, paragraph=paragraph, origin=origin)


def tokens(found: Analysis, lemmas: Callable[[str, str | None], str], origin: str | None) -> list[Token]:
    """The words; those of one surface token share a group unless a sentence ends between them."""
    words = found.words
    count, known = len(words), dict[str, str]()
    surfaces = [known.setdefault(word.text, word.text) for word in words]  # the same words share their memory
    starts, ends = [word.start for word in words], [word.end for word in words]
    columns: dict[str, Iterable[Any]] = {
        "id": [f"token:{start}-{end}" for start, end in zip(starts, ends, strict=True)],
        "span": made(Span, count, {"start": starts, "end": ends}),
        "text": surfaces,
        "origin": repeat(origin),
        "group": _groups(found),
        "lemma": map(lemmas, surfaces, found.xpos or repeat(None)),
    }
    if found.upos:
        columns |= {"upos": found.upos, "xpos": found.xpos}
        columns |= {"feats": [None if feats == "_" else feats for feats in found.feats]}
    if found.heads:
        columns |= {"head": found.heads, "deprel": found.deprels}
    return made(Token, count, columns)


def _groups(found: Analysis) -> Iterator[int]:
    group, before = -1, -1
    for word, start in zip(found.words, found.starts, strict=False):
        group += start == 1 or word.group != before
        before = word.group
        yield group


def mentions(text: str, found: Analysis) -> Iterator[Annotation]:
    """The names and other mentions."""
    for run in found.mentions:
        yield Mention.make(text, _span(found, run), label=run.label, confidence=run.confidence)


def attributions(text: str, found: Analysis) -> Iterator[Annotation]:
    """The attributions; the confidence of each is the lowest among the pieces of its content."""
    for item in found.attributions:
        content, cue, source = (
            tuple(_span(found, run) for run in part) for part in (item.content, item.cue, item.source)
        )
        confidence = min(run.confidence for run in item.content)
        yield Attribution.make(text, *content, content=content, cue=cue, source=source, confidence=confidence)


def _span(found: Analysis, run: Run) -> Span:
    return Span(found.words[run.first].start, found.words[run.last - 1].end)
