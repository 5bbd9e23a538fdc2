"""Articles as HTML with what was labelled and what was predicted side by side, and what differs made plain."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any

from newsparse_bench.report.charts import safe

WORD = re.compile(r"\w+")
Mark = Sequence[Any]
"""Start, end, what it is ("quote", "number", "name"), and what is said of it."""


def pair(system: str, article: dict[str, Any]) -> str:
    """An article that opens: gold on the left, the prediction on the right, and how much differs."""
    gold, guess = article["gold"], article["guess"]
    there, given = ({key(article["text"], mark): tuple(mark[:3]) for mark in side} for side in (gold, guess))
    missed, extra = ({a[k] for k in a.keys() - b.keys()} for a, b in ((there, given), (given, there)))
    left = highlighted(article["text"], gold, wrong=missed, word="missed")
    right = highlighted(article["text"], guess, wrong=extra, word="not in gold")
    return (
        f"<details><summary><b>{safe(article['id'])}</b> <span class='quiet'>{len(article['text'].split())} words, "
        f"{len(missed)} of {len(there)} labels not found as labelled, "
        f"{len(extra)} of {len(given)} predictions not in gold</span>"
        f"</summary><div class='pair'><div><h4>gold</h4>{left}</div><div><h4>{safe(system)}</h4>{right}</div></div>"
        "</details>"
    )


def key(text: str, mark: Mark) -> tuple[Any, ...]:
    """What tells one mark from another: kind and place, of quotes without punctuation at the ends, as they score."""
    start, end, kind = mark[:3]
    words = list(WORD.finditer(text, start, end)) if kind == "quote" else []
    return (words[0].start(), words[-1].end(), kind) if words else (start, end, kind)


def highlighted(text: str, marks: Sequence[Mark], *, wrong: set[tuple[Any, ...]], word: str) -> str:
    """``text`` with ``mark`` elements over ``marks``; where they nest or cross each is cut, the shortest in front."""
    edges = sorted({0, len(text), *(m[0] for m in marks), *(m[1] for m in marks)})
    pieces = []
    for start, end in itertools.pairwise(edges):
        own = sorted((m for m in marks if m[0] <= start and end <= m[1]), key=lambda m: m[0] - m[1])
        words = safe(text[start:end])
        if not own:
            pieces.append(words)
            continue
        kinds = own[-1][2] + (" wrong" if any(tuple(m[:3]) in wrong for m in own) else "")
        said = "; ".join(f"{m[2]}: {m[3]}" + (f" ({word})" if tuple(m[:3]) in wrong else "") for m in own)
        pieces.append(f"<mark class='{kinds}' title='{safe(said)}'>{words}</mark>")
    return f"<div class='text'>{''.join(pieces)}</div>"
