"""Which findings are wanted, and how each kind of them is asked for: a head for each finding, and its places."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs

from newsparse.corpus.results import Table

PAGE = 30
EVERY = "all"
"""What findings of any kind are asked for by, beside the other ``choices`` of their kind."""
Part = tuple[str, list[Any]]
"""A condition in SQL, and its values."""


@attrs.frozen(kw_only=True)
class Wanted:
    """Which findings; what is empty is not asked.

    ``words`` are of a claim, its sentence or the names in it, ``topic`` one of those of figures. ``what`` is one of
    ``choices`` of the kind, by default those in which articles differ. ``entity`` says or disputes one of the claims,
    ``document`` is one of the articles, ``outlet`` published one, between the days ``since`` and ``until``.
    """

    words: str = ""
    topic: str = ""
    what: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    entity: int | None = None
    document: int | None = None


@attrs.frozen(kw_only=True)
class Kind:
    """A kind of findings.

    ``heads`` and ``all_places`` are queries for a row per finding and per place, ``key`` is the column of the number of
    the finding in both, and ``order`` and ``places_order`` are those of the rows.
    """

    name: str
    choices: tuple[str, ...]
    key: str
    heads: str
    order: str
    all_places: str
    places_order: str
    condition: Callable[[Wanted], Iterator[Part]]


def total(database: sqlite3.Connection, kind: Kind, wanted: Wanted = Wanted()) -> int:
    """How many findings there are."""
    condition, values = _where(kind, wanted)
    return int(database.execute(f"SELECT count(*) FROM ({kind.heads} WHERE {condition})", values).fetchone()[0])


def wanted_rows(
    database: sqlite3.Connection, kind: Kind, wanted: Wanted = Wanted(), *, most: int = PAGE, after: int = 0
) -> list[sqlite3.Row]:
    """The findings, the latest first."""
    condition, values = _where(kind, wanted)
    query = f"{kind.heads} WHERE {condition} ORDER BY {kind.order} LIMIT ? OFFSET ?"
    return database.execute(query, [*values, most, after]).fetchall()


def places(database: sqlite3.Connection, kind: Kind, findings: Sequence[int]) -> dict[int, list[sqlite3.Row]]:
    """The places of some findings, by finding, in their order."""
    found: dict[int, list[sqlite3.Row]] = {number: [] for number in findings}
    marks = ", ".join("?" * len(findings))
    query = f"{kind.all_places} WHERE {kind.key} IN ({marks}) ORDER BY {kind.places_order}"
    for row in database.execute(query, list(findings)):
        found[row[kind.key]].append(row)
    return found


def every(
    database: sqlite3.Connection, kind: Kind, wanted: Wanted = Wanted()
) -> Iterator[tuple[sqlite3.Row, list[sqlite3.Row]]]:
    """All findings, each with its places."""
    for row in wanted_rows(database, kind, wanted, most=-1):
        yield row, places(database, kind, [row["finding"]])[row["finding"]]


def table(database: sqlite3.Connection, kind: Kind, wanted: Wanted = Wanted()) -> Table:
    """All findings as one table: a row per place, with the columns of the finding before its own."""
    condition, values = _where(kind, wanted)
    query = f"""SELECT head.*, place.* FROM ({kind.heads} WHERE {condition} ORDER BY {kind.order}) AS head
        LEFT JOIN ({kind.all_places} ORDER BY {kind.places_order}) AS place ON place.{kind.key} = head.finding"""
    return _without(kind.key, Table.of(database.execute(query, values)))


def _without(name: str, found: Table) -> Table:
    """The table without a column that says the same as another one."""
    at = found.columns.index(name)
    return Table(
        tuple(other for other in found.columns if other != name), [(*row[:at], *row[at + 1 :]) for row in found.rows]
    )


def _where(kind: Kind, wanted: Wanted) -> Part:
    parts = list(kind.condition(wanted))
    condition = " AND ".join(f"({part})" for part, _ in parts) or "TRUE"
    return condition, [value for _, values in parts for value in values]
