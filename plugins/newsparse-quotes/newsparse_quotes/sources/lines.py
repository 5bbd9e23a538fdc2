"""Whose turn it is: sources of drafts, from the tree, a name or colon before them, or the quote before them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from newsparse.model import Mention, Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.drafts import Draft
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.links import governed, is_dateline, is_doubtful, sourced, together
from newsparse_quotes.sources.tree import source

NAME = r"[A-Z][A-Z.'\u2019\- ]{1,40}|[A-Z][\w.'\u2019\-]*(?: [A-Z][\w.'\u2019\-]*){0,3}"
TRANSCRIPT = re.compile(rf"[\"\u201c']?(?P<name>{NAME})(?P<mark>:)\s+")
DASH = r"[.,]?\s{0,2}(?P<mark>\u2013|\u2014|\u2015|--?)\s{0,2}"
PART = r"[^\s\"\u201c\u201d]"
SIGNED = re.compile(
    rf"[\"\u201d\u2019']{{1,2}}{DASH}(?P<name>[A-Z]{PART}*?(?:[ \u00a0]{PART}+?){{0,7}})\.?[ \u00a0]*(?:\n|$)"
)
OPENING = frozenset({'"', "\u201c", "\u201d", "'", "\u2018"})
CLOSING = frozenset({'"', "\u201d", "'", "\u2019"})
FAR = 400
"""Characters in which the dash that ends a line, or a name before a colon, is looked for."""
NEAR = 3
"""Words between a quote and the one that it goes on with, at most."""


def labelled(text: str, draft: Draft, tree: Tree) -> Draft:
    """The draft with "NAME:" at the start of a line taken out of its content, as cue and source."""
    first = draft.content[0]
    begin = text.rfind("\n", 0, first.start) + 1
    found = TRANSCRIPT.match(text, begin, draft.content[-1].end)
    if found is None or not first.start <= found.end() or not (rest := _after(draft.content, found.end())):
        return draft
    name = Span(*found.span("name"))
    if draft.source is not None and found.start() <= draft.source.start < found.end() <= first.start + 1:
        return draft
    if is_dateline(tree, name):
        return attrs.evolve(draft, content=rest)
    return attrs.evolve(draft, content=rest, source=name, cue=Span(*found.span("mark")), rule="colon")


def _after(pieces: Sequence[Span], place: int) -> list[Span]:
    """``pieces`` without what stands before ``place``."""
    return [Span(max(piece.start, place), piece.end) for piece in pieces if piece.end > place]


def detached(text: str, draft: Draft, tree: Tree, quoted: Outer) -> list[Draft]:
    """The draft, and apart from it those of its direct pieces that stand far from its cue and its other pieces."""
    if draft.cue is None or not tree.tokens:
        return [draft]
    kept: list[Span] = []
    far: list[Span] = []
    near = [draft.cue] + ([draft.source] if draft.source and together(tree, draft.source, draft.cue) else [])
    for piece in sorted(draft.content, key=lambda p: _gap(text, [p], near)):
        close = _reaches(tree, piece, draft.cue) or _gap(text, [piece], [*near, *kept]) <= NEAR
        led = draft.cue.start > piece.end and _is_finished(text, piece) and _colon(text, piece) is not None
        (kept if close and not led else far).append(piece)
    result = [attrs.evolve(draft, content=sorted(kept))] if kept else []
    return result + [
        Draft([piece], None, None, draft.rule, draft.confidence, far=(draft.cue, draft.source)) for piece in sorted(far)
    ]


def _is_finished(text: str, piece: Span) -> bool:
    """Whether a piece ends with its sentence, and with a closing mark: what follows is not its cue."""
    return text[piece.end - 1] == "." and text[piece.end : piece.end + 1] in CLOSING


def _gap(text: str, some: Sequence[Span], others: Sequence[Span]) -> int:
    """The words between the closest two; very many over a paragraph's end."""
    best = 10_000
    for one in some:
        for other in others:
            low, high = (one.end, other.start) if one.end <= other.start else (other.end, one.start)
            if high - low < 400 and "\n" not in text[low:high].strip("\"\u201c\u201d'"):
                best = min(best, len(text[low:high].split()) if low < high else 0)
    return best


def _reaches(tree: Tree, piece: Span, cue: Span) -> bool:
    """Whether the cue stands in one of the sentences of the piece, or in one that leads to it with a colon."""
    inside = tree.index.overlapping(piece)
    if not inside:
        return False
    first, last = tree.index.sentence(inside[0]), tree.index.sentence(inside[-1])
    start, end = tree.tokens[first.start].span.start, tree.tokens[last.stop - 1].span.end
    if start <= cue.start < end:
        return True
    before = tree.document.text[max(0, cue.end) : piece.start]
    return cue.end <= piece.start and (before.rstrip().rstrip("\"\u201c'").rstrip().endswith(":"))


def attributed(text: str, drafts: Sequence[Draft], tree: Tree, quoted: Outer) -> list[Draft]:
    """The drafts, which are sorted, each with the source that the tree, a colon, or the quote before gives it."""
    result: list[Draft] = []
    for draft in drafts:
        found = signed(text, draft) or sourced(tree, draft, quoted)
        if found.source is None and found.cue is None:
            found = (
                introduced(text, found, tree)
                or interrupted(text, found, tree, quoted)
                or _continued(text, found, result, quoted)
                or governed(tree, found, quoted)
                or _linked(found, tree, quoted)
            )
        if not is_doubtful(found, quoted):
            result.append(found)
    return result


def answered(text: str, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """The drafts with the interviewee as source of answers: paragraphs in marks after a question without marks.

    Whoever speaks for the first time after an answer without a speaker, or before it, gives the interview.
    """
    result = list(drafts)
    known: Draft | None = None
    for index, draft in enumerate(drafts):
        if draft.source is not None:
            known = known or (draft if _is_marked(draft, quoted) else None)
        elif draft.cue is None and _is_answer(text, draft, quoted):
            other = known or next((d for d in drafts[index:] if d.source is not None and _is_marked(d, quoted)), None)
            if other is not None:
                result[index] = attrs.evolve(draft, source=other.source, rule="continues")
    return result


def _is_answer(text: str, draft: Draft, quoted: Outer) -> bool:
    """Whether a draft is a paragraph in marks, and the paragraph before it a question outside of marks."""
    near = quoted.touching(draft.content[:1])
    begin = text.rfind("\n", 0, near[0].open.start) + 1 if near else 0
    if not near or text[begin : near[0].open.start].strip():
        return False
    before = text[:begin].rstrip()
    return before.endswith("?") and not quoted.near(Span(len(before) - 1, len(before)))


def _linked(draft: Draft, tree: Tree, quoted: Outer) -> Draft:
    cue, source = draft.far
    return sourced(tree, attrs.evolve(draft, cue=cue, source=source), quoted) if cue else draft


def signed(text: str, draft: Draft) -> Draft | None:
    """The draft with the name after a dash that ends its line, right after closing marks; None where there is none.

    The line is all in marks: it begins with one, or the content ends right before the last one.
    """
    last = draft.content[-1]
    begin = text.rfind("\n", 0, last.start) + 1
    found = SIGNED.search(text, max(last.start, last.end - 2), last.end + FAR)
    if found is None or "\n" in text[last.end : found.start()]:
        return None
    if found.start() > last.end and text[begin : begin + 1] not in OPENING:
        return None
    return attrs.evolve(draft, cue=Span(*found.span("mark")), source=Span(*found.span("name")), rule="dash")


def introduced(text: str, draft: Draft, tree: Tree) -> Draft | None:
    """The draft with the cue and the subject of a clause that ends in a colon right before it, or None."""
    colon = _colon(text, draft.content[0])
    return led(draft, tree, colon) if colon is not None else None


def led(draft: Draft, tree: Tree, colon: int) -> Draft | None:
    """The draft with the cue and the subject of the clause that ends in the colon at ``colon``, or None."""
    inside = tree.index.overlapping(Span(max(0, colon - 1), colon + 1))
    if not inside:
        return None
    sentence = tree.index.sentence(inside[0])
    for index in range(min(inside[-1], sentence.stop - 1), sentence.start - 1, -1):
        if tree.tokens[index].upos == "VERB" and tree.relation(index) != "amod":
            found = source(tree, tree.tokens[index].span, set(tree.index.overlapping(draft.content[0])))
            if found is not None:
                return attrs.evolve(draft, cue=tree.tokens[index].span, source=found.span, rule="introduced")
    return _headed(draft, tree, colon)


def _headed(draft: Draft, tree: Tree, colon: int) -> Draft | None:
    """The draft with the person named right before the colon of a line without a verb: "A word from Ada Brook: ..."."""
    mentions = tree.document.mentions
    first = bisect_left(mentions, colon - FAR, key=_start)
    near = mentions[first : bisect_left(mentions, colon, key=_start)]
    named = [m for m in near if m.label == "Person" and m.form == "named" and m.span.end == colon]
    if not named:
        return None
    return attrs.evolve(draft, cue=Span(colon, colon + 1), source=named[0].span, rule="colon")


def interrupted(text: str, draft: Draft, tree: Tree, quoted: Outer) -> Draft | None:
    """The draft with the cue and the subject of the sentence that parts it from the words in marks before, or None."""
    own = next((s for s in quoted.near(draft.content[0]) if s.content.covers(draft.content[0])), None)
    if own is None:
        return None
    line = Span(text.rfind("\n", 0, own.open.start) + 1, own.open.end)
    closed = [s.close for s in quoted.near(line) if s.close is not None and s.close.end < own.open.start]
    if not closed:
        return None
    between = Span(closed[-1].end, own.open.start)
    if not between.cut(text).rstrip().endswith("."):
        return None
    for index in tree.index.overlapping(between):
        if tree.tokens[index].upos == "VERB" and tree.lemma(index) in words("nested"):
            found = source(tree, tree.tokens[index].span, set(tree.index.overlapping(own.content)))
            if found is not None and between.covers(found.span):
                return attrs.evolve(draft, cue=tree.tokens[index].span, source=found.span, rule="interrupted")
    return None


def _start(mention: Mention) -> int:
    return mention.span.start


def _colon(text: str, piece: Span) -> int | None:
    """The place of the colon right before a piece and its opening mark."""
    before = text[max(0, piece.start - 12) : piece.start]
    bare = before.rstrip("\"\u201c\u2018'` \n\r\t")
    return piece.start - len(before) + len(bare) - 1 if bare.endswith(":") else None


def _continued(text: str, draft: Draft, before: Sequence[Draft], quoted: Outer) -> Draft | None:
    """The draft as going on with the quote before it, or None."""
    if not before or before[-1].source is None or not _is_marked(draft, quoted):
        return None
    last = before[-1]
    end = max(span.end for span in (*last.content, last.source, last.cue) if span is not None)
    if end > draft.content[0].start:
        return None
    between = text[end : draft.content[0].start]
    reopened = any(stretch.reopened for stretch in quoted.near(draft.content[0]))
    if len(between.split()) > NEAR or ("\n" in between and not reopened):
        return None
    return attrs.evolve(draft, source=last.source, rule="continues")


def _is_marked(draft: Draft, quoted: Outer) -> bool:
    return any(s.content.covers(draft.content[0]) for s in quoted.near(draft.content[0]))
