"""Hard-wrapped text: paragraphs whose lines a program broke at a column are read as if each were on one line.

Mail, press releases and text from PDF files come like this. A line end inside a wrapped paragraph is a blank for
backends and extractors; offsets stay the same, and what is returned has the words of the text as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs

from newsparse.model import Annotation, Document, Layer, Passage
from newsparse.serial.shapes import place_names

NARROWEST_CHARACTERS = 50
WIDEST_CHARACTERS = 120
"""Characters of the longest line of a wrapped text, at least and at most."""
FEWEST_LINE_ENDS = 3
"""Line ends before which a line is full, at least, for a text to count as wrapped."""
_SHARE = 0.5
"""The share of line ends, next to which no line is blank, before which a line is full in a wrapped text, at least."""


def unwrapped(text: str) -> str:
    """``text`` with a blank in place of each line end at which a paragraph was wrapped; equally long.

    A line is full if the first word of the next one would not have fitted on it, in a text whose longest line has the
    width. Texts with lines of other widths are returned as they are.
    """
    lines = text.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    if not NARROWEST_CHARACTERS <= width <= WIDEST_CHARACTERS:
        return text
    pairs = list(pairwise(lines))
    full = [_is_full(line, after, width) for line, after in pairs]
    inside = sum(bool(line.strip() and after.strip()) for line, after in pairs)
    if sum(full) < FEWEST_LINE_ENDS or sum(full) < _SHARE * inside:
        return text
    joined = [_blank_end(line) if is_full else f"{line}\n" for line, is_full in zip(lines, full, strict=False)]
    return "".join([*joined, lines[-1]])


def _blank_end(line: str) -> str:
    """A line with a blank in place of its end, and two in place of the two characters of Windows."""
    return f"{line[:-1]}  " if line.endswith("\r") else f"{line} "


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the first word of ``after`` would have made ``line`` too long."""
    word = after.split(None, 1)[0] if after.strip() else ""
    return bool(word and line.strip()) and len(line.rstrip()) + 1 + len(word) > width


def on_text(document: Document, text: str) -> Document:
    """``document`` on an equally long ``text``, with the words of all its annotations taken from that."""
    if text == document.text:
        return document
    layers = tuple(
        Layer(layer.name, tuple(_recut(item, document.text, text) for item in layer.annotations))
        for layer in document.layers
    )
    return attrs.evolve(document, text=text, layers=layers)


def _recut(value: Any, old: str, new: str) -> Any:
    """``value`` with the words of ``new`` wherever it holds those of ``old`` at its spans."""
    if isinstance(value, tuple):
        items = tuple(_recut(item, old, new) for item in value)
        return items if any(one is not other for one, other in zip(items, value, strict=True)) else value
    if not attrs.has(type(value)):
        return value
    changes = dict(_changes(value, old, new))
    return attrs.evolve(value, **changes) if changes else value


def _changes(value: Any, old: str, new: str) -> Iterator[tuple[str, Any]]:
    pieces = value.pieces() if isinstance(value, Annotation) else (value.span,) if isinstance(value, Passage) else ()
    if pieces and value.text == " ".join(piece.cut(old) for piece in pieces):
        words = " ".join(piece.cut(new) for piece in pieces)
        if words != value.text:
            yield "text", words
    kind: type = type(value)
    for name in place_names(kind):
        inner = getattr(value, name)
        changed = _recut(inner, old, new)
        if changed is not inner:
            yield name, changed
