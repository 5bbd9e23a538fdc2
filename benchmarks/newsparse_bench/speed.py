"""Speed: systems in turns on the same articles, several runs, each figure as median, lowest and highest."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs

from newsparse.model import Document
from newsparse_bench.systems import System, SystemMissingError

MEMORY = """
import resource, sys, time
from newsparse.model import Document
begin = time.perf_counter()
from newsparse_bench.systems import choose
annotate = choose(sys.argv[1]).make()
loaded = time.perf_counter() - begin
list(annotate([Document(text=sys.stdin.read())]))
print(loaded, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
LENGTHS = (500, 1000, 2000, 4000, 8000)


@attrs.frozen
class Plan:
    """How often and how long: ``times`` runs, articles one by one and in one batch."""

    times: int = 3
    single: int = 20


def measure(systems: Sequence[System], documents: Sequence[Document], plan: Plan) -> dict[str, Any]:
    """All figures; words are counted at spaces."""
    skipped: dict[str, str] = {}
    ready: dict[str, Callable[..., Iterator[Document]]] = {}
    for system in systems:
        try:
            _ = system.version
            ready[system.name] = system.make()
        except SystemMissingError as error:
            skipped[system.name] = str(error)
    runs: dict[str, dict[str, list[float]]] = {name: {} for name in ready}
    words = sum(len(document.text.split()) for document in documents)
    few = documents[: plan.single]
    few_words = sum(len(document.text.split()) for document in few)
    for _ in range(plan.times):
        for name, annotate in ready.items():
            found = runs[name]
            found.setdefault("words/s, one batch", []).append(words / _seconds(annotate, [documents]))
            found.setdefault("words/s, single articles", []).append(
                few_words / _seconds(annotate, [[document] for document in few])
            )
    for name in ready:
        for figure, values in fresh(name, documents[0].text, plan.times).items():
            runs[name][figure] = values
    text = " ".join(document.text for document in documents)
    return {
        "machine": machine(),
        "articles": len(documents),
        "words": words,
        "systems": {name: {f: summary(v) for f, v in found.items()} for name, found in runs.items()},
        "scaling": {name: _scaling(annotate, text) for name, annotate in ready.items()},
        "skipped": skipped,
    }


def summary(values: Sequence[float]) -> dict[str, float]:
    """Median, lowest and highest."""
    return {"median": statistics.median(values), "low": min(values), "high": max(values)}


def _seconds(annotate: Callable[..., Iterator[Document]], batches: Sequence[Sequence[Document]]) -> float:
    begin = time.perf_counter()
    for batch in batches:
        for document in batch if len(batch) == 1 else [batch]:
            try:
                for _ in annotate([document] if isinstance(document, Document) else document):
                    pass
            except Exception:  # a peer that crashes is timed up to its crash; the accuracy run counts the crash
                continue
    return time.perf_counter() - begin


def _scaling(annotate: Callable[..., Iterator[Document]], text: str) -> list[tuple[int, float]]:
    """Seconds for one article of each of ``LENGTHS`` words."""
    words = text.split(" ")
    cut = [Document(text=" ".join(words[:length])) for length in LENGTHS if length <= len(words)]
    return [(len(document.text.split()), _seconds(annotate, [[document]])) for document in cut]


def fresh(name: str, text: str, times: int) -> dict[str, list[float]]:
    """Seconds until a system is ready and its peak memory, in processes of their own; and the import of newsparse."""
    found: dict[str, list[float]] = {"load, s": [], "peak memory, MiB": []}
    for _ in range(times):
        done = subprocess.run(
            [sys.executable, "-c", MEMORY, name], input=text, capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            loaded, peak = map(float, done.stdout.split()[-2:])
            found["load, s"].append(loaded)
            found["peak memory, MiB"].append(peak)
        if name.startswith("newsparse"):
            begin = time.perf_counter()
            subprocess.run([sys.executable, "-c", "import newsparse"], check=True)
            found.setdefault("cold import, s", []).append(time.perf_counter() - begin)
    return {figure: values for figure, values in found.items() if values}


def machine() -> dict[str, str]:
    """What the figures were read on."""
    model = next((line.split(":", 1)[1].strip() for line in _cpuinfo() if line.startswith("model name")), "unknown")
    return {
        "processor": model,
        "cores": str(os.cpu_count()),
        "system": platform.platform(),
        "python": platform.python_version(),
        "threads": os.environ.get("OMP_NUM_THREADS", "all"),
        "load": " ".join(f"{value:.1f}" for value in os.getloadavg()),
    }


def _cpuinfo() -> list[str]:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as stream:
            return stream.readlines()
    except OSError:
        return []
