"""Runs systems over a corpus and keeps everything that a report needs in one JSON object."""

from __future__ import annotations

import json
import platform
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import attrs

import newsparse
from newsparse.errors import SchemaError
from newsparse.specs import CorpusSpec, SystemSpec
from newsparse_bench import inputs, offers, statistics
from newsparse_bench.corpora import digest
from newsparse_bench.metrics import Counts
from newsparse_bench.predictions import Progress, predicted
from newsparse_bench.scoring import SEED, leading, measured
from newsparse_bench.systems import SystemMissingError, provenance, version


def silent(_line: str) -> None:
    """No progress."""


@attrs.frozen
class Settings:
    """What is measured: ``limit`` articles at most, predictions kept in ``keep`` so that a run can go on."""

    corpus: CorpusSpec
    part: str
    data: Path | None
    limit: int | None = None
    keep: Path | None = None


def run(settings: Settings, systems: Sequence[SystemSpec], progress: Progress = silent) -> dict[str, Any]:
    """The results of ``systems``; those not installed, and plugins that did not load, stand under ``skipped``.

    Raises ``DataMissingError`` where the corpus is not there.
    """
    documents = list(settings.corpus.load(settings.data, settings.part))[: settings.limit]
    results: dict[str, Any] = {}
    skipped = offers.unloaded()
    for system in systems:
        asked = tasks(settings.corpus, system)
        if not asked:
            skipped[system.name] = f"has no task in common with {settings.corpus.name}."
            continue
        place = f"{settings.corpus.name}:{settings.part}"
        try:
            about = {"version": version(system), "provenance": provenance(system)}
            made = predicted(system, documents, keep=settings.keep, corpus=place, progress=progress)
        except SystemMissingError as error:
            skipped[system.name] = str(error)
            progress(f"{system.name} is skipped: {error}")
            continue
        results[system.name] = about | measured(documents, made, asked)
    return {
        "signature": signature(settings, digest(documents, offers.host().kinds), len(documents)),
        "systems": results,
        "skipped": skipped,
        "leading": leading(settings.corpus.tasks),
        "compared": compared(results, leading(settings.corpus.tasks)),
    }


def tasks(corpus: CorpusSpec, system: SystemSpec) -> list[str]:
    """The metrics that are asked of ``system`` on ``corpus``; a system without tasks is asked for all."""
    return [name for name in corpus.tasks if name in offers.metrics() and (not system.tasks or name in system.tasks)]


def signature(settings: Settings, gold: str, count: int) -> dict[str, Any]:
    """Every choice that a figure depends on."""
    return {
        "corpus": settings.corpus.name,
        "part": settings.part,
        "gold": gold,
        "articles": count,
        "limit": settings.limit or "none",
        "matching": "optimal one-to-one",
        "intervals": "95%, bootstrap of articles, 1000 draws",
        "tests": "approximate randomisation of articles, 2000 draws",
        "seed": SEED,
        "bench": metadata.version("newsparse-bench"),
        "newsparse": newsparse.__version__,
        "python": platform.python_version(),
        "numpy": metadata.version("numpy"),
        "scipy": metadata.version("scipy"),
    }


def compared(results: dict[str, Any], figures: Sequence[str]) -> list[dict[str, Any]]:
    """The paired tests of the first system against each other one, for those of ``figures`` that both have."""
    names = list(results)
    found = []
    for other in names[1:]:
        for name in figures:
            if name in results[names[0]]["figures"] and name in results[other]["figures"]:
                one, two = (_column(results[system], name) for system in (names[0], other))
                difference, chance = statistics.paired(one, two, seed=SEED)
                found.append(
                    {
                        "figure": name,
                        "one": names[0],
                        "other": other,
                        "difference": round(difference, 4),
                        "p": round(chance, 4),
                    }
                )
    return found


def _column(result: dict[str, Any], name: str) -> statistics.Table:
    return statistics.table([Counts(*article.get(name, (0, 0, 0, 0))) for article in result["articles"].values()])


def save(result: dict[str, Any], path: Path) -> None:
    """Writes the JSON from which all reports are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")


def load(path: Path) -> dict[str, Any]:
    """The result in the file at ``path``; raises ``SchemaError``."""
    result = inputs.parsed(path)
    if not isinstance(result, dict) or "systems" not in result:
        raise SchemaError(f"{path}: is no result of `newsparse bench`.")
    return result
