"""Takes the screenshots of the docs: ``python docs/screenshots.py``, with Chromium, playwright and the extra site."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

DOCS = Path(__file__).parent
ROOT = DOCS.parent
IMAGES = DOCS / "images"
PICTURES = {"figures": "/figures?topic=Deaths", "sources": "/sources"}
SIZE = {"width": 1180, "height": 760}


def main() -> None:
    """Parse an example for the view, index the stories of the tests for the site, and take a picture of each page."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        with tempfile.TemporaryDirectory() as folder:
            take_article(browser, Path(folder, "article.html"))
            take_site(browser, Path(folder, "news.db"))
        browser.close()


def take_article(browser: Browser, place: Path) -> None:
    """The page of one article, with its first claim open."""
    import newsparse

    nlp = newsparse.load("en")
    document = next(nlp.pipe(newsparse.read("examples/live-blog.txt")))
    place.write_text(newsparse.render(document), "utf-8")
    page = browser.new_page(viewport=SIZE)
    page.goto(place.as_uri())
    page.locator(".card.quote summary").first.click()
    page.screenshot(path=IMAGES / "article.png")
    page.close()


def take_site(browser: Browser, place: Path) -> None:
    """Pages of the site."""
    from newsparse.corpus import index
    from newsparse.site import application
    from newsparse.site.serving import listening
    from tests.corpus.stories import STORIES

    index(STORIES, place)
    socket = listening(None)
    server = uvicorn.Server(uvicorn.Config(application(place), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    for name, path in PICTURES.items():
        page = browser.new_page(viewport=SIZE)
        page.goto(f"http://127.0.0.1:{socket.getsockname()[1]}{path}")
        page.screenshot(path=IMAGES / f"{name}.png")
        page.close()
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    main()
