"""``newsparse bench``: its commands, except those in folders of their own."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from newsparse.cli.formats import check_place
from newsparse.cli.messages import say, tell
from newsparse.errors import DataMissingError, NewsparseError
from newsparse.model import Document
from newsparse.specs import SystemSpec
from newsparse.visible import counted, one_line
from newsparse_bench import gate as floors
from newsparse_bench import offers
from newsparse_bench import speed as clock
from newsparse_bench.corpora import chosen, data_folder, find, users
from newsparse_bench.fitting.command import fit_command
from newsparse_bench.hostile.command import explore_command, fuzz_command, growth_command
from newsparse_bench.mutating.command import mutate_command
from newsparse_bench.mutating.undecided import undecided_command
from newsparse_bench.outputs import folder, write
from newsparse_bench.prelabel.command import prelabel_command
from newsparse_bench.report import document, markdown, page, speed_markdown
from newsparse_bench.results import Result, SpeedResult, load, load_floors, save
from newsparse_bench.running import Settings, run, tasks
from newsparse_bench.scale.command import scale_command
from newsparse_bench.stories.command import across_command
from newsparse_bench.systems import SystemMissingError, choose, version
from newsparse_bench.validate import problems, roundtrip
from newsparse_bench.verifying.command import verify_command

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, exists=True)
TARGET = click.Path(path_type=Path, dir_okay=False)
DATA = click.option("--data", type=FOLDER, help="Folder of the public corpora; default: NEWSPARSE_DATA.")
CORPUS = click.option(
    "--corpus",
    "-c",
    "names",
    multiple=True,
    default=("shipped:dev",),
    help="NAME[:PART], all[:PART] or a path; repeatable.",
)
SYSTEM = click.option(
    "--system", "-s", "wanted", multiple=True, default=("newsparse",), help="Name of a system; repeatable."
)
LIMIT = click.option("--limit", type=click.IntRange(1), help="Measure only the first N articles.")
OUT = click.option("--out", "-o", type=FOLDER, default=Path("bench"), show_default=True, help="Folder for the results.")


@click.group()
def bench() -> None:
    """Measure extractors on labelled articles, against peers."""


def _tell_what_did_not_load() -> None:
    for name, reason in offers.unloaded().items():
        tell(f"{name} {reason}")


def _run(
    names: Iterable[str], systems: Iterable[SystemSpec], data: Path | None, limit: int | None, out: Path, *, each: bool
) -> None:
    """Runs all systems on all corpora; if there are several corpora, missing ones are named and left out."""
    _tell_what_did_not_load()
    places = list(chosen(names))
    folder(out)
    for corpus, part in places:
        settings = Settings(corpus, part, data_folder(data), limit, out / "predictions")
        able = [system for system in systems if each or tasks(corpus, system)]
        try:
            result = run(settings, able, tell)
        except DataMissingError as error:
            if len(places) == 1:
                raise
            tell(f"{corpus.name}:{part} is left out: {error}")
            continue
        save(result, out / f"{corpus.name}-{part}.json")
        say(markdown(result))


@bench.command("run")
@CORPUS
@SYSTEM
@DATA
@LIMIT
@OUT
def run_command(
    names: tuple[str, ...], wanted: tuple[str, ...], data: Path | None, limit: int | None, out: Path
) -> None:
    """Score systems on corpora; predictions are kept, so an interrupted run can be resumed."""
    _run(names, [choose(name) for name in wanted], data, limit, out, each=True)


@bench.command()
@CORPUS
@DATA
@LIMIT
@OUT
def compare(names: tuple[str, ...], data: Path | None, limit: int | None, out: Path) -> None:
    """Score newsparse and every system that is installed, with paired tests."""
    _run(names, list(offers.systems().values()), data, limit, out, each=False)


@bench.command()
@CORPUS
@SYSTEM
@DATA
@LIMIT
@OUT
@click.option(
    "--times", type=click.IntRange(1), default=3, show_default=True, help="Runs per system; the systems take turns."
)
def speed(
    names: tuple[str, ...], wanted: tuple[str, ...], data: Path | None, limit: int | None, out: Path, times: int
) -> None:
    """Time systems side by side: loading, words per second, memory, growth with length."""
    _tell_what_did_not_load()
    folder(out)
    documents = [d for corpus, part in chosen(names) for d in corpus.load(data_folder(data), part)]
    result = clock.measure([choose(name) for name in wanted], documents[:limit], clock.Plan(times=times), tell)
    save(result, out / "speed.json")
    say(speed_markdown(result))


@bench.command()
@click.argument("results", type=FILE, nargs=-1, required=True)
@click.option("--html", "html_file", type=TARGET, help="Write an HTML page to this file.")
@click.option("--markdown", "markdown_file", type=TARGET, help="Write a Markdown page to this file.")
def report(results: tuple[Path, ...], html_file: Path | None, markdown_file: Path | None) -> None:
    """Make tables or pages from the JSON files of runs."""
    targets = [(target, made) for target, made in ((html_file, page), (markdown_file, document)) if target]
    for target, _ in targets:
        check_place(str(target), map(str, results))
    loaded = [load(path) for path in results]
    accuracy = [result for result in loaded if isinstance(result, Result)]
    times = next((result for result in loaded if isinstance(result, SpeedResult)), None)
    for target, made in targets:
        write(target, made(accuracy, times))
        tell(f"wrote {target}")
    if not targets:
        _say_tables(accuracy, times)


def _say_tables(accuracy: Iterable[Result], times: SpeedResult | None) -> None:
    for result in accuracy:
        say(markdown(result))
    if times:
        say(speed_markdown(times))


@bench.command()
@click.argument("baseline", type=TARGET)
@CORPUS
@DATA
@click.option(
    "--system", "-s", "wanted", default="newsparse", show_default=True, help="The system that the floors are for."
)
@click.option("--update", is_flag=True, help="Set the floors from this run.")
@click.option("--lower", is_flag=True, help="Let --update lower floors.")
def gate(baseline: Path, names: tuple[str, ...], data: Path | None, wanted: str, *, update: bool, lower: bool) -> None:
    """Check a system against the floors in BASELINE; exit status 1 when a figure is below its floor."""
    _tell_what_did_not_load()
    corpus, part = find(names[0])
    result = run(Settings(corpus, part, data_folder(data)), [choose(wanted)], tell)
    if update and offers.unloaded():
        raise floors.FloorError(
            "floors cannot be set while a plugin fails to load.", hint="Repair or uninstall it first."
        )
    if update:
        old = load_floors(baseline) if baseline.exists() else None
        save(floors.updated(result, old, lower=lower, system=wanted), baseline)
        tell(f"wrote {baseline}")
        return
    found = floors.check(result, load_floors(baseline), wanted)
    for line in found:
        say(line)
    if found:
        sys.exit(1)
    say(f"every figure holds its floor on {corpus.name}:{part}.")


@bench.command()
@DATA
def corpora(data: Path | None) -> None:
    """List the corpora, their parts, and what is missing."""
    for corpus in offers.corpora().values():
        for part in corpus.parts:
            try:
                count = f"{sum(1 for _ in corpus.load(data_folder(data), part))} documents"
            except NewsparseError as error:
                count = error.message
            say(f"{corpus.name}:{part}  {corpus.summary}; {', '.join(corpus.tasks)}; {count}")


@bench.command()
def systems() -> None:
    """List the systems and whether each is installed."""
    for system in offers.systems().values():
        try:
            state = version(system)
        except SystemMissingError as error:
            state = str(error)
        say(f"{system.name}  {system.summary}; {', '.join(system.tasks) or 'all'}; {state}")


@bench.command()
@click.argument("paths", type=FILE, nargs=-1, required=True)
def validate(paths: tuple[Path, ...]) -> None:
    """Check labelled files or folders; exit status 1 when anything is wrong."""
    count, wrong = 0, 0
    for given in paths:
        owners: dict[str, Path] = {}
        for path in users.sources(given):
            try:
                for document in users.load(path):
                    count += 1
                    for problem in _problems(document, path, owners):
                        wrong += 1
                        say(one_line(f"{path.name}, {document.id}: {problem}"))
            except NewsparseError as error:
                wrong += 1
                say(one_line(str(error)))
    say(f"{counted(count, 'documents')}, {counted(wrong, 'problems')}")
    if wrong:
        sys.exit(1)


def _problems(document: Document, path: Path, owners: dict[str, Path]) -> Iterator[str]:
    """What is wrong with a document; ``owners`` are the files in which the ids so far were seen."""
    roundtrip(document)
    if document.id in owners:
        yield f"another document, in {owners[document.id].name}, has the same id."
    owners.setdefault(document.id, path)
    yield from problems(document)


bench.add_command(fit_command)
bench.add_command(prelabel_command)
bench.add_command(verify_command)
bench.add_command(across_command)
bench.add_command(explore_command)
bench.add_command(fuzz_command)
bench.add_command(growth_command)
bench.add_command(mutate_command)
bench.add_command(undecided_command)
bench.add_command(scale_command)
