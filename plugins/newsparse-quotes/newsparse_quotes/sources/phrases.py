"""Speakers in a set phrase: "in Ada Brook's words"."""

from __future__ import annotations

import re
from functools import cache

import attrs

from newsparse.model import Span
from newsparse.syntax import Index
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.lexicon import words

_NAME = r"[A-Z][\w.\u2019'-]*?(?: [A-Z][\w.\u2019'-]*?){0,3}"
_REACH_WORDS = 24
"""Words on either side of a content in which its phrase is looked for."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern.replace("{name}", _NAME)) for pattern in sorted(words("phrases.words-of")))


def worded(index: Index, draft: Draft) -> Draft:
    """The draft with the name in "in Ada Brook's words" on its own line, right before it or after it, as its source."""
    if draft.source is not None or draft.cue is not None:
        return draft
    text, first, last = index.text, draft.content[0], draft.content[-1]
    begin = max(text.rfind("\n", 0, first.start) + 1, index.start_before(first.start, _REACH_WORDS))
    end = index.end_after(last.end, _REACH_WORDS)
    line_end = text.find("\n", last.end, end)
    end = line_end if line_end >= 0 else end
    matches = [found for pattern in _patterns() if (found := pattern.search(text, begin, end))]
    if not matches:
        return draft
    found = min(matches, key=re.Match.start)
    name = Span(*found.span("name"))
    if any(name.overlaps(piece) for piece in draft.content):
        return draft
    return attrs.evolve(draft, cue=Span(*found.span("cue")), source=name, tie=Tie.PHRASE)
