"""Compares the articles of a corpus with each other, by ``newsparse.linking``: who is the same, and what else is.

After each run, its articles are compared with those that they have something in common with; neither the order of the
articles nor the number of runs makes a difference.
"""

from __future__ import annotations

import sqlite3

from newsparse.corpus import quotations, statements
from newsparse.corpus.entities import join_entities
from newsparse.corpus.places import Places
from newsparse.garbage import paused
from newsparse.linking.stored.shelf import Shelf

_LAST = "SELECT coalesce(max(id), 0) FROM documents"
_JOINED = "SELECT value FROM corpus WHERE fact = 'joined'"


def waiting(database: sqlite3.Connection) -> int:
    """How many articles have not been compared with others yet, because the run that added them was cut off."""
    return int(database.execute(f"SELECT count(*) FROM documents WHERE id > {joined(database)}").fetchone()[0])


def joined(database: sqlite3.Connection) -> int:
    """The number of the last article that has been compared with others."""
    row = database.execute(_JOINED).fetchone()
    return int(row[0]) if row else 0


@paused()
def join(database: sqlite3.Connection, shelf: Shelf) -> None:
    """Compare the articles that are new with those that are there, in one transaction.

    What the ``shelf`` has in memory of those added last is not read again.
    """
    if not waiting(database):
        return
    database.execute("BEGIN IMMEDIATE")
    try:
        new = [row[0] for row in database.execute(f"SELECT id FROM documents WHERE id > {joined(database)}")]
        places = Places(database)
        join_entities(database, shelf, places, new)
        quotations.join_quotations(database, shelf, places, new)
        statements.join_statements(database, shelf, places, new)
        last = database.execute(_LAST).fetchone()[0]
        database.execute("INSERT OR REPLACE INTO corpus (fact, value) VALUES ('joined', ?)", [str(last)])
        database.execute("COMMIT")
    except BaseException:
        database.execute("ROLLBACK")
        raise
