"""Hard-wrapped text: paragraphs whose lines a program broke at a column are read as if each were on one line.

Mail, press releases and text from PDF files come like this. A line end inside a wrapped paragraph is a blank for
backends and extractors; offsets stay the same, and what is returned has the words of the text as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
"""The share of line ends, next to which no line is blank, that have to be breaks of a wrapped text."""
_LEAST_CHARACTERS = 40
"""Characters of a line that breaks off in a text with lines of many widths, at least."""
_STOPS = (".", "!", "?", ":", ";", '"', "\u201d", "\u2019", ")")
"""Marks at the end of a line that does not break off."""


def unwrapped(text: str) -> str:
    """``text`` with a blank in place of each line end at which a paragraph was wrapped; equally long.

    A line is full if the first word of the next one would not have fitted on it, in a text whose longest line has the
    width. In texts with blank lines between paragraphs and lines of many widths, a line breaks off if it is long and
    ends without a mark. Texts in which fewer line ends are such breaks are returned as they are.
    """
    lines = text.split("\n")
    pairs = list(pairwise(lines))
    inside = sum(bool(line.strip() and after.strip()) for line, after in pairs)
    width = max(len(line.rstrip()) for line in lines)
    for breaks in (_full(pairs, width), _broken_off(pairs, len(pairs) - inside)):
        if sum(breaks) >= max(FEWEST_LINE_ENDS, _SHARE * inside):
            joined = (_blank_end(line) if at else f"{line}\n" for line, at in zip(lines, breaks, strict=False))
            return "".join([*joined, lines[-1]])
    return text


def _full(pairs: Sequence[tuple[str, str]], width: int) -> list[bool]:
    """Which lines are full, if ``width`` is one at which programs break lines."""
    wrapping = NARROWEST_CHARACTERS <= width <= WIDEST_CHARACTERS
    return [wrapping and _is_full(line, after, width) for line, after in pairs]


def _broken_off(pairs: Sequence[tuple[str, str]], blank: int) -> list[bool]:
    """Which lines break off, if there are ``blank`` lines and most of those that break off go on in small letters."""
    off = [
        len(line.rstrip()) >= _LEAST_CHARACTERS and bool(after.strip()) and not line.rstrip().endswith(_STOPS)
        for line, after in pairs
    ]
    small = sum(at and after.lstrip()[0].islower() for at, (_, after) in zip(off, pairs, strict=True))
    return off if blank and 2 * small > sum(off) else [False] * len(off)


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
