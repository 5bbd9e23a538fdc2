"""Whatever is typed becomes a query that the index can answer."""

from __future__ import annotations

import contextlib
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.corpus.words import matching, of_topic, topics, within

TEXTS = ("tax cuts for all", "cuts in tax", "pensioners marched", "a pension")


@pytest.fixture(scope="module")
def found():
    """The texts that a query finds."""
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE words USING fts5(text, other)")
        database.executemany("INSERT INTO words VALUES (?, '')", [(text,) for text in TEXTS])

        def search(query):
            rows = database.execute("SELECT text FROM words WHERE words MATCH ? ORDER BY rowid", [query])
            return [row[0] for row in rows]

        yield search


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("tax cuts", ["tax cuts for all", "cuts in tax"]),
        ('"tax cuts"', ["tax cuts for all"]),
        ("pension*", ["pensioners marched", "a pension"]),
        ("marched OR all", ["tax cuts for all", "pensioners marched"]),
        ("cuts all OR in", ["tax cuts for all", "cuts in tax"]),
        ("OR tax", []),
        ("tax OR", ["tax cuts for all", "cuts in tax"]),
    ],
)
def test_words_phrases_beginnings_and_alternatives(found, words, texts):
    assert found(matching(words)) == texts


def test_signs_alone_ask_for_nothing():
    assert matching(' - "" ?! __ ') == ""
    assert within("text", "") == ""


@given(st.text(max_size=40))
def test_nothing_that_is_typed_is_a_wrong_query(words):
    query = within("text other", words)
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE words USING fts5(text, other)")
        found = database.execute("SELECT rowid FROM words WHERE words MATCH ?", [query]).fetchall() if query else []
    assert found == []


@given(st.text(st.characters(codec="latin-1"), max_size=40))
def test_whatever_is_typed_finds_a_text_with_the_same_words(words):
    query = within("text other", words)
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE words USING fts5(text, other)")
        database.execute("INSERT INTO words VALUES (?, '')", [words.replace("\0", " ")])
        rows = database.execute("SELECT rowid FROM words WHERE words MATCH ?", [query]).fetchall() if query else []
    assert bool(rows) == bool(query)


@pytest.mark.parametrize("name", topics())
def test_every_topic_finds_its_own_words(name):
    query = within("text", of_topic(name).words)
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        database.executemany("INSERT INTO words VALUES (?)", [[of_topic(name).words.replace(" OR ", " ")], ["zyx"]])
        assert database.execute("SELECT rowid FROM words WHERE words MATCH ?", [query]).fetchall() == [(1,)]


def test_an_unknown_topic_has_no_words():
    assert of_topic("no such topic").words == ""
