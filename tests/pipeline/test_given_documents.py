"""What takes documents, and is given something else, says what to write in its place."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import newsparse
import newsparse.tables
from newsparse.errors import ReadError, WriteError
from newsparse.model import Document

ONE = Document(text="Ada left.")
SEVERAL = {
    "across": newsparse.across,
    "verify": lambda given: newsparse.verify(ONE, given),
    "archive": lambda given: newsparse.verify(ONE, [], archive=given),
    "tables.of": newsparse.tables.of,
    "tables.batches": lambda given: list(newsparse.tables.batches(given)),
    "tables.write": lambda given: newsparse.tables.write(given, "never.csv"),
    "dump_jsonl": lambda given: newsparse.dump_jsonl(given, io.StringIO()),
}


@pytest.mark.parametrize("take", SEVERAL.values(), ids=SEVERAL)
def test_one_document_in_place_of_several_is_told_to_go_into_a_list(take, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReadError, match=r"expected several documents, got one. Put it into a list: \[document\]"):
        take(ONE)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("take", SEVERAL.values(), ids=SEVERAL)
@pytest.mark.parametrize("given", [None, 3, "Ada left.", b"Ada"])
def test_what_is_not_several_is_named(take, given, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(
        ReadError, match=f"expected several documents, such as a list of them, got {type(given).__name__}"
    ):
        take(given)


@pytest.mark.parametrize("take", SEVERAL.values(), ids=SEVERAL)
def test_a_text_among_documents_is_named(take, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReadError, match=r"expected a parsed newsparse.Document, got str"):
        take([ONE, "Ada left."])


def test_what_takes_one_document_or_one_after_the_other_says_so():
    for take in (newsparse.dumps, newsparse.render):
        with pytest.raises(ReadError, match=r"expected a parsed newsparse.Document, got str"):
            take("Ada left.")
    with pytest.raises(ReadError, match=r"not in a list. Write render\(\*documents\)"):
        newsparse.render([ONE, ONE])


def test_json_lines_are_read_from_and_written_to_open_files_not_paths(tmp_path):
    path = tmp_path / "parsed.jsonl"
    for given in (str(path), path, newsparse.dumps(ONE)):
        with pytest.raises(ReadError, match=r"Open the file first: open\(path, encoding='utf-8'\)"):
            next(newsparse.load_jsonl(given))
    for given in (str(path), path):
        with pytest.raises(WriteError, match=r"Open the file first: open\(path, 'w', encoding='utf-8'\)"):
            newsparse.dump_jsonl([ONE], given)


def test_a_table_in_a_folder_that_is_not_there_is_refused(tmp_path):
    for name in ("none/o.csv", "none/o.xlsx", "none/deep/"):
        with pytest.raises(WriteError, match=r"there is no folder .*none. Make the folder first"):
            newsparse.tables.write([ONE], f"{tmp_path}/{name}", format=None if "." in name else "csv")


def test_tables_and_what_is_across_articles_are_shown_in_a_line():
    assert repr(newsparse.tables.of([ONE, ONE])) == (
        "Tables(articles 2, quotes 0, numbers 0, entities 0, mentions 0, roles 0)"
    )
    assert repr(newsparse.across([ONE])) == "Across(1 article)"


def test_a_path_may_be_any_path(tmp_path):
    newsparse.tables.write([ONE], Path(tmp_path, "o.csv"))
    assert Path(tmp_path, "o.csv").exists()
