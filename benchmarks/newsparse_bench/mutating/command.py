"""``newsparse bench mutate``: whether tests notice small changes to the code that they test."""

from __future__ import annotations

import random
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from newsparse.cli.messages import say, tell
from newsparse.extras import extra
from newsparse_bench.mutating.changes import Change

if TYPE_CHECKING:
    from newsparse_bench.mutating.trying import Verdict

Key = tuple[str, str, str, str]
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@attrs.frozen
class Count:
    """The changes to one folder: how many were tried, noticed, not noticed, and are without meaning."""

    name: str
    tried: int
    killed: int
    survived: int
    meaningless: int

    def __str__(self) -> str:
        """One line for people."""
        share = self.survived / max(self.tried - self.meaningless, 1)
        return (
            f"{self.name}: {self.tried} changes, {self.killed} noticed, {self.survived} not noticed "
            f"({share:.0%}), {self.meaningless} without meaning"
        )


@click.command("mutate")
@click.argument("sources", type=click.Path(path_type=Path, exists=True), nargs=-1, required=True)
@click.option("--tests", "-t", multiple=True, required=True, help="A folder or file of tests; repeatable.")
@click.option("--mutants", "count", type=click.IntRange(1), default=40, show_default=True, help="For each source.")
@click.option("--seed", type=int, default=1, show_default=True, help="What decides the changes.")
@click.option("--meaningless", type=FILE, help="A list of changes without meaning, see below.")
@click.option("--types", is_flag=True, help="A change that mypy does not accept counts as noticed.")
@click.option("--pytest", "options", multiple=True, help="An option for pytest; repeatable.")
def mutate_command(
    sources: tuple[Path, ...],
    tests: tuple[str, ...],
    count: int,
    seed: int,
    meaningless: Path | None,
    options: tuple[str, ...],
    *,
    types: bool,
) -> None:
    """Change the code in SOURCES, folders or modules of the project in the working directory, and run its tests.

    One change is made at a time, in a copy: a comparison turned round, a condition or statement removed, a number one
    higher, a rule taken out of its list, an empty result. Those tests run that reach the changed line. Changes that no
    test notices are shown. The list of changes without meaning is a TOML file of tables [[change]] with the keys path,
    owner, before, after and reason.
    """
    with extra("mutants", "newsparse-bench"):
        from newsparse_bench.mutating.trying import BrokenTestsError, Trial, changes_of

    root, known = Path.cwd().resolve(), judged(meaningless)
    drawn = [(source, chosen(changes_of(source, root), count, seed)) for source in sources]
    with tempfile.TemporaryDirectory(prefix="newsparse-mutants-") as folder:
        trial = Trial(root, Path(folder).resolve(), options, types=types)
        with trial.running():
            try:
                reach = trial.reach(sources, tests)
            except BrokenTestsError as error:
                tell(f"these tests fail without any change: {error}")
                sys.exit(1)
            counts = [
                counted(str(source), _told((trial.tried(change, reach) for change in picked), known), known)
                for source, picked in drawn
            ]
    for line in counts:
        say(str(line))


def _told(verdicts: Iterable[Verdict], known: Mapping[Key, str]) -> list[Verdict]:
    """The verdicts, each told as it comes; what was not noticed goes to standard output."""
    told = []
    for verdict in verdicts:
        told.append(verdict)
        if verdict.killer is None:
            say(f"{verdict.change} ({known.get(verdict.change.key) or f'{verdict.tests} tests reach it'})")
        else:
            tell(f"{verdict.change} ({verdict.killer})")
    return told


def chosen(found: Sequence[Change], count: int, seed: int) -> list[Change]:
    """So many of the changes, or all if there are fewer; the same for the same seed and code."""
    return random.Random(seed).sample(found, min(count, len(found)))


def judged(path: Path | None) -> Mapping[Key, str]:
    """Why a change has no meaning, for each that somebody looked at."""
    if path is None:
        return {}
    told = tomllib.loads(path.read_text("utf-8")).get("change", [])
    return {(item["path"], item["owner"], item["before"], item["after"]): item["reason"] for item in told}


def counted(name: str, verdicts: Sequence[Verdict], known: Mapping[Key, str]) -> Count:
    """The figures; a change without meaning is one that survived and is listed."""
    survivors = [verdict.change.key for verdict in verdicts if verdict.killer is None]
    without = sum(key in known for key in survivors)
    return Count(name, len(verdicts), len(verdicts) - len(survivors), len(survivors) - without, without)
