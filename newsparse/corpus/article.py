"""Adds the rows of one parsed article to the tables of a corpus."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial

import attrs

from newsparse.corpus.joining import Candidate, Described, Match, described, matched, role_words
from newsparse.corpus.names import name_key
from newsparse.corpus.rows import Reading, Source, Values, source_key
from newsparse.corpus.writing import Tables
from newsparse.model import Document, Entity, Mention, NumberClaim, Quote, Speaker
from newsparse.serial import dumps, loads

_LEVEL = 6
_ANALYSIS = frozenset({"tokens", "sentences", "attributions"})
_MOST_ROLES = 50
"""Roles of an entity that are read for a comparison; a president has thousands."""


class Insertion:
    """One article on its way into the tables."""

    def __init__(self, tables: Tables, document: Document, key: str) -> None:
        self.tables, self.document, self.key = tables, document, key
        self.reading = Reading(document)
        self.id = tables.number("documents")
        self.entities: dict[str, int] = {}
        self.about: Values = {}

    def add(self) -> None:
        """Insert all rows of the article."""
        article = self.reading.article()
        self.about = {name: article[name] for name in ("day", "outlet")}
        self.tables.insert("documents", [{"id": self.id, "key": self.key, **article}])
        self.tables.insert("archive", [{"document": self.id, "json": packed(self.document)}])
        self._add_entities()
        sources = self._add_sources(self.reading.sources())
        self._add_claims(sources)

    def _add_entities(self) -> None:
        rows = []
        for item in self.reading.entities:
            found, match = self._joined(item)
            self.entities[item.id] = found
            rows.append(
                {
                    "id": self.tables.number("appearances"),
                    "document": self.id,
                    "entity": found,
                    "local": item.id,
                    "name": item.name,
                    "aliases": "; ".join(item.aliases) or None,
                    "mentions": len(item.mentions),
                    "reason": match.reason,
                    "score": match.score,
                }
            )
        self.tables.insert("appearances", rows)
        self.tables.insert("mentions", [row for item in self.document.get("mentions") for row in self._mention(item)])
        roles = [
            {
                **row,
                "id": self.tables.number("roles"),
                "document": self.id,
                "entity": self.entities[item.id],
                "day": self.about["day"],
                "home": self.entities.get(row["home"] or ""),
            }
            for item, row in self.reading.roles()
        ]
        self.tables.insert("roles", roles)

    def _mention(self, item: object) -> list[Values]:
        if not isinstance(item, Mention) or item.entity not in self.entities:
            return []
        place = {"start": item.span.start, "stop": item.span.end}
        words = {"text": item.text, "form": item.form}
        return [{"document": self.id, "entity": self.entities[item.entity], **words, **place}]

    def _joined(self, item: Entity) -> tuple[int, Match]:
        """The entity of the corpus for an entity of the article, which is added if it is new."""
        found = described(self.document, item)
        match = matched(found, list(self._candidates(found)))
        if match.entity is not None:
            return match.entity, match
        new = self.tables.number("entities")
        row = {"id": new, "name": item.name, "label": found.label, "key": found.key, "whole": found.whole}
        self.tables.insert("entities", [{**row, "link": found.link}])
        return new, match

    def _candidates(self, found: Described) -> Iterable[Candidate]:
        named = "SELECT id, label, key, link FROM entities WHERE label = ? AND key = ? AND whole"
        rows = self.tables.database.execute(named, [found.label, found.key]).fetchall() if found.whole else []
        if found.link:
            listed = "SELECT id, label, key, link FROM entities WHERE link = ?"
            rows = [*self.tables.database.execute(listed, [found.link]), *rows]
        for row in rows:
            roles = self._roles(row["id"]) if found.label == "Person" else []
            known = Described(
                label=row["label"],
                key=row["key"],
                link=row["link"],
                roles=role_words(role for role, _ in roles),
                homes=frozenset(name_key(home) for _, home in roles if home),
            )
            yield Candidate(id=row["id"], known=known, company=partial(self._company, row["id"]))

    def _roles(self, entity: int) -> list[tuple[str, str | None]]:
        query = f"SELECT DISTINCT role, organisation FROM roles WHERE entity = ? LIMIT {_MOST_ROLES}"
        return [(row[0], row[1]) for row in self.tables.database.execute(query, [entity])]

    def _company(self, entity: int) -> int:
        """How many other people and organisations of this article an entity of the corpus has appeared beside."""
        others = [item for item in self.reading.entities if item.label in ("Person", "Organization")]
        keys = sorted({name_key(item.name) for item in others})
        query = f"""
            SELECT count(DISTINCT other.entity) FROM appearances AS own
            JOIN appearances AS other ON other.document = own.document AND other.entity != own.entity
            JOIN entities ON entities.id = other.entity
            WHERE own.entity = ? AND entities.whole AND entities.label IN ('Person', 'Organization')
            AND entities.key IN ({", ".join("?" * len(keys))})"""
        return int(self.tables.database.execute(query, [entity, *keys]).fetchone()[0])

    def _add_sources(self, sources: Mapping[str, Source]) -> dict[str, int]:
        ids = {key: self.tables.number("sources") for key in sources}
        rows = [
            {
                "id": ids[key],
                "document": self.id,
                "entity": self.entities.get(source.speaker.entity or ""),
                **self.about,
                "name": source.speaker.name,
                "kind": source.speaker.kind,
                "role": source.role,
                "organisation": source.organisation,
                "anonymity": source.speaker.anonymity.text if source.speaker.anonymity else None,
                "quotes": source.quotes,
                "figures": source.figures,
                "words": source.words,
            }
            for key, source in sources.items()
        ]
        self.tables.insert("sources", rows)
        return ids

    def _add_claims(self, sources: Mapping[str, int]) -> None:
        quotes = {item.id: self.tables.number("quotes") for item in self.reading.quotes}
        figures = {item.id: self.tables.number("figures") for item in self.reading.figures}
        self.tables.insert(
            "quotes",
            [
                {
                    **self._claim(item.speaker, quotes[item.id], sources),
                    **self.reading.quote(item),
                    "within": quotes.get(item.within or ""),
                }
                for item in self.reading.quotes
            ],
        )
        self.tables.insert(
            "figures",
            [
                {
                    **self._claim(item.speaker, figures[item.id], sources),
                    **self.reading.figure(item),
                    "quote": quotes.get(item.quote or ""),
                }
                for item in self.reading.figures
            ],
        )
        for table, ids, items in (
            ("quote", quotes, self.reading.quotes),
            ("figure", figures, self.reading.figures),
        ):
            pairs = [
                (ids[item.id], self.entities[name]) for item in items for name in item.about if name in self.entities
            ]
            self.tables.insert(
                f"{table}s_about", [{table: one, "entity": other} for one, other in dict.fromkeys(pairs)]
            )
        self._count()

    def _claim(self, speaker: Speaker | None, number: int, sources: Mapping[str, int]) -> Values:
        return {
            "id": number,
            "document": self.id,
            **self.about,
            "source": sources[source_key(speaker)] if speaker else None,
            "entity": self.entities.get(speaker.entity or "") if speaker else None,
        }

    def _count(self) -> None:
        """Add what the article says to the counts of its entities."""
        counts: dict[int, Counter[str]] = {entity: Counter(documents=1) for entity in self.entities.values()}
        for item in self.reading.entities:
            counts[self.entities[item.id]]["mentions"] += len(item.mentions)
        claims: dict[str, tuple[Quote | NumberClaim, ...]] = {
            "quotes": self.reading.quotes,
            "figures": self.reading.figures,
        }
        for name, items in claims.items():
            for claim in items:
                entity = self.entities.get(claim.speaker.entity or "") if claim.speaker else None
                if entity is not None:
                    counts[entity][name] += 1
        columns = ("documents", "mentions", "quotes", "figures")
        changes = ", ".join(f"{column} = {column} + ?" for column in columns)
        self.tables.database.executemany(
            f"UPDATE entities SET {changes} WHERE id = ?",
            [(*(count[column] for column in columns), entity) for entity, count in counts.items()],
        )


def packed(document: Document) -> bytes:
    """The document as the corpus keeps it: JSON without the layers of the language analysis, deflated."""
    kept = tuple(layer for layer in document.layers if layer.name not in _ANALYSIS)
    return zlib.compress(dumps(attrs.evolve(document, layers=kept)).encode("utf-8"), _LEVEL)


def unpacked(data: bytes) -> Document:
    """The document that ``packed`` made smaller."""
    return loads(zlib.decompress(data).decode("utf-8"))
