"""Articles in a temporary database, compared with each other when something is asked of them."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator

from newsparse.garbage import paused
from newsparse.linking.figures.profiles import Article, Figure
from newsparse.linking.keeping import Part
from newsparse.linking.status.statuses import Statements, Status
from newsparse.linking.stored.claims import Claims
from newsparse.linking.stored.entities import Entities
from newsparse.linking.stored.quoted import Quoted
from newsparse.linking.stored.shelf import HELD, Shelf, column, definitions, written_key

_SETTINGS = "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA cache_size = -131072;"
"""Pages of 8 KiB, 128 MiB of them in memory: with 35,000 articles, 64 MiB take 7% more time, and pages of 4 KiB 3%."""
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
        self._begin()

    def put(self, key: str, *parts: Part) -> None:
        """Keep what is compared of an article, in place of what was kept of one with this id."""
        new = self.database.execute("INSERT OR IGNORE INTO documents (key) VALUES (?)", [written_key(key)]).rowcount
        number = self.shelf.number(key)
        self.shelf.put(number, *parts)
        if not new:
            self._forget()
            return
        for part in parts:
            self._waiting[column(part)].append(number)
        if len(self._waiting["statements"]) == HELD:  # all that is compared is still in memory
            self._quote()
            self._claim()

    def _forget(self) -> None:
        """Forget what was compared, but not the articles."""
        tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('documents', 'kept')"
        for (table,) in self.database.execute(tables).fetchall():
            self.database.execute(f"DELETE FROM {table}")
        self._begin()

    def _begin(self) -> None:
        self.shelf = Shelf(self.database)
        self._claims, self._quoted = Claims(self.database, self.shelf), Quoted(self.database, self.shelf)
        self._entities = Entities(self.database, self.shelf)
        self._waiting = {part: self._having(part) for part in ("profiles", "sayings", "statements")}

    def _having(self, part: str) -> list[int]:
        """The articles of which a part is kept."""
        query = f"SELECT document FROM kept WHERE length({part}) ORDER BY document"
        return [row[0] for row in self.database.execute(query)]

    def _waiting_for(self, part: str) -> Iterator[int]:
        """The articles of which a part has not been compared."""
        while self._waiting[part]:
            yield self._waiting[part].pop()

    def compare(self) -> None:
        """Compare what was added since this was done last."""
        self._join()
        self._quote()
        self._claim()

    def number(self, key: str) -> int | None:
        """The number of an article, None where there is none of that id."""
        row = self.database.execute("SELECT id FROM documents WHERE key = ?", [written_key(key)]).fetchone()
        return int(row[0]) if row else None

    def __len__(self) -> int:
        """The number of articles."""
        return int(self.database.execute("SELECT count(*) FROM documents").fetchone()[0])

    @paused()
    def _join(self) -> None:
        waiting = list(self._waiting_for("profiles"))
        for number in waiting:
            self._entities.add(number)
        if waiting:
            deque(self._entities.regrouped(), maxlen=0)

    @paused()
    def _claim(self) -> None:
        for number in self._waiting_for("statements"):
            self._claims.add(number)
        deque(self._claims.regrouped(), maxlen=0)
        deque(self._claims.restated(), maxlen=0)

    @paused()
    def _quote(self) -> None:
        self._quoted.add(self._waiting_for("sayings"))
        deque(self._quoted.retold(), maxlen=0)

    @property
    def entities(self) -> Entities:
        """The entities of all articles, compared."""
        self._join()
        return self._entities

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
