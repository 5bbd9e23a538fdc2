"""Interviews: who speaks in the paragraphs in marks that answer questions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.readings import is_answer
from newsparse_quotes.sources.turns import is_marked


def answered(text: str, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """The drafts with the interviewee as source of answers: paragraphs in marks after a question without marks.

    Whoever speaks for the first time after an answer without a speaker, or before it, gives the interview.
    """
    result = list(drafts)
    known = next((d for d in drafts if d.source is not None and is_marked(d, quoted)), None)
    if known is None:
        return result
    for index, draft in enumerate(drafts):
        if draft.source is None and draft.cue is None and _is_answer(text, draft, quoted):
            rule = "quotes.source.interview"
            result[index] = attrs.evolve(draft, source=known.source, tie=Tie.ANSWER, rule=rule)
    return result


def asked(tree: Tree, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """The drafts without a source for a question in marks that is alone before an answer: "...?" "...," she said.

    Whoever replies, or spoke before, was only the next best source, and who asks is not said.
    """
    result = list(drafts)
    for index, (draft, after) in enumerate(pairwise(drafts)):
        if not _is_question(tree.document.text, draft, quoted) or not is_answer(tree, after.cue):
            continue
        near = {other.source for other in drafts[max(0, index - 1) : index + 2] if other is not draft}
        between = tree.document.text[draft.content[-1].end : after.content[0].start]
        if draft.source in near and "\n" in between:
            result[index] = draft.having(cue=None, source=None, rule="", tie=Tie.NOBODY)
    return result


def _is_question(text: str, draft: Draft, quoted: Outer) -> bool:
    """Whether a draft is a question in marks without a cue beside it, and has a source from elsewhere."""
    far = draft.cue is None or draft.far[0] is not None
    return far and draft.source is not None and is_marked(draft, quoted) and draft.content[-1].cut(text).endswith("?")


def _is_answer(text: str, draft: Draft, quoted: Outer) -> bool:
    """Whether a draft is a paragraph in marks, and the paragraph before it a question outside marks."""
    near = quoted.touching(draft.content[:1])
    begin = text.rfind("\n", 0, near[0].open.start) + 1 if near else 0
    if not near or text[begin : near[0].open.start].strip():
        return False
    end = begin
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return text.endswith("?", 0, end)
