"""Tables as a SQLite database, whose definitions say what each column means."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsparse.model import Document
from newsparse.tables.options import TableOptions
from newsparse.tables.rows import Stream
from newsparse.tables.schema import ColumnType, Heading, TableName

_TYPES: dict[ColumnType, str] = {"string": "TEXT", "int64": "INTEGER", "float64": "REAL", "bool": "INTEGER"}
_KEY = "position"
_INDEXED: dict[TableName, tuple[str, ...]] = {
    "articles": ("article", "published"),
    "quotes": (_KEY, "speaker", "organisation", "about"),
    "numbers": (_KEY, "kind", "speaker", "quote"),
    "entities": (_KEY, "id", "name"),
    "mentions": (_KEY, "entity", "name"),
    "roles": (_KEY, "entity", "name", "organisation"),
}


def write_sqlite(documents: Iterable[Document], place: Path, options: TableOptions) -> None:
    """Write a database with the tables and indexes on what they are looked up by.

    ``position`` is the key of ``articles``, which the other tables refer to.
    """
    import sqlite3  # not every Python is built with it

    names = options.every
    stream = Stream.of(documents, names)
    with contextlib.closing(sqlite3.connect(place, isolation_level=None)) as database:
        # The file takes its name only when it is complete: there is nothing to roll back to.
        for setting in ("journal_mode = OFF", "synchronous = OFF"):
            database.execute(f"PRAGMA {setting}")
        database.execute("BEGIN")
        for name in names:
            database.execute(_definition(name, stream.columns[name], linked="articles" in names))
        for chunk in stream.chunks:
            for name in names:
                places = ", ".join("?" * len(stream.columns[name]))
                database.executemany(f"INSERT INTO {quoted(name)} VALUES ({places})", chunk[name])
        for name in names:
            for column in _INDEXED[name]:
                index = quoted(f"{name}_{column}")
                database.execute(f"CREATE INDEX {index} ON {quoted(name)} ({quoted(column)})")
        database.execute("COMMIT")


def quoted(name: str) -> str:
    """A name as SQL has it, in double quotes."""
    doubled = name.replace("\0", "").replace('"', '""')
    return f'"{doubled}"'


def _definition(name: TableName, headings: Sequence[Heading], *, linked: bool) -> str:
    lines = list(_columns(name, headings, linked=linked))
    # A comma goes before the comment that ends its line.
    body = [
        f"  {column}{',' if number < len(lines) else ''} -- {about}" for number, (column, about) in enumerate(lines, 1)
    ]
    return "\n".join([f"CREATE TABLE {quoted(name)} (", *body, ")"])


def _columns(name: TableName, headings: Sequence[Heading], *, linked: bool) -> Iterator[tuple[str, str]]:
    for heading in headings:
        column = f"{quoted(heading.name)} {_TYPES[heading.type]}"
        if heading.name == _KEY and name == "articles":
            column += " PRIMARY KEY"
        elif heading.name == _KEY and linked:
            column += f" REFERENCES {quoted('articles')} ({quoted(_KEY)})"
        yield column, heading.meaning.replace("\0", "")
