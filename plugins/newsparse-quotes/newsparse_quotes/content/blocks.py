"""Blocks without marks: the paragraph after "the statement read:", and the items of a list after "she asked for:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from newsparse.model import Span
from newsparse.model.claims import Act
from newsparse.rules import Rule, RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.content.namelines import NAME_LINE
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.lexicon import words
from newsparse_quotes.sources.lines import led

_LEAD = re.compile(r":[ \t\u00a0]*\r?\n\s*")
_BULLET = r"(?:[-*\u2022\u2023\u25aa\u2013\u2014]|\(?\d{1,2}[.)]|\(?[a-z][.)])"
_ITEM = re.compile(rf"[ \t]*{_BULLET}[ \t\u00a0]+(?P<item>[^\n]*[^\s;,])[ \t\r;,]*(?:\n\s*|$)")
_PARAGRAPH = re.compile(r"[^\n]*[^\s]")
_MARKS = "\"\u201c\u2018\u00ab\u201e'`"
_LEAST_WORDS = 3
"""Words of a paragraph that can be a block."""


@attrs.frozen(eq=False)
class BlockCase:
    """What follows a line that ends in a colon; ``verbs`` are the lemmas that attribute words."""

    tree: Tree
    colon: int
    start: int
    verbs: Mapping[str, Act]


def blocks(tree: Tree, verbs: Mapping[str, Act]) -> list[Draft]:
    """A draft for each paragraph or list that a line with a cue, its source and a colon at its end leads to."""
    found = []
    for lead in _LEAD.finditer(tree.document.text):
        case = BlockCase(tree, lead.start(), lead.end(), verbs)
        decision = BLOCK.decide(case, at=Span(*lead.span()))
        if decision is not None:
            found.append(decision.found)
    return found


def without_blocks(drafts: Sequence[Draft], taken: Sequence[Draft]) -> list[Draft]:
    """``drafts`` without those that share words with one of ``taken``, whose content is whole."""
    if not taken:
        return list(drafts)
    held = [Span(draft.content[0].start, draft.content[-1].end) for draft in taken]
    held += [draft.source for draft in taken if draft.source is not None and draft.origin == NAME_LINE]
    return [draft for draft in drafts if not any(piece.overlaps(span) for piece in draft.content for span in held)]


def _list(case: BlockCase) -> Draft | None:
    items = list(_items(case.tree.document.text, case.start))
    if len(items) <= 1:
        return None
    return _led(case, Draft(items, origin="list"), frozenset(case.verbs))


def _paragraph(case: BlockCase) -> Draft | None:
    text = case.tree.document.text
    paragraph = _PARAGRAPH.match(text, case.start)
    if paragraph is None or text[case.start] in _MARKS or len(paragraph.group().split()) < _LEAST_WORDS:
        return None
    if len(list(_items(text, case.start))) > 1:
        return None
    return _led(case, Draft([Span(*paragraph.span())], origin="block"), words("speech.verbs.leading"))


def _led(case: BlockCase, draft: Draft, known: frozenset[str]) -> Draft | None:
    """The draft with cue and source of the line that leads to it, where that attributes; not the author's words."""
    tree = case.tree
    found = led(draft, tree, case.colon)
    if found is None or found.cue is None or found.source is None:
        return None
    if tree.lemma(tree.index.overlapping(found.cue)[0]) not in known:
        return None
    said_by = found.source.cut(tree.document.text).lower()
    if said_by in words("grammar.pronouns.speaker") or said_by in words("pronouns.second"):
        return None
    return attrs.evolve(found, tie=Tie.BLOCK)


def _items(text: str, start: int) -> Iterator[Span]:
    """The items of the list that begins at ``start``, without their bullets or numbers."""
    while item := _ITEM.match(text, start):
        yield Span(*item.span("item"))
        start = item.end()


def _key(draft: Draft) -> str:
    return draft.origin


BLOCK: RuleSet[BlockCase, Draft] = RuleSet(
    name="quotes.block",
    summary="What is quoted without marks after a line that ends in a colon.",
    key=_key,
    shown=_key,
    rules=(
        Rule(
            name="quotes.block.list",
            summary="The items of a list, after a line with a cue and its source",
            find=_list,
            fires="The sailors demanded:\n- a new quay\n- higher wages",
            quiet="The cargo of the ship:\n- two lamps\n- forty barrels",
        ),
        Rule(
            name="quotes.block.paragraph",
            summary="A paragraph, after a line with a cue that leads to written or spoken words",
            find=_paragraph,
            fires="The statement read:\nThe quay is closed until the repairs are done.",
            quiet="The harbour closed at noon:\nThe quay was full of people until the evening.",
        ),
    ),
)
