"""Worker processes: what they cannot be given is refused at once, and what fails in one is raised here."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

import newsparse
from newsparse.errors import ExtractionError, PluginBuildError
from newsparse.specs import ExtractorSpec

HERE = str(Path(__file__).parent)


def test_a_plugin_that_other_processes_cannot_import_is_refused():
    silent = SimpleNamespace(extract=lambda document: [])
    spec = ExtractorSpec(name="silent", summary=".", make=lambda: silent, provides=("mentions",))
    plugin = SimpleNamespace(newsparse_extractors=newsparse.hookimpl(lambda: [spec]))
    with pytest.raises(PluginBuildError, match="cannot import the plugin module 'SimpleNamespace'.*workers=0"):
        next(newsparse.load("en", host=newsparse.Host.of(plugin)).pipe(["Ada said no."], workers=1))


def test_settings_that_do_not_pickle_are_refused(monkeypatch):
    monkeypatch.syspath_prepend(HERE)
    nlp = newsparse.load("en", host=newsparse.Host.of("shouting"), on_failure=lambda failure, error: None)
    with pytest.raises(PluginBuildError, match="do not pickle"):
        next(nlp.pipe(["Ada said no."], workers=1))


def test_failures_are_raised_across_processes(monkeypatch):
    monkeypatch.syspath_prepend(HERE)
    monkeypatch.setenv("PYTHONPATH", HERE)
    nlp = newsparse.load("en", host=newsparse.Host.of("shouting"), on_failure="raise")
    results = nlp.pipe(["ADA left.", "RAISE it", "Rain fell."], batch_size=1, workers=2)
    assert next(results).mentions[0].text == "ADA"
    with pytest.raises(ExtractionError, match="shouting raised ZeroDivisionError: shouted at"):
        next(results)
