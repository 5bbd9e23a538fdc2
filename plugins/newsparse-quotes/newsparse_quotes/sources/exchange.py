"""Exchanges in one paragraph: words in marks right after others in marks are somebody else's."""

from __future__ import annotations

import attrs

from newsparse.model import Span
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.marks.stretches import Outer, Stretch

_BLANKS = " \t\u00a0"
_REACH_CHARACTERS = 4
"""Characters after a closing mark in which the words of the next opening mark begin."""


def exchanged(text: str, draft: Draft, quoted: Outer) -> list[Draft]:
    """The draft, and separately those of its pieces that take turns with words in marks right beside them.

    In “Did it hurt?” “A little,” said Varga., the cue reaches the words next to it, not those of the other speaker.
    """
    cue = draft.cue
    if cue is None or len(draft.content) == 1:
        return [draft]
    apart = [piece for piece in draft.content if takes_turns(text, piece, quoted) and not _is_next(piece, cue, text)]
    kept = [piece for piece in draft.content if piece not in apart]
    if not kept:
        return [draft]
    turns = [Draft([piece], origin=draft.origin, confidence=draft.confidence) for piece in apart]
    return [attrs.evolve(draft, content=kept), *turns]


def takes_turns(text: str, piece: Span, quoted: Outer) -> bool:
    """Whether other words in marks are right before or right after a piece, as question and answer."""
    own = quoted.touching([piece])
    if any(_is_close(text, quoted.before(stretch), stretch) for stretch in own[:1]):
        return True
    return any(_is_close(text, stretch, after) for stretch in own[-1:] for after in quoted.near(_beyond(stretch)))


def _beyond(stretch: Stretch) -> Span:
    """Where the stretch after one begins, if it is right beside it."""
    end = stretch.close.end if stretch.close is not None else stretch.content.end
    return Span(end, end + _REACH_CHARACTERS)


def _is_close(text: str, before: Stretch | None, after: Stretch) -> bool:
    """Whether there are only blanks between two stretches, and one of them asks."""
    if before is None or before.close is None or before.close.end >= after.open.start:
        return False
    asks = any(stretch.content.cut(text).rstrip().endswith("?") for stretch in (before, after))
    return asks and not text[before.close.end : after.open.start].strip(_BLANKS)


def _is_next(piece: Span, cue: Span, text: str) -> bool:
    """Whether a cue is in the sentence beside a piece: neither a full stop nor other words in marks are between."""
    between = text[piece.end : cue.start] if piece.end <= cue.start else text[cue.end : piece.start]
    marks = sum(between.count(mark) for mark in '"\u201c\u201d')
    return marks <= 1 and "." not in between
