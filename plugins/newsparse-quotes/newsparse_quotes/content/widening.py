"""Reported contents before their cue from the beginning of their sentence, where nobody else says what comes first."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer

_LINKING = frozenset({"CCONJ", "ADV", "PUNCT"})
"""Parts of speech of what may link a sentence to the one before, and is not a part of the content."""
_JOINED = frozenset({"conj", "parataxis"})
_ENDS = frozenset({",", "\u201d", '"', "\u2019", "'"})
"""What separates a content from the cue and source after it."""
_STOPS = frozenset({";", ":", "\u2014", "\u2013", "--"})
"""Marks between what somebody says and what the author says before it in the same sentence."""


def widened(tree: Tree, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """``drafts`` with such contents: "The driver (tried to brake but was too late), Ada Brook said"."""
    if not tree.known:
        return list(drafts)
    return [_whole(tree, draft, drafts, quoted) for draft in drafts]


def _whole(tree: Tree, draft: Draft, drafts: Sequence[Draft], quoted: Outer) -> Draft:
    own = _before_frame(tree, draft)
    whole = _from_beginning(tree, own) if own else None
    if whole is None or quoted.is_broken_by(whole):
        return draft
    if _is_taken(whole, [other for other in drafts if other is not draft]):
        return draft
    rest = [piece for piece in draft.content if piece not in own]
    return draft.having(content=sorted([whole, *rest]))


def _before_frame(tree: Tree, draft: Draft) -> list[Span]:
    """The pieces of a content in the sentence of its cue, before cue and source; none where nothing separates them."""
    cue = draft.cue
    if cue is None or draft.source is None or all(piece.start >= cue.start for piece in draft.content):
        return []
    sentence = tree.index.sentence(tree.index.overlapping(cue)[0])
    until = min(tree.index.overlapping(span)[0] for span in draft.beside())
    if until - 1 not in sentence or not _is_parted(tree, until, cue):
        return []
    return [piece for piece in draft.content if _is_before(tree, piece, sentence, until)]


def _from_beginning(tree: Tree, own: Sequence[Span]) -> Span | None:
    """Pieces of one sentence as one from its beginning; None where they are that already, or not of one clause."""
    first, last = tree.index.overlapping(own[0])[0], tree.index.overlapping(own[-1])[-1]
    begin = _begin(tree, tree.index.sentence(first), first)
    whole = Span(tree.tokens[begin].span.start, own[-1].end)
    if whole == own[0]:
        return None
    more = [word for word in range(begin, last) if not any(p.covers(tree.tokens[word].span) for p in own)]
    return whole if _belongs(tree, more, range(first, last + 1)) else None


def _is_before(tree: Tree, piece: Span, sentence: range, until: int) -> bool:
    inside = tree.index.overlapping(piece)
    return sentence.start <= inside[0] and inside[-1] < until


def _is_parted(tree: Tree, until: int, cue: Span) -> bool:
    """Whether a comma separates content and frame, or the frame begins with "according to"."""
    if cue.cut(tree.document.text).lower() in words("cues.according"):
        return True
    return tree.tokens[until - 1].text in _ENDS


def _begin(tree: Tree, sentence: range, first: int) -> int:
    """The first word of the content: that of its sentence, or the one after a mark in it, without linking words."""
    begin = max((word + 1 for word in range(sentence.start, first) if tree.tokens[word].text in _STOPS), default=0)
    begin = max(begin, sentence.start)
    while begin < first and tree.tokens[begin].upos in _LINKING:
        begin += 1
    return begin


def _belongs(tree: Tree, more: Sequence[int], inside: range) -> bool:
    """Whether other words are in one clause with a content, and not in one that the content's is joined to."""
    top = tree.top(inside)
    for word in (top, *tree.above(top)) if top is not None else ():
        if word not in inside:
            return word in more
        if tree.relation(word) in _JOINED:
            return False
    return False


def _is_taken(whole: Span, others: Sequence[Draft]) -> bool:
    """Whether another draft has words of a content."""
    return any(span.overlaps(whole) for other in others for span in other.spans())
