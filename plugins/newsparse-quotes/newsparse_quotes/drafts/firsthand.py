"""Words in marks that a source passes on: in "'It sank,' she said, according to the Post", she is who speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsparse.model import Span
from newsparse_quotes.content.snapping import merged
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer


def first_hand(text: str, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """``drafts`` where whoever says some words in marks has them, and not the source that passes them on."""
    result = list(drafts)
    cued = sorted((draft.cue.start, number) for number, draft in enumerate(drafts) if draft.cue is not None)
    for number, passed in enumerate(drafts):
        if passed.cue is None or passed.cue.cut(text).lower() not in words("cues.according"):
            continue
        near = cued[bisect_left(cued, (passed.content[0].start, 0)) : bisect_left(cued, (passed.cue.start, 0))]
        first = next((n for _, n in near if _is_said_in(result[n], passed, quoted)), None)
        if first is None:
            continue
        content = merged([*result[first].content, *_parts(passed, quoted)])
        result[first] = result[first].having(content=content)
        result[number] = passed.having(content=[])
    return [draft for draft in result if draft.content]


def _is_said_in(draft: Draft, passed: Draft, quoted: Outer) -> bool:
    """Whether a draft is of words in marks with their own cue and source, all of them in what another passes on."""
    if draft.cue is None or draft.source is None or passed.cue is None:
        return False
    if quoted.touching(draft.beside()) or not _is_direct(draft, quoted):
        return False
    held = (*draft.content[:1], *draft.beside())
    return all(any(piece.overlaps(span) for piece in passed.content) for span in held)


def _is_direct(draft: Draft, quoted: Outer) -> bool:
    """Whether all that a draft says is in marks."""
    found = quoted.touching(draft.content)
    whole = [Span(s.open.start, s.close.end if s.close is not None else s.content.end) for s in found]
    return all(any(span.covers(piece) for span in whole) for piece in draft.content)


def _parts(passed: Draft, quoted: Outer) -> list[Span]:
    """What is in marks of the words that are passed on."""
    parts = []
    for stretch in quoted.touching(passed.content):
        for piece in passed.content:
            start, end = max(piece.start, stretch.content.start), min(piece.end, stretch.content.end)
            parts += [Span(start, end)] if start < end else []
    return parts
