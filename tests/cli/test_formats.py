"""The format of a run: by name or by the output's ending, with options, for whole runs as for single documents."""

from __future__ import annotations

import gzip
import itertools
import json
from pathlib import Path
from types import SimpleNamespace

import attrs
import pytest
import zstandard

from newsparse.specs import ExtractorSpec, WriterSpec


@attrs.frozen
class Options:
    mark: str = "-"


def write_list(documents, place, options):
    if place.is_dir():
        place /= "all.list"
    with place.open("a", encoding="utf-8") as file:
        file.writelines(f"{options.mark} {document.text}\n" for document in documents)


def listing(write_all=write_list, **fields):
    return WriterSpec(name="list", summary=".", write_all=write_all, suffixes=(".list",), config=Options, **fields)


ALL = "- Ada said no. a\n- Ada said no. b\n- Ada said no. c\n"


@pytest.mark.parametrize(
    ("name", "begins"), [("o.txt", "Ada said no."), ("o.JSON", '{\n  "schema"'), ("o.ndjson", '{"schema"')]
)
def test_the_ending_of_the_output_decides_the_format(parse, files, tmp_path, name, begins):
    result = parse(files[0], "-o", tmp_path / name)
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_a_format_that_is_named_wins_over_the_ending(parse, files, tmp_path):
    parse(files[0], "--format", "jsonl", "-o", tmp_path / "o.txt")
    assert json.loads((tmp_path / "o.txt").read_text("utf-8"))["text"] == "Ada said no. a"


@pytest.mark.parametrize("name", ["claims", "claims.xyz"])
def test_an_ending_of_no_format_is_refused_before_the_run_with_the_names_of_the_formats(parse, files, tmp_path, name):
    result = parse(files[0], "-o", tmp_path / name)
    assert result.exit_code == 1
    assert f"[NP306] no format belongs to the ending of {tmp_path / name}" in result.stderr
    assert "json, jsonl, " in result.stderr
    assert not (tmp_path / name).exists()


def test_a_writer_of_runs_is_given_all_documents_and_its_options(parse, files, tmp_path):
    out = tmp_path / "o.list"
    assert parse(*files, "-o", out, writers=[listing()]).exit_code == 0
    assert out.read_text("utf-8") == ALL
    assert parse(*files, "-o", out, "--writer-option", "mark=*", writers=[listing()]).exit_code == 0
    assert out.read_text("utf-8") == ALL.replace("- ", "* ")


def test_an_option_that_a_writer_does_not_have_is_refused(parse, files):
    result = parse(files[0], "--writer-option", "mark=*")
    assert result.exit_code == 1
    assert "[NP403] the writer 'text' has no options" in result.stderr


def test_options_reach_writers_of_single_documents(parse, files):
    writer = WriterSpec(name="marked", summary=".", write=lambda d, options: options.mark + d.text, config=Options)
    result = parse(files[0], "--format", "marked", "--writer-option", "mark=>", writers=[writer])
    assert result.stdout == ">Ada said no. a\n"


def test_a_writer_of_runs_takes_documents_as_they_come_and_failures_are_reported(parse, files, tmp_path):
    seen = itertools.count()

    def extract(document):
        next(seen)
        raise ValueError(document.text)

    first = []

    def write_first(documents, place, options):
        next(documents)
        first.append(next(seen))
        write_list(documents, place, options)

    broken = ExtractorSpec(
        name="broken", summary=".", make=lambda: SimpleNamespace(extract=extract), provides=("mentions",)
    )
    paths = files * 20
    out = tmp_path / "o.list"
    result = parse(*paths, "-o", out, extractors=[broken], writers=[listing(write_first)])
    assert first[0] < len(paths)
    assert result.exit_code == 1
    assert result.stderr.count("[NP304]") == len(paths)
    assert out.read_text("utf-8").count("\n") == len(paths) - 1


WORST = [SystemExit(0), KeyboardInterrupt(), ZeroDivisionError("by nought"), PermissionError(13, "no entry")]


@pytest.mark.parametrize("error", WORST)
def test_a_writer_of_runs_that_fails_is_one_line_and_the_old_file_stays(parse, files, tmp_path, error):
    def write(documents, place, options):
        place.write_text("half")
        raise error

    out = tmp_path / "o.list"
    out.write_text("old")
    result = parse(*files, "-o", out, writers=[listing(write)])
    assert result.exit_code == 1
    assert result.stderr.count("\n") == result.stderr.count("[NP402]") == 1
    assert "cannot be written as 'list'" in result.stderr
    assert out.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == [*files, out]


def test_a_format_of_files_is_refused_on_standard_output(parse, files):
    for place in ([], ["-o", "-"]):
        result = parse(files[0], "--format", "list", *place, writers=[listing()])
        assert (result.exit_code, result.stdout) == (1, "")
        assert "[NP402] the format 'list' cannot be written to standard output. Name a file: -o." in result.stderr


def test_a_format_that_streams_is_written_to_standard_output(parse, files):
    def write(documents, place, options):
        place.writelines(f"{options.mark} {document.text}\n".encode() for document in documents)

    assert parse(*files, "--format", "list", writers=[listing(write, streams=True)]).stdout == ALL


def test_a_folder_is_filled_by_formats_that_have_several_files(parse, files, tmp_path):
    out = tmp_path / "tables"
    for place in (f"{out}/", out):
        result = parse(*files, "--format", "list", "-o", place, writers=[listing(folders=True)])
        assert result.exit_code == 0
        assert [path.name for path in out.iterdir()] == ["all.list"]
        assert (out / "all.list").read_text("utf-8") == ALL
    result = parse(*files, "--format", "list", "-o", out, writers=[listing()])
    assert "is a folder" in result.stderr


def test_a_folder_is_left_as_it_was_when_a_writer_fails(parse, files, tmp_path):
    def write(documents, place, options):
        write_list(documents, place, options)
        raise ValueError

    out = tmp_path / "tables"
    out.mkdir()
    (out / "all.list").write_text("old")
    assert parse(*files, "--format", "list", "-o", out, writers=[listing(write, folders=True)]).exit_code == 1
    assert [path.read_text() for path in Path(out).iterdir()] == ["old"]


@pytest.mark.parametrize("name", ["o.jsonl.gz", "o.JSON.zst", "o.txt.gz", "o.csv.gz"])
def test_an_output_is_compressed_as_its_ending_says(parse, files, tmp_path, name):
    plain = parse(*files, "-o", tmp_path / name.rpartition(".")[0])
    assert plain.exit_code == parse(*files, "-o", tmp_path / name).exit_code == 0
    packed = (tmp_path / name).read_bytes()
    unpacked = (
        gzip.decompress(packed) if name.endswith("gz") else zstandard.ZstdDecompressor().stream_reader(packed).read()
    )
    assert unpacked == (tmp_path / name.rpartition(".")[0]).read_bytes()
    parse(*files, "-o", tmp_path / name)
    assert (tmp_path / name).read_bytes() == packed


def test_a_format_of_files_is_not_compressed_as_a_whole(parse, files, tmp_path):
    result = parse(files[0], "-o", tmp_path / "o.list.gz", writers=[listing()])
    assert result.exit_code == 1
    assert "[NP402] the format 'list' cannot be compressed as a whole. Leave out the last ending." in result.stderr
