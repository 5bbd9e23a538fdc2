"""Brat standoff (https://brat.nlplab.org/standoff.html): attributions as events or relations, names as spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from newsparse.errors import SchemaError
from newsparse.model import Document, Entity, Mention, Passage, Quote, Span, Speaker
from newsparse.model.annotation import Annotation, distinct
from newsparse_bench.forms import form_of_all

SPANS = re.compile(r"\d{1,9} \d{1,9}(;\d{1,9} \d{1,9})*")
NOT_A_ROW = "not a row of brat"
CONTENT, CUE, SOURCE = {"content", "quote"}, {"cue"}, {"source", "speaker"}
SKIPPED = {"attribution", "attribution-no-source", "discard", "discuss"}


@attrs.define
class Event:
    """One attribution: spans by role."""

    content: list[Span] = attrs.Factory(list)
    cue: list[Span] = attrs.Factory(list)
    source: list[Span] = attrs.Factory(list)

    def add(self, label: str, spans: Iterable[Span]) -> None:
        """Adds the spans of an argument; other labels are not part of an attribution."""
        for names, place in ((CONTENT, self.content), (CUE, self.cue), (SOURCE, self.source)):
            if label.lower() in names:
                place.extend(spans)


def check(text: str, standoff: str, *, name: str) -> None:
    """Raises ``SchemaError`` if a row is malformed, has an unknown id, or has words that are not at its offsets."""
    rows = [(number, line.split("\t")) for number, line in enumerate(standoff.split("\n"), 1) if line.strip()]
    known = {row[0] for _, row in rows}
    for number, row in rows:
        what = row[1].split() if len(row) > 1 else []
        problem = ""
        if row[0].startswith("T"):
            problem = _misplaced(text, row)
        elif row[0][:1] in ("E", "R"):
            ids = [argument.partition(":")[2] for argument in what]
            problem = next((f"unknown id {key!r}" for key in ids if key and key not in known), "")
        if problem or not what:
            raise SchemaError(f"{name}, line {number}: {problem or NOT_A_ROW}.")


def _misplaced(text: str, row: list[str]) -> str:
    _, what, *words_given = [*row, ""] if len(row) == 1 else row
    places = what.partition(" ")[2]
    if not SPANS.fullmatch(places):
        return NOT_A_ROW
    pieces = [tuple(map(int, piece.split())) for piece in places.split(";")]
    words = " ".join(text[start:end] for start, end in pieces)
    if any(not 0 <= start < end <= len(text) for start, end in pieces):
        return f"{places} is outside a text of {len(text)} characters"
    if words_given and words_given[0].split() != words.split():
        return f"the text at {places} is {words!r}, not {words_given[0]!r}"
    return ""


def labelled(text: str, standoff: str, *, name: str, names: bool = True) -> Document:
    """The document of ``text`` with the labels in ``standoff``; malformed rows are skipped.

    Span labels of attributions become quotes through events or relations; with ``names`` every other span label
    becomes a mention and mentions of equal words one entity.
    """
    rows = [line.split("\t") for line in standoff.split("\n")]
    spans: dict[str, tuple[str, list[Span]]] = {}
    for row in rows:
        label, _, places = row[1].partition(" ") if len(row) > 1 else ("", "", "")
        if row[0].startswith("T") and SPANS.fullmatch(places):
            pieces = [tuple(map(int, piece.split())) for piece in places.split(";")]
            spans[row[0]] = (label, [Span(a, b) for a, b in pieces])
    quotes = [quote(text, event) for event in _events(rows, spans) if event.content]
    document = Document(text=text, id=name).with_layer("quotes", distinct(quotes))
    if not names:
        return document
    other = CONTENT | CUE | SOURCE | SKIPPED
    kept = [(label, Span(s[0].start, s[-1].end)) for label, s in spans.values() if label.lower() not in other]
    return with_names(document, kept)


def _events(rows: list[list[str]], spans: dict[str, tuple[str, list[Span]]]) -> list[Event]:
    events: list[Event] = []
    joined: dict[str, Event] = {}
    for row in rows:
        key, *columns = row
        if not columns or key[:1] not in ("E", "R"):
            continue
        ids = [argument.partition(":")[2] for argument in columns[0].split() if ":" in argument]
        event = Event()
        if key.startswith("R"):
            held = [key for key in ids if spans.get(key, ("",))[0].lower() in CONTENT]
            event = joined.setdefault(held[0], Event()) if held else event
            ids = [key for key in ids if key not in held or not event.content]
        for key in ids:
            event.add(*spans.get(key, ("", [])))
        if not any(event is known for known in events):
            events.append(event)
    used = {id(span) for event in events for span in event.content}
    for label, own in spans.values():
        if label.lower() in CONTENT and not any(id(span) in used for span in own) and not events:
            events.append(Event(content=own))
    return events


def quote(text: str, event: Event) -> Quote:
    """The event as a quote; if the source is in pieces, the longest is taken."""
    fragments = tuple(sorted(set(event.content)))
    source = max(event.source, key=len, default=None)
    mention = Passage.at(text, source.start, source.end) if source else None
    cue = min(event.cue, default=None)
    return Quote.make(
        text,
        *fragments,
        fragments=fragments,
        form=form_of_all(text, fragments),
        cue=Passage.at(text, cue.start, cue.end) if cue else None,
        speaker=Speaker(name=mention.text, mention=mention) if mention else None,
    )


def with_names(document: Document, names: Iterable[tuple[str, Span]]) -> Document:
    """The document with mentions of the given labels and spans, and one entity for all mentions of equal words.

    A speaker whose words are one of these names is that entity.
    """
    text = document.text
    groups: dict[tuple[str, str], list[Mention]] = {}
    for label, span in sorted(set(names), key=lambda item: (item[1], item[0])):
        mention = Mention.make(text, span, label=label)
        groups.setdefault((mention.text, label), []).append(mention)
    mentions: list[Mention] = []
    entities: list[Annotation] = []
    for (words, label), own in groups.items():
        entity = Entity.make(text, own[0].span, label=label, name=words, mentions=tuple(m.id for m in own))
        entities.append(entity)
        mentions += [attrs.evolve(mention, entity=entity.id) for mention in own]
    owners = {mention.span: mention.entity for mention in mentions}
    quotes = [_linked(item, owners) for item in document.quotes]
    named = document.with_layer("mentions", distinct(mentions)).with_layer("entities", distinct(entities))
    return named.with_layer("quotes", quotes) if quotes else named


def _linked(item: Quote, owners: Mapping[Span, str | None]) -> Quote:
    speaker = item.speaker
    entity = owners.get(speaker.mention.span) if speaker and speaker.mention else None
    return attrs.evolve(item, speaker=attrs.evolve(speaker, entity=entity)) if speaker and entity else item
