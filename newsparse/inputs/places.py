"""Which files are meant: a folder stands for what is in it, a pattern for what matches, ``-`` for standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from newsparse.errors import ReadError
from newsparse.readers.failing import STANDARD_INPUT, STDIN

__all__ = ["STANDARD_INPUT", "STDIN", "Place", "apart", "places", "single"]


@attrs.frozen
class Place:
    """A file to read. ``named`` says that it was asked for by itself, not found in a folder or by a pattern.

    ``fault`` is why there is nothing to read: no such file, or a folder that cannot be listed.
    """

    path: str
    named: bool = True
    fault: ReadError | None = None


def places(path: str) -> Iterator[Place]:
    """The files that ``path`` stands for, in the order of their names.

    Folders are searched with all that is in them; hidden files and folders (".git") are left out, and links to folders
    are not followed. In a pattern, ``**`` stands for any number of folders.
    """
    if path == STDIN:
        yield Place(path)
    elif os.path.isdir(path):
        yield from _within(path)
    elif glob.has_magic(path) and not os.path.lexists(path):
        yield from _matching(path)
    elif not os.path.lexists(path):
        yield Place(path, fault=ReadError(f"no such file: {path}."))
    else:
        yield Place(path)


def single(paths: Iterable[str]) -> str | None:
    """The only file that is meant, or None where there are, or may be, several or none."""
    first, *others = paths
    found = [Place(first)] if first == STDIN else [] if others or os.path.isdir(first) else list(places(first))
    return found[0].path if len(found) == 1 and found[0].named and not others else None


def _within(folder: str) -> Iterator[Place]:
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry for entry in found if not entry.name.startswith(".")), key=_name)
    except OSError as error:
        yield Place(folder, fault=ReadError(f"{folder} cannot be listed: {error.strerror or error}."))
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _within(entry.path)
        elif entry.is_file():
            yield Place(entry.path, named=False)


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _matching(pattern: str) -> Iterator[Place]:
    """What matches; folders that match are searched, unless ``**`` has already gone into them."""
    found = sorted(glob.glob(pattern, recursive=True))
    if not found:
        yield Place(pattern, fault=ReadError(f"no file matches {pattern}."))
    deep = "**" in Path(pattern).parts
    for path in found:
        if not os.path.isdir(path):
            yield Place(path, named=False)
        elif not deep:
            yield from _within(path)


def apart(place: Place, other: str | None) -> bool:
    """Whether the file is not ``other``: results written into a folder are none of its articles."""
    if other is None or place.named or not os.path.exists(other):
        return True
    return not os.path.samefile(place.path, other)
