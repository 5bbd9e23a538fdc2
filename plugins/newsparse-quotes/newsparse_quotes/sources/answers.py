"""Interviews: who speaks in the paragraphs in marks that answer questions."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.model import Span
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.turns import is_marked


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
            if other is not None and _is_answer(text, draft, quoted):
                rule = "quotes.source.interview"
                result[index] = attrs.evolve(draft, source=other.source, tie=Tie.ANSWER, rule=rule)
    return result


def _is_answer(text: str, draft: Draft, quoted: Outer) -> bool:
    """Whether a draft is a paragraph in marks, and the paragraph before it a question outside marks."""
    near = quoted.touching(draft.content[:1])
    begin = text.rfind("\n", 0, near[0].open.start) + 1 if near else 0
    if not near or text[begin : near[0].open.start].strip():
        return False
    end = begin
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return text.endswith("?", 0, end) and not quoted.near(Span(end - 1, end))
