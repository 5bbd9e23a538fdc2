"""The pages of a search: quotes, and figures, with what they have in common to narrow it by."""

from __future__ import annotations

import sqlite3
from typing import Any, get_args

from newsparse.corpus.keywords import frequent
from newsparse.corpus.people import Person
from newsparse.corpus.results import Table
from newsparse.corpus.search import NEWEST, Found, Search, figures_in, measures, outlets
from newsparse.corpus.words import topics
from newsparse.model import SpeakerKind
from newsparse.site import plots
from newsparse.site.asking import Asked
from newsparse.site.page import Page

PAGE = 50
MOST_VALUES = 200
_NAMED = ("entity", "about", "beside")


def quotes(database: sqlite3.Connection, asked: Asked) -> Page:
    """Who said what about whom, when."""
    found = Found.of(database, "quotes", asked.search(), oldest=_oldest(asked))
    values, tables = _common(found, asked)
    rows = values["rows"]
    values["figures"] = figures_in(database, [row["id"] for row in rows])
    values["keywords"] = frequent(database, found)
    tables["words"] = lambda: frequent(database, found)
    return Page(template="quotes.html", title="Quotes", values=values, tables=tables)


def figures(database: sqlite3.Connection, asked: Asked) -> Page:
    """Which figures are given, by whom, and where they differ."""
    found = Found.of(database, "figures", asked.search(), oldest=_oldest(asked))
    values, tables = _common(found, asked)
    quantities = found.quantities()
    values |= {
        "counted": list(found.counted()),
        "quantities": list(quantities),
        "topics": topics(),
        "plot_values": _values_plot(found, asked, quantities),
    }
    tables |= {"counted": lambda: found.counted(most=-1), "values": lambda: found.quantities(most=-1)}
    return Page(template="figures.html", title="Figures", values=values, tables=tables)


def _common(found: Found, asked: Asked) -> tuple[dict[str, Any], dict[str, Any]]:
    database, total = found.database, found.total
    page = asked.page()
    months = {str(row["month"]): int(row["claims"] or 0) for row in found.months()}
    values = {
        "kind": found.kind,
        "search": found.search,
        "names": _names(database, found.search),
        "total": total,
        "articles": found.articles,
        "rows": found.rows(most=PAGE, after=(page - 1) * PAGE),
        "page": page,
        "pages": max(-(-min(total, NEWEST) // PAGE), 1),
        "newest": NEWEST if total > NEWEST else 0,
        "speakers": list(found.speakers()),
        "outlets": list(found.outlets()),
        "places": list(found.places()),
        "every_outlet": outlets(database),
        "every_measure": measures(database),
        "every_kind": get_args(SpeakerKind),
        "plot": plots.months(
            months,
            f"{found.kind.capitalize()} by month",
            lambda month: asked.link(since=month, until=month),
            found.kind,
        ),
    }
    tables = {
        found.kind: found.table,
        "speakers": lambda: found.speakers(most=-1),
        "outlets": lambda: found.outlets(most=-1),
        "months": found.months,
        "mentioned": lambda: found.places(most=-1),
    }
    return values, tables


def _oldest(asked: Asked) -> bool:
    return asked.text("order") == "oldest"


def _names(database: sqlite3.Connection, search: Search) -> dict[str, str]:
    """The names of those whom a search names by their ids."""
    ids = {name: getattr(search, name) for name in _NAMED}
    found = {name: Person.find(database, number) for name, number in ids.items() if number is not None}
    return {name: person.name if person else "nobody" for name, person in found.items()}


def _values_plot(found: Found, asked: Asked, quantities: Table) -> plots.Plot | None:
    """The figures over time, where all of them lie on one scale."""
    if len({row["scale"] for row in quantities}) != 1:
        return None
    rows = [row for row in found.rows(most=MOST_VALUES) if row["day"]]
    marks = [
        plots.Value(
            day=row["day"],
            low=row["scale_low"],
            high=row["scale_high"],
            label=f"{row['day']}, {row['outlet'] or 'no outlet'}: {row['quantity']}",
            link=asked.link(quantity=row["quantity"]),
        )
        for row in rows
    ]
    return plots.values(marks, "Values by day")
