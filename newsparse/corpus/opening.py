"""Opens the database of a corpus, to read it or to add to it, and refuses other files."""

from __future__ import annotations

import sqlite3
from importlib import resources
from os import PathLike
from pathlib import Path

from newsparse.errors import ReadError, WriteError
from newsparse.linking.stored.shelf import definitions

FORMAT = "13"
"""The version of the tables."""
PATIENCE_S = 60
"""Seconds to wait for another process that is writing."""
_HINT = "Make one: newsparse index FILES -o news.db."


def opened(path: str | PathLike[str]) -> sqlite3.Connection:
    """A connection that reads and never writes, with rows by name; raises ``ReadError`` for what is not a corpus."""
    place = Path(path)
    if not place.is_file():
        raise ReadError(f"there is no database {place}.", hint=_HINT)
    database = sqlite3.connect(f"{place.resolve().as_uri()}?mode=ro", uri=True, timeout=PATIENCE_S)
    database.row_factory = sqlite3.Row
    database.execute("PRAGMA temp_store = MEMORY")
    fault = _fault(database)
    if fault:
        database.close()
        raise ReadError(f"{place} {fault}.", hint=_HINT)
    return database


def writable(path: str | PathLike[str]) -> sqlite3.Connection:
    """A connection that adds to a corpus, which is made where it is missing; the caller begins and commits.

    Raises ``WriteError`` for a file that is something else, and for a place that cannot be written to.
    """
    place = Path(path)
    fresh = not place.exists() or not place.stat().st_size
    try:
        database = sqlite3.connect(place, timeout=PATIENCE_S, isolation_level=None)
        database.row_factory = sqlite3.Row
        if fresh:
            _make(database)
    except sqlite3.Error as error:
        raise WriteError(f"{place} cannot be written: {error}.", hint="Choose another place.") from error
    fault = _fault(database)
    if fault:
        database.close()
        raise WriteError(f"{place} {fault}.", hint="Choose another file, or delete it.")
    return database


def _make(database: sqlite3.Connection) -> None:
    tables = resources.files("newsparse").joinpath("data", "corpus", "schema.sql").read_text("utf-8")
    fact = f"INSERT INTO corpus VALUES ('format', '{FORMAT}')"
    database.executescript(f"BEGIN; {tables}; {definitions()}; {fact}; COMMIT")


def _fault(database: sqlite3.Connection) -> str:
    """Why it is not a corpus that this version reads; empty where it is."""
    try:
        row = database.execute("SELECT value FROM corpus WHERE fact = 'format'").fetchone()
    except sqlite3.DatabaseError as error:
        return f"is not a corpus that newsparse indexed ({error})"
    if row is None or row[0] != FORMAT:
        return f"has tables of version {row[0] if row else 'none'}, and this newsparse reads version {FORMAT}"
    return ""
