"""Documents from tags: mentions, entities with roles, quotes, figures, and numerals that are not quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import attrs

from newsparse.errors import SchemaError
from newsparse.model import Annotation, Document, Entity, Link, Mention, NumberClaim, Passage, Quote, Span, Speaker
from newsparse.model.annotation import distinct
from newsparse.model.claims import SpeakerKind
from newsparse.model.entities import Affiliation
from newsparse_bench.forms import form_of_all, nested
from newsparse_bench.kinds import Numeral
from newsparse_bench.labels.quantities import read_quantity
from newsparse_bench.labels.tags import NOBODY, Labelled, Tag

MARKS = "\"'“”‘’«»`"
BY_LABEL: Mapping[str, SpeakerKind] = {"Person": "person", "Organization": "organisation"}
LETTER = re.compile(r"\w")
PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


def built(labelled: Labelled, document: Document) -> Document:
    """``document``, whose text is that of ``labelled``, with the labels as layers; raises ``SchemaError``."""
    text, tags = labelled.text, labelled.tags
    mentions, entities = _named(labelled)
    entities = _with_roles(text, tags, entities)
    quotes = _quotes(text, tags, entities)
    layers: dict[str, list[Any]] = {
        "mentions": mentions,
        "entities": list(entities.values()),
        "quotes": [quote for _, quote in quotes],
        "numbers": _numbers(text, tags, quotes, entities),
        "numerals": [Numeral.make(text, _span(tag), reason=_need(tag, "w")) for tag in tags if tag.name == "x"],
    }
    for layer, items in layers.items():
        document = document.with_layer(layer, distinct(items) if layer in ("numbers", "numerals") else items)
    return document


def _span(tag: Tag) -> Span:
    return Span(tag.start, tag.end)


def _need(tag: Tag, name: str) -> str:
    if name not in tag.values:
        raise SchemaError(f"<{tag.name}> at {tag.start} has no attribute {name!r}.")
    return tag.values[name]


def _named(labelled: Labelled) -> tuple[list[Mention], dict[str, Entity]]:
    text, known = labelled.text, labelled.entities
    tags = [tag for tag in labelled.tags if tag.name == "e"]
    owners = [_need(tag, "i") for tag in tags]
    places: dict[str, list[Tag]] = {}
    for tag, key in zip(tags, owners, strict=True):
        if key != NOBODY:
            places.setdefault(key, []).append(tag)
    if wrong := sorted(set(places) ^ set(known)):
        raise SchemaError(f"entities listed but never named in the text, or named but not listed: {', '.join(wrong)}.")
    mentions = [
        _mention(text, tag, _need(tag, "label") if key == NOBODY else known[key][0])
        for tag, key in zip(tags, owners, strict=True)
    ]
    firsts: dict[str, Entity] = {}
    for key, own in places.items():
        label, name = known[key]
        firsts[key] = Entity.make(text, _span(own[0]), label=label, name=name, link=_link(own, name))
    return _joined(mentions, owners, firsts)


def _link(own: Sequence[Tag], name: str) -> Link | None:
    """The entry of a list that one of an entity's tags names."""
    found = next((tag.values for tag in own if "link" in tag.values), None)
    return Link(id=found["link"], name=found.get("link-name", name)) if found else None


def _mention(text: str, tag: Tag, label: str) -> Mention:
    values = tag.values
    return Mention.make(
        text, _span(tag), label=values.get("label", label), form=cast("Any", values.get("form", "named"))
    )


def _joined(
    mentions: Sequence[Mention], owners: Sequence[str], entities: Mapping[str, Entity]
) -> tuple[list[Mention], dict[str, Entity]]:
    """The mentions with ids that are their own, and the entities with the ids, of the owner of each mention."""
    numbered = _numbered(mentions)
    firsts = dict(zip(entities, _numbered(list(entities.values())), strict=True))
    result: list[Mention] = []
    members: dict[str, list[Mention]] = {key: [] for key in entities}
    for mention, owner in zip(numbered, owners, strict=True):
        result.append(attrs.evolve(mention, entity=firsts[owner].id) if owner in firsts else mention)
        if owner in firsts:
            members[owner].append(mention)
    return result, {key: _with_members(firsts[key], own) for key, own in members.items()}


def _numbered(items: Sequence[Any]) -> list[Any]:
    """The annotations in the order given, with ids that tell those of equal places apart."""
    seen: dict[str, int] = {}
    result = []
    for item in items:
        count = seen[item.id] = seen.get(item.id, 0) + 1
        result.append(item if count == 1 else attrs.evolve(item, id=f"{item.id}.{count}"))
    return result


def _with_members(entity: Entity, own: Sequence[Mention]) -> Entity:
    aliases = sorted({item.text for item in own if item.form == "named"} - {entity.name})
    return attrs.evolve(entity, mentions=tuple(item.id for item in own), aliases=tuple(aliases))


def _with_roles(text: str, tags: Sequence[Tag], entities: dict[str, Entity]) -> dict[str, Entity]:
    """The entities with their affiliations, in the order of the text; raises ``SchemaError`` for an unknown id."""
    held: dict[str, list[Affiliation]] = {}
    for tag in tags:
        if tag.name == "r":
            _known(tag, "i", entities)
            place = tag.values.get("o")
            role = Affiliation(
                role=Passage.at(text, tag.start, tag.end),
                organisation=_known(tag, "o", entities).id if place else None,
                former="f" in tag.values,
            )
            held.setdefault(tag.values["i"], []).append(role)
    return {key: attrs.evolve(entity, affiliations=tuple(held.get(key, ()))) for key, entity in entities.items()}


def _known(tag: Tag, name: str, entities: Mapping[str, Entity]) -> Entity:
    key = _need(tag, name)
    if key not in entities:
        raise SchemaError(f"<{tag.name}> at {tag.start}: {key!r} is not among the entities.")
    return entities[key]


@attrs.define
class _Group:
    content: list[Tag] = attrs.field(factory=list)
    cue: list[Tag] = attrs.field(factory=list)
    source: list[Tag] = attrs.field(factory=list)


def _groups(tags: Sequence[Tag]) -> dict[str, _Group]:
    """The tags of each quote by its id; cues and sources of figures, which have ids too, are left out."""
    figures = {tag.values["i"] for tag in tags if tag.name == "n" and "i" in tag.values}
    groups: dict[str, _Group] = {}
    for tag in tags:
        if tag.name in ("q", "c", "m"):
            for key in _need(tag, "i" if tag.name == "q" else "q").split():
                if key not in figures:
                    group = groups.setdefault(key, _Group())
                    {"q": group.content, "c": group.cue, "m": group.source}[tag.name].append(tag)
    return groups


def _quotes(text: str, tags: Sequence[Tag], entities: dict[str, Entity]) -> list[tuple[tuple[Span, ...], Quote]]:
    names = [_span(tag) for tag in tags if tag.name == "e" and tag.values.get("form", "named") == "named"]
    made: dict[str, Quote] = {}
    for key, group in _groups(tags).items():
        if not group.content:
            raise SchemaError(f"a cue or a speaker belongs to the quote {key!r}, which is not in the text.")
        made[key] = _quote(text, key, group, entities, names)
    return [(quote.fragments, quote) for quote in _within(tags, made)]


def _within(tags: Sequence[Tag], made: Mapping[str, Quote]) -> list[Quote]:
    """The quotes in their order, each with the one around it: the one that the tag names, else by their places."""
    ordered = distinct(made.values())
    by_key = dict(zip(sorted(made, key=lambda key: _place(made[key])), ordered, strict=True))
    given = {tag.values["i"]: tag.values["in"] for tag in tags if tag.name == "q" and "in" in tag.values}
    if lost := [key for key in given.values() if key != NOBODY and key not in by_key]:
        raise SchemaError(f"a quote is inside the quote {lost[0]!r}, which is not in the text.")
    outer = {by_key[key].id: by_key[other].id if other != NOBODY else None for key, other in given.items()}
    return [attrs.evolve(quote, within=outer[quote.id]) if quote.id in outer else quote for quote in nested(ordered)]


def _place(quote: Quote) -> tuple[int, int, str]:
    return (quote.span.start, -quote.span.end, quote.id)


def _quote(text: str, key: str, group: _Group, entities: dict[str, Entity], names: Sequence[Span]) -> Quote:
    spans = tuple(map(_span, group.content))
    values = {name: value for tag in group.content for name, value in tag.values.items()}
    cue = Passage.at(text, group.cue[0].start, group.cue[0].end) if group.cue else None
    speaker = _speaker(text, values, group.source, entities)
    if (speaker is None) is not bool(values.get("why")):
        raise SchemaError(f"the quote {key!r} needs either a speaker ('s' or a tag m) or a reason 'why' it has none.")
    return Quote.make(
        text,
        *spans,
        fragments=spans,
        form=form_of_all(text, spans, names),
        marks=tuple(_marks(text, spans)),
        cue=cue,
        speaker=speaker,
        unattributed=values.get("why", ""),
        modality=cast("Any", values.get("mod", "asserted")),
        act=cast("Any", values.get("act", "said")),
        manner=cast("Any", values.get("manner", "speech")),
    )


def _speaker(
    text: str, values: Mapping[str, str], mentions: Sequence[Tag], entities: Mapping[str, Entity], kind: str = "k"
) -> Speaker | None:
    mention = Passage.at(text, mentions[0].start, mentions[0].end) if mentions else None
    key = values.get("s", "")
    if key and key not in entities:
        raise SchemaError(f"the speaker {key!r} is not among the entities.")
    entity = entities.get(key)
    if entity is None and mention is None and "by" not in values:
        return None
    by_label = BY_LABEL.get(entity.label, "unresolved") if entity else "unnamed"
    name = entity.name if entity else str(mention or "")
    return Speaker(
        name=values.get("by", name),
        mention=mention,
        entity=entity.id if entity else None,
        kind=cast("Any", values.get(kind) or by_label),
    )


def _marks(text: str, spans: tuple[Span, ...]) -> Iterator[Span]:
    for span in spans:
        for at, width in ((span.start - 2, 2), (span.end, 2)):
            if text[at : at + width] == "''":
                yield Span(at, at + width)
                break
        else:
            for at in (span.start - 1, span.end):
                if text[at : at + 1] and text[at] in MARKS:
                    yield Span(at, at + 1)


def _numbers(
    text: str, tags: Sequence[Tag], quotes: list[tuple[tuple[Span, ...], Quote]], entities: Mapping[str, Entity]
) -> list[Annotation]:
    result: list[Annotation] = []
    for tag in tags:
        if tag.name != "n":
            continue
        span, values = _span(tag), tag.values
        around = [quote for spans, quote in quotes if any(s.covers(span) for s in spans)]
        inner = min(around, key=lambda quote: len(quote.span), default=None)
        result.append(
            NumberClaim.make(
                text,
                span,
                quantity=read_quantity(tag),
                role=cast("Any", values.get("r", "level")),
                direction=cast("Any", values.get("d")),
                subject=_subject(text, tag),
                quote=inner.id if inner else None,
                speaker=_sayer(text, tag, tags, inner, entities),
            )
        )
    return result


def _sayer(
    text: str, tag: Tag, tags: Sequence[Tag], quote: Quote | None, entities: Mapping[str, Entity]
) -> Speaker | None:
    """Who says a figure: whom its own tag names, else the speaker of the quote around it."""
    if tag.values.get("s") == NOBODY:
        return None
    key = tag.values.get("i", "")
    words = [other for other in tags if other.name == "m" and key and key in other.values["q"].split()]
    return _speaker(text, tag.values, words, entities, "who") or (quote.speaker if quote else None)


def _subject(text: str, tag: Tag) -> Passage | None:
    """What is measured: at the place ``at``, or where the words of ``of`` are nearest."""
    if "at" in tag.values:
        place = PLACE.fullmatch(tag.values["at"])
        if not place or not int(place[1]) < int(place[2]) <= len(text):
            raise SchemaError(f"<n> at {tag.start} measures what is at {tag.values['at']!r}, which is no place.")
        return Passage.at(text, int(place[1]), int(place[2]))
    words = tag.values.get("of")
    if not words:
        return None
    found = nearest(text, words, tag.start, tag.end)
    if found is None:
        raise SchemaError(f"<n> at {tag.start} counts {words!r}, which is not in the text.")
    return Passage.at(text, found, found + len(words))


def nearest(text: str, words: str, start: int, end: int) -> int | None:
    """Where ``words`` are nearest to a numeral, first in its own paragraph, and after it if in doubt."""
    places = _whole_words(text, words)

    def distance(at: int) -> tuple[bool, int]:
        first, last = sorted(((start, end), (at, at + len(words))))
        return "\n" in text[first[1] : last[0]], last[0] - first[1]

    return min(sorted(places, reverse=True), key=distance, default=None)


def _whole_words(text: str, words: str) -> list[int]:
    """The starts of ``words`` in ``text`` where neither end lies inside a word."""
    found: list[int] = []
    start = text.find(words)
    while start >= 0:
        if not (start and LETTER.match(text, start - 1)) and not LETTER.match(text, start + len(words)):
            found.append(start)
        start = text.find(words, start + 1)
    return found
