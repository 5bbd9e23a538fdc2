"""A draft with a cue that may not be a quote at all, and what can be asked of it."""

from __future__ import annotations

from functools import cached_property

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer, Stretch


@attrs.frozen(slots=False, eq=False)
class AttributionCase:
    """A draft with a ``cue``, which may not be a quote at all; ``verb`` is the word that governs the cue."""

    draft: Draft
    cue: Span
    verb: int
    tree: Tree
    quoted: Outer

    @cached_property
    def said_without(self) -> int | None:
        """The verb after "without" in the cue: "it goes without saying"."""
        inside = self.tree.index.overlapping(self.cue)
        return next((word for word in inside if self.has(word, "modality.negations.clause", "mark")), None)

    @cached_property
    def lemma(self) -> str:
        """The lemma of the word that governs the cue."""
        return self.tree.lemma(self.verb)

    @cached_property
    def inside(self) -> list[int]:
        """The words of the content."""
        return self.draft.inside(self.tree)

    @cached_property
    def marked(self) -> list[Stretch]:
        """The stretches in quotation marks in the content."""
        return list(self.quoted.touching(self.draft.content))

    @cached_property
    def is_marked(self) -> bool:
        """Whether any of the content is in quotation marks."""
        return bool(self.marked)

    @property
    def is_seen_as(self) -> bool:
        """Whether somebody or something is remembered or named as something: "remembers her as a nurse"."""
        return any(self.tree.lemma(word) in words("grammar.as") for word in self.inside[:-1])

    def has(self, word: int, listed: str, *relations: str) -> bool:
        """Whether a dependent of ``word`` is in a list."""
        found = self.tree.children(word, *relations)
        return any(self.tree.words.lower[child] in words(listed) for child in found)
