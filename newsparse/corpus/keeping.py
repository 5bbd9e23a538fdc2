"""What is kept of each article to compare it with others: into the database, and out of it again, one by one."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator

import attrs

from newsparse.linking import Profile, keeping
from newsparse.linking.keeping import Kept
from newsparse.model import Document


def kept(document: Document, key: str) -> Kept:
    """What is compared of an article, under its ``key``: the id of a document may be that of several articles."""
    return keeping.kept(attrs.evolve(document, id=key))


def kept_profiles(database: sqlite3.Connection) -> Iterator[Profile]:
    """The entities of all articles."""
    for text in _texts(database, "profiles"):
        yield from keeping.read_profiles(text)


def _texts(database: sqlite3.Connection, part: str) -> Iterator[str]:
    for (data,) in database.execute(f"SELECT {part} FROM kept ORDER BY document"):
        yield zlib.decompress(data).decode("ascii")
