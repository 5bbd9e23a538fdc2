"""Files that take their names only once all is written, so that what fails halfway replaces nothing.

What a killed process leaves of one is hidden, and removed by the next that writes to the same place: its name says
which process it belongs to.
"""

from __future__ import annotations

import contextlib
import glob
import gzip
import io
import os
import re
import shutil
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
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=_own_prefix(target.parent, f".{target.name}"))
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
    with tempfile.TemporaryDirectory(dir=folder, prefix=_own_prefix(folder, "")) as name:
        yield Path(name)
        for part in sorted(Path(name).iterdir()):
            part.replace(folder / part.name)


_LEFT = re.compile(r"\.newsparse-(?P<process>\d+)-\w{8}")
"""How the hidden files and folders end: with the number of their process, and what makes the name a new one."""


def _own_prefix(folder: Path, name: str) -> str:
    """The prefix of what this process writes for ``name``; what processes that have ended left of it is removed."""
    for part in folder.glob(f"{glob.escape(name)}.newsparse-*-*"):
        found = _LEFT.fullmatch(part.name.removeprefix(name))
        if found and _has_ended(int(found["process"])):
            with contextlib.suppress(OSError):
                shutil.rmtree(part) if part.is_dir() else part.unlink()
    return f"{name}.newsparse-{os.getpid()}-"


def _has_ended(process: int) -> bool:
    """Whether no process of this number runs; never where that cannot be asked, as on Windows."""
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


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
