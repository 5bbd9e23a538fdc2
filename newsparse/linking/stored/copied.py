"""Which articles in a database are near copies of each other, as articles are added."""

from __future__ import annotations

import sqlite3
from array import array
from itertools import combinations

from newsparse.linking.articles import COPY, KEYS, Article, likeness
from newsparse.linking.copies import LEAST
from newsparse.linking.stored.shelf import written_key


class Copied:
    """Groups of near copies: articles are looked up by two of the smallest hashes of their sketches."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    def add(self, number: int, article: Article) -> set[int]:
        """Add an article; those of which the first copy is now another one, or that have a copy now."""
        keys = _keys(article)
        homes = self._homes(article, self._sharing(keys))
        self.database.executemany("INSERT INTO sketch_keys VALUES (?, ?)", [(key, number) for key in keys])
        row = (number, number, article.moment, written_key(article.document), article.sketch.tobytes())
        self.database.execute("INSERT INTO copy_groups VALUES (?, ?, ?, ?, ?)", row)
        if not homes:
            return set()
        before = {item: first for home in (number, *homes) for item, first in self._firsts(home).items()}
        changes = [(min(homes), home) for home in (number, *homes)]
        self.database.executemany("UPDATE copy_groups SET home = ? WHERE home = ?", changes)
        after = self._firsts(min(homes))
        return {item for item, first in after.items() if before[item] != first}

    def first(self, number: int) -> int | None:
        """The first copy of an article, which it may be itself; None where it has none."""
        query = "SELECT home FROM copy_groups WHERE document = ?"
        return self._firsts(self.database.execute(query, [number]).fetchone()[0])[number]

    def groups(self) -> list[list[int]]:
        """All groups of two or more, by the time of the first, which comes first in each."""
        query = """SELECT home FROM copy_groups GROUP BY home HAVING count(*) >= ? ORDER BY min(moment || ' ' || key)"""
        homes = self.database.execute(query, [LEAST]).fetchall()
        return [list(self._firsts(home)) for (home,) in homes]

    def _sharing(self, keys: set[int]) -> list[int]:
        query = "SELECT document FROM sketch_keys WHERE key = ?"
        return sorted({row[0] for key in keys for row in self.database.execute(query, [key])})

    def _homes(self, article: Article, candidates: list[int]) -> set[int]:
        """The groups with an article like this one."""
        found: set[int] = set()
        for other in candidates:
            query = "SELECT home, sketch FROM copy_groups WHERE document = ?"
            home, sketch = self.database.execute(query, [other]).fetchone()
            if home not in found and likeness(article.sketch, array("I", sketch)) >= COPY:
                found.add(home)
        return found

    def _firsts(self, home: int) -> dict[int, int | None]:
        """The articles of a group in their order, and the first one, None for a group of one."""
        query = "SELECT document FROM copy_groups WHERE home = ? ORDER BY moment, key"
        found = [row[0] for row in self.database.execute(query, [home])]
        return dict.fromkeys(found, found[0] if len(found) >= LEAST else None)


def _keys(article: Article) -> set[int]:
    """Numbers for all pairs of the smallest hashes; for the only one where there are no two."""
    smallest = article.sketch[:KEYS]
    pairs = list(combinations(smallest, 2)) or [(one, one) for one in smallest]
    return {(one << 31) ^ other for one, other in pairs}
