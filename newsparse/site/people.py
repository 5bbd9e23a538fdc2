"""The pages of people and organisations: all of them, and one with what is known of it."""

from __future__ import annotations

import sqlite3

from newsparse.corpus import people
from newsparse.corpus.keywords import frequent
from newsparse.corpus.search import NEWEST, Found, Search
from newsparse.site import findings, plots
from newsparse.site.asking import Asked
from newsparse.site.page import NotFound, Page

PAGE = 100
QUOTES = 50
LINKS = 50
"""Articles of which a page says why they mean this person."""


def listed(database: sqlite3.Connection, asked: Asked) -> Page:
    """Names by how much they say; without a question, people."""
    words, label, page = asked.text("words"), asked.text("label"), asked.page()
    rows = people.listed(database, words=words, label=label, most=PAGE + 1, after=(page - 1) * PAGE)
    return Page(
        template="people.html",
        title="People and organisations",
        values={
            "rows": list(rows)[:PAGE],
            "more": len(rows) > PAGE,
            "page": page,
            "labels": people.labels(database),
            "words": words,
            "label": label,
        },
        tables={"names": lambda: people.listed(database, words=words, label=label, most=-1)},
    )


def page(database: sqlite3.Connection, asked: Asked) -> Page:
    """One of them: quotes in order, roles over time, who else speaks beside it."""
    person = people.Person.find(database, asked.number("entity") or 0)
    if person is None:
        raise NotFound("There is nobody of that number.")
    found = Found.of(database, "quotes", Search(entity=person.id), oldest=True)
    number = asked.page()
    counts = {str(row["month"]): int(row["claims"] or 0) for row in person.months()}

    def month_of(month: str) -> str:
        return Asked("/quotes", {}).link(entity=person.id, since=month, until=month)

    return Page(
        template="person.html",
        title=person.name,
        values={
            "person": person,
            "names": list(person.names()),
            "appearances": list(person.appearances(LINKS)) if person.articles > 1 else [],
            "uncertain": person.uncertain(),
            "findings": findings.about(database, entity=person.id),
            "roles": list(person.roles()),
            "beside": list(person.beside()),
            "attributes": list(person.attributes()),
            "namesakes": list(person.namesakes()),
            "keywords": frequent(database, found),
            "rows": found.rows(most=QUOTES, after=(number - 1) * QUOTES),
            "page": number,
            "pages": max(-(-min(found.total, NEWEST) // QUOTES), 1),
            "plot": plots.months(counts, "Quotes by month", month_of, "quotes"),
        },
        tables={
            "quotes": found.table,
            "figures": lambda: Found.of(database, "figures", Search(entity=person.id), oldest=True).table(),
            "names": person.names,
            "roles": person.roles,
            "beside": lambda: person.beside(most=-1),
            "articles": person.appearances,
            "months": person.months,
            "words": lambda: frequent(database, found),
            "namesakes": person.namesakes,
            "attributes": person.attributes,
        },
    )
