"""Whose turn it is: sources of drafts, from the tree, a name or colon before them, or the quote before them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from newsparse.model import Span
from newsparse_quotes.drafts import Draft
from newsparse_quotes.links import governed, is_dateline, is_doubtful, sourced
from newsparse_quotes.marks import Outer
from newsparse_quotes.sources import source
from newsparse_quotes.trees import Tree

NAME = r"[A-Z][A-Z.'\u2019\- ]{1,40}|[A-Z][\w.'\u2019\-]*(?: [A-Z][\w.'\u2019\-]*){0,3}"
TRANSCRIPT = re.compile(rf"[\"\u201c']?(?P<name>{NAME})(?P<mark>:)\s+")
DASH = r"[.,]?\s{0,2}(?P<mark>\u2013|\u2014|\u2015|--?)\s{0,2}"
SIGNED = re.compile(DASH + r"(?P<name>[A-Z]\S*(?:[ \u00a0]\S+){0,7}?)\.?[ \u00a0]*(?:\n|$)")
NEAR = 3
"""Words between a quote and the one that it goes on with, at most."""


def labelled(text: str, draft: Draft, tree: Tree) -> Draft:
    """The draft with "NAME:" at the start of a line taken out of its content, as cue and source."""
    first = draft.content[0]
    begin = text.rfind("\n", 0, first.start) + 1
    found = TRANSCRIPT.match(text, begin, first.end)
    if found is None or found.end() >= first.end or not first.start <= found.end():
        return draft
    if draft.source is not None and found.start() <= draft.source.start < found.end() <= first.start + 1:
        return draft
    if is_dateline(tree, Span(*found.span("name"))):
        return attrs.evolve(draft, content=[Span(max(first.start, found.end()), first.end), *draft.content[1:]])
    content = [Span(max(first.start, found.end()), first.end), *draft.content[1:]]
    name = Span(*found.span("name"))
    return attrs.evolve(draft, content=content, source=name, cue=Span(*found.span("mark")), rule="colon")


def detached(text: str, draft: Draft, tree: Tree, quoted: Outer) -> list[Draft]:
    """The draft, and apart from it those of its direct pieces that stand far from its cue and its other pieces."""
    if draft.cue is None or not tree.tokens:
        return [draft]
    kept: list[Span] = []
    far: list[Span] = []
    near = [draft.cue] + ([draft.source] if draft.source else [])
    for piece in sorted(draft.content, key=lambda p: _gap(text, [p], near)):
        close = _reaches(tree, piece, draft.cue) or _gap(text, [piece], [*near, *kept]) <= NEAR
        (kept if close else far).append(piece)
    result = [attrs.evolve(draft, content=sorted(kept))] if kept else []
    return result + [
        Draft([piece], None, None, draft.rule, draft.confidence, far=(draft.cue, draft.source)) for piece in sorted(far)
    ]


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
    words = tree.within(piece)
    if not words:
        return False
    first, last = tree.sentence(words[0]), tree.sentence(words[-1])
    start, end = tree.tokens[first.start].span.start, tree.tokens[last.stop - 1].span.end
    if start <= cue.start < end:
        return True
    before = tree.document.text[max(0, cue.end) : piece.start]
    return cue.end <= piece.start and (before.rstrip().rstrip("\"\u201c'").rstrip().endswith(":"))


def attributed(text: str, drafts: Sequence[Draft], tree: Tree, quoted: Outer) -> list[Draft]:
    """The drafts, which are sorted, each with the source that the tree, a colon, or the quote before gives it."""
    result: list[Draft] = []
    for draft in drafts:
        found = signed(text, draft, tree, quoted) or sourced(tree, draft, quoted)
        if found.source is None and found.cue is None:
            found = (
                introduced(text, found, tree)
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


def signed(text: str, draft: Draft, tree: Tree, quoted: Outer) -> Draft | None:
    """The draft with the name after a dash that ends its line, right after closing marks; None where there is none."""
    last = draft.content[-1]
    near = [s for s in quoted.near(last) if s.close is not None and s.content.end >= last.end - 1]
    found = SIGNED.match(text, near[0].close.end) if near and near[0].close else None
    if found is None:
        return None
    return attrs.evolve(draft, cue=Span(*found.span("mark")), source=Span(*found.span("name")), rule="dash")


def introduced(text: str, draft: Draft, tree: Tree) -> Draft | None:
    """The draft with the cue and the subject of a clause that ends in a colon right before it, or None."""
    start = draft.content[0].start
    before = text[max(0, start - 12) : start].rstrip("\"\u201c\u2018'` \n\r\t")
    if not before.endswith(":"):
        return None
    colon = start - len(text[max(0, start - 12) : start]) + len(before) - 1
    words = tree.within(Span(max(0, colon - 1), colon + 1))
    if not words:
        return None
    sentence = tree.sentence(words[0])
    for index in range(min(words[-1], sentence.stop - 1), sentence.start - 1, -1):
        if tree.tokens[index].upos == "VERB":
            found = source(tree, tree.tokens[index].span)
            if found is not None:
                return attrs.evolve(draft, cue=tree.tokens[index].span, source=found.span, rule="introduced")
    return None


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
