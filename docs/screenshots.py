"""Takes the screenshots of the docs: ``python docs/screenshots.py``, with Chromium, playwright and the extra site."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, Page

from newsparse.model import Document

DOCS = Path(__file__).parent
ROOT = DOCS.parent
IMAGES = DOCS / "images"
Pictures = Mapping[str, tuple[str, ...]]
PICTURES: Pictures = {
    "/figures?topic=Deaths": ("figures", "figures-phone", "figures-print"),
    "/sources": ("sources", "sources-dark"),
}
FINDINGS: Pictures = {"/findings/figures": ("findings",), "/findings/quotes": ("tellings",)}
WIDE, PHONE = {"width": 1180, "height": 760}, {"width": 390, "height": 760}
PAPER = {"width": 794, "height": 1000}
"""A4 at 96 pixels an inch, less its last fifth."""
LOOKS: dict[str, dict[str, Any]] = {
    "": {"viewport": WIDE},
    "phone": {"viewport": PHONE, "has_touch": True},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "print": {"viewport": PAPER},
}


def main() -> None:
    """Parse an example for the view, index the stories of the tests for the site, and take a picture of each page."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    from tests.browsing import browsing
    from tests.corpus.stories import STORIES
    from tests.corpus.told import told

    IMAGES.mkdir(exist_ok=True)
    with browsing() as browser, tempfile.TemporaryDirectory() as folder:
        take_article(browser, Path(folder, "article.html"))
        take_site(browser, Path(folder, "news.db"), STORIES, PICTURES)
        take_site(browser, Path(folder, "told.db"), told(), FINDINGS)


def take_article(browser: Browser, place: Path) -> None:
    """The page of one article, with its first claim open."""
    import newsparse

    nlp = newsparse.load("en")
    document = next(nlp.pipe(newsparse.read("examples/harbour.txt")))
    place.write_text(newsparse.render(document), "utf-8")
    for name in ("article", "article-phone", "article-dark", "article-print"):
        with opened(browser, place.as_uri(), name) as page:
            page.locator(".card.quote summary").first.click()
            page.screenshot(path=IMAGES / f"{name}.png")


def take_site(browser: Browser, place: Path, articles: Iterable[Document], pictures: Pictures) -> None:
    """Pages of the site, with some articles in it."""
    from newsparse.corpus import index
    from newsparse.site import application
    from newsparse.site.serving import listening

    index(articles, place)
    socket = listening(None)
    server = uvicorn.Server(uvicorn.Config(application(place), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    for path, names in pictures.items():
        for name in names:
            with opened(browser, f"http://127.0.0.1:{socket.getsockname()[1]}{path}", name) as page:
                page.screenshot(path=IMAGES / f"{name}.png")
    server.should_exit = True
    thread.join()


@contextmanager
def opened(browser: Browser, address: str, name: str) -> Iterator[Page]:
    """A page in the look that the picture's name ends with."""
    look = name.partition("-")[2]
    context = browser.new_context(**LOOKS[look])
    page = context.new_page()
    if look == "print":
        page.emulate_media(media="print")
    page.goto(address)
    yield page
    context.close()


if __name__ == "__main__":
    main()
