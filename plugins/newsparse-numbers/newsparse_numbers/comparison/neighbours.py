"""A figure beside the one before it, as the rules of carried subjects see them."""

from __future__ import annotations

import re

import attrs

from newsparse.model import NumberClaim, Passage, QuantityKind, Span
from newsparse_numbers.lexicon import endings, words

NEIGHBOUR_CHARS = 160
FOLLOWING_CHARS = 60
_ENDS = re.compile(r"[.!?;]\s")


@attrs.frozen
class Carried:
    """The subject of the figure before, and the kind of quantity that this figure is with it."""

    subject: Passage
    head: Span | None
    kind: QuantityKind


@attrs.frozen(kw_only=True)
class Neighbours:
    """A figure, the one before it, and the text between and after."""

    before: NumberClaim
    claim: NumberClaim
    subject: Passage
    gap: str
    text: str

    @classmethod
    def of(cls, text: str, before: NumberClaim, claim: NumberClaim) -> Neighbours | None:
        """The two on one line, close to each other, where the first has a subject; else None."""
        between = claim.span.start - before.span.end
        if before.subject is None or between > NEIGHBOUR_CHARS:
            return None
        gap = text[before.span.end : claim.span.start]
        return None if "\n" in gap else cls(before=before, claim=claim, subject=before.subject, gap=gap, text=text)

    @property
    def kinds(self) -> set[QuantityKind]:
        """The kinds of both quantities."""
        return {self.before.quantity.kind, self.claim.quantity.kind}

    @property
    def last(self) -> str:
        """The last word of the subject of the figure before, in small letters."""
        return self.subject.text.rsplit(None, 1)[-1].lower()

    @property
    def has_own(self) -> bool:
        """Whether the subject found for the figure is after the figure before."""
        own = self.claim.subject
        return own is not None and own.span.start >= self.before.span.end

    @property
    def counts_before(self) -> bool:
        """Whether the subject of the figure before is right behind it, between the two."""
        return self.before.span.end <= self.subject.span.start < self.claim.span.start

    @property
    def counts(self) -> bool:
        """Whether the subject found for the figure is behind it."""
        own = self.claim.subject
        return own is not None and own.span.start > self.claim.span.start

    @property
    def countable(self) -> bool:
        """Whether the subject found for the figure is behind it, or can be counted: a plural."""
        own = self.claim.subject
        last = own.text.rsplit(None, 1)[-1].lower() if own is not None else ""
        return self.counts or last in words("names.plurals") or last.endswith(endings("names.plural_endings"))

    @property
    def follows(self) -> bool:
        """Whether the figure is of another kind, close by in the same sentence, without a subject between."""
        apart = len(self.gap) >= FOLLOWING_CHARS or _ENDS.search(self.gap) is not None
        return not apart and not self.has_own and len(self.kinds) > 1

    def carried(self, kind: QuantityKind | None = None) -> Carried:
        """The subject of the figure before; ``kind`` is the figure's kind where that changes."""
        return Carried(self.subject, self.before.head, kind or self.claim.quantity.kind)
