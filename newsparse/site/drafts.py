"""The pages of drafts that were verified against their sources: all of them, and one with its findings."""

from __future__ import annotations

import sqlite3

from newsparse.corpus import drafts
from newsparse.corpus.rows import title_of
from newsparse.site.asking import Asked
from newsparse.site.page import NotFound, Page
from newsparse.verification.page import Link, shown
from newsparse.visible import shortened

PAGE = 100


def listed(database: sqlite3.Connection, asked: Asked) -> Page:
    """Drafts, those verified last first."""
    page = asked.page()
    return Page(
        template="drafts.html",
        title="Drafts",
        values={
            "rows": list(drafts.listed(database, most=PAGE, after=(page - 1) * PAGE)),
            "page": page,
            "pages": max(-(-drafts.total(database) // PAGE), 1),
        },
        tables={"drafts": lambda: drafts.listed(database, most=-1)},
    )


def page(database: sqlite3.Connection, asked: Asked) -> Page:
    """One draft: its text, and what the sources say of each quotation and figure, with links to these sources."""
    number = asked.number("draft") or 0
    draft = drafts.draft(database, number)
    if draft is None:
        raise NotFound("There is no draft of that number.")
    found = drafts.findings(database, number)
    links = {
        str(row["local"]): Link(
            f"/articles/{row['document']}?at={row['source_start']}-{row['source_stop']}",
            " · ".join(shortened(str(row[name])) for name in ("title", "outlet", "day") if row[name]),
        )
        for row in found
        if row["document"]
    }
    return Page(
        template="draft.html",
        title=title_of(draft),
        values={"shown": shown(draft, links)},
        tables={"findings": lambda: found},
    )
