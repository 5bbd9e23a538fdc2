"""What is given to functions that take documents, which have to be parsed for most of them."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from newsparse.errors import ReadError
from newsparse.model.document import Document

_LOG = logging.getLogger(__name__)


def given_document(item: object) -> Document:
    """The item itself, if it is a document; raises ``ReadError`` for anything else."""
    if isinstance(item, Document):
        return item
    hint = "Parse it first: newsparse.load('en')(text)."
    raise ReadError(f"expected a parsed newsparse.Document, got {type(item).__name__}.", hint=hint)


def given_documents(items: object) -> Iterable[Document]:
    """The items one by one; raises ``ReadError`` at once for what is not several, and later for what is no document."""
    if isinstance(items, Document):
        raise ReadError("expected several documents, got one.", hint="Put it into a list: [document].")
    if isinstance(items, str | bytes) or not isinstance(items, Iterable):
        raise ReadError(f"expected several documents, such as a list of them, got {type(items).__name__}.")
    return map(given_document, items)


def parsed_document(item: object) -> Document:
    """The item itself, if it is a document; a warning in the log says if nothing has parsed it.

    Raises ``ReadError`` for anything else.
    """
    document = given_document(item)
    if not document.layers and not document.failures and document.text.strip():
        _LOG.warning("the document %r has not been parsed, and so has nothing to compare.", document.id)
    return document
