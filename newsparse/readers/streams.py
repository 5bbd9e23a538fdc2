"""Streams whose beginning has been looked at, and streams that cannot seek as streams that can."""

from __future__ import annotations

import io
import shutil
import tempfile
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_IN_MEMORY = 1 << 26
"""Bytes of a stream that are kept in memory; the rest goes to a temporary file."""


def joined(head: bytes, rest: BinaryIO) -> BinaryIO:
    """A stream of bytes that have been read already, then the rest of the stream that they came from."""
    return cast("BinaryIO", io.BufferedReader(_Joined(head, rest)))


def lent(stream: BinaryIO) -> BinaryIO:
    """The stream for another to read and to close, which stays open itself."""
    return cast("BinaryIO", io.BufferedReader(_Lent(stream)))


def seekable(stream: BinaryIO) -> BinaryIO:
    """The stream itself, or where it cannot seek a temporary copy, which goes away with the last use of it."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - it is what is returned
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return cast("BinaryIO", copy)


class _Lent(io.RawIOBase):
    def __init__(self, owned: BinaryIO) -> None:
        self._owned = owned
        self._read = getattr(owned, "read1", owned.read)

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """As the stream itself."""
        return self._owned.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """As the stream itself."""
        return self._owned.seek(offset, whence)

    def tell(self) -> int:
        """As the stream itself."""
        return self._owned.tell()

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill ``buffer`` with as much as is there at once; the number of bytes, none at the end."""
        target = memoryview(buffer).cast("B")
        part = self._read(len(target))
        target[: len(part)] = part
        return len(part)


class _Joined(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill ``buffer`` with as much as is there at once; the number of bytes, none at the end."""
        target = memoryview(buffer).cast("B")
        read = getattr(self._rest, "read1", self._rest.read)
        part = self._head[: len(target)] or read(len(target))
        self._head = self._head[len(part) :]
        target[: len(part)] = part
        return len(part)
