"""Speed: systems in turns on the same articles, each in a process of its own, every figure from several runs."""

from __future__ import annotations

import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import attrs

from newsparse.model import Document
from newsparse.specs import SystemSpec
from newsparse_bench import offers
from newsparse_bench.systems import SystemMissingError, provenance

THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS")
SETTINGS = {"one thread": True, "all threads": False}
FIRST = "words/s, one thread, one batch"
"""The rate by which systems are compared."""


@attrs.frozen
class Plan:
    """How often and how much: ``times`` runs; ``single`` articles one by one; articles of ``lengths`` words."""

    times: int = 3
    single: int = 10
    lengths: tuple[int, ...] = (250, 500, 1000, 2000, 4000)
    counts: tuple[int, ...] = (1, 2, 4, 8, 16)


def measure(
    systems: Sequence[SystemSpec], documents: Sequence[Document], plan: Plan, progress: Callable[[str], object] = str
) -> dict[str, Any]:
    """All figures; words are counted at spaces.

    Systems that are missing, and plugins that did not load, stand under ``skipped`` with the reason.
    """
    skipped = offers.unloaded()
    runs: dict[str, list[dict[str, Any]]] = {}
    job = _job([document.text for document in documents], plan)
    for turn in range(plan.times):
        for system in systems:
            if system.name in skipped:
                continue
            try:
                provenance(system)
                runs.setdefault(system.name, []).append(_once(system, job))
                progress(f"{system.name}: run {turn + 1} of {plan.times}")
            except SystemMissingError as error:
                skipped[system.name] = str(error)
                progress(f"{system.name} is skipped: {error}")
    return {
        "machine": machine(),
        "articles": len(documents),
        "words": sum(len(document.text.split()) for document in documents),
        "times": plan.times,
        "systems": {name: _figures(found, runs) for name, found in runs.items() if found},
        "length": {name: _curve(found, "length") for name, found in runs.items()},
        "count": {name: _curve(found, "count") for name, found in runs.items()},
        "skipped": skipped,
    }


def _job(texts: Sequence[str], plan: Plan) -> dict[str, Any]:
    """What a worker is given: articles for each figure, all cut from the same texts."""
    whole = "\n\n".join(texts)
    ends = [match.end() for match in re.finditer(r"\S+", whole)]
    return {
        "batch": list(texts),
        "single": list(texts[: plan.single]),
        "length": [whole[: ends[length - 1]] for length in plan.lengths if length <= len(ends)],
        "count": [list(texts[:count]) for count in plan.counts if count <= len(texts)],
    }


def _once(system: SystemSpec, job: dict[str, Any]) -> dict[str, Any]:
    """One run: the import, then a worker with one thread that does everything and one with all threads."""
    found: dict[str, Any] = {"figures": _imported(system)}
    for words, alone in SETTINGS.items():
        asked = job | {"system": system.name} | ({} if alone else {"length": [], "count": []})
        answer = _worker(asked, _environment(alone=alone))
        if "missing" in answer:
            raise SystemMissingError(str(answer["missing"]))
        found["figures"] |= {f"{rate}, {words}, {how}": value for (rate, how), value in _rates(answer).items()}
        if alone:
            found |= {"length": answer["length"], "count": answer["count"]}
            found["figures"] |= {"load, s": answer["load"], "peak memory, MiB": answer["memory"]}
            if answer["crashes"]:
                found["figures"]["articles with a crash"] = answer["crashes"]
    return found


def _rates(answer: dict[str, Any]) -> dict[tuple[str, str], float]:
    return {("words/s", "single articles"): answer["single"], ("words/s", "one batch"): answer["batch"]}


def _environment(*, alone: bool) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in THREADS}
    return kept | dict.fromkeys(THREADS, "1") if alone else kept


def _worker(job: dict[str, Any], environment: dict[str, str]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        asked, answer = Path(folder, "job.json"), Path(folder, "answer.json")
        asked.write_text(json.dumps(job), "utf-8")
        command = [sys.executable, "-m", "newsparse_bench.worker", str(asked), str(answer)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if not answer.exists():
            last = (done.stderr.strip().splitlines() or ["nothing was said"])[-1]
            return {"missing": f"{job['system']} could not be timed: {last}"}
        result: dict[str, Any] = json.loads(answer.read_text("utf-8"))
        return result


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


def _figures(own: Sequence[dict[str, Any]], runs: dict[str, list[dict[str, Any]]]) -> dict[str, dict[str, float]]:
    """The figures of one system over its runs, with the growth and the ratio to the first system run by run."""
    names = list(dict.fromkeys(name for run in own for name in run["figures"]))
    found = {name: summary([run["figures"][name] for run in own if name in run["figures"]]) for name in names}
    for what, words in (("length", "growth with length"), ("count", "growth with number of articles")):
        powers = [power for run in own if (power := growth(run[what])) is not None]
        if powers:
            found[f"{words}, exponent"] = summary(powers)
    first, against = next(iter(runs.items()))
    pairs = [(one["figures"].get(FIRST), other["figures"].get(FIRST)) for one, other in zip(own, against, strict=False)]
    ratios = [one / other for one, other in pairs if one and other]
    if ratios:
        found[f"times as fast as {first}, one thread, one batch"] = summary(ratios)
    return found


def growth(points: Sequence[Sequence[float]]) -> float | None:
    """The slope of time over size on logarithmic scales by least squares: 1 is in proportion, 2 is with the square."""
    import numpy as np

    given = [(size, seconds) for size, seconds in points if size > 0 and seconds > 0]
    if len({size for size, _ in given}) < 2:
        return None
    sizes, seconds = np.log(np.array(given, float)).T
    return float(np.polyfit(sizes, seconds, 1)[0])


def _curve(runs: Sequence[dict[str, Any]], what: str) -> list[tuple[float, float]]:
    """The median seconds by size."""
    seconds: dict[float, list[float]] = {}
    for run in runs:
        for size, value in run[what]:
            seconds.setdefault(size, []).append(value)
    return [(size, statistics.median(values)) for size, values in sorted(seconds.items())]


def summary(values: Sequence[float]) -> dict[str, float]:
    """Median, lowest and highest."""
    return {"median": statistics.median(values), "low": min(values), "high": max(values)}


def machine() -> dict[str, str]:
    """What the figures were read on."""
    model = next((line.split(":", 1)[1].strip() for line in _cpuinfo() if line.startswith("model name")), "unknown")
    return {
        "processor": model,
        "cores": str(os.cpu_count()),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load at the end": " ".join(f"{value:.1f}" for value in os.getloadavg()),
    }


def _cpuinfo() -> list[str]:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as stream:
            return stream.readlines()
    except OSError:
        return []
