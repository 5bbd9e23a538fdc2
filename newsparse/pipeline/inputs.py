"""What a pipeline accepts: texts and documents; anything else becomes an empty document that says so."""

from __future__ import annotations

from newsparse.errors import ReadError, described
from newsparse.guard import Caught, attempt
from newsparse.model import Annotation, Document, Failure, Layer, Meta, Source
from newsparse.pipeline.failures import Policy
from newsparse.serial.shapes import has_pair, misshapen

WHERE = "input"

_SINGLE: dict[str, type] = {"text": str, "id": str, "meta": Meta}
_SEVERAL: dict[str, type] = {"layers": Layer, "sources": Source, "failures": Failure}


def as_document(item: object) -> Document:
    """The document for a text or a document; raises ``ReadError`` for anything else."""
    if isinstance(item, Document):
        fault = malformed(item)
        if fault:
            raise ReadError(f"a document cannot be used: {fault}.")
        return item
    if isinstance(item, str):
        return Document(text=item)
    hint = "Decode bytes first: data.decode('utf-8')." if isinstance(item, (bytes, bytearray)) else ""
    raise ReadError(f"expected a text or a newsparse.Document, got {type(item).__name__}.", hint=hint)


def malformed(document: Document) -> str:
    """What is wrong with the fields of a document, such as a reader may return; empty when nothing is."""
    return _mistyped(document) or _odd_layers(document) or _odd_records(document)


def _mistyped(document: Document) -> str:
    for name, kind in _SINGLE.items():
        value = getattr(document, name)
        if not isinstance(value, kind):
            return f"its {name} is of type {type(value).__name__}, not {kind.__name__}"
    for name, kind in _SEVERAL.items():
        values = getattr(document, name)
        if not isinstance(values, tuple) or not all(isinstance(value, kind) for value in values):
            return f"its {name} are not a tuple of {kind.__name__} records"
    return ""


def _odd_layers(document: Document) -> str:
    names = [layer.name for layer in document.layers]
    if not all(isinstance(name, str) for name in names) or len(set(names)) < len(names):
        return "its layers do not have distinct names"
    for layer in document.layers:
        if not isinstance(layer.annotations, tuple) or not all(isinstance(a, Annotation) for a in layer.annotations):
            return f"its layer {layer.name!a} is not a tuple of annotations"
    return ""


def _odd_records(document: Document) -> str:
    for records in ((document.meta,), document.sources, document.failures):
        fault = misshapen(records)
        if fault and not has_pair(document.text):
            return f"{type(records[0]).__name__}{fault}"
    return ""


def readable(item: object, policy: Policy) -> tuple[Document, bool]:
    """The document for ``item``, and whether it is one to run on; what cannot be read is empty and notes why."""
    document = attempt(as_document, item)
    if isinstance(document, Caught):
        known = isinstance(document.error, ReadError)
        error = document.error if known else ReadError(f"a document cannot be used: {described(document.error)}.")
        return policy.record(Document(text=""), "read", WHERE, error), False
    return document, True
