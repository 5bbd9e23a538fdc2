"""What tests of several folders share."""

from __future__ import annotations

import pytest

import newsparse
from tests.browsing import NoBrowserError, browsing


@pytest.fixture(scope="session")
def english():
    """The English pipeline with all shipped extractors, loaded once."""
    return newsparse.load("en")


@pytest.fixture(scope="module")
def browser():
    """A Chromium without a window. Tests that ask for it are skipped where none is installed."""
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    try:
        with browsing() as started:
            yield started
    except NoBrowserError as error:
        pytest.skip(str(error))
