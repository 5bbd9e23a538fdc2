"""Takes the screenshots of the docs: ``python docs/screenshots.py``, with Chromium, playwright and the extra site."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
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
ARTICLES: Mapping[str, tuple[str, Sequence[str]]] = {
    "harbour": ("Nobody lied", ("article", "article-phone", "article-dark", "article-print")),
    "live-blog": ("Close the market by", ("live-blog",)),
    "court": ("never look at these", ("court-dark",)),
    "interview": ("should have known", ("interview",)),
}
"""Examples, the words in them that are clicked on, and the pictures."""
FINDINGS: Pictures = {
    "/findings/figures": ("findings",),
    "/findings/quotes": ("tellings",),
    "/drafts/1": ("drafts",),
}
DRAFT = """Fire at the Holm mill: what we know

The fire at the Holm mill killed 15 people on Monday, police said.

“Nobody leaves the valley before the gates of the mill are open,” said Ada Brook, head of the Holm Dock Union. “They \
were told three times,” she added.

The mill in Holm is 240 metres long."""
"""What is verified against the articles of the findings."""
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
        take_articles(browser, Path(folder, "article.html"))
        take_site(browser, Path(folder, "news.db"), STORIES, PICTURES)
        take_site(browser, Path(folder, "told.db"), told(), FINDINGS, draft=DRAFT)


def take_articles(browser: Browser, place: Path) -> None:
    """The pages of articles, each with a claim open."""
    import newsparse

    nlp = newsparse.load("en")
    for article, (words, pictures) in ARTICLES.items():
        document = next(nlp.pipe(newsparse.read(f"examples/{article}.txt")))
        place.write_text(newsparse.render(document), "utf-8")
        for name in pictures:
            with opened(browser, place.as_uri(), name) as page:
                if not name.endswith("-phone"):  # where a click leads to the claims, below the text
                    page.locator(".hl.quote", has_text=words).click()
                page.screenshot(path=IMAGES / f"{name}.png")


def take_site(browser: Browser, place: Path, articles: Iterable[Document], pictures: Pictures, draft: str = "") -> None:
    """Pages of the site, with some articles in it, and a draft that was verified against them."""
    from newsparse.corpus import index
    from newsparse.site import application
    from newsparse.site.serving import listening

    index(articles, place)
    if draft:
        keep(draft, place)
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


def keep(text: str, place: Path) -> None:
    """Verify a draft against a corpus, and keep the findings there."""
    import newsparse
    from newsparse import corpus

    draft = newsparse.load("en")(Document(text=text, meta=newsparse.model.Meta(path="draft.txt")))
    with closing(corpus.opened(place)) as database:
        checked = newsparse.verify(draft, [], archive=corpus.alike(database, draft))
    corpus.drafts.store(place, checked)


@contextmanager
def opened(browser: Browser, address: str, name: str) -> Iterator[Page]:
    """A page in the look that the picture's name ends with."""
    look = next((look for look in LOOKS if look and name.endswith(f"-{look}")), "")
    context = browser.new_context(**LOOKS[look])
    page = context.new_page()
    if look == "print":
        page.emulate_media(media="print")
    page.goto(address)
    yield page
    context.close()


if __name__ == "__main__":
    main()
