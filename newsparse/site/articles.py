"""The pages of articles: all of them, and one with its claims beside its text."""

from __future__ import annotations

import re
import sqlite3

from newsparse.corpus import articles, drafts
from newsparse.corpus.findings import copies
from newsparse.corpus.search import outlets
from newsparse.model import Document, Span
from newsparse.site import findings
from newsparse.site.asking import Asked
from newsparse.site.page import Elsewhere, NotFound, Page
from newsparse.view.page import article_of, filters_of

PAGE = 100
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


def listed(database: sqlite3.Connection, asked: Asked) -> Page:
    """Articles, newest first."""
    wanted = articles.Wanted(
        words=asked.text("words"),
        outlet=asked.text("outlet"),
        since=asked.first_day("since"),
        until=asked.last_day("until"),
    )
    page = asked.page()
    total = articles.total(database, wanted)
    return Page(
        template="articles.html",
        title="Articles",
        values={
            "wanted": wanted,
            "rows": list(articles.listed(database, wanted, most=PAGE, after=(page - 1) * PAGE)),
            "total": total,
            "page": page,
            "pages": max(-(-total // PAGE), 1),
            "every_outlet": outlets(database),
        },
        tables={"articles": lambda: articles.listed(database, wanted, most=-1)},
    )


def page(database: sqlite3.Connection, asked: Asked) -> Page:
    """One article; ``at`` in the address is the id of a claim, or code points of the text, whose card is opened."""
    number = asked.number("document") or 0
    document = articles.document(database, number)
    if document is None:
        raise NotFound("There is no article of that number.")
    article = article_of(document, "a1")
    key = article.keys.get(_claim(document, asked.text("at")))
    if key:
        raise Elsewhere(f"{asked.path}#{key}")
    return Page(
        template="article-page.html",
        title=article.title,
        values={
            "article": article,
            "filters": filters_of([article]),
            "names": list(articles.names(database, number)),
            "findings": findings.about(database, document=number),
            "copies": list(copies(database, number)),
            "drafts": list(drafts.of_article(database, number)),
        },
        tables={
            "quotes": lambda: articles.claims(database, "quotes", number),
            "figures": lambda: articles.claims(database, "figures", number),
            "names": lambda: articles.names(database, number),
            "copies": lambda: copies(database, number),
            "drafts": lambda: drafts.of_article(database, number),
        },
    )


def _claim(document: Document, at: str) -> str:
    """The id of the claim that is at a place, "120-160": the one that has the most of it and little else."""
    place = _PLACE.fullmatch(at)
    if not place or int(place[1]) >= int(place[2]):
        return at
    wanted = Span(int(place[1]), int(place[2]))
    shares = {claim.id: _shared(claim.span, wanted) for claim in (*document.quotes, *document.numbers)}
    return max(shares, key=shares.__getitem__, default="") if any(shares.values()) else ""


def _shared(span: Span, other: Span) -> float:
    """The code points that two spans share, as a share of all that either has."""
    return max(0, min(span.end, other.end) - max(span.start, other.start)) / (
        max(span.end, other.end) - min(span.start, other.start)
    )
