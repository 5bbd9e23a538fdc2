"""Adds the rows of one parsed article to the tables of a corpus."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

import attrs

from newsparse.corpus import keeping
from newsparse.corpus.rows import Reading, Source, source_key
from newsparse.corpus.statements import add_statuses
from newsparse.corpus.writing import Tables, Values
from newsparse.linking.known import with_known_kinds
from newsparse.linking.stored.shelf import Shelf
from newsparse.model import Document, Mention, Speaker
from newsparse.serial import dumps, loads

_LEVEL = 6
_ANALYSIS = frozenset({"tokens", "sentences", "attributions"})


class Insertion:
    """One article on its way into the tables; its entities stay those of the article until articles are joined."""

    def __init__(self, tables: Tables, shelf: Shelf, document: Document, key: str) -> None:
        self.tables, self.shelf, self.document, self.key = tables, shelf, document, key
        self.reading = Reading(with_known_kinds(document))
        self.kept = keeping.kept(document, key)
        self.id = tables.number("documents")
        self.appearances: dict[str, int] = {}
        self.about: Values = {}

    def add(self) -> None:
        """Insert all rows of the article."""
        article = self.reading.article()
        self.about = {name: article[name] for name in ("day", "outlet")}
        self.tables.insert("documents", [{"id": self.id, "key": self.key, **article}])
        self.tables.insert("archive", [{"document": self.id, "json": packed(self.document)}])
        self.shelf.put(self.id, self.kept.profiles, self.kept.sayings, self.kept.statements)
        self._add_entities()
        sources = self._add_sources(self.reading.sources())
        self._add_claims(sources)

    def _add_entities(self) -> None:
        self.appearances = {item.id: self.tables.number("appearances") for item in self.reading.entities}
        rows = [
            {
                "id": self.appearances[item.id],
                "document": self.id,
                "local": item.id,
                "name": item.name,
                "label": item.label,
                "aliases": "; ".join(item.aliases) or None,
                "mentions": len(item.mentions),
            }
            for item in self.reading.entities
        ]
        self.tables.insert("appearances", rows)
        self.tables.insert("mentions", [row for item in self.document.get("mentions") for row in self._mention(item)])
        roles = [
            {
                **row,
                "id": self.tables.number("roles"),
                "document": self.id,
                "appearance": self.appearances[item.id],
                "day": self.about["day"],
                "home_appearance": self.appearances.get(row["home_appearance"] or ""),
            }
            for item, row in self.reading.roles()
        ]
        self.tables.insert("roles", roles)

    def _mention(self, item: object) -> list[Values]:
        if not isinstance(item, Mention) or item.entity not in self.appearances:
            return []
        place = {"start": item.span.start, "stop": item.span.end}
        words = {"text": item.text, "form": item.form}
        return [{"document": self.id, "appearance": self.appearances[item.entity], **words, **place}]

    def _add_sources(self, sources: Mapping[str, Source]) -> dict[str, int]:
        ids = {key: self.tables.number("sources") for key in sources}
        rows = [
            {
                "id": ids[key],
                "document": self.id,
                "appearance": self.appearances.get(source.speaker.entity or ""),
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
        self._add_quotes(quotes, sources)
        self._add_figures(figures, quotes, sources)
        add_statuses(self.tables, self.id, self.kept.statements, {"quote": quotes, "figure": figures})

    def _add_quotes(self, ids: Mapping[str, int], sources: Mapping[str, int]) -> None:
        """Add the quotes by their numbers, ``ids``, with those whom they are about and those who say them together."""
        quotes = self.reading.quotes
        rows = [
            {
                **self._claim(item.speaker, ids[item.id], sources),
                **self.reading.quote(item),
                "within": ids.get(item.within or ""),
            }
            for item in quotes
        ]
        self.tables.insert("quotes", rows)
        self._add_named("quotes_about", "quote", ((ids[item.id], name) for item in quotes for name in item.about))
        joint = ((ids[item.id], name) for item in quotes if item.speaker for name in item.speaker.others)
        self._add_named("quotes_together", "quote", joint)

    def _add_figures(self, ids: Mapping[str, int], quotes: Mapping[str, int], sources: Mapping[str, int]) -> None:
        """Add the figures by their numbers, ``ids``, with those whom they are about, and the figures of the title."""
        figures = self.reading.figures
        rows = [
            {
                **self._claim(item.speaker, ids[item.id], sources),
                **self.reading.figure(item),
                "quote": quotes.get(item.quote or ""),
            }
            for item in figures
        ]
        in_title = [
            {**self._claim(None, self.tables.number("figures"), sources), **row, "quote": None}
            for row in self.reading.figures_in_title()
        ]
        self.tables.insert("figures", rows)
        self.tables.insert("figures", in_title)
        self._add_named("figures_about", "figure", ((ids[item.id], name) for item in figures for name in item.about))

    def _add_named(self, table: str, claim: str, named: Iterable[tuple[int, str]]) -> None:
        """Add which claims, by their numbers, name which entities, by their ids in the article."""
        pairs = ((number, self.appearances[name]) for number, name in named if name in self.appearances)
        self.tables.insert(table, [{claim: number, "appearance": other} for number, other in dict.fromkeys(pairs)])

    def _claim(self, speaker: Speaker | None, number: int, sources: Mapping[str, int]) -> Values:
        return {
            "id": number,
            "document": self.id,
            **self.about,
            "source": sources[source_key(speaker)] if speaker else None,
            "appearance": self.appearances.get(speaker.entity or "") if speaker else None,
        }


def packed(document: Document) -> bytes:
    """The document as the corpus keeps it: JSON without the layers of the language analysis, deflated."""
    return zlib.compress(dumps(_without_analysis(document)).encode("utf-8"), _LEVEL)


def _without_analysis(document: Document) -> Document:
    kept = tuple(layer for layer in document.layers if layer.name not in _ANALYSIS)
    headline = _without_analysis(document.headline) if document.headline else None
    return attrs.evolve(document, layers=kept, headline=headline)


def unpacked(data: bytes) -> Document:
    """The document that ``packed`` made smaller."""
    return loads(zlib.decompress(data).decode("utf-8"))
