"""Decisions on labelled articles in, learned weights out, fitted and judged by fold."""

from newsparse_bench.fitting.cases import Case, collected
from newsparse_bench.fitting.fit import Fit, fitted
from newsparse_bench.fitting.judging import JUDGES

__all__ = ["JUDGES", "Case", "Fit", "collected", "fitted"]
