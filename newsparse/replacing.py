"""Files that take their names only once all is written, so that what fails halfway replaces nothing."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from newsparse.endings import packing
from newsparse.extras import extra


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """An empty file that takes the place of ``target`` at the end of the block, unless the block raises."""
    target = target.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(handle)
    part = Path(name)
    try:
        yield part
        mask = os.umask(0)
        os.umask(mask)
        part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextlib.contextmanager
def filling(folder: Path) -> Iterator[Path]:
    """An empty folder whose files move to ``folder`` at the end of the block, unless the block raises."""
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".newsparse.") as name:
        yield Path(name)
        for part in sorted(Path(name).iterdir()):
            part.replace(folder / part.name)


def is_folder(path: str) -> bool:
    """Whether an output is a folder: one that is there, or a name that ends with a slash."""
    return path.endswith(("/", os.sep)) or Path(path).is_dir()


@contextlib.contextmanager
def binary(part: Path, path: str) -> Iterator[BinaryIO]:
    """The file ``part``, open for writing, and compressed as the ending of ``path`` says; the time is not in it."""
    with contextlib.ExitStack() as stack:
        file = stack.enter_context(part.open("wb"))
        packed_as = packing(path)
        if packed_as == ".gz":
            # A buffer, since flushing the compressor itself after every document would spoil the compression.
            packed = gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0)
            yield stack.enter_context(io.BufferedWriter(packed))
        elif packed_as == ".zst":
            with extra("zstd"):
                import zstandard
            packer: Any = zstandard.ZstdCompressor().stream_writer(file, closefd=False)
            yield stack.enter_context(io.BufferedWriter(packer))
        else:
            yield file


@contextlib.contextmanager
def placed(path: str, *, streams: bool) -> Iterator[Path | BinaryIO]:
    """Where a run is written to: a folder to fill, an open file, or without ``streams`` the path of an empty file."""
    if is_folder(path):
        with filling(Path(path)) as folder:
            yield folder
    elif streams:
        with replacing(Path(path)) as part, binary(part, path) as stream:
            yield stream
    else:
        with replacing(Path(path)) as part:
            yield part
