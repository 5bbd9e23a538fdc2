"""Tables as files: every format holds the same rows, opens in other programs, and is valid without a document."""

from __future__ import annotations

import csv
import gzip
import io
import itertools
import logging
import math
import sqlite3

import attrs
import duckdb
import openpyxl
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse import tables
from newsparse.errors import OptionError, UnknownNameError, WriteError
from newsparse.model import Document, Meta
from newsparse.tables import excel
from newsparse.testing.strategies import documents

FILES = ["o.csv", "o.tsv", "o.parquet", "o.xlsx", "o.sqlite"]


def titled(*titles):
    """Articles whose titles are these texts."""
    return [Document(text=f"Rain. {number}", meta=Meta(title=title)) for number, title in enumerate(titles)]


def read_csv(path, **options):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, **options))


def as_text(value):
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("name", tables.TABLES)
def test_csv_has_the_rows_of_the_table_as_text(article, tmp_path, name):
    tables.write([article] * 3, tmp_path / "o.csv", tables=[name])
    whole = getattr(tables.of([article] * 3), name)
    header, *rows = read_csv(tmp_path / "o.csv")
    assert header == whole.column_names
    assert rows == [[as_text(value) for value in row.values()] for row in whole.to_pylist()]


@pytest.mark.parametrize("name", tables.TABLES)
def test_parquet_has_the_table_with_its_types_and_meanings(article, tmp_path, name):
    tables.write([article] * 3, tmp_path / "o.parquet", tables=name)
    found = pyarrow.parquet.read_table(tmp_path / "o.parquet")
    assert found.equals(getattr(tables.of([article] * 3), name), check_metadata=True)


def test_a_workbook_has_a_sheet_per_table(article, tmp_path):
    tables.write([article], tmp_path / "o.xlsx")
    book = openpyxl.load_workbook(tmp_path / "o.xlsx")
    assert book.sheetnames == list(tables.TABLES)
    for name in tables.TABLES:
        header, *rows = book[name].iter_rows(values_only=True)
        whole = getattr(tables.of([article]), name)
        assert list(header) == whole.column_names
        assert [dict(zip(header, row, strict=True)) for row in rows] == whole.to_pylist()


def test_a_database_has_all_tables_joined_by_the_position_of_the_article(article, tmp_path):
    tables.write([article] * 2, tmp_path / "o.sqlite")
    database = sqlite3.connect(tmp_path / "o.sqlite")
    database.row_factory = sqlite3.Row
    for name in tables.TABLES:
        found = [dict(row) for row in database.execute(f'SELECT * FROM "{name}" ORDER BY rowid')]
        assert found == getattr(tables.of([article] * 2), name).to_pylist()
    joined = "SELECT section, speaker FROM quotes JOIN articles USING (position)"
    assert [tuple(row) for row in database.execute(joined)] == [("money", "Ilse Marek")] * 2
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_database_says_what_its_columns_mean_and_looks_up_speakers_by_index(article, tmp_path):
    tables.write([article], tmp_path / "o.sqlite")
    database = sqlite3.connect(tmp_path / "o.sqlite")
    (definition,) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'quotes'").fetchone()
    for heading in tables.columns("quotes"):
        assert f'"{heading.name}" ' in definition
        assert f"-- {heading.meaning}" in definition
    plan = database.execute("EXPLAIN QUERY PLAN SELECT text FROM quotes WHERE speaker = 'Ilse Marek'").fetchone()
    assert "USING INDEX quotes_speaker" in plan[3]


@pytest.mark.parametrize("name", ["o.csv", "o.tsv", "o.parquet"])
def test_duckdb_reads_the_file(article, tmp_path, name):
    tables.write([article] * 2, tmp_path / name, tables="numbers")
    asked = "SELECT sum(value), min(low_exact), bool_or(high_inclusive)"
    found = duckdb.connect().execute(f"{asked} FROM '{tmp_path / name}' WHERE currency = 'EUR'").fetchone()
    assert found in [
        (5.0, "2.50", True),
        (5.0, 2.5, True),  # text knows no types: DuckDB takes digits for a number
    ]


def test_duckdb_reads_the_database(article, tmp_path):
    connection = duckdb.connect(config={"autoinstall_known_extensions": "false"})
    try:
        connection.execute("LOAD sqlite")
    except duckdb.Error as error:
        pytest.skip(f"DuckDB's extension for SQLite is not installed: {error}")
    tables.write([article] * 2, tmp_path / "o.sqlite")
    connection.execute(f"ATTACH '{tmp_path / 'o.sqlite'}' AS o (TYPE sqlite)")
    assert connection.execute("SELECT sum(value) FROM o.numbers").fetchone() == (5.0,)


@pytest.mark.parametrize("name", ["o.csv", "o.tsv", "o.parquet"])
def test_the_same_documents_give_the_same_bytes(article, tmp_path, name):
    contents = []
    for _ in range(2):
        tables.write([article] * 300, tmp_path / name)
        contents.append((tmp_path / name).read_bytes())
    assert contents[0] == contents[1]


@pytest.mark.parametrize("name", FILES)
def test_no_documents_give_a_valid_file_with_headers(tmp_path, name):
    path = tmp_path / name
    tables.write([], path)
    expected = [heading.name for heading in tables.columns("quotes")]
    if name.endswith("xlsx"):
        assert list(next(openpyxl.load_workbook(path)["quotes"].iter_rows(values_only=True))) == expected
    elif name.endswith("sqlite"):
        cursor = sqlite3.connect(path).execute("SELECT * FROM quotes")
        assert ([item[0] for item in cursor.description], cursor.fetchall()) == (expected, [])
    elif name.endswith("parquet"):
        found = pyarrow.parquet.read_table(path)
        assert (found.column_names, found.num_rows) == (expected, 0)
    else:
        assert read_csv(path, delimiter="\t" if name.endswith("tsv") else ",") == [expected]


@pytest.mark.parametrize("format", ["csv", "tsv", "parquet"])
def test_a_folder_gets_a_file_per_table_and_keeps_what_else_is_there(article, tmp_path, format):
    folder = tmp_path / "tables"
    tables.write([article], f"{folder}/", format=format)
    assert {path.name for path in folder.iterdir()} == {f"{name}.{format}" for name in tables.TABLES}
    (folder / "notes.txt").write_text("mine")
    tables.write([article], folder, format=format, tables=("quotes",))
    assert (folder / "notes.txt").read_text() == "mine"


def test_several_tables_do_not_fit_into_one_file_of_one(article, tmp_path):
    for name in ("o.csv", "o.parquet"):
        with pytest.raises(OptionError, match=r"holds one table, not several \(quotes, numbers\).*-o tables/"):
            tables.write([article], tmp_path / name, tables=("quotes", "numbers"))
    assert list(tmp_path.iterdir()) == []


def test_what_fails_halfway_replaces_nothing(article, tmp_path):
    def broken():
        yield article
        raise ValueError("no more")

    for name in FILES:
        (tmp_path / name).write_text("old")
        with pytest.raises(ValueError, match="no more"):
            tables.write(broken(), tmp_path / name)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"] * len(FILES)


@pytest.mark.parametrize(
    ("name", "options", "error"),
    [
        ("o.doc", {}, UnknownNameError),
        ("o.csv", {"format": "ods"}, UnknownNameError),
        ("o.csv", {"tables": "people"}, OptionError),
        ("o.csv", {"delimiter": "::"}, OptionError),
        ("o.csv", {"delimiter": '"'}, OptionError),
        ("o.xlsx", {"delimiter": ";"}, OptionError),
        ("folder/", {"format": "xlsx"}, WriteError),
    ],
)
def test_what_a_format_cannot_do_is_refused_before_a_document_is_taken(tmp_path, name, options, error):
    taken = itertools.count()
    with pytest.raises(error):
        tables.write((Document(text=str(next(taken))) for _ in range(3)), f"{tmp_path}/{name}", **options)
    assert next(taken) == 0


def test_csv_options(article, tmp_path):
    path = tmp_path / "o.csv"
    tables.write([article], path, delimiter=";", header=False, bom=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf1;a1;fees.txt;Fees;")


@pytest.mark.parametrize("title", ["\r", "\n", "\r\n", "a\rb", '"', ",", ";", " ", "'", "\t", "\u2028", "\0"])
@pytest.mark.parametrize("name", ["o.csv", "o.tsv"])
def test_cells_come_back_whatever_is_in_them(tmp_path, title, name):
    tables.write(titled(title, "b"), tmp_path / name, tables="articles")
    rows = read_csv(tmp_path / name, delimiter="\t" if name.endswith("tsv") else ",")
    assert [row[3] for row in rows] == ["title", title, "b"]


FORMULA = '=HYPERLINK("https://kell.example","x")'


def test_words_that_a_spreadsheet_would_compute_are_escaped_in_csv_on_request(tmp_path):
    titles = [FORMULA, "+1", "-1", "@x", "1=1", "\t=1"]
    for escape, mark in ((False, ""), (True, "'")):
        tables.write(titled(*titles), tmp_path / "o.csv", tables="articles", escape_formulas=escape)
        found = [row[3] for row in read_csv(tmp_path / "o.csv")[1:]]
        assert found == [title if title == "1=1" else mark + title for title in titles]


def test_words_are_never_formulas_links_or_numbers_in_a_workbook(tmp_path):
    titles = [FORMULA, "https://kell.example", "12", "{=1}", "\x00a\x1b", "_x0041_"]
    tables.write(titled(*titles), tmp_path / "o.xlsx", tables="articles")
    cells = [row[3] for row in openpyxl.load_workbook(tmp_path / "o.xlsx")["articles"].iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s"] * len(titles)
    assert [cell.value for cell in cells][:4] == titles[:4]
    assert not any(cell.hyperlink for cell in cells)


def test_a_table_with_too_many_rows_goes_on_in_another_sheet(tmp_path, monkeypatch):
    monkeypatch.setattr(excel, "SHEET_ROWS", 3)
    tables.write(titled(*"abcde"), tmp_path / "o.xlsx", tables="articles")
    book = openpyxl.load_workbook(tmp_path / "o.xlsx")
    assert book.sheetnames == ["articles", "articles 2", "articles 3"]
    rows = [list(book[name].iter_rows(values_only=True)) for name in book.sheetnames]
    assert [[row[3] for row in sheet] for sheet in rows] == [["title", "a", "b"], ["title", "c", "d"], ["title", "e"]]


@pytest.mark.parametrize("character", ["x", "\U0001f600"])
def test_text_that_is_too_long_for_a_cell_is_cut_and_said_to_be(tmp_path, character, caplog):
    whole = character * (excel.CELL_UNITS // len(character.encode("utf-16-le")) * 2)
    with caplog.at_level(logging.WARNING, "newsparse"):
        tables.write(titled(whole, whole + character * 2), tmp_path / "o.xlsx", tables="articles")
    sheet = openpyxl.load_workbook(tmp_path / "o.xlsx")["articles"]
    kept, cut = (row[3] for row in sheet.iter_rows(min_row=2, values_only=True))
    assert kept == whole
    assert cut.endswith(f"{character}…")
    assert len(cut.encode("utf-16-le")) // 2 <= excel.CELL_UNITS
    assert caplog.messages == ["Text was cut to the 32767 characters that an Excel cell holds, in so many cells: 1."]


def test_whole_numbers_beyond_fifteen_digits_keep_them_in_a_workbook(tmp_path):
    rows = [Document(text="a", meta=Meta(columns={"number": value})) for value in (10**15 - 1, 10**17 + 1)]
    tables.write(rows, tmp_path / "o.xlsx", tables="articles")
    cells = [row[-1] for row in openpyxl.load_workbook(tmp_path / "o.xlsx")["articles"].iter_rows(values_only=True)]
    assert cells == ["number", 10**15 - 1, str(10**17 + 1)]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (10**15 - 1, 10**15 - 1),
        (1 - 10**15, 1 - 10**15),
        (10**15, str(10**15)),
        (-(10**15), str(-(10**15))),
        (2.5e20, 2.5e20),
        (-0.5, -0.5),
        (math.inf, "inf"),
        (-math.inf, "-inf"),
        (math.nan, "nan"),
        (True, True),
        (0, 0),
    ],
)
def test_a_number_of_a_workbook_is_a_number_where_excel_has_it_whole(tmp_path, value, cell):
    tables.write([Document(text="a", meta=Meta(columns={"number": value}))], tmp_path / "o.xlsx", tables="articles")
    *_, last = openpyxl.load_workbook(tmp_path / "o.xlsx")["articles"].iter_rows(values_only=True)
    assert last[-1] == cell
    assert type(last[-1]) is type(cell) or isinstance(value, float)


@pytest.mark.parametrize("wide", [0, 1, 7])
@pytest.mark.parametrize("more", [0, 1])
def test_a_cell_holds_so_many_units_and_no_more(tmp_path, wide, more):
    text = "\U0001f600" * wide + "x" * (excel.CELL_UNITS - 2 * wide + more)
    tables.write(titled(text), tmp_path / "o.xlsx", tables="articles")
    *_, row = openpyxl.load_workbook(tmp_path / "o.xlsx")["articles"].iter_rows(values_only=True)
    assert row[3] == (text[: -more - 1] + "…" if more else text)


def test_csv_on_a_stream_is_written_document_by_document_and_stays_open(article):
    stream, seen = io.BytesIO(), []

    def watched():
        for number in range(3):
            seen.append(stream.getvalue().count(b"\n"))
            yield attrs.evolve(article, id=str(number))

    (spec,) = (spec for spec in tables.FORMATS if spec.name == "csv")
    spec.write_all(watched(), stream, spec.config())
    assert seen == [0, 2, 3]
    assert stream.getvalue().count(b"\n") == 4


@settings(max_examples=20, deadline=None)
@given(st.lists(documents(), max_size=3))
def test_documents_of_any_text_are_written_in_every_format(tmp_path_factory, found):
    folder = tmp_path_factory.mktemp("any")
    for name in FILES:
        tables.write(found, folder / name)
    for name in ("o.xlsx", "o.sqlite"):
        tables.write(found, folder / name, tables=("articles", "entities"))
    assert len(openpyxl.load_workbook(folder / "o.xlsx")["articles"]["A"]) == len(found) + 1
    tables.write(found, folder / "o.csv", tables="articles")
    whole = tables.of(found).articles
    rows = read_csv(folder / "o.csv")[1:]
    assert [row[3] for row in rows] == [as_text(title) for title in whole["title"].to_pylist()]


@pytest.mark.parametrize(("name", "opened"), [("o.csv", open), ("o.csv.gz", gzip.open)])
def test_text_can_be_compressed_as_a_whole(article, tmp_path, name, opened):
    tables.write([article], tmp_path / name, tables="quotes")
    with opened(tmp_path / name, "rt", encoding="utf-8", newline="") as file:
        header, row = csv.reader(file)
    assert dict(zip(header, row, strict=True))["speaker"] == "Ilse Marek"
