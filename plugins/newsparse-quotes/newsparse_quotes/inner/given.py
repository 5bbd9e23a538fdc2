"""What the model attributes to somebody inside a quote, besides what the tree finds there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.content.edges import without_that
from newsparse_quotes.drafts.draft import Draft, Tie, trimmed
from newsparse_quotes.grammar import NOUNS, PASSIVE
from newsparse_quotes.inner.nested import is_apart, may_attribute
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.tree import agent_of

Cued = tuple[int, int, Draft]
"""Where the cue of a draft begins, its number among all drafts, and the draft."""
_CERTAIN = 0.7
"""Confidence of the model from which it is believed, at least."""


def inside(tree: Tree, draft: Draft, given: Sequence[Cued], found: Sequence[Draft], inner: Outer) -> list[Draft]:
    """The drafts of ``given`` with cue, source and content in that of ``draft``, apart from those already ``found``.

    ``given`` have a cue each and are in the order of their cues; ``inner`` are the stretches in marks inside others.
    """
    result: list[Draft] = []
    taken = [piece for other in found for piece in other.content]
    cues = [other.cue for other in (*found, draft) if other.cue is not None]
    for piece in draft.content:
        for item in _cued_in(given, piece):
            if item.cue is not None and any(map(item.cue.overlaps, cues)):
                continue
            made = _within(tree, item, piece, inner)
            if made is not None and all(is_apart(made, other) for other in taken):
                result.append(made)
                taken += made.content
    return result


def _cued_in(given: Sequence[Cued], piece: Span) -> Iterator[Draft]:
    """Those whose cue begins in a piece, by their order."""
    for _, _, item in given[bisect_left(given, (piece.start,)) : bisect_left(given, (piece.end,))]:
        yield item


def by_cue(drafts: Sequence[Draft]) -> list[Cued]:
    """The drafts that have a cue and of which the model is certain, in the order of their cues."""
    return sorted(
        (draft.cue.start, number, draft)
        for number, draft in enumerate(drafts)
        if draft.cue is not None and (draft.confidence or 0) >= _CERTAIN
    )


def _within(tree: Tree, item: Draft, piece: Span, inner: Outer) -> Draft | None:
    """A draft as one inside of a piece; None where its source or the beginning of its content is elsewhere."""
    cue, source = item.cue, _teller(tree, item)
    if cue is None or source is None or not piece.covers(source):
        return None
    if not _begins_in(piece, item) or not may_attribute(tree, cue, inner):
        return None
    content = trimmed(tree.document.text, [Span(own.start, min(own.end, piece.end)) for own in item.content], inner)
    if _is_thing(tree, content) or _is_unsaid(tree, cue, source, content):
        return None
    made = item.having(content=content, source=source, tie=Tie.INNER)
    return without_that(tree, made, inner)


def _begins_in(piece: Span, item: Draft) -> bool:
    """Whether all pieces of a draft begin in another one."""
    return all(piece.start <= own.start < piece.end for own in item.content)


def _teller(tree: Tree, item: Draft) -> Span | None:
    """Who speaks: by whom, and not who is told, in the passive."""
    cue, source = item.cue, item.source
    if cue is None or source is None:
        return None
    verb = tree.top(tree.index.overlapping(cue))
    told = tree.children(verb, *PASSIVE) if verb is not None else []
    if not any(source.overlaps(tree.phrase(word)) for word in told):
        return source
    return agent_of(tree, cue)


def _is_thing(tree: Tree, content: Sequence[Span]) -> bool:
    """Whether words only name somebody or something, and do not say what it is seen as."""
    inside = [word for piece in content for word in tree.index.overlapping(piece)]
    top = tree.top(inside)
    named = top is None or tree.tokens[top].upos in NOUNS
    return named and not any(tree.lemma(word) in words("grammar.as") for word in inside)


def _is_unsaid(tree: Tree, cue: Span, source: Span, content: Sequence[Span]) -> bool:
    """Whether people show something, which texts alone do in words, or whoever is told begins what would be said."""
    verb, top = (tree.top(tree.index.overlapping(span)) for span in (cue, source))
    if verb is None or top is None:
        return False
    shown = tree.lemma(verb) in words("cues.showing") and is_human(tree.lemma(top))
    first = tree.index.overlapping(content[0])[0]
    told = tree.relation(first) in {"obj", "iobj"} and tree.lemma(first) not in words("grammar.interrogatives")
    return shown or told
