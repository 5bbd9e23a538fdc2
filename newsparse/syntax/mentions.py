"""The mentions of a document whose entity is known, by offset: whom or what words are about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from newsparse.model import Document, Mention, Span


class Mentions:
    """The mentions that belong to an entity, in the order of the text; none in a document without such a layer."""

    def __init__(self, document: Document) -> None:
        self._mentions = [item for item in document.mentions if item.entity]
        self._starts = [item.span.start for item in self._mentions]

    def inside(self, span: Span) -> list[Mention]:
        """The mentions that lie wholly inside ``span``."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [item for item in self._mentions[first:last] if item.span.end <= span.end]

    def entities(self, spans: Iterable[Span], without: str | None = None) -> tuple[str, ...]:
        """The ids of the entities that are mentioned inside ``spans``, each once, in the order of mention."""
        found = dict.fromkeys(item.entity for span in spans for item in self.inside(span) if item.entity)
        return tuple(name for name in found if name != without)

    def last(self, span: Span) -> str | None:
        """The id of the entity of a phrase: of the longest mention that ends where ``span`` does; None without one."""
        return next((item.entity for item in self.inside(span) if item.span.end == span.end), None)
