"""Finds bad gold: spans outside the text or ending inside a word, unknown ids, forbidden overlaps."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterator, Sequence

from newsparse.model import Annotation, Document, Entity, Span
from newsparse.serial import dumps
from newsparse_bench.kinds import Numeral

SPELLED = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens? hundreds? thousands? millions? billions?"
)
NUMERALS = re.compile(rf"\d+|\b(?:{'|'.join(SPELLED.split())})\b", re.IGNORECASE)


def problems(document: Document) -> Iterator[str]:
    """What is wrong with the labels of ``document``, one line per problem, in the order of the layers."""
    yield from _spans(document)
    yield from _ids(document)
    names = [m for m in document.mentions if m.form == "named"]
    yield from _overlaps(document, names, "names")
    numerals = [item for item in document.get("numerals") if isinstance(item, Numeral)]
    yield from _overlaps(document, [*document.numbers, *numerals], "numerals")
    if document.has("numerals") and document.has("numbers"):
        yield from _unlabelled(document, [*document.numbers, *numerals, *names])


def _spans(document: Document) -> Iterator[str]:
    text = document.text
    for layer in document.layers:
        for item in layer.annotations:
            for piece in item.pieces():
                if piece.end > len(text):
                    yield f"{item.id}: ends outside the text of {len(text)} characters."
                elif layer.name in ("mentions", "quotes") and _cuts(text, piece):
                    yield f"{item.id}: begins or ends inside a word: {piece.cut(text)!r}."
    for entity in document.entities:
        yield from _roles(text, entity)


def _roles(text: str, entity: Entity) -> Iterator[str]:
    if entity.affiliations and entity.label != "Person":
        yield f"{entity.id}: {entity.name!r} has a role, but is not a Person."
    for role in (held.role for held in entity.affiliations):
        if role.span.end > len(text) or role.span.cut(text) != role.text:
            yield f"{entity.id}: the text at {role.span.start} is not the role {role.text!r}."
        elif _cuts(text, role.span):
            yield f"{entity.id}: the role {role.text!r} begins or ends inside a word."


def _cuts(text: str, span: Span) -> bool:
    def inside(at: int) -> bool:
        return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()

    return inside(span.start) or inside(span.end)


def _ids(document: Document) -> Iterator[str]:
    mentions = {mention.id for mention in document.mentions}
    entities = {entity.id for entity in document.entities}
    quotes = {quote.id for quote in document.quotes}
    for entity in document.entities:
        yield from _ids_of(entity, mentions, entities)
    for mention in document.mentions:
        yield from _unknown(mention, "entity", mention.entity, entities)
    for claim in (*document.quotes, *document.numbers):
        yield from _unknown(claim, "entity", claim.speaker.entity if claim.speaker else None, entities)
    for number in document.numbers:
        yield from _unknown(number, "quote", number.quote, quotes)


def _unknown(item: Annotation, what: str, key: str | None, known: Container[str]) -> Iterator[str]:
    if key and key not in known:
        yield f"{item.id}: there is no {what} {key!r}."


def _ids_of(entity: Entity, mentions: Container[str], entities: Container[str]) -> Iterator[str]:
    """What is wrong with the mentions of an entity, and where its roles are held."""
    for key in entity.mentions:
        if key not in mentions:
            yield f"{entity.id}: there is no mention {key!r}."
    for role in entity.affiliations:
        if role.organisation and role.organisation not in entities:
            yield f"{entity.id}: the role {role.role.text!r} is at {role.organisation!r}, which is not an entity."


def _overlaps(document: Document, items: Sequence[Annotation], what: str) -> Iterator[str]:
    ordered = sorted(items, key=lambda item: (item.span.start, item.span.end))
    for one, other in itertools.pairwise(ordered):
        if one.span.overlaps(other.span):
            yield f"{what} overlap: {document.cut(one.span)!r} and {document.cut(other.span)!r} at {other.span.start}."


def _unlabelled(document: Document, items: Sequence[Annotation]) -> Iterator[str]:
    covered = [item.span for item in items]
    for match in NUMERALS.finditer(document.text):
        span = Span(*match.span())
        if not any(own.overlaps(span) for own in covered):
            yield f"{match[0]!r} at {span.start} is labelled neither as a figure nor as a numeral without a quantity."


def roundtrip(document: Document) -> str:
    """The document as a line of JSON; raises ``SchemaError`` where the library itself would refuse it."""
    import newsparse

    return dumps(document, registry=newsparse.Host.discover().kinds)
