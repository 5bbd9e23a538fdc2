"""What is kept of each article to compare it with others: into the database, and out of it again, one by one."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator

import attrs

from newsparse.corpus.writing import Values
from newsparse.linking import Profile, keeping
from newsparse.linking.keeping import Kept, Sayings
from newsparse.linking.status import Statements
from newsparse.model import Document

_LEVEL = 6


def kept(document: Document, key: str) -> Kept:
    """What is compared of an article, under its ``key``: the id of a document may be that of several articles."""
    return keeping.kept(attrs.evolve(document, id=key))


def row(found: Kept) -> Values:
    """The row of ``kept`` for an article, but for its number."""
    return {
        "profiles": _packed(keeping.written(found.profiles)),
        "sayings": _packed(keeping.written(found.sayings)),
        "statements": _packed(keeping.written(found.statements)),
    }


def kept_profiles(database: sqlite3.Connection) -> Iterator[Profile]:
    """The entities of all articles."""
    for text in _texts(database, "profiles"):
        yield from keeping.read_profiles(text)


def kept_sayings(database: sqlite3.Connection) -> Iterator[Sayings]:
    """What is said in each article."""
    return map(keeping.read_sayings, _texts(database, "sayings"))


def kept_statements(database: sqlite3.Connection) -> Iterator[Statements]:
    """The claims and figures of each article."""
    return map(keeping.read_statements, _texts(database, "statements"))


def _texts(database: sqlite3.Connection, part: str) -> Iterator[str]:
    for (data,) in database.execute(f"SELECT {part} FROM kept ORDER BY document"):
        yield zlib.decompress(data).decode("ascii")


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("ascii"), _LEVEL)
