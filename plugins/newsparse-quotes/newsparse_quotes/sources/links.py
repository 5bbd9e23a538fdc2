"""Which source a draft gets: the model's link, or what the tree says of its cue where that is surer."""

from __future__ import annotations

import re

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.drafts import Draft
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.tree import DEEPEST, Found, is_asked, source

DATELINE = re.compile(
    r"[A-Z][A-Z.'\u2019 \-]{2,40}(?:,[^\n\u2013\u2014:]{0,40})?(?: \([^)\n]{1,30}\))? ?(?:\u2013|\u2014|--?|:) "
)
FIRST = 5
"""Mentions of an article among which that of its dateline is."""
SURE = frozenset({"subject", "possessor", "agent", "preposition", "colon", "dash"})
"""Rules of ``sources`` that are right more often than the model's own link; others only fill in what it left open."""


WEAK = frozenset({"governor", "beside"})
"""Rules that are right for words in marks, and seldom for others."""
TRUSTED = 0.8
"""Confidence from which the model's content is believed where the model knows no source."""


def sourced(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft with the source that the tree gives its cue, where that is surer than the model's link."""
    cue = draft.cue
    if cue is None or not tree.known:
        return draft
    if draft.source is not None and is_dateline(tree, draft.source):
        draft = attrs.evolve(draft, source=None)
    top = tree.top(tree.index.overlapping(cue))
    if top is not None and draft.source is None:
        draft = _with_own_subject(tree, draft, top)
    if top is not None and is_asked(tree, top):
        return attrs.evolve(draft, source=None, rule="asked")
    if top is not None and draft.source is not None and _is_elsewhere(tree, top, draft.source):
        return attrs.evolve(draft, source=None, rule="passive")
    barred = {word for span in [*draft.content, *_in_marks(tree, cue, quoted)] for word in tree.index.overlapping(span)}
    found = source(tree, cue, barred)
    if found is not None and is_dateline(tree, found.span):
        found = source(tree, cue, barred | _dateline(tree, found.span))
        found = attrs.evolve(found, rule="subject") if found and found.span.end <= cue.start else None
    if found is None:
        return draft
    if draft.source is not None and _is_said_of(tree, draft.source, found):
        return draft
    apart = draft.source is not None and not together(tree, draft.source, cue)
    if draft.source is None or found.rule in SURE or (apart and together(tree, found.span, cue)):
        return attrs.evolve(draft, source=found.span, rule=found.rule)
    return draft


def _with_own_subject(tree: Tree, draft: Draft, verb: int) -> Draft:
    """The draft with the subject of its cue as source where that was a piece of the content: "The writ, ..., says"."""
    subjects = tree.children(verb, "nsubj")
    for piece in draft.content if len(draft.content) > 1 else ():
        if any(subject < verb and subject in tree.index.overlapping(piece) for subject in subjects):
            rest = [other for other in draft.content if other != piece]
            return attrs.evolve(draft, content=rest, source=piece, rule="subject")
    return draft


def together(tree: Tree, one: Span, other: Span) -> bool:
    """Whether two spans begin in the same sentence."""
    first, second = tree.index.overlapping(one), tree.index.overlapping(other)
    return bool(first) and bool(second) and tree.index.sentence(first[0]) == tree.index.sentence(second[0])


def _is_said_of(tree: Tree, source: Span, found: Found) -> bool:
    """Whether a source is a part of the one found, but not of a clause about it ("the treaty that they signed")."""
    if not source.overlaps(found.span):
        return False
    top = tree.top(tree.index.overlapping(source))
    for _ in range(DEEPEST):
        if top is None or top == found.head:
            return True
        if tree.relation(top) == "acl:relcl" and found.span.covers(source):
            return False
        top = tree.head(top)
    return True


def _is_elsewhere(tree: Tree, verb: int, source: Span) -> bool:
    """Whether a source stands outside of the sentence of a passive, which has none then: "sheep were reported lost"."""
    within, sentence = tree.index.overlapping(source), tree.index.sentence(verb)
    return bool(tree.children(verb, "aux:pass")) and bool(within) and within[0] not in sentence


def _in_marks(tree: Tree, cue: Span, quoted: Outer) -> list[Span]:
    """What stands in marks in the sentence of a cue that does not: nobody named there says it."""
    within = tree.index.overlapping(cue)
    if not within:
        return []
    sentence = tree.index.sentence(within[0])
    whole = Span(tree.tokens[sentence.start].span.start, tree.tokens[sentence.stop - 1].span.end)
    return [stretch.content for stretch in quoted.near(whole) if not stretch.content.overlaps(cue)]


def is_doubtful(draft: Draft, quoted: Outer) -> bool:
    """Whether an attribution without marks has a source only by a rule that is wrong more often than right, or none."""
    if draft.confidence is None or quoted.touching(draft.content):
        return False
    if draft.source is None:
        return draft.confidence < TRUSTED
    return draft.rule in WEAK or (draft.rule == "shared subject" and draft.confidence < TRUSTED)


def governed(tree: Tree, draft: Draft, quoted: Outer) -> Draft | None:
    """The draft with the verb that governs its content as cue and the source of that, or None."""
    words = tree.index.overlapping(draft.content[0])
    top = tree.top(words)
    above = tree.head(top) if top is not None else None
    for _ in range(2):
        if above is None or above in words:
            return None
        if tree.tokens[above].upos == "VERB":
            break
        above = tree.head(above)
    if above is None or tree.tokens[above].upos != "VERB":
        return None
    found = source(tree, tree.tokens[above].span, set(words))
    if found is None or found.span.overlaps(draft.content[0]):
        return None
    return attrs.evolve(draft, cue=tree.tokens[above].span, source=found.span, rule="governor")


def is_dateline(tree: Tree, place: Span) -> bool:
    """Whether a place in capitals that begins a line and a dash or colon says where an article is from."""
    return bool(_dateline(tree, place))


def _dateline(tree: Tree, place: Span) -> set[int]:
    """The words of the dateline that begins with ``place``."""
    text = tree.document.text
    begin = text.rfind("\n", 0, place.start) + 1
    found = DATELINE.match(text, begin) if place.start == begin else None
    named = any(m.label == "Location" and m.span.overlaps(place) for m in tree.document.mentions[:FIRST])
    return set(tree.index.overlapping(Span(begin, found.end()))) if found and named else set()
