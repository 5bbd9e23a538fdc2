"""Entities, copies, quotations, figures and claims across articles as Arrow tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsparse.linking.copies import Copies
from newsparse.linking.figures import FigureGroup
from newsparse.linking.groups import Group
from newsparse.linking.quotations import SameQuote, Telling
from newsparse.linking.status import Status
from newsparse.model import Located
from newsparse.tables import Heading, Row, table

if TYPE_CHECKING:
    import pyarrow

SEPARATOR = "; "

ENTITY_LINKS: tuple[Heading, ...] = (
    Heading("group", "string", "id of the person, body or thing, the same for all its entities"),
    Heading("label", "string", "Person, Organization, ..."),
    Heading("name", "string", "the fullest name"),
    Heading("article", "string", "id of the article"),
    Heading("id", "string", "id of the entity in `entities`"),
    Heading("called", "string", "its fullest name in this article"),
    Heading("reasons", "string", "what it shares with others: name, role, organisation, company, and the words"),
    Heading("score", "float64", "what speaks for the link, 0 to 1; not a probability; null for the only one"),
)
"""The columns of ``entity_links``."""

COPY_LINKS: tuple[Heading, ...] = (
    Heading("group", "string", "id of the earliest of some near copies, the same for all"),
    Heading("article", "string", "id of the article"),
    Heading("place", "int64", "place among the copies by publication, from 1"),
)
"""The columns of ``copy_links``."""

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
    Heading("end", "int64", "offset just after the last passage"),
    Heading("relation", "string", "verbatim, shortened, altered, merged or indirect"),
    Heading("altered", "string", "the words that are altered, as they are here; a gap where words are left out"),
    Heading("altered_from", "string", "the same words in the original, in the same order"),
    Heading("speaker", "string", "who says it here"),
    Heading("entity", "string", "id of the speaker in `entities`"),
    Heading("other_speaker", "bool", "whether the words are given to somebody else than in most outlets"),
    Heading("score", "float64", "what speaks for the link, 0 to 1; not a probability"),
)
"""The columns of ``quote_links``."""

FIGURE_LINKS: tuple[Heading, ...] = (
    Heading("group", "string", "id of the group, the same for all its figures"),
    Heading("relation", "string", "agree, drift, conflict or incomparable"),
    Heading("reason", "string", "why, in one line"),
    Heading("rule", "string", "name of the rule that decided"),
    Heading("subject", "string", "what is counted or measured, in the words of one of the articles"),
    Heading("article", "string", "id of the article"),
    Heading("outlet", "string", "who published it"),
    Heading("published", "string", "day of publication, ISO 8601"),
    Heading("id", "string", "id of the figure in `numbers`"),
    Heading("text", "string", "the figure with the words of its bound"),
    Heading("start", "int64", "offset of the figure in the article's text, in code points"),
    Heading("end", "int64", "offset just after the figure"),
    Heading("quantity", "string", "the quantity as a reader would write it"),
    Heading("speaker", "string", "who states it, null for the article itself"),
    Heading("headline", "bool", "whether it is in the headline"),
    Heading("in_title", "bool", "whether that is the article's title and not in its text: the offsets are there then"),
)
"""The columns of ``figure_links``."""

CLAIM_STATUS: tuple[Heading, ...] = (
    Heading("article", "string", "id of the article"),
    Heading("id", "string", "id of the claim in `quotes` or `numbers`"),
    Heading("kind", "string", "quote or figure"),
    Heading("text", "string", "the words of the claim"),
    Heading("start", "int64", "offset of the claim in the article's text, in code points"),
    Heading("end", "int64", "offset just after the claim"),
    Heading("base", "string", "asserted, reported, hedged, denied or open"),
    Heading("evidence", "string", "the words that say so"),
    Heading("effect", "string", "disputed, confirmed or corrected; null for a claim of which nothing is said"),
    Heading("by", "string", "who disputes, confirms or corrects it, null for an article itself"),
    Heading("effect_article", "string", "id of the article that says so"),
    Heading("effect_text", "string", "the words that say so"),
    Heading("effect_start", "int64", "offset of these words in that article's text"),
    Heading("effect_end", "int64", "offset just after them"),
    Heading("rules", "string", "names of the rules that decided"),
)
"""The columns of ``claim_status``."""


def entity_links(groups: Iterable[Group]) -> pyarrow.Table:
    """Entities across articles as a table, a row per entity of an article."""
    rows = [
        (
            *(group.id, group.label, group.name, member.document, member.entity, member.name),
            SEPARATOR.join(f"{reason.ground} {reason.words}" for reason in member.reasons) or None,
            member.score if member.reasons else None,
        )
        for group in groups
        for member in group.members
    ]
    return table(ENTITY_LINKS, list(map(_writable, rows)))


def copy_links(copies: Iterable[Copies]) -> pyarrow.Table:
    """Near copies as a table, a row per article."""
    rows = [(group.id, document, place) for group in copies for place, document in enumerate(group.documents, 1)]
    return table(COPY_LINKS, list(map(_writable, rows)))


def quote_links(quotes: Iterable[SameQuote]) -> pyarrow.Table:
    """Quotations across articles as a table, a row per telling."""
    rows = [_telling(quote, number, telling) for quote in quotes for number, telling in enumerate(quote.tellings, 1)]
    return table(QUOTE_LINKS, list(map(_writable, rows)))


def figure_links(groups: Iterable[FigureGroup]) -> pyarrow.Table:
    """Figures across articles as a table, a row per figure of a group."""
    rows = [
        (
            *(group.id, group.relation, group.reason, group.rule, group.subject or None),
            *(member.place.document, member.outlet, member.published, member.claim),
            *_place(member.place),
            *(str(member.quantity), member.speaker, member.headline, member.place.in_title),
        )
        for group in groups
        for member in group.members
    ]
    return table(FIGURE_LINKS, list(map(_writable, rows)))


def claim_status(statuses: Iterable[Status]) -> pyarrow.Table:
    """The status of claims as a table, a row per claim and thing that is said of it, and one where nothing is."""
    rows: list[Row] = []
    for status in statuses:
        evidence = SEPARATOR.join(place.text for place in status.evidence) or None
        claim = (status.place.document, status.claim, status.kind, *_place(status.place), status.base, evidence)
        rows += [
            (*claim, item.effect, item.by, item.place.document, *_place(item.place), SEPARATOR.join(item.rules))
            for item in status.effects
        ] or [(*claim, *[None] * (len(CLAIM_STATUS) - len(claim)))]
    return table(CLAIM_STATUS, list(map(_writable, rows)))


def _telling(quote: SameQuote, number: int, telling: Telling) -> Row:
    changes = [item for item in telling.differences if item.part == "words"]
    return (
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


def _sides(found: Iterable[object | None]) -> Iterator[str]:
    return (str(side) if side is not None else "" for side in found)


def _place(place: Located) -> tuple[str, int, int]:
    return place.text, place.start, place.end


def _writable(row: Row) -> Row:
    """The row with lone surrogates of a text escaped, which no Arrow table can hold."""
    return tuple(
        value.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(value, str) else value for value in row
    )
