"""The model as processors of Stanza: ``stanza.Pipeline`` runs it and returns an ordinary Stanza document.

Importing this module registers the processor ``newsparse``. It sets two properties on the document, because
Stanza's spans end at surface tokens and Stanza has no attributions: ``newsparse_mentions`` and
``newsparse_attributions``, lists of dicts with code-point offsets.
"""

from __future__ import annotations

import tempfile
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from pathlib import Path
from typing import Any

import stanza
from stanza.models.common.doc import Document
from stanza.pipeline.processor import Processor, register_processor

from newsparse_english.decode import Run
from newsparse_english.lemmas import Table, lemma
from newsparse_english.model import LAYERS, Analysis, Model
from newsparse_english.packed import complete, folder

NAME = "newsparse"


def _add_property(name: str) -> None:
    """Adds a writable property to Stanza's documents, once."""
    if not hasattr(Document, name):
        Document.add_property(name, default=None, setter=lambda self, value: setattr(self, f"_{name}", value))


_add_property("newsparse_mentions")
_add_property("newsparse_attributions")


@register_processor(NAME)
class EnglishProcessor(Processor):  # type: ignore[misc]
    """Fills an empty document with the layers of the model."""

    PROVIDES_DEFAULT = frozenset({NAME, "tokenize", "mwt", "pos", "lemma", "depparse", "ner"})
    REQUIRES_DEFAULT: frozenset[str] = frozenset()

    def __init__(self, config: dict[str, Any], pipeline: Any, device: str) -> None:
        super().__init__(config, pipeline, device)
        path = config.get("weights")
        self._layers = frozenset(config.get("layers", "tags trees mentions attributions").split())
        own = {name: config.get(name) for name in ("size", "precision", "engine")}
        self._model = Model.load(Path(path) if path else None, **own)

    def process(self, document: Any) -> Any:
        """The filled ``document``."""
        return self.bulk_process([document])[0]

    def bulk_process(self, documents: list[Any]) -> list[Any]:
        """The filled ``documents``; their windows are batched together."""
        texts = [document if isinstance(document, str) else document.text for document in documents]
        return [
            as_stanza(text, found, self._model.lemmas)
            for text, found in zip(texts, self._model.analyse(texts, self._layers), strict=True)
        ]


def pipeline(
    layers: Collection[str] = LAYERS,
    *,
    model: Path | str | None = None,
    size: str | None = None,
    precision: str | None = None,
    engine: str | None = None,
) -> Any:
    """A ``stanza.Pipeline`` that runs the model offline; arguments and errors as for ``Model.load`` and ``analyse``."""
    complete(Path(model) if model else folder(size))  # Stanza takes a missing file for a missing download
    with tempfile.TemporaryDirectory() as home:
        Path(home, "resources.json").write_text("{}", "utf-8")
        given = {
            "weights": model,
            "size": size,
            "precision": precision,
            "engine": engine,
            "layers": " ".join(sorted(layers)),
        }
        options = {f"{NAME}_{name}": str(value) for name, value in given.items() if value is not None}
        options[f"{NAME}_layers"] = " ".join(sorted(layers))
        return stanza.Pipeline(
            "en", dir=home, package=None, processors={NAME: "default"}, allow_unknown_language=True,
            download_method=None, use_gpu=False, verbose=False, **options,
        )  # fmt: skip


def as_stanza(text: str, found: Analysis, lemmas: Table) -> Any:
    """The analysis of ``text`` as a Stanza document, with lemmas by the dictionary ``lemmas``."""
    document = Document(_sentences(text, found, lemmas), text=text)
    document.newsparse_mentions = [
        {"start": a, "end": b, "label": run.label, "confidence": run.confidence}
        for run in found.mentions
        for a, b in [_span(found, run)]
    ]
    _tag_entities(document, found)
    document.newsparse_attributions = [
        {
            "source": [_span(found, run) for run in item.source],
            "cue": [_span(found, run) for run in item.cue],
            "content": [_span(found, run) for run in item.content],
            "confidence": min(run.confidence for run in item.content),
        }
        for item in found.attributions
    ]
    return document


def _sentences(text: str, found: Analysis, lemmas: Table) -> list[list[dict[str, Any]]]:
    """The words of each sentence as Stanza has them, before those that share a token an entry for that."""
    sentences: list[list[dict[str, Any]]] = []
    base = 0
    for index, word in enumerate(found.words):
        if found.starts[index] or index == 0:
            base = index
            sentences.append([])
        if (index == base or found.words[index - 1].group != word.group) and _size(found, index) > 1:
            size = _size(found, index)
            end = found.words[index + size - 1].end
            number = index - base + 1
            sentences[-1].append(
                {
                    "id": (number, number + size - 1),
                    "text": text[word.start : end],
                    "start_char": word.start,
                    "end_char": end,
                }
            )
        sentences[-1].append(_word(found, index, base, lemmas))
    return sentences


def _tag_entities(document: Any, found: Analysis) -> None:
    """Sets the tags from which Stanza makes its entities, which always cover whole tokens."""
    tokens = [token for sentence in document.sentences for token in sentence.tokens]
    starts, ends = ([getattr(token, f"{side}_char") for token in tokens] for side in ("start", "end"))
    for token in tokens:
        token.ner = "O"
    for run in found.mentions:
        start, end = _span(found, run)
        inside = tokens[bisect_right(ends, start) : bisect_left(starts, end)]
        for place, token in enumerate(inside):
            token.ner = f"{_bioes(place, len(inside))}-{run.label}"
    document.build_ents()


def _bioes(place: int, count: int) -> str:
    if count == 1:
        return "S"
    return "B" if place == 0 else "E" if place == count - 1 else "I"


def _size(found: Analysis, index: int) -> int:
    """How many words of one sentence share the surface token that begins at ``index``."""
    size, words = 1, found.words
    while (
        index + size < len(words) and words[index + size].group == words[index].group and not found.starts[index + size]
    ):
        size += 1
    return size


def _span(found: Analysis, run: Run) -> tuple[int, int]:
    return found.words[run.first].start, found.words[run.last - 1].end


def _word(found: Analysis, index: int, base: int, lemmas: Table) -> dict[str, Any]:
    word = found.words[index]
    entry: dict[str, Any] = {"id": index - base + 1, "text": word.text, "start_char": word.start, "end_char": word.end}
    entry["lemma"] = lemma(word.text, found.xpos[index] if found.xpos else None, lemmas)
    if found.upos:
        entry |= {"upos": found.upos[index], "xpos": found.xpos[index]}
        if found.feats[index] != "_":
            entry["feats"] = found.feats[index]
    if found.heads:
        head = found.heads[index]
        entry |= {"head": 0 if head == index else head - base + 1, "deprel": found.deprels[index]}
    return entry
