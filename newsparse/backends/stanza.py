"""Stanza as a backend: its documents become layers, each offset checked against the text on the way."""

from __future__ import annotations

import importlib
import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import attrs

from newsparse.errors import ContractError, ModelMissingError
from newsparse.model import Annotation, Attribution, Layer, Mention, Sentence, Span, Token, distinct

PROCESSORS = {"tags": ("pos", "lemma"), "trees": ("pos", "lemma", "depparse"), "mentions": ("ner",)}
"""What each layer needs besides tokenizing."""

COMPUTED = frozenset({*PROCESSORS, "attributions"})
"""The layers that a pipeline may be asked for; sentences and tokens always come."""

ATTRIBUTIONS = "newsparse_attributions"
"""The property of a document with attributions, which Stanza's own models never set."""


class StanzaBackend:
    """Runs a ``stanza.Pipeline`` and reads its documents.

    Mentions and attributions come from the properties ``newsparse_mentions`` and ``newsparse_attributions`` of the
    document where a processor set them (lists of mappings with code-point offsets), else mentions come from ``ents``.
    """

    def __init__(
        self, pipeline: Any, layers: Collection[str], origin: str | None = None, *, model: str | None = None
    ) -> None:
        """Use ``pipeline``, a ``stanza.Pipeline``, for ``layers``.

        ``origin`` is the id of the source that the host gives the backend ("backend:stanza"): words and sentences that
        name it from the start need not be made a second time. ``model`` is the SHA-256 of a model that is not the one
        that the backend's spec names.
        """
        self.pipeline = pipeline
        self.layers = frozenset(layers)
        self.origin = origin
        self.model = model

    def analyse(self, texts: Sequence[str]) -> Sequence[Sequence[Layer]]:
        """The layers of each text; raises ``ContractError`` where a token is not the text at its offsets."""
        found = self.pipeline.bulk_process(list(texts))
        return [self.read(text, document) for text, document in zip(texts, found, strict=True)]

    def read(self, text: str, document: Any) -> list[Layer]:
        """The layers of ``text`` that a Stanza document describes; raises as ``analyse``."""
        wanted = _Wanted(bool(self.layers & {"tags", "trees"}), "trees" in self.layers, self.origin)
        sentences, tokens = _words(text, document, wanted)
        layers = [Layer.of("sentences", sentences), Layer("tokens", tuple(tokens))]
        if "mentions" in self.layers:
            layers.append(Layer.of("mentions", distinct(_mentions(text, document))))
        if "attributions" in self.layers and getattr(document, ATTRIBUTIONS, None) is not None:
            layers.append(Layer.of("attributions", distinct(_attributions(text, document))))
        return layers

    def limit_threads(self, count: int) -> None:
        """Use no more than ``count`` threads in this process."""
        import torch

        torch.set_num_threads(count)


def make(
    language: str, layers: Collection[str], *, dir: str | None = None, pipeline: str | None = None, **options: Any
) -> StanzaBackend:
    """The backend on Stanza's own models for ``language``, or on another ``pipeline``; never downloads.

    ``dir`` is the folder of the models (Stanza's default without it); ``options`` go to ``stanza.Pipeline``.
    ``pipeline`` is the place of a function ("package.module:function") that builds a ``stanza.Pipeline``: it is called
    with the layers that a pipeline computes (tags, trees, mentions, attributions), and with ``options``. Raises
    ``ModelMissingError`` when Stanza or a model is not on this machine.
    """
    try:
        import stanza
    except ImportError as error:
        raise ModelMissingError("Stanza is not installed.", hint="Get it: pip install 'newsparse[stanza]'.") from error
    if pipeline is not None:
        module, _, function = pipeline.partition(":")
        build = getattr(importlib.import_module(module), function)
        return StanzaBackend(build(frozenset(layers) & COMPUTED, **options), layers, "backend:stanza")
    wanted = ["tokenize", "mwt", *dict.fromkeys(name for layer in sorted(layers) for name in PROCESSORS.get(layer, ()))]
    settings: dict[str, Any] = {
        "processors": ",".join(wanted),
        "download_method": None,
        "verbose": False,
        "use_gpu": False,
    }
    if dir is not None:
        settings["dir"] = dir
    try:
        return StanzaBackend(stanza.Pipeline(language, **(settings | options)), layers, "backend:stanza")
    except Exception as error:  # Stanza has a different type for each thing that may be missing
        words = " ".join(str(error).split())[:200].rstrip(".")
        hint = f"Where there is a network: python -c \"import stanza; stanza.download('{language}')\"."
        raise ModelMissingError(f"Stanza's models for {language!r} do not load: {words}.", hint=hint) from error


@attrs.frozen
class _Wanted:
    """What is read of each word, and which source is to have made it."""

    tags: bool
    trees: bool
    origin: str | None


@attrs.define
class _Place:
    """The position of the reading: the group of the next surface token, the paragraph, the end of the last sentence."""

    group: int = 0
    paragraph: int = 0
    end: int = 0


def _words(text: str, document: Any, wanted: _Wanted) -> tuple[list[Sentence], list[Token]]:
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    ids: dict[tuple[int, int], int] = {}
    place = _Place()
    for sentence in document.sentences:
        base = len(tokens)
        for surface in sentence.tokens:
            for word, span in zip(surface.words, _spans(text, surface), strict=True):
                tokens.append(_token(text, word, span, base, place.group, wanted, ids))
            place.group += 1
        if len(tokens) == base:
            continue
        span = Span(tokens[base].span.start, tokens[-1].span.end)
        place.paragraph += bool(sentences) and _breaks(text, place.end, span.start)
        last, paragraph = len(tokens), place.paragraph
        made = Sentence.make(text, span, first=base, last=last, paragraph=paragraph, origin=wanted.origin)
        sentences.append(made)
        place.end = span.end
    return sentences, tokens


def _breaks(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end] for mark in "\n\r\u2028\u2029")


def _spans(text: str, surface: Any) -> list[Span]:
    """The span of each word of a surface token; words that do not make up its letters all get the whole of it."""
    whole = Span(surface.start_char, surface.end_char)
    if whole.end > len(text) or "".join(text[whole.start : whole.end].split()) != "".join(surface.text.split()):
        there = text[whole.start : whole.end]
        raise ContractError(f"the token {surface.text!a} is not the text at {whole.start}-{whole.end}: {there!a}.")
    if len(surface.words) == 1:
        return [whole]
    words = [word.text for word in surface.words]
    if "".join(words) != whole.cut(text):
        return [whole] * len(words)
    ends = [whole.start]
    for word in words:
        ends.append(ends[-1] + len(word))
    return [Span(start, end) for start, end in itertools.pairwise(ends)]


def _token(
    text: str, word: Any, span: Span, base: int, group: int, wanted: _Wanted, ids: dict[tuple[int, int], int]
) -> Token:
    count = ids[span.start, span.end] = ids.get((span.start, span.end), 0) + 1
    head = None
    if wanted.trees and word.head is not None:
        head = base + (word.head or word.id) - 1
    return Token(
        id=f"{Token.KIND}:{span.start}-{span.end}" + (f".{count}" if count > 1 else ""),
        span=span,
        text=text[span.start : span.end],
        origin=wanted.origin,
        group=group,
        lemma=word.lemma,
        upos=word.upos if wanted.tags else None,
        xpos=word.xpos if wanted.tags else None,
        feats=word.feats if wanted.tags else None,
        head=head,
        deprel=word.deprel if wanted.trees else None,
    )


def _mentions(text: str, document: Any) -> Iterator[Annotation]:
    given: Sequence[Mapping[str, Any]] | None = getattr(document, "newsparse_mentions", None)
    if given is None:
        for entity in document.ents:
            yield Mention.make(text, Span(entity.start_char, entity.end_char), label=entity.type)
        return
    for item in given:
        yield Mention.make(text, Span(item["start"], item["end"]), label=item["label"], confidence=item["confidence"])


def _attributions(text: str, document: Any) -> Iterator[Annotation]:
    for item in getattr(document, ATTRIBUTIONS):
        content, cue, source = (tuple(Span(*ends) for ends in item[role]) for role in ("content", "cue", "source"))
        confidence = item["confidence"]
        yield Attribution.make(text, *content, content=content, cue=cue, source=source, confidence=confidence)
