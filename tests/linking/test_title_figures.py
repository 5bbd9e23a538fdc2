"""Figures of the title count as those of the headline, whether the text has it or not, and once where it does."""

from __future__ import annotations

import contextlib

import pytest

import newsparse
from newsparse.corpus import articles, findings, index, opened
from newsparse.corpus.findings import FIGURES
from newsparse.corpus.overview import counts
from newsparse.corpus.search import Found, Search
from newsparse.linking import across
from newsparse.linking.figures import dumps, loads
from newsparse.linking.tables import figure_links
from newsparse.model import Document, Meta

BODY = "A fire at the Orla mill killed 12 people on Monday. Police said that 30 were injured."
TITLE = "Fire at Orla mill kills 17"


def article(title=TITLE, text=BODY):
    return Document(text=text, id="fire", meta=Meta(title=title, outlet="North Wire", published="2026-03-02"))


def groups(pipeline, *documents):
    return across(pipeline.pipe(documents)).figures


def test_a_figure_of_the_title_conflicts_with_the_body_as_one_of_the_text_does(english):
    (told,) = groups(english, article(None, f"{TITLE}\n\n{BODY}"))
    (group,) = groups(english, article())
    assert (group.relation, group.rule, group.reason) == (told.relation, told.rule, told.reason)
    assert (group.relation, group.rule) == ("conflict", "across.figures.headline")
    headline, body = group.members
    assert (headline.headline, headline.place.in_title, body.headline, body.place.in_title) == (
        True,
        True,
        False,
        False,
    )
    assert TITLE[headline.place.start : headline.place.end] == headline.place.text == "17"
    assert BODY[body.place.start : body.place.end] == body.place.text == "12"
    assert (headline.claim, body.claim) == ("title:number:24-26", "number:31-33")


@pytest.mark.parametrize(
    ("title", "text", "relation"),
    [
        (
            "Dam in Kell to cost $6 million",
            "The dam in Kell will cost $5 million, the mayor of Denver said.",
            "conflict",
        ),
        ("Bridge in Tollen is 260 metres long", "The new bridge in Tollen is 240 metres long.", "conflict"),
        ("Half of the mill workers in Orla strike", "Some 40 percent of the mill workers in Orla strike.", "conflict"),
        ("Fire at Orla mill kills 12", BODY, "agree"),
    ],
)
def test_title_and_body_are_compared_as_figures_of_one_article(title, text, relation, english):
    (group,) = groups(english, article(title, text))
    assert (group.relation, [member.place.in_title for member in group.members]) == (relation, [True, False])


@pytest.mark.parametrize("title", [TITLE, TITLE.upper(), f"{TITLE} | North Wire"])
def test_a_title_that_the_text_begins_with_counts_once(title, english):
    (group,) = groups(english, article(title, f"{TITLE}\n\n{BODY}"))
    assert [(member.place.text, member.place.in_title) for member in group.members] == [("17", False), ("12", False)]


def test_a_title_is_compared_with_other_articles(english):
    other = Document(text=BODY, id="other", meta=Meta(published="2026-03-02"))
    (group,) = groups(english, article(text="The fire at the mill in Orla went on for hours on Monday."), other)
    assert [(member.place.document, member.place.text) for member in group.members] == [("fire", "17"), ("other", "12")]
    assert group.relation == "conflict"


def test_a_group_with_a_title_is_written_and_read_and_a_row_says_where_its_places_are(english):
    result = groups(english, article())
    assert [loads(dumps(group)) for group in result] == list(result)
    rows = figure_links(result).to_pylist()
    assert [(row["text"], row["headline"], row["in_title"]) for row in rows] == [
        ("17", True, True),
        ("12", False, False),
    ]


def test_an_article_that_was_written_and_read_has_the_same_groups(english):
    document = english(article())
    assert across([newsparse.loads(newsparse.dumps(document))]).figures == across([document]).figures


@pytest.fixture(scope="module")
def database(tmp_path_factory, english):
    path = tmp_path_factory.mktemp("titles") / "news.db"
    index(english.pipe([article()]), path)
    with contextlib.closing(opened(path)) as connection:
        yield connection


def test_a_database_has_the_conflict_with_the_title_as_its_place(database):
    ((row, places),) = findings.every(database, FIGURES)
    assert (row["relation"], row["rule"]) == ("conflict", "across.figures.headline")
    found = {place["quantity"]: place for place in places}
    headline = found["17"]
    assert (headline["headline"], headline["in_title"], headline["sentence"]) == (1, 1, TITLE)
    assert TITLE[headline["start"] : headline["stop"]] == "17"
    assert (found["12"]["headline"], found["12"]["in_title"]) == (0, 0)


def test_searches_and_counts_are_of_the_figures_of_texts(database):
    assert Found.of(database, "figures", Search()).total == 2
    assert [row["in_title"] for row in articles.claims(database, "figures", 1)] == [1, 0, 0]
    assert counts(database)["figures"] == 2
