"""The tutorial: its labels are sound once corrected, and its plugin scores what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsparse.errors import SchemaError
from newsparse.model import Document
from newsparse_bench.markup import parse
from newsparse_bench.scoring import measured
from newsparse_bench.validate import problems

PAGE = (Path(__file__).parents[2] / "docs/tutorial/label-and-measure.md").read_text("utf-8")
NAMES = ("one", "two", "three")


def block(before):
    return re.search(re.escape(before) + r"\n\n```\w+\n(.*?)```", PAGE, re.DOTALL)[1]


def articles():
    given = {name: block(f"`labelled/{name}.txt`:") for name in NAMES}
    head, _, body = given["three"].partition("---\n")
    given["three"] = head + "---\n" + block("reads:") + body.partition("\n")[2]
    return [parse(words, name=name) for name, words in given.items()]


def score(code):
    namespace = {}
    exec(compile(code, "marks.py", "exec"), namespace)
    documents = articles()
    bare = [Document(text=d.text, id=d.id) for d in documents]
    guesses = [d.with_layer("quotes", list(namespace["Marks"]().extract(d))) for d in bare]
    return measured(documents, [(guess, "") for guess in guesses], ["quotes"]).figures["quotes: content strict"]


def test_the_third_article_is_refused_until_it_is_corrected():
    with pytest.raises(SchemaError, match="'1'"):
        parse(block("`labelled/three.txt`:"), name="three")
    assert [list(problems(document)) for document in articles()] == [[], [], []]


def test_the_plugin_scores_what_the_page_says_before_and_after():
    code = block("`marks.py`:")
    found = score(code)
    shown = " ".join(f"{100 * value:.1f}" for value in (found.f1, found.low, found.high))
    assert "| quotes: content strict | {} ({}–{}) |".format(*shown.split()) in PAGE
    place = "            span = Span(*match.span(1))\n"
    better = score(code.replace(place, block("with a condition:") + place))
    assert f"has risen to {100 * better.f1:.1f}" in PAGE
