"""The same words in several articles: who altered them, and who gave them to somebody else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from newsparse.corpus.findings.asking import EVERY, Kind, Part, Wanted
from newsparse.corpus.results import Table
from newsparse.corpus.words import within

ALTERED, SPEAKER = "altered words", "another speaker"
_CHOICES = {"": "altered OR other_speakers", ALTERED: "altered", SPEAKER: "other_speakers"}
_TELLING = "same_quotes.id IN (SELECT same_quote FROM tellings WHERE {})"


def _condition(wanted: Wanted) -> Iterator[Part]:
    if wanted.what in _CHOICES:
        yield _CHOICES[wanted.what], []
    query = within("text about sentence", wanted.words)
    if query:
        chosen = "quote IN (SELECT rowid FROM quotes_words WHERE quotes_words MATCH ?)"
        yield _TELLING.format(chosen), [query]
    if wanted.outlet:
        yield _TELLING.format("document IN (SELECT id FROM documents WHERE outlet = ?)"), [wanted.outlet]
    if wanted.entity is not None:
        yield _TELLING.format("entity = ?"), [wanted.entity]
    if wanted.document is not None:
        yield _TELLING.format("document = ?"), [wanted.document]
    if wanted.since:
        yield "same_quotes.last_day >= ?", [wanted.since]
    if wanted.until:
        yield "same_quotes.day <= ?", [wanted.until]


QUOTES = Kind(
    name="quotes",
    choices=(ALTERED, SPEAKER, EVERY),
    key="same_quote",
    heads="""SELECT same_quotes.id AS finding, same_quotes.text AS original, speaker AS original_speaker,
        entity AS original_entity, first AS first_document, first.title AS first_title, same_quotes.day AS first_day,
        same_quotes.outlet AS first_outlet, last_day, articles, outlets, altered AS altered_tellings,
        other_speakers FROM same_quotes JOIN documents AS first ON first.id = first""",
    order="last_day DESC, articles DESC, same_quotes.id",
    all_places="""SELECT same_quote, tellings.id AS telling, tellings.document, documents.title, documents.day,
        documents.outlet, tellings.quote,
        (SELECT local FROM quotes WHERE quotes.id = tellings.quote) AS local, tellings.text, start, stop,
        relation, speaker, entity, other_speaker, copy_of,
        (SELECT group_concat(coalesce(alterations.text, ''), '; ') FROM alterations
        WHERE telling = tellings.id AND part = 'words') AS altered,
        (SELECT group_concat(coalesce(original_text, ''), '; ') FROM alterations
        WHERE telling = tellings.id AND part = 'words') AS altered_from,
        reason, score FROM tellings JOIN documents ON documents.id = tellings.document""",
    places_order="tellings.id",
    condition=_condition,
)
"""The kind of these findings."""


def differences(database: sqlite3.Connection, tellings: Sequence[int]) -> dict[int, list[sqlite3.Row]]:
    """The words that some tellings alter, by telling, with those of the original."""
    marks = ", ".join("?" * len(tellings))
    query = f"SELECT telling, text, original_text FROM alterations WHERE part = 'words' AND telling IN ({marks})"
    found: dict[int, list[sqlite3.Row]] = {}
    for row in database.execute(f"{query} ORDER BY id", list(tellings)):
        found.setdefault(row["telling"], []).append(row)
    return found


def copies(database: sqlite3.Connection, document: int) -> Table:
    """The near copies of an article, the earliest first."""
    query = """SELECT other.document, documents.title, documents.day, documents.outlet FROM copies AS own
        JOIN copies AS other ON other.first = own.first AND other.document != own.document
        JOIN documents ON documents.id = other.document WHERE own.document = ?
        ORDER BY documents.published, other.document"""
    return Table.of(database.execute(query, [document]))
