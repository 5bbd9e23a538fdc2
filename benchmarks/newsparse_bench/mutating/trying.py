"""Tries changes on a copy of a project: tests that reach a changed line run, the fastest first, until one fails."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

import attrs
from coverage import CoverageData

from newsparse_bench.mutating import runner
from newsparse_bench.mutating.changes import Change, changes
from newsparse_bench.mutating.runner import SETUP

LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "_build", "build", "dist", "*.egg-info")
LEAST, TIMES = 20, 4
"""A change may take 20 seconds of the processor, and four times what its tests took before it."""


class BrokenTestsError(Exception):
    """Tests fail without any change; the message names them."""


@attrs.frozen
class Verdict:
    """What became of a change: what noticed it, or None where it survived.

    That is the test that failed, "time" if the tests did not end, or "mypy" if the change does not pass the type check.

    ``tests`` is how many tests reach the changed line.
    """

    change: Change
    tests: int
    killer: str | None


@attrs.frozen
class Reach:
    """Which tests run a line of a file, and how many seconds each takes."""

    lines: Mapping[PurePosixPath, Mapping[int, Sequence[str]]]
    seconds: Mapping[str, float]

    def tests(self, change: Change) -> list[str]:
        """The tests that run a line of the change, the fastest first.

        Where it also runs before a test: all tests that run anything of the file, and all in the file of that test,
        which may share what was prepared. Where it runs while the file is imported, or its results are kept for later
        tests: all tests, those first that run anything of the file.
        """
        lines = self.lines.get(change.path, {})
        first, last = change.lines
        names = {name for number in range(first, last + 1) for name in lines.get(number, ())}
        everywhere = change.cached or "" in names
        prepared = {_file(name) for name in names if name.endswith(SETUP)}
        if everywhere or prepared:
            near = self._near(change)
            beside = {name for name in self.seconds if everywhere or _file(name) in prepared}
            return self._sorted(near | beside, near)
        return self._sorted(names & self.seconds.keys(), names)

    def elsewhere(self, change: Change) -> list[str]:
        """All tests that run anything of the file, the fastest first: those that may run it in another process."""
        return self._sorted(self._near(change), self._near(change))

    def _near(self, change: Change) -> set[str]:
        """The tests that run anything of the file, also before they begin."""
        names = {name for found in self.lines.get(change.path, {}).values() for name in found}
        return {name.removesuffix(SETUP) for name in names} & self.seconds.keys()

    def _sorted(self, tests: Iterable[str], near: Collection[str]) -> list[str]:
        return sorted(tests, key=lambda name: (name not in near, self.seconds[name], name))


def _file(test: str) -> str:
    """The file of a test."""
    return test.partition("::")[0]


class Trial:
    """A copy of the project in the working directory, and a process that runs its tests."""

    def __init__(self, root: Path, copy: Path, options: Sequence[str] = (), *, types: bool = False) -> None:
        self.root, self.copy, self.options, self.types = root, copy / "project", list(options), types
        self.log, self.result = copy / "log.txt", copy / "result.json"
        shutil.copytree(root, self.copy, ignore=LEFT_OUT, symlinks=True)
        self._process: subprocess.Popen[str] | None = None
        self._warm: list[str] = []

    @contextmanager
    def running(self) -> Iterator[Trial]:
        """The process that runs tests lives meanwhile."""
        paths = self._paths()
        places = os.pathsep.join([*paths, os.environ.get("PYTHONPATH", "")])
        with subprocess.Popen(
            [sys.executable, runner.__file__],
            cwd=self.copy,
            env={**os.environ, "PYTHONPATH": places},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as self._process:
            yield self
            self._process.communicate()

    def reach(self, sources: Iterable[Path], tests: Sequence[str]) -> Reach:
        """Run all tests once without a change; raises ``BrokenTestsError`` if one fails, or the type check."""
        folders = [self._there(source) for source in sources]
        if self.types and (mistyped := self._mistyped(folders)):
            raise BrokenTestsError(mistyped)
        include = [str(place / "*") if place.is_dir() else str(place) for place in folders]
        traced = str(self.copy.parent / "coverage")
        asked = {"traced": traced, "include": include, "tests": list(tests), "paths": len(self._paths())}
        found = self._ask(asked)
        if found["code"] != 0:
            raise BrokenTestsError(" ".join(found["failed"]) or self.log.read_text("utf-8", "replace")[-2000:])
        self._warm = found["warm"]
        data = CoverageData(traced)
        data.read()
        lines = {
            PurePosixPath(Path(name).relative_to(self.copy).as_posix()): data.contexts_by_lineno(name)
            for name in data.measured_files()
        }
        return Reach(lines, found["seconds"])

    def tried(self, change: Change, reach: Reach) -> Verdict:
        """Make the change, run its tests, and take it back; where none is seen to reach it, those of the file."""
        reached, place = reach.tests(change), self.copy / change.path
        tests = reached or reach.elsewhere(change)
        source = place.read_bytes()
        place.write_bytes(change.applied(source))
        try:
            killer = self._failed(tests, reach) if tests else None
            if killer is None and self.types and self._mistyped([place]):
                killer = "mypy"
        finally:
            place.write_bytes(source)
            shutil.rmtree(self.copy / ".hypothesis", ignore_errors=True)
        return Verdict(change, len(reached), killer)

    def _failed(self, tests: Sequence[str], reach: Reach) -> str | None:
        """The first of the tests that fails, or "time"."""
        seconds = LEAST + int(TIMES * sum(reach.seconds[name] for name in tests))
        files = list(dict.fromkeys(map(_file, tests)))
        found = self._ask({"only": tests, "tests": files, "seconds": seconds, "warm": self._warm})
        return None if found["code"] == 0 else (found["failed"] or ["time"])[0]

    def _mistyped(self, places: Sequence[Path]) -> str:
        """What mypy, with the settings of the project, says against some files or folders."""
        cache = f"--cache-dir={self.copy.parent / 'types'}"
        command = [sys.executable, "-m", "mypy", cache, *map(str, places)]
        done = subprocess.run(command, cwd=self.copy, capture_output=True, text=True, check=False)
        return (done.stdout + done.stderr).strip() if done.returncode else ""

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        process = self._process
        assert process is not None and process.stdin is not None and process.stdout is not None  # noqa: PT018
        files = {"log": str(self.log), "result": str(self.result)}
        process.stdin.write(json.dumps({**request, **files, "options": self.options}) + "\n")
        process.stdin.flush()
        found: dict[str, Any] = json.loads(process.stdout.readline())
        return found

    def _paths(self) -> list[str]:
        """Where Python finds the parts of the project, in the copy."""
        found = (Path(place).resolve() for place in sys.path if place)
        return [str(self._there(place)) for place in found if place.is_relative_to(self.root) and place.is_dir()]

    def _there(self, place: Path) -> Path:
        return self.copy / place.resolve().relative_to(self.root)


def changes_of(source: Path, root: Path) -> list[Change]:
    """The changes to all modules below a folder, or to one module."""
    files = sorted(source.rglob("*.py")) if source.is_dir() else [source]
    return [
        change
        for file in files
        for change in changes(file.read_bytes(), PurePosixPath(file.resolve().relative_to(root).as_posix()))
    ]
