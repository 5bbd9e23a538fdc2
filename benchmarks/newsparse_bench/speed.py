"""Speed: systems take turns on the same articles, each in its own process, and every figure comes from several runs."""

from __future__ import annotations

import os
import platform
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import metadata

import attrs
import psutil

from newsparse.model import Document
from newsparse.specs import SystemSpec
from newsparse_bench import offers
from newsparse_bench.results import Machine, SpeedResult, Spread, Timing
from newsparse_bench.systems import SystemMissingError, provenance
from newsparse_bench.timing import Answer, Job, timed

THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS")
UNBROKEN = re.compile(r"\S+")
FIRST = "words/s, one thread, one batch"
"""The rate by which systems are compared."""
PEAK = "peak memory, MiB"
BYTES_PER_MIB = 2**20
BYTES_PER_GIB = 2**30
LEAST_SIZES = 2
"""How many different sizes a slope needs."""


@attrs.frozen
class Plan:
    """What is timed: ``times`` runs; ``single`` articles one by one; articles of ``lengths`` words."""

    times: int = 3
    single: int = 10
    lengths: tuple[int, ...] = (250, 500, 1000, 2000, 4000)
    counts: tuple[int, ...] = (1, 2, 4, 8, 16)


@attrs.frozen
class Run:
    """One turn of one system."""

    figures: Mapping[str, float]
    length: tuple[Timing, ...]
    count: tuple[Timing, ...]
    conditions: Mapping[str, str]


def measure(
    systems: Sequence[SystemSpec], documents: Sequence[Document], plan: Plan, progress: Callable[[str], object] = str
) -> SpeedResult:
    """All figures; words are counted at spaces.

    ``skipped`` names the systems that are missing and the plugins that did not load, with the reason.
    """
    skipped = offers.unloaded()
    job = _job([document.text for document in documents], plan)
    runs = _runs(systems, job, plan.times, skipped, progress)
    return SpeedResult(
        machine=machine(),
        articles=len(documents),
        words=sum(len(document.text.split()) for document in documents),
        times=plan.times,
        systems={name: _figures(found, runs) for name, found in runs.items() if found},
        length={name: _curve([run.length for run in found]) for name, found in runs.items()},
        count={name: _curve([run.count for run in found]) for name, found in runs.items()},
        skipped=skipped,
        conditions={name: found[0].conditions for name, found in runs.items() if found},
    )


def _runs(
    systems: Sequence[SystemSpec], job: Job, times: int, skipped: dict[str, str], progress: Callable[[str], object]
) -> dict[str, list[Run]]:
    """The turns of each system; those that turn out to be missing are added to ``skipped``."""
    runs: dict[str, list[Run]] = {}
    for turn in range(times):
        for system in systems:
            if system.name in skipped:
                continue
            try:
                provenance(system)
                runs.setdefault(system.name, []).append(_once(system, job))
                progress(f"{system.name}: run {turn + 1} of {times}")
            except SystemMissingError as error:
                skipped[system.name] = str(error)
                progress(f"{system.name} is skipped: {error}")
    return runs


def _job(texts: Sequence[str], plan: Plan) -> Job:
    """What a worker is given: articles for each figure, all cut from the same texts."""
    whole = "\n\n".join(texts)
    ends = [match.end() for match in UNBROKEN.finditer(whole)]
    return Job(
        system="",
        batch=tuple(texts),
        single=tuple(texts[: plan.single]),
        length=tuple(whole[: ends[length - 1]] for length in plan.lengths if length <= len(ends)),
        count=tuple(tuple(texts[:count]) for count in plan.counts if count <= len(texts)),
    )


def _once(system: SystemSpec, job: Job) -> Run:
    """One run: the import, a worker with one thread that does everything, and one with all threads for the rates."""
    alone = attrs.evolve(job, system=system.name)
    one = _answer(alone, _environment() | dict.fromkeys(THREADS, "1"))
    every = _answer(attrs.evolve(alone, length=(), count=()), _environment())
    figures = _imported(system) | _rates(one, "one thread") | {"load, s": one.load}
    if one.crashes:
        figures["articles with a crash"] = one.crashes
    figures |= _rates(every, "all threads") | {PEAK: every.peak_bytes / BYTES_PER_MIB}
    return Run(figures=figures, length=one.length, count=one.count, conditions=_conditions(one, every))


def _conditions(one: Answer, every: Answer) -> dict[str, str]:
    """What the workers say of how the system runs; what differs between them is given for both."""
    return {
        name: value if every.conditions.get(name) == value else f"{value} / {every.conditions.get(name)}"
        for name, value in one.conditions.items()
    }


def _answer(job: Job, environment: Mapping[str, str]) -> Answer:
    answer = timed(job, environment)
    if answer.missing:
        raise SystemMissingError(answer.missing)
    return answer


def _rates(answer: Answer, threads: str) -> dict[str, float]:
    rates = {"first articles": answer.first, "single articles": answer.single, "one batch": answer.batch}
    return {f"words/s, {threads}, {kind}": rate for kind, rate in rates.items()}


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in THREADS}


def _imported(system: SystemSpec) -> dict[str, float]:
    """Seconds of a new interpreter that imports the system's package; nothing where that is not possible."""
    own = system.distributions[0].lower()
    names = [name for name, homes in metadata.packages_distributions().items() if own in [h.lower() for h in homes]]
    if len(names) != 1:
        names = [name for name in names if name.lower() == own.replace("-", "_")]
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", f"import {names[0] if names else own}"], capture_output=True, check=False
    )
    return {"cold import, s": time.perf_counter() - begin} if done.returncode == 0 else {}


def _figures(own: Sequence[Run], runs: Mapping[str, Sequence[Run]]) -> dict[str, Spread]:
    """The figures of one system over its runs, with the growth and the ratio to the first system run by run."""
    names = list(dict.fromkeys(name for run in own for name in run.figures))
    found = {name: spread([run.figures[name] for run in own if name in run.figures]) for name in names}
    first, against = next(iter(runs.items()))
    exponents = {
        "growth with length, exponent": _exponents(run.length for run in own),
        "growth with number of articles, exponent": _exponents(run.count for run in own),
    }
    ratios = {f"times as fast as {first}, one thread, one batch": _ratios(own, against)}
    return found | {name: spread(values) for name, values in (exponents | ratios).items() if values}


def _exponents(curves: Iterable[Sequence[Timing]]) -> list[float]:
    """The growth of each curve that has enough sizes."""
    return [power for curve in curves if (power := growth(curve)) is not None]


def _ratios(own: Sequence[Run], against: Sequence[Run]) -> list[float]:
    """How many times as fast a system was as another, turn by turn."""
    pairs = [(one.figures.get(FIRST), other.figures.get(FIRST)) for one, other in zip(own, against, strict=False)]
    return [one / other for one, other in pairs if one and other]


def growth(curve: Sequence[Timing]) -> float | None:
    """The slope of time over size on logarithmic scales, by least squares: 1 is linear growth, 2 quadratic."""
    import numpy as np

    given = [(point.size, point.seconds) for point in curve if point.size > 0 and point.seconds > 0]
    if len({size for size, _ in given}) < LEAST_SIZES:
        return None
    sizes, seconds = np.log(np.array(given, float)).T
    return float(np.polyfit(sizes, seconds, 1)[0])


def _curve(runs: Sequence[Sequence[Timing]]) -> tuple[Timing, ...]:
    """The median seconds by size."""
    seconds: dict[float, list[float]] = {}
    for run in runs:
        for point in run:
            seconds.setdefault(point.size, []).append(point.seconds)
    return tuple(Timing(size, statistics.median(values)) for size, values in sorted(seconds.items()))


def spread(values: Sequence[float]) -> Spread:
    """Median, lowest and highest."""
    return Spread(median=statistics.median(values), low=min(values), high=max(values))


def machine() -> Machine:
    """The machine on which the figures are measured."""
    speed = psutil.cpu_freq()
    name = platform.processor() or platform.machine()
    return Machine(
        processor=f"{name}, {speed.current:.0f} MHz" if speed else name,
        cores=psutil.cpu_count() or 1,
        memory=f"{psutil.virtual_memory().total / BYTES_PER_GIB:.1f} GiB",
        system=platform.platform(),
        python=platform.python_version(),
        load_at_the_end=" ".join(f"{value:.1f}" for value in psutil.getloadavg()),
    )
