"""Articles in a temporary database, compared with each other when something is asked of them."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator

from newsparse.linking.figures.profiles import Article, Figure
from newsparse.linking.keeping import Part
from newsparse.linking.status.statuses import Statements, Status
from newsparse.linking.stored.claims import Claims
from newsparse.linking.stored.quoted import Quoted
from newsparse.linking.stored.shelf import Shelf, definitions, written_key

_SETTINGS = "PRAGMA journal_mode = OFF; PRAGMA cache_size = -65536;"  # 64 MiB of pages in memory
_DOCUMENTS = "CREATE TABLE documents (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);"


class Collected:
    """Articles by their ids, of which each can be replaced: then all are compared again.

    SQLite keeps what does not fit in its cache in a file that it deletes itself.
    """

    def __init__(self) -> None:
        self.database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self.database.executescript(f"{_SETTINGS} {_DOCUMENTS} {definitions()}")
        self.database.execute("BEGIN")  # nobody else reads it: a commit would only write pages
        self.shelf = Shelf(self.database)
        self._begin([])

    def put(self, key: str, *parts: Part) -> None:
        """Keep what is compared of an article, in place of what was kept of one with this id."""
        new = self.database.execute("INSERT OR IGNORE INTO documents (key) VALUES (?)", [written_key(key)]).rowcount
        number = self.shelf.number(key)
        self.shelf.put(number, *parts)
        if new:
            self._unclaimed.append(number)
            self._unquoted.append(number)
        else:
            self._forget()

    def _forget(self) -> None:
        """Forget what was compared, but not the articles."""
        tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('documents', 'kept')"
        for (table,) in self.database.execute(tables).fetchall():
            self.database.execute(f"DELETE FROM {table}")
        self._begin([row[0] for row in self.database.execute("SELECT id FROM documents ORDER BY id")])

    def _begin(self, waiting: list[int]) -> None:
        self.shelf = Shelf(self.database)
        self._claims, self._quoted = Claims(self.database, self.shelf), Quoted(self.database, self.shelf)
        self._unclaimed, self._unquoted = list(waiting), list(waiting)

    def compare(self) -> None:
        """Compare what was added since this was done last."""
        self._quote()
        self._claim()

    def _claim(self) -> None:
        while self._unclaimed:
            self._claims.add(self._unclaimed.pop())
        deque(self._claims.regrouped(), maxlen=0)
        deque(self._claims.restated(), maxlen=0)

    def _quote(self) -> None:
        while self._unquoted:
            self._quoted.add(self._unquoted.pop())
        deque(self._quoted.retold(), maxlen=0)

    @property
    def claims(self) -> Claims:
        """The figures and claims of all articles, compared."""
        self._claim()
        return self._claims

    @property
    def quoted(self) -> Quoted:
        """The quotations of all articles, compared."""
        self._quote()
        return self._quoted

    def statuses(self) -> Iterator[Status]:
        """The status of every claim, by article and place."""
        claims = self.claims
        for (number,) in self.database.execute("SELECT id FROM documents ORDER BY key").fetchall():
            yield from claims.statuses(number)


def joined(articles: Iterable[Article]) -> list[list[Figure]]:
    """The figures that are about one thing, in groups of two or more; the same for any order of ``articles``."""
    return collected(Statements(article=item, claims=(), answers=()) for item in articles).claims.groups()


def collected(kept: Iterable[Statements]) -> Collected:
    """The claims and figures of some articles."""
    result = Collected()
    for item in kept:
        result.put(item.article.document, item)
    return result
