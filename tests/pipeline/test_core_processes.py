"""Worker processes: what they cannot be given is refused at once, and what fails in one is raised here."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

import newsparse
from newsparse.errors import ExtractionError, PluginBuildError
from tests.pipeline.giving import extractor, host

HERE = str(Path(__file__).parent)


@pytest.mark.parametrize("name", ["plug", "not_there.plugin", "made_here"])
def test_a_plugin_that_other_processes_cannot_import_is_refused(name, monkeypatch):
    monkeypatch.setitem(sys.modules, "made_here", ModuleType("made_here"))
    made = newsparse.load("en", host=host(extractor(), name=name))
    with pytest.raises(PluginBuildError, match=f"cannot import the plugin module '{name}'.*workers=0"):
        next(made.pipe(["Ada said no."], workers=1))


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
