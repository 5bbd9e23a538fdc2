"""The names of a document by place, and the names that its pronouns refer to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from newsparse.model import Mention, Span


class Named:
    """The mentions by name of a document, by place."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        """Keep those of ``mentions`` that are names."""
        self._items = tuple(item for item in mentions if item.form == "named")
        self._starts = [item.span.start for item in self._items]

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """Those that begin from ``start`` to ``end``."""
        return self._items[bisect_left(self._starts, start) : bisect_right(self._starts, end)]

    def before(self, offset: int, label: str) -> Iterator[Mention]:
        """Those with a label that begin before ``offset``, the last first."""
        for item in reversed(self._items[: bisect_left(self._starts, offset)]):
            if item.label == label:
                yield item

    def at(self, span: Span) -> Mention | None:
        """The one that overlaps ``span``."""
        index = bisect_right(self._starts, span.end - 1) - 1
        for item in self._items[max(0, index - 1) : index + 1]:
            if item.span.overlaps(span):
                return item
        return None


class Chains:
    """The pronouns of a document with the names of what they refer to."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        """Keep those of ``mentions`` that are linked."""
        self._pronouns = {item.span.start: item for item in mentions if item.form == "pronoun" and item.entity}
        self._names: dict[str, list[Mention]] = {}
        for item in mentions:
            if item.form == "named" and item.entity:
                self._names.setdefault(item.entity, []).append(item)

    def name(self, span: Span) -> Mention | None:
        """The last name before the pronoun at ``span`` of what it refers to, or None."""
        pronoun = self._pronouns.get(span.start)
        names = self._names.get(pronoun.entity or "", []) if pronoun is not None else []
        return next((item for item in reversed(names) if item.span.start < span.start), None)
