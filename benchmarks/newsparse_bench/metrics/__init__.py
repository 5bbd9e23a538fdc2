"""Measures: each compares a labelled document with a predicted one and gives counts that add up over articles."""

from newsparse_bench.metrics.analysis import analysis
from newsparse_bench.metrics.counts import Counts, Tally, figures
from newsparse_bench.metrics.entities import entities
from newsparse_bench.metrics.groups import groups
from newsparse_bench.metrics.newsquant import newsquant
from newsparse_bench.metrics.numbers import numbers
from newsparse_bench.metrics.quotes import quotes
from newsparse_bench.metrics.roles import roles
from newsparse_bench.metrics.scheme import Scheme

MEASURES = {
    "quotes": quotes,
    "numbers": numbers,
    "newsquant": newsquant,
    "entities": entities,
    "groups": groups,
    "roles": roles,
    "analysis": analysis,
}
"""By the name of the task: ``measure(gold, guess)`` gives counts by the name of the figure."""

__all__ = ["MEASURES", "Counts", "Scheme", "Tally", "figures"]
