"""Articles with what was labelled and what was predicted side by side, cut into pieces for a template."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence

import attrs

from newsparse_bench.results import Mark, MarkKind, WorstArticle

WORD = re.compile(r"\w+")
Key = tuple[int, int, MarkKind]
DIFFERS: dict[MarkKind, str] = {
    "quote": "wrong speaker",
    "number": "wrong value",
    "name": "wrong class",
    "other": "other fields",
}
"""What is wrong where both sides mark a place and say different things."""


@attrs.frozen
class Piece:
    """Words with the same marks: the kind of the shortest, whether any is wrong or differs, and what all say."""

    words: str
    kind: MarkKind | None = None
    wrong: bool = False
    differs: bool = False
    said: str = ""


@attrs.frozen
class Pair:
    """An article with both labellings, and how much differs."""

    id: str
    summary: str
    gold: tuple[Piece, ...]
    guess: tuple[Piece, ...]


def pair(article: WorstArticle) -> Pair:
    """Gold and prediction of one article; whatever is on one side only is marked as wrong."""
    text = article.text
    there, given = ({key(text, mark): mark for mark in side} for side in (article.gold, article.guess))
    missed, extra = ({a[k] for k in a.keys() - b.keys()} for a, b in ((there, given), (given, there)))
    other = [key for key in there.keys() & given.keys() if not _agree(there[key], given[key])]
    differing = {side[key] for key in other for side in (there, given)}
    return Pair(
        id=article.id,
        summary=(
            f"{len(text.split())} words, {len(missed)} of {len(there)} labels not found as labelled, "
            f"{len(extra)} of {len(given)} predictions not in gold, {len(other)} with another speaker, value or class"
        ),
        gold=tuple(pieces(text, article.gold, wrong=missed, word="missed", differing=differing)),
        guess=tuple(pieces(text, article.guess, wrong=extra, word="not in gold", differing=differing)),
    )


def _agree(one: Mark, other: Mark) -> bool:
    """Whether two marks at one place say the same; of speakers, one name may be part of the other."""
    if one.kind != "quote":
        return one.said == other.said
    first, second = (set(WORD.findall(mark.said.casefold())) for mark in (one, other))
    return first <= second or second <= first


def key(text: str, mark: Mark) -> Key:
    """What distinguishes one mark from another: kind and place, of quotes without punctuation at the ends."""
    words = list(WORD.finditer(text, mark.start, mark.end)) if mark.kind == "quote" else []
    return (words[0].start(), words[-1].end(), mark.kind) if words else (mark.start, mark.end, mark.kind)


def pieces(
    text: str, marks: Sequence[Mark], *, wrong: Collection[Mark], word: str, differing: Collection[Mark] = ()
) -> Iterator[Piece]:
    """``text`` cut at the edges of ``marks``; where they nest or cross, the shortest decides the kind."""
    notes = dict.fromkeys(wrong, f" ({word})") | {mark: f" ({DIFFERS[mark.kind]})" for mark in differing}
    edges = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    for start, end in itertools.pairwise(edges):
        own = sorted((m for m in marks if m.start <= start and end <= m.end), key=lambda m: m.start - m.end)
        yield Piece(
            words=text[start:end],
            kind=own[-1].kind if own else None,
            wrong=any(mark in wrong for mark in own),
            differs=any(mark in differing for mark in own),
            said="; ".join(f"{m.kind}: {m.said}" + notes.get(m, "") for m in own),
        )
