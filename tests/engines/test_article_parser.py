"""What an engine calls: one row for each article, whatever fails, and the model once for each process."""

from __future__ import annotations

import pickle

import pyarrow
import pytest

import newsparse
import newsparse.tables
from newsparse import engines
from newsparse.engines import ArticleParser
from newsparse.errors import OptionError, ReadError


def test_every_article_has_its_row_in_the_order_of_the_table(articles, expected):
    assert [row["id"] for row in expected] == articles["id"].to_pylist()


def test_the_rows_have_what_the_tables_of_the_same_articles_have(articles, expected):
    nlp = newsparse.load("en", size="small", threads=1)
    texts = [text for text in articles["text"].to_pylist() if text]
    found = newsparse.tables.of(nlp.pipe(texts))
    assert [item["text"] for row in expected for item in row["quotes"]] == found.quotes["text"].to_pylist()
    assert [item["value"] for row in expected for item in row["numbers"]] == found.numbers["value"].to_pylist()


def test_an_article_without_a_text_is_a_row_with_a_failure(expected):
    failed = {row["id"]: row["failures"] for row in expected if row["failures"]}
    (failure,) = failed.pop("a07")
    assert (failure["stage"], failure["code"], failed) == ("read", "NP401", {})
    assert "article a07" in failure["message"]


def test_what_fails_in_an_extractor_is_in_the_row_of_that_article(articles):
    long = pyarrow.table({"id": ["short", "long"], "text": ["It rained.", "It rained. " * 9]})
    rows = ArticleParser(options={"size": "small", "max_length": 20})(long).to_pylist()
    assert [[item["code"] for item in row["failures"]] for row in rows] == [[], ["NP309"]]


def test_a_pickled_parser_makes_the_same_rows(articles, expected):
    sent = pickle.dumps(ArticleParser(options={"size": "small"}))
    assert len(sent) < 1000
    assert pickle.loads(sent)(articles).to_pylist() == expected


def test_the_size_of_batches_changes_no_row(articles, expected):
    parser = ArticleParser(options={"size": "small"}, batch_size=5)
    batches = list(parser.record_batches(articles.to_batches()))
    assert [batch.num_rows for batch in batches] == [5, 5, 2]
    assert [row for batch in batches for row in batch.to_pylist()] == expected


def test_a_process_builds_the_pipeline_of_some_options_once():
    assert engines._pipeline({"size": "small"}) is engines._pipeline({"size": "small"})
    assert engines._pipeline({"size": "small"}) is not engines._pipeline({"size": "small", "extractors": ["quotes"]})


def test_no_articles_give_no_rows_with_the_same_columns():
    parser = ArticleParser(tables=["roles"])
    empty = parser(pyarrow.table({"id": pyarrow.array([], "string"), "text": pyarrow.array([], "string")}))
    assert (empty.num_rows, empty.schema) == (0, parser.schema)
    assert empty.schema.names == ["id", "roles", "failures"]


def test_columns_can_be_named(articles):
    parser = ArticleParser(columns={"id": "key", "text": "words"}, options={"size": "small"})
    rows = parser(articles.rename_columns(["key", "words"])).to_pylist()
    assert [row["key"] for row in rows] == articles["id"].to_pylist()
    assert rows[0]["quotes"]


def test_a_title_and_a_date_are_read_as_in_files():
    about = {"title": ["Brook"], "date": ["2024-05-08"], "id": ["x"], "text": ["“It rained,” Brook said on Monday."]}
    (row,) = ArticleParser(options={"size": "small"})(pyarrow.table(about)).to_pylist()
    assert row["quotes"][0]["when_start"] == "2024-05-06"


def test_a_table_without_a_text_is_refused():
    with pytest.raises(ReadError, match="no column that is known to be the text"):
        ArticleParser()(pyarrow.table({"id": ["a"], "price": [3.5]}))


def test_the_table_of_articles_cannot_be_in_an_article():
    with pytest.raises(OptionError, match="'articles' has no rows within an article"):
        ArticleParser(tables=["articles"])


def test_a_column_for_nothing_known_is_refused():
    with pytest.raises(OptionError, match="no option 'body'"):
        ArticleParser(columns={"body": "words"})
