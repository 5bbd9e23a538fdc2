"""Brat standoff (https://brat.nlplab.org/standoff.html): attributions as events or relations, names as spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product

import attrs

from newsparse.errors import SchemaError
from newsparse.model import Document, Passage, Quote, Span, Speaker, envelope
from newsparse.model.annotation import distinct
from newsparse_bench.forms import form_of_all
from newsparse_bench.labels import Region, Regions, built
from newsparse_bench.labels import labelled as tags_of
from newsparse_bench.labels.notes import parse_note
from newsparse_bench.labels.tags import YES, has_attribute

SPANS = re.compile(r"\d{1,9} \d{1,9}(;\d{1,9} \d{1,9})*")
NOT_A_ROW = "not a row of brat"
CONTENT, CUE, SOURCE = {"content", "quote"}, {"cue"}, {"source", "speaker"}
SKIPPED = {"attribution", "attribution-no-source", "discard", "discuss"}
LINES, JOINED = "lines", "joined"
"""The attribute of what is in several pieces only because brat ends annotations with the line, and its value."""

Spans = Mapping[str, tuple[str, list[Span]]]
"""Label and pieces by the id of a row."""


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
        if problem := _problem(text, row, known):
            raise SchemaError(f"{name}, line {number}: {problem}.")


def _problem(text: str, row: list[str], known: set[str]) -> str:
    """What is wrong with a row, empty if nothing is; ``known`` are the ids of all rows."""
    what = row[1].split() if len(row) > 1 else []
    problem = ""
    if row[0].startswith("T"):
        problem = _misplaced(text, row)
    elif row[0][:1] in ("E", "R"):
        ids = [argument.partition(":")[2] for argument in what]
        problem = next((f"unknown id {key!r}" for key in ids if key and key not in known), "")
    return problem or ("" if what else NOT_A_ROW)


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


def _rows(standoff: str) -> tuple[list[list[str]], Spans]:
    """The rows as columns, and the text-bound ones by id; malformed ones are skipped."""
    rows = [line.split("\t") for line in standoff.split("\n")]
    spans: dict[str, tuple[str, list[Span]]] = {}
    for row in rows:
        label, _, places = row[1].partition(" ") if len(row) > 1 else ("", "", "")
        if row[0].startswith("T") and SPANS.fullmatch(places):
            pieces = [tuple(map(int, piece.split())) for piece in places.split(";")]
            spans[row[0]] = (label, [Span(a, b) for a, b in pieces])
    return rows, spans


def labelled(text: str, standoff: str, *, name: str) -> Document:
    """The document of ``text`` with the labels in ``standoff``; raises ``SchemaError`` for what cannot be a label.

    Content, cues and sources become quotes through events or relations, figures and roles have their attributes and
    notes, and every label that newsparse does not know is the class of a name. Malformed rows are skipped: ``check``
    finds them.
    """
    rows, spans = _rows(standoff)
    values = _values(rows, spans, name)
    items = [
        _region(key, label, pieces, values[key])
        for key, (label, pieces) in spans.items()
        if label.lower() not in SKIPPED
    ]
    known = {item.key for item in items}
    links = [(one, other) for one, other in _links(rows, spans) if {one, other} <= known]
    return built(tags_of(Regions(text, items, links), name), Document(text=text, id=name))


def _region(key: str, label: str, pieces: Sequence[Span], values: Mapping[str, str]) -> Region:
    found = Region(key, label, tuple(sorted(pieces)), {name: value for name, value in values.items() if name != LINES})
    whole = found.tag != "q" or values.get(LINES) == JOINED
    return attrs.evolve(found, pieces=(envelope(pieces),)) if whole else found


def _values(rows: Sequence[Sequence[str]], spans: Spans, name: str) -> dict[str, dict[str, str]]:
    """The attributes of each text-bound row: attributes of brat that newsparse knows, entries of lists, and notes."""
    found: dict[str, dict[str, str]] = {key: {} for key in spans}
    for mark, columns, *rest in (row for row in rows if len(row) > 1):
        kind, key, *more = [*columns.split(), "", ""]
        if key not in found:
            continue
        words = "\t".join(rest)
        if mark[:1] in ("A", "M"):
            attribute = kind.lower().replace("_", "-")
            if has_attribute(spans[key][0], attribute):
                found[key][attribute] = more[0] or YES
        elif mark.startswith("N"):
            found[key] |= {"link": more[0].partition(":")[2]} | ({"link-name": words} if words else {})
        elif mark.startswith("#"):
            found[key] |= parse_note(words, f"{name}, the note of {key}")
    return found


def _links(rows: Sequence[Sequence[str]], spans: Spans) -> Iterator[tuple[str, str]]:
    """What relations and events join: in an event, every content with all else."""
    for key, *columns in rows:
        if columns and key[:1] in ("E", "R"):
            ids = [one for one in _arguments(columns[0]) if one in spans]
            if key.startswith("R"):
                yield from pairwise(ids)
                continue
            content = [one for one in ids if _is_content(one, spans)]
            yield from ((one, other) for one, other in product(content, ids) if one != other)


def _arguments(column: str) -> list[str]:
    """The ids of "Said Arg1:T1 Arg2:T2"."""
    return [argument.partition(":")[2] for argument in column.split() if ":" in argument]


def _is_content(key: str, spans: Spans) -> bool:
    return key in spans and spans[key][0].lower() in CONTENT


def attributions(text: str, standoff: str, *, name: str) -> Document:
    """The document of ``text`` with the attributions in ``standoff`` as quotes; all other rows are skipped."""
    quotes = [quote(text, event) for event in events(standoff) if event.content]
    return Document(text=text, id=name).with_layer("quotes", distinct(quotes))


def events(standoff: str) -> list[Event]:
    """The attributions in ``standoff``, with all pieces of content, cue and source."""
    rows, spans = _rows(standoff)
    return _events(rows, spans)


def _events(rows: list[list[str]], spans: Spans) -> list[Event]:
    """The attributions: each event is one, and so are all relations of one content; else the first content alone."""
    events: list[Event] = []
    joined: dict[str, Event] = {}
    for key, *columns in rows:
        if columns and key.startswith("E"):
            events.append(_filled(Event(), _arguments(columns[0]), spans))
        elif columns and key.startswith("R"):
            event = _related(_arguments(columns[0]), spans, joined)
            if not any(event is known for known in events):
                events.append(event)
    alone = [Event(content=spans[key][1]) for key in spans if _is_content(key, spans)]
    return events or alone[:1]


def _related(ids: Sequence[str], spans: Spans, joined: dict[str, Event]) -> Event:
    """The attribution that a relation is part of: that of its first content, which is ``joined`` by its id."""
    held = [one for one in ids if _is_content(one, spans)]
    event = joined.setdefault(held[0], Event()) if held else Event()
    return _filled(event, [one for one in ids if one not in held or not event.content], spans)


def _filled(event: Event, ids: Iterable[str], spans: Spans) -> Event:
    for one in ids:
        event.add(*spans.get(one, ("", [])))
    return event


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
