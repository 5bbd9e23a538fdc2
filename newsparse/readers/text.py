"""Plain text, kept as it is: line ends, blanks and odd characters stay where offsets count them."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsparse.errors import ReadError
from newsparse.model import Document, Meta
from newsparse.readers.encoding import decoded


@attrs.frozen(kw_only=True)
class TextOptions:
    """Options of the reader ``text``: the encoding, where it is not UTF-8 and cannot be told."""

    encoding: str | None = None


def read_text(data: bytes, path: str, options: TextOptions = TextOptions()) -> Iterable[Document]:
    """The one document of a text file; raises ``ReadError`` for what is not text, and for nothing but blanks."""
    text = decoded(data, path, options.encoding)
    if not text.strip():
        raise ReadError(f"there is no text in {path}.")
    return [Document(text=text, meta=Meta(path=path))]
