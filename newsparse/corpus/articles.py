"""The articles of a corpus: which there are, and one of them as the document that it was."""

from __future__ import annotations

import sqlite3
from typing import Literal

import attrs

from newsparse.corpus.article import unpacked
from newsparse.corpus.results import Table
from newsparse.corpus.words import matching
from newsparse.model import Document

PAGE = 100


@attrs.frozen(kw_only=True)
class Wanted:
    """Which articles: ``words`` are of the title and the text, ``since`` and ``until`` are days; empty is any."""

    words: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""


def listed(database: sqlite3.Connection, wanted: Wanted = Wanted(), *, most: int = PAGE, after: int = 0) -> Table:
    """Articles, newest first."""
    parts, values = _condition(wanted)
    query = f"""SELECT id AS document, title, day, outlet, author, url, words, quotes, figures FROM documents
        WHERE {parts} ORDER BY day DESC, id LIMIT ? OFFSET ?"""
    return Table.of(database.execute(query, [*values, most, after]))


def total(database: sqlite3.Connection, wanted: Wanted = Wanted()) -> int:
    """How many articles there are."""
    parts, values = _condition(wanted)
    return int(database.execute(f"SELECT count(*) FROM documents WHERE {parts}", values).fetchone()[0])


def document(database: sqlite3.Connection, number: int) -> Document | None:
    """The article of that number, or None."""
    row = database.execute("SELECT json FROM archive WHERE document = ?", [number]).fetchone()
    return unpacked(row[0]) if row else None


def names(database: sqlite3.Connection, number: int) -> Table:
    """The entities of an article and what they are called across articles, those named most first."""
    query = """SELECT appearances.entity, entities.name, entities.label, appearances.mentions,
        entities.documents AS articles FROM appearances JOIN entities ON entities.id = appearances.entity
        WHERE document = ? ORDER BY appearances.mentions DESC, entities.name"""
    return Table.of(database.execute(query, [number]))


def claims(database: sqlite3.Connection, kind: Literal["quotes", "figures"], number: int) -> Table:
    """The quotes or the figures of an article, in the order of its text."""
    order = "in_title DESC, start, stop" if kind == "figures" else "start, stop"
    return Table.of(database.execute(f"SELECT * FROM {kind} WHERE document = ? ORDER BY {order}", [number]))


def _condition(wanted: Wanted) -> tuple[str, list[str]]:
    given = {
        "id IN (SELECT rowid FROM documents_words WHERE documents_words MATCH ?)": matching(wanted.words),
        "outlet = ?": wanted.outlet,
        "day >= ?": wanted.since,
        "day <= ?": wanted.until,
    }
    return " AND ".join(part for part, value in given.items() if value) or "TRUE", [*filter(None, given.values())]
