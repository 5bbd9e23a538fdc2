"""What is given to functions that take documents: documents, and parsed ones where they can do nothing with others."""

from __future__ import annotations

from newsparse.errors import LayerError, ReadError
from newsparse.model.document import Document


def given_document(item: object) -> Document:
    """The item itself, if it is a document; raises ``ReadError`` for anything else."""
    if isinstance(item, Document):
        return item
    hint = "Parse it first: newsparse.load('en')(text)."
    raise ReadError(f"expected a parsed newsparse.Document, got {type(item).__name__}.", hint=hint)


def parsed_document(item: object) -> Document:
    """The item itself, if it is a parsed document, one without words, or one that says why it could not be read.

    Raises ``ReadError`` for anything else than a document, ``LayerError`` for one that nothing has parsed.
    """
    document = given_document(item)
    if not document.layers and not document.failures and document.text.strip():
        hint = "Parse it: newsparse.load('en')(document)."
        raise LayerError(f"the document {document.id!r} has not been parsed.", hint=hint)
    return document
