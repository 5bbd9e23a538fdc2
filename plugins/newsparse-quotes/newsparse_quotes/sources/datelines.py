"""Datelines: the place in capitals that begins an article, and says where it is from."""

from __future__ import annotations

import re

from newsparse.model import Span
from newsparse.syntax import Tree

_DATELINE = re.compile(
    r"[A-Z][A-Z.'\u2019 \-]{2,40}(?:,[^\n\u2013\u2014:]{0,40})?(?: \([^)\n]{1,30}\))? ?(?:\u2013|\u2014|--?|:) "
)
_FIRST_MENTIONS = 5
"""Mentions of an article among which that of its dateline is."""


def is_dateline(tree: Tree, place: Span) -> bool:
    """Whether a place in capitals that begins a line and a dash or colon says where an article is from."""
    return bool(dateline(tree, place))


def dateline(tree: Tree, place: Span) -> set[int]:
    """The words of the dateline that begins with ``place``."""
    text = tree.document.text
    begin = text.rfind("\n", 0, place.start) + 1
    found = _DATELINE.match(text, begin) if place.start == begin else None
    named = any(m.label == "Location" and m.span.overlaps(place) for m in tree.document.mentions[:_FIRST_MENTIONS])
    return set(tree.index.overlapping(Span(begin, found.end()))) if found and named else set()
