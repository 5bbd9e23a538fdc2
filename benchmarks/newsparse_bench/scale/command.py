"""``newsparse bench scale``: many articles in one process, in Ray Data and in Spark."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import click

from newsparse.cli.messages import say, tell
from newsparse.errors import WriteError
from newsparse.serial.structure import to_plain
from newsparse_bench.corpora import data_folder
from newsparse_bench.outputs import folder, write
from newsparse_bench.scale import articles
from newsparse_bench.scale.engines import ENGINES
from newsparse_bench.scale.measuring import Run, ScaleResult, Task, measured
from newsparse_bench.scale.report import lines
from newsparse_bench.speed import machine

START = 50
"""Articles of the round that measures the start."""


@click.command("scale")
@click.option("--articles", "count", type=click.IntRange(1), default=20_000, show_default=True, help="How many.")
@click.option(
    "--rounds", type=click.IntRange(1), default=10, show_default=True, help="They are parsed in so many turns."
)
@click.option("--words", type=click.IntRange(0), default=60, show_default=True, help="Cut articles after; 0: do not.")
@click.option("--engine", "-e", "engines", type=click.Choice(list(ENGINES)), multiple=True, default=list(ENGINES))
@click.option("--workers", type=click.IntRange(1), multiple=True, default=(1, 2), show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="What decides names and numbers.")
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Folder of the public corpora.")
@click.option("--out", "-o", type=click.Path(path_type=Path, file_okay=False), default="scale", show_default=True)
def scale_command(
    count: int,
    rounds: int,
    words: int,
    engines: tuple[str, ...],
    workers: tuple[int, ...],
    seed: int,
    data: Path | None,
    out: Path,
) -> None:
    """Parse many articles in one process, in Ray Data and in Spark; time and memory, and whether rows agree.

    The articles are those of two public corpora over and over, with names and numbers drawn for each. The engines take
    turns in each round, so that all meet what else the machine does. The environment is `benchmarks/scale.txt`.
    """
    place = folder(out) / "articles"
    if place.exists():
        raise WriteError(f"{place} exists.", hint="Choose another folder.")
    sizes = [START, *(len(range(number, count, rounds)) for number in range(rounds))]
    places = articles.write(place, data_folder(data), sizes, words=words, seed=seed)
    versions = _versions(engines)
    runs = list[Run]()
    for run in measured([Task(engine, some) for engine in engines for some in workers], places, out):
        runs.append(run)
        tell(f"round {run.round} of {rounds}: {run.task.engine}, {run.task.workers} workers, {run.seconds:.0f} s")
        result = ScaleResult(machine(), versions, tuple(runs))
        write(out / "scale.json", json.dumps(to_plain(result, "scale.json"), indent=1))
        write(out / "scale.md", "".join(f"{line}\n" for line in lines(result)))
    for line in lines(result):
        say(line)


def _versions(engines: Iterable[str]) -> dict[str, str]:
    """The versions of newsparse and of what runs it."""
    names = ["newsparse", *(ENGINES[engine].distribution for engine in engines), "pyarrow"]
    return {name: metadata.version(name) for name in dict.fromkeys(names)}
