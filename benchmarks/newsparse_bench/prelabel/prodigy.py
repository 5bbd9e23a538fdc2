"""Prodigy's tasks (https://prodi.gy/docs/api-interfaces#spans_manual): text, tokens, spans, and a field of attributes.

Prodigy's spans have only a label. Everything else is a line of the text field ``attributes``, which the recipe shows
under the article: the place and the label of a region, and its attributes, among them the places of cue and source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from newsparse.model import Document, Span
from newsparse_bench.labels import Region, Regions
from newsparse_bench.labels.lines import lines

WORD = re.compile(r"\w+|[^\w\s]")

Json = dict[str, Any]


def task(document: Document, found: Regions, model: str) -> Json:
    """The document as a task; ``model`` is the name of what made its spans."""
    meta = {"article": document.id, "title": document.meta.title, "url": document.meta.url, "model": model}
    tokens = list(_tokens(document.text, found.items))
    return {
        "text": document.text,
        "meta": {key: value for key, value in meta.items() if value is not None},
        "tokens": tokens,
        "spans": list(_spans(found.items, tokens)),
        "attributes": "\n".join(lines(found)),
    }


def _tokens(text: str, items: Sequence[Region]) -> Iterator[Json]:
    """Words and marks, cut where a region begins or ends inside one."""
    edges = {edge for item in items for piece in item.pieces for edge in (piece.start, piece.end)}
    places = _places(text, edges)
    following = [start for start, _ in places[1:]]
    for key, (start, end) in enumerate(places):
        gap = key < len(following) and following[key] > end
        yield {"text": text[start:end], "start": start, "end": end, "id": key, "ws": gap}


def _places(text: str, edges: set[int]) -> list[tuple[int, int]]:
    """The offsets of words and marks, cut at ``edges``; blanks only between or beside these."""
    cuts = sorted(edges | {edge for match in WORD.finditer(text) for edge in match.span()})
    return [(start, end) for start, end in pairwise(cuts) if start in edges or end in edges or text[start:end].strip()]


def _spans(items: Sequence[Region], tokens: Sequence[Json]) -> Iterator[Json]:
    starts = {token["start"]: token["id"] for token in tokens}
    ends = {token["end"]: token["id"] for token in tokens}
    found: set[tuple[Span, str]] = set()
    for item in items:
        for piece in item.pieces:
            if (piece, item.label) not in found:
                found.add((piece, item.label))
                place = {"start": piece.start, "end": piece.end}
                words = {"token_start": starts[piece.start], "token_end": ends[piece.end]}
                yield {**place, **words, "label": item.label}
