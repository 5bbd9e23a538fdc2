"""Language analysis from raw text, by the CoNLL 2018 shared task (Zeman et al. 2018).

Words and sentences are spans; tags, heads and relations count on words of equal spans, over all words. Relations are
compared without subtypes.
"""

from __future__ import annotations

from collections.abc import Hashable

from newsparse.model import Document
from newsparse_bench.metrics.counts import Tally, exact

NAMES = ("words", "sentences", "upos", "xpos", "uas", "las")


def analysis(gold: Document, guess: Document) -> Tally:
    """All figures of one text."""
    wanted, given = _facts(gold), _facts(guess)
    return {name: exact(given[name], wanted[name]) for name in NAMES}


def _facts(document: Document) -> dict[str, list[Hashable]]:
    tokens = document.tokens
    places = [(token.span.start, token.span.end) for token in tokens]
    heads = [None if t.head is None else (-1, -1) if t.head == i else places[t.head] for i, t in enumerate(tokens)]
    facts: dict[str, list[Hashable]] = {"words": list(places), "upos": [], "xpos": [], "uas": [], "las": []}
    facts["sentences"] = [(places[s.first][0], places[s.last - 1][1]) for s in document.sentences]
    for place, token, head in zip(places, tokens, heads, strict=True):
        facts["upos"].append((place, token.upos))
        facts["xpos"].append((place, token.xpos))
        facts["uas"].append((place, head))
        facts["las"].append((place, head, (token.deprel or "").partition(":")[0]))
    return facts
