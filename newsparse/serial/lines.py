"""JSONL: one document per line, and every line accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from typing import Literal, Protocol, overload

from newsparse.errors import ReadError, SchemaError, WriteError
from newsparse.kinds import KindRegistry
from newsparse.model import Document
from newsparse.model.parsed import given_documents
from newsparse.serial.documents import dumps, loads

_OPEN = "Open the file first: open(path"


class TextStream(Protocol):
    """Something that text is written to, such as an open file (with ``encoding="utf-8"``)."""

    def write(self, text: str, /) -> object:
        """Takes the next piece of text."""


def dump_jsonl(documents: Iterable[Document], stream: TextStream, *, registry: KindRegistry | None = None) -> int:
    """Writes each document as a line and returns how many there were; raises ``SchemaError`` as ``dumps`` does.

    Raises ``ReadError`` for what is not several documents, and ``WriteError`` for what is no open file.
    """
    if isinstance(stream, str | PathLike):
        raise WriteError("expected an open file to write to, got a path.", hint=f"{_OPEN}, 'w', encoding='utf-8').")
    count = 0
    for document in given_documents(documents):
        stream.write(dumps(document, registry=registry) + "\n")
        count += 1
    return count


@overload
def load_jsonl(
    lines: Iterable[str],
    *,
    registry: KindRegistry | None = None,
    name: str = ...,
    errors: Literal["raise"] = "raise",
    texts: Mapping[str, str] | None = None,
) -> Iterator[Document]: ...


@overload
def load_jsonl(
    lines: Iterable[str],
    *,
    registry: KindRegistry | None = None,
    name: str = ...,
    errors: Literal["yield"],
    texts: Mapping[str, str] | None = None,
) -> Iterator[Document | SchemaError]: ...


def load_jsonl(
    lines: Iterable[str],
    *,
    registry: KindRegistry | None = None,
    name: str = "JSONL",
    errors: Literal["raise", "yield"] = "raise",
    texts: Mapping[str, str] | None = None,
) -> Iterator[Document | SchemaError]:
    """The document of each line of ``lines`` (an open file, or strings), one at a time; blank lines hold none.

    ``name`` is used in messages, as in "news.jsonl, line 3: $.layers.quotes[3].span: ...". A bad line raises
    ``SchemaError``, or with ``errors="yield"`` the error is yielded in its place and the rest goes on. ``texts`` are
    the articles by their ids, for documents written without them. Raises ``ReadError`` for a path or a single text.
    """
    if isinstance(lines, str | bytes | PathLike):
        what = "a path" if isinstance(lines, PathLike) else "a single text"
        raise ReadError(f"expected an open file or lines, got {what}.", hint=f"{_OPEN}, encoding='utf-8').")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        result = _read(line, registry, f"{name}, line {number}", texts)
        if isinstance(result, SchemaError) and errors == "raise":
            raise result
        yield result


def _read(
    line: str, registry: KindRegistry | None, place: str, texts: Mapping[str, str] | None
) -> Document | SchemaError:
    try:
        return loads(line, registry=registry, text=texts)
    except SchemaError as error:
        return SchemaError(f"{place}: {error.message}", hint=error.hint)
