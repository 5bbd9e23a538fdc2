"""Contents and marks: a content that holds most of a stretch in marks gets all of it, and no two contents overlap."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.content.pieces import parted
from newsparse_quotes.drafts.draft import BLANK_LINE, Draft, trimmed
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import PARAGRAPH, Outer, Stretch

_BLANKS = " \u00a0"
_ENDS = frozenset('.:;?!\n"\u201c\u201d')
_REST = re.compile(r"[^()\n]{0,40}\)")
"""The rest of what is in a bracket that is open."""
_SCRIPT = re.compile(r" ?\((?=[^()\n]*[^\x00-\u024f])[^()\n]{1,12}\)")
"""A name or word in another script, in brackets."""
_JOINING = frozenset({"CCONJ", "SCONJ", "ADV", "PUNCT", "PRON"})
"""Parts of speech of what joins two statements: "and so he"."""
_LEAST_LEFT = 3
"""Words of a piece before what another draft claims of it, at least, for them to stay."""
_MOST_BETWEEN = 9
"""Words between a cue and the words in marks that it leads to, at most."""


def snapped(text: str, draft: Draft, quoted: Outer) -> Draft:
    """The draft with its content extended to whole stretches in marks, where most of one or its beginning is inside."""
    pieces = sorted(draft.content)
    for stretch in quoted.touching(draft.content):
        shared = sum(max(0, min(p.end, stretch.content.end) - max(p.start, stretch.content.start)) for p in pieces)
        most = 2 * shared > len(stretch.content) or _is_led_by_cue(text, draft, stretch) or _opens(draft, stretch)
        if most and len(stretch.content) > shared:
            pieces.append(stretch.content)
    whole = _without(merged(pieces), draft.beside())
    return draft.having(content=trimmed(text, [parted(text, piece, quoted) for piece in whole], quoted))


def _opens(draft: Draft, stretch: Stretch) -> bool:
    """Whether a draft without a cue begins a paragraph in marks that stays open: it breaks off by mistake."""
    return draft.cue is None and stretch.close is None and min(draft.content).start <= stretch.content.start


def _is_led_by_cue(text: str, draft: Draft, stretch: Stretch) -> bool:
    """Whether a closed stretch in marks comes right after the cue: 'the sign read "Closed until Monday"'.

    A comma or colon may end a few words in between: 'she said in a letter to the owner, "The quay sinks."'.
    """
    if draft.cue is None or stretch.close is None or draft.cue.end > stretch.open.start:
        return False
    between = text[draft.cue.end : stretch.open.start].rstrip(_BLANKS)
    few = between.endswith((",", ":")) and len(between.split()) <= _MOST_BETWEEN
    plain = not any(c in _ENDS for c in between[:-1])
    return not between.strip(" ,:\xa0") or (few and plain)


def in_paragraph(text: str, draft: Draft, quoted: Outer) -> Draft:
    """The draft without reported content from paragraphs before that of its cue, such as a headline; if any is left."""
    begin = text.rfind("\n", 0, draft.cue.start) + 1 if draft.cue is not None else 0
    kept = [_to_break(text, piece, quoted) for piece in _since(begin, draft.content, quoted)]
    if not quoted.touching(kept):
        kept = [piece for piece in kept if not _is_later(text, draft, piece)] or kept
    return draft.having(content=trimmed(text, kept, quoted)) if kept else draft


def in_sentence(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft without marks up to the end of the sentence that "according to" begins: the next may be nobody's."""
    cue = draft.cue
    leads = cue is not None and cue.cut(tree.document.text).lower() in words("cues.according")
    first = tree.index.overlapping(cue)[:1] if cue is not None and leads and tree.known else range(0)
    if not first or quoted.touching(draft.content):
        return draft
    end = tree.index.span(tree.index.sentence(first[0])).end
    kept = [span for piece in draft.content if (span := _until(tree, piece, end)) is not None]
    return draft.having(content=kept) if kept else draft


def _until(tree: Tree, piece: Span, end: int) -> Span | None:
    """A piece up to the character ``end``, without marks there; None where it begins behind that."""
    if piece.end <= end:
        return piece
    return tree.index.unpunctuated(tree.index.overlapping(Span(piece.start, end))) if piece.start < end else None


def _since(begin: int, pieces: Sequence[Span], quoted: Outer) -> Iterator[Span]:
    """Pieces from the character ``begin`` on; those in marks, wherever they are, as they are."""
    for piece in pieces:
        if piece.start >= begin or _is_in_marks(piece, quoted):
            yield piece
        elif piece.end > begin:
            yield Span(begin, piece.end)


def unbroken(text: str, draft: Draft, quoted: Outer) -> Draft:
    """The draft without what follows its cue in a piece after a blank line that is not in marks: others say that."""
    if draft.cue is None:
        return draft
    cue = draft.cue.start
    cut = [_to_break(text, piece, quoted) if piece.start > cue else piece for piece in draft.content]
    content = trimmed(text, cut, quoted) if cut != draft.content else cut
    return draft.having(content=content) if content else draft


def _is_in_marks(piece: Span, quoted: Outer) -> bool:
    """Whether more of a piece is in marks than outside."""
    inside = sum(min(piece.end, s.content.end) - max(piece.start, s.content.start) for s in quoted.touching([piece]))
    return 2 * inside > len(piece)


def _is_later(text: str, draft: Draft, piece: Span) -> bool:
    """Whether a blank line is between the cue and a piece after it."""
    if draft.cue is None or piece.start < draft.cue.end:
        return False
    return BLANK_LINE.search(text, draft.cue.end, piece.start) is not None


def _to_break(text: str, piece: Span, quoted: Outer) -> Span:
    """A piece up to the first blank line in it that is not in marks."""
    if text.find("\n", piece.start, piece.end) < 0:
        return piece
    for found in BLANK_LINE.finditer(text, piece.start, piece.end):
        near = [stretch for stretch in quoted.near(piece) if stretch.open.start <= found.start()]
        inside = any(stretch.close is None for stretch in near)
        if not inside and found.start() > piece.start:
            return Span(piece.start, found.start())
    return piece


def by_paragraph(text: str, draft: Draft, quoted: Outer) -> Draft:
    """The draft with a piece for each paragraph of its content."""
    if all(text.find("\n", piece.start, piece.end) < 0 for piece in draft.content):
        return draft
    parts = (
        Span(piece.start + part.start(), piece.start + part.end())
        for piece in draft.content
        for part in PARAGRAPH.finditer(piece.cut(text))
    )
    return draft.having(content=trimmed(text, parts, quoted))


def bracketed(text: str, draft: Draft) -> Draft:
    """The draft with the brackets closed that a piece opens, and those in another script right after its last word."""
    return draft.having(content=[_closed(text, piece) for piece in draft.content])


def _closed(text: str, piece: Span) -> Span:
    if text.find("(", piece.start, piece.end + 2) < 0:
        return piece
    opened = text.rfind("(", piece.start, piece.end) > text.rfind(")", piece.start, piece.end)
    found = (_REST if opened else _SCRIPT).match(text, piece.end)
    return Span(piece.start, found.end()) if found is not None else piece


def merged(pieces: Sequence[Span]) -> list[Span]:
    """Pieces in the order of the text, those that touch each other as one."""
    result: list[Span] = []
    for piece in sorted(pieces):
        if result and piece.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, piece.end))
        else:
            result.append(piece)
    return result


def _without(pieces: list[Span], barred: Sequence[Span]) -> list[Span]:
    """``pieces`` with the words of ``barred`` cut out of them."""
    for bar in barred:
        cut: list[Span] = []
        for piece in pieces:
            edges = ((piece.start, min(piece.end, bar.start)), (max(piece.start, bar.end), piece.end))
            cut.extend([piece] if not piece.overlaps(bar) else [Span(a, b) for a, b in edges if a < b])
        pieces = cut
    return pieces


def disjoint(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with a piece that two of them claim left to the more reliable one, then to the earlier.

    What the other one says before that one's frame and piece remains: "wants (to close it) and so proposes a law".
    """
    taken: list[tuple[int, int]] = []
    frames: list[Span] = []
    result = []
    for draft in sorted(drafts, key=lambda d: (d.confidence is None, -(d.confidence or 0), d.content[0])):
        rest = (piece if not _is_taken(piece, taken) else _before(tree, piece, frames) for piece in draft.content)
        content = [piece for piece in rest if piece is not None]
        frames += [_frame(draft, piece) for piece in content]
        for piece in content:
            insort(taken, (piece.start, piece.end))
        if content:
            result.append(draft.having(content=content))
    return result


def _frame(draft: Draft, piece: Span) -> Span:
    """A piece with the cue and source before it."""
    return Span(min([piece.start, *(span.start for span in draft.beside() if span.end <= piece.start)]), piece.end)


def _before(tree: Tree, piece: Span, frames: Sequence[Span]) -> Span | None:
    """What a piece has before the first frame that it overlaps, without what joins the two; None if it is little."""
    end = min(frame.start for frame in frames if frame.overlaps(piece))
    inside = tree.index.overlapping(Span(piece.start, end)) if piece.start < end else range(0)
    while inside and tree.tokens[inside[-1]].upos in _JOINING:
        inside = inside[:-1]
    return Span(piece.start, tree.tokens[inside[-1]].span.end) if len(inside) >= _LEAST_LEFT else None


def _is_taken(piece: Span, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the places ``taken``, which are sorted and do not overlap each other, overlaps ``piece``."""
    index = bisect_left(taken, (piece.start, piece.end))
    return any(start < piece.end and piece.start < end for start, end in taken[max(0, index - 1) : index + 1])
