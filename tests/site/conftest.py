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


def long_story():
    """An article a month, each of another outlet: a minister, a port, a sailor without a name, and three figures."""
    for number in range(101):
        name, port, sailor = f"Ida Marsh-{number:03}", f"Port of Orla {number:03}", f"a sailor of crew {number:03}"
        reason = f"fear of captain {number:03}"
        text = (
            f"“We will pay,” said Ana Ruiz beside {name}.\n“We are shut,” said the {port}.\n"
            f"“We sail,” said {sailor}, for {reason}.\n“I wait,” said {name}.\n"
            f"{number + 1} boats sank, {number + 2} boats came and {number + 3} boats left."
        )
        yield article(
            text,
            title=f"Day {number:03} in the harbour of Orla",
            outlet=f"Kell Times {number:03}",
            published=f"{2010 + number // 12}-{number % 12 + 1:02}-05",
            entities=[("Ana Ruiz", "Person", None), (name, "Person", None), (port, "Organization", None)],
            quotes=[
                ("We will pay,", RUIZ),
                ("We are shut,", {"name": port, "words": port, "kind": "organisation"}),
                ("We sail,", {"name": sailor, "words": sailor, "kind": "unnamed", "anonymity": reason}),
                ("I wait,", person(name)),
            ],
            figures=[(f"{number + more} boats", count(number + more), "boats", None) for more in (1, 2, 3)],
        )


@pytest.fixture(scope="session")
def long_lists(tmp_path_factory):
    """A database with more of everything than one page shows; it needs no model."""
    path = tmp_path_factory.mktemp("long") / "news.db"
    index(long_story(), path)
    return path


@pytest.fixture(scope="session")
def stories(tmp_path_factory):
    """A database of the stories alone, which needs no model, with a table of the user's own."""
    path = tmp_path_factory.mktemp("stories") / "news.db"
    index(STORIES, path)
    (path.parent / "people.csv").write_text("name,party,seat\nTomas Varga,Greens,Kell\n", "utf-8")
    attach(path, path.parent / "people.csv")
    return path


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
