"""The stories as a corpus on a site."""

from __future__ import annotations

import contextlib

import pytest

from newsparse.corpus import alike, drafts, index, opened
from newsparse.corpus.attributes import attach
from newsparse.model import Document, Meta
from newsparse.verification import verify
from tests.corpus.stories import RUIZ, STORIES, article, count, person
from tests.corpus.told import told

HOSTILE = (
    "<script>alert(1)</script><img src=https://evil.example/x onerror=alert(2)><b onmouseover=alert(3)>"
    "\u202eb\x00\x1b[2J"
)
"""Words that would run, load or turn around, where they are not shown as words."""


def hostile():
    """An article of which every field is hostile."""
    text = f"“Buy {HOSTILE} now,” said Eve {HOSTILE}."
    name = f"Eve {HOSTILE}"
    story = article(
        text,
        title=HOSTILE,
        outlet=f"{HOSTILE} Post",
        author=HOSTILE,
        published="2024-06-01",
        url="javascript:alert(4)",
        entities=[(name, "Person", None)],
        quotes=[(f"Buy {HOSTILE} now,", person(name))],
    )
    return story, Document(text="'", meta=Meta(title="=cmd()", outlet="' OR 1=1 --", published="2024-06-02"))


def altered():
    """Two articles that tell the same hostile words, one of them with other ones."""
    name = f"Eve {HOSTILE}"
    for number, word in enumerate(["doors", "gates"], 1):
        said = f"The mayor opened {number} {word} of the mill and <b onmouseover=alert(5)>the whole valley came</b>"
        said = said.replace(str(number), "both")
        text = f"“{said},” said {name} in Orla."
        yield article(
            text,
            title=f"{HOSTILE} {number}",
            outlet=f"{HOSTILE} Post",
            published=f"2024-06-0{number}",
            entities=[(name, "Person", None)],
            quotes=[(f"{said},", person(name))],
        )


def drafted():
    """A draft of which the sources support one quotation and not the other, nor the toll, and a hostile one."""
    told = "A ferry sank off Orla, and 13 people were killed."
    text = f"“We will not cut pensions,” said Ana Ruiz.\n“All is lost in Orla.”\n{told}"
    quotes = [("We will not cut pensions,", RUIZ), ("All is lost in Orla.", None)]
    yield article(text, title="A week in March", quotes=quotes, figures=[("13", count(13), "people", None)])
    words = f"Buy {HOSTILE} now,"
    yield article(f"“{words}” said Eve.", title=HOSTILE, path=HOSTILE, quotes=[(words, None)])


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    """The path of the database."""
    path = tmp_path_factory.mktemp("site") / "news.db"
    index([*STORIES, *hostile(), *told(), *altered()], path)
    (path.parent / "people.csv").write_text("name,party\nTomas Varga,<i>Greens</i>\n", "utf-8")
    attach(path, path.parent / "people.csv")
    for draft in drafted():
        with contextlib.closing(opened(path)) as database:
            found = verify(draft, [], archive=alike(database, draft))
        drafts.store(path, found)
    return path
