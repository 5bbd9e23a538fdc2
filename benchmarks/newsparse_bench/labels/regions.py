"""Labels as labelling tools hold them: labelled regions with attributes, some of them joined by links.

The label of a name is its class, of any other tag its name in ``LABELS``. A quote is one region with several pieces;
links lead from a quote or a figure to its cue and the words for its speaker. Labels made without these attributes are
read too: names of equal words and class are then one entity, and a speaker is the entity that is named there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from newsparse.errors import SchemaError
from newsparse.model import Span, envelope
from newsparse_bench.labels.predicted import UNKNOWN, short_id
from newsparse_bench.labels.tags import LABELS, NOBODY, READABLE, Labelled, Tag, letters, readable, tag_of

WITHIN = READABLE["q", "in"]
NEEDED = {"n": "v", "r": "i", "x": "w"}
"""The attribute that a tag cannot be without."""


@attrs.frozen
class Region:
    """A labelled place; ``values`` are its attributes by their readable names, ``key`` its id in a tool's file."""

    key: str
    label: str
    pieces: tuple[Span, ...]
    values: Mapping[str, str]

    @property
    def tag(self) -> str:
        """The tag that the region is."""
        return tag_of(self.label)

    @property
    def span(self) -> Span:
        """All of it, with what lies between its pieces."""
        return envelope(self.pieces)


@attrs.frozen
class Regions:
    """The regions of a text in its order; ``links`` are pairs of their keys.

    Links join quotes and figures to cues and sources; in labels from elsewhere also to names, and roles to names.
    Contents that are linked to each other are pieces of one quote.
    """

    text: str
    items: Sequence[Region]
    links: Sequence[tuple[str, str]]


def regions(labelled: Labelled) -> Regions:
    """The tags as regions; keys are numbers from 1 in the order of the text."""
    items: list[Region] = []
    owners: dict[str, str] = {}
    joined: list[tuple[str, str]] = []
    told = _told(labelled)
    for tag in labelled.tags:
        key = str(len(items) + 1)
        if tag.name == "q" and tag.values["i"] in owners:
            continue
        if tag.name in ("q", "n") and "i" in tag.values:
            owners[tag.values["i"]] = key
        if tag.name in ("c", "m"):
            joined += [(owner, key) for owner in tag.values["q"].split()]
        items.append(_region(labelled, tag, key, told))
    links = [(owners[owner], key) for owner, key in joined]
    starts = {item.key: str(item.span.start) for item in items}
    items = _renamed(items, {owner: starts[key] for owner, key in owners.items()})
    return Regions(labelled.text, _without_names(items, links, _named_places(labelled)), links)


def _named_places(labelled: Labelled) -> set[tuple[int, int]]:
    """Where entities are named."""
    return {(tag.start, tag.end) for tag in labelled.tags if tag.name == "e" and tag.values["i"] != NOBODY}


def _renamed(items: Sequence[Region], names: Mapping[str, str]) -> list[Region]:
    """The regions, where those of quotes inside others call these by other ``names``: tools know where they begin."""
    return [
        attrs.evolve(item, values={**item.values, WITHIN: names[item.values[WITHIN]]})
        if item.values.get(WITHIN) in names
        else item
        for item in items
    ]


def _region(labelled: Labelled, tag: Tag, key: str, told: dict[str, dict[str, str]]) -> Region:
    """One tag as a region; ``told`` are the facts of entities, taken by the first region of each."""
    pieces: tuple[Span, ...] = (Span(tag.start, tag.end),)
    values = readable(tag)
    label = LABELS.get(tag.name, "")
    if tag.name == "q":
        own = [other for other in labelled.tags if other.name == "q" and other.values["i"] == tag.values["i"]]
        pieces = tuple(Span(other.start, other.end) for other in own)
        values = {name: value for other in own for name, value in readable(other).items()}
    if tag.name == "e":
        entity = tag.values["i"]
        label = tag.values.get("label") or labelled.entities[entity][0]
        values.pop("entity-label", None)
        values |= told.pop(entity, {})
    return Region(key, label, pieces, values)


def _told(labelled: Labelled) -> dict[str, dict[str, str]]:
    """The label and the name of each entity, where its mentions do not say them."""
    members: dict[str, list[Tag]] = {key: [] for key in labelled.entities}
    for tag in labelled.tags:
        if tag.name == "e" and tag.values["i"] in members:
            members[tag.values["i"]].append(tag)
    found = {}
    for key, own in members.items():
        given, name = labelled.entities[key]
        values = {"entity-label": given} if own[0].values.get("label", given) != given else {}
        found[key] = values | ({"name": name} if name != _fullest(labelled.text, own) else {})
    return found


def _fullest(text: str, own: Sequence[Tag]) -> str:
    """The longest name among the mentions, else the longest of them."""
    named = [tag for tag in own if tag.values.get("form", "named") == "named"] or own
    longest = max(named, key=lambda tag: (tag.end - tag.start, -tag.start))
    return text[longest.start : longest.end]


def _without_names(
    items: Sequence[Region], links: Sequence[tuple[str, str]], named: set[tuple[int, int]]
) -> list[Region]:
    """The regions; quotes and figures of no entity say so where their source stands at one of the ``named`` places."""
    spans = {item.key: (item.span.start, item.span.end) for item in items}
    linked = {one for one, other in links if spans[other] in named}
    return [
        attrs.evolve(item, values={**item.values, "speaker": NOBODY})
        if item.key in linked and item.tag in ("q", "n") and "speaker" not in item.values
        else item
        for item in items
    ]


def labelled(found: Regions, place: str) -> Labelled:
    """The tags that the regions are; raises ``SchemaError``, which begins with ``place``."""
    text, found = found.text, _with_whole_quotes(found)
    begins = {str(item.span.start): item.key for item in found.items if item.tag == "q"}
    found = attrs.evolve(found, items=_renamed(found.items, begins))
    by_key = {item.key: item for item in found.items}
    names = _Named.of(text, [item for item in found.items if item.tag == "e"])
    partners: dict[str, list[Region]] = {}
    for one, other in found.links:
        partners.setdefault(one, []).append(by_key[other])
        partners.setdefault(other, []).append(by_key[one])
    tags = list(names.tags)
    for item in found.items:
        if item.tag not in ("e", "c", "m"):
            tags += _tagged(item, partners.get(item.key, []), names, place)
    tags += _joined(found.items, partners)
    return Labelled(text, sorted(tags, key=lambda tag: (tag.start, -tag.end)), names.entities)


def _with_whole_quotes(found: Regions) -> Regions:
    """The regions, with contents that are linked to each other as one."""
    owner = _first_of_quote(found)
    pieces: dict[str, list[Region]] = {}
    for item in found.items:
        pieces.setdefault(owner[item.key], []).append(item)
    items = [_whole(own) if len(own) > 1 else own[0] for own in pieces.values()]
    links = [(owner[one], owner[other]) for one, other in found.links if owner[one] != owner[other]]
    return Regions(found.text, items, links)


def _first_of_quote(found: Regions) -> dict[str, str]:
    """For each region the first of the contents that are linked to it; itself for all that are not contents."""
    tags = {item.key: item.tag for item in found.items}
    owner = {key: key for key in tags}
    for one, other in found.links:
        if tags[one] == tags[other] == "q" and owner[one] != owner[other]:
            first, second = sorted((owner[one], owner[other]), key=list(tags).index)
            owner = {key: first if own == second else own for key, own in owner.items()}
    return owner


def _whole(own: Sequence[Region]) -> Region:
    spans = tuple(sorted({piece for item in own for piece in item.pieces}))
    values = {name: value for item in reversed(own) for name, value in item.values.items()}
    return attrs.evolve(own[0], pieces=spans, values=values)


def _joined(items: Sequence[Region], partners: Mapping[str, Sequence[Region]]) -> Iterator[Tag]:
    """Cues and sources with the quotes and figures that they belong to; of several sources, the longest is meant."""
    for item in items:
        if item.tag in ("c", "m"):
            owners = [other for other in partners.get(item.key, ()) if other.tag in ("q", "n")]
            if item.tag == "m":
                owners = [other for other in owners if _source(partners[other.key]) is item]
            if owners:
                keys = " ".join(dict.fromkeys(other.key for other in owners))
                yield Tag(item.tag, {"q": keys}, item.span.start, item.span.end)


def _source(partners: Sequence[Region]) -> Region | None:
    return max((item for item in partners if item.tag == "m"), key=lambda item: len(item.span), default=None)


def _tagged(item: Region, partners: Sequence[Region], names: _Named, place: str) -> Iterator[Tag]:
    where = f"{place}: the {item.label} at {item.span.start}"
    try:
        values = letters(item.tag, item.values)
    except SchemaError as error:
        raise SchemaError(f"{where}: {error.message}", hint=error.hint) from error
    if item.tag in ("q", "n"):
        values = _said(item, {"i": item.key, **values, **_speaker(item, partners, names)}, _source(partners))
    if item.tag == "r":
        values = _holders(partners, names) | values
    if item.tag in NEEDED and NEEDED[item.tag] not in values:
        needed = READABLE[item.tag, NEEDED[item.tag]]
        raise SchemaError(f"{where} has no {needed}.", hint=f"Give it a note or a field {needed}.")
    first, *others = item.pieces if item.tag == "q" else (item.span,)
    yield Tag(item.tag, values, first.start, first.end)
    yield from (Tag(item.tag, {"i": item.key}, piece.start, piece.end) for piece in others)


def _said(item: Region, values: Mapping[str, str], source: Region | None) -> dict[str, str]:
    """The values without "nobody" where a quote or another speaker makes it needless; a quote of nobody says why."""
    kept = dict(values)
    if kept.get("s") == NOBODY and (item.tag == "q" or "by" in kept or source):
        del kept["s"]
    if item.tag == "q" and not (kept.keys() & {"s", "by", "why"} or source):
        kept["why"] = UNKNOWN
    return kept


def _speaker(item: Region, partners: Sequence[Region], names: _Named) -> dict[str, str]:
    """The entity that a quote or figure is linked to, or that is named where its source is; none if it says so."""
    if "speaker" in item.values:
        return {}
    linked = next((names.keys[other.key] for other in partners if other.tag == "e"), None)
    source = _source(partners)
    key = linked or (names.places.get(source.span) if source else None)
    return {"s": key} if key and key != NOBODY else {}


def _holders(partners: Sequence[Region], names: _Named) -> dict[str, str]:
    """The person and the organisation that a role is linked to."""
    linked = [(other.label, names.keys[other.key]) for other in partners if other.tag == "e"]
    found = {"i" if label == "Person" else "o": key for label, key in linked if key != NOBODY}
    return dict(sorted(found.items()))


@attrs.frozen
class _Named:
    """The names: their tags, and the short ids of their entities by region and by place."""

    tags: Sequence[Tag]
    keys: Mapping[str, str]
    places: Mapping[Span, str]
    entities: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, text: str, items: Sequence[Region]) -> _Named:
        known = {(item.span.cut(text), item.label): item.values["entity"] for item in items if "entity" in item.values}
        known = {words: key for words, key in known.items() if key != NOBODY}
        taken = set(known.values())
        keys: dict[str, str] = {}
        places: dict[Span, str] = {}
        members: dict[str, list[Region]] = {}
        for item in sorted(items, key=lambda item: (item.span.start, -item.span.end)):
            words = (item.span.cut(text), item.label)
            key = item.values.get("entity") or known.setdefault(words, short_id(words[0], taken))
            taken.add(key)
            keys[item.key] = key
            if places.get(item.span, NOBODY) == NOBODY:
                places[item.span] = key
            members.setdefault(key, []).append(item)
        tags = {item.key: _name(item, keys[item.key]) for item in items}
        entities = {
            key: _entity(text, own, [tags[item.key] for item in own]) for key, own in members.items() if key != NOBODY
        }
        return cls(list(tags.values()), keys, places, entities)


def _name(item: Region, key: str) -> Tag:
    kept = {name: item.values[name] for name in ("form", "link", "link-name") if name in item.values}
    return Tag("e", {"i": key, "label": item.label, **kept}, item.span.start, item.span.end)


def _entity(text: str, own: Sequence[Region], tags: Sequence[Tag]) -> tuple[str, str]:
    label = next((item.values["entity-label"] for item in own if "entity-label" in item.values), own[0].label)
    return label, next((item.values["name"] for item in own if "name" in item.values), _fullest(text, tags))
