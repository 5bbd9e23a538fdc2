"""Where results go: standard output or a file, in UTF-8, each document as soon as it is done."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import attrs

from newsparse.errors import NewsparseError, WriteError, described
from newsparse.model import Document
from newsparse.specs import WriterSpec

STDOUT = "-"


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
        self._put(text if self.writer.joins == "array" and self.several else text + "\n")
        self.count += 1
        self.stream.flush()

    def end(self) -> None:
        """What goes after the last document."""
        if self.writer.joins == "array" and self.several:
            self._put("\n]\n" if self.count else "]\n")
        self.stream.flush()

    def _put(self, text: str) -> None:
        # A lone surrogate cannot be UTF-8; JSON has it escaped already.
        self.stream.write(text.encode("utf-8", "backslashreplace"))


def rendered(writer: WriterSpec, document: Document) -> str:
    """The document as ``writer`` writes it, without a line end; raises ``WriteError`` whatever the writer raises."""
    place = document.meta.path or document.id
    try:
        text = writer.write(document) if writer.write else None
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a writer of a plugin may raise anything
        reason = error.message.rstrip(".") if isinstance(error, NewsparseError) else described(error)
        raise WriteError(f"{place} cannot be written as {writer.name!r}: {reason}.") from error
    if not isinstance(text, str):
        raise WriteError(f"{place} cannot be written: the writer {writer.name!r} gave {type(text).__name__}, not text.")
    return text.rstrip("\n")


def check_place(path: str | None, inputs: Iterable[str]) -> None:
    """Raise ``WriteError`` for an output that cannot be a file, or that is one of the inputs."""
    if path is None or path == STDOUT:
        return
    target = Path(path)
    if not path or path.endswith(os.sep) or (target.exists() and not target.is_file()):
        raise WriteError(f"{path!r} is not a regular file.", hint="Choose another place.")
    for name in inputs:
        if target.exists() and Path(name).exists() and target.samefile(name):
            raise WriteError(f"{path} is one of the inputs, and would be replaced.", hint="Choose another place.")


@contextlib.contextmanager
def opened(path: str | None) -> Iterator[BinaryIO]:
    """Standard output, or the file ``path``, which takes its name only when all is written.

    Raises ``WriteError`` for what cannot be written to. ``BrokenPipeError`` passes through: whoever read standard
    output has gone.
    """
    try:
        if path is None or path == STDOUT:
            yield _standard_output()
        else:
            yield from _replacing(Path(path).resolve())
    except (BrokenPipeError, NewsparseError):
        raise
    except OSError as error:
        place = "standard output" if path is None or path == STDOUT else path
        raise WriteError(
            f"{place} cannot be written: {error.strerror or error}.", hint="Choose another place."
        ) from error


def silence() -> None:
    """Drop what standard output still holds; Python would complain once more when it closes it."""
    with contextlib.suppress(AttributeError, OSError, ValueError):  # it is closed, or not a file at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _standard_output() -> BinaryIO:
    if sys.stdout is None or sys.stdout.closed:
        raise WriteError("standard output is closed.", hint="Name a file: -o.")
    return sys.stdout.buffer


def _replacing(target: Path) -> Iterator[BinaryIO]:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        mask = os.umask(0)
        os.umask(mask)
        part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
