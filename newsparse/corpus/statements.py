"""How claims are given, figures about one thing, and what is said of claims: as ``newsparse.linking`` finds them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from newsparse.corpus.keeping import kept_statements
from newsparse.corpus.places import Places
from newsparse.corpus.writing import Tables, Values
from newsparse.linking.figures import FigureGroup, figure_groups, joined
from newsparse.linking.status import Effected, Statements, statuses
from newsparse.linking.tables import SEPARATOR

TABLES = ("figure_groups", "grouped_figures", "effects")
"""What is written when articles are compared, after it has been emptied."""

Key = tuple[str, str]
"""The key of an article and the id of a claim in it."""


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


def join_statements(database: sqlite3.Connection, places: Places) -> None:
    """Compare the figures and claims of all articles; the caller begins and commits."""
    kept = list(kept_statements(database))
    groups = joined(item.article for item in kept)
    tables = Tables(database)
    for group in figure_groups(groups):
        _add_group(tables, places, group)
    for status in statuses(kept, groups):
        if status.effects:
            _add_effects(tables, places, (status.place.document, status.claim), status.kind, status.effects)


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


def _add_effects(tables: Tables, places: Places, key: Key, kind: str, effects: Iterable[Effected]) -> None:
    claim = places.quote(*key) if kind == "quote" else places.figure(*key)
    status = tables.database.execute(f"SELECT id FROM statuses WHERE {kind} = ?", [claim]).fetchone()[0]
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
