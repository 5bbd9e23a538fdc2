"""One timed job in a separate process: the job, the answer, and the memory that it took."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import attrs
import psutil

from newsparse.serial.structure import from_plain, to_plain
from newsparse_bench import inputs
from newsparse_bench.results import Timing

Record = TypeVar("Record")
SAMPLE_S = 0.02
"""Seconds between two readings of a worker's memory."""


@attrs.frozen
class Job:
    """The articles for each figure: ``length`` holds longer and longer ones, ``count`` more and more."""

    system: str
    batch: tuple[str, ...]
    single: tuple[str, ...]
    length: tuple[str, ...]
    count: tuple[tuple[str, ...], ...]


@attrs.frozen
class Answer:
    """Seconds of loading, words per second, crashes, curves and peak memory; or why there is nothing to time.

    ``first`` is the rate of the first articles of the process, one by one; ``single`` of the same ones after the batch.
    ``conditions`` are what the system says of how it runs: engine, number format and the like.
    """

    missing: str = ""
    load: float = 0.0
    first: float = 0.0
    single: float = 0.0
    batch: float = 0.0
    crashes: int = 0
    length: tuple[Timing, ...] = ()
    count: tuple[Timing, ...] = ()
    peak_bytes: int = 0
    conditions: Mapping[str, str] = attrs.field(factory=dict)


def timed(job: Job, environment: Mapping[str, str]) -> Answer:
    """The answer of a new process to ``job``, with the peak of its resident memory."""
    with tempfile.TemporaryDirectory() as folder:
        asked, answer, errors = (Path(folder, name) for name in ("job.json", "answer.json", "errors.txt"))
        write(job, asked)
        command = [sys.executable, "-m", "newsparse_bench.worker", str(asked), str(answer)]
        with errors.open("wb") as stream:
            process = psutil.Popen(command, env=dict(environment), stdout=subprocess.DEVNULL, stderr=stream)
            peak = _watched(process)
        if not answer.exists():
            last = (errors.read_text("utf-8", "replace").strip().splitlines() or ["it ended without a message"])[-1]
            return Answer(missing=f"{job.system} could not be timed: {last}")
        return attrs.evolve(read(answer, Answer), peak_bytes=peak)


def _watched(process: psutil.Popen) -> int:
    """Waits for the process; the largest resident memory in bytes that was seen."""
    peak = 0
    while process.poll() is None:
        try:
            peak = max(peak, process.memory_info().rss)
        except psutil.NoSuchProcess:
            break
        time.sleep(SAMPLE_S)
    process.wait()
    return peak


def write(record: Job | Answer, path: Path) -> None:
    """Writes a job or an answer as JSON."""
    path.write_text(json.dumps(to_plain(record, path.name)), "utf-8")


def read(path: Path, record: type[Record]) -> Record:
    """The job or the answer in a file; raises ``SchemaError``."""
    return from_plain(inputs.parsed(path), record, path.name)
