"""JSONL: one document per line, and every line accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, Protocol, overload

from newsparse.errors import SchemaError
from newsparse.kinds import KindRegistry
from newsparse.model import Document
from newsparse.serial.documents import dumps, loads


class TextStream(Protocol):
    """Something that text is written to, such as an open file (with ``encoding="utf-8"``)."""

    def write(self, text: str, /) -> object:
        """Takes the next piece of text."""


def dump_jsonl(documents: Iterable[Document], stream: TextStream, *, registry: KindRegistry | None = None) -> int:
    """Writes each document as a line and returns how many there were; raises ``SchemaError`` as ``dumps`` does."""
    count = 0
    for document in documents:
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
    the articles by their ids, for documents written without them.
    """
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
