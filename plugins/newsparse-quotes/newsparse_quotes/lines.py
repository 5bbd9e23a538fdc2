"""Where the line of a place in a text begins and ends."""

from __future__ import annotations


def line_start(text: str, place: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, place) + 1


def line_end(text: str, place: int) -> int:
    """Where the line of a place ends: at the next line end, or with the text."""
    end = text.find("\n", place)
    return end if end >= 0 else len(text)
