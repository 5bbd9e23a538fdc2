"""Every example runs, and prints what its first lines say."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from textwrap import dedent

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))
NEEDS = {"labeller.py": "newsparse_bench", "service.py": "fastapi"}
pytestmark = pytest.mark.skipif(find_spec("newsparse_english") is None, reason="newsparse-english is not installed")


def promised(script: Path) -> str:
    """The output in the docstring: the indented lines after "prints::"."""
    words = ast.get_docstring(ast.parse(script.read_text("utf-8")))
    return dedent(re.search(r"prints::\n\n((?:    .*\n?)+)", words)[1]).strip()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_an_example_prints_what_it_says(script, tmp_path):
    needed = NEEDS.get(script.name)
    if needed and find_spec(needed) is None:
        pytest.skip(f"{needed} is not installed")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    told = subprocess.run(
        [sys.executable, script],
        cwd=tmp_path,
        env={**os.environ, "PATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert told.stdout.strip() == promised(script)


def test_every_script_is_listed():
    listed = re.findall(r"^\| `(\w+\.py)`", (EXAMPLES / "README.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == [script.name for script in SCRIPTS]
