"""Brat standoff, written (https://brat.nlplab.org/standoff.html).

A label is a ``T`` row, a quote in pieces a discontinuous one, and ``R`` rows join quotes and figures to cues and the
words for a speaker. What is chosen from a list is an ``A`` row, an entity's entry in a list an ``N`` row, and all else
stands in the note of the annotation, as ``name=value``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.errors import SchemaError
from newsparse.model import Span
from newsparse_bench.corpora.brat import JOINED, LINES
from newsparse_bench.labels import Region, Regions
from newsparse_bench.labels.notes import note
from newsparse_bench.labels.tags import YES, choices

IN_LINE = re.compile(r"[^\n]+")
BLANKS = re.compile(r"\s")
REFERENCE = re.compile(r"\S+")
"""A link that an ``N`` row can hold."""
LINKS = {"c": "Has_cue", "m": "Said_by"}
"""The relation to a region of each tag."""


def write(found: Regions) -> str:
    """The regions as the rows of an ``.ann`` file.

    Raises ``SchemaError`` for a text with half a surrogate pair, which no file in UTF-8 can have.
    """
    try:
        found.text.encode()
    except UnicodeEncodeError as error:
        raise SchemaError(
            f"the character at {error.start} is half a surrogate pair, which brat's files cannot have.",
            hint="Use --to tags or --to jsonl.",
        ) from error
    return "".join(f"{row}\n" for row in _rows(found))


def _rows(found: Regions) -> Iterator[str]:
    counts = dict.fromkeys("ARN#", 0)

    def numbered(mark: str) -> str:
        counts[mark] += 1
        return f"{mark}{counts[mark]}"

    for item in found.items:
        key, values = f"T{item.key}", dict(item.values)
        pieces = _pieces(found.text, item)
        if pieces != item.pieces:
            values[LINES] = JOINED
        places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        words = " ".join(piece.cut(found.text) for piece in pieces)
        yield f"{key}\t{item.label} {places}\t{BLANKS.sub(' ', words)}"
        for name in [name for name in values if choices(item.label, name)]:
            value = values.pop(name)
            yield f"{numbered('A')}\t{name.replace('-', '_').capitalize()} {key}" + f" {value}" * (value != YES)
        if REFERENCE.fullmatch(values.get("link", "")):
            name = values.pop("link-name", item.values.get("name", ""))
            yield f"{numbered('N')}\tReference {key} list:{values.pop('link')}\t{BLANKS.sub(' ', name)}"
        if values:
            yield f"{numbered('#')}\tAnnotatorNotes {key}\t{note(values)}"
    tags = {item.key: item.tag for item in found.items}
    for one, other in found.links:
        yield f"{numbered('R')}\t{LINKS[tags[other]]} Arg1:T{one} Arg2:T{other}"


def _pieces(text: str, item: Region) -> tuple[Span, ...]:
    """The pieces, cut at line ends as brat cuts them; those that would lose their edges stay."""
    found: list[Span] = []
    for piece in item.pieces:
        lines = [Span(*match.span()) for match in IN_LINE.finditer(text, piece.start, piece.end)]
        whole = lines and (lines[0].start, lines[-1].end) == (piece.start, piece.end)
        found += lines if whole and len(item.pieces) == 1 else [piece]
    return tuple(found)
