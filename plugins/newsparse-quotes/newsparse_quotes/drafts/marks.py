"""Drafts from words in quotation marks that no other draft holds."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse_quotes.drafts.draft import Draft, trimmed
from newsparse_quotes.lines import line_end, line_start
from newsparse_quotes.marks.stretches import Outer, Stretch
from newsparse_quotes.unquoted import is_title

LEAST_WORDS = 4
"""How many words make a stretch in marks a quote by itself: shorter ones are often titles or scare quotes."""
_ENDS = (".", "!", "?", "\u2026")
_BLANKS = " \u00a0"
_AFTER_SENTENCE = ("", "\n", ".", "!", "?", "\u201d")


def from_marks(text: str, quoted: Outer, drafts: Sequence[Draft]) -> list[Draft]:
    """A draft for each long stretch in marks, and each whole sentence in marks, that none of ``drafts`` holds."""
    held = {s.content for draft in drafts for s in quoted.touching(draft.content)}
    free = [s for s in quoted.all if s.content not in held and not is_title(s.content.cut(text).rstrip(","))]
    long = [s for s in free if len(s.content.cut(text).split()) >= LEAST_WORDS or _is_sentence(text, s)]
    pieces = [trimmed(text, [s.content], quoted) for s in long]
    return [Draft(piece, origin="marks") for piece in pieces if piece]


def _is_sentence(text: str, stretch: Stretch) -> bool:
    """Whether a stretch in marks is a whole sentence: after the end of another, and with a stop at its end."""
    place = stretch.open.start
    while place > 0 and text[place - 1] in _BLANKS:
        place -= 1
    before = text[place - 1 : place]
    content = stretch.content.cut(text).strip()
    return before in _AFTER_SENTENCE and content[:1].isupper() and content[-1:] in _ENDS


def is_term(text: str, draft: Draft, quoted: Outer) -> bool:
    """Whether words in marks without a source are a part of the sentence around them: a term, a theme, a slogan."""
    if draft.confidence is not None or draft.beside():
        return False
    return not any(_is_sentence(text, stretch) for stretch in quoted.touching(draft.content))


def is_inside(text: str, draft: Draft, quoted: Outer) -> bool:
    """Whether a draft is a part of a paragraph in marks, with its cue and source: an inner quote, found elsewhere."""
    near = quoted.touching(draft.content)
    if len(near) != 1 or near[0].close is None or len(near[0].content.cut(text).split()) < LEAST_WORDS:
        return False
    whole = near[0].content
    after = text[near[0].close.end : line_end(text, near[0].close.end)]
    alone = text[line_start(text, whole.start) : near[0].open.start] + after
    return not alone.strip() and 2 * sum(map(len, draft.content)) <= len(whole)
