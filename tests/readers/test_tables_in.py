"""Tables: one article per row, with all its columns; a bad row is named and costs no other."""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import json
import logging
import tracemalloc
from decimal import Decimal

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import OptionError, ReadError
from newsparse.model import Meta
from newsparse.readers import read_csv, read_parquet, read_tsv, read_xlsx
from newsparse.readers.dates import iso_date
from newsparse.readers.excel import ExcelOptions
from newsparse.readers.parquet import ParquetOptions
from newsparse.readers.table import CsvOptions, begins_csv, begins_tsv


def rows(table, **options):
    data = table if isinstance(table, bytes) else table.encode()
    return list(read_csv(io.BytesIO(data), "a.csv", CsvOptions(**options)))


def texts(documents):
    return [document.text for document in documents]


def faults(documents):
    return [failure.message for document in documents for failure in document.failures]


def test_columns_have_their_usual_names_and_all_others_travel_along():
    head = "Article ID,Headline,Pub Date,Publication,URL,Byline,Body,Section,Words\n"
    (document,) = rows(head + '17,Rain,2024-05-03,Orla Post,http://x,Ada,"It ""rained"".\nA lot.",news,\n')
    assert (document.id, document.text) == ("17", 'It "rained".\nA lot.')
    assert document.meta == Meta(
        path="a.csv",
        title="Rain",
        published="2024-05-03",
        outlet="Orla Post",
        url="http://x",
        author="Ada",
        columns={"Section": "news", "Words": None},
    )


def test_columns_can_be_named():
    (document,) = rows("text,main,key\nshort,It rained.,7\n", text="main", id="key")
    assert (document.id, document.text, dict(document.meta.columns)) == ("7", "It rained.", {"text": "short"})


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_header_shows_the_delimiter(delimiter):
    head = delimiter.join(["id", "text", "note"])
    row = delimiter.join(["1", '"Rain, wind; hail | snow\tice"', "x"])
    assert texts(rows(f"{head}\n{row}\n")) == ["Rain, wind; hail | snow\tice"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), min_size=1))
def test_whatever_python_writes_is_read_back(given_texts):
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerows([["id", "text"], *([number, text] for number, text in enumerate(given_texts))])
    assert texts(rows("\ufeff" + out.getvalue())) == given_texts


def test_a_bad_row_is_named_and_the_rest_goes_on():
    head = "id,text,note\n1,one,x\n"
    bad = '2,two\n3,three,x,y\n4,,x\n5,"fi"ve,x\n6,si\0x,x\n'
    documents = rows(head.encode() + bad.encode() + "7,Café é,x\n8,caf".encode() + b"\xe9,x\n9,nine,x\n")
    assert texts(documents) == ["one", "", "", "", "", "", "Café é", "", "nine"]
    for message, words in zip(
        faults(documents),
        [
            "a.csv, row 3 has 2 cells, not 3 as the header",
            "a.csv, row 4 has 4 cells",
            "a.csv, row 5: there is no text in 'text'",
            "a.csv, row 6 (up to line 6): ',' expected after '\"'",
            "a.csv, row 7, column 'text': there is a zero byte",
            "a.csv, row 9, column 'text': the byte 0xe9",
        ],
        strict=True,
    ):
        assert words in message


def test_a_quotation_mark_that_is_never_closed_is_named():
    documents = rows('id,text\n1,one\n2,"two\n3,three\n')
    assert texts(documents) == ["one", ""]
    assert "row 3 (up to line 4): unexpected end of data" in faults(documents)[0]


def test_cells_can_be_long():
    long = "It rained. " * 100_000
    assert texts(rows(f"id,text\n1,{long}\n2,two\n")) == [long, "two"]


@pytest.mark.parametrize(
    ("text", "options", "error", "words"),
    [
        ("id,words\n1,x\n", {}, ReadError, r"no column that is known to be the text \(there are: id, words\)"),
        ("id,text\n1,x\n", {"text": "main"}, OptionError, r"no column 'main' for 'text' \(there are: id, text\)"),
        ("", {}, ReadError, "is empty"),
        ("text,text\nx,y\n", {}, ReadError, "several columns 'text'"),
        ('"text\nx', {}, ReadError, "row 1"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(text, options, error, words):
    with pytest.raises(error, match=words):
        rows(text, **options)


def test_a_delimiter_is_one_character():
    with pytest.raises(OptionError, match="delimiter must be one character, got '::'"):
        CsvOptions(delimiter="::")


def test_tables_can_be_without_a_header_or_quotation_marks_and_escape_in_their_own_way():
    assert texts(rows("1,one\n2,two\n", columns=("id", "text"))) == ["one", "two"]
    assert texts(rows('id,text\n1,"one" and all\n', quote="")) == ['"one" and all']
    assert texts(rows('id,text\n1,"say \\"one\\""\n', escape="\\")) == ['say "one"']
    assert texts(read_tsv(io.BytesIO(b"id\ttext\n1\tone, two\n"), "a.tsv")) == ["one, two"]
    assert texts(rows("id\ttext,x\n1\tone\n", delimiter="tab", text="text,x")) == ["one"]


def test_a_table_is_told_by_its_header():
    assert begins_csv(b"id,title,body\n1,a,b\n")
    assert begins_csv(b'"id";"text"\n')
    assert begins_tsv(b"text\tdate\n")
    assert not begins_csv(b"text\nIt rained.\n")
    assert not begins_csv(b"Text, headline and date were wrong.\nIt rained.\n")
    assert not begins_csv(b"id,title\n1,a\n")


class Endless(io.RawIOBase):
    """A table of a given number of rows, made as it is read."""

    def __init__(self, count):
        text = "“It rained,” she said. " * 200
        made = (f'{number},"{text}",x\r\n'.encode() for number in range(count))
        self.parts = itertools.chain([b"id,text,note\r\n"], made)
        self.rest = b""

    def readable(self):
        return True

    def readinto(self, buffer):
        self.rest = self.rest or next(self.parts, b"")
        part, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def test_a_table_is_read_in_memory_that_does_not_grow_with_it():
    peaks = []
    for count in (1_000, 8_000):
        tracemalloc.start()
        found = sum(1 for _ in read_csv(io.BufferedReader(Endless(count)), "a.csv"))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert found == count
    assert peaks[1] < 1.2 * peaks[0]


def parquet(table, **options):
    file = io.BytesIO()
    pyarrow.parquet.write_table(table, file)
    file.seek(0)
    return list(read_parquet(file, "a.parquet", ParquetOptions(**options)))


def test_parquet_has_values_of_many_types():
    columns = {
        "article_id": [1, 2],
        "body": ["It rained.", None],
        "date": [datetime.date(2024, 5, 3), None],
        "seen": [datetime.datetime(2024, 5, 3, 10, 30), None],
        "tags": [["a", "b"], []],
        "price": [Decimal("1.50"), None],
        "score": [float("nan"), 2.5],
    }
    first, second = parquet(pyarrow.table(columns))
    assert (first.id, first.text, first.meta.published) == ("1", "It rained.", "2024-05-03")
    assert dict(first.meta.columns) == {
        "seen": "2024-05-03T10:30:00",
        "tags": '["a", "b"]',
        "price": "1.50",
        "score": None,
    }
    assert faults([second]) == ["a.parquet, row 2: there is no text in 'body'."]


def test_parquet_is_read_to_the_last_batch():
    table = pyarrow.table({"text": [f"Rain {number}." for number in range(1000)]})
    assert texts(parquet(table)) == table["text"].to_pylist()
    with pytest.raises(ReadError, match="no column that is known to be the text"):
        parquet(table.rename_columns(["words"]))


def workbook(*sheets):
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    for name, cells in sheets:
        sheet = book.create_sheet(name)
        for row, column, value in cells:
            sheet.cell(row, column, value)
    book.save(file)
    file.seek(0)
    return file


def cells(*table, first=1):
    return [(first + r, 1 + c, value) for r, row in enumerate(table) for c, value in enumerate(row)]


def test_a_sheet_is_read_with_its_own_row_numbers(caplog):
    day = datetime.datetime(2024, 5, 3)
    table = cells(
        ("ID", "Text", "Date", "Words", "Done", "Page"),
        (17, "It rained.", day, 2.5, True, 3),
        (18, None, day),
        (19, 3, day),
        first=3,
    )
    with caplog.at_level(logging.WARNING, "newsparse"):
        documents = list(read_xlsx(workbook(("News", [*table, (8, 2, "x" * 32767)])), "a.xlsx"))
    assert (documents[0].id, documents[0].text, documents[0].meta.published) == ("17", "It rained.", "2024-05-03")
    assert json.dumps(dict(documents[0].meta.columns)) == '{"Words": 2.5, "Done": true, "Page": 3}'
    assert faults(documents) == [
        "a.xlsx, row 5: there is no text in 'Text'.",
        "a.xlsx, row 6: 'Text' must be a string, got int.",
    ]
    assert "a.xlsx, row 8: the text is as long as a cell of Excel can be" in caplog.text


def test_a_sheet_can_be_named():
    book = workbook(("Notes", cells(("note",), ("x",))), ("News", cells(("text",), ("It rained.",))))
    assert texts(read_xlsx(book, "a.xlsx", ExcelOptions(sheet="News"))) == ["It rained."]
    with pytest.raises(OptionError, match=r"no sheet 'new' \(there are: Notes, News\)"):
        list(read_xlsx(book, "a.xlsx", ExcelOptions(sheet="new")))
    with pytest.raises(ReadError, match=r"there are: note"):
        list(read_xlsx(book, "a.xlsx"))
    with pytest.raises(ReadError, match="cannot be read as a workbook"):
        list(read_xlsx(io.BytesIO(b"PK\x03\x04"), "a.xlsx"))


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03 10:00", "2024-05-03T10:00"),
        ("2024-05-03T10:00:00Z", "2024-05-03T10:00:00Z"),
        ("2024/5/3", "2024-05-03"),
        ("3 May 2024", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("Friday, May 3, 2024", "2024-05-03"),
        ("Fri, 03 May 2024 10:00:00 +0200", "2024-05-03T10:00:00+02:00"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("03/05/2024", None),
        ("1714723200", None),
        ("20240503", None),
        ("2024-13-03", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_only_dates_that_leave_nothing_open_are_dates(written, date):
    assert iso_date(written) == date


def test_a_date_that_leaves_something_open_stays_a_column_and_is_said_once(caplog):
    table = "text,date\none,03/05/2024\ntwo,04/05/2024\n"
    with caplog.at_level(logging.WARNING, "newsparse"):
        documents = rows(table)
    assert [(document.meta.published, dict(document.meta.columns)) for document in documents] == [
        (None, {"date": "03/05/2024"}),
        (None, {"date": "04/05/2024"}),
    ]
    assert [record.message.partition(":")[0] for record in caplog.records] == ["a.csv, row 2"]
    assert [document.meta.published for document in rows(table, date_format="%d/%m/%Y")] == ["2024-05-03", "2024-05-04"]


def test_a_workbook_whose_first_sheet_has_no_text_names_the_others(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Notes"])
    book.create_sheet("Articles").append(["body"])
    book.save(tmp_path / "a.xlsx")
    with (tmp_path / "a.xlsx").open("rb") as file, pytest.raises(ReadError) as raised:
        list(read_xlsx(file, "a.xlsx"))
    assert raised.value.hint.endswith(
        "text=COLUMN. It has several sheets (Sheet, Articles): --reader-option sheet=NAME."
    )
    with (tmp_path / "a.xlsx").open("rb") as file:
        assert list(read_xlsx(file, "a.xlsx", ExcelOptions(sheet="Articles"))) == []


def test_a_date_beyond_doubt_needs_no_date_format(caplog):
    table = b"text,date\nAda left.,03/05/2024\nBo left.,2024-05-06\nCy left.,last week\n"
    options = CsvOptions(date_format="%d/%m/%Y")
    dates = [document.meta.published for document in read_csv(io.BytesIO(table), "a.csv", options)]
    assert dates == ["2024-05-03", "2024-05-06", None]
    (line,) = [record.getMessage() for record in caplog.records if "last week" in record.getMessage()]
    assert line.endswith("is not a date beyond doubt, and not written as %d/%m/%Y; it is kept as it is")
