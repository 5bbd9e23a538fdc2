"""Whose words articles use: named people and unnamed ones, organisations and documents, by outlet and month."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, Final, get_args

import attrs

from newsparse.corpus.results import Table
from newsparse.model import SpeakerKind

KINDS: Final[tuple[str, ...]] = get_args(SpeakerKind)
COLUMNS: Final[Mapping[str, str]] = {kind: kind for kind in KINDS} | {
    "person": "named",
    "organisation": "organisations",
    "document": "documents",
    "record": "records",
}
"""The column that counts the sources of each kind of speaker."""
BY: Final[tuple[str, ...]] = ("outlet", "month", "outlet and month")
UNKNOWN = "(not in your table)"


@attrs.frozen(kw_only=True)
class Audit:
    """The sources of articles of an outlet, or of all, from ``since`` to ``until`` (days, both included)."""

    database: sqlite3.Connection
    outlet: str = ""
    since: str = ""
    until: str = ""

    def sources(self, by: str = "outlet") -> Table:
        """How many articles and words there are, sources of each kind, and the share of words that are theirs.

        ``by`` is one of ``BY``. A source counts once in each article. Outlets come with the most sources first.
        """
        where, values = self._where()
        keys = [f"coalesce({key}, '')" for key in ("outlet", "month") if key in by]
        names = [name for name in ("outlet", "month") if name in by]
        heads = ", ".join(f"{key} AS {name}" for key, name in zip(keys, names, strict=True))
        order = "sources DESC, outlet" if by == "outlet" else ", ".join(names)
        kinds = ", ".join(f"sum(sources.kind = '{kind}') AS {column}" for kind, column in COLUMNS.items())
        query = f"""
            WITH article AS (SELECT id, words, {heads} FROM documents WHERE {where}),
            spoken AS (
                SELECT document, count(*) AS sources, sum(words) AS words, {kinds} FROM sources GROUP BY document
            )
            SELECT {", ".join(names)}, count(*) AS articles, sum(article.words) AS words,
            coalesce(sum(spoken.sources), 0) AS sources,
            {", ".join(f"coalesce(sum({column}), 0) AS {column}" for column in COLUMNS.values())},
            coalesce(sum(spoken.words), 0) AS source_words,
            round(1.0 * coalesce(sum(spoken.words), 0) / max(sum(article.words), 1), 4) AS share_of_words
            FROM article LEFT JOIN spoken ON spoken.document = article.id
            GROUP BY {", ".join(names)} ORDER BY {order}"""
        return self._all(query, values)

    def kinds(self) -> Table:
        """Sources of each kind, with their quotes and words."""
        where, values = self._where()
        return self._all(
            f"""SELECT kind, count(*) AS sources, sum(quotes) AS quotes, sum(figures) AS figures, sum(words) AS words,
            count(DISTINCT document) AS articles FROM sources WHERE {where} GROUP BY kind ORDER BY sources DESC""",
            values,
        )

    def reasons(self, most: int = 100) -> Table:
        """Why sources are not named, in the articles' words."""
        where, values = self._where()
        return self._all(
            f"""SELECT lower(anonymity) AS reason, count(*) AS sources, count(DISTINCT document) AS articles
            FROM sources WHERE anonymity IS NOT NULL AND {where}
            GROUP BY lower(anonymity) ORDER BY sources DESC, reason LIMIT {most}""",
            values,
        )

    def unnamed(self, most: int = 100) -> Table:
        """How unnamed sources are called."""
        where, values = self._where()
        return self._all(
            f"""SELECT lower(name) AS called, count(*) AS sources, count(DISTINCT document) AS articles,
            count(DISTINCT outlet) AS outlets, sum(words) AS words FROM sources WHERE kind = 'unnamed' AND {where}
            GROUP BY lower(name) ORDER BY sources DESC, called LIMIT {most}""",
            values,
        )

    def affiliations(self, most: int = 100) -> Table:
        """The organisations for which sources speak, and those that speak themselves."""
        where, values = self._where()
        return self._all(
            f"""SELECT CASE kind WHEN 'organisation' THEN name ELSE organisation END AS organisation,
            count(*) AS sources, count(DISTINCT document) AS articles, sum(words) AS words FROM sources
            WHERE (organisation IS NOT NULL OR kind = 'organisation') AND {where}
            GROUP BY 1 ORDER BY sources DESC, 1 LIMIT {most}""",
            values,
        )

    def attribute(self, name: str) -> Table:
        """Named people among the sources by the value of an attribute of the user's own table."""
        where, values = self._where("sources.")
        return self._all(
            f"""SELECT coalesce(attributes.value, '{UNKNOWN}') AS value, count(*) AS sources,
            count(DISTINCT sources.entity) AS people, sum(sources.quotes) AS quotes, sum(sources.words) AS words
            FROM sources JOIN entities ON entities.id = sources.entity
            LEFT JOIN attributes ON attributes.key = entities.key AND attributes.attribute = ? AND entities.whole
            WHERE sources.kind = 'person' AND {where} GROUP BY 1 ORDER BY sources DESC, 1""",
            [name, *values],
        )

    def _where(self, table: str = "") -> tuple[str, list[Any]]:
        given = {"outlet = ?": self.outlet, "day >= ?": self.since, "day <= ?": self.until}
        parts = [f"{table}{part}" for part, value in given.items() if value]
        return " AND ".join(parts) or "TRUE", [value for value in given.values() if value]

    def _all(self, query: str, values: list[Any]) -> Table:
        return Table.of(self.database.execute(query, values))


def attributes(database: sqlite3.Connection) -> list[str]:
    """The attributes of the user's own table."""
    return [
        row[0] for row in database.execute("SELECT attribute FROM attributes GROUP BY attribute ORDER BY min(rowid)")
    ]
