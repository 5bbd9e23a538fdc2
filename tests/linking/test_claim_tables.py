"""Entities, copies, figures and claims across articles as tables, whose columns the page of tables lists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsparse.linking import Copies, across
from newsparse.linking.tables import (
    CLAIM_STATUS,
    COPY_LINKS,
    ENTITY_LINKS,
    FIGURE_LINKS,
    claim_status,
    copy_links,
    entity_links,
    figure_links,
)
from newsparse.model import Document, Meta

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "tables.md"


@pytest.fixture(scope="module")
def result(english):
    """Two articles whose figures drift, and a claim that is disputed."""
    texts = {
        "2026-03-02": "A fire at the Orla mill killed 12 people. Ada Brook said the gates had been locked.",
        "2026-03-03": "The fire at the Orla mill killed 14 people. Tomas Varga rejected Ada Brook's claim.",
    }
    articles = [Document(text=text, id=day, meta=Meta(published=day)) for day, text in texts.items()]
    return across(english.pipe(articles))


def test_a_row_is_a_figure_of_a_group(result):
    first, second = figure_links(result.figures).to_pylist()
    assert (first["relation"], first["text"], first["published"]) == ("drift", "12", "2026-03-02")
    assert (second["group"], second["quantity"], second["headline"]) == (first["group"], "14", False)


def test_a_row_is_a_claim_and_what_is_said_of_it(result):
    rows = {row["text"].rstrip("."): row for row in claim_status(result.statuses).to_pylist()}
    assert (rows["12"]["base"], rows["12"]["effect"]) == ("asserted", None)
    gates = rows["the gates had been locked"]
    assert (gates["base"], gates["evidence"], gates["effect"], gates["by"]) == (
        "reported",
        "said",
        "disputed",
        "Tomas Varga",
    )
    assert gates["effect_article"] == "2026-03-03"


def test_a_row_is_an_entity_of_an_article_with_what_joins_it(result):
    rows = [row for row in entity_links(result.groups).to_pylist() if row["name"] == "Ada Brook"]
    assert [(row["article"], row["called"], row["label"]) for row in rows] == [
        ("2026-03-02", "Ada Brook", "Person"),
        ("2026-03-03", "Ada Brook", "Person"),
    ]
    assert all(row["reasons"].startswith("name Ada Brook") and row["score"] >= 0.6 for row in rows)
    alone = next(row for row in entity_links(result.groups).to_pylist() if row["name"] == "Tomas Varga")
    assert (alone["reasons"], alone["score"]) == (None, None)


def test_a_row_is_a_near_copy():
    rows = copy_links([Copies(documents=("a", "b"))]).to_pylist()
    assert rows == [{"group": "a", "article": "a", "place": 1}, {"group": "a", "article": "b", "place": 2}]


def test_nothing_is_an_empty_table():
    assert entity_links([]).column_names == [item.name for item in ENTITY_LINKS]
    assert copy_links([]).column_names == [item.name for item in COPY_LINKS]
    assert figure_links([]).column_names == [item.name for item in FIGURE_LINKS]
    assert claim_status([]).column_names == [item.name for item in CLAIM_STATUS]


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("entity_links", ENTITY_LINKS),
        ("copy_links", COPY_LINKS),
        ("figure_links", FIGURE_LINKS),
        ("claim_status", CLAIM_STATUS),
    ],
)
def test_the_page_lists_the_columns_and_their_meanings(name, columns):
    section = PAGE.read_text("utf-8").partition(f"## {name}\n")[2].partition("\n## ")[0]
    listed = re.findall(r"^\| `(\w+)` \| (\w+) \| (.*) \|$", section, re.MULTILINE)
    assert listed == [(item.name, item.type, item.meaning) for item in columns]
