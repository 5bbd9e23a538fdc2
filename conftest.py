"""Sets up all tests: no deadlines, the same drawn values in each run.

Examples of README and docs run too, Python blocks in order, a namespace a page.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings
from sybil import Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.markdown import CodeBlockParser, SkipParser

from newsparse_english.precisions import choose

ROOT = Path(__file__).parent

# Benchmarks measure time; a test that is slow on a busy machine has not failed.
# A change is judged by what it changes: each run draws the same values. `make properties` draws new ones.
settings.register_profile("newsparse", deadline=None, derandomize=True)
settings.register_profile("new", deadline=None)
settings.load_profile("newsparse")


def pytest_configure(config: pytest.Config) -> None:
    """Tests of one file run in one process (``-n 2``): the examples on a page build on one another."""
    if getattr(config.option, "dist", "no") == "load":
        config.option.dist = "loadfile"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Texts that were read with int8 are not tested where the model runs in float32, which reads a few otherwise."""
    exact = [item for item in items if item.get_closest_marker("int8")]
    if exact and choose().precision == "float32":
        for item in exact:
            item.add_marker(pytest.mark.skip(reason="its texts were read with int8; the model runs in float32 here"))


def setup(namespace: dict[str, object]) -> None:
    """Examples find the example article wherever tests are run, and can ask whether a library is installed."""
    namespace["has"] = lambda name: find_spec(name) is not None
    namespace["ARTICLE"] = str(ROOT / "examples" / "harbour.txt")


pytest_collect_file = Sybil(
    parsers=[CodeBlockParser(language="python", evaluator=PythonEvaluator()), SkipParser()],
    patterns=["README.md", "docs/**/*.md", "docs/*.md"],
    excludes=["docs/tutorial/write-a-plugin.md", "docs/_build/**"],
    setup=setup,
    path=str(ROOT),
).pytest()
