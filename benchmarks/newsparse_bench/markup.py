r"""Labelled articles as text with tags, as the labelling guidelines in the docs describe them, read and written.

A file is a head (``name: value`` lines and an ``entities:`` block), a line ``---``, and the article with its tags. XML
cannot hold tags that cross, nor every character: tags of one kind with the same ``part`` are one tag, whose edges may
be anywhere, and ``<u c="1f"/>`` is the character U+001F, in an attribute ``\ufffd{1f}``.
"""

from __future__ import annotations

import heapq
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

import attrs

from newsparse.errors import NewsparseError, SchemaError
from newsparse.model import Document, Meta
from newsparse_bench import inputs
from newsparse_bench.labels import Labelled, Tag, built
from newsparse_bench.labels.tags import NOBODY, check

ENTITY_COLUMNS = 3
STYLE = re.compile(r"^style: (.+)$", re.MULTILINE)
ID = re.compile(r"^id: (.+)$", re.MULTILINE)
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPED = re.compile(r"\ufffd\{([0-9a-f]{1,6})\}")
EDGES = re.compile(r"\A\n+|\n+\Z")
BLANKS = re.compile(r"\s+")
ESCAPES = {"\r": "&#13;"}


def read(path: Path) -> Document:
    """The labelled document in the file at ``path``; raises ``SchemaError``, which names the place of the fault."""
    source = inputs.text(path)
    try:
        return parse(source, name=path.stem)
    except NewsparseError as error:
        raise SchemaError(f"{path.name}: {error.message}", hint=error.hint) from error


def parse(source: str, *, name: str) -> Document:
    """The labelled document ``source``; ``name`` is its id unless the head has one. Raises ``SchemaError``."""
    head, line, body = source.partition("\n---\n")
    if not line:
        raise SchemaError("the line '---' between head and article is missing.")
    text, tags = _tags(body.strip("\n"))
    known = _entities(head)
    given = {
        tag.values["i"]: tag.values["name"] for tag in tags if tag.name == "e" and {"i", "name"} <= set(tag.values)
    }
    known |= {key: (known[key][0], given[key]) for key in known if key in given}
    style, key = STYLE.search(head), ID.search(head)
    meta = Meta(outlet=style[1] if style else None, language="en")
    return built(Labelled(text, tags, known), Document(text=text, id=key[1] if key else name, meta=meta))


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
    return "".join(pieces), sorted(_whole(tags), key=_order)


def _order(tag: Tag) -> tuple[int, int]:
    return (tag.start, -tag.end)


def _walk(node: ElementTree.Element, pieces: list[str], tags: list[Tag]) -> None:
    if node.tag == "u":
        pieces.append(_character(node))
        return
    start, place = sum(map(len, pieces)), len(tags)
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, tags)
        pieces.append(child.tail or "")
    if node.tag == "article":
        return
    text = "".join(pieces)
    words, exact = text[start:], "part" in node.attrib
    values = {name: ESCAPED.sub(_unescaped, value) for name, value in node.attrib.items()}
    check(node.tag, values, words)
    if not words if exact else not words.strip() or words != words.strip():
        raise SchemaError(f"<{node.tag}> must hold words and no outer spaces: {words!r}.")
    tags.insert(place, Tag(node.tag, values, start, len(text)))


def _character(node: ElementTree.Element) -> str:
    try:
        return chr(int(node.attrib["c"], 16))
    except (KeyError, ValueError, OverflowError) as error:
        raise SchemaError(f"<u {node.attrib}> must have the number of a character in hexadecimal as 'c'.") from error


def _whole(tags: Sequence[Tag]) -> Iterator[Tag]:
    """The tags, those in parts put together where the first part is."""
    parts: dict[tuple[str, str | int], list[Tag]] = {}
    for count, tag in enumerate(tags):
        parts.setdefault((tag.name, tag.values.get("part", count)), []).append(tag)
    for (name, _), own in parts.items():
        values = {key: value for tag in own for key, value in tag.values.items() if key != "part"}
        yield Tag(name, values, min(tag.start for tag in own), max(tag.end for tag in own))


def _entities(head: str) -> dict[str, tuple[str, str]]:
    """Label and name by the short id used in the tags."""
    lines = head.partition("entities:\n")[2].splitlines()
    rows = [line.split(maxsplit=2) for line in lines if line.strip()]
    if any(len(row) != ENTITY_COLUMNS for row in rows):
        raise SchemaError("each line under 'entities:' is an id, a label and a name.")
    return {row[0]: (row[1], row[2]) for row in rows}


def write(labelled: Labelled, *, name: str, style: str | None = None) -> str:
    """The text with its tags, which ``parse`` reads: the ids of quotes and entities are those of the tags.

    An entity's name that the head cannot hold stands at its first tag.
    """
    rows = {key: f"{key} {BLANKS.sub('_', label)} {_plain(item)}" for key, (label, item) in labelled.entities.items()}
    long = {key: item for key, (_, item) in labelled.entities.items() if _plain(item) != item}
    lines = [f"id: {name}" if _plain(name) == name else "", f"style: {_plain(style)}" if style else ""]
    head = "\n".join([*filter(None, lines), "entities:", *rows.values()])
    return f"{head}\n---\n{_body(labelled.text, list(_named(labelled.tags, long)))}\n"


def _plain(words: str) -> str:
    """The words on one line, without anything that a line of the head cannot hold; a dash for nothing."""
    return BLANKS.sub(" ", UNWRITABLE.sub("\ufffd", words)).strip() or NOBODY


def _named(tags: Sequence[Tag], names: Mapping[str, str]) -> Iterator[Tag]:
    left = dict(names)
    for tag in tags:
        found = left.pop(tag.values.get("i", ""), None) if tag.name == "e" else None
        yield attrs.evolve(tag, values={**tag.values, "name": found}) if found is not None else tag


def _body(text: str, tags: Sequence[Tag]) -> str:
    """The text with the tags in it; one that crosses the end of another goes on after that end, as a part."""
    pieces: list[str] = []
    edges = [match.span() for match in EDGES.finditer(text)]
    open_tags: list[tuple[int, Tag]] = []
    waiting: list[tuple[int, int, int, Tag]] = []
    for count, tag in enumerate(tags):
        heapq.heappush(waiting, (tag.start, -tag.end, count, _exact(text, tag, count)))
    at = 0

    def advance(to: int) -> None:
        nonlocal at
        while open_tags and open_tags[-1][0] <= to:
            end, tag = open_tags.pop()
            pieces.extend((_escaped(text, at, end, edges), f"</{tag.name}>"))
            at = end
        pieces.append(_escaped(text, at, to, edges))
        at = to

    while waiting:
        start, end, count, tag = heapq.heappop(waiting)
        advance(start)
        if open_tags and open_tags[-1][0] < -end:
            cut = open_tags[-1][0]
            tag = attrs.evolve(tag, values={**tag.values, "part": tag.values.get("part", str(count))})
            rest = {key: tag.values[key] for key in ("i", "q", "part") if key in tag.values}
            heapq.heappush(waiting, (cut, end, count, Tag(tag.name, rest, cut, tag.end)))
            end = -cut
        pieces.append(f"<{tag.name}{''.join(f' {key}={_quoted(value)}' for key, value in tag.values.items())}>")
        open_tags.append((-end, tag))
    advance(len(text))
    return "".join(pieces)


def _exact(text: str, tag: Tag, count: int) -> Tag:
    """The tag; as a part if its edges are blanks, which other tags may not have."""
    words = text[tag.start : tag.end]
    return tag if words == words.strip() else attrs.evolve(tag, values={**tag.values, "part": str(count)})


def _quoted(value: str) -> str:
    return quoteattr(UNWRITABLE.sub(_as_words, value), ESCAPES)


def _as_words(match: re.Match[str]) -> str:
    return f"\ufffd{{{ord(match[0]):x}}}"


def _unescaped(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return chr(number) if number <= sys.maxunicode else match[0]


def _escaped(text: str, start: int, end: int, edges: Sequence[tuple[int, int]]) -> str:
    """The text of a place for XML; line ends at the ends of the whole text are escaped: they would be cut off."""
    words = escape(text[start:end], ESCAPES)
    if any(first < end and start < last for first, last in edges):
        words = "".join(
            "&#10;" if any(first <= at < last for first, last in edges) else escape(text[at], ESCAPES)
            for at in range(start, end)
        )
    return UNWRITABLE.sub(_as_tag, words)


def _as_tag(match: re.Match[str]) -> str:
    return f'<u c="{ord(match[0]):x}"/>'
