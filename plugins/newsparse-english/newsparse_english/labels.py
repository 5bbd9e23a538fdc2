"""The classes of each head, stored with the weights."""

from __future__ import annotations

import attrs

TAGS = ("upos", "xpos", "feats")
"""Heads whose classes are chosen together, so that the tags of a word agree."""


@attrs.frozen
class Labels:
    """The names of the classes by head, most frequent first, and the statistics of their order.

    ``together`` holds the numbers of the classes of ``TAGS`` that were seen on one word, n x 3, most frequent first;
    ``follows`` says for each head that marks spans how much more often one class (column) follows another (row) than it
    occurs elsewhere, as a logarithm.
    """

    names: dict[str, tuple[str, ...]]
    together: tuple[tuple[int, ...], ...]
    follows: dict[str, tuple[tuple[float, ...], ...]]

    def index(self, head: str) -> dict[str, int]:
        """The class numbers by name."""
        return {name: number for number, name in enumerate(self.names[head])}
