"""Datelines: the place that begins an article, most often in capitals, and says where it is from."""

from __future__ import annotations

import re

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.lexicon import words

_DATELINE = re.compile(
    r"[A-Z][A-Z.'\u2019 \-]{2,40}(?:,[^\n\u2013\u2014:]{0,40})?(?: \([^)\n]{1,30}\))? ?(?:\u2013|\u2014|--?|:) "
)
_PLAIN = re.compile(
    r"[A-Z][\w.'\u2019 \-]{2,40}(?:, [A-Z][^\n\u2013\u2014:]{0,40})?(?: \([^)\n]{1,30}\))? ?(?:\u2013|\u2014|--?|:) "
    "(?=[\"\u201c\u00ab\u2018']?[A-Z])"
)
_WORD = re.compile(r"\w+")
_STOPS = (".", "!", "?", "\u201d", '"')
"""What the first line of a report ends with, and a headline does not."""
_FIRST_MENTIONS = 5
"""Mentions of an article among which that of its dateline is."""


def is_dateline(tree: Tree, place: Span) -> bool:
    """Whether a place that begins a line, and a dash or colon after it, says where an article is from.

    The sentence begins after the dash or colon if the place is in small letters.
    """
    return bool(dateline(tree, place))


def dateline(tree: Tree, place: Span) -> set[int]:
    """The words of the dateline that begins with ``place``."""
    text = tree.document.text
    begin = place.start
    if begin and text[begin - 1] != "\n":
        return set()
    found = _DATELINE.match(text, begin) or _PLAIN.match(text, begin)
    named = any(m.label == "Location" and m.span.overlaps(place) for m in tree.document.mentions[:_FIRST_MENTIONS])
    if found is None or not named or (found.re is _PLAIN and not _is_reported(text, found)):
        return set()
    return set(tree.index.overlapping(Span(begin, found.end())))


def _is_reported(text: str, found: re.Match[str]) -> bool:
    """Whether a place in small letters before a colon begins a report, not a headline: "Iran: We will not yield"."""
    if not found[0].endswith(": "):
        return True
    line = text[found.end() :].partition("\n")[0].rstrip()
    first = _WORD.search(line)
    spoken = first is not None and first[0].lower() in words("grammar.pronouns.speaker")
    return line.endswith(_STOPS) and not spoken
