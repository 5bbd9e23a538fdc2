"""Where results go: standard output, a file or a folder, each document as soon as it is done."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

import attrs

from newsparse.aside import aside
from newsparse.codeplaces import raised_at
from newsparse.errors import NewsparseError, WriteError, described
from newsparse.guard import Caught, attempt
from newsparse.model import Document
from newsparse.replacing import binary, placed, replacing
from newsparse.specs import WriterSpec
from newsparse.visible import visible

STDOUT = "-"
"""The name of standard output on the command line."""

PIECE_CHARACTERS = 1 << 16
"""A long text is encoded in pieces of so many characters, so that it is not in memory twice."""


@attrs.define
class Output:
    """Writes documents one after the other, joined as the writer's ``joins`` says."""

    writer: WriterSpec
    stream: BinaryIO
    several: bool
    count: int = 0

    def begin(self) -> None:
        """What goes before the first document."""
        if self.writer.joins == "array" and self.several:
            self._put("[\n")

    def add(self, text: str) -> None:
        """The text of one more document, as ``rendered`` gives it."""
        if self.count:
            self._put({"lines": "", "paragraphs": "\n", "array": ",\n"}[self.writer.joins])
        self._put(text)
        self._put("" if self.writer.joins == "array" and self.several else "\n")
        self.count += 1
        self.stream.flush()

    def end(self) -> None:
        """What goes after the last document."""
        if self.writer.joins == "array" and self.several:
            self._put("\n]\n" if self.count else "]\n")
        self.stream.flush()

    def _put(self, text: str) -> None:
        for start in range(0, len(text), PIECE_CHARACTERS):
            # A lone surrogate cannot be UTF-8; JSON has it escaped already.
            piece = text[start : start + PIECE_CHARACTERS].encode("utf-8", "backslashreplace")
            self.stream.write(piece)


def rendered(writer: WriterSpec, document: Document, place: str | None = None) -> str:
    """The document as ``writer`` writes it, without a line end; raises ``WriteError`` whatever the writer raises.

    ``place`` is what the document is called in the error, by default its path, or else its id.
    """
    place = place or document.meta.path or document.id
    text = attempt(writer.write, document) if writer.write else None
    if isinstance(text, Caught):
        error = text.error
        reason = error.message.rstrip(".") if isinstance(error, NewsparseError) else _told(error)
        raise WriteError(f"{place} cannot be written as {writer.name!r}: {reason}.") from error
    if not isinstance(text, str):
        raise WriteError(f"{place} cannot be written: the writer {writer.name!r} gave {type(text).__name__}, not text.")
    return text.rstrip("\n")


def write_run(writer: WriterSpec, path: str | None, documents: Iterable[Document]) -> None:
    """Have a writer with ``write_all`` write the documents of a run to a file, a folder, or standard output.

    Files take their names only when all is written; raises ``WriteError`` whatever the writer raises.
    """
    assert writer.write_all is not None
    taken = _Taken(documents)
    try:
        with _place(writer, path) as place:
            done = attempt(writer.write_all, iter(taken), place)
            if isinstance(done, Caught):
                raise _failed(writer, path, done.error, by_writer=done.error is not taken.error)
    except OSError as error:
        if isinstance(error, (BrokenPipeError, NewsparseError)):
            raise
        raise _failed(writer, path, error) from error


def _failed(writer: WriterSpec, path: str | None, error: BaseException, *, by_writer: bool = True) -> BaseException:
    """The error to raise for one that a writer of a run raised: its own, unless that is coded or not the writer's."""
    if not by_writer or isinstance(error, (BrokenPipeError, NewsparseError)):
        return error
    reason = (error.strerror if isinstance(error, OSError) else None) or _told(error)
    where = "standard output" if path is None else path
    hint = "Choose another place." if isinstance(error, OSError) else ""
    failed = WriteError(f"{where} cannot be written as {writer.name!r}: {reason}.", hint=hint)
    failed.__cause__ = error
    return failed


def _told(error: BaseException) -> str:
    """An exception with the line of the plugin's code that it comes from."""
    place = raised_at(error, "")
    return f"{described(error)} ({place})" if place else described(error)


@attrs.define
class _Taken:
    """Documents on their way to a writer; ``error`` is what their making raised, which is not the writer's doing."""

    documents: Iterable[Document]
    error: BaseException | None = None

    def __iter__(self) -> Iterator[Document]:
        try:
            yield from self.documents
        except BaseException as error:
            self.error = error
            raise


@contextlib.contextmanager
def _place(writer: WriterSpec, path: str | None) -> Iterator[Path | BinaryIO]:
    if path is None:
        with _standard_output() as stream:
            yield stream
    else:
        with placed(path, streams=writer.streams) as place:
            yield place


@contextlib.contextmanager
def opened(path: str | None) -> Iterator[BinaryIO]:
    """Standard output, or the file ``path``, which takes its name only when all is written.

    Raises ``WriteError`` for what cannot be written to. ``BrokenPipeError`` passes through: whoever read standard
    output has gone.
    """
    try:
        if path is None:
            with _standard_output() as stream:
                yield stream
        else:
            with replacing(Path(path)) as part, binary(part, path) as stream:
                yield stream
    except (BrokenPipeError, NewsparseError):
        raise
    except OSError as error:
        place = "standard output" if path is None else path
        raise WriteError(
            f"{place} cannot be written: {error.strerror or error}.", hint="Choose another place."
        ) from error


def silence() -> None:
    """Drop what standard output still holds; Python would complain once more when it closes it."""
    with contextlib.suppress(AttributeError, OSError, ValueError):  # it is closed, or not a file at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextlib.contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    """Standard output for the results alone: what plugins print meanwhile goes to standard error."""
    if sys.stdout is None or sys.stdout.closed:
        raise WriteError("standard output is closed.", hint="Name a file: -o.")
    stream = cast("BinaryIO", _Terminal(sys.stdout.buffer)) if sys.stdout.isatty() else sys.stdout.buffer
    with aside():
        yield stream


class _Terminal(io.BufferedIOBase):
    """Standard output where it is a terminal: what would steer it is shown as escapes, whoever wrote it.

    In a file or a pipe results stay as they are; writers of tables and of plugins may have control characters in them.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._stream.write(visible(self._decoder.decode(bytes(data))).encode("utf-8"))
        return len(data)

    def flush(self) -> None:
        self._stream.flush()
