"""What a release needs besides code: a citation with its version, fragments of the changelog that towncrier knows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

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
