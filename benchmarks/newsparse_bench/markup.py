"""Reads labelled articles from text with tags, as the labelling guidelines in the docs describe them.

A file is a head (``name: value`` lines and an ``entities:`` block), a line ``---``, and the article with tags ``e``
(name), ``r`` (role), ``q`` (content), ``c`` (cue), ``m`` (speaker's mention), ``n`` (number claim), ``x`` (numeral
that is not a quantity).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, cast, get_args
from xml.etree import ElementTree

import attrs

from newsparse.errors import NewsparseError, SchemaError
from newsparse.model import (
    Annotation,
    Document,
    Entity,
    Mention,
    Meta,
    NumberClaim,
    Passage,
    Quantity,
    Quote,
    Span,
    Speaker,
)
from newsparse.model.annotation import distinct
from newsparse.model.claims import Direction, Modality, NumberRole, SpeakerKind
from newsparse.model.entities import Affiliation
from newsparse.model.quantity import Exactness, QuantityKind
from newsparse_bench import inputs
from newsparse_bench.forms import form_of_all, nested
from newsparse_bench.kinds import Numeral

ENTITY_COLUMNS = 3
_LETTER = re.compile(r"\w")
STYLE = re.compile(r"^style: (.+)$", re.MULTILINE)
MARKS = "\"'“”‘’«»`"
ATTRIBUTES = {
    "e": {"i"},
    "r": {"i", "o", "f"},
    "q": {"i", "s", "k", "mod", "why"},
    "c": {"q"},
    "m": {"q"},
    "n": {"v", "k", "u", "c", "per", "x", "r", "d", "of"},
    "x": {"w"},
}
REASONS = ("date", "year", "time", "phone", "score", "name", "law", "address", "list", "version", "pair", "idiom")
CHOICES = {
    ("q", "k"): get_args(SpeakerKind),
    ("q", "mod"): get_args(Modality),
    ("n", "k"): get_args(QuantityKind),
    ("n", "x"): get_args(Exactness),
    ("n", "r"): get_args(NumberRole),
    ("n", "d"): get_args(Direction),
    ("x", "w"): REASONS,
    ("r", "f"): ("yes",),
}


@attrs.frozen
class Tag:
    """A tag with the code points that it covers."""

    name: str
    values: Mapping[str, str]
    start: int
    end: int


def read(path: Path) -> Document:
    """The labelled document in the file at ``path``; raises ``SchemaError``, which names the place of the fault."""
    source = inputs.text(path)
    try:
        return parse(source, name=path.stem)
    except NewsparseError as error:
        raise SchemaError(f"{path.name}: {error.message}", hint=error.hint) from error


def parse(source: str, *, name: str) -> Document:
    """The labelled document ``source``; raises ``SchemaError``."""
    head, line, body = source.partition("\n---\n")
    if not line:
        raise SchemaError("the line '---' between head and article is missing.")
    text, tags = _tags(body.strip("\n"))
    known = _entities(head)
    style = STYLE.search(head)
    document = Document(text=text, id=name, meta=Meta(outlet=style[1] if style else None, language="en"))
    mentions, entities = _named(text, tags, known)
    entities = _with_roles(text, tags, entities)
    quotes = _quotes(text, tags, entities)
    layers: dict[str, list[Any]] = {
        "mentions": mentions,
        "entities": list(entities.values()),
        "quotes": [quote for _, quote in quotes],
        "numbers": _numbers(text, tags, quotes),
        "numerals": [Numeral.make(text, Span(t.start, t.end), reason=_need(t, "w")) for t in tags if t.name == "x"],
    }
    for layer, items in layers.items():
        document = document.with_layer(layer, distinct(items) if layer in ("numbers", "numerals") else items)
    return document


def _tags(body: str) -> tuple[str, list[Tag]]:
    try:
        root = ElementTree.fromstring(f"<article>{body}</article>")
    except ElementTree.ParseError as error:
        raise SchemaError(f"the tags are not well-formed: {error}.") from error
    pieces: list[str] = []
    tags: list[Tag] = []
    try:
        _walk(root, pieces, tags)
    except RecursionError as error:
        raise SchemaError("the tags are nested too deep.") from error
    return "".join(pieces), sorted(tags, key=lambda tag: (tag.start, -tag.end))


def _walk(node: ElementTree.Element, pieces: list[str], tags: list[Tag]) -> None:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, tags)
        pieces.append(child.tail or "")
    if node.tag == "article":
        return
    text = "".join(pieces)
    _check(node.tag, node.attrib, text[start:])
    if not text[start:].strip() or text[start:] != text[start:].strip():
        raise SchemaError(f"<{node.tag}> must hold words and no outer spaces: {text[start:]!r}.")
    tags.append(Tag(node.tag, dict(node.attrib), start, len(text)))


def _check(tag: str, values: Mapping[str, str], words: str) -> None:
    if tag not in ATTRIBUTES or set(values) - ATTRIBUTES[tag]:
        raise SchemaError(f"unknown tag or attribute in <{tag} {dict(values)}> at {words!r}.")
    for name, value in values.items():
        allowed = CHOICES.get((tag, name))
        if allowed and value not in allowed:
            raise SchemaError(f"<{tag} {name}={value!r}> at {words!r} must be one of: {', '.join(allowed)}.")


def _entities(head: str) -> dict[str, tuple[str, str]]:
    """Label and name by the short id used in the tags."""
    lines = head.partition("entities:\n")[2].splitlines()
    rows = [line.split(maxsplit=2) for line in lines if line.strip()]
    if any(len(row) != ENTITY_COLUMNS for row in rows):
        raise SchemaError("each line under 'entities:' is an id, a label and a name.")
    return {row[0]: (row[1], row[2]) for row in rows}


def _need(tag: Tag, name: str) -> str:
    if name not in tag.values:
        raise SchemaError(f"<{tag.name}> at {tag.start} has no attribute {name!r}.")
    return tag.values[name]


def _named(text: str, tags: list[Tag], known: dict[str, tuple[str, str]]) -> tuple[list[Mention], dict[str, Entity]]:
    places: dict[str, list[Span]] = {}
    for tag in tags:
        if tag.name == "e":
            places.setdefault(_need(tag, "i"), []).append(Span(tag.start, tag.end))
    if wrong := sorted(set(places) ^ set(known)):
        raise SchemaError(f"entities listed but never named in the text, or named but not listed: {', '.join(wrong)}.")
    mentions, entities = [], {}
    for key, spans in places.items():
        label, name = known[key]
        entity = Entity.make(text, spans[0], label=label, name=name)
        own = [Mention.make(text, span, label=label, entity=entity.id) for span in spans]
        aliases = sorted({item.text for item in own} - {name})
        ids = tuple(item.id for item in own)
        entities[key] = attrs.evolve(entity, mentions=ids, aliases=tuple(aliases))
        mentions += own
    return mentions, entities


def _with_roles(text: str, tags: list[Tag], entities: dict[str, Entity]) -> dict[str, Entity]:
    """The entities with their affiliations, in the order of the text; raises ``SchemaError`` for an unknown id."""
    held: dict[str, list[Affiliation]] = {}
    for tag in tags:
        if tag.name == "r":
            person, place = _known(tag, "i", entities), tag.values.get("o")
            if person.label != "Person":
                raise SchemaError(f"<r> at {tag.start} gives a role to {person.name!r}, which is not a Person.")
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


def _quotes(text: str, tags: list[Tag], entities: dict[str, Entity]) -> list[tuple[tuple[Span, ...], Quote]]:
    groups: dict[str, dict[str, list[Tag]]] = {}
    names = [Span(tag.start, tag.end) for tag in tags if tag.name == "e"]
    for tag in tags:
        if tag.name in ("q", "c", "m"):
            for key in _need(tag, "i" if tag.name == "q" else "q").split():
                groups.setdefault(key, {"q": [], "c": [], "m": []})[tag.name].append(tag)
    result = []
    for key, group in groups.items():
        if not group["q"]:
            raise SchemaError(f"a cue or a speaker belongs to the quote {key!r}, which is not in the text.")
        result.append(_quote(text, key, group, entities, names))
    ordered = nested(cast("list[Quote]", distinct([quote for _, quote in result])))
    return [(quote.fragments, quote) for quote in ordered]


def _quote(
    text: str, key: str, group: dict[str, list[Tag]], entities: dict[str, Entity], names: Sequence[Span]
) -> tuple[str, Quote]:
    spans = tuple(Span(tag.start, tag.end) for tag in group["q"])
    values = {name: value for tag in group["q"] for name, value in tag.values.items()}
    marks = tuple(_marks(text, spans))
    cue = Passage.at(text, group["c"][0].start, group["c"][0].end) if group["c"] else None
    speaker = _speaker(text, values, group["m"], entities)
    if (speaker is None) is not bool(values.get("why")):
        raise SchemaError(f"the quote {key!r} needs either a speaker ('s' or a tag m) or a reason 'why' it has none.")
    return key, Quote.make(
        text,
        *spans,
        fragments=spans,
        form=form_of_all(text, spans, names),
        marks=marks,
        cue=cue,
        speaker=speaker,
        unattributed=values.get("why", ""),
        modality=cast("Any", values.get("mod", "asserted")),
    )


def _speaker(text: str, values: dict[str, str], mentions: list[Tag], entities: dict[str, Entity]) -> Speaker | None:
    mention = Passage.at(text, mentions[0].start, mentions[0].end) if mentions else None
    key = values.get("s", "")
    if key and key not in entities:
        raise SchemaError(f"the speaker {key!r} is not among the entities.")
    entity = entities.get(key)
    if entity is None and mention is None:
        return None
    by_label = {"Person": "person", "Organization": "organisation"}
    kind = values.get("k") or (by_label.get(entity.label, "unresolved") if entity else "unnamed")
    name = entity.name if entity else str(mention)
    return Speaker(name=name, mention=mention, entity=entity.id if entity else None, kind=cast("Any", kind))


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


def _numbers(text: str, tags: list[Tag], quotes: list[tuple[tuple[Span, ...], Quote]]) -> list[Annotation]:
    result: list[Annotation] = []
    for tag in tags:
        if tag.name != "n":
            continue
        span, values = Span(tag.start, tag.end), tag.values
        around = [quote for spans, quote in quotes if any(s.covers(span) for s in spans)]
        inner = min(around, key=lambda quote: len(quote.span), default=None)
        result.append(
            NumberClaim.make(
                text,
                span,
                quantity=_quantity(tag),
                role=cast("Any", values.get("r", "level")),
                direction=cast("Any", {"up": "up", "down": "down"}.get(values.get("d", ""))),
                subject=_subject(text, tag),
                quote=inner.id if inner else None,
                speaker=inner.speaker if inner else None,
            )
        )
    return result


def _quantity(tag: Tag) -> Quantity:
    """``v`` is a value, or ``low..high``; an open end is left out, and ``<`` is next to an end that is not included."""
    value = _need(tag, "v").replace(" ", "")
    low, dots, high = value.partition("..")
    ends = [_decimal(tag, low.rstrip("<")), _decimal(tag, (high if dots else low).lstrip("<"))]
    values = tag.values
    return Quantity(
        low=ends[0],
        high=ends[1],
        low_inclusive=not low.endswith("<"),
        high_inclusive=not high.startswith("<"),
        exactness=cast("Any", values.get("x", "exact")),
        kind=cast("Any", values.get("k", "count")),
        unit=values.get("u"),
        currency=values.get("c"),
        per=values.get("per"),
    )


def _decimal(tag: Tag, words: str) -> Decimal | None:
    try:
        top, _, bottom = words.partition("/")
        return Decimal(top) / Decimal(bottom or 1) if words else None
    except ArithmeticError as error:
        raise SchemaError(f"<n> at {tag.start} has the value {words!r}, which is not a number.") from error


def _whole_words(text: str, words: str) -> list[int]:
    """The starts of ``words`` in ``text`` where neither end lies inside a word."""
    found: list[int] = []
    start = text.find(words)
    while start >= 0:
        if not (start and _LETTER.match(text, start - 1)) and not _LETTER.match(text, start + len(words)):
            found.append(start)
        start = text.find(words, start + 1)
    return found


def _subject(text: str, tag: Tag) -> Passage | None:
    """The nearest occurrence of the words of ``of``, first in the numeral's own paragraph, and after it if in doubt."""
    words = tag.values.get("of")
    if not words:
        return None
    places = _whole_words(text, words)
    if not places:
        raise SchemaError(f"<n> at {tag.start} counts {words!r}, which is not in the text.")

    def distance(at: int) -> tuple[bool, int]:
        first, last = sorted(((tag.start, tag.end), (at, at + len(words))))
        return "\n" in text[first[1] : last[0]], last[0] - first[1]

    at = min(sorted(places, reverse=True), key=distance)
    return Passage.at(text, at, at + len(words))
