"""Tags of documents: what ``built`` makes them of again, so far as the guidelines label it.

A document without the layer ``numerals`` has the numerals that its extractor of figures rejected. Left out is what
nobody labels: confidence, evidence, rules, analysis, and the circumstances of figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

import attrs

from newsparse.model import Document, Entity, NumberClaim, Passage, Quote, Span, Speaker
from newsparse_bench.forms import nested
from newsparse_bench.labels.building import BY_LABEL, nearest
from newsparse_bench.labels.quantities import quantity_values
from newsparse_bench.labels.tags import NOBODY, REASONS, YES, Labelled, Tag

NO_WORD = re.compile(r"\W+")
UNKNOWN = "not known"
OTHER_REASON = "name"


def tagged(document: Document) -> Labelled:
    """The labels of ``document`` as tags, in the order of the text; entities without a mention are left out."""
    names = _Names.of(document)
    tags = [*_mentions(document, names), *_roles(document, names), *_quotes(document, names)]
    tags += [*_numbers(document, names), *_numerals(document)]
    return Labelled(document.text, _merged(tags), names.entities)


@attrs.frozen
class _Names:
    """The short ids of entities, as tags have them."""

    keys: Mapping[str, str]
    owners: Mapping[str, str]
    entities: Mapping[str, tuple[str, str]]
    known: Mapping[str, Entity]

    @classmethod
    def of(cls, document: Document) -> _Names:
        keys: dict[str, str] = {}
        owners: dict[str, str] = {}
        there = {mention.id for mention in document.mentions}
        for entity in document.entities:
            own = [key for key in entity.mentions if key in there and key not in owners]
            if own:
                keys[entity.id] = short_id(entity.name, set(keys.values()))
                owners |= dict.fromkeys(own, keys[entity.id])
        known = {entity.id: entity for entity in document.entities if entity.id in keys}
        return cls(keys, owners, {keys[key]: (item.label, item.name) for key, item in known.items()}, known)


def short_id(name: str, taken: set[str]) -> str:
    """A readable id for an entity of that name, other than those ``taken``."""
    words = NO_WORD.sub("-", name.lower()).strip("-") or "entity"
    return next(key for n in range(1, len(taken) + 2) if (key := words if n == 1 else f"{words}-{n}") not in taken)


def _tag(name: str, span: Span, values: Mapping[str, str]) -> Tag:
    return Tag(name, values, span.start, span.end)


def _mentions(document: Document, names: _Names) -> Iterator[Tag]:
    links = {names.keys[key]: _link(item) for key, item in names.known.items()}
    for mention in document.mentions:
        key = names.owners.get(mention.id)
        label = names.entities[key][0] if key else None
        values = {"i": key or NOBODY}
        values |= {"label": mention.label} if mention.label != label else {}
        values |= {"form": mention.form} if mention.form != "named" else {}
        yield _tag("e", mention.span, values | links.pop(key or NOBODY, {}))


def _link(entity: Entity) -> dict[str, str]:
    link = entity.link
    if link is None:
        return {}
    return {"link": link.id} | ({"link-name": link.name} if link.name != entity.name else {})


def _roles(document: Document, names: _Names) -> Iterator[Tag]:
    for entity in document.entities:
        for held in entity.affiliations if entity.id in names.keys else ():
            values = {"i": names.keys[entity.id]}
            place = names.keys.get(held.organisation or "")
            yield _tag(
                "r", held.role.span, values | ({"o": place} if place else {}) | ({"f": YES} if held.former else {})
            )


def _quotes(document: Document, names: _Names) -> Iterator[Tag]:
    numbers = {quote.id: str(count) for count, quote in enumerate(document.quotes, 1)}
    derived = {quote.id: quote.within for quote in nested(document.quotes)}
    for quote in document.quotes:
        key = numbers[quote.id]
        values = {"i": key, **_manner(quote, names)}
        if quote.within != derived[quote.id] and (quote.within is None or quote.within in numbers):
            values["in"] = numbers[quote.within] if quote.within else NOBODY
        first, *others = sorted(set(quote.fragments))
        yield _tag("q", first, values)
        yield from (_tag("q", piece, {"i": key}) for piece in others)
        if quote.cue:
            yield _tag("c", quote.cue.span, {"q": key})
        if quote.speaker and quote.speaker.mention:
            yield _tag("m", quote.speaker.mention.span, {"q": key})


def _manner(quote: Quote, names: _Names) -> dict[str, str]:
    """Who says a quote, or why nobody is named, and how it is said, where that is not as usual."""
    values = _speaker(quote.speaker, names, "k")
    if quote.speaker is None:
        values["why"] = quote.unattributed or UNKNOWN
    usual = {"mod": (quote.modality, "asserted"), "act": (quote.act, "said"), "manner": (quote.manner, "speech")}
    return values | {name: value for name, (value, default) in usual.items() if value != default}


def _speaker(speaker: Speaker | None, names: _Names, kind: str) -> dict[str, str]:
    """Who speaks, besides the words for it: the entity, the kind and the name where these do not follow."""
    if speaker is None:
        return {}
    entity = names.known.get(speaker.entity or "")
    values = {"s": names.keys[entity.id]} if entity else {}
    by_label = BY_LABEL.get(entity.label, "unresolved") if entity else "unnamed"
    name = entity.name if entity else str(speaker.mention or "")
    values |= {kind: speaker.kind} if speaker.kind != by_label else {}
    return values | ({"by": speaker.name} if speaker.name != name or not (entity or speaker.mention) else {})


def _numbers(document: Document, names: _Names) -> Iterator[Tag]:
    for count, claim in enumerate(document.numbers, 1):
        values = quantity_values(claim.quantity)
        values |= {"r": claim.role} if claim.role != "level" else {}
        values |= {"d": claim.direction} if claim.direction else {}
        values |= _subject(document.text, claim.span, claim.subject)
        said = claim.speaker
        if not _same(said, _around(document, claim)):
            values |= _speaker(said, names, "who") if said else {"s": NOBODY}
            if said and said.mention:
                values["i"] = f"n{count}"
                yield _tag("m", said.mention.span, {"q": values["i"]})
        yield _tag("n", claim.span, values)


def _around(document: Document, claim: NumberClaim) -> Speaker | None:
    """The speaker of the innermost quote around a figure, who says it unless its tag names another."""
    around = [quote for quote in document.quotes if any(piece.covers(claim.span) for piece in quote.fragments)]
    inner = min(around, key=_length, default=None)
    return inner.speaker if inner else None


def _length(quote: Quote) -> int:
    return len(quote.span)


def _same(one: Speaker | None, other: Speaker | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.name, one.entity, one.kind, one.mention) == (other.name, other.entity, other.kind, other.mention)


def _subject(text: str, span: Span, subject: Passage | None) -> dict[str, str]:
    """The words of what is measured where they lead back to it, else its place."""
    if subject is None:
        return {}
    if nearest(text, subject.text, span.start, span.end) == subject.span.start:
        return {"of": subject.text}
    return {"at": f"{subject.span.start}-{subject.span.end}"}


def _numerals(document: Document) -> Iterator[Tag]:
    for item in document.get("numerals") if document.has("numerals") else document.get("rejected"):
        reason = cast("str", getattr(item, "reason", OTHER_REASON))
        yield _tag("x", item.span, {"w": reason if reason in REASONS else OTHER_REASON})


def _merged(tags: list[Tag]) -> list[Tag]:
    """The tags in the order of the text, with one cue or source for all quotes that share its place."""
    joined: dict[tuple[str, int, int], list[str]] = {}
    for tag in tags:
        if tag.name in ("c", "m"):
            joined.setdefault((tag.name, tag.start, tag.end), []).append(tag.values["q"])
    shared = [Tag(name, {"q": " ".join(keys)}, start, end) for (name, start, end), keys in joined.items()]
    rest = [tag for tag in tags if tag.name not in ("c", "m")]
    return sorted([*rest, *shared], key=lambda tag: (tag.start, -tag.end))
