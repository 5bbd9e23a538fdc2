"""A table of your own about people, joined to those of the corpus by name; nothing about anybody is inferred."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path

import attrs

from newsparse.corpus.names import name_key
from newsparse.corpus.opening import writable
from newsparse.errors import OptionError, ReadError
from newsparse.visible import one_line

NAME = "name"
"""The column that has the names."""
DELIMITERS = ",;\t"
"""What may be between the cells of a table: that which the header has most of."""


@attrs.frozen
class Attached:
    """How many names a table has, and how many of them occur in the corpus."""

    names: int
    known: int


def attach(database: str | PathLike[str], table: str | PathLike[str]) -> Attached:
    """Keep the values of a CSV file in the corpus, in place of those of an earlier one; empty cells are left out.

    The column ``name`` has the names, which are compared without case, diacritics and dots; all other columns are
    attributes. Raises ``ReadError`` for what cannot be read, ``OptionError`` for a table without that column.
    """
    rows = _rows(Path(table))
    corpus = writable(database)
    try:
        corpus.execute("BEGIN IMMEDIATE")
        corpus.execute("DELETE FROM attributes")
        corpus.executemany("INSERT OR REPLACE INTO attributes (key, name, attribute, value) VALUES (?, ?, ?, ?)", rows)
        corpus.execute("COMMIT")
        keys = {key for key, *_ in rows}
        query = "SELECT DISTINCT key FROM attributes WHERE key IN (SELECT key FROM entities WHERE whole)"
        return Attached(len(keys), len(corpus.execute(query).fetchall()))
    finally:
        corpus.close()


def _rows(table: Path) -> list[tuple[str, str, str, str]]:
    """The key of a name, the name, an attribute of it and its value, for each cell that is not empty."""
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            header = file.readline()
            file.seek(0)
            reader = csv.DictReader(file, delimiter=max(DELIMITERS, key=header.count))
            columns = {name: one_line(name) for name in reader.fieldnames or () if name}
            named = _column_of_names(columns, table)
            del columns[named]
            return [
                (name_key(row[named]), row[named].strip(), columns[column], value)
                for row in reader
                if row[named]
                for column, value in _filled(row, columns)
            ]
    except UnicodeDecodeError as error:
        raise ReadError(f"{table} is not UTF-8.", hint="Save it as CSV in UTF-8.") from error
    except (OSError, csv.Error) as error:
        raise ReadError(f"{table} cannot be read: {getattr(error, 'strerror', None) or error}.") from error


def _column_of_names(columns: Mapping[str, str], table: Path) -> str:
    """The column with the names; ``columns`` has each by its name on one line. Raises ``OptionError`` without one."""
    for column, shown in columns.items():
        if shown.lower() == NAME:
            return column
    known = ", ".join(columns.values()) or "none"
    raise OptionError(f"{table} has no column {NAME!r} (there are: {known}).")


def _filled(row: Mapping[str, str | None], columns: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Those of ``columns`` that have a value in a row, each with it."""
    for column in columns:
        value = (row[column] or "").strip()
        if value:
            yield column, value
