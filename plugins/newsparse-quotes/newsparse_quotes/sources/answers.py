"""Interviews: who speaks in the paragraphs in marks that answer questions, and in those that ask them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from newsparse.model import Passage, Span
from newsparse.rules import Rule, RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.lines import line_start
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.readings import is_answer
from newsparse_quotes.sources.turns import is_marked


@attrs.frozen(eq=False)
class AnswerCase:
    """A draft without cue and source, of which is asked whether the ``interviewee`` gives an answer in it."""

    text: str
    draft: Draft
    quoted: Outer
    interviewee: Span


def answered(text: str, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """The drafts with the interviewee as source of answers.

    Whoever speaks for the first time after an answer without a speaker, or before it, gives the interview.
    """
    interviewee = next((d.source for d in drafts if d.source is not None and is_marked(d, quoted)), None)
    if interviewee is None:
        return list(drafts)
    result = list(drafts)
    for index, draft in enumerate(drafts):
        if draft.source is None and draft.cue is None:
            decision = ANSWER.decide(AnswerCase(text, draft, quoted, interviewee), at=draft.content[0])
            if decision is not None:
                source, rule = decision.found.span, decision.rule
                result[index] = attrs.evolve(draft, source=source, tie=Tie.ANSWER, rule=rule)
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


def _interviewee(case: AnswerCase) -> Passage | None:
    """The interviewee, for a paragraph in marks where the paragraph before it is a question outside marks."""
    text, near = case.text, case.quoted.touching(case.draft.content[:1])
    begin = line_start(text, near[0].open.start) if near else 0
    if not near or text[begin : near[0].open.start].strip():
        return None
    end = begin
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return Passage(case.interviewee, case.interviewee.cut(text)) if text.endswith("?", 0, end) else None


def _shown(found: Passage) -> str:
    return found.text


def _place(found: Passage) -> Span:
    return found.span


ANSWER: RuleSet[AnswerCase, Passage] = RuleSet(
    name="quotes.answer",
    summary="Who speaks in a paragraph in marks for which nothing else names a source.",
    shown=_shown,
    place=_place,
    rules=(
        Rule(
            name="quotes.answer.interview",
            find=_interviewee,
            summary="Whoever gives the interview, after a question outside marks",
            fires=(
                "Ada Brook, a nurse, spoke to us by telephone.\n\nHow old is the quay?\n\n“Older than all of us.”\n\n"
                "And now?\n\n“Nothing.”\n\nWill you stay?\n\n“Yes,” says Brook, and laughs."
            ),
            quiet="Ada Brook, a nurse, lit the lamps.\n\n“Older than all of us.”\n\n“Yes,” says Brook, and laughs.",
        ),
    ),
)
