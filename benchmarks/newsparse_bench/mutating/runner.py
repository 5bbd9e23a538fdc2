"""Runs tests of a copy of a project in forks of this process; a script that imports no part of the project.

Each line on standard input is a request, a JSON object; each line on standard output is what came of it. A fork has in
memory what tests need from elsewhere, imports the project as it is on the disk by then, and ends after its tests.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import coverage
import pytest

MEMORY = 8 << 30
"""Bytes that a fork may allocate: a change may make a loop that never ends."""
SETUP = " (setup)"
"""The end of the name under which is kept what runs before a test."""


class Chosen:
    """Runs the chosen tests in their order, notes how long each takes, and which one fails."""

    def __init__(self, only: list[str] | None, tracer: coverage.Coverage | None) -> None:
        self.only, self.tracer = only, tracer
        self.seconds: dict[str, float] = {}
        self.failed: list[str] = []

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the chosen tests, in the order in which they were chosen."""
        if self.only is not None:
            known = {item.nodeid: item for item in items}
            items[:] = [known[name] for name in self.only if name in known]

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Iterator[None]:
        """What runs from here on belongs to what prepares the test."""
        self._switch(item.nodeid + SETUP)
        return (yield)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        """What runs from here on belongs to the test."""
        self._switch(item.nodeid)
        return (yield)

    def _switch(self, name: str) -> None:
        if self.tracer is not None:
            self.tracer.switch_context(name)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the time, and a failure."""
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that cannot be imported is a failure."""
        if report.failed:
            self.failed.append(report.nodeid)


def run(request: dict[str, Any]) -> int:
    """The tests of a request, in this process; what came of them goes to the file that the request names."""
    tracer = None
    if request.get("traced"):
        tracer = coverage.Coverage(data_file=request["traced"], include=request["include"], config_file=False)
        tracer.start()
    chosen = Chosen(request.get("only"), tracer)
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", *(["-x"] if request.get("only") else [])]
    code = int(pytest.main([*options, *request["options"], *request["tests"]], plugins=[chosen]))
    found: dict[str, Any] = {"code": code, "failed": chosen.failed}
    if tracer is not None:
        tracer.stop()
        tracer.save()
        found["seconds"] = chosen.seconds
        places = tuple(sys.path[: request["paths"]])
        found["warm"] = sorted(name for name, module in sys.modules.items() if _elsewhere(module, places))
    Path(request["result"]).write_text(json.dumps(found), "utf-8")
    return code


def _elsewhere(module: object, places: tuple[str, ...]) -> bool:
    name, path = str(getattr(module, "__name__", "")), str(getattr(module, "__file__", ""))
    return "site-packages" in path and "." not in name and not path.startswith(places)


def forked(request: dict[str, Any]) -> dict[str, Any]:
    """The result of a request; ``code`` is None where the fork ended without one or was ended for its time."""
    result = Path(request["result"])
    result.unlink(missing_ok=True)
    begun = time.monotonic()
    child = os.fork()
    if not child:
        os.setsid()
        log = os.open(request["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1)
        os.dup2(log, 2)
        if seconds := request.get("seconds"):
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
            resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
            sys.dont_write_bytecode = True
        os._exit(run(request))
    ended = _wait(child, begun + request.get("seconds", 1e9) * 20)
    if not ended or not result.exists():
        return {"code": None, "failed": []}
    found: dict[str, Any] = json.loads(result.read_text("utf-8"))
    return found


def _wait(child: int, until: float) -> bool:
    """Whether the fork ended by itself; whatever it leaves behind is ended."""
    ended = False
    while not (ended := os.waitpid(child, os.WNOHANG)[0] != 0) and time.monotonic() < until:
        time.sleep(0.02)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    if not ended:
        os.waitpid(child, 0)
    return ended


def main() -> None:
    """Answer requests until there are none."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        request = json.loads(line)
        for name in request.get("warm", ()):
            try:
                importlib.import_module(name)
            except Exception as error:  # it is imported where it is needed, or not at all
                print(f"{name}: {error}", file=sys.stderr)
        answers.write(json.dumps(forked(request)) + "\n")
        answers.flush()


if __name__ == "__main__":
    sys.path[:] = [place for place in sys.path if place != str(Path(__file__).parent)]
    main()
