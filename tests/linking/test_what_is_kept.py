"""What is kept of an article so that it can be compared: each folder of ``kept`` shows another part of it.

A block of a file is a text, ``¶`` for the end of a paragraph, and all that is kept of it, as ``plainly`` says it. For
``pairs`` it is what speaks for it that the figures of two articles are about one thing, for ``stories`` what articles
have in common; ``|`` stands between articles, a day after one another, or so many days after the first: ``@20``.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest

import newsparse
from newsparse.linking import across, keeping
from newsparse.linking.figures import article
from newsparse.model import Document, Meta
from tests.linking import plainly

pytestmark = pytest.mark.int8

BETWEEN = " | "
FIRST = date(2026, 3, 2)
LATER = re.compile(r"@(\d+) ")


def blocks(path):
    """The text of each block with the lines behind it."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line)
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


def read(english, text, number=0):
    """The text as an article."""
    later = LATER.match(text)
    day = FIRST + timedelta(days=int(later[1]) if later else number)
    meta = Meta(published=day.isoformat(), outlet=f"Paper {number}", language="en")
    return english(Document(text=LATER.sub("", text).replace("¶", "\n\n"), id=f"a{number}", meta=meta))


def figures(english, text):
    """The figures of an article."""
    return map(plainly.figure, article(read(english, text)).figures)


def claims(english, text):
    """The claims of an article, what they say, and the replies to them."""
    found = keeping.kept(read(english, text)).statements
    for item in found.claims:
        yield plainly.claim(item)
        yield from plainly.meaning(item)
    for item in found.answers:
        yield plainly.answer(item, found.claims)
        yield from plainly.meaning(item)


def sayings(english, text):
    """What an article says that somebody said."""
    return map(plainly.saying, keeping.kept(read(english, text)).sayings.sayings)


def profiles(english, text):
    """Who and what an article names."""
    return map(plainly.profile, keeping.kept(read(english, text)).profiles)


def pairs(english, text):
    """What speaks for it that figures of two articles, or of one, are about the same."""
    first, *others = [article(read(english, part, place)).figures for place, part in enumerate(text.split(BETWEEN))]
    for one, other in product(first, *others or [first]):
        if others or one.order < other.order:
            yield plainly.pair(one, other, 0.3)


def stories(english, text):
    """What articles have in common: people, figures and quotations, and what is done to claims."""
    found = across(read(english, part, place) for place, part in enumerate(text.split(BETWEEN)))
    several = [item for item in found.groups if len(item.documents) > 1]
    yield from map(plainly.group, several)
    yield from map(plainly.same_figures, found.figures)
    yield from map(plainly.same_quote, found.quotes)
    yield from (plainly.status(item) for item in found.statuses if item.effects)
    yield from (f"    copies {' '.join(item.documents)}" for item in found.copies)


KINDS = {
    "figures": figures,
    "claims": claims,
    "sayings": sayings,
    "profiles": profiles,
    "pairs": pairs,
    "stories": stories,
}
"""What is told of the texts of each file."""


def cases():
    """Each block of all files."""
    for path in sorted(Path(__file__).with_name("kept").glob("*.txt")):
        for text, lines in blocks(path):
            yield pytest.param(KINDS[path.stem], text, lines, id=f"{path.stem}: {text}")


def again(english, path):
    """The file with what is kept now; run as a program, this module writes them all, for the difference to be read."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("    "):
            told = KINDS[path.stem](english, line) if line and not line.startswith("#") else ()
            found += [line, *told]
    return "".join(f"{line}\n" for line in found)


@pytest.mark.parametrize(("told", "text", "lines"), list(cases()))
def test_what_is_kept_of_an_article(english, told, text, lines):
    assert list(told(english, text)) == lines


if __name__ == "__main__":
    pipeline = newsparse.load("en")
    for file in sorted(Path(__file__).with_name("kept").glob("*.txt")):
        file.write_text(again(pipeline, file), "utf-8")
