"""People and organisations across articles: who there is, and all that is known of one of them."""

from __future__ import annotations

import sqlite3

import attrs

from newsparse.corpus.results import Table
from newsparse.corpus.words import matching

PAGE = 100


def listed(
    database: sqlite3.Connection, *, words: str = "", label: str = "", most: int = PAGE, after: int = 0
) -> Table:
    """Names with their counts, those who speak most first; ``words`` are of the name, ``label`` is Person, ..."""
    conditions, values = [], []
    query = matching(words)
    if query:
        conditions.append("id IN (SELECT rowid FROM entities_words WHERE entities_words MATCH ?)")
        values.append(query)
    if label:
        conditions.append("+label = ?")  # the plus keeps SQLite from sorting all people instead of reading an index
        values.append(label)
    found = f"""SELECT id AS entity, name, label, documents AS articles, mentions, quotes, figures FROM entities
        WHERE {" AND ".join(conditions) or "TRUE"} ORDER BY quotes DESC, mentions DESC, id LIMIT ? OFFSET ?"""
    return Table.of(database.execute(found, [*values, most, after]))


def labels(database: sqlite3.Connection) -> list[str]:
    """The kinds of names that there are."""
    return [row[0] for row in database.execute("SELECT DISTINCT label FROM entities ORDER BY label")]


@attrs.frozen
class Person:
    """One entity of the corpus; each method asks the database."""

    database: sqlite3.Connection
    id: int
    name: str
    label: str
    articles: int
    quotes: int
    figures: int
    mentions: int
    whole: bool
    link: str | None

    @classmethod
    def find(cls, database: sqlite3.Connection, entity: int) -> Person | None:
        """The entity of that id, or None."""
        row = database.execute("SELECT * FROM entities WHERE id = ?", [entity]).fetchone()
        if row is None:
            return None
        counts = {name: row[name] for name in ("quotes", "figures", "mentions", "link")}
        known = {"name": row["name"], "label": row["label"], "articles": row["documents"], "whole": bool(row["whole"])}
        return cls(database=database, id=entity, **known, **counts)

    def names(self) -> Table:
        """The names by which articles call it."""
        return self._all(
            """SELECT name, count(*) AS articles, min(documents.day) AS first_day, max(documents.day) AS last_day
            FROM appearances JOIN documents ON documents.id = document WHERE entity = ?
            GROUP BY name ORDER BY articles DESC, name"""
        )

    def roles(self) -> Table:
        """Its roles over time, in the order in which they first come up."""
        return self._all(
            """SELECT role, organisation, home, former, min(day) AS first_day, max(day) AS last_day,
            count(DISTINCT document) AS articles FROM roles WHERE entity = ?
            GROUP BY lower(role), organisation, former ORDER BY min(day), role"""
        )

    def beside(self, most: int = 20) -> Table:
        """Who else speaks in the same articles."""
        return self._all(
            f"""SELECT other.entity, other.name, min(other.role) AS role, count(DISTINCT other.document) AS articles,
            sum(other.quotes) AS quotes FROM sources AS own
            JOIN sources AS other ON other.document = own.document AND other.entity IS NOT own.entity
            WHERE own.entity = ? AND other.kind IN ('person', 'organisation')
            GROUP BY coalesce(other.entity, lower(other.name)) ORDER BY articles DESC, quotes DESC, other.name
            LIMIT {most}"""
        )

    def months(self) -> Table:
        """How much it says in each month."""
        return self._all(
            """SELECT substr(day, 1, 7) AS month, count(*) AS claims FROM quotes WHERE day IS NOT NULL
            AND (entity = ?1 OR id IN (SELECT quote FROM quotes_together WHERE entity = ?1))
            GROUP BY month ORDER BY month"""
        )

    def attributes(self) -> Table:
        """What a table of the user's own says."""
        query = "SELECT attribute, value FROM attributes WHERE key = (SELECT key FROM entities WHERE id = ? AND whole)"
        return self._all(f"{query} ORDER BY rowid")

    def appearances(self, most: int = -1) -> Table:
        """The articles, with the reason why it is the one that they name; those where that is uncertain come first."""
        return self._all(
            f"""SELECT document, documents.title, documents.day, documents.outlet, name, local, reason, score, uncertain
            FROM appearances JOIN documents ON documents.id = document WHERE entity = ?
            ORDER BY uncertain DESC, documents.day, document LIMIT {most}"""
        )

    def uncertain(self) -> int:
        """In how many articles it is uncertain that it is the one that they name."""
        query = "SELECT count(*) AS articles FROM appearances WHERE entity = ? AND uncertain"
        return int(self._all(query).rows[0][0] or 0)

    def namesakes(self) -> Table:
        """Others of the same name, who have been kept apart."""
        return self._all(
            """SELECT other.id AS entity, other.name, other.documents AS articles,
            (SELECT min(role) FROM roles WHERE entity = other.id) AS role FROM entities AS own
            JOIN entities AS other ON other.label = own.label AND other.key = own.key AND other.id != own.id
            WHERE own.id = ? ORDER BY articles DESC LIMIT 20"""
        )

    def _all(self, query: str) -> Table:
        return Table.of(self.database.execute(query, [self.id]))
