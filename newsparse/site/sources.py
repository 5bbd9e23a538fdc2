"""The audit of sources: whose words articles use."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Mapping

from newsparse.corpus.audit import BY, COLUMNS, Audit, attributes
from newsparse.corpus.search import outlets
from newsparse.model.columns import Scalar
from newsparse.site import plots
from newsparse.site.asking import Asked
from newsparse.site.page import Page

MOST_BARS = 40


def page(database: sqlite3.Connection, asked: Asked) -> Page:
    """Sources by outlet and month; those without a name, affiliations, and a table of the user's own."""
    by = asked.text("by") if asked.text("by") in BY else BY[0]
    given = {"outlet": asked.text("outlet"), "since": asked.first_day("since"), "until": asked.last_day("until")}
    audit = Audit(database=database, **given)
    known = attributes(database)
    attribute = asked.text("attribute") if asked.text("attribute") in known else next(iter(known), "")
    found = list(audit.sources(by))
    columns = list(COLUMNS.values())
    drawn = found[:MOST_BARS]
    rows = [(_name(row), {column: int(row[column] or 0) for column in columns}) for row in drawn]
    link = functools.partial(_link, asked, {_name(row): row for row in drawn})
    return Page(
        template="sources.html",
        title="Sources",
        values={
            **given,
            "by": by,
            "every_by": BY,
            "every_outlet": outlets(database),
            "columns": [column for column in columns if any(row[column] for row in found)],
            "rows": found,
            "most": MOST_BARS,
            "plot": plots.stacked(rows, f"Sources by {by}", columns, link),
            "unnamed": list(audit.unnamed(30)),
            "reasons": list(audit.reasons(30)),
            "affiliations": list(audit.affiliations(30)),
            "attributes": known,
            "attribute": attribute,
            "attribute_rows": list(audit.attribute(attribute)) if attribute else [],
        },
        tables={
            "sources": lambda: audit.sources(by),
            "kinds": audit.kinds,
            "unnamed": lambda: audit.unnamed(-1),
            "reasons": lambda: audit.reasons(-1),
            "affiliations": lambda: audit.affiliations(-1),
            "attribute": lambda: audit.attribute(attribute),
        },
    )


def _link(asked: Asked, rows: Mapping[str, Mapping[str, Scalar]], name: str, column: str) -> str:
    """Where the quotes are that a part of a bar counts: those of a kind of source, by the outlet and in the month.

    Empty where either is unknown, for which no search can ask.
    """
    places = {key: rows[name][key] for key in ("outlet", "month") if key in rows[name]}
    if not all(places.values()):
        return ""
    narrowed = {"outlet": places["outlet"]} if "outlet" in places else {}
    narrowed |= {"since": places["month"], "until": places["month"]} if "month" in places else {}
    kind = next(kind for kind, other in COLUMNS.items() if other == column)
    return asked.link("/quotes", who=kind, by=None, attribute=None, **narrowed)


def _name(row: Mapping[str, Scalar]) -> str:
    return " ".join(str(row[name]) for name in ("outlet", "month") if row.get(name)) or "(unknown)"
