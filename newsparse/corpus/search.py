"""Who said what about whom, when, with which figures: quotes and figures that fit, and what they have in common."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import copysign, inf
from typing import Any, Literal

import attrs

from newsparse.corpus.remembering import remembered
from newsparse.corpus.results import Table
from newsparse.corpus.scales import scaled
from newsparse.corpus.words import of_topic, within
from newsparse.model import Quantity, QuantityKind

Kind = Literal["quotes", "figures"]
MOST_COMMON = 12
NEWEST = 5_000
"""Claims of a search that are read to see what they have in common."""
NEWEST_ARTICLES = 500
"""Articles of a search whose names are counted."""
_WORDS: dict[Kind, str] = {"quotes": "text about sentence", "figures": "what about sentence"}
_BY: dict[Kind, str] = {"quotes": "speaker together_with role organisation", "figures": "speaker role organisation"}
_COLUMNS: dict[Kind, tuple[str, ...]] = {
    "quotes": (
        *("id", "document", "title", "day", "outlet", "entity", "speaker", "speaker_kind", "together_with"),
        *(
            "role",
            "organisation",
            "anonymity",
            "unattributed",
            "text",
            "about",
            "cue",
            "form",
            "manner",
            "act",
            "modality",
            "sentence",
        ),
        *("start", "stop", "confidence"),
    ),
    "figures": (
        *("id", "document", "title", "day", "outlet", "text", "quantity", "what", "noun", "holder", "about", "kind"),
        *("unit", "currency", "per", "bound", "exactness", "low", "high", "scale", "scale_low", "scale_high", "part"),
        *("direction", "outlook", "modality", "period", "period_start", "period_end", "place", "entity", "speaker"),
        *("speaker_kind", "role", "organisation", "quote", "sentence", "start", "stop", "confidence"),
    ),
}
_SHARED = ("id", "document", "day", "outlet", "entity", "speaker", "role")
_OWN: dict[Kind, tuple[str, ...]] = {"quotes": (), "figures": ("noun", "quantity", "scale", "scale_low", "scale_high")}
"""The columns that are read of each claim."""


@attrs.frozen(kw_only=True)
class Search:
    """What is looked for; what is empty is not asked.

    ``words`` are of the claim, its sentence or the names in it; ``speaker`` of a name, a role or an organisation, where
    roles of other articles count too. ``entity`` is the speaker (of a quote, also one of several), ``about`` whom it
    is about and ``beside`` whom the article mentions, by the ids of the corpus. ``since`` and ``until`` are days.
    ``low`` and ``high`` are a range in ``measure``, converted where units allow it: of figures, or of one that a quote
    contains.
    """

    words: str = ""
    speaker: str = ""
    entity: int | None = None
    about: int | None = None
    beside: int | None = None
    outlet: str = ""
    since: str = ""
    until: str = ""
    who: str = ""
    measure: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    topic: str = ""
    noun: str = ""
    quantity: str = ""


@attrs.frozen
class Found:
    """The claims of one search; each property and method asks the database when it is used.

    ``total``, ``months`` and ``table`` are of all claims; what they have in common, and the pages of ``rows``, are of
    the newest ``NEWEST``, or the oldest.
    """

    database: sqlite3.Connection
    kind: Kind
    condition: str
    values: list[Any] = attrs.field(repr=False)
    search: Search
    oldest: bool = False

    @classmethod
    def of(cls, database: sqlite3.Connection, kind: Kind, search: Search, *, oldest: bool = False) -> Found:
        """Run a search; its claims stay in a table of this connection until the next search of that kind."""
        condition, values = _condition(database, kind, search)
        found = cls(database, kind, condition, values, search, oldest)
        columns = ", ".join(_SHARED + _OWN[kind])
        database.execute(f"DROP TABLE IF EXISTS temp.found_{kind}")
        database.execute(
            f"""CREATE TEMP TABLE found_{kind} AS SELECT {columns} FROM {kind} WHERE {condition}
            ORDER BY {found._order} LIMIT {NEWEST}""",
            values,
        )
        return found

    @property
    def _order(self) -> str:
        """The newest first, or the oldest; in an article, the order of the text."""
        return "day, id" if self.oldest else "day DESC, id"

    @property
    def total(self) -> int:
        """The number of claims."""
        return self._exact("count(*)")

    @property
    def articles(self) -> int:
        """The number of articles with such a claim."""
        return self._exact("count(DISTINCT document)")

    def _exact(self, count: str) -> int:
        """A count of all claims, from those that were read where that is all."""
        read = self._one(f"SELECT count(*) FROM temp.found_{self.kind}")
        if read < NEWEST:
            return self._one(f"SELECT {count} FROM temp.found_{self.kind}")
        return self._one(f"SELECT {count} FROM {self.kind} WHERE {self.condition}", self.values)

    def rows(self, *, most: int, after: int = 0) -> list[sqlite3.Row]:
        """Some of the claims."""
        query = f"""SELECT {self._columns} FROM (
                SELECT id, day FROM temp.found_{self.kind} ORDER BY {self._order} LIMIT ? OFFSET ?
            ) AS found CROSS JOIN {self.kind} AS claim ON claim.id = found.id
            CROSS JOIN documents ON documents.id = claim.document"""
        return self.database.execute(query, [most, after]).fetchall()

    def table(self) -> Table:
        """All of the claims."""
        chosen = f"SELECT id AS chosen FROM {self.kind} WHERE {self.condition}"
        query = f"""SELECT {self._columns} FROM {self.kind} AS claim JOIN documents ON documents.id = claim.document
            WHERE claim.id IN ({chosen}) ORDER BY claim.day {"" if self.oldest else "DESC"}, claim.id"""
        return Table.of(self.database.execute(query, self.values))

    @property
    def _columns(self) -> str:
        names = _COLUMNS[self.kind]
        return ", ".join("documents.title" if name == "title" else f"claim.{name}" for name in names)

    def speakers(self, most: int = MOST_COMMON) -> Table:
        """Who says most of it."""
        return self._common(
            """SELECT entity, speaker, min(role) AS role, count(*) AS claims, count(DISTINCT document) AS articles
            FROM temp.{found} WHERE speaker IS NOT NULL GROUP BY coalesce(entity, lower(speaker))
            ORDER BY claims DESC, speaker""",
            most,
        )

    def outlets(self, most: int = MOST_COMMON) -> Table:
        """The outlets with most of it."""
        return self._common(
            """SELECT outlet, count(*) AS claims, count(DISTINCT document) AS articles FROM temp.{found}
            WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY claims DESC, outlet""",
            most,
        )

    def months(self) -> Table:
        """How much there is in each month."""
        query = f"""SELECT substr(day, 1, 7) AS month, count(*) AS claims FROM {self.kind}
            WHERE day IS NOT NULL AND ({self.condition}) GROUP BY month ORDER BY month"""
        return Table.of(self.database.execute(query, self.values))

    def places(self, most: int = MOST_COMMON) -> Table:
        """Whom and what several of the articles mention, of the first ``NEWEST_ARTICLES`` that were read."""
        return self._common(
            f"""SELECT entities.id AS entity, entities.name, entities.label,
            count(DISTINCT appearances.document) AS articles
            FROM (SELECT DISTINCT document FROM temp.{{found}} LIMIT {NEWEST_ARTICLES}) AS found
            CROSS JOIN appearances ON appearances.document = found.document
            CROSS JOIN entities ON entities.id = appearances.entity
            GROUP BY entities.id HAVING articles > 1 ORDER BY articles DESC, entities.name""",
            most,
        )

    def counted(self, most: int = MOST_COMMON) -> Table:
        """What the figures count or measure, in how many articles, and how many values they give."""
        return self._common(
            """SELECT noun, count(*) AS figures, count(DISTINCT document) AS articles,
            count(DISTINCT quantity) AS different FROM temp.{found} WHERE noun IS NOT NULL
            GROUP BY noun ORDER BY articles DESC, figures DESC, noun""",
            most,
        )

    def quantities(self, most: int = 100) -> Table:
        """The values that the figures give, and how many articles and outlets give each."""
        return self._common(
            """SELECT quantity, scale, scale_low, scale_high, count(*) AS figures,
            count(DISTINCT document) AS articles, count(DISTINCT outlet) AS outlets,
            min(day) AS first_day, max(day) AS last_day FROM temp.{found} GROUP BY scale, quantity
            ORDER BY scale, coalesce(scale_low, scale_high), quantity""",
            most,
        )

    def _common(self, query: str, most: int) -> Table:
        return Table.of(self.database.execute(f"{query.format(found=f'found_{self.kind}')} LIMIT {most}"))

    def _one(self, query: str, values: Sequence[Any] = ()) -> int:
        return int(self.database.execute(query, values).fetchone()[0])


def figures_in(database: sqlite3.Connection, quotes: Sequence[int]) -> dict[int, list[sqlite3.Row]]:
    """The figures inside some quotes, by quote."""
    places = ", ".join("?" * len(quotes))
    query = f"SELECT quote, text, quantity, what FROM figures WHERE quote IN ({places}) ORDER BY start"
    found: dict[int, list[sqlite3.Row]] = {}
    for row in database.execute(query, list(quotes)):
        found.setdefault(row["quote"], []).append(row)
    return found


@remembered
def outlets(database: sqlite3.Connection) -> list[str]:
    """All outlets, by name."""
    query = "SELECT DISTINCT outlet FROM documents WHERE outlet IS NOT NULL ORDER BY outlet"
    return [row[0] for row in database.execute(query)]


@remembered
def measures(database: sqlite3.Connection) -> list[str]:
    """What figures are measured in, the most frequent first."""
    query = "SELECT measure FROM figures WHERE NOT in_title GROUP BY measure ORDER BY count(*) DESC, measure"
    return [row[0] for row in database.execute(query)]


def _condition(database: sqlite3.Connection, kind: Kind, search: Search) -> tuple[str, list[Any]]:
    parts = [
        *([("NOT in_title", [])] if kind == "figures" else []),
        *_of_words(kind, search),
        *_of_speaker(kind, search),
        *_of_article(search),
        *_of_figures(database, kind, search),
    ]
    return _joined(parts) if parts else ("TRUE", [])


Part = tuple[str, list[Any]]


def _joined(parts: Sequence[Part]) -> Part:
    """One condition that holds where all of some hold, with their values."""
    return " AND ".join(f"({part})" for part, _ in parts), [value for _, values in parts for value in values]


def _of_words(kind: Kind, search: Search) -> Iterator[Part]:
    topic = of_topic(search.topic)
    for query in (within(_WORDS[kind], search.words), within(_WORDS[kind], topic.words)):
        if query:
            yield f"id IN (SELECT rowid FROM {kind}_words WHERE {kind}_words MATCH ?)", [query]
    if topic.kinds and kind == "figures":
        yield f"kind IN ({', '.join('?' * len(topic.kinds))})", list(topic.kinds)
    if search.about is not None:
        one = kind.removesuffix("s")
        yield f"id IN (SELECT {one} FROM {kind}_about WHERE entity = ?)", [search.about]


def _of_speaker(kind: Kind, search: Search) -> Iterator[Part]:
    query = within(_BY[kind], search.speaker)
    if query:
        # A role that only other articles give counts, unless it is a former one.
        yield (
            f"""id IN (SELECT rowid FROM {kind}_words WHERE {kind}_words MATCH ?) OR entity IN (SELECT entity FROM roles
            WHERE NOT former AND id IN (SELECT rowid FROM roles_words WHERE roles_words MATCH ?))""",
            [query, within("role organisation", search.speaker)],
        )
    if search.entity is not None:
        joint = " OR id IN (SELECT quote FROM quotes_together WHERE entity = ?)" if kind == "quotes" else ""
        yield f"entity = ?{joint}", [search.entity] * (2 if joint else 1)
    if search.who:
        yield "speaker_kind = ?", [search.who]


def _of_article(search: Search) -> Iterator[Part]:
    if search.outlet:
        yield "outlet = ?", [search.outlet]
    if search.since:
        yield "day >= ?", [search.since]
    if search.until:
        yield "day <= ?", [search.until]
    if search.beside is not None:
        yield "document IN (SELECT document FROM appearances WHERE entity = ?)", [search.beside]


def _of_figures(database: sqlite3.Connection, kind: Kind, search: Search) -> Iterator[Part]:
    parts = list(_of_range(database, search))
    if kind == "figures":
        yield from parts
        if search.noun:
            yield "noun = ?", [search.noun]
        if search.quantity:
            yield "quantity = ?", [search.quantity]
    elif parts:
        condition, values = _joined(parts)
        yield f"id IN (SELECT quote FROM figures WHERE {condition})", values


def _of_range(database: sqlite3.Connection, search: Search) -> Iterator[Part]:
    """Figures with a value in the range: those whose bounds allow one."""
    scale, low, high = "", search.low, search.high
    ends: list[float | None] = [None if low is None else float(low), None if high is None else float(high)]
    if search.measure:
        known = database.execute(
            "SELECT kind, unit, currency, per FROM figures WHERE measure = ? LIMIT 1", [search.measure]
        ).fetchone()
        scale = search.measure
        if known is not None:
            scale, ends = _on_scale(known, low, high)
        yield "scale = ?", [scale]
    if ends[0] is not None:
        yield "scale_high >= ? OR scale_high IS NULL", [ends[0]]
    if ends[1] is not None:
        yield "scale_low <= ? OR scale_low IS NULL", [ends[1]]


def _on_scale(known: sqlite3.Row, low: Decimal | None, high: Decimal | None) -> tuple[str, list[float | None]]:
    kind: QuantityKind = known["kind"]
    unit = {"unit": known["unit"], "currency": known["currency"], "per": known["per"]}
    ends = [scaled(Quantity(low=end, high=end, kind=kind, **unit)) for end in (low or Decimal(0), high or Decimal(0))]
    return ends[0].scale, [_held(low, ends[0].low), _held(high, ends[1].high)]


def _held(asked: Decimal | None, end: float | None) -> float | None:
    """The end of a range on a scale; one that no floating-point number can hold lies beyond all figures."""
    if asked is None or end is not None:
        return None if asked is None else end
    return copysign(inf, asked)
