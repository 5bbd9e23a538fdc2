"""What a table is: named columns with a type, a meaning and the function that takes the value out of a document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import Any, Literal

import attrs

from newsparse.model import Affiliation, Annotation, Document, Entity, Quote, Span, TitleRole
from newsparse.model.columns import Scalar

ColumnType = Literal["string", "int64", "float64", "bool"]
TableName = Literal["articles", "quotes", "numbers", "entities", "mentions", "roles"]
LIST_SEPARATOR = "; "


class View:
    """A document as the tables need it: its place in the run, and ids and offsets resolved to names and sentences."""

    def __init__(self, document: Document, position: int) -> None:
        self.document = document
        self.position = position

    @cached_property
    def _annotations(self) -> dict[str, Annotation]:
        layers = (self.document.get(name) for name in ("entities", "mentions", "quotes", "numbers"))
        return {item.id: item for layer in layers for item in layer}

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [item.span.start for item in self.document.sentences]

    @cached_property
    def quotes_by_entity(self) -> dict[str, int]:
        """How many quotes each entity, by its id, says, alone or with others."""
        counts: dict[str, int] = {}
        for item in self.document.get("quotes"):
            if isinstance(item, Quote) and item.speaker and item.speaker.entity:
                for name in (item.speaker.entity, *item.speaker.others):
                    counts[name] = counts.get(name, 0) + 1
        return counts

    def entity(self, name: str | None) -> Entity | None:
        """The entity of that id, or None."""
        found = self._annotations.get(name or "")
        return found if isinstance(found, Entity) else None

    def name(self, entity: str | None) -> str | None:
        """The name of the entity of that id, or None."""
        found = self.entity(entity)
        return found.name if found else None

    def organisation(self, held: Affiliation | TitleRole) -> str | None:
        """The name of the organisation of a role, else its words in the title."""
        body = held.body if isinstance(held, TitleRole) else None
        return self.name(held.organisation) or (body.text if body else None)

    def home(self, entity: Entity) -> str | None:
        """The first organisation that an entity has a role in."""
        return next((name for name in map(self.organisation, entity.held) if name), None)

    def sentence(self, span: Span) -> str | None:
        """The sentence around ``span``, or all of those that it touches; None where no sentences are known."""
        sentences = self.document.sentences
        first = max(bisect_right(self._sentence_starts, span.start) - 1, 0)
        last = bisect_right(self._sentence_starts, span.end - 1)
        touched = [item for item in sentences[first:last] if item.span.overlaps(span)]
        return self.document.text[touched[0].span.start : touched[-1].span.end] if touched else None


@attrs.frozen
class Heading:
    """A column as a reader of the table sees it: its name, type and meaning."""

    name: str
    type: ColumnType
    meaning: str


@attrs.frozen
class Column(Heading):
    """A column and where it comes from: ``value(view, item)`` is the value in one row, None where there is none."""

    value: Callable[[View, Any], Scalar] = attrs.field(repr=False)


@attrs.frozen
class Role:
    """A row of ``roles``: an entity and a role of its, which the article gives it or the title alone."""

    entity: Entity
    held: Affiliation | TitleRole

    @property
    def span(self) -> Span | None:
        """Its place in the article."""
        return self.held.role.span if isinstance(self.held, Affiliation) else None

    @property
    def title_start(self) -> int | None:
        """Its offset in the title."""
        return self.held.role.start if isinstance(self.held, TitleRole) else None

    @property
    def title_end(self) -> int | None:
        """The offset just after it in the title."""
        return self.held.role.end if isinstance(self.held, TitleRole) else None


def string(name: str, meaning: str, value: Callable[[View, Any], str | None]) -> Column:
    """A column of texts."""
    return Column(name, "string", meaning, value)


def whole(name: str, meaning: str, value: Callable[[View, Any], int | None]) -> Column:
    """A column of whole numbers."""
    return Column(name, "int64", meaning, value)


def real(name: str, meaning: str, value: Callable[[View, Any], float | None]) -> Column:
    """A column of numbers."""
    return Column(name, "float64", meaning, value)


def flag(name: str, meaning: str, value: Callable[[View, Any], bool | None]) -> Column:
    """A column of truth values."""
    return Column(name, "bool", meaning, value)


def words(value: object) -> str | None:
    """A passage's or a speaker's words; None for None and for nothing."""
    return (str(value) or None) if value is not None else None


def joined(values: tuple[str, ...]) -> str | None:
    """Several texts in one cell, separated by "; "; None where there are none."""
    return LIST_SEPARATOR.join(values) or None


def at(kind: str) -> tuple[Column, ...]:
    """Where a row's words are: offsets and sentence."""
    return (
        whole("start", f"offset of the {kind} in the article's text, in code points", lambda _, item: item.span.start),
        whole("end", f"offset just after the {kind}", lambda _, item: item.span.end),
        string("sentence", f"the sentence of the {kind}, or all that it touches", lambda v, i: v.sentence(i.span)),
    )


ARTICLE: tuple[Column, ...] = (
    whole("position", "place of the article in the run, from 1; unlike ids, never twice", lambda v, _: v.position),
    string("article", "id of the article", lambda v, _: v.document.id),
    string("path", "where the article was read from", lambda v, _: v.document.meta.path),
    string("title", "title of the article", lambda v, _: v.document.meta.title),
    string("published", "date or time of publication, ISO 8601", lambda v, _: v.document.meta.published),
    string("outlet", "who published it", lambda v, _: v.document.meta.outlet),
    string("url", "address of the article", lambda v, _: v.document.meta.url),
)
"""The first columns of every table: the article that the row is from."""
