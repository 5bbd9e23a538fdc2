"""Named entities: spans with their class, after the CoNLL 2003 task (Tjong Kim Sang and De Meulder 2003).

``edges`` ignores articles and titles before a name and possessive endings after it, where corpora differ; ``untyped``
ignores the class.
"""

from __future__ import annotations

import re

from newsparse.model import Document
from newsparse_bench.metrics.counts import Tally, exact

BEFORE = re.compile(r"(?:(?:the|a|an|mr|mrs|ms|dr|prof|sir|president|minister|sen|rep|gov)\b\.?\s+)+", re.IGNORECASE)
AFTER = re.compile(r"(?:['’]s?|\W)$")

Named = tuple[int, int, str]


def entities(gold: Document, guess: Document) -> Tally:
    """All figures of one article."""
    wanted, given = named(gold), named(guess)
    result = {
        "strict": exact(given, wanted),
        "edges": exact([_core(gold.text, m) for m in given], [_core(gold.text, m) for m in wanted]),
        "untyped": exact([m[:2] for m in given], [m[:2] for m in wanted]),
    }
    for label in sorted({m[2] for m in wanted}):
        result[f"label {label}"] = exact([m for m in given if m[2] == label], [m for m in wanted if m[2] == label])
    return result


def named(document: Document) -> list[Named]:
    """The document's names: start, end, class."""
    return [(m.span.start, m.span.end, m.label) for m in document.mentions if m.form == "named"]


def _core(text: str, mention: Named) -> Named:
    start, end, label = mention
    if found := BEFORE.match(text, start, end):
        start = found.end() if found.end() < end else start
    if (found := AFTER.search(text[start:end])) and found.start():
        end = start + found.start()
    return (start, end, label)
