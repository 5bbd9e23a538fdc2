"""The claims of an article as cards, in groups by speaker, and its names with their chains of mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from newsparse.model import (
    Affiliation,
    Annotation,
    Claim,
    Document,
    Entity,
    Layer,
    Mention,
    NumberClaim,
    Quote,
    Speaker,
    TitleRole,
)
from newsparse.view.colours import hues
from newsparse.view.reasons import summaries
from newsparse.visible import one_line, shortened

UNSURE_BELOW = 0.5
"""The confidence of a model below which a claim is shown as uncertain."""
MENTIONS_SHOWN = 24
"""How many mentions of its speaker a claim lists at most; the name has all of them."""
ARTICLE = "The article itself"
NOBODY = "Nobody named"
_KNOWN = frozenset({"sentences", "tokens", "mentions", "attributions", "quotes", "numbers", "entities"})


@attrs.frozen
class Fact:
    """A line of a card: what it tells ("cue"), the words, and the keys of places in the text to go to."""

    name: str
    words: str
    places: tuple[tuple[str, str], ...] = ()


@attrs.frozen
class Card:
    """A claim as it is shown: ``kind`` is "quote", "figure", "name" or "other"; ``tags`` are short words about it.

    ``unsure`` says why it is uncertain, and is empty where it is not. ``manner`` and ``unit`` are what one filters by.
    """

    key: str
    kind: str
    words: str
    tags: tuple[str, ...]
    facts: tuple[Fact, ...]
    unsure: str = ""
    manner: str = ""
    unit: str = ""


@attrs.frozen
class Group:
    """What one speaker says: a name, who that is, a colour, and the cards in the order of the text."""

    name: str
    about: str
    hue: int | None
    cards: tuple[Card, ...]


@attrs.define
class Sheet:
    """One article of a page: its annotations by id, their keys on the page, and the colours of its speakers."""

    document: Document
    prefix: str
    colours: int
    hues: dict[str, int] = attrs.field(init=False)
    _known: dict[str, Annotation] = attrs.field(init=False)
    _keys: dict[str, str] = attrs.field(factory=dict, init=False)
    _chains: dict[str, Sequence[tuple[int, tuple[str, str]]]] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        """Find all annotations, and give speakers their colours."""
        self._known = {item.id: item for layer in self.document.layers for item in layer.annotations}
        self.hues = hues([speaker_key(item.speaker) for item in said(self.document) if item.speaker], self.colours)

    def key(self, item: Annotation) -> str:
        """The key of an annotation, the same each time."""
        return self._keys.setdefault(item.id, f"{self.prefix}{len(self._keys) + 1}")

    def keys(self) -> dict[str, str]:
        """All keys that have been given, by the ids of the annotations."""
        return dict(self._keys)

    def find(self, name: str | None) -> Annotation | None:
        """The annotation with that id."""
        return self._known.get(name) if name else None

    def chain(self, item: Entity) -> Sequence[tuple[int, tuple[str, str]]]:
        """The mentions of an entity in the order of the text, each with where it begins, its key and its words."""
        if item.id not in self._chains:
            found = [mention for name in item.mentions if isinstance(mention := self.find(name), Mention)]
            self._chains[item.id] = [
                (mention.span.start, (self.key(mention), one_line(mention.text)))
                for mention in sorted(found, key=_place)
            ]
        return self._chains[item.id]


def speaker_key(speaker: Speaker | None) -> str:
    """What two claims share when one speaker makes both: the entity where it is known, else the name."""
    if speaker is None:
        return ""
    return speaker.entity or f"name:{speaker.name}"


def said(document: Document) -> Iterator[Quote | NumberClaim]:
    """Quotes, then figures, each in the order of the text."""
    yield from (item for item in document.get("quotes") if isinstance(item, Quote))
    yield from (item for item in document.get("numbers") if isinstance(item, NumberClaim))


def groups(sheet: Sheet) -> list[Group]:
    """The claims by speaker, in the order in which speakers come up; what nobody says comes last."""
    found: dict[str, list[Quote | NumberClaim]] = {}
    for item in said(sheet.document):
        found.setdefault(_home(item), []).append(item)
    shown = sorted(found.items(), key=lambda pair: (pair[0] in (ARTICLE, NOBODY), min(map(_place, pair[1]))))
    return [_group(sheet, key, items) for key, items in shown]


def names(sheet: Sheet) -> list[Card]:
    """The people, organisations and places, with their mentions."""
    return [_name(sheet, item) for item in sheet.document.get("entities") if isinstance(item, Entity)]


def others(sheet: Sheet) -> list[Group]:
    """Layers of plugins, each as a group of cards."""
    found: dict[str, list[Card]] = {}
    for layer in own_layers(sheet.document):
        title = one_line(layer.name.replace("-", " ").capitalize())
        found[title] = [_other(sheet, item) for item in layer.annotations]
    return [Group(title, "", None, tuple(cards)) for title, cards in found.items()]


def of_plugins(document: Document) -> Iterator[Annotation]:
    """The annotations of layers that newsparse itself does not know."""
    yield from (item for layer in own_layers(document) for item in layer.annotations)


def own_layers(document: Document) -> Iterator[Layer]:
    """The layers with something in them that newsparse itself does not know."""
    yield from (layer for layer in document.layers if layer.name not in _KNOWN and layer.annotations)


def own_fields(item: Annotation) -> list[tuple[str, object]]:
    """What the kind of an annotation adds to all others and has a value, by its name in words: "how sure"."""
    common = {field.name for field in attrs.fields(Annotation)}
    own = ((field.name, getattr(item, field.name)) for field in attrs.fields(type(item)) if field.name not in common)
    return [(name.replace("_", " "), value) for name, value in own if value not in (None, (), "")]


def unsure(item: Annotation) -> str:
    """Why an annotation is uncertain, or nothing."""
    if item.confidence is not None and item.confidence < UNSURE_BELOW:
        return f"uncertain, {item.confidence:.0%}"
    if isinstance(item, Quote) and item.speaker is not None and item.speaker.kind == "unresolved":
        return "speaker uncertain"
    return ""


def _home(item: Claim) -> str:
    if item.speaker is None:
        return NOBODY if isinstance(item, Quote) else ARTICLE
    return speaker_key(item.speaker)


def _place(item: Annotation) -> int:
    return item.span.start


def _group(sheet: Sheet, key: str, items: Sequence[Quote | NumberClaim]) -> Group:
    cards = tuple(_claim(sheet, item) for item in sorted(items, key=_place))
    speaker = items[0].speaker
    if speaker is None:
        return Group(key, "", None, cards)
    return Group(one_line(speaker.name), _about(sheet, speaker), sheet.hues.get(key), cards)


def _about(sheet: Sheet, speaker: Speaker) -> str:
    """The role of a speaker, or what kind of speaker it is."""
    known = sheet.find(speaker.entity)
    if isinstance(known, Entity) and known.held:
        return one_line(known.held[0].role.text)
    if speaker.role is not None:
        return one_line(speaker.role.text)
    return "" if speaker.kind == "person" else speaker.kind


def _claim(sheet: Sheet, item: Quote | NumberClaim) -> Card:
    return _quote(sheet, item) if isinstance(item, Quote) else _figure(sheet, item)


def _quote(sheet: Sheet, item: Quote) -> Card:
    told = {"cue": item.cue, "to": item.addressee}
    facts = [Fact(name, one_line(passage.text)) for name, passage in told.items() if passage]
    facts += [
        Fact(name, _words(words))
        for name, words in (("hedged by", item.hedges), ("negated by", item.negations))
        if words
    ]
    facts += _links(sheet, {"inside": item.within})
    words = " … ".join(one_line(piece.cut(sheet.document.text)) for piece in item.fragments)
    tags = (_unless("speech", item.manner), _unless("said", item.act), _unless("asserted", item.modality))
    return Card(
        key=sheet.key(item),
        kind="quote",
        words=words,
        tags=_tags(item.form, *tags),
        facts=(*facts, *_speaker_facts(sheet, item), *_grounds(item)),
        unsure=unsure(item),
        manner=item.manner,
    )


def _figure(sheet: Sheet, item: NumberClaim) -> Card:
    surface = one_line(item.text)
    tags = (_unless("level", item.role), item.direction or "", item.outlook or "", _unless("asserted", item.modality))
    return Card(
        key=sheet.key(item),
        kind="figure",
        words=surface + (f" {one_line(item.subject.text)}" if item.subject else ""),
        tags=_tags(_unless(f"= {surface}", f"= {item.quantity}"), *tags),
        facts=(*_figure_facts(sheet, item), *_speaker_facts(sheet, item), *_grounds(item)),
        unsure=unsure(item),
        unit=item.quantity.currency or item.quantity.unit or item.quantity.kind,
    )


def _figure_facts(sheet: Sheet, item: NumberClaim) -> list[Fact]:
    """What is measured, whose it is, when and where, and the claims that it belongs to."""
    told = {
        "of": item.subject,
        "whose": item.holder,
        "to": item.to,
        "part of": item.whole,
        "when": item.when,
        "where": item.where,
        "bounded by": item.bound,
        "denied by": item.negation,
        "if": item.condition,
    }
    facts = [Fact(name, one_line(passage.text)) for name, passage in told.items() if passage]
    facts += [Fact("hedged by", _words(item.hedges))] if item.hedges else []
    facts += [Fact("change", str(item.change))] if item.change else []
    return facts + _links(sheet, {"said in": item.quote, "goes with": item.counterpart, "the same as": item.equivalent})


def _links(sheet: Sheet, others: Mapping[str, str | None]) -> list[Fact]:
    """A fact for each of the other claims that is there, with a link to it."""
    found = ((name, sheet.find(key)) for name, key in others.items())
    return [Fact(name, "", ((sheet.key(other), shortened(one_line(other.text))),)) for name, other in found if other]


def _unless(usual: str, value: str) -> str:
    """The value as a tag; empty where it is the usual one, which need not be said."""
    return "" if value == usual else value


def _speaker_facts(sheet: Sheet, item: Claim) -> Iterator[Fact]:
    """Where the text names the speaker, who says it too, the other places that name them, and why nobody is named."""
    if item.speaker is None:
        if item.unattributed:
            yield Fact("no speaker", one_line(item.unattributed))
        return
    if item.speaker.mention is not None:
        why = f" ({item.speaker.reason})" if item.speaker.reason else ""
        yield Fact("named as", one_line(item.speaker.mention.text) + why)
    others = [other.name for name in item.speaker.others if isinstance(other := sheet.find(name), Entity)]
    if others:
        yield Fact("together with", one_line(", ".join(others)))
    if item.speaker.anonymity is not None:
        yield Fact("not named", one_line(item.speaker.anonymity.text))
    known = sheet.find(item.speaker.entity)
    if isinstance(known, Entity):
        yield from _mentions_near(sheet, known, item)


def _mentions_near(sheet: Sheet, speaker: Entity, item: Claim) -> Iterator[Fact]:
    """The mentions of a speaker; of many the first and those nearest to a claim, so that the page stays short."""
    known = sheet.chain(speaker)
    if len(known) <= MENTIONS_SHOWN:
        yield Fact("who that is", "", tuple(place for _, place in known))
        return
    most = MENTIONS_SHOWN - 1
    first = bisect_right(known, item.span.start, lo=1, key=_at) - most // 2
    first = max(1, min(first, len(known) - most))
    yield Fact("who that is", "", tuple(place for _, place in (known[0], *known[first : first + most])))
    yield Fact("more mentions", f"{len(known) - MENTIONS_SHOWN:,}, listed with the name")


def _at(mention: tuple[int, tuple[str, str]]) -> int:
    return mention[0]


def _grounds(item: Claim) -> Iterator[Fact]:
    """What decided each part and why, how sure the model was, and the place."""
    for ground in item.evidence:
        why = summaries().get(ground.rule)
        yield Fact(f"{ground.part} decided by", f"{one_line(why)} ({ground.rule})" if why else ground.rule)
    if item.confidence is not None:
        yield Fact("confidence", f"{item.confidence:.0%}")
    yield Fact("place", f"characters {item.span.start} to {item.span.end}")


def _organisation(sheet: Sheet, held: Affiliation | TitleRole) -> str:
    """The name of the organisation of a role, else its words in the title; empty without one."""
    home = sheet.find(held.organisation)
    if isinstance(home, Entity):
        return home.name
    return held.body.text if isinstance(held, TitleRole) and held.body is not None else ""


def _name(sheet: Sheet, item: Entity) -> Card:
    facts = [Fact("mentions", "", tuple(place for _, place in sheet.chain(item)))]
    facts += [Fact("also", one_line(", ".join(item.aliases)))] if item.aliases else []
    for held in item.held:
        home = _organisation(sheet, held)
        at = f" ({one_line(home)})" if home else ""
        facts.append(Fact("former role" if held.former else "role", one_line(held.role.text) + at))
    facts += [Fact("in the title", one_line(item.in_title.text))] if item.in_title else []
    facts += [Fact("in your list", f"{one_line(item.link.name)} ({item.link.id})")] if item.link else []
    return Card(sheet.key(item), "name", one_line(item.name), (item.label,), tuple(facts), unsure(item))


def _other(sheet: Sheet, item: Annotation) -> Card:
    """An annotation of a plugin: its words and its own fields."""
    facts = [Fact(name, one_line(str(value))) for name, value in own_fields(item)]
    place = Fact("place", f"characters {item.span.start} to {item.span.end}")
    return Card(sheet.key(item), "other", one_line(item.text), (item.KIND,), (*facts, place), unsure(item))


def _tags(*words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def _words(passages: Iterable[object]) -> str:
    return one_line(", ".join(map(str, passages)))
