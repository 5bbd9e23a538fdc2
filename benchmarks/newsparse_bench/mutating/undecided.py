"""``newsparse bench undecided``: the conditions that decide nothing in any test, found in one run."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs
import click

from newsparse.cli.messages import say, tell
from newsparse.extras import extra

SCRIPT = Path(__file__).with_name("deciding.py")


@attrs.frozen
class Condition:
    """A condition of the code: an operand of ``and`` or ``or``, a branch, an ``else`` or a filter."""

    path: str
    line: int
    owner: str
    kind: str
    code: str

    def __str__(self) -> str:
        """One line for people."""
        return f"{self.path}:{self.line} {self.owner}".rstrip() + f" [{self.kind}] {self.code}"


@attrs.frozen
class Found:
    """The conditions that never decided, of how many; ``code`` is pytest's exit status.

    ``raised`` counts, by the type of the exception, the operands that decided because a later one raises without them.
    """

    rest: tuple[Condition, ...]
    every: int
    code: int
    raised: Mapping[str, int]


@click.command("undecided")
@click.argument("sources", type=click.Path(path_type=Path, exists=True), nargs=-1, required=True)
@click.option("--tests", "-t", multiple=True, required=True, help="A folder or file of tests; repeatable.")
@click.option("--pytest", "options", multiple=True, help="An option for pytest; repeatable.")
def undecided_command(sources: tuple[Path, ...], tests: tuple[str, ...], options: tuple[str, ...]) -> None:
    """List the conditions in SOURCES, folders or modules, that decide nothing while their tests run.

    An operand of "and" or "or" decides where the result would be another one without it, a branch where it is taken, a
    filter where it leaves something out. What never decides can be taken out without any of these tests noticing, as
    "newsparse bench mutate" would find; this needs a single run of the tests.
    """
    found = undecided(sources, tests, options)
    for condition in found.rest:
        say(str(condition))
    if found.raised:
        counts = ", ".join(f"{name} {count}" for name, count in sorted(found.raised.items()))
        tell(f"conditions that keep a later one from raising: {counts}")
    if found.code:
        tell("some tests failed, which may be why conditions decide nothing")
    say(f"{len(found.rest)} of {found.every} conditions decide nothing ({len(found.rest) / max(found.every, 1):.0%})")


def undecided(sources: Sequence[Path], tests: Sequence[str], options: Sequence[str] = ()) -> Found:
    """Run the tests in a process of their own, and say which conditions never decided.

    Raises ``ExtraMissingError`` without pytest.
    """
    with extra("mutants", "newsparse-bench"):
        import pytest  # noqa: F401 - the script runs it in another process
    with tempfile.TemporaryDirectory(prefix="newsparse-undecided-") as folder:
        result = Path(folder, "result.json")
        request = {
            "sources": [str(source.resolve()) for source in sources],
            "tests": list(tests),
            "options": list(options),
            "result": str(result),
        }
        subprocess.run([sys.executable, SCRIPT], input=json.dumps(request), text=True, check=True)
        told = json.loads(result.read_text("utf-8"))
    here = Path.cwd().resolve()
    rest = [Condition(_relative(path, here), *more) for path, *more in told["rest"]]
    rest.sort(key=lambda item: (item.path, item.line))
    return Found(tuple(rest), told["all"], told["code"], told["raised"])


def _relative(path: str, folder: Path) -> str:
    place = Path(path)
    return str(place.relative_to(folder)) if place.is_relative_to(folder) else path
