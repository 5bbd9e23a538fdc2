"""The first page: what there is, and where to begin."""

from __future__ import annotations

import sqlite3

from newsparse.corpus import overview, people
from newsparse.corpus.search import outlets
from newsparse.site import plots
from newsparse.site.asking import Asked
from newsparse.site.page import Page

_SPEAKERS = 12


def page(database: sqlite3.Connection, asked: Asked) -> Page:
    """Counts, months, outlets, and who speaks most."""
    found = overview.months(database)
    counts = {str(row["month"]): int(row["articles"] or 0) for row in found}
    plot = plots.months(
        counts, "Articles by month", lambda month: asked.link("/articles", since=month, until=month), "articles"
    )
    first, last = overview.days(database)
    speakers = people.listed(database, label="Person", most=_SPEAKERS)
    return Page(
        template="home.html",
        title="Corpus",
        values={
            "counts": overview.counts(database),
            "first": first,
            "last": last,
            "plot": plot,
            "outlets": list(overview.outlets(database)),
            "speakers": list(speakers),
            "every_outlet": outlets(database),
        },
        tables={
            "months": lambda: found,
            "outlets": lambda: overview.outlets(database),
            "speakers": lambda: people.listed(database, label="Person", most=-1),
        },
    )
