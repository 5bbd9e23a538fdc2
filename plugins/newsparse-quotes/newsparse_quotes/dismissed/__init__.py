"""Attributions in, quotes out: what nobody said, titles of works, and deeds are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.syntax import Tree
from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.dismissed.rules import BY_CUE, DISMISSED
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.marks.stretches import Outer


def without_dismissed(drafts: Sequence[Draft], tree: Tree, quoted: Outer) -> Iterator[Draft]:
    """``drafts`` without those that are not quotes."""
    for draft in drafts:
        case = AttributionCase(draft, tree, quoted)
        if case.verb is None or not case.inside or DISMISSED.decide(case, draft.content[0], BY_CUE) is None:
            yield draft
