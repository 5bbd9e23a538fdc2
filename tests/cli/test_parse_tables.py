"""Tables from the command line: the same files as from Python, chosen by the ending of the output."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet
import pytest

import newsparse
from newsparse import tables

PAGES = Path(__file__).parents[1] / "readers" / "html" / "pages"


@pytest.mark.parametrize("name", ["o.csv", "o.tsv", "o.parquet"])
def test_tables_are_the_files_that_python_writes(parse, files, tmp_path, name):
    result = parse(*files, "-o", tmp_path / name, "--writer-option", "tables=mentions")
    assert (result.exit_code, result.output) == (0, "")
    lines = parse(*files, "--format", "jsonl").stdout.splitlines()
    again = tmp_path / f"again-{name}"
    tables.write(newsparse.load_jsonl(lines), again, tables="mentions")
    assert (tmp_path / name).read_bytes() == again.read_bytes()


def test_csv_goes_to_standard_output_and_other_tables_need_a_file(parse, files):
    result = parse(*files, "--format", "csv", "--writer-option", "tables=mentions")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["text"] for row in rows] == ["Ada"] * 3
    for name in ("parquet", "xlsx", "sqlite"):
        result = parse(*files, "--format", name)
        assert (result.exit_code, result.stdout) == (1, "")
        assert f"[NP402] the format {name!r} cannot be written to standard output. Name a file: -o." in result.stderr


def test_a_folder_gets_all_tables_in_one_run(parse, files, tmp_path):
    assert parse(*files, "--format", "parquet", "-o", f"{tmp_path}/tables/").exit_code == 0
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == set(tables.TABLES)
    assert pyarrow.parquet.read_table(tmp_path / "tables/mentions.parquet")["text"].to_pylist() == ["Ada"] * 3


def test_a_table_of_articles_becomes_tables_of_what_they_say_with_all_its_columns(parse, tmp_path):
    rows = tmp_path / "rows.csv"
    with rows.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "title", "date", "author", "outlet", "url", "section", "text"])
        for number in range(500):
            address = f"https://kell.example/{number}"
            facts = [number, f"Rain {number}", "2026-11-02", "Ida Voss", "Kell Post", address, f"s{number % 3}"]
            writer.writerow([*facts, f"Ada said no,\n“twice”, on day {number}."])
    assert parse(rows, "--format", "parquet", "-o", f"{tmp_path}/o/").exit_code == 0
    mentions = pyarrow.parquet.read_table(tmp_path / "o/mentions.parquet").to_pylist()
    articles = pyarrow.parquet.read_table(tmp_path / "o/articles.parquet").to_pylist()
    assert len(mentions) == len(articles) == 500
    assert (mentions[499]["article"], mentions[499]["text"], mentions[499]["title"]) == ("499", "Ada", "Rain 499")
    last = articles[499]
    assert [last[name] for name in ("author", "outlet", "published", "section")] == [
        "Ida Voss",
        "Kell Post",
        "2026-11-02",
        "s1",
    ]


def test_an_archive_of_pages_becomes_a_table_in_one_command(parse, tmp_path):
    paragraphs = "".join(
        f"<p>Ada said on day {number} that the ferry would stay in port until the storm had passed.</p>"
        for number in range(4)
    )
    with (tmp_path / "crawl.warc").open("wb") as archive:
        for number in range(3):
            page = f"<html><head><title>Day {number}</title></head><body><article>{paragraphs}</article></body></html>"
            http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
                f"WARC-Target-URI: https://kell.example/{number}\r\nWARC-Date: 2026-11-04T10:00:00Z\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            )
            archive.write(head.encode() + http + b"\r\n\r\n")
    out = tmp_path / "o.parquet"
    assert parse(tmp_path / "crawl.warc", "-o", out, "--writer-option", "tables=mentions").exit_code == 0
    rows = pyarrow.parquet.read_table(out).to_pylist()
    assert [(row["article"], row["text"], row["title"]) for row in rows] == [
        (f"<urn:uuid:{number}>", "Ada", f"Day {number}") for number in range(3)
    ]


def test_a_folder_of_pages_becomes_a_table_in_one_command(parse, tmp_path):
    out = tmp_path / "o.parquet"
    assert parse(PAGES, "-o", out, "--writer-option", "tables=articles").exit_code == 0
    assert len(pyarrow.parquet.read_table(out)) == len(list(PAGES.iterdir())) == 30


def test_an_article_that_cannot_be_read_is_a_row_of_articles_and_a_line(parse, files, tmp_path):
    out = tmp_path / "o.csv"
    result = parse(files[0], tmp_path / "none.txt", "-o", out, "--writer-option", "tables=articles")
    assert result.exit_code == 1
    assert result.stderr.count("[NP401]") == 1
    with out.open(encoding="utf-8", newline="") as file:
        assert [bool(row["failures"]) for row in csv.DictReader(file)] == [False, True]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "o.csv", "--writer-option", "tables=people"], "tables=people: must be one of articles, quotes"),
        (["-o", "o.csv", "--writer-option", "tables=quotes,numbers"], "Name a folder as output"),
        (["-o", "o.xlsx", "--writer-option", "bom=yes"], "has no option 'bom' (there are: tables)"),
        (["--format", "csv", "--writer-option", "delimiter=::"], "must be one character"),
    ],
)
def test_options_that_do_not_fit_are_one_line(parse, files, tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    result = parse(files[0], *arguments)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == result.stderr.count("[NP403]") == 1
    assert message in result.stderr
    assert sorted(tmp_path.iterdir()) == files


@pytest.mark.parametrize("arguments", [["--help"], ["plugins"]])
def test_no_library_of_tables_is_imported_before_it_is_needed(arguments):
    code = "import sys\nfrom newsparse.cli import main\ntry:\n main(sys.argv[1:])\nexcept SystemExit:\n pass\n"
    code += "print({'pyarrow', 'xlsxwriter', 'sqlite3'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"
