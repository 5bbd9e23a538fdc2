"""Runs engines by turns on the same articles: the time and the memory that each takes, and whether their rows agree."""

from __future__ import annotations

import contextlib
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

import attrs
import psutil

from newsparse.errors import ExtractionError
from newsparse.extras import extra
from newsparse_bench.results import Machine
from newsparse_bench.scale.engines import ENGINES

Row = Mapping[str, Any]
SAMPLE_S = 0.5
"""Seconds between two looks at the processes of a run."""
WEIGH_EVERY = 8
"""At one look of so many, shared memory is counted too, which takes the system some time."""


@attrs.frozen
class Task:
    """An engine with so many workers."""

    engine: str
    workers: int


@attrs.frozen
class Run:
    """One engine on the articles of one round.

    ``seconds`` and ``cpu_seconds`` are those of all its processes, from the first to the last; ``worker_bytes`` is the
    most resident memory of any worker, ``all_bytes`` that of all processes, where pages that several share count once.
    ``load`` is how many processes of the machine wanted to run when it ended; ``differing`` how many rows are not those
    of the first task.
    """

    task: Task
    round: int
    articles: int
    words: int
    seconds: float
    cpu_seconds: float
    worker_bytes: int
    all_bytes: int
    load: float
    differing: int


@attrs.frozen
class ScaleResult:
    """All runs, with the versions of newsparse and the engines; round 0 measures what starting takes."""

    machine: Machine
    versions: Mapping[str, str]
    runs: tuple[Run, ...]


@attrs.define
class Watch:
    """The most that the processes of a run took; some end before others begin."""

    mark: re.Pattern[str]
    cpu: dict[int, float] = attrs.field(factory=dict)
    worker_bytes: int = 0
    all_bytes: int = 0
    looks: int = 0

    def look(self, root: psutil.Process) -> None:
        """Look at ``root`` and everything that it started."""
        self.looks += 1
        together = 0
        for process in (root, *root.children(recursive=True)):
            with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
                times = process.cpu_times()
                self.cpu[process.pid] = times.user + times.system
                if self.mark.search(" ".join(process.cmdline())):
                    self.worker_bytes = max(self.worker_bytes, process.memory_info().rss)
                if self.looks % WEIGH_EVERY == 0:
                    memory = process.memory_full_info()
                    together += getattr(memory, "pss", memory.uss)
        self.all_bytes = max(self.all_bytes, together)


def measured(tasks: Sequence[Task], rounds: Sequence[Path], folder: Path) -> Iterator[Run]:
    """Each task on the articles of each round; rows and logs are written below ``folder``.

    The first task comes first, the others in another order each time. Raises ``ExtractionError`` for one that fails.
    """
    for number, articles in enumerate(rounds):
        texts = [row["text"] for row in stored(articles)]
        shift = number % max(len(tasks) - 1, 1)
        expected: list[Row] = []
        for task in (*tasks[:1], *tasks[1 + shift :], *tasks[1 : 1 + shift]):
            place = folder / f"{number}-{task.engine}-{task.workers}"
            seconds, seen = _watched(task, articles, place)
            rows = sorted(stored(place), key=lambda row: row["id"])
            expected = expected or rows
            yield Run(
                task=task,
                round=number,
                articles=len(texts),
                words=sum(len(text.split()) for text in texts),
                seconds=seconds,
                cpu_seconds=sum(seen.cpu.values()),
                worker_bytes=seen.worker_bytes,
                all_bytes=seen.all_bytes,
                load=psutil.getloadavg()[0],
                differing=sum(one != other for one, other in zip_longest(rows, expected)),
            )


def stored(folder: Path) -> list[Row]:
    """The rows of all Parquet files in a folder."""
    with extra("tables"):
        import pyarrow.parquet
    return [row for path in sorted(folder.glob("*.parquet")) for row in pyarrow.parquet.read_table(path).to_pylist()]


def _watched(task: Task, articles: Path, rows: Path) -> tuple[float, Watch]:
    """The seconds that the task took, and what was seen of its processes."""
    seen = Watch(ENGINES[task.engine].workers)
    module = "newsparse_bench.scale.engines"
    command = [sys.executable, "-m", module, task.engine, str(task.workers), str(articles), str(rows)]
    log = rows.with_suffix(".log")
    begun = time.perf_counter()
    with log.open("wb") as stream:
        process = psutil.Popen(command, stdout=stream, stderr=stream)
        while process.poll() is None:
            with contextlib.suppress(psutil.NoSuchProcess):
                seen.look(process)
            time.sleep(SAMPLE_S)
    if process.returncode:
        raise ExtractionError(f"{task.engine} ended with {process.returncode}.", hint=f"{log} says why.")
    return time.perf_counter() - begun, seen
