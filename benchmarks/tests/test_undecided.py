"""Conditions that decide nothing while tests run: which they are, and that looking for them changes no result."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from newsparse_bench.commands import bench

CODE = """
from __future__ import annotations


def first(items, low=None or 1):
    if not items or items[0] is None:
        return None
    return items[0] if items[0] > low and items[0] < 99 else low


def known(items):
    found = [item for item in items if item is not None and item.name if item.name]
    if found:
        return found[0].name
    else:
        return "nobody" or "x"


class Sized(list):
    LARGE = 3 and 4

    def large(self):
        return super().__len__() > self.LARGE or (size := len(self)) < 0 and size
"""
TESTS = """
from types import SimpleNamespace

from calc import Sized, first, known


def test_first():
    assert first([]) is None
    assert first([3]) == 3
    assert first([0]) == 1


def test_known():
    assert known([None, SimpleNamespace(name="Ada")]) == "Ada"


def test_large():
    assert Sized("abcde").large() and not Sized().large()
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "calc.py").write_text(CODE, "utf-8")
    (tmp_path / "test_calc.py").write_text(TESTS, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


def run(*arguments):
    result = CliRunner().invoke(bench, ["undecided", *arguments])
    assert result.exit_code == 0, result.output
    return result


def test_what_no_test_decides_is_listed_with_its_place(project):
    lines = run("calc.py", "--tests", "test_calc.py").stdout.splitlines()
    assert lines == [
        "calc.py:6 first [or] items[0] is None",
        "calc.py:8 first [and] items[0] < 99",
        "calc.py:12 known [and] item.name",
        "calc.py:12 known [filter] item.name",
        "calc.py:13 known [else] found",
        "calc.py:16 known [or] 'nobody'",
        "calc.py:16 known [or] 'x'",
        "7 of 14 conditions decide nothing (50%)",
    ]


def test_what_later_conditions_raise_is_told(project):
    told = run("calc.py", "--tests", "test_calc.py").stderr
    assert "conditions that keep a later one from raising: AttributeError 1, IndexError 1\n" in told


def test_a_failing_test_is_told(project):
    (project / "test_calc.py").write_text(TESTS + "\n\ndef test_none():\n    assert first([None]) == 1\n", "utf-8")
    result = run("calc.py", "--tests", "test_calc.py")
    assert "some tests failed" in result.stderr
    assert "items[0] is None" not in result.stdout


def test_options_for_pytest_choose_the_tests(project):
    found = run(".", "--tests", "test_calc.py", "--pytest=-k", "--pytest=known").stdout
    assert "calc.py:6 first [or] not items" in found
    assert "item is not None" not in found
