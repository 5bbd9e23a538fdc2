"""``newsparse parse`` with newsparse itself and one plugin made by the test, and three articles to run it on."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import newsparse
from newsparse.cli import main
from newsparse.model import Mention, Span
from newsparse.specs import ExtractorSpec


def names(document):
    return [Mention.make(document.text, Span(0, 3), label="Person")] if document.text else []


def make_names():
    return SimpleNamespace(extract=names)


@pytest.fixture
def parse(monkeypatch):
    """Runs ``newsparse parse`` with newsparse itself and one plugin that offers these."""

    def run(*arguments, extractors=None, readers=(), writers=(), backends=(), stdin=None):
        named = [ExtractorSpec(name="names", summary=".", make=make_names, provides=("mentions",))]
        given = {"extractors": extractors or named, "readers": readers, "writers": writers, "backends": backends}
        hooks = {f"newsparse_{name}": newsparse.hookimpl(lambda specs=specs: specs) for name, specs in given.items()}
        found = newsparse.Host.of("newsparse.builtin", SimpleNamespace(**hooks))
        monkeypatch.setattr(newsparse.Host, "discover", lambda: found)
        return CliRunner().invoke(main, ["parse", *map(str, arguments)], input=stdin)

    return run


@pytest.fixture
def files(tmp_path):
    """Three articles: "Ada said no. a", and so on."""
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    for path in paths:
        path.write_text(f"Ada said no. {path.stem}", "utf-8")
    return paths
