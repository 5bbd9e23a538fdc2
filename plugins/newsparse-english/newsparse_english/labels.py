"""The classes of each head, kept beside the weights."""

from __future__ import annotations

import attrs

TAGS = ("upos", "xpos", "feats")
"""Heads whose classes are chosen together, so that the tags of a word agree."""


@attrs.frozen
class Labels:
    """The names of the classes by head, most frequent first, and what is known of their order.

    ``together`` holds the numbers of the classes of ``TAGS`` that were seen on one word, n x 3, most frequent first;
    ``follows`` for each of ``SPANS`` how much more often than anywhere a class (column) stands behind another (row), in
    logarithms.
    """

    names: dict[str, tuple[str, ...]]
    together: tuple[tuple[int, ...], ...]
    follows: dict[str, tuple[tuple[float, ...], ...]]

    def index(self, head: str) -> dict[str, int]:
        """The class numbers by name."""
        return {name: number for number, name in enumerate(self.names[head])}
