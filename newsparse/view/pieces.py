"""An article's text cut at the ends of its highlights, so that highlights may overlap, nest and break off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

import attrs

from newsparse.model import Span
from newsparse.visible import visible

Kind = Literal["quote", "figure", "name", "other"]

MOST_LAYERS = 6
"""Highlights shown over one place, the innermost ones; more could not be told apart, and would make a page huge."""
MOST_OPEN = 64
"""Highlights that may be open at one place; where more are, the outermost are not followed to their ends."""
_PARAGRAPH = re.compile(r"[^\r\n]+")


@attrs.frozen
class Highlight:
    """One annotation as it is shown in the text.

    ``key`` is its name within the page, ``spans`` its places in order. ``hue`` is the colour of its speaker, ``label``
    the speaker shown at ``label_at``, behind the quote and its marks; ``styles`` are further classes ("unsure").
    """

    key: str
    kind: Kind
    spans: tuple[Span, ...]
    hue: int | None = None
    label: str = ""
    label_at: int = 0
    styles: tuple[str, ...] = ()


@attrs.frozen
class Piece:
    """Some words, the highlights over them, outermost first, those that begin there, and those labelled behind it."""

    words: str
    over: tuple[Highlight, ...] = ()
    begins: tuple[Highlight, ...] = ()
    labelled: tuple[Highlight, ...] = ()

    @property
    def keys(self) -> str:
        """The keys of the highlights, separated by blanks."""
        return " ".join(item.key for item in self.over)

    @property
    def styles(self) -> str:
        """The classes: kinds, the hue of the innermost quote, the number of quotes around the words."""
        quotes = [item for item in self.over if item.kind == "quote"]
        found: dict[str, None] = dict.fromkeys(str(item.kind) for item in self.over)
        found |= dict.fromkeys(style for item in self.over for style in item.styles)
        if quotes:
            found[f"h{quotes[-1].hue}"] = None
        if len(quotes) > 1:
            found["inner"] = None
        return " ".join(found)


def paragraphs(text: str, highlights: Iterable[Highlight]) -> Iterator[Sequence[Piece]]:
    """The paragraphs of ``text``, each as pieces; lines are paragraphs, and blank lines are dropped.

    The words of all pieces are those of the text, with characters that would hide or reorder words as escapes.
    """
    placed = sorted(
        ((span, item) for item in highlights for span in item.spans),
        key=lambda pair: (pair[0].start, -pair[0].end),
    )
    starts = {item.key: span.start for span, item in reversed(placed)}  # the first of several places wins
    labels = _labels(placed)
    at = 0
    active: list[tuple[Span, Highlight]] = []
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        while at < len(placed) and placed[at][0].start < end:
            active.append(placed[at])
            at += 1
        if not match[0].strip():
            continue
        here = [pair for pair in active if pair[0].end > start]
        yield list(_pieces(text, Span(start, end), here, starts, labels))
        active = [pair for pair in here if pair[0].end > end][-MOST_OPEN:]


def _labels(placed: Iterable[tuple[Span, Highlight]]) -> dict[int, list[Highlight]]:
    """The highlights with a label by where it stands; of several at one place, the one that begins last is first."""
    found: dict[int, list[Highlight]] = {}
    seen: set[str] = set()
    for _, item in placed:
        if item.label and item.key not in seen:
            found.setdefault(item.label_at, []).insert(0, item)
        seen.add(item.key)
    return found


def _pieces(
    text: str,
    paragraph: Span,
    placed: Sequence[tuple[Span, Highlight]],
    starts: Mapping[str, int],
    labels: Mapping[int, Sequence[Highlight]],
) -> Iterator[Piece]:
    inside = [(max(span.start, paragraph.start), min(span.end, paragraph.end), item) for span, item in placed]
    at = 0
    active: list[tuple[int, int, Highlight]] = []
    for start, end in pairwise(_cuts(paragraph, inside)):
        active = [item for item in active if item[1] > start]
        while at < len(inside) and inside[at][0] <= start:
            active.append(inside[at])
            at += 1
        active = active[-MOST_OPEN:]
        over = tuple(dict.fromkeys(item for _, _, item in active))
        yield Piece(
            words=visible(text[start:end]),
            over=over[-MOST_LAYERS:],
            begins=tuple(item for item in over if starts[item.key] == start),
            labelled=tuple(labels.get(end, ())),
        )


def _cuts(paragraph: Span, inside: Iterable[tuple[int, int, Highlight]]) -> list[int]:
    """Where a paragraph is cut: at its ends, at those of the highlights, and where their labels stand."""
    ends = (at for start, end, item in inside for at in (start, end, item.label_at))
    return sorted({paragraph.start, paragraph.end, *(at for at in ends if paragraph.start < at < paragraph.end)})
