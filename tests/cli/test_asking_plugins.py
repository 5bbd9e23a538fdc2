"""What plugins are asked for: a run asks for what it needs, and a fault in anything else is not its own."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from newsparse.cli import main
from newsparse.corpus import index
from tests.corpus.stories import STORIES

PLUGIN = """
import newsparse
from newsparse.specs import ExtractorSpec


class Nothing:
    def extract(self, document):
        return []


@newsparse.hookimpl
def newsparse_extractors():
    layers = {"said": "quotes", "counted": "numbers", "named": "mentions"}
    return [ExtractorSpec(name=name, summary=".", make=Nothing, provides=(layers[name],)) for name in layers]


@newsparse.hookimpl
def newsparse_commands():
    raise RuntimeError("no tide today")
"""


@pytest.fixture
def place(monkeypatch, tmp_path):
    """A folder with an article and a database, beside a plugin whose commands cannot be had."""
    info = tmp_path / "tides-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: tides\nVersion: 1.2\n")
    (info / "entry_points.txt").write_text("[newsparse]\ntides = tides_of_kell\n")
    (tmp_path / "tides_of_kell.py").write_text(PLUGIN)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("NEWSPARSE_LOAD_PLUGINS", "tides")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("newsparse.site.serving.serve", lambda *_: None)
    (tmp_path / "a.txt").write_text("Ada said no.", "utf-8")
    index(STORIES[:1], tmp_path / "news.db")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse", "a.txt"],
        ["index", "a.txt", "-o", "news.db"],
        ["serve", "news.db", "--no-open"],
        ["findings", "news.db"],
        ["verify", "a.txt", "--against", "a.txt"],
        ["view", "a.txt", "-o", "a.html"],
        ["rules"],
        ["models"],
    ],
)
def test_a_fault_in_commands_that_nobody_asked_for_is_not_told(place, arguments):
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [["plugins"], ["--help"], ["tide"]])
def test_a_fault_in_commands_is_told_where_commands_are_asked_for(place, arguments):
    result = run(*arguments)
    assert "no tide today" in result.stderr
    assert result.exit_code == {"plugins": 1, "--help": 0, "tide": 2}[arguments[0]]


@pytest.mark.parametrize(
    ("options", "layers"),
    [
        ([], {"quotes", "numbers", "mentions"}),
        (["--exclude", "said"], {"numbers", "mentions"}),
        (["--exclude", "said", "--exclude", "counted"], {"mentions"}),
        (["--extractor", "said"], {"quotes"}),
        (["--extractor", "said", "--extractor", "counted"], {"quotes", "numbers"}),
    ],
)
def test_extractors_are_chosen_and_left_out_by_name_each_as_often_as_it_is_wanted(place, options, layers):
    document = json.loads(run("parse", "a.txt", "--format", "jsonl", *options).stdout)
    assert set(document["layers"]) == layers
