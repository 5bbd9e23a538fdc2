"""Measures: each compares a labelled document with a predicted one, in counts that are added up over articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from newsparse.model import Document
from newsparse.specs import MetricSpec, Statistics
from newsparse_bench.metrics.analysis import analysis
from newsparse_bench.metrics.counts import Counts, Tally, figures
from newsparse_bench.metrics.entities import entities
from newsparse_bench.metrics.groups import groups
from newsparse_bench.metrics.newsquant import newsquant
from newsparse_bench.metrics.numbers import numbers
from newsparse_bench.metrics.phrases import phrases, suites
from newsparse_bench.metrics.quotes import quotes
from newsparse_bench.metrics.roles import roles
from newsparse_bench.metrics.scheme import Scheme
from newsparse_bench.metrics.sources import sources

MEASURES = {
    "quotes": quotes,
    "numbers": numbers,
    "newsquant": newsquant,
    "phrases": phrases,
    "figures": suites,
    "sources": sources,
    "entities": entities,
    "groups": groups,
    "roles": roles,
    "analysis": analysis,
}
"""By the name of the task: ``measure(gold, guess)`` returns counts by the name of the figure."""

LEADING = {
    "quotes": "end-to-end",
    "numbers": "value",
    "newsquant": "value",
    "phrases": "exact value",
    "figures": "right value and unit",
    "sources": "right",
    "entities": "strict",
    "groups": "b3",
    "roles": "linked",
    "analysis": "las",
}
"""By the name of the task: the figure by which systems are compared and articles ranked."""


def metrics() -> list[MetricSpec]:
    """The metrics of the suite as plugins provide theirs."""
    return [
        MetricSpec(name=name, summary=_summary(measure), measure=_plain(measure), leading=LEADING[name])
        for name, measure in MEASURES.items()
    ]


def _summary(measure: Callable[..., Tally]) -> str:
    return (measure.__doc__ or "").splitlines()[0]


def _plain(measure: Callable[[Document, Document], Tally]) -> Callable[[Document, Document], Mapping[str, Statistics]]:
    def plain(gold: Document, guess: Document) -> Mapping[str, Statistics]:
        return {name: attrs.astuple(counts) for name, counts in measure(gold, guess).items()}

    return plain


__all__ = ["LEADING", "MEASURES", "Counts", "Scheme", "Tally", "figures", "metrics"]
