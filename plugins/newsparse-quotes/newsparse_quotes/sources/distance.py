"""Pieces of a content that are too far from its cue to share its source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse.model import Span
from newsparse.syntax import Index, Tree
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.grammar import names_person
from newsparse_quotes.lines import line_start
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.case import together
from newsparse_quotes.sources.lines import colon_before

_CLOSING = frozenset({'"', "\u201d", "'", "\u2019"})
_ENDING = frozenset(".!?;:\n\u201d")
"""Marks after which a comma does not lead to what the cue before them attributes."""
_LINE = re.compile(r"[^\n]*\w[^\n]*")
_REACH_WORDS = 80
"""Words between a piece and its cue, at most."""
MAX_GAP_WORDS = 3
"""Words between a quote and the one that it continues, at most."""
_NOWHERE = 10_000


def detached(text: str, draft: Draft, tree: Tree) -> list[Draft]:
    """The draft, and separately those of its direct pieces that are far from its cue and its other pieces."""
    if draft.cue is None or not tree.tokens:
        return [draft]
    kept: list[Span] = []
    far: list[Span] = []
    near = [draft.cue] + ([draft.source] if draft.source and together(tree, draft.source, draft.cue) else [])
    pieces = sorted(draft.content, key=lambda p: _gap(tree.index, [p], near)) if draft.content[1:] else draft.content
    for piece in pieces:
        close = _reaches(tree, piece, draft.cue) or _gap(tree.index, [piece], [*near, *kept]) <= MAX_GAP_WORDS
        (kept if close and not _is_led(text, piece, draft.cue) else far).append(piece)
    result = [draft.having(content=sorted(kept))] if kept else []
    linked = (draft.cue, draft.source)
    return result + [
        Draft([piece], origin=draft.origin, confidence=draft.confidence, far=linked) for piece in sorted(far)
    ]


def _is_led(text: str, piece: Span, cue: Span) -> bool:
    """Whether a piece before a cue has its own before it: 'She said: “It sinks.” Tom Varga said'."""
    return cue.start > piece.end and _is_finished(text, piece) and colon_before(text, piece) is not None


def _is_finished(text: str, piece: Span) -> bool:
    """Whether a piece ends with its sentence, and with a closing mark: what follows is not its cue."""
    return text[piece.end - 1] == "." and text[piece.end : piece.end + 1] in _CLOSING


def _gap(index: Index, some: Sequence[Span], others: Sequence[Span]) -> int:
    """The words between the closest two; very many across the end of a paragraph."""
    best = _NOWHERE
    for one in some:
        for other in others:
            low, high = (one.end, other.start) if one.end <= other.start else (other.end, one.start)
            best = min(best, _between(index, low, high) if low < high else 0)
    return best


def _between(index: Index, low: int, high: int) -> int:
    """The words of the text between two places in one paragraph; very many elsewhere."""
    if len(index.starting_in(Span(low, high))) > _REACH_WORDS:
        return _NOWHERE
    between = index.text[low:high]
    return _NOWHERE if "\n" in between.strip("\"\u201c\u201d'") else len(between.split())


def _reaches(tree: Tree, piece: Span, cue: Span) -> bool:
    """Whether the cue is in one of the sentences of the piece, or in one that leads to it with a colon or comma."""
    inside = tree.index.overlapping(piece)
    if not inside:
        return False
    first, last = tree.index.sentence(inside[0]), tree.index.sentence(inside[-1])
    if tree.index.span(range(first.start, last.stop)).start <= cue.start < tree.tokens[last.stop - 1].span.end:
        return True
    before = tree.document.text[cue.end : piece.start].rstrip().rstrip("\"\u201c'").rstrip()
    return before.endswith(":") or (before.endswith(",") and _ENDING.isdisjoint(before))


def is_told_before(text: str, piece: Span, cue: Span, quoted: Outer) -> bool:
    """Whether a piece belongs to what is before it, although the model links it to a cue in a later line.

    Its line has words before it, or a line without marks is between it and the cue.
    """
    end = text.find("\n", piece.end)
    if not piece.end <= end < cue.start:
        return False
    lines = (match.span() for match in _LINE.finditer(text, end, line_start(text, cue.start)))
    led = any(map(str.isalnum, text[line_start(text, piece.start) : piece.start]))
    return led or not all(quoted.touching([Span(*line)]) for line in lines)


def is_led_by_another(tree: Tree, piece: Span, cue: Span, source: Span | None, quoted: Outer) -> bool:
    """Whether a line names another person before a piece in marks in it, and the cue is in a line before."""
    start = line_start(tree.document.text, piece.start)
    if cue.end > start or start >= piece.start:
        return False
    led, mentions = Span(start, piece.start), tree.document.mentions
    own = {m.entity for m in mentions if source is not None and m.entity and m.span.overlaps(source)}
    named = (m.span for m in mentions if names_person(m) and led.covers(m.span) and m.entity not in own)
    return any(not quoted.touching([span]) for span in named)
