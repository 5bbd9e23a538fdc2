"""Where results go: standard output or a file, in UTF-8, each document as soon as it is done."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import attrs

from newsparse.errors import WriteError
from newsparse.model import Document
from newsparse.specs import WriterSpec


@attrs.define
class Output:
    """Writes documents one after the other, joined as the writer's ``joins`` says."""

    writer: WriterSpec
    stream: BinaryIO
    several: bool
    count: int = 0

    def begin(self) -> None:
        """What stands before the first document."""
        if self.writer.joins == "array" and self.several:
            self._put("[\n")

    def add(self, document: Document) -> None:
        """One document more."""
        if self.count:
            self._put({"lines": "", "paragraphs": "\n", "array": ",\n"}[self.writer.joins])
        text = self.writer.write(document).rstrip("\n")
        self._put(text if self.writer.joins == "array" and self.several else text + "\n")
        self.count += 1
        self.stream.flush()

    def end(self) -> None:
        """What stands after the last document."""
        if self.writer.joins == "array" and self.several:
            self._put("\n]\n" if self.count else "]\n")

    def _put(self, text: str) -> None:
        # A lone surrogate cannot be UTF-8; JSON has it escaped already.
        self.stream.write(text.encode("utf-8", "backslashreplace"))


@contextlib.contextmanager
def opened(path: str | None) -> Iterator[BinaryIO]:
    """Standard output, or the file ``path``, which takes its name only when all is written; raises ``WriteError``."""
    if path is None or path == "-":
        yield sys.stdout.buffer
        return
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise WriteError(f"{path} cannot be written: {error.strerror}.", hint="Choose another place.") from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        _adopt(part, target)
    finally:
        part.unlink(missing_ok=True)


def _adopt(part: Path, target: Path) -> None:
    if target.exists() and not target.is_file():
        raise WriteError(f"{target} is no file.", hint="Choose another place.")
    mask = os.umask(0)
    os.umask(mask)
    part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask)
    part.replace(target)
