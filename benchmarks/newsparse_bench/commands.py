"""``newsparse bench``: run, compare, speed, report, gate, corpora, systems, validate."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from newsparse.errors import NewsparseError, SchemaError
from newsparse_bench import gate as floors
from newsparse_bench import speed as clock
from newsparse_bench.corpora import CORPORA, data_folder, find, users
from newsparse_bench.report import markdown, page, speed_markdown
from newsparse_bench.running import Settings, run, save
from newsparse_bench.systems import SYSTEMS, SystemMissingError, choose
from newsparse_bench.validate import problems, roundtrip

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, exists=True)
DATA = click.option("--data", type=FOLDER, help="Folder with the public corpora; NEWSPARSE_DATA without it.")
CORPUS = click.option("--corpus", "-c", "names", multiple=True, default=("shipped:dev",), help="NAME[:PART] or a path.")
SYSTEM = click.option("--system", "-s", "chosen", multiple=True, default=("newsparse",), help="Name, again for more.")
LIMIT = click.option("--limit", type=click.IntRange(1), help="Only so many articles.")
OUT = click.option("--out", "-o", type=FOLDER, default=Path("bench"), show_default=True, help="Folder of the results.")


@click.group()
def bench() -> None:
    """Measure extractors on labelled articles, against peers."""


def _say(line: str) -> None:
    click.echo(line, err=True)


def _run(names: tuple[str, ...], chosen: tuple[str, ...], data: Path | None, limit: int | None, out: Path) -> None:
    systems = [choose(name) for name in chosen]
    for name in names:
        corpus, part = find(name)
        settings = Settings(corpus, part, data_folder(data), limit, out / "predictions")
        result = run(settings, systems, _say)
        save(result, out / f"{corpus.name}-{part}.json")
        click.echo(markdown(result))


@bench.command("run")
@CORPUS
@SYSTEM
@DATA
@LIMIT
@OUT
def run_command(
    names: tuple[str, ...], chosen: tuple[str, ...], data: Path | None, limit: int | None, out: Path
) -> None:
    """Score systems on corpora; predictions are kept, so that a run that was stopped goes on."""
    _run(names, chosen, data, limit, out)


@bench.command()
@CORPUS
@DATA
@LIMIT
@OUT
def compare(names: tuple[str, ...], data: Path | None, limit: int | None, out: Path) -> None:
    """Score newsparse and every system that is installed, with paired tests."""
    _run(names, tuple(SYSTEMS), data, limit, out)


@bench.command()
@CORPUS
@SYSTEM
@DATA
@LIMIT
@OUT
@click.option("--times", type=click.IntRange(1), default=3, show_default=True, help="Runs of each system, in turns.")
def speed(
    names: tuple[str, ...], chosen: tuple[str, ...], data: Path | None, limit: int | None, out: Path, times: int
) -> None:
    """Time systems side by side: load, words per second, memory, growth with length."""
    documents = [d for name in names for corpus, part in [find(name)] for d in corpus.load(data_folder(data), part)]
    result = clock.measure([choose(name) for name in chosen], documents[:limit], clock.Plan(times=times))
    save(result, out / "speed.json")
    click.echo(speed_markdown(result))


@bench.command()
@click.argument("results", type=FILE, nargs=-1, required=True)
@click.option("--html", "target", type=click.Path(path_type=Path, dir_okay=False), help="Write a page of HTML there.")
def report(results: tuple[Path, ...], target: Path | None) -> None:
    """Make tables, or one page, from the JSON of runs."""
    loaded = [_json(path) for path in results]
    accuracy = [result for result in loaded if "signature" in result]
    times = next((result for result in loaded if "machine" in result), None)
    if target:
        target.write_text(page(accuracy, times), "utf-8")
        _say(f"wrote {target}")
        return
    for result in accuracy:
        click.echo(markdown(result))
    if times:
        click.echo(speed_markdown(times))


def _json(path: Path) -> dict[str, Any]:
    try:
        result = json.loads(path.read_text("utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise SchemaError(f"{path}: no results can be read: {error}.") from error
    if not isinstance(result, dict) or "systems" not in result:
        raise SchemaError(f"{path}: is no result of `newsparse bench`.")
    return result


@bench.command()
@click.argument("baseline", type=click.Path(path_type=Path, dir_okay=False))
@CORPUS
@DATA
@click.option("--update", is_flag=True, help="Set the floors from this run.")
@click.option("--lower", is_flag=True, help="Let --update lower a floor.")
def gate(baseline: Path, names: tuple[str, ...], data: Path | None, update: bool, lower: bool) -> None:
    """Check newsparse against the floors in BASELINE; status 1 when a figure is below its floor."""
    corpus, part = find(names[0])
    result = run(Settings(corpus, part, data_folder(data)), [choose("newsparse")], _say)
    if update:
        old = floors.read(baseline) if baseline.exists() else None
        save(floors.updated(result, old, lower=lower), baseline)
        _say(f"wrote {baseline}")
        return
    found = floors.check(result, floors.read(baseline))
    for line in found:
        click.echo(line)
    if found:
        sys.exit(1)
    click.echo(f"every figure holds its floor on {corpus.name}:{part}.")


@bench.command()
@DATA
def corpora(data: Path | None) -> None:
    """List the corpora, their parts, and what is missing."""
    for corpus in CORPORA.values():
        for part in corpus.parts:
            try:
                count = f"{sum(1 for _ in corpus.load(data_folder(data), part))} documents"
            except NewsparseError as error:
                count = error.message
            click.echo(f"{corpus.name}:{part}  {corpus.summary}; {', '.join(corpus.tasks)}; {count}")


@bench.command()
def systems() -> None:
    """List the systems and whether each is installed."""
    for system in SYSTEMS.values():
        try:
            state = system.version
        except SystemMissingError as error:
            state = str(error)
        click.echo(f"{system.name}  {system.summary}; {', '.join(system.tasks)}; {state}")


@bench.command()
@click.argument("paths", type=FILE, nargs=-1, required=True)
def validate(paths: tuple[Path, ...]) -> None:
    """Check labelled files or folders; status 1 when anything is wrong."""
    count, wrong = 0, 0
    for path in (item for given in paths for item in users.sources(given)):
        try:
            for document in users.load(path):
                count += 1
                roundtrip(document)
                for problem in problems(document):
                    wrong += 1
                    click.echo(f"{path.name}, {document.id}: {problem}")
        except NewsparseError as error:
            wrong += 1
            click.echo(str(error))
    click.echo(f"{count} documents, {wrong} problems")
    if wrong:
        sys.exit(1)
