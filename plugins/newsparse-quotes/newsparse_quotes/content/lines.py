"""The lines of a text: patterns for one line are tried at its beginning, and not looked for in the whole text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator


def line_places(text: str) -> Iterator[tuple[int, int]]:
    """Where each line of ``text`` begins and ends, without the line break."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)


def matching(pattern: re.Pattern[str], text: str, *, but: Collection[str] = ()) -> Iterator[re.Match[str]]:
    """What a pattern matches from the beginning of each line of ``text`` that does not end in one of the marks ``but``.

    Such lines are most of a text, and patterns that cannot match them would take long to find out.
    """
    for start, end in line_places(text):
        found = pattern.match(text, start, end) if text[end - 1 : end] not in but else None
        if found is not None:
            yield found
