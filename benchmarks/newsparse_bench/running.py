"""Runs systems over a corpus and keeps everything that a report needs in one JSON object."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import attrs

import newsparse
from newsparse.model import Document
from newsparse.serial import dumps, load_jsonl
from newsparse_bench import statistics
from newsparse_bench.corpora import Corpus, digest
from newsparse_bench.metrics import MEASURES, Counts, Scheme, Tally
from newsparse_bench.metrics.groups import MEASURED, PARTS
from newsparse_bench.systems import System, SystemMissingError

BATCH = 16
SEED = 1
Progress = Callable[[str], None]


def silent(_line: str) -> None:
    """No progress."""


@attrs.frozen
class Settings:
    """What is measured: ``limit`` articles at most, predictions kept in ``keep`` so that a run can go on."""

    corpus: Corpus
    part: str
    data: Path | None
    limit: int | None = None
    keep: Path | None = None


def run(settings: Settings, systems: Sequence[System], progress: Progress = silent) -> dict[str, Any]:
    """The results of ``systems``; one that is not installed is named under ``skipped`` with the reason."""
    documents = list(settings.corpus.load(settings.data, settings.part))[: settings.limit]
    registry = newsparse.Host.discover().kinds
    gold = digest(documents, registry)
    results: dict[str, Any] = {}
    skipped: dict[str, str] = {}
    for system in systems:
        tasks = [task for task in settings.corpus.tasks if task in system.tasks]
        if not tasks:
            skipped[system.name] = f"has no task in common with {settings.corpus.name}."
            continue
        try:
            version = system.version
            predicted = list(_predicted(settings, system, documents, gold, progress))
        except SystemMissingError as error:
            skipped[system.name] = str(error)
            continue
        results[system.name] = {"version": version} | measured(documents, predicted, tasks)
    return {
        "signature": signature(settings, gold, len(documents)),
        "systems": results,
        "skipped": skipped,
        "compared": compared(results),
    }


def signature(settings: Settings, gold: str, count: int) -> dict[str, Any]:
    """Every choice that a figure depends on."""
    return {
        "corpus": settings.corpus.name,
        "part": settings.part,
        "gold": gold,
        "articles": count,
        "matching": "optimal one-to-one",
        "intervals": "95%, bootstrap of articles, 1000 draws",
        "tests": "approximate randomisation of articles, 2000 draws",
        "seed": SEED,
        "bench": metadata.version("newsparse-bench"),
        "newsparse": newsparse.__version__,
        "python": platform.python_version(),
    }


def _predicted(
    settings: Settings, system: System, documents: Sequence[Document], gold: str, progress: Progress
) -> Iterator[tuple[Document, str]]:
    """Each predicted document and the crash that left it empty; those already kept are read, not made again."""
    path = settings.keep / f"{_file(system)}-{system.version}-{gold}.jsonl" if settings.keep else None
    known = _kept(path)
    annotate = None
    for begin in range(0, len(documents), BATCH):
        batch = documents[begin : begin + BATCH]
        missing = [document for document in batch if document.id not in known]
        if missing:
            annotate = annotate or system.make()
            made = list(_safely(annotate, missing))
            known |= {document.id: (document, crash) for document, crash in made}
            _keep(path, made)
        yield from (known[document.id] for document in batch)
        progress(f"{system.name}: {min(begin + BATCH, len(documents))} of {len(documents)}")


def _file(system: System) -> str:
    return "".join(c if c.isalnum() else "-" for c in system.name)


def _safely(annotate: Callable[..., Iterator[Document]], batch: Sequence[Document]) -> Iterator[tuple[Document, str]]:
    """A batch at once; after a crash one document at a time, the crashing ones left empty."""
    try:
        yield from [(document, _failed(document)) for document in annotate(batch)]
        return
    except Exception as error:  # a peer may raise anything
        if len(batch) == 1:
            yield Document(text=batch[0].text, id=batch[0].id), f"{type(error).__name__}: {error}"
            return
    for document in batch:
        yield from _safely(annotate, [document])


def _failed(document: Document) -> str:
    return document.failures[0].message if document.failures else ""


def _kept(path: Path | None) -> dict[str, tuple[Document, str]]:
    if path is None or not path.exists():
        return {}
    registry = newsparse.Host.discover().kinds
    with path.open(encoding="utf-8") as stream:
        found = [d for d in load_jsonl(stream, registry=registry, errors="yield") if isinstance(d, Document)]
    return {document.id: (document, document.meta.title or "") for document in found}


def _keep(path: Path | None, made: Sequence[tuple[Document, str]]) -> None:
    if path is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    registry = newsparse.Host.discover().kinds
    with path.open("a", encoding="utf-8") as stream:
        for document, crash in made:
            marked = attrs.evolve(document, meta=attrs.evolve(document.meta, title=crash)) if crash else document
            stream.write(dumps(marked, registry=registry) + "\n")


def measured(
    documents: Sequence[Document], predicted: Sequence[tuple[Document, str]], tasks: Sequence[str]
) -> dict[str, Any]:
    """The figures of one system: sums with intervals, the counts of every article, crashes, and the worst articles.

    Classes and forms of mentions, and roles, that none of ``documents`` has a label of are left out of the predictions.
    """
    scheme = Scheme.of(documents)
    asked = [task for task in tasks if task != "roles" or scheme.roles]
    guesses = [scheme.within(guess) for guess, _ in predicted]
    tallies = [
        {f"{task}: {name}": counts for task in asked for name, counts in MEASURES[task](gold, guess).items()}
        for gold, guess in zip(documents, guesses, strict=True)
    ]
    names = list(dict.fromkeys(name for tally in tallies for name in tally))
    figures = {name: figure([tally.get(name, Counts()) for tally in tallies]) for name in names}
    if "groups" in asked:
        figures |= means(tallies)
    return {
        "crashes": {document.id: crash for document, crash in predicted if crash},
        "figures": figures,
        "articles": {
            document.id: {name: attrs.astuple(counts) for name, counts in tally.items()}
            for document, tally in zip(documents, tallies, strict=True)
        },
        "worst": worst(documents, guesses, tallies),
    }


def means(tallies: Sequence[Tally]) -> dict[str, dict[str, float]]:
    """The mean of MUC, B3 and CEAFe with its interval, for all mentions and for each part that has any in gold."""
    found = {}
    for part in PARTS:
        columns = [[tally.get(f"groups: {part}{name}", Counts()) for tally in tallies] for name in MEASURED]
        gold = sum(counts.gold for counts in columns[MEASURED.index("b3")])
        if gold or not part:
            mean, low, high = statistics.mean([statistics.table(column) for column in columns], seed=SEED)
            values = {"f1": mean, "low": low, "high": high}
            found[f"groups: {part}mean"] = {k: round(v, 4) for k, v in values.items()} | {"gold": gold}
    return found


def figure(counts: Sequence[Counts]) -> dict[str, float]:
    """Precision, recall, F1 with its interval, and the number of gold items."""
    whole = sum(counts, Counts())
    low, high = statistics.interval(statistics.table(counts), seed=SEED)
    values = {"precision": whole.precision, "recall": whole.recall, "f1": whole.f1, "low": low, "high": high}
    return {name: round(value, 4) for name, value in values.items()} | {"gold": round(whole.gold, 2)}


LEADING = ("quotes: end-to-end", "numbers: value", "newsquant: value", "entities: strict", "analysis: las")


def worst(
    documents: Sequence[Document], guesses: Sequence[Document], tallies: Sequence[Tally], *, count: int = 5
) -> list[dict[str, Any]]:
    """The articles with most errors in the leading figures, with the spans of gold and prediction."""

    def errors(tally: Tally) -> float:
        found = [tally[name] for name in LEADING if name in tally]
        return sum(c.guessed + c.gold - c.right - c.found for c in found)

    order = sorted(range(len(documents)), key=lambda i: -errors(tallies[i]))[:count]
    return [
        {
            "id": documents[i].id,
            "errors": round(errors(tallies[i]), 1),
            "text": documents[i].text,
            "gold": spans(documents[i]),
            "guess": spans(guesses[i]),
        }
        for i in order
        if errors(tallies[i])
    ]


def spans(document: Document) -> list[tuple[int, int, str]]:
    """What is highlighted: fragments of quotes, figures and names."""
    found = [(piece.start, piece.end, "quote") for quote in document.quotes for piece in quote.fragments]
    found += [(claim.span.start, claim.span.end, "number") for claim in document.numbers]
    found += [(m.span.start, m.span.end, "name") for m in document.mentions if m.form == "named"]
    return sorted(found)


def compared(results: dict[str, Any]) -> list[dict[str, Any]]:
    """The paired tests of the first system against each other one, for the leading figures that both have."""
    names = list(results)
    found = []
    for other in names[1:]:
        for name in LEADING:
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
