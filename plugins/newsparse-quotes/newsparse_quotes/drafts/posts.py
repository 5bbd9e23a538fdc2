"""Posts and other words in marks that are signed on the next line, and are nobody's but the signer's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.model import Span
from newsparse.syntax import Index
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.lines import line_start
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.lines import signed


def posted(index: Index, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """``drafts`` with such words, each as a draft of its own, and without them in the other drafts."""
    posts = list(_posts(index, quoted))
    if not posts:
        return list(drafts)
    taken = [span for post in posts for span in post.spans()]
    rest = [draft.having(content=[p for p in draft.content if not _is_any(p, taken)]) for draft in drafts]
    return [*(draft for draft in rest if draft.content), *posts]


def _posts(index: Index, quoted: Outer) -> Iterator[Draft]:
    for stretch in quoted.all:
        if stretch.close is None:
            continue
        line = line_start(index.text, stretch.open.start)
        if index.text[line : stretch.open.start].strip():
            continue
        post = signed(index, Draft([stretch.content], origin="post"))
        if post is None or post.cue is None:
            continue
        if "\n" in index.text[stretch.close.end : post.cue.start]:
            yield post


def _is_any(piece: Span, taken: Sequence[Span]) -> bool:
    return any(piece.overlaps(span) for span in taken)
