"""What tests of several folders share."""

from __future__ import annotations

import pytest

import newsparse
from tests.browsing import NoBrowserError, browsing


@pytest.fixture(scope="session")
def english():
    """The English pipeline with all shipped extractors, loaded once."""
    return newsparse.load("en")


@pytest.fixture(scope="session")
def told_database(tmp_path_factory):
    """A database of articles that tell one story, for tests that only read it."""
    from newsparse.corpus import index
    from tests.corpus.told import told

    path = tmp_path_factory.mktemp("told") / "news.db"
    index(told(), path)
    return path


@pytest.fixture(scope="module")
def browser():
    """A Chromium without a window. Tests that ask for it are skipped where none is installed."""
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    try:
        with browsing() as started:
            yield started
    except NoBrowserError as error:
        pytest.skip(str(error))
