"""Drafts that were verified against their sources, kept beside the articles: findings enter, tables of them leave."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from importlib import resources
from os import PathLike

from newsparse.corpus.article import packed, unpacked
from newsparse.corpus.opening import writable
from newsparse.corpus.results import Table
from newsparse.corpus.rows import title_of
from newsparse.corpus.writing import Values, clean
from newsparse.model import Document, Finding, Located, digest

PAGE = 100
_HEADS = ("id", "title", "path", "verified", "quotations", "figures", "unsupported")
_FINDINGS = (
    *("local", "checked", "verdict", "supported", "text", "start", "stop", "differences", "reason", "source"),
    *("document", "source_text", "source_start", "source_stop", "likeness"),
)


def store(path: str | PathLike[str], draft: Document) -> int:
    """Keep a draft with the findings of ``newsparse.verify`` in the corpus at ``path``, and return its number there.

    A draft that is verified again takes the place of the earlier findings. Raises ``WriteError`` for a place that
    cannot be written to, and for a file that is something else.
    """
    database = writable(path)
    try:
        database.executescript(resources.files("newsparse").joinpath("data", "corpus", "drafts.sql").read_text("utf-8"))
        database.execute("BEGIN IMMEDIATE")
        key = digest("\0".join([draft.meta.path or "", draft.text]))
        old = [row[0] for row in database.execute("SELECT id FROM drafts WHERE key = ?", [key])]
        for number in old:
            database.execute("DELETE FROM draft_findings WHERE draft = ?", [number])
            database.execute("DELETE FROM drafts WHERE id = ?", [number])
        number = _inserted(database, "drafts", {**({"id": old[0]} if old else {}), "key": key, **_head(draft)})
        for finding in draft.findings:
            _inserted(database, "draft_findings", {"draft": number, **_row(database, finding)})
        database.execute("COMMIT")
        return number
    finally:
        database.close()


def listed(database: sqlite3.Connection, *, most: int = PAGE, after: int = 0) -> Table:
    """The drafts, those verified last first."""
    if not _any(database):
        return Table(_HEADS, [])
    query = f"SELECT {', '.join(_HEADS)} FROM drafts ORDER BY verified DESC, id DESC LIMIT ? OFFSET ?"
    return Table.of(database.execute(query, [most, after]))


def total(database: sqlite3.Connection) -> int:
    """How many drafts there are."""
    return int(database.execute("SELECT count(*) FROM drafts").fetchone()[0]) if _any(database) else 0


def draft(database: sqlite3.Connection, number: int) -> Document | None:
    """The draft of that number with its findings, or None."""
    if not _any(database):
        return None
    row = database.execute("SELECT json FROM drafts WHERE id = ?", [number]).fetchone()
    return unpacked(row[0]) if row else None


def findings(database: sqlite3.Connection, number: int) -> Table:
    """The findings on one draft, those that the sources do not support first, with the article of each."""
    query = f"""SELECT {", ".join(f"draft_findings.{name}" for name in _FINDINGS)}, title, outlet, day
        FROM draft_findings LEFT JOIN documents ON documents.id = document WHERE draft = ? ORDER BY supported, start"""
    return Table.of(database.execute(query, [number])) if _any(database) else Table(_FINDINGS, [])


def of_article(database: sqlite3.Connection, number: int) -> Table:
    """The drafts for which an article is the nearest source of anything."""
    if not _any(database):
        return Table(_HEADS, [])
    query = f"""SELECT {", ".join(_HEADS)} FROM drafts
        WHERE id IN (SELECT draft FROM draft_findings WHERE document = ?) ORDER BY verified DESC, id DESC"""
    return Table.of(database.execute(query, [number]))


def _any(database: sqlite3.Connection) -> bool:
    """Whether a draft was ever kept: the tables are made with the first."""
    return database.execute("SELECT 1 FROM sqlite_master WHERE name = 'draft_findings'").fetchone() is not None


def _inserted(database: sqlite3.Connection, table: str, row: Values) -> int:
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    done = database.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*map(clean, row.values())])
    return int(done.lastrowid or 0)


def _head(document: Document) -> Values:
    checked = [item.checked for item in document.findings]
    return {
        "title": title_of(document),
        "path": document.meta.path,
        "verified": datetime.now(UTC).isoformat(timespec="seconds"),
        "quotations": checked.count("quote"),
        "figures": checked.count("figure"),
        "unsupported": sum(not item.supported for item in document.findings),
        "json": packed(document),
    }


def _row(database: sqlite3.Connection, finding: Finding) -> Values:
    there = finding.there
    return {
        "local": finding.id,
        "checked": finding.checked,
        "verdict": finding.verdict,
        "supported": int(finding.supported),
        "text": finding.text,
        "start": finding.span.start,
        "stop": finding.span.end,
        "differences": "; ".join(f"{item.part}: {item}" for item in finding.differences) or None,
        "reason": finding.reason or None,
        "source": (there.path or there.document) if there else None,
        "document": _article(database, there) if there else None,
        "source_text": there.text if there else None,
        "source_start": there.start if there else None,
        "source_stop": there.end if there else None,
        "likeness": finding.likeness,
    }


def _article(database: sqlite3.Connection, place: Located) -> int | None:
    """The article of this corpus that has these words at this place."""
    query = "SELECT id FROM documents WHERE article = ? AND substr(text, ? + 1, ?) = ? ORDER BY id LIMIT 1"
    words = [place.start, place.end - place.start, clean(place.text)]
    row = database.execute(query, [clean(place.document), *words]).fetchone()
    return int(row[0]) if row else None
