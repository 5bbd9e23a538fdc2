"""Articles with what was labelled and what was predicted side by side, cut into pieces for a template."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence

import attrs

from newsparse_bench.results import Mark, MarkKind, WorstArticle

WORD = re.compile(r"\w+")
Key = tuple[int, int, MarkKind]


@attrs.frozen
class Piece:
    """Words with the same marks: the kind of the shortest mark, whether any mark differs, and what all of them say."""

    words: str
    kind: MarkKind | None = None
    wrong: bool = False
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
    return Pair(
        id=article.id,
        summary=(
            f"{len(text.split())} words, {len(missed)} of {len(there)} labels not found as labelled, "
            f"{len(extra)} of {len(given)} predictions not in gold"
        ),
        gold=tuple(pieces(text, article.gold, wrong=missed, word="missed")),
        guess=tuple(pieces(text, article.guess, wrong=extra, word="not in gold")),
    )


def key(text: str, mark: Mark) -> Key:
    """What distinguishes one mark from another: kind and place, of quotes without punctuation at the ends."""
    words = list(WORD.finditer(text, mark.start, mark.end)) if mark.kind == "quote" else []
    return (words[0].start(), words[-1].end(), mark.kind) if words else (mark.start, mark.end, mark.kind)


def pieces(text: str, marks: Sequence[Mark], *, wrong: Collection[Mark], word: str) -> Iterator[Piece]:
    """``text`` cut at the edges of ``marks``; where they nest or cross, the shortest decides the kind."""
    edges = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    for start, end in itertools.pairwise(edges):
        own = sorted((m for m in marks if m.start <= start and end <= m.end), key=lambda m: m.start - m.end)
        yield Piece(
            words=text[start:end],
            kind=own[-1].kind if own else None,
            wrong=any(mark in wrong for mark in own),
            said="; ".join(f"{m.kind}: {m.said}" + (f" ({word})" if m in wrong else "") for m in own),
        )
