"""The words in marks that a verb inside a quote leads to, or follows."""

from __future__ import annotations

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.grammar import has_finite
from newsparse_quotes.inner.case import InnerCase
from newsparse_quotes.marks.stretches import Stretch

_LEADING = frozenset({",", ":"})
"""Marks between a verb and the words in marks that it leads to."""
_ENDING = (",", ".", "!", "?")
"""Marks at the end of words in marks that somebody says."""
_STOPS = frozenset({".", "!", "?", ";"})
"""Marks that are never between a verb and the words that it leads to."""
_MOST_BETWEEN = 6
"""Words between a verb and the words in marks that it leads to, or follows, at most."""
_REACH = 60
"""Characters from a verb to the marks, at most."""


def in_marks(case: InnerCase) -> Span | None:
    """The words in marks right after the verb and whoever is told, or right before it and its subject.

    What ends a sentence before the verb gives way to what it leads to: "‘Is it done?’ I told him, ‘No.’"
    """
    place, text = case.tree.tokens[case.verb].span, case.tree.document.text
    near = case.inner.near(Span(max(0, place.start - _REACH), place.end + _REACH))
    led = [s.content for s in near if not s.content.overlaps(place) and _is_beside(case, s)]
    ended = {c for c in led if c.end <= place.start and c.cut(text).rstrip().endswith(_ENDING[1:])}
    return min(led, key=lambda c: (c in ended, max(c.start - place.end, place.start - c.end)), default=None)


def _is_beside(case: InnerCase, stretch: Stretch) -> bool:
    """Whether a verb leads to words in marks with a comma or colon, or at once, or they end with a comma before it."""
    tree, place = case.tree, case.tree.tokens[case.verb].span
    marks = stretch.marks
    low, high = min(place.end, marks[-1].end), max(place.start, marks[0].start)
    between = tree.index.overlapping(Span(low, high)) if low < high else range(0)
    after = place.start < marks[0].start
    if len(between) > _MOST_BETWEEN or _is_apart(tree, between):
        return False
    ends = stretch.content.cut(tree.document.text).strip().endswith(_ENDING)
    if not after:
        return ends
    if between and tree.tokens[between[-1]].text in _LEADING:
        return True
    return (case.spoken or ends) and all(tree.tokens[word].upos == "PRON" for word in between)


def _is_apart(tree: Tree, between: range) -> bool:
    """Whether words between a verb and marks separate them: the end of a clause, or another verb."""
    return has_finite(tree, between) or any(tree.tokens[word].text in _STOPS for word in between)
