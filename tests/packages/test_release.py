"""What a release needs besides code: a citation with its version, fragments of the changelog that towncrier knows."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

from newsparse import __version__

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]


def test_the_citation_has_the_version():
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_fragments_of_the_changelog_have_a_type_and_words():
    types = "|".join(item["directory"] for item in SETTINGS["type"])
    fragments = [path for path in (ROOT / SETTINGS["directory"]).iterdir() if path.name != "README.md"]
    assert [path.name for path in fragments if not re.fullmatch(rf"\+[\w-]+\.({types})\.md", path.name)] == []
    assert [path.name for path in fragments if not path.read_text("utf-8").strip()] == []


def test_the_changelog_has_a_place_for_new_releases():
    assert SETTINGS["start_string"] in (ROOT / SETTINGS["filename"]).read_text("utf-8")


def test_workflows_only_call_make():
    for path in (ROOT / ".github/workflows").iterdir():
        commands = re.findall(r"^ *- run: (.*)$", path.read_text("utf-8"), re.MULTILINE)
        assert commands
        assert [command for command in commands if not command.startswith("make ")] == []


def test_a_name_that_is_gone_or_called_otherwise_breaks_what_the_reference_promises(tmp_path):
    griffe = pytest.importorskip("griffe", reason="griffe is not installed")
    spec = importlib.util.spec_from_file_location("names", ROOT / "release/names.py")
    names = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(names)

    def loaded(version, offered, inside):
        package = tmp_path / version / "press"
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(f"from press.inside import {offered}\n__all__ = {offered.split(', ')}\n")
        (package / "inside.py").write_text(inside)
        return griffe.load("press", search_paths=[package.parent])

    before = loaded("1", "read, write", "def read(path): ...\ndef write(path): ...\ndef helper(a): ...\n")
    now = loaded("2", "read", "def read(path, mode): ...\ndef write(path): ...\n")
    gone, changed = names.breaks(before, now, ["press"])
    assert gone == "press.write is no longer offered"
    assert "read(mode)" in changed
    assert list(names.breaks(before, before, ["press"])) == []
