"""Blocks without marks: the paragraph after "the statement read:", and the items of a list after "she asked for:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from newsparse.model import Span
from newsparse.model.claims import Act
from newsparse.syntax import Tree
from newsparse_quotes.drafts.drafts import Draft
from newsparse_quotes.lexicon import words
from newsparse_quotes.sources.lines import led

LEAD = re.compile(r":[ \t\u00a0]*\r?\n\s*")
BULLET = r"(?:[-*\u2022\u2023\u25aa\u2013\u2014]|\(?\d{1,2}[.)]|\(?[a-z][.)])"
ITEM = re.compile(rf"[ \t]*{BULLET}[ \t\u00a0]+(?P<item>[^\n]*[^\s;,])[ \t\r;,]*(?:\n\s*|$)")
PARAGRAPH = re.compile(r"[^\n]*[^\s]")
MARKS = "\"\u201c\u2018\u00ab\u201e'`"
LEAST = 3
"""Words of a paragraph that can be a block."""


def blocks(tree: Tree, verbs: Mapping[str, Act]) -> list[Draft]:
    """A draft for each paragraph or list that a line with a cue, its source and a colon at its end leads to."""
    text = tree.document.text
    found = (_block(tree, lead.start(), lead.end(), verbs) for lead in LEAD.finditer(text))
    return [draft for draft in found if draft is not None]


def without_blocks(drafts: Sequence[Draft], taken: Sequence[Draft]) -> list[Draft]:
    """``drafts`` without those that share words with one of ``taken``, whose content is whole."""
    held = [Span(draft.content[0].start, draft.content[-1].end) for draft in taken]
    return [draft for draft in drafts if not any(piece.overlaps(span) for piece in draft.content for span in held)]


def _block(tree: Tree, colon: int, start: int, verbs: Mapping[str, Act]) -> Draft | None:
    text = tree.document.text
    items = list(_items(text, start))
    paragraph = PARAGRAPH.match(text, start)
    if len(items) > 1:
        draft = Draft(items, None, None, "list")
    elif paragraph is None or text[start] in MARKS or len(paragraph.group().split()) < LEAST:
        return None
    else:
        draft = Draft([Span(*paragraph.span())], None, None, "block")
    found = led(draft, tree, colon)
    if found is None or found.cue is None or found.source is None:
        return None
    cue = tree.lemma(tree.index.overlapping(found.cue)[0])
    known = cue in verbs if len(items) > 1 else cue in words("block cues")
    if not known or found.source.cut(text).lower() in words("author") | {"you"}:
        return None
    return attrs.evolve(found, rule=draft.rule)


def _items(text: str, start: int) -> Iterator[Span]:
    """The items of the list that begins at ``start``, without their bullets or numbers."""
    while item := ITEM.match(text, start):
        yield Span(*item.span("item"))
        start = item.end()
