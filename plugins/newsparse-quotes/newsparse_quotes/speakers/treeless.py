"""Which mention the words of a source are about where there is no tree: by names, and how much of the words that is."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.model import Mention, Span
from newsparse_quotes.speakers.around import Around

_PLACES = frozenset({"Location", "NORP"})
_WEAK = frozenset({"Date", "Money", "Person"}) | _PLACES
"""Labels of what is no body."""
_POSSESSIVES = frozenset({"'s", "\u2019s"})


@attrs.frozen
class Treeless:
    """The words of a source at ``span``."""

    around: Around
    span: Span

    def best(self) -> Mention | None:
        """A person in the source, else an organisation that makes it up."""
        inside = self.around.overlapping(self.span)
        person = self._leading([mention for mention in inside if mention.label == "Person"])
        if person is not None:
            return person
        bodies = filter(self._is_most_of_source, inside)
        return next(bodies, None) or next(filter(self._is_place_alone, inside), None)

    def _is_most_of_source(self, mention: Mention) -> bool:
        """Whether a body or pronoun ends the source and makes up half of it."""
        if mention.label in _WEAK:
            return False
        return len(mention.span) * 2 >= len(self.span) and mention.span.end >= self.span.end - 1

    def _is_place_alone(self, mention: Mention) -> bool:
        """Whether a place or people makes up two thirds of the source."""
        return mention.label in _PLACES and len(mention.span) * 3 >= len(self.span) * 2

    def _leading(self, people: Sequence[Mention]) -> Mention | None:
        """The first person, or the last one after a possessor; None for the possessor of something larger."""
        if not people:
            return None
        first, text = people[0], self.around.document.text
        if text[first.span.end : first.span.end + 2] not in _POSSESSIVES:
            return first
        if len(people) > 1:
            return people[-1]
        return first if len(first.span) * 2 > len(self.span) else None
