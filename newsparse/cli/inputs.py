"""The files of the command line as documents: one that cannot be read becomes an empty document that says why."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsparse.errors import NewsparseError, ReadError, described
from newsparse.host import Host
from newsparse.model import Document, Failure, Meta
from newsparse.pipeline.inputs import as_document
from newsparse.specs import ReaderSpec

STDIN = "-"


def several(paths: Sequence[str], host: Host, reader: str | None) -> bool:
    """Whether the files may hold anything but exactly one document."""
    return len(paths) != 1 or _reader(paths[0], host, reader).many


def documents(paths: Iterable[str], host: Host, reader: str | None) -> Iterator[Document]:
    """The documents of all files in order, read one file at a time; ``reader`` None goes by the files' endings."""
    for path in paths:
        for item in _items(path, host, reader):
            try:
                document = as_document(item)
            except ReadError as error:
                document = _unreadable(path, error)
            yield document


def _items(path: str, host: Host, reader: str | None) -> Iterator[object]:
    """What the reader gives for one file, and last a document that says what it raised, if it did."""
    found: Iterator[object] | None = None
    while True:
        try:
            found = iter(_read(path, host, reader)) if found is None else found
            item = next(found)
        except StopIteration:
            return
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a reader of a plugin may raise anything
            yield _unreadable(path, error)
            return
        yield item


def _read(path: str, host: Host, reader: str | None) -> Iterable[Document]:
    spec = _reader(path, host, reader)
    found = spec.read(_bytes(path), path)
    if spec.many:
        return found
    found = list(found)
    if len(found) != 1:
        raise ReadError(f"{path}: the reader {spec.name!r} gave {len(found)} documents, but promises one per file.")
    return found


def _bytes(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"no such file: {path}.") from error
    except (OSError, ValueError) as error:
        raise ReadError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from error


def _reader(path: str, host: Host, name: str | None) -> ReaderSpec:
    """The reader of that name; without one the first that reads the file's ending, else the one for text."""
    ending = Path(path).suffix.lower()
    fitting = (other for other, offer in host.readers.items() if ending in offer.spec.suffixes)
    return host.reader(name or next(fitting, "text")).spec


def _unreadable(path: str, error: BaseException) -> Document:
    coded = error if isinstance(error, NewsparseError) else ReadError(f"{path}: {described(error)}.")
    message = f"{coded.message} {coded.hint}".strip()
    failure = Failure(stage="read", where=path, code=coded.code, message=message)
    return Document(text="", meta=Meta(path=path), failures=(failure,))
