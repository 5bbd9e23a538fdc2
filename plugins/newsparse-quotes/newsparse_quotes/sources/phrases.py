"""Speakers that stand in a set phrase ("in Ada Brook's words") or write the article themselves."""

from __future__ import annotations

import re

import attrs

from newsparse.model import Span, Speaker
from newsparse_quotes.drafts.drafts import Draft
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer

NAME = r"[A-Z][\w.\u2019'-]*?(?: [A-Z][\w.\u2019'-]*?){0,3}"
WORDED = re.compile(
    rf"\b(?P<cue>[Ii]n) (?P<name>{NAME})(?:'s|\u2019s|'|\u2019) (?:own )?words\b"
    rf"|\b(?P<cue2>[Ii]n the (?:own )?words of) (?P<name2>{NAME})(?=[ ,:.;])"
)
FAR = 120
"""Characters around a content in which its phrase is looked for."""


def worded(text: str, draft: Draft) -> Draft:
    """The draft with the name in "in Ada Brook's words" of its own line, right before it or after it, as its source."""
    if draft.source is not None or draft.cue is not None:
        return draft
    first, last = draft.content[0], draft.content[-1]
    begin = max(text.rfind("\n", 0, first.start) + 1, first.start - FAR)
    end = text.find("\n", last.end, last.end + FAR)
    found = next(WORDED.finditer(text, begin, end if end >= 0 else last.end + FAR), None)
    if found is None:
        return draft
    kind = "2" if found["name2"] else ""
    name = Span(*found.span("name" + kind))
    if any(name.overlaps(piece) for piece in draft.content):
        return draft
    return attrs.evolve(draft, cue=Span(*found.span("cue" + kind)), source=name, rule="words of")


def authored(speaker: Speaker | None, quoted: Outer) -> Speaker | None:
    """The speaker; an "I" that stands in no marks and is nobody named is the author of the article."""
    mention = speaker.mention if speaker else None
    if speaker is None or mention is None or speaker.entity is not None or speaker.kind != "unresolved":
        return speaker
    if mention.text.lower() not in words("author") or quoted.touching([mention.span]):
        return speaker
    return attrs.evolve(speaker, kind="author", reason="first person")
