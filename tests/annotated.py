"""Documents with annotations that a test makes by hand."""

from __future__ import annotations

from newsparse.kinds import builtin_registry
from newsparse.model import Annotation, Document, Meta

KINDS = builtin_registry()
NOTHING = Meta()


def annotated(text: str, *items: Annotation, meta: Meta = NOTHING) -> Document:
    """A document with ``items``, each in the layer of its kind."""
    document = Document(text=text, meta=meta)
    for layer in dict.fromkeys(KINDS.of_type(type(item)).layer for item in items):
        document = document.with_layer(layer, [item for item in items if KINDS.of_type(type(item)).layer == layer])
    return document
