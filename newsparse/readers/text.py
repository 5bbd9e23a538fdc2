"""Plain text in UTF-8, kept as it is: line ends, blanks and odd characters stay where offsets count them."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse.errors import ReadError
from newsparse.model import Document, Meta


def decoded(data: bytes, path: str) -> str:
    """The text of ``data``, without a byte order mark; raises ``ReadError`` for bytes that are not text in UTF-8."""
    if b"\0" in data:
        place = data.index(b"\0")
        hint = "Convert it to UTF-8." if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "Give a text file."
        raise ReadError(f"{path} is not a text file: there is a zero byte at {place}.", hint=hint)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path} is not UTF-8: byte {error.start} is 0x{data[error.start]:02x}."
        raise ReadError(message, hint="Convert it: iconv -f WINDOWS-1252 -t UTF-8.") from error


def read_text(data: bytes, path: str) -> Iterable[Document]:
    """The one document of a text file; raises ``ReadError`` as ``decoded``."""
    return [Document(text=decoded(data, path), meta=Meta(path=path))]
