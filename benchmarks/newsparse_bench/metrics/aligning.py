"""Pairs of predicted and labelled mentions: by equal spans and, where gold has heads, by the same head.

Corpora differ in what belongs to a mention: a title, a relative clause. So where gold gives head words, a guess that is
not equal to any mention is paired with the one that it lies in, or that lies in it, if each contains the other's head;
this is the partial matching of the CorefUD scorer (Novák et al., CRAC 2023), with heads on both sides.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.model import Mention
from newsparse_bench.metrics.counts import matched


def aligned(gold: Sequence[Mention], guess: Sequence[Mention]) -> dict[str, Mention]:
    """The labelled mention that each predicted one is paired with, by the id of the predicted one."""
    by_span = {mention.span: mention for mention in gold}
    found = {mention.id: by_span.pop(mention.span) for mention in guess if mention.span in by_span}
    headed = [mention for mention in by_span.values() if mention.head]
    rest = [mention for mention in guess if mention.id not in found]
    found |= {one.id: other for one, other in matched(rest, headed, _closeness)}
    return found


def _closeness(guess: Mention, gold: Mention) -> float:
    """The share of the longer mention that the shorter one covers; 0 where they cannot be paired."""
    one, other = guess.span, gold.span
    if not (one.covers(other) or other.covers(one)) or gold.head is None:
        return 0.0
    if not one.overlaps(gold.head) or not other.overlaps(guess.head or one):
        return 0.0
    return min(len(one), len(other)) / max(len(one), len(other))
