"""The figures of runs in data engines as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse_bench.results import facts
from newsparse_bench.scale.measuring import Run, ScaleResult, Task

MIB = 2**20
HEAD = (
    "engine",
    "workers",
    "words/s",
    "words/s of processor time, after the start",
    "start, s",
    "start, s of processor time",
    "worker, MiB",
    "all, MiB",
    "rows that differ",
)


def lines(result: ScaleResult) -> Iterator[str]:
    """A Markdown table with a row for each engine and number of workers, and how it was measured."""
    tasks = list(dict.fromkeys(run.task for run in result.runs))
    yield f"| {' | '.join(HEAD)} |"
    yield f"|---|{'--:|' * (len(HEAD) - 1)}"
    for task in tasks:
        yield f"| {' | '.join(_row(task, [run for run in result.runs if run.task == task]))} |"
    rounds = [run for run in result.runs if run.task == tasks[0] and run.round]
    loads = [run.load for run in result.runs]
    yield ""
    yield (
        f"{sum(run.articles for run in rounds):,} articles of {sum(run.words for run in rounds):,} words in "
        f"{len(rounds)} rounds; load {min(loads):.1f} to {max(loads):.1f}. Machine: {facts(result.machine)}."
    )
    yield ", ".join(f"{name} {value}" for name, value in result.versions.items())


def _row(task: Task, runs: Sequence[Run]) -> list[str]:
    """The figures of one task: rates over all rounds together, the most memory of any."""
    start, rounds = runs[0], runs[1:]
    working = [(run.words - start.words, run.cpu_seconds - start.cpu_seconds) for run in rounds]
    figures = (
        task.workers,
        _rate(sum(run.words for run in rounds), sum(run.seconds for run in rounds)),
        _rate(sum(words for words, _ in working), sum(seconds for _, seconds in working)),
        start.seconds,
        start.cpu_seconds,
        max(run.worker_bytes for run in runs) / MIB,
        max(run.all_bytes for run in runs) / MIB,
        sum(run.differing for run in runs),
    )
    return [task.engine, *(f"{figure:,.0f}" for figure in figures)]


def _rate(words: int, seconds: float) -> float:
    return words / seconds if seconds > 0 else 0.0
