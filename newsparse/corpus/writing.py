"""The tables of a corpus as they are written: ids counted here, rows added by the names of their columns."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cache
from typing import Any

Values = dict[str, Any]
"""A row by the names of its columns."""

_NUMBERED = (
    *("documents", "appearances", "roles", "sources", "quotes", "figures", "statuses", "same_quotes", "tellings"),
)
_WORDS: dict[str, str] = {
    "documents": "title, text",
    "quotes": "text, about, sentence, speaker, together_with, role, organisation",
    "figures": "what, about, sentence, speaker, role, organisation",
    "roles": "role, organisation",
}
"""The tables that are searched by words, and the columns that are; the names of entities once they are joined."""


class Tables:
    """A database to which rows are added."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self._next = {table: self._highest(table) + 1 for table in _NUMBERED}
        self._searched = {table: self._next[table] for table in _WORDS}

    def _highest(self, table: str) -> int:
        return int(self.database.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])

    def number(self, table: str) -> int:
        """The id of the next row of a table."""
        self._next[table] += 1
        return self._next[table] - 1

    def insert(self, table: str, rows: Sequence[Values]) -> None:
        """Add rows of one table, all with the same columns."""
        if rows:
            columns = tuple(rows[0])
            self.database.executemany(_insertion(table, columns), [tuple(map(clean, row.values())) for row in rows])

    def make_searchable(self) -> None:
        """Make what has been added since the last time known to searches by words."""
        for table, columns in _WORDS.items():
            self.database.execute(
                f"INSERT INTO {table}_words (rowid, {columns}) SELECT id, {columns} FROM {table} WHERE id >= ?",
                [self._searched[table]],
            )
            self._searched[table] = self._next[table]


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


def clean(value: Any) -> Any:
    r"""The value; a lone surrogate, which no database holds, as ``\ud800``."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    return value
