"""The API reference has every public name; the tables of README and comparison say what the page of figures says."""

from __future__ import annotations

import importlib.util
import inspect
import re
from pathlib import Path

import pytest

import newsparse

ROOT = Path(__file__).parents[2]
PACKAGES = {f"newsparse.{path.parent.name}": path for path in sorted((ROOT / "newsparse").glob("*/__init__.py"))}
INTERNAL = {
    "newsparse.backends": "reached by name, as plugins are",
    "newsparse.cli": "commands, which the page on the command line lists",
    "newsparse.comparison": "below newsparse_numbers.compare and newsparse.across",
    "newsparse.exchange": "a module for each format, which the how-to on exchange shows",
    "newsparse.hookspecs": "on the page on hooks",
    "newsparse.readers": "reached by name, as plugins are",
    "newsparse.wording": "below verification and linking",
    "newsparse.writers": "reached by name, as plugins are",
}
BLOCKS = re.findall(r"automodule:: (\S+)\n((?:   :.*\n)+)", (ROOT / "docs/reference/api.md").read_text("utf-8"))
OPTIONS = dict(BLOCKS)


def test_every_package_is_in_the_reference_or_internal():
    assert set(PACKAGES) - set(OPTIONS) == set(INTERNAL)


@pytest.mark.parametrize("name", sorted(OPTIONS))
def test_the_reference_has_all_names_of_a_module(name):
    module = importlib.import_module(name)
    assert ":members:" in OPTIONS[name]
    if hasattr(module, "__path__"):
        assert ":imported-members:" in OPTIONS[name]
        assert module.__all__
    left_out = re.search(r":exclude-members: (.*)", OPTIONS[name])
    elsewhere = set(left_out[1].split(", ")) if left_out else set()
    assert elsewhere <= ({"__version__"} if name == "newsparse" else set(newsparse.__all__))


@pytest.mark.parametrize("name", sorted(OPTIONS))
def test_every_public_class_and_function_says_what_it_is(name):
    module = importlib.import_module(name)
    offered = [getattr(module, item) for item in getattr(module, "__all__", ())]
    told = [item for item in offered if inspect.isclass(item) or inspect.isfunction(item)]
    assert [item.__name__ for item in told if not inspect.getdoc(item)] == []


def compared():
    """The program that fills the tables."""
    spec = importlib.util.spec_from_file_location("compared", ROOT / "docs/compared.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["README.md", "docs/explanation/comparison.md"])
def test_tables_of_figures_are_current(name):
    """If this fails, run ``python docs/compared.py``."""
    tool = compared()
    words = (ROOT / name).read_text("utf-8")
    assert ROOT / name in tool.PAGES
    assert tool.MARK.search(words)
    assert tool.filled(words, tool.read()) == words
