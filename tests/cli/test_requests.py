"""What a run may be asked for: the options of the commands, their limits, and those of a settings file."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from newsparse.cli import main
from newsparse.cli.options import configured
from newsparse.cli.request import Request, analysis
from newsparse.cli.settings import from_file
from newsparse.errors import OptionError, ReadError
from newsparse.model.claims import Manner
from newsparse.specs import ReaderSpec
from tests.cli.test_options import Options

OPTIONS = (
    *("--reader", "--reader-option", "--limit", "--output", "--format", "--writer-option", "--layers", "--keep"),
    *("--explain", "--language", "--extractor", "--exclude", "--only", "--backend", "--size", "--settings"),
    *("--threads", "--workers", "--timeout", "--max-length", "--resume", "--restart", "--progress", "--verbose"),
    "--debug",
)


def shown(command):
    """The options that the help of a command shows, in their order."""
    told = CliRunner().invoke(main, [command, "--help"], terminal_width=200).output.partition("Options:")[2]
    return re.findall(r"^  (?:-\w, )?(--[a-z-]+)", told, re.MULTILINE)


def test_the_help_of_a_run_shows_all_of_its_options_in_their_order():
    assert shown("parse") == [*OPTIONS, "--help"]


def test_an_index_has_the_options_of_a_run_but_those_of_its_output():
    writing = {"--format", "--writer-option", "--layers", "--keep", "--explain", "--resume", "--restart", "--output"}
    assert shown("index") == [*(name for name in OPTIONS if name not in writing), "--output", "--attributes", "--help"]


@pytest.mark.parametrize("flag", ["--keep", "--explain", "--resume", "--restart", "--progress", "-v", "--debug"])
def test_a_switch_takes_no_value(parse, files, tmp_path, flag):
    result = parse(flag, files[0], "-o", tmp_path / "out.txt")
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("option", "least", "below"),
    [
        ("--limit", "1", "0"),
        ("--threads", "1", "0"),
        ("--workers", "0", "-1"),
        ("--timeout", "0.5", "0"),
        ("--max-length", "1", "0"),
    ],
)
def test_a_number_has_a_least_value(parse, files, option, least, below):
    assert "Invalid value" not in parse(files[0], option, least).output
    refused = parse(files[0], option, below)
    assert refused.exit_code == 2
    assert f"Invalid value for '{option}'" in refused.output


def test_only_a_port_can_be_a_port(tmp_path):
    for port, known in (("0", False), ("1", True), ("65535", True), ("65536", False)):
        result = CliRunner().invoke(main, ["serve", str(tmp_path / "none.db"), "--port", port])
        assert ("Invalid value for '--port'" not in result.output) is known


@pytest.mark.parametrize("manner", Manner.__args__)
def test_quotes_can_be_narrowed_to_each_manner(parse, files, manner):
    assert "Invalid value" not in parse(files[0], "--only", manner).output
    assert parse(files[0], "--only", "shouted").exit_code == 2


@pytest.mark.parametrize(
    ("option", "field", "given"),
    [
        ("--reader-option", "reader_options", ("a=1", "b=2")),
        ("--writer-option", "writer_options", ("a=1", "b=2")),
        ("--extractor", "extractors", ("quotes", "numbers")),
        ("--exclude", "exclude", ("quotes", "numbers")),
        ("--only", "only", ("speech", "thought")),
    ],
)
def test_what_may_be_repeated_is_kept_as_often_as_it_is_given(monkeypatch, option, field, given):
    asked = []
    monkeypatch.setattr("newsparse.cli.parse.execute", lambda request: asked.append(request) or 0)
    for many in (0, 1, 2):
        words = [word for value in given[:many] for word in (option, value)]
        assert CliRunner().invoke(main, ["parse", *words]).exit_code == 0
    assert [getattr(request, field) for request in asked] == [(), given[:1], given]


def request(**given):
    fields = {
        **dict.fromkeys(("reader", "language", "backend", "size", "settings", "threads", "workers", "timeout")),
        **dict.fromkeys(("max_length", "limit")),
        **dict.fromkeys(("files", "reader_options", "extractors", "exclude", "only"), ()),
        "progress": True, "verbose": False, "debug": False,
    }  # fmt: skip
    return analysis({**fields, **given}, "news.db")


def test_an_index_keeps_what_is_parsed_and_neither_explains_nor_resumes():
    found = request()
    assert (found.keep, found.explain, found.resume, found.restart) == (True, False, False, False)
    assert (found.output, found.format_, found.layers, found.writer_options) == ("news.db", None, None, ())


def test_what_a_file_says_holds_where_no_option_does(tmp_path):
    file = tmp_path / "run.toml"
    file.write_text('workers = 2\nlanguage = "de"\nextractors = ["quotes"]\n[quotes]\ncues = ["quip"]\n', "utf-8")
    found, settings = request(settings=str(file)).with_settings()
    assert (found.workers, found.language, found.extractors) == (2, "de", ("quotes",))
    assert settings == {"quotes": {"cues": ["quip"]}}
    found, _ = request(settings=str(file), workers=0, language="en", extractors=("numbers",)).with_settings()
    assert (found.workers, found.language, found.extractors) == (0, "en", ("numbers",))


def test_a_manner_that_is_named_is_a_setting_of_quotes_beside_those_of_the_file(tmp_path):
    file = tmp_path / "run.toml"
    file.write_text('[quotes]\ncues = ["quip"]\nonly = ["act"]\n[numbers]\nx = 1\n', "utf-8")
    _, settings = request(settings=str(file), only=("speech",)).with_settings()
    assert settings == {"quotes": {"cues": ["quip"], "only": ("speech",)}, "numbers": {"x": 1}}
    assert request(only=("speech", "thought")).with_settings()[1] == {"quotes": {"only": ("speech", "thought")}}
    assert request().with_settings()[1] == {}


def test_a_reader_is_given_its_options_but_for_those_that_belong_to_another():
    spec = ReaderSpec(name="rows", summary=".", read=lambda data, path: [], config=Options)
    found = request(reader_options=("rows=7", "name=x")).for_reader(spec, ())
    assert found == (Options(rows=7, name="x"),)
    assert request(reader_options=("rows=7", "name=x")).for_reader(spec, ("name",)) == (Options(rows=7),)


@pytest.mark.parametrize(
    ("words", "value"),
    [("true", True), ("TRUE", True), ("yes", True), ("1", True), ("false", False), ("No", False), ("0", False)],
)
def test_a_switch_can_be_said_in_several_ways(words, value):
    assert configured("the writer 'x'", Options, [f"safe={words}"])[0].safe is value


@pytest.mark.parametrize(
    ("given", "field", "value"),
    [
        ("columns=a,,b, ", "columns", ("a", "b")),
        ("columns=", "columns", ()),
        (" rows =7", "rows", 7),
        ("rows=-1", "rows", None),
        ("share=2", "share", 2.0),
        ("share=none", "share", None),
        ("layout=wide", "layout", "wide"),
        ("name=", "name", ""),
    ],
)
def test_a_value_is_read_as_its_field_is(given, field, value):
    if value is None:
        with pytest.raises(OptionError):
            configured("the writer 'x'", Options, [given])
        return
    found = getattr(configured("the writer 'x'", Options, [given])[0], field)
    assert (found, type(found)) == (value, type(value))


def test_the_last_of_several_values_holds_and_dashes_are_as_good_as_lines():
    assert configured("the writer 'x'", Options, ["rows=7", "rows=8"])[0].rows == 8
    with pytest.raises(OptionError, match="has no option 'row_count'"):
        configured("the writer 'x'", Options, ["row-count=7"])


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("threads = 1", "threads", 1),
        ("workers = 0", "workers", 0),
        ("max_length = 1", "max_length", 1),
        ("timeout = 5", "timeout", 5.0),
        ("timeout = 0.5", "timeout", 0.5),
        ("timeout = 1", "timeout", 1.0),
        ('language = "de"', "language", "de"),
        ('backend = "x"', "backend", "x"),
        ('size = "small"', "size", "small"),
        ("extractors = []", "extractors", ()),
        ('exclude = ["a", "b"]', "exclude", ("a", "b")),
    ],
)
def test_an_option_of_a_file_is_read_down_to_its_least_value(tmp_path, line, name, value):
    file = tmp_path / "run.toml"
    file.write_text(line, "utf-8")
    (found,) = from_file(str(file))[0].items()
    assert (*found, type(found[1])) == (name, value, type(value))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("workers = -1", "'workers' must be a whole number from 0 on, got -1"),
        ("threads = 1.0", "'threads' must be a whole number above 0, got 1.0"),
        ("timeout = -0.5", "'timeout' must be a number of seconds above 0, got -0.5"),
        ("timeout = nan", "'timeout' must be a number of seconds above 0, got nan"),
        ("language = 3", "'language' must be a string, got 3"),
        ("size = true", "'size' must be a string, got True"),
        ("Threads = 3", "there is no option 'Threads'"),
    ],
)
def test_what_an_option_of_a_file_must_be_is_said(tmp_path, line, says):
    file = tmp_path / "run.toml"
    file.write_text(line, "utf-8")
    with pytest.raises(OptionError) as told:
        from_file(str(file))
    assert told.value.message.startswith(f"{file}: {says}")


def test_a_settings_file_that_is_no_text_is_one_line(tmp_path):
    file = tmp_path / "run.toml"
    file.write_bytes(b"language = '\xff'")
    with pytest.raises(ReadError, match=r"run\.toml cannot be read: 'utf-8' codec can't decode"):
        from_file(str(file))
    with pytest.raises(ReadError, match=r"cannot be read: Is a directory\."):
        from_file(str(tmp_path))


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({}, None),
        ({"resume": True}, None),
        ({"restart": True}, None),
        ({"keep": True}, None),
        ({"explain": True}, None),
        ({"output": None}, None),
        ({"output": None, "restart": True}, None),
        ({"resume": True, "keep": True}, None),
        ({"restart": True, "explain": True}, None),
        ({"resume": True, "restart": True}, "--resume and --restart exclude each other."),
        ({"keep": True, "explain": True}, "--keep and --explain exclude each other."),
        ({"resume": True, "output": None}, "--resume goes with -o, and without --explain."),
        ({"resume": True, "explain": True}, "--resume goes with -o, and without --explain."),
    ],
)
def test_options_that_exclude_each_other_are_incorrect_usage(given, fault):
    import attrs
    import click

    fields = {**attrs.asdict(request(), recurse=False), "keep": False, **given}
    if fault is None:
        assert Request(**fields)
        return
    with pytest.raises(click.UsageError) as told:
        Request(**fields)
    assert told.value.message == fault
