"""Attributions in, quotes out: what nobody said, titles of works, and deeds are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.syntax import Tree
from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.dismissed.rules import BY_CUE, DISMISSED
from newsparse_quotes.drafts.draft import Draft, top_at
from newsparse_quotes.marks.stretches import Outer


def without_dismissed(drafts: Sequence[Draft], tree: Tree, quoted: Outer) -> Iterator[Draft]:
    """``drafts`` without those that are not quotes."""
    return (draft for draft in drafts if not _is_dismissed(draft, tree, quoted))


def _is_dismissed(draft: Draft, tree: Tree, quoted: Outer) -> bool:
    """Whether a draft with a cue is not a quote."""
    verb = top_at(tree, draft.cue)
    if draft.cue is None or verb is None or not draft.inside(tree):
        return False
    case = AttributionCase(draft, draft.cue, verb, tree, quoted)
    return DISMISSED.decide(case, draft.content[0], BY_CUE) is not None
