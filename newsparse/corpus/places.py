"""The numbers by which tables know articles and what is in them, for the ids that ``newsparse.linking`` uses."""

from __future__ import annotations

import sqlite3
from functools import lru_cache

import attrs

from newsparse.corpus.writing import clean

HELD = 65536
"""Of how many articles the numbers stay in memory."""


@attrs.frozen
class Place:
    """An article of the corpus: its number, its day and its outlet."""

    id: int
    day: str | None
    outlet: str | None


class Places:
    """The articles of a corpus by their keys, and their quotes, figures and entities by the ids there."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._article = lru_cache(HELD)(self._read)

    def __getitem__(self, key: str) -> Place:
        """The article of that key."""
        return self._article(key)

    def _read(self, key: str) -> Place:
        row = self._database.execute("SELECT id, day, outlet FROM documents WHERE key = ?", [key]).fetchone()
        return Place(*row)

    def quote(self, key: str, local: str | None) -> int | None:
        """The number of a quote, or None for no quote."""
        return self._number("SELECT id FROM quotes WHERE document = ? AND local = ?", key, local)

    def figure(self, key: str, local: str | None) -> int | None:
        """The number of a figure, or None."""
        return self._number("SELECT id FROM figures WHERE document = ? AND local = ?", key, local)

    def appearance(self, key: str, local: str) -> int:
        """The number of an entity of an article, which is there."""
        found = self._number("SELECT id FROM appearances WHERE document = ? AND local = ?", key, local)
        assert found is not None
        return found

    def entity(self, key: str, local: str | None) -> int | None:
        """The number of the entity of the corpus for one of an article, or None for none."""
        return self._number("SELECT entity FROM appearances WHERE document = ? AND local = ?", key, local)

    def named(self, key: str, name: str | None) -> int | None:
        """The number of the entity that an article calls by that name, or None."""
        return self._number("SELECT entity FROM appearances WHERE document = ? AND name = ? ORDER BY id", key, name)

    def _number(self, query: str, key: str, value: str | None) -> int | None:
        row = self._database.execute(query, [self[key].id, clean(value)]).fetchone() if value is not None else None
        return row[0] if row else None
