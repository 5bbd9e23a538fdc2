"""JSON and JSON lines: documents whole, or slim for many of them."""

from __future__ import annotations

from typing import Any

import attrs

from newsparse.model import Annotation, Claim, Document, Quote
from newsparse.serial import dumps, pretty

_DECIMALS = 2


@attrs.frozen(kw_only=True)
class JsonOptions:
    """Options of the writers ``json`` and ``jsonl``.

    ``slim`` leaves out what explains the claims: ``evidence``, ``rule``, the speaker's ``reason`` and the places of
    quotation marks; confidences have two decimals. Layers are written as columns, without words that offsets
    give. Without ``text`` the article is left out; reading then needs it.
    """

    slim: bool = False
    text: bool = True


def write_json(document: Document, options: JsonOptions = JsonOptions()) -> str:
    """The document as JSON, one annotation per line."""
    return pretty(_chosen(document, options), slim=options.slim, with_text=options.text)


def write_jsonl(document: Document, options: JsonOptions = JsonOptions()) -> str:
    """The document as one line of JSON."""
    return dumps(_chosen(document, options), slim=options.slim, with_text=options.text)


def unexplained(document: Document) -> Document:
    """The document without what explains its claims, and without the sources of layers that it does not have."""
    layers = tuple(
        attrs.evolve(layer, annotations=tuple(map(_unexplained, layer.annotations))) for layer in document.layers
    )
    used = {item.origin for layer in layers for item in layer.annotations}
    sources = tuple(source for source in document.sources if source.id in used)
    return attrs.evolve(document, layers=layers, sources=sources)


def _chosen(document: Document, options: JsonOptions) -> Document:
    return unexplained(document) if options.slim else document


def _unexplained(item: Annotation) -> Annotation:
    changes: dict[str, Any] = {}
    if item.confidence is not None:
        changes["confidence"] = round(item.confidence, _DECIMALS)
    if isinstance(item, Claim):
        changes["evidence"] = ()
        changes["speaker"] = item.speaker and attrs.evolve(item.speaker, reason="")
    if isinstance(item, Quote):
        changes["marks"] = ()
    if hasattr(item, "rule"):
        changes["rule"] = ""
    return attrs.evolve(item, **changes) if changes else item
