"""Ways back to the original text: peers that change a text before they read it give offsets into their own copy."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from rapidfuzz.distance import Levenshtein


@attrs.frozen
class Way:
    """For each character of a changed text, its place in the original; None for one that was added."""

    origins: Sequence[int | None]

    def back(self, start: int, end: int) -> tuple[int, int] | None:
        """The span of the original that corresponds to a span of the changed text; None if all of it was added."""
        kept = [place for place in self.origins[max(0, start) : end] if place is not None]
        return (min(kept), max(kept) + 1) if kept else None

    def moved(self, base: int) -> Way:
        """The way into a longer text, in which the original begins at ``base``."""
        return Way([None if place is None else base + place for place in self.origins])


def way(changed: str, original: str) -> Way:
    """The way from ``changed`` back to ``original`` with the fewest edits (Levenshtein 1966, by rapidfuzz).

    A replacement corresponds to what it replaced, character by character.
    """
    origins: list[int | None] = []
    for edit in Levenshtein.opcodes(original, changed):
        if edit.tag == "insert":
            origins += [None] * (edit.dest_end - edit.dest_start)
        elif edit.tag != "delete":
            origins += range(edit.src_start, edit.src_end)
    return Way(origins)
