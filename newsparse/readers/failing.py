"""What could not be read, as a document: empty, with a failure that says where and why, while the rest is read."""

from __future__ import annotations

import re

from newsparse.errors import NewsparseError, ReadError, described
from newsparse.model import Document, Failure, Meta

STDIN = "-"
"""Standard input among paths."""
STANDARD_INPUT = "standard input"
"""What it is called in messages."""


_STDIN = re.compile(rf"(?<!\S){STDIN}(?=[\s,:.])")
"""The name of standard input, as a word of a message."""


def unread(path: str, error: BaseException, place: str | None = None) -> Document:
    """The document for what raised ``error``: a file, or with ``place`` ("a.csv, row 7") one article of it.

    Its id is the place, so that no two of them share one.
    """
    place = place or path
    coded = error if isinstance(error, NewsparseError) else ReadError(f"{place}: {described(error)}.")
    message = f"{coded.message} {coded.hint}".strip()
    where, spoken = path, place
    if path == STDIN:
        where, spoken = STANDARD_INPUT, STANDARD_INPUT + place.removeprefix(STDIN)
        message = _STDIN.sub(STANDARD_INPUT, message, count=1)
    message = message if spoken in message else f"{spoken}: {message}"
    failure = Failure(stage="read", where=where, code=coded.code, message=message)
    return Document(text="", id=place, meta=Meta(path=path), failures=(failure,))
