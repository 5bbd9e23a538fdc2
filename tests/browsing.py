"""A Chromium for tests of pages and for screenshots: the system's, or else the one that playwright has downloaded.

``python tests/browsing.py`` installs one where there is none: with apt-get for root, otherwise with playwright, into
the user's cache. Without a network it says so and succeeds: the tests that need a browser are then skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE_SECONDS = 600
APT = (["apt-get", "-qq", "update"], ["apt-get", "-qq", "-y", "install", "--no-install-recommends", "chromium"])
DOWNLOAD = [sys.executable, "-m", "playwright", "install", "chromium"]


class NoBrowserError(Exception):
    """No Chromium is installed, or the downloaded one lacks libraries of the system."""


def of_the_system() -> str | None:
    """The path of an installed Chromium or Chrome."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def browsing() -> Iterator[Browser]:
    """A running Chromium without a window; raises ``NoBrowserError`` where there is none."""
    from playwright.sync_api import Error, sync_playwright

    path = of_the_system()
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except Error as error:
            if path is not None:
                raise
            raise NoBrowserError("no Chromium is installed: make browser") from error
        try:
            yield started
        finally:
            started.close()


def install() -> bool:
    """Try to install a Chromium; whether there is one afterwards."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get") and all(map(ran, APT)) and of_the_system():
        return True
    return ran(DOWNLOAD)


def ran(command: list[str]) -> bool:
    """Whether a command succeeded in time."""
    try:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run(command, env=quiet, capture_output=True, timeout=PATIENCE_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    if of_the_system() is None and not install():
        print("No Chromium could be installed: the tests that need a browser are skipped.")
