"""Regions as lines of text, for tools whose spans have only a label: a place and label, then attributes and links.

``19-28 Figure value=4 kind=percent``, ``73-88,101-125 Content cue=95-99 source=91-94``. A link names the place of the
region that it leads to. Regions of one label and place have ``#2``, ``#3`` ... after it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from newsparse.errors import SchemaError
from newsparse.model import Span
from newsparse_bench.labels.notes import note, parse_note
from newsparse_bench.labels.regions import Region, Regions

LINE = re.compile(r"\s*(\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9})*)(#\d{1,9})?\s+(\S+)(?:\s+(.*))?")
LINKS = {"c": "cue", "m": "source"}
TARGETS = {"cue": "c", "source": "m"}
COMMA = re.compile(",")


def lines(found: Regions) -> Iterator[str]:
    """A line for each region that has attributes, links or several pieces, or shares its place and label."""
    names = _names(found.items)
    tags = {item.key: item.tag for item in found.items}
    targets = {item.key: _place(item) for item in found.items}
    linked: dict[str, dict[str, list[str]]] = {}
    for one, other in found.links:
        linked.setdefault(one, {}).setdefault(LINKS[tags[other]], []).append(targets[other])
    for item in found.items:
        links = {name: ",".join(places) for name, places in linked.get(item.key, {}).items()}
        values = {**item.values, **links}
        if values or len(item.pieces) > 1 or "#" in names[item.key]:
            yield f"{names[item.key]} {item.label} {note(values)}".rstrip()


def _place(item: Region) -> str:
    return ",".join(f"{piece.start}-{piece.end}" for piece in item.pieces)


def _names(items: Iterable[Region]) -> dict[str, str]:
    seen: Counter[tuple[str, str]] = Counter()
    names = {}
    for item in items:
        place = (_place(item), item.label)
        seen[place] += 1
        names[item.key] = f"{place[0]}#{seen[place]}" if seen[place] > 1 else place[0]
    return names


def from_lines(text: str, spans: Iterable[tuple[Span, str]], words: str, place: str) -> Regions:
    """The regions of labelled ``spans`` with the attributes and links of the lines; raises ``SchemaError``.

    A line about a span that is no longer there is left out, a span without a line has no attributes.
    """
    left = dict.fromkeys(spans)
    items: list[Region] = []
    asked: list[tuple[str, str, str]] = []
    for count, line in enumerate(filter(str.strip, words.split("\n")), 1):
        where = f"{place}, line {count} of the attributes"
        region = _region(str(count), line, text, where)
        pieces = tuple(piece for piece in region.pieces if (piece, region.label) in left)
        if not pieces:
            continue
        values = {name: value for name, value in region.values.items() if name not in TARGETS}
        asked += [(region.key, name, value) for name, value in region.values.items() if name in TARGETS]
        items.append(Region(region.key, region.label, pieces, values))
    items += _without_line(left, items)
    items.sort(key=lambda item: (item.span.start, -item.span.end))
    return Regions(text, items, list(_links(items, asked)))


def _without_line(spans: Iterable[tuple[Span, str]], items: Iterable[Region]) -> list[Region]:
    """The spans that are in none of ``items``, as regions without attributes."""
    used = {(piece, item.label) for item in items for piece in item.pieces}
    more = [pair for pair in spans if pair not in used]
    return [Region(f"s{count}", label, (span,), {}) for count, (span, label) in enumerate(more, 1)]


def _region(key: str, line: str, text: str, where: str) -> Region:
    found = LINE.fullmatch(line)
    ends = [piece.split("-") for piece in COMMA.split(found[1])] if found else []
    spans = [Span(int(start), int(end)) for start, end in ends if int(start) < int(end) <= len(text)]
    if not found or len(spans) < len(ends):
        raise SchemaError(f"{where}: {line!r} is not a place, a label and attributes.")
    return Region(key, found[3], tuple(spans), _values(found[4] or "", where))


def _values(words: str, where: str) -> Mapping[str, str]:
    values = parse_note(words, where)
    if words.strip() and not values:
        raise SchemaError(f"{where}: {words.strip()!r} is not an attribute.", hint="Write name=value.")
    return values


def _links(items: Iterable[Region], asked: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """The links to regions that are still there."""
    places = {(item.tag, _place(item)): item.key for item in items}
    for key, name, value in asked:
        for target in COMMA.split(value):
            if (TARGETS[name], target) in places:
                yield key, places[TARGETS[name], target]
