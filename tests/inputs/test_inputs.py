"""Inputs: each file goes to the reader of what it is, and what no reader takes is named instead of misread."""

from __future__ import annotations

import gzip
import io
import json
import logging
import sys
from types import SimpleNamespace

import attrs
import openpyxl
import pyarrow
import pyarrow.parquet
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.errors import OptionError, UnknownNameError
from newsparse.inputs import Inputs
from newsparse.inputs.opening import opened
from newsparse.model import Document, Meta
from newsparse.specs import ReaderSpec

PROSE = "The ferry was late on Tuesday, and nobody at the harbour could say why.\n" * 3


@attrs.frozen
class WireOptions:
    mark: str = "|"


def read_wire(stream, path, options):
    for line in stream:
        for text in line.decode().strip().removeprefix("WIRE ").split(options.mark):
            yield Document(text=text, meta=Meta(path=path))


WIRE = ReaderSpec(
    name="wire",
    summary=".",
    read=read_wire,
    suffixes=(".wire",),
    config=WireOptions,
    streams=True,
    begins=lambda head: head.startswith(b"WIRE"),
)


@pytest.fixture(scope="module")
def host():
    plugin = SimpleNamespace(newsparse_readers=newsparse.hookimpl(lambda: [WIRE]))
    return newsparse.Host.of("newsparse.builtin", plugin)


def texts(documents):
    return [document.text for document in documents]


def faults(documents):
    return [failure.message for document in documents for failure in document.failures]


def test_content_decides_where_the_suffix_names_another_reader_or_none(put, host):
    for name in ("rows.txt", "rows", "rows.dat"):
        assert texts(newsparse.read(put(name, '{"text": "one"}\n{"text": "two"}\n'), host=host)) == ["one", "two"]
        assert texts(newsparse.read(put(name, "WIRE one|two\n"), host=host)) == ["one", "two"]


def test_a_named_reader_reads_whatever_it_is_given(put, host):
    assert texts(newsparse.read(put("a.txt", "<b>Rain</b>"), reader="text", host=host)) == ["<b>Rain</b>"]


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_compressed_files_are_read_as_what_is_in_them(put, host, pack, suffix):
    assert texts(newsparse.read(put(f"a.wire{suffix}", pack(b"one|two\nthree\n")), host=host)) == [
        "one",
        "two",
        "three",
    ]


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_a_compressed_file_that_breaks_off_keeps_what_came_before(put, host, pack):
    lines = "".join(f"{number * 7919} {number * 104729}\n" for number in range(20_000))
    documents = list(newsparse.read(put("a.wire.gz", pack(lines.encode())[:-2000]), host=host))
    assert texts(documents)[:2] == ["0 0", "7919 104729"]
    assert len(documents) > 1000
    assert "EOFError" in faults(documents)[-1]


def test_standard_input_is_recognised_and_a_look_at_it_takes_nothing_away(host, monkeypatch):
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    for data in (b"WIRE one|two\n", gzip.compress(b"WIRE one|two\n")):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(Pipe(data))))
        inputs = Inputs(["-"], host)
        assert inputs.several()
        assert texts(inputs.documents()) == ["one", "two"]


def test_a_stream_that_cannot_seek_is_whole(host, monkeypatch):
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    data = PROSE.encode() * 1000
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=Pipe(data)))
    assert texts(newsparse.read("-", host=host)) == [data.decode()]


@pytest.mark.parametrize("data", [PROSE.encode(), b"WIRE one|two\n", b'{"text": "The ferry was late."}\n'])
def test_standard_input_stays_open(host, monkeypatch, data):
    standard = io.BytesIO(data)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=standard))
    assert texts(newsparse.read("-", host=host))
    assert not standard.closed


def test_a_folder_is_all_files_in_it_in_order(put, host, tmp_path, caplog):
    for name in ("b.txt", "a/z.txt", "a/a.txt", "c.txt", ".hidden.txt", ".git/x.txt"):
        put(name, name)
    for name in ("x.css", "y.css", "a/logo.png"):
        put(name, "a{b:c}")
    with caplog.at_level(logging.WARNING, "newsparse"):
        documents = list(newsparse.read(tmp_path, host=host))
    assert texts(documents) == ["a/a.txt", "a/z.txt", "b.txt", "c.txt"]
    assert faults(documents) == []
    assert [record.message for record in caplog.records] == ["skipped 3 files that no reader takes: 2 .css, 1 .png."]


def test_a_folder_with_nothing_to_read_is_an_error(put, host, tmp_path):
    put("x.css", "a{b:c}")
    (document,) = newsparse.read(tmp_path, host=host)
    assert document.failures[0].code == "NP404"


def test_a_folder_without_files_says_so(put, host, tmp_path):
    put(".hidden/a.txt", "Rain.")
    assert faults(newsparse.read(tmp_path, host=host)) == [f"there are no files in {tmp_path}."]
    put("rows.jsonl", "\n")
    assert faults(newsparse.read(tmp_path, host=host)) == []


@pytest.mark.parametrize("content", ["", " \n\n\t", b"\xef\xbb\xbf", gzip.compress(b"", mtime=0)])
def test_a_file_without_a_text_says_so(put, host, content):
    path = put("a.txt", content)
    assert faults(newsparse.read(path, host=host)) == [f"there is no text in {path}."]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "there is no text in standard input."),
        (b"%PDF-1.7", "standard input looks like a PDF file."),
        (b"text,id\nRain.,1,2\n", "standard input, row 2 has 3 cells, not 2 as the header."),
    ],
)
def test_standard_input_has_a_name_in_messages(host, monkeypatch, content, says):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    (document,) = newsparse.read("-", host=host)
    (failure,) = document.failures
    assert failure.message.startswith(says)
    assert str(failure).count("standard input") == 1


def test_a_pattern_is_what_matches(put, host, tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "d.md"):
        put(name, name)
    assert texts(newsparse.read(str(tmp_path / "**" / "*.txt"), host=host)) == ["a/b/c.txt", "a/z.txt", "b.txt"]
    assert texts(newsparse.read(str(tmp_path / "*.txt"), host=host)) == ["b.txt"]
    (none,) = newsparse.read(str(tmp_path / "*.htm"), host=host)
    assert "no file matches" in none.failures[0].message


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(put, host):
    assert texts(newsparse.read(put("a[1].txt", "Rain."), host=host)) == ["Rain."]


def test_the_output_of_a_run_is_none_of_its_inputs(put, host, tmp_path):
    put("a.txt", "Rain.")
    out = put("out.jsonl", '{"text": "old"}\n')
    assert texts(Inputs([str(tmp_path)], host, besides=out).documents()) == ["Rain."]


def test_every_fault_has_an_id_of_its_own(put, host, tmp_path):
    paths = [str(tmp_path / "none.txt"), put("a.png", b"\x89PNG\0"), put("b.jsonl", "no\n{}\n")]
    documents = list(newsparse.read(paths, host=host))
    assert len(documents) == len({document.id for document in documents}) == 4


def test_options_reach_the_reader_and_are_checked_before_anything_is_read(put, host):
    path = put("a.wire", "one/two|three\n")
    assert texts(newsparse.read(path, host=host, mark="/")) == ["one", "two|three"]
    with pytest.raises(OptionError, match=r"the reader 'wire' has no option 'sign' \(there are: mark\)"):
        newsparse.read(path, reader="wire", host=host, sign="/")
    with pytest.raises(UnknownNameError):
        newsparse.read(path, reader="telex", host=host)
    (document,) = newsparse.read(put("b.txt"), host=host, mark="/")
    assert "the reader 'text' has no option 'mark'" in document.failures[0].message


def test_in_a_folder_each_reader_takes_the_options_that_it_has(put, host, tmp_path):
    put("a.csv", "main,key\nRain.,7\n")
    put("b.txt", "Snow.")
    put("c.wire", "one/two\n")
    for path in (tmp_path, tmp_path / "*"):
        found = list(newsparse.read(path, host=host, text="main", mark="/"))
        assert (texts(found), faults(found)) == (["Rain.", "Snow.", "one", "two"], [])
    wrong = faults(newsparse.read(tmp_path, host=host, text="main", sign="/"))
    assert len(wrong) == 3
    assert all("has no option 'sign'" in fault for fault in wrong)


def test_an_open_file_is_closed_with_what_was_read_from_it(put):
    file = opened(put("a.txt.gz", gzip.compress(b"Rain.")))
    assert (file.ending, file.head, file.stream.read()) == (".txt", b"Rain.", b"Rain.")
    file.close()
    assert file.stream.closed


def test_json_lines_are_told_from_other_json(host):
    begins = host.readers["jsonl"].spec.begins
    assert begins(b'{"text": "one"}\n{"text": "t')
    assert begins(b'{"text": "' + b"x" * 4000)
    assert begins(json.dumps({"text": "one"}).encode())
    assert not begins(b'{\n  "text": "one"\n}\n')
    assert not begins(b'[{"text": "one"}]')
    assert not begins(b"{sic} said a note")


def test_every_format_is_told_without_its_suffix(put, host):
    tables = {
        "csv": "id,body,desk\n1,It rained.,city\n",
        "semicolons": "id;body;desk\n1;It rained.;city\n",
        "tsv": "id\tbody\tdesk\n1\tIt rained.\tcity\n",
        "jsonl": '{"id": 1, "body": "It rained.", "desk": "city"}\n{"id": 2, "body": "It snowed."}\n',
        "json": '[{"id": 1, "body": "It rained.", "desk": "city"}]',
        "spread": '{\n  "id": 1,\n  "body": "It rained.",\n  "desk": "city"\n}\n',
    }
    for name, content in tables.items():
        for data in (content.encode(), content.encode("utf-16"), b"\xef\xbb\xbf" + content.encode()):
            first, *_ = newsparse.read(put(f"{name}.txt", data), host=host)
            assert (first.text, first.id, dict(first.meta.columns)) == ("It rained.", "1", {"desk": "city"}), name


def test_a_long_first_line_of_json_is_json_lines(put, host):
    content = json.dumps({"text": "It rained. " * 1000}) + "\n" + json.dumps({"text": "It snowed."}) + "\n"
    assert len(list(newsparse.read(put("rows", content), host=host))) == 2
    assert len(list(newsparse.read(put("rows.json", content), host=host))) == 2


def test_a_workbook_and_a_parquet_file_are_told_by_what_is_in_them(put, host):
    table = pyarrow.table({"text": ["It rained."]})
    parquet, excel = io.BytesIO(), io.BytesIO()
    pyarrow.parquet.write_table(table, parquet)
    book = openpyxl.Workbook()
    for row in (["text"], ["It rained."]):
        book.active.append(row)
    book.save(excel)
    for name, data in (("a.parquet", parquet), ("a.bin", parquet), ("a.xlsx", excel)):
        assert texts(newsparse.read(put(name, data.getvalue()), host=host)) == ["It rained."]
        assert texts(newsparse.read(put(f"{name}.gz", gzip.compress(data.getvalue())), host=host)) == ["It rained."]


def test_a_missing_column_is_one_line_that_lists_those_that_there_are(put, host):
    (document,) = newsparse.read(put("a.csv", "id,words\n1,one\n2,two\n"), host=host)
    assert document.failures[0].message.endswith(
        "a.csv has no column that is known to be the text (there are: id, words). Name it: --reader-option text=COLUMN."
    )


def test_a_reader_of_a_format_written_in_json_goes_before_the_one_for_any_json(put):
    desk = ReaderSpec(
        name="desk",
        summary=".",
        read=lambda data, path: [Document(text="From the desk.")],
        suffixes=(".desk",),
        begins=lambda head: head.startswith(b'{"desk"'),
    )
    trusting = attrs.evolve(desk, name="any", begins=None, suffixes=(".any",))
    plugin = SimpleNamespace(newsparse_readers=newsparse.hookimpl(lambda: [desk, trusting]))
    found = newsparse.Host.of("newsparse.builtin", plugin)
    for name in ("a.json", "a.jsonl", "a.txt", "a.desk", "a.any"):
        assert texts(newsparse.read(put(name, '{"desk": 3, "text": "Rain."}'), host=found)) == ["From the desk."]
    assert texts(newsparse.read(put("b.json", '{"text": "Rain."}'), host=found)) == ["Rain."]
    assert texts(newsparse.read(put("b.any", '{"text": "Rain."}'), host=found)) == ["From the desk."]


PIECES = [
    b"id,text\n",
    b'{"text": "',
    b'"}',
    b"[",
    b"]",
    b"\n",
    b"\t",
    b'"',
    b"\xff\xfe",
    b"\0",
    b"PK\x03\x04",
    b"PAR1",
]
PIECES += [b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"<html><p>", b"<?xml version='1.0'?>", "“Rain,”".encode(), b"caf\xe9"]
SUFFIXES = [".txt", ".csv", ".tsv", ".json", ".jsonl", ".xlsx", ".parquet", ".html", ".gz", ".zst", ".odd", ""]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=6), max_size=12).map(b"".join), st.sampled_from(SUFFIXES))
def test_whatever_is_in_a_file_is_read_or_named(put, host, data, suffix):
    for document in newsparse.read(put(f"a{suffix}", data), host=host):
        assert document.text == "" or not document.failures
        assert all(failure.code.startswith("NP") and failure.message for failure in document.failures)


def test_an_option_of_several_values_is_also_read_from_a_text_with_commas(tmp_path):
    (tmp_path / "rows.csv").write_text("r1,It rained.,2024\n", "utf-8")
    for columns in ("id, text, year", ("id", "text", "year")):
        (document,) = newsparse.read(tmp_path / "rows.csv", columns=columns)
        assert (document.id, document.text, dict(document.meta.columns)) == ("r1", "It rained.", {"year": "2024"})
