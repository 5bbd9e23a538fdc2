"""Interviews: whose the paragraphs in marks are that answer questions."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.model import Span
from newsparse.rules import Rule, RuleSet
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.turns import is_marked


@attrs.frozen(eq=False)
class AnswerCase:
    """A draft without cue and source; ``interviewee`` is the draft of whoever else speaks in marks, if anybody does."""

    draft: Draft
    text: str
    quoted: Outer
    interviewee: Draft | None


def answered(text: str, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """The drafts with the interviewee as source of answers: paragraphs in marks after a question without marks.

    Whoever speaks for the first time after an answer without a speaker, or before it, gives the interview.
    """
    result = list(drafts)
    known: Draft | None = None
    following = [d for d in drafts if d.source is not None and is_marked(d, quoted)]
    for index, draft in enumerate(drafts):
        if draft.source is not None:
            known = known or (draft if is_marked(draft, quoted) else None)
        elif draft.cue is None:
            other = known or next(iter(following), None)
            decision = ANSWER.decide(AnswerCase(draft, text, quoted, other), at=draft.content[0])
            if decision is not None:
                result[index] = attrs.evolve(decision.found, rule=decision.rule)
    return result


def _interview(case: AnswerCase) -> Draft | None:
    if case.interviewee is None or not _is_answer(case.text, case.draft, case.quoted):
        return None
    return attrs.evolve(case.draft, source=case.interviewee.source, tie=Tie.ANSWER)


def _is_answer(text: str, draft: Draft, quoted: Outer) -> bool:
    """Whether a draft is a paragraph in marks, and the paragraph before it a question outside of marks."""
    near = quoted.touching(draft.content[:1])
    begin = text.rfind("\n", 0, near[0].open.start) + 1 if near else 0
    if not near or text[begin : near[0].open.start].strip():
        return False
    end = begin
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return text.endswith("?", 0, end) and not quoted.near(Span(end - 1, end))


def _key(draft: Draft) -> Span | None:
    return draft.source


ANSWER: RuleSet[AnswerCase, Draft] = RuleSet(
    name="quotes.answer",
    summary="Who gives the answers of an interview, where nothing beside them says so.",
    key=_key,
    place=_key,
    rules=(
        Rule(
            name="quotes.answer.interviewee",
            summary="Whoever speaks in marks first, for a paragraph in marks after a question",
            find=_interview,
            fires=(
                "Why did the quay sink?\n\n“Nobody looked after it for years and years.”\n\n"
                "“We were all too poor,” said Ada Brook."
            ),
            quiet="Ada Brook came at noon.\n\n“Nobody looked after it for years and years.”",
        ),
    ),
)
