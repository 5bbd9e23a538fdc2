"""What a killed run leaves of its output goes with the next run to the same place; what others write stays."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.fixture
def ended():
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.mark.skipif(os.name != "posix", reason="Windows does not say whether a process runs")
def test_the_next_run_removes_what_a_killed_one_left(parse, files, tmp_path, ended):
    names = {
        f".out.jsonl.newsparse-{ended}-ab12_xyz": False,
        f".out.jsonl.newsparse-{os.getppid()}-ab12_xyz": True,
        f".other.jsonl.newsparse-{ended}-ab12_xyz": True,
        f".out.jsonl.newsparse-{ended}-notes": True,
        ".out.jsonl.original": True,
    }
    for name in names:
        (tmp_path / name).write_text("left", "utf-8")
    assert parse(*files, "-o", tmp_path / "out.jsonl").exit_code == 0
    assert {name: (tmp_path / name).exists() for name in names} == names
    assert (tmp_path / "out.jsonl").read_text("utf-8").count("\n") == len(files)


@pytest.mark.skipif(os.name != "posix", reason="Windows does not say whether a process runs")
def test_a_folder_that_a_killed_run_left_goes_too(parse, files, tmp_path, ended):
    left = tmp_path / "tables" / f".newsparse-{ended}-ab12_xyz"
    left.mkdir(parents=True)
    (left / "quotes.csv").write_text("left", "utf-8")
    assert parse(*files, "-o", tmp_path / "tables", "--format", "csv").exit_code == 0
    assert not [path.name for path in (tmp_path / "tables").iterdir() if path.name.startswith(".")]
