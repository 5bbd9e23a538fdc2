"""The pages of findings: quotes that changed, figures that differ, and what is said of claims."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from newsparse.corpus import findings
from newsparse.corpus.findings import KINDS, PAGE, Kind, Wanted
from newsparse.corpus.people import Person
from newsparse.corpus.search import outlets
from newsparse.corpus.words import topics
from newsparse.site.asking import Asked
from newsparse.site.page import Page

TITLES = {
    "quotes": "Quotes that changed",
    "figures": "Figures that differ",
    "claims": "Disputed claims",
}
"""What the pages are called."""


def overview(database: sqlite3.Connection, _asked: Asked) -> Page:
    """How many findings there are of each kind, and where they are."""
    counts = {name: findings.total(database, kind) for name, kind in KINDS.items()}
    return Page(template="findings.html", title="Findings", values={"counts": counts, "titles": TITLES})


def listed(name: str) -> Callable[[sqlite3.Connection, Asked], Page]:
    """The page of one kind of findings."""
    kind = KINDS[name]

    def page(database: sqlite3.Connection, asked: Asked) -> Page:
        wanted = _wanted(asked, kind)
        number, total = asked.page(), findings.total(database, kind, wanted)
        rows = findings.wanted_rows(database, kind, wanted, most=PAGE, after=(number - 1) * PAGE)
        places = findings.places(database, kind, [row["finding"] for row in rows])
        tellings = [row["telling"] for found in places.values() for row in found] if name == "quotes" else []
        return Page(
            template=f"findings-{name}.html",
            title=TITLES[name],
            values={
                "kind": kind,
                "titles": TITLES,
                "wanted": wanted,
                "narrowed": _narrowed(database, wanted),
                "rows": rows,
                "places": places,
                "differences": findings.differences(database, tellings),
                "total": total,
                "page": number,
                "pages": max(-(-total // PAGE), 1),
                "topics": topics(),
                "every_outlet": outlets(database),
            },
            tables={f"findings_{name}": lambda: findings.table(database, kind, wanted)},
        )

    return page


def about(
    database: sqlite3.Connection, *, entity: int | None = None, document: int | None = None
) -> list[dict[str, Any]]:
    """For a person or an article, the pages that have findings, with how many there are."""
    found = []
    for name, kind in KINDS.items():
        count = findings.total(database, kind, Wanted(entity=entity, document=document))
        link = Asked(f"/findings/{name}", {}).link(entity=entity, document=document)
        found.append({"title": TITLES[name], "count": count, "link": link})
    return [item for item in found if item["count"]]


def _wanted(asked: Asked, kind: Kind) -> Wanted:
    what, topic = asked.text("what"), asked.text("topic")
    return Wanted(
        words=asked.text("words"),
        topic=topic if kind.name == "figures" and topic in topics() else "",
        what=what if what in kind.choices else "",
        outlet=asked.text("outlet"),
        since=asked.first_day("since"),
        until=asked.last_day("until"),
        entity=asked.number("entity"),
        document=asked.number("document"),
    )


def _narrowed(database: sqlite3.Connection, wanted: Wanted) -> dict[str, str]:
    """What the findings are narrowed to by a link: a person, an article, by name."""
    found = {}
    if wanted.entity is not None:
        person = Person.find(database, wanted.entity)
        found["entity"] = person.name if person else str(wanted.entity)
    if wanted.document is not None:
        row = database.execute("SELECT title FROM documents WHERE id = ?", [wanted.document]).fetchone()
        found["document"] = row["title"] if row else str(wanted.document)
    if wanted.topic:
        found["topic"] = wanted.topic
    return found
