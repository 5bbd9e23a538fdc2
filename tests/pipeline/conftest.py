"""What tests of pipelines share."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsparse

HERE = str(Path(__file__).parent)


@pytest.fixture
def load(monkeypatch):
    """Loads the extractors "obeying" and "naming" of this folder's plugin."""
    monkeypatch.syspath_prepend(HERE)
    monkeypatch.setenv("PYTHONPATH", HERE)

    def made(*extractors, **options):
        names = extractors or ("obeying", "naming")
        return newsparse.load("en", host=newsparse.Host.of("obeying"), extractors=names, **options)

    return made
