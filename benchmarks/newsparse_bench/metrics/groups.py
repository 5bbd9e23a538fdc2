"""Mentions put together as entities: MUC (Vilain et al. 1995), B3 (Bagga and Baldwin 1998), CEAFe (Luo 2005).

Mentions are code-point spans that must be equal; every mention counts, those of one-mention entities too. The mean of
the three F1 is the CoNLL 2012 average (Pradhan et al. 2012); it is computed from the sums over articles.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.model import Document
from newsparse_bench.metrics.counts import Counts, Tally, matched

Group = frozenset[tuple[int, int]]


def clusters(document: Document) -> list[Group]:
    """The spans of each entity's mentions."""
    spans = {mention.id: (mention.span.start, mention.span.end) for mention in document.mentions}
    found = (frozenset(spans[m] for m in entity.mentions if m in spans) for entity in document.entities)
    return [group for group in found if group]


def groups(gold: Document, guess: Document) -> Tally:
    """The three figures of one article."""
    wanted, given = clusters(gold), clusters(guess)
    return {"muc": _muc(given, wanted), "b3": _b3(given, wanted), "ceafe": _ceafe(given, wanted)}


def mean_f1(tally: Tally) -> float:
    """The mean of the three F1, 0 to 1."""
    return sum(tally[name].f1 for name in ("muc", "b3", "ceafe")) / 3


def _muc(given: Sequence[Group], wanted: Sequence[Group]) -> Counts:
    return Counts(*_links(given, wanted), *_links(wanted, given))


def _links(own: Sequence[Group], other: Sequence[Group]) -> tuple[float, float]:
    home = {mention: number for number, group in enumerate(other) for mention in group}
    kept = 0
    for group in own:
        parts = {home.get(mention, mention) for mention in group}
        kept += len(group) - len(parts)
    return kept, sum(len(group) - 1 for group in own)


def _b3(given: Sequence[Group], wanted: Sequence[Group]) -> Counts:
    return Counts(*_overlap(given, wanted), *_overlap(wanted, given))


def _overlap(own: Sequence[Group], other: Sequence[Group]) -> tuple[float, float]:
    home = {mention: group for group in other for mention in group}
    right = sum(len(group & home.get(mention, frozenset())) / len(group) for group in own for mention in group)
    return right, sum(map(len, own))


def _ceafe(given: Sequence[Group], wanted: Sequence[Group]) -> Counts:
    total = sum(_phi(a, b) for a, b in matched(given, wanted, _phi))
    return Counts(total, len(given), total, len(wanted))


def _phi(one: Group, other: Group) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
