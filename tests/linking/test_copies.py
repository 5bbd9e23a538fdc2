"""Near copies of articles are written as lines of JSON and read again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import SchemaError
from newsparse.linking import Copies
from newsparse.linking.copies import SCHEMA, dumps, loads

IDS = st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=5).map(tuple)


@given(IDS)
def test_a_group_is_the_same_after_it_was_written_and_read(documents):
    copies = Copies(documents=documents)
    assert loads(dumps(copies)) == copies
    assert "\n" not in dumps(copies)


def test_a_line_names_its_schema():
    assert json.loads(dumps(Copies(documents=("a", "b")))) == {"schema": SCHEMA, "documents": ["a", "b"]}


@pytest.mark.parametrize(
    "line",
    [
        "no JSON",
        "[]",
        '{"documents": ["a", "b"]}',
        f'{{"schema": "{SCHEMA}"}}',
        f'{{"schema": "{SCHEMA}", "documents": ["a"]}}',
        f'{{"schema": "{SCHEMA}", "documents": ["a", 2]}}',
        f'{{"schema": "{SCHEMA}", "documents": ["a", "b"], "more": 1}}',
        f'{{"schema": "{SCHEMA}/2", "documents": ["a", "b"]}}',
    ],
)
def test_anything_else_is_refused(line):
    with pytest.raises(SchemaError):
        loads(line)


def test_one_article_is_not_a_group():
    with pytest.raises(ValueError, match="documents"):
        Copies(documents=("a",))
