"""Articles without annotations that nobody here knows, such as those that a later version of newsparse has written."""

from __future__ import annotations

from operator import is_

import attrs

from newsparse.kinds import Unrecognised
from newsparse.model import Document, Layer


def with_known_kinds(document: Document) -> Document:
    """``document``, and its title, with those annotations alone whose kind is known: only these can be compared."""
    headline = with_known_kinds(document.headline) if document.headline else None
    layers = tuple(map(_known, document.layers))
    if headline is document.headline and all(map(is_, layers, document.layers)):
        return document
    return attrs.evolve(document, layers=layers, headline=headline)


def _known(layer: Layer) -> Layer:
    kept = tuple(item for item in layer.annotations if not isinstance(item, Unrecognised))
    return layer if len(kept) == len(layer.annotations) else Layer(layer.name, kept)
