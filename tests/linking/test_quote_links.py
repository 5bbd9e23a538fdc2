"""Quotations across articles as a table, whose columns the page of tables lists."""

from __future__ import annotations

import re
from pathlib import Path

from newsparse.linking import across
from newsparse.linking.tables import QUOTE_LINKS, quote_links
from tests.linking.telling import said

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "tables.md"
WORDS = "Nobody crosses this bridge before the pillars are repaired"


def test_a_row_is_a_telling_with_what_it_alters():
    altered = "Nobody crosses this old bridge before the towers are repaired"
    found = across([said("a", WORDS), said("b", WORDS), said("c", altered, "Tomas Varga", day="2026-03-05")])
    first, _, last = quote_links(found.quotes).to_pylist()
    assert (first["quote"], first["telling"], first["relation"], first["altered"]) == ("a#27", 1, "verbatim", None)
    assert (last["altered"], last["altered_from"]) == ("old; towers", "; pillars")
    assert (last["speaker"], last["original_speaker"], last["other_speaker"]) == ("Tomas Varga", "Ada Brook", True)


def test_no_quotations_are_an_empty_table():
    assert quote_links([]).column_names == [item.name for item in QUOTE_LINKS]


def test_the_page_lists_the_columns_and_their_meanings():
    section = PAGE.read_text("utf-8").partition("## quote_links")[2]
    listed = re.findall(r"^\| `(\w+)` \| (\w+) \| (.*) \|$", section, re.MULTILINE)
    assert listed == [(item.name, item.type, item.meaning) for item in QUOTE_LINKS]
