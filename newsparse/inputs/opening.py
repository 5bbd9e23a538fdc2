"""Open files: standard input and compressed files too, with the bytes at the beginning that tell the format."""

from __future__ import annotations

import contextlib
import gzip
import io
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import attrs

from newsparse.endings import ending
from newsparse.errors import ReadError
from newsparse.extras import extra
from newsparse.inputs.places import STDIN
from newsparse.inputs.sharing import Watched
from newsparse.readers.streams import joined, lent
from newsparse.specs import SNIFFED_BYTES

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


@attrs.frozen
class Opened:
    """An open file, what it was compressed with taken off.

    ``head`` are its first bytes, at most ``SNIFFED_BYTES``, which ``stream`` still has before it. ``ending`` is the
    name's suffix in lower case, the one before ".gz" or ".zst" in a compressed file; ``file`` what is on the disk.
    """

    path: str
    stream: BinaryIO
    head: bytes
    ending: str
    close: Callable[[], None]
    file: Watched | None = None


def opened(path: str) -> Opened:
    """The file at ``path``, or standard input, which stays open after all.

    Raises ``ReadError`` when it cannot be opened or decompressed.
    """
    with contextlib.ExitStack() as stack:
        try:
            file = None if path == STDIN else Watched(path)
            raw = lent(sys.stdin.buffer) if file is None else stack.enter_context(io.BufferedReader(file))
            rewinds = raw.seekable()
            head, stream = _peeked(raw, rewinds)
            unpack = next((unpack for magic, unpack in _PACKED.items() if head.startswith(magic)), None)
            if unpack:
                stream = stack.enter_context(contextlib.closing(unpack(stream)))
                head, stream = _peeked(stream, rewinds and stream.seekable())
        except FileNotFoundError as error:
            raise ReadError(f"no such file: {path}.") from error
        except (OSError, EOFError, ValueError) as error:
            raise ReadError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from error
        return Opened(path, stream, head, ending(path), stack.pop_all().close, file)


def _peeked(stream: BinaryIO, rewinds: bool) -> tuple[bytes, BinaryIO]:  # noqa: FBT001 - private
    """The first bytes, and a stream that still gives them."""
    start = stream.tell() if rewinds else 0
    head = stream.read(SNIFFED_BYTES)
    if rewinds:
        stream.seek(start)
        return head, stream
    return head, joined(head, stream)


def _gunzipped(stream: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", gzip.GzipFile(fileobj=stream, mode="rb"))


def _unzstd(stream: BinaryIO) -> BinaryIO:
    with extra("zstd"):
        import zstandard
    return cast(
        "BinaryIO", io.BufferedReader(_Frames(stream, zstandard.ZstdDecompressor().decompressobj, zstandard.ZstdError))
    )


class _Frames(io.RawIOBase):
    """What Zstandard frames hold; raises ``EOFError`` where one breaks off, as the library's own stream does not."""

    def __init__(self, packed: BinaryIO, frame: Callable[[], Any], broken: type[Exception]) -> None:
        self._packed, self._make, self._frame, self._ready = packed, frame, frame(), memoryview(b"")
        self._begun, self._broken = False, broken

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill ``buffer`` with what is decompressed next; the number of bytes, none at the end."""
        while not self._ready:
            part = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame, self._begun = self._make(), False
            part = part or self._packed.read(_PACKED_BYTES)
            if not part and self._begun:
                raise EOFError("compressed file ended before the end of a frame")
            if not part:
                return 0
            try:
                self._ready, self._begun = memoryview(self._frame.decompress(part)), True
            except self._broken as error:
                raise OSError(f"{error}") from error
        target = memoryview(buffer).cast("B")
        ready, self._ready = self._ready[: len(target)], self._ready[len(target) :]
        target[: len(ready)] = ready
        return len(ready)


_PACKED_BYTES = 16384
_PACKED: dict[bytes, Callable[[BinaryIO], BinaryIO]] = {b"\x1f\x8b\x08": _gunzipped, b"\x28\xb5\x2f\xfd": _unzstd}
