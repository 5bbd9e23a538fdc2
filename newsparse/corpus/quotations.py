"""The same words in several articles, and near copies of articles: as ``newsparse.linking`` finds them, into tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from newsparse.corpus.places import Places
from newsparse.corpus.writing import Tables, Values
from newsparse.linking import Reason, SameQuote, Telling
from newsparse.linking.quotations.sayings import Saying
from newsparse.linking.stored.quoted import Quoted
from newsparse.linking.stored.shelf import Shelf
from newsparse.model import Difference

ELLIPSIS = "…"
MOST_WORDS = 12
"""Words of a reason that are written: long quotations have many."""


def join_quotations(database: sqlite3.Connection, shelf: Shelf, places: Places, new: Iterable[int]) -> None:
    """Compare the quotations of new articles, by their numbers, with all; the caller begins and commits."""
    quoted = Quoted(database, shelf)
    copied = quoted.add(new)
    database.executemany(
        "INSERT OR REPLACE INTO copies VALUES (?, ?)", [(number, quoted.copied.first(number)) for number in copied]
    )
    tables = Tables(database)
    for told in quoted.retold():
        for saying in told.sayings:
            _forget(database, places[saying.article.document].id, saying)
        for quote in told.quotes:
            _add(tables, places, quote)


def _forget(database: sqlite3.Connection, document: int, saying: Saying) -> None:
    """Delete the quotations that a saying tells."""
    query = "SELECT same_quote FROM tellings WHERE document = ? AND start = ? AND stop = ?"
    place = (document, saying.passages[0].span.start, saying.passages[-1].span.end)
    for (number,) in database.execute(query, place).fetchall():
        tellings = "SELECT id FROM tellings WHERE same_quote = ?"
        database.execute(f"DELETE FROM alterations WHERE telling IN ({tellings})", [number])
        database.execute("DELETE FROM tellings WHERE same_quote = ?", [number])
        database.execute("DELETE FROM same_quotes WHERE id = ?", [number])


def _add(tables: Tables, places: Places, quote: SameQuote) -> None:
    number = tables.number("same_quotes")
    tables.insert("same_quotes", [{"id": number, **_quote(places, quote)}])
    for telling in quote.tellings:
        own = tables.number("tellings")
        tables.insert("tellings", [{"id": own, "same_quote": number, **_telling(places, telling)}])
        tables.insert("alterations", [{"telling": own, **_altered(places, item)} for item in telling.differences])


def _quote(places: Places, quote: SameQuote) -> Values:
    articles = [places[document] for document in quote.documents]
    first = places[quote.first.document]
    main = next((item for item in quote.tellings if item.speaker == quote.speaker and not item.other_speaker), None)
    return {
        "text": quote.text,
        "speaker": quote.speaker,
        "entity": places.entity(main.document, main.entity) if main else None,
        "original": places[quote.original].id,
        "first": first.id,
        "day": first.day,
        "outlet": first.outlet,
        "last_day": max((item.day for item in articles if item.day), default=None),
        "articles": len(articles),
        "outlets": len({item.outlet for item in articles if item.outlet}),
        "altered": sum(item.relation == "altered" for item in quote.tellings),
        "other_speakers": sum(item.other_speaker for item in quote.tellings),
    }


def _telling(places: Places, telling: Telling) -> Values:
    return {
        "document": places[telling.document].id,
        "quote": places.quote(telling.document, telling.quote),
        "text": telling.text,
        "start": telling.passages[0].start,
        "stop": telling.passages[-1].end,
        "relation": telling.relation,
        "speaker": telling.speaker,
        "entity": places.entity(telling.document, telling.entity),
        "other_speaker": telling.other_speaker,
        "copy_of": places[telling.copy_of].id if telling.copy_of else None,
        "reason": _reason(item for item in telling.reasons if item.ground != "copy"),
        "score": telling.score,
    }


def _altered(places: Places, item: Difference) -> Values:
    here, there = item.here, item.there
    return {
        "part": item.part,
        "text": here.text if here else None,
        "start": here.span.start if here else None,
        "stop": here.span.end if here else None,
        "original_text": there.text if there else None,
        "original": places[there.document].id if there else None,
        "original_start": there.start if there else None,
        "original_stop": there.end if there else None,
    }


def _reason(reasons: Iterable[Reason]) -> str | None:
    """What a telling shares with the original, in a line."""
    words: dict[str, list[str]] = {}
    for item in reasons:
        shown = item.words.split()
        more = [ELLIPSIS] if len(shown) > MOST_WORDS else []
        words.setdefault(_SHARED[item.ground], []).append(" ".join([*shown[:MOST_WORDS], *more]))
    return "; ".join(f"{name}: {', '.join(found)}" for name, found in words.items()) or None


_SHARED = {
    "words": "same words",
    "speaker": "same speaker",
    "company": "named in both",
}
"""What is written for each ground of a reason."""
