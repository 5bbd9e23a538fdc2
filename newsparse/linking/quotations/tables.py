"""Quotations across articles as an Arrow table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsparse.linking.quotations.records import SameQuote, Telling
from newsparse.tables import Heading, Row, table

if TYPE_CHECKING:
    import pyarrow

SEPARATOR = "; "

QUOTE_LINKS: tuple[Heading, ...] = (
    Heading("quote", "string", "id of the utterance, the same for all its tellings"),
    Heading("original", "string", "the words of the original"),
    Heading("original_article", "string", "id of the article with the original"),
    Heading("original_speaker", "string", "who says it in most outlets"),
    Heading("telling", "int64", "place among the tellings by publication, from 1"),
    Heading("article", "string", "id of the article"),
    Heading("outlet", "string", "who published it"),
    Heading("published", "string", "date or time of publication, ISO 8601"),
    Heading("copy_of", "string", "id of an earlier article of which this one is a near copy"),
    Heading("id", "string", "id of the quote in `quotes`, null for words that are not a quote there"),
    Heading("text", "string", "the words in this article; passages are joined by a space"),
    Heading("start", "int64", "offset of the first passage in the article's text, in code points"),
    Heading("end", "int64", "offset behind the last passage"),
    Heading("relation", "string", "verbatim, shortened, altered, merged or indirect"),
    Heading("altered", "string", "the words that are altered, as they are here; a gap where words are left out"),
    Heading("altered_from", "string", "the same words in the original, in the same order"),
    Heading("speaker", "string", "who says it here"),
    Heading("entity", "string", "id of the speaker in `entities`"),
    Heading("other_speaker", "bool", "whether the words are given to somebody else than in most outlets"),
    Heading("score", "float64", "what speaks for the link, 0 to 1; not a probability"),
)
"""The columns of ``quote_links``."""


def quote_links(quotes: Iterable[SameQuote]) -> pyarrow.Table:
    """Quotations across articles as a table, a row per telling."""
    rows = [_row(quote, number, telling) for quote in quotes for number, telling in enumerate(quote.tellings, 1)]
    return table(QUOTE_LINKS, rows)


def _row(quote: SameQuote, number: int, telling: Telling) -> Row:
    changes = [item for item in telling.differences if item.part == "words"]
    return tuple(
        value.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(value, str) else value
        for value in (
            quote.id,
            quote.text,
            quote.original,
            quote.speaker,
            number,
            telling.document,
            telling.outlet,
            telling.published,
            telling.copy_of,
            telling.quote,
            telling.text,
            telling.passages[0].start,
            telling.passages[-1].end,
            telling.relation,
            SEPARATOR.join(_sides(item.here for item in changes)) if changes else None,
            SEPARATOR.join(_sides(item.there for item in changes)) if changes else None,
            telling.speaker,
            telling.entity,
            telling.other_speaker,
            telling.score,
        )
    )


def _sides(found: Iterable[object | None]) -> Iterator[str]:
    return (str(side) if side is not None else "" for side in found)
