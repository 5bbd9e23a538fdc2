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
    yield from (f"- {name} gave nothing for {', '.join(tasks)}" for name, tasks in undone(result).items())
    yield ""
    yield f"Signature: {facts(result.signature)}."


def _table(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    head, *rest = (f"| {' | '.join(line)} |" for line in lines)
    yield head
    yield "|---" * len(lines[0]) + "|"
    yield from rest


def rows(result: Result, *, whole: bool = False) -> list[list[str]]:
    """All figures that a system has, system by system, and the crashes.

    A system that gives nothing for a task has no figures of it; with ``whole``, precision and recall go with F1.
    """
    found = [[name, *(_of(result, one, name, whole=whole) for one in result.systems)] for name in result.figures]
    kept = [row for row in found if any(shown != NOTHING for shown in row[1:])]
    return [*kept, [CRASHES, *(str(len(one.crashes)) for one in result.systems.values())]]


def _of(result: Result, system: str, name: str, *, whole: bool) -> str:
    return cell(result.systems[system].figures.get(name), whole=whole) if result.does(system, name) else NOTHING


def undone(result: Result) -> dict[str, list[str]]:
    """The tasks for which a system was asked and gave nothing, by system."""
    left = {
        name: list(dict.fromkeys(figure.partition(": ")[0] for figure in one.figures if not result.does(name, figure)))
        for name, one in result.systems.items()
    }
    return {name: tasks for name, tasks in left.items() if tasks}


def systems(test: Comparison) -> str:
    """The two systems of a test."""
    return f"{test.one} against {test.other}"


def cell(figure: Figure | None, *, whole: bool = False) -> str:
    """A figure in percent with its interval; "–" where gold has nothing to measure.

    With ``whole``, precision and recall are beside it, unless they are the figure itself.
    """
    if not figure or not figure.gold:
        return NOTHING
    more = ""
    if whole and figure.precision is not None and figure.recall is not None and figure.precision != figure.recall:
        more = f"; P {100 * figure.precision:.1f}, R {100 * figure.recall:.1f}"
    return f"{100 * figure.f1:.1f} ({100 * figure.low:.1f}–{100 * figure.high:.1f}{more})"


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
