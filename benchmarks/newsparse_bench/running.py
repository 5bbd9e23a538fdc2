"""Runs systems over a corpus and keeps everything that a report needs."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path

import attrs

import newsparse
from newsparse.specs import CorpusSpec, SystemSpec
from newsparse_bench import offers, statistics
from newsparse_bench.corpora import digest
from newsparse_bench.metrics import Counts
from newsparse_bench.predictions import Progress, predicted
from newsparse_bench.results import Comparison, Result, Signature, SystemResult
from newsparse_bench.scoring import SEED, leading, measured
from newsparse_bench.systems import SystemMissingError, provenance, version


def silent(_line: str) -> None:
    """No progress."""


@attrs.frozen
class Settings:
    """What is measured: ``limit`` articles at most, predictions kept in ``keep`` so that a run can be resumed."""

    corpus: CorpusSpec
    part: str
    data: Path | None
    limit: int | None = None
    keep: Path | None = None


def run(settings: Settings, systems: Sequence[SystemSpec], progress: Progress = silent) -> Result:
    """The results of ``systems``; ``skipped`` names those that are not installed and plugins that did not load.

    Raises ``DataMissingError`` when the corpus is not in the data folder, and ``SchemaError`` when two of its documents
    share an id.
    """
    documents = list(settings.corpus.load(settings.data, settings.part))[: settings.limit]
    results: dict[str, SystemResult] = {}
    skipped = offers.unloaded()
    for system in systems:
        asked = tasks(settings.corpus, system)
        if not asked:
            skipped[system.name] = f"has no task in common with {settings.corpus.name}."
            continue
        place = f"{settings.corpus.name}:{settings.part}"
        try:
            state, facts = version(system), provenance(system)
            made = predicted(system, documents, keep=settings.keep, corpus=place, progress=progress)
        except SystemMissingError as error:
            skipped[system.name] = str(error)
            progress(f"{system.name} is skipped: {error}")
            continue
        results[system.name] = measured(documents, made, asked, version=state, provenance=facts)
    first = leading(settings.corpus.tasks)
    return Result(
        signature=signature(settings, digest(documents, offers.host().kinds), len(documents)),
        systems=results,
        skipped=skipped,
        leading=tuple(first),
        compared=tuple(compared(results, first)),
    )


def tasks(corpus: CorpusSpec, system: SystemSpec) -> list[str]:
    """The metrics for ``system`` on ``corpus``; a system without tasks gets all of them."""
    return [name for name in corpus.tasks if name in offers.metrics() and (not system.tasks or name in system.tasks)]


def signature(settings: Settings, gold: str, count: int) -> Signature:
    """Everything that a figure depends on."""
    return Signature(
        corpus=settings.corpus.name,
        part=settings.part,
        gold=gold,
        articles=count,
        limit=settings.limit,
        matching="optimal one-to-one",
        intervals=f"95%, bootstrap of articles, {statistics.BOOTSTRAP_DRAWS} draws",
        tests=f"approximate randomisation of articles, {statistics.RANDOMISATION_DRAWS} draws, Holm's correction",
        seed=SEED,
        bench=metadata.version("newsparse-bench"),
        newsparse=newsparse.__version__,
        python=platform.python_version(),
        numpy=metadata.version("numpy"),
        scipy=metadata.version("scipy"),
    )


def compared(results: Mapping[str, SystemResult], figures: Sequence[str]) -> list[Comparison]:
    """The paired tests of the first system against each other one, for those of ``figures`` that both have."""
    names = list(results)
    tests = []
    for other in names[1:]:
        for name in figures:
            if name in results[names[0]].figures and name in results[other].figures:
                one, two = (_column(results[system], name) for system in (names[0], other))
                tests.append((name, other, *statistics.paired(one, two, seed=SEED)))
    adjusted = statistics.holm([chance for *_, chance in tests])
    return [
        Comparison(
            figure=name,
            one=names[0],
            other=other,
            difference=round(difference, 4),
            p=round(chance, 4),
            p_adjusted=round(corrected, 4),
        )
        for (name, other, difference, chance), corrected in zip(tests, adjusted, strict=True)
    ]


def _column(result: SystemResult, name: str) -> statistics.Table:
    return statistics.table([Counts(*counts) for counts in result.column(name)])
