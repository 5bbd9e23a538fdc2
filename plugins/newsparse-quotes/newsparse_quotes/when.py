"""When something was said: the date that depends on the cue, as in "said on Tuesday"."""

from __future__ import annotations

from newsparse.model import Passage, Span
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.page import Page

_LINKS = 2
"""Steps up from a date to its cue, at most: "told a news conference on Tuesday"."""


def said_when(page: Page, draft: Draft) -> Passage | None:
    """The date in the sentence of the cue that depends on it, outside the content and the source."""
    tree, cue = page.tree, draft.cue
    around = tree.index.overlapping(cue) if cue is not None and tree.known else range(0)
    if not around:
        return None
    sentence = tree.index.span(tree.index.sentence(around[0]))
    for date in page.dates.passages(sentence.start, sentence.end):
        if not any(date.span.overlaps(span) for span in _elsewhere(draft)) and _depends(page, date.span, around, draft):
            return date
    return None


def _elsewhere(draft: Draft) -> list[Span]:
    return [*draft.content, *([draft.source] if draft.source is not None else [])]


def _depends(page: Page, date: Span, cue: range, draft: Draft) -> bool:
    """Whether the date hangs on the cue, or on a word of its clause that does."""
    tree = page.tree
    word = tree.top(tree.index.overlapping(date))
    content = set(draft.inside(tree))
    for _ in range(_LINKS):
        word = tree.head(word) if word is not None else None
        if word is None or word in content:
            return False
        if word in cue:
            return True
    return False
