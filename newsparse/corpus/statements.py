"""How claims are given, figures about one thing, and what is said of claims: as ``newsparse.linking`` finds them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from newsparse.corpus.places import Places
from newsparse.corpus.writing import Tables, Values
from newsparse.linking.figures import FigureGroup, figure_groups
from newsparse.linking.status import Effected, Statements, Status
from newsparse.linking.stored.claims import Claims
from newsparse.linking.stored.shelf import Shelf
from newsparse.linking.tables import SEPARATOR


def add_statuses(tables: Tables, document: int, kept: Statements, claims: Mapping[str, Mapping[str, int]]) -> None:
    """Insert how an article gives its claims; ``claims`` are the numbers of its quotes and figures by their ids."""
    rows, evidence = [], []
    for claim in kept.claims:
        number = tables.number("statuses")
        numbers = {kind: claims[kind].get(claim.claim) if kind == claim.kind else None for kind in ("quote", "figure")}
        rows.append({"id": number, "document": document, **numbers, "base": claim.base, "rule": claim.rule or None})
        evidence += [
            {"status": number, "text": one.text, "start": one.start, "stop": one.end} for one in claim.evidence
        ]
    tables.insert("statuses", rows)
    tables.insert("evidence", evidence)


def join_statements(database: sqlite3.Connection, shelf: Shelf, places: Places, new: Iterable[int]) -> None:
    """Compare the figures and claims of new articles, by their numbers, with all; the caller begins and commits."""
    claims = Claims(database, shelf)
    for number in new:
        claims.add(number)
    tables = Tables(database)
    for figures, groups in claims.regrouped():
        _forget_groups(database, [places.figure(item.place.document, item.claim) for item in figures])
        for group in figure_groups(groups):
            _add_group(tables, places, group)
    for status in claims.restated():
        number = _number(database, places, status)
        database.execute("DELETE FROM effects WHERE status = ?", [number])
        _add_effects(tables, places, number, status.effects)


def _forget_groups(database: sqlite3.Connection, figures: Iterable[int | None]) -> None:
    for figure in figures:
        database.execute("DELETE FROM figure_groups WHERE id = ?", [figure])
        database.execute("DELETE FROM grouped_figures WHERE figure = ?", [figure])


def _add_group(tables: Tables, places: Places, group: FigureGroup) -> None:
    numbers = [places.figure(member.place.document, member.claim) for member in group.members]
    at = {member.place: number for member, number in zip(group.members, numbers, strict=True)}
    articles = [places[document] for document in group.documents]
    days = [item.day for item in articles if item.day]
    row: Values = {
        "id": numbers[0],
        "relation": group.relation,
        "reason": group.reason,
        "rule": group.rule,
        "subject": group.subject or None,
        "one": at[group.one],
        "other": at[group.other],
        "day": min(days, default=None),
        "last_day": max(days, default=None),
        "figures": len(numbers),
        "articles": len(articles),
        "outlets": len({item.outlet for item in articles if item.outlet}),
    }
    tables.insert("figure_groups", [row])
    tables.insert(
        "grouped_figures",
        [
            {
                "figure": number,
                "figure_group": numbers[0],
                "document": places[member.place.document].id,
                "headline": member.headline,
            }
            for member, number in zip(group.members, numbers, strict=True)
        ],
    )


def _number(database: sqlite3.Connection, places: Places, status: Status) -> int:
    """The number of the status of a claim."""
    find = places.quote if status.kind == "quote" else places.figure
    claim = find(status.place.document, status.claim)
    return int(database.execute(f"SELECT id FROM statuses WHERE {status.kind} = ?", [claim]).fetchone()[0])


def _add_effects(tables: Tables, places: Places, status: int, effects: Iterable[Effected]) -> None:
    tables.insert(
        "effects",
        [
            {
                "status": status,
                "effect": item.effect,
                "said_by": item.by,
                "entity": places.named(item.place.document, item.by),
                "document": places[item.place.document].id,
                "text": item.place.text,
                "start": item.place.start,
                "stop": item.place.end,
                "rules": SEPARATOR.join(item.rules) or None,
            }
            for item in effects
        ],
    )
