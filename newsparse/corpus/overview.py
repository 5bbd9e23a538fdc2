"""What a corpus has in it, at a glance."""

from __future__ import annotations

import sqlite3

from newsparse.corpus.remembering import remembered
from newsparse.corpus.results import Table

_COUNTED = {
    "articles": "SELECT count(*) FROM documents",
    "outlets": "SELECT count(DISTINCT outlet) FROM documents",
    "quotes": "SELECT count(*) FROM quotes",
    "figures": "SELECT count(*) FROM figures WHERE NOT in_title",
    "people": "SELECT count(*) FROM entities WHERE label = 'Person'",
    "organisations": "SELECT count(*) FROM entities WHERE label = 'Organization'",
}


@remembered
def counts(database: sqlite3.Connection) -> dict[str, int]:
    """How much there is."""
    return {name: int(database.execute(query).fetchone()[0]) for name, query in _COUNTED.items()}


@remembered
def days(database: sqlite3.Connection) -> tuple[str | None, str | None]:
    """The first and the last day of publication."""
    first, last = database.execute("SELECT min(day), max(day) FROM documents").fetchone()
    return first, last


@remembered
def months(database: sqlite3.Connection) -> Table:
    """Articles in each month."""
    return Table.of(
        database.execute(
            """SELECT month, count(*) AS articles, sum(quotes) AS quotes, sum(figures) AS figures FROM documents
            WHERE month IS NOT NULL GROUP BY month ORDER BY month"""
        )
    )


@remembered
def outlets(database: sqlite3.Connection) -> Table:
    """Articles of each outlet."""
    return Table.of(
        database.execute(
            """SELECT outlet, count(*) AS articles, sum(quotes) AS quotes, sum(figures) AS figures FROM documents
            WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY articles DESC, outlet"""
        )
    )
