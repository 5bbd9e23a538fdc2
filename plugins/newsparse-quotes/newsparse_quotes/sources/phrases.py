"""Words around a speaker: a set phrase, "in Ada Brook's words", and when it was said, "the council (today) said"."""

from __future__ import annotations

import re
from functools import cache

import attrs

from newsparse.model import Span
from newsparse.syntax import Index, Tree
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.lexicon import words
from newsparse_quotes.lines import line_end, line_start

_NAME = r"[A-Z][\w.\u2019'-]*?(?: [A-Z][\w.\u2019'-]*?){0,3}"
_REACH_WORDS = 24
"""Words on either side of a content in which its phrase is looked for."""

_TIMES = frozenset({"obl:unmarked", "obl:tmod", "advmod"})
"""Relations of what says when, without a preposition."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern.replace("{name}", _NAME)) for pattern in sorted(words("phrases.words-of")))


def worded(index: Index, draft: Draft) -> Draft:
    """The draft with the name in "in Ada Brook's words" on its own line, right before it or after it, as its source."""
    if draft.source is not None or draft.cue is not None:
        return draft
    text, first, last = index.text, draft.content[0], draft.content[-1]
    begin = max(line_start(text, first.start), index.start_before(first.start, _REACH_WORDS))
    end = min(line_end(text, last.end), index.end_after(last.end, _REACH_WORDS))
    matches = [found for pattern in _patterns() if (found := pattern.search(text, begin, end))]
    if not matches:
        return draft
    found = min(matches, key=re.Match.start)
    name = Span(*found.span("name"))
    if any(name.overlaps(piece) for piece in draft.content):
        return draft
    return attrs.evolve(draft, cue=Span(*found.span("cue")), source=name, tie=Tie.PHRASE)


def undated(tree: Tree, draft: Draft) -> Draft:
    """The draft without when it was said at the end of its source: "the council (on Monday)", "the council (today)"."""
    inside = tree.index.overlapping(draft.source) if draft.source is not None and tree.known else range(0)
    if not inside or tree.tokens[inside[0]].upos == "PRON":
        return draft
    first = _time(tree, inside)
    before = [word for word in inside if first is not None and word < first]
    while before and tree.tokens[before[-1]].text == ",":
        before.pop()
    return draft.having(source=tree.index.span(range(inside[0], before[-1] + 1))) if before else draft


def _time(tree: Tree, source: range) -> int | None:
    """Where the day that depends on something after the source begins, if the source ends with one."""
    last = source[-1]
    above = tree.head(last)
    if above is None or above <= last or tree.tokens[last].upos == "PRON":
        return None
    day = tree.lemma(last).lower()
    dated = tree.relation(last) == "obl" and day in words("dates.weekdays")
    if not dated and (tree.relation(last) not in _TIMES or day not in words("dates.days")):
        return None
    first = min(tree.below(last))
    return first if first in source else None
