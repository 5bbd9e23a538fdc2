"""Results as Markdown: figures in percent with their intervals, a column for each system."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse_bench.results import Comparison, Figure, Result, SpeedResult, Spread, facts
from newsparse_bench.statistics import SIGNIFICANT_P

CRASHES = "articles with a crash"
NOTHING = "–"
WHOLE_FROM = 100
"""Numbers from here on are written without decimals."""


def markdown(result: Result) -> str:
    """The tables of one result, with its signature."""
    return "\n".join(_lines(result)) + "\n"


def _lines(result: Result) -> Iterator[str]:
    yield f"## {result.name} ({result.signature.articles} articles)"
    yield ""
    if result.systems:
        yield from _table([["F1 (95% interval)", *result.systems], *rows(result)])
        yield ""
    for test in result.compared:
        sure = "" if test.p_adjusted < SIGNIFICANT_P else ": not significant"
        yield (
            f"- {test.figure}: {systems(test)} {100 * test.difference:+.1f} "
            f"(p = {test.p:.4f}, corrected {test.p_adjusted:.4f}{sure})"
        )
    yield from (f"- {name} was skipped: {reason}" for name, reason in result.skipped.items())
    yield ""
    yield f"Signature: {facts(result.signature)}."


def _table(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    head, *rest = (f"| {' | '.join(line)} |" for line in lines)
    yield head
    yield "|---" * len(lines[0]) + "|"
    yield from rest


def rows(result: Result) -> list[list[str]]:
    """All figures, system by system, and the crashes."""
    found = [[name, *(cell(one.figures.get(name)) for one in result.systems.values())] for name in result.figures]
    return [*found, [CRASHES, *(str(len(one.crashes)) for one in result.systems.values())]]


def systems(test: Comparison) -> str:
    """The two systems of a test."""
    return f"{test.one} against {test.other}"


def cell(figure: Figure | None) -> str:
    """A figure in percent with its interval; "–" where gold has nothing to measure."""
    if not figure or not figure.gold:
        return NOTHING
    return f"{100 * figure.f1:.1f} ({100 * figure.low:.1f}–{100 * figure.high:.1f})"


def speed_markdown(result: SpeedResult) -> str:
    """The table of a speed run, with the machine."""
    lines = ["## Speed", "", *_table([["", *result.systems], *speed_rows(result)])]
    lines += [f"- {name} was skipped: {reason}" for name, reason in result.skipped.items()]
    lines += ["", f"Machine: {facts(result.machine)}."]
    return "\n".join(lines) + "\n"


def speed_rows(result: SpeedResult) -> list[list[str]]:
    """What systems say of how they run, and all figures, system by system."""
    said = result.conditions
    names = dict.fromkeys(name for system in result.systems for name in said.get(system, {}))
    conditions = [[name, *(said.get(system, {}).get(name, NOTHING) for system in result.systems)] for name in names]
    figures = [[name, *(number(found.get(name)) for found in result.systems.values())] for name in result.figures]
    return [*conditions, *figures]


def number(runs: Spread | None) -> str:
    """The median of several runs, with the lowest and the highest; "–" where there are none."""
    return f"{_plain(runs.median)} ({_plain(runs.low)}–{_plain(runs.high)})" if runs else NOTHING


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value >= WHOLE_FROM else f"{value:.3g}"
