"""Options of whole runs: settings from a file, extractors left out, limits, summaries and tracebacks."""

from __future__ import annotations

import gzip
import itertools
import json
import logging
import os
import signal
import time
from types import SimpleNamespace

import pyarrow
import pyarrow.parquet
import pytest

import newsparse
from newsparse.cli.progress import Progress
from newsparse.cli.settings import from_file
from newsparse.errors import NewsparseError, OptionError
from newsparse.inputs import Inputs
from newsparse.model import Document, Failure
from newsparse.specs import ExtractorSpec, ReaderSpec


def broken():
    class Broken:
        def extract(self, document):
            raise ValueError("no such word")

    return Broken()


def quiet():
    return SimpleNamespace(extract=lambda document: [])


BROKEN = ExtractorSpec(name="broken", summary=".", make=broken, provides=("mentions",))
QUIET = ExtractorSpec(name="quiet", summary=".", make=quiet, provides=("entities",))


def test_a_limit_ends_a_run_early(parse, files):
    assert parse(*files, "--format", "jsonl", "--limit", 2).output.count("\n") == 2


def hanging():
    return SimpleNamespace(extract=lambda document: time.sleep(60 if document.text.endswith("b") else 0) or [])


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such timers")
@pytest.mark.parametrize("in_file", [True, False])
def test_an_extractor_that_takes_too_long_is_stopped(parse, files, tmp_path, in_file):
    (tmp_path / "run.toml").write_text("timeout = 1\n", "utf-8")
    given = ["--settings", tmp_path / "run.toml"] if in_file else ["--timeout", "0.2"]
    slow = ExtractorSpec(name="slow", summary=".", make=hanging, provides=("mentions",))
    result = parse(*files, "--format", "jsonl", *given, extractors=[slow, QUIET])
    assert result.exit_code == 1
    assert result.stderr.count("\n") == result.stderr.count("[NP308]") == 1
    assert "b.txt: slow was stopped after" in result.stderr
    layers = [sorted(json.loads(line)["layers"]) for line in result.stdout.splitlines()]
    assert layers == [["entities", "mentions"], ["entities"], ["entities", "mentions"]]


@pytest.mark.parametrize("in_file", [True, False])
def test_articles_that_are_too_long_are_refused_and_the_others_parsed(parse, files, tmp_path, in_file):
    files[1].write_text("Ada said no to all of it.", "utf-8")
    (tmp_path / "run.toml").write_text("max_length = 20\n", "utf-8")
    given = ["--settings", tmp_path / "run.toml"] if in_file else ["--max-length", "20"]
    result = parse(*files, "--format", "jsonl", *given)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "[NP309]" in result.stderr
    assert "b.txt: its text has 25 characters, more than the 20" in result.stderr
    found = [bool(json.loads(line)["layers"].get("mentions")) for line in result.stdout.splitlines()]
    assert found == [True, False, True]
    assert parse(*files, *given, "--max-length", "30").exit_code == 0


def test_verbose_sums_a_run_up(parse, files):
    result = parse(*files, "-v", extractors=[BROKEN])
    assert "3 articles, 0 quotes, 0 figures, 3 failures (3 NP304)" in result.stderr


def test_without_a_terminal_a_run_says_nothing_more_than_its_failures(parse, files):
    assert parse(*files).stderr == ""


def test_debug_shows_where_in_the_code_a_failure_happened(parse, files):
    result = parse(files[0], "--debug", extractors=[BROKEN])
    assert 'raise ValueError("no such word")' in result.stderr


def test_debug_shows_where_in_a_reader_a_failure_happened(parse, files):
    def read(data, path):
        return {}["key"]

    reader = ReaderSpec(name="odd", summary=".", read=read)
    assert "Traceback" in parse(files[0], "--debug", "--reader", "odd", readers=[reader]).stderr
    told = parse(files[0], "--reader", "odd", readers=[reader]).stderr
    assert "Traceback" not in told
    assert told.count("\n") == 1
    assert 'return {}["key"]' in told


def test_an_extractor_that_is_left_out_does_not_run(parse, files):
    assert "NP304" in parse(files[0], extractors=[BROKEN, QUIET]).stderr
    assert parse(files[0], "--exclude", "broken", extractors=[BROKEN, QUIET]).stderr == ""


def test_settings_of_a_file_hold_where_no_option_is_given(parse, files, tmp_path):
    file = tmp_path / "run.toml"
    file.write_text('exclude = ["broken"]\n', "utf-8")
    assert parse(files[0], "--settings", file, extractors=[BROKEN, QUIET]).stderr == ""
    assert "NP304" in parse(files[0], "--settings", file, "--exclude", "quiet", extractors=[BROKEN, QUIET]).stderr


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("speed = 3", "there is no option 'speed'"),
        ("threads = 0", "'threads' must be a whole number above 0, got 0"),
        ("threads = true", "'threads' must be a whole number above 0, got True"),
        ("timeout = 0", "'timeout' must be a number of seconds above 0, got 0.0"),
        ("timeout = inf", "'timeout' must be a number of seconds above 0, got inf"),
        ("timeout = true", "'timeout' must be a number of seconds above 0, got True"),
        ("max_length = 0", "'max_length' must be a whole number above 0, got 0"),
        ('extractors = "quotes"', "'extractors' must be a list of names"),
        ("extractors = [1]", "'extractors' must be a list of names"),
        ("language = ", "is not TOML"),
    ],
)
def test_a_wrong_option_in_a_file_is_one_clear_line(tmp_path, content, says):
    file = tmp_path / "run.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(OptionError, match=says.replace("(", r"\(")):
        from_file(str(file))


def test_tables_of_a_file_are_settings_of_extractors(tmp_path):
    file = tmp_path / "run.toml"
    file.write_text('workers = 0\n[quotes]\ncues = ["quip"]\n', "utf-8")
    assert from_file(str(file)) == ({"workers": 0}, {"quotes": {"cues": ["quip"]}})


def test_a_settings_file_that_is_not_there_is_one_clear_line(tmp_path):
    with pytest.raises(NewsparseError, match="cannot be read: No such file"):
        from_file(str(tmp_path / "none.toml"))


def test_progress_counts_articles_claims_and_failures():
    progress = Progress(shown=True)
    failure = Failure(stage="read", where="x", code="NP401", message=".")
    with progress.running():
        for document in (Document(text="a"), Document(text="b", failures=(failure,))):
            progress.add(document)
    assert progress.summary().startswith("2 articles, 0 quotes, 0 figures, 1 failure (1 NP401), ")


class Terminal:
    """A standard error that says that it is a terminal."""

    def __init__(self):
        self.written = ""

    def write(self, text):
        self.written += text

    def flush(self):
        pass

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("options", "shows", "not_shown"),
    [
        ({"total": 3}, ["3/3", "100%"], "about"),
        ({"estimate": lambda: 12}, ["25%", "3 of about 12, "], "3/"),
        ({"estimate": lambda: 2}, ["100%", "3 of about 3, "], "about 2"),
        ({"estimate": lambda: None}, ["  3, "], "%"),
        ({}, ["  3, "], "%"),
    ],
)
def test_a_terminal_sees_how_far_a_run_is(monkeypatch, options, shows, not_shown):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    progress = Progress(shown=True, **options)
    with progress.running():
        for number in range(3):
            progress.add(Document(text=str(number)))
        progress.complain("one thing failed")
    last = terminal.written.rpartition("newsparse  ")[2]
    assert all(shown in last for shown in shows)
    assert not_shown not in last
    assert "articles a second" in last
    assert "\x1b[Knewsparse: one thing failed\n" in last


LINE = json.dumps({"text": "It rained. " * 2000}) + "\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rows.jsonl", LINE.encode() * 80),
        ("rows.csv", ("text,id\n" + "It rained. ,7\n" * 40_000).encode()),
        (
            "rows.jsonl.gz",
            gzip.compress("".join(json.dumps({"text": os.urandom(9_000).hex()}) + "\n" for _ in range(80)).encode()),
        ),
    ],
)
def test_the_number_of_articles_is_estimated_while_a_file_is_read(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    inputs = Inputs([str(tmp_path / name)], newsparse.Host.of("newsparse.builtin"))
    progress = Progress(shown=True)
    progress.expect(inputs, None)
    assert progress.total is None
    count = 40_000 if "csv" in name else 80
    documents = inputs.documents()
    taken = list(itertools.islice(documents, count // 2))
    assert 0.7 * count < progress.estimate() < 1.4 * count
    assert len(taken) + sum(1 for _ in documents) == count == progress.estimate()
    progress.expect(Inputs([str(tmp_path)], newsparse.Host.of("newsparse.builtin")), 5)
    assert progress.estimate() is None


def test_nothing_is_estimated_where_a_file_is_not_read_from_beginning_to_end(tmp_path):
    pyarrow.parquet.write_table(pyarrow.table({"text": ["It rained."] * 900}), tmp_path / "rows.parquet")
    inputs = Inputs([str(tmp_path / "rows.parquet")], newsparse.Host.of("newsparse.builtin"))
    estimate = inputs.estimating()
    documents = inputs.documents()
    assert len(list(itertools.islice(documents, 500))) == 500
    assert estimate() is None


def test_the_library_logs_and_does_not_print(capsys):
    logging.getLogger("newsparse.anything").warning("nobody asked")
    assert capsys.readouterr().err == ""


def test_the_number_of_articles_is_known_where_each_file_holds_one(files, tmp_path):
    host = newsparse.Host.of("newsparse.builtin")
    assert Inputs([str(tmp_path)], host).total() == len(files)
    (tmp_path / "more.jsonl").write_text('{"text": "a"}', "utf-8")
    assert Inputs([str(tmp_path)], host).total() is None
