"""What every stage can look at: the text, the tree, the words in marks, the cues."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import attrs

from newsparse.dates import Dates
from newsparse.model import Document
from newsparse.rules import IN_ORDER, Chooser
from newsparse.syntax import Mentions, Tree
from newsparse_quotes.drafts.colons import cued_behind
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.drafts.model import from_attributions, on_words
from newsparse_quotes.inner.given import Cued, by_cue
from newsparse_quotes.lexicon import Cues
from newsparse_quotes.marks.stretches import Outer, Stretch


@attrs.frozen(slots=False, eq=False)
class Page:
    """One document as the stages see it; ``in_marks`` are all stretches in quotation marks, of any depth.

    ``judge`` decides what is a quote.
    """

    document: Document
    tree: Tree
    in_marks: Sequence[Stretch]
    cues: Cues
    judge: Chooser = IN_ORDER

    @cached_property
    def text(self) -> str:
        """The text of the document."""
        return self.document.text

    @cached_property
    def mentions(self) -> Mentions:
        """The mentions whose entity is known."""
        return Mentions(self.document)

    @cached_property
    def dates(self) -> Dates:
        """The dates of the text, counted from the day of publication."""
        return Dates.of(self.document, self.document.meta.country)

    @cached_property
    def given(self) -> Sequence[Draft]:
        """What the backend's model attributes."""
        found = (on_words(self.tree.index, draft) for draft in from_attributions(self.document))
        return cued_behind(self.text, self.tree, [draft for draft in found if draft.content], self.outer)

    @cached_property
    def attributed(self) -> Sequence[Cued]:
        """What the backend's model surely attributes with a cue, in the order of the cues."""
        return by_cue(self.given)

    @cached_property
    def outer(self) -> Outer:
        """The outermost stretches in marks."""
        return Outer(self.in_marks)

    @cached_property
    def inner(self) -> Outer:
        """The outermost of the stretches in marks that are inside others."""
        return Outer([attrs.evolve(stretch, depth=0) for stretch in self.in_marks if stretch.depth == 1])
