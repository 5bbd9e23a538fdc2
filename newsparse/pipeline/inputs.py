"""What a pipeline takes: texts and documents; anything else becomes an empty document that says so."""

from __future__ import annotations

from newsparse.errors import ReadError
from newsparse.model import Document
from newsparse.pipeline.failures import Policy

WHERE = "input"


def as_document(item: object) -> Document:
    """The document for a text or a document; raises ``ReadError`` for anything else."""
    if isinstance(item, Document):
        return item
    if isinstance(item, str):
        return Document(text=item)
    hint = "Decode bytes first: data.decode('utf-8')." if isinstance(item, (bytes, bytearray)) else ""
    raise ReadError(f"a text or a newsparse.Document is needed, not {type(item).__name__}.", hint=hint)


def readable(item: object, policy: Policy) -> tuple[Document, bool]:
    """The document for ``item``, and whether it is one to run on; what cannot be read is empty and notes why."""
    try:
        return as_document(item), True
    except ReadError as error:
        return policy.record(Document(text=""), "read", WHERE, error), False
