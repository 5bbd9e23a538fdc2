"""Words in marks that the model divides among several attributions because its reading of the text ends in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newsparse.model import Span
from newsparse_quotes.content.snapping import merged
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.marks.stretches import Outer, Stretch


def gathered(text: str, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """``drafts`` where whoever says the beginning of some words in marks says what follows right after it in them."""
    result = list(drafts)
    holders: dict[Span, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        for stretch in quoted.touching(draft.content):
            holders[stretch.content].append(number)
    for stretch in quoted.all:
        inside = [number for number in holders[stretch.content] if _pieces(result[number], stretch)]
        if inside[1:]:
            _gather(text, result, inside, stretch)
    return [draft for draft in result if draft.content]


def _gather(text: str, drafts: list[Draft], inside: Sequence[int], stretch: Stretch) -> None:
    """Moves the pieces of one stretch, in place, to the draft with its beginning, as far as no words are between."""
    owner = next((n for n in inside if _begins(drafts[n], stretch)), None)
    if owner is None:
        return
    for number in sorted(inside, key=lambda n: _pieces(drafts[n], stretch)[0]):
        if number == owner or _speaks_within(drafts[number], stretch):
            continue
        own, more = _pieces(drafts[owner], stretch), _pieces(drafts[number], stretch)
        if more[0].start < own[-1].end or any(map(str.isalnum, text[own[-1].end : more[0].start])):
            continue
        whole = Span(own[-1].start, min(more[-1].end, stretch.content.end))
        drafts[owner] = drafts[owner].having(content=merged([*drafts[owner].content, whole]))
        drafts[number] = drafts[number].having(content=list(_outside(drafts[number], stretch)))


def _pieces(draft: Draft, stretch: Stretch) -> list[Span]:
    return sorted(piece for piece in draft.content if piece.overlaps(stretch.content))


def _outside(draft: Draft, stretch: Stretch) -> Iterator[Span]:
    """What a draft has before and after a stretch."""
    for piece in draft.content:
        if not piece.overlaps(stretch.content):
            yield piece


def _begins(draft: Draft, stretch: Stretch) -> bool:
    """Whether a draft has the first words of a stretch, and its cue is not among them."""
    first = _pieces(draft, stretch)[0]
    return first.start <= stretch.content.start and not _speaks_within(draft, stretch)


def _speaks_within(draft: Draft, stretch: Stretch) -> bool:
    """Whether the cue is in marks too: somebody else's words, inside of the quote."""
    return draft.cue is not None and draft.cue.overlaps(stretch.content)
