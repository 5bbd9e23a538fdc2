"""``newsparse parse`` when plugins and places are bad: each fault is one line, and the rest of the run is done."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from types import SimpleNamespace

import attrs
import pytest
from click.testing import CliRunner

import newsparse
from newsparse.cli import main
from newsparse.model import Document, Mention, Span
from newsparse.specs import ExtractorSpec, ReaderSpec, WriterSpec

TEXT = "Ada said no."


def names(document):
    return [Mention.make(document.text, Span(0, 3), label="Person")] if document.text else []


def extractor(name, make=lambda: SimpleNamespace(extract=names), provides=("mentions",)):
    return ExtractorSpec(name=name, summary=".", make=make, provides=provides)


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_plugin_that_does_not_load_is_named_and_the_articles_are_done(parse, files):
    result = parse(*files, "--format", "jsonl", extractors=[extractor("names"), "not a specification"])
    assert result.exit_code == 1
    assert result.stderr.count("newsparse: [NP302]") == result.stderr.count("\n") == 1
    assert [bool(line["layers"]["mentions"]) for line in lines(result)] == [True] * 3


def test_an_extractor_that_is_left_out_is_named_and_the_others_run(parse, files):
    broken = extractor("broken", make=lambda: 1 / 0, provides=("quotes",))
    result = parse(*files, "--format", "jsonl", extractors=[broken, extractor("names")])
    assert result.exit_code == 1
    assert "the extractor 'broken'" in result.stderr
    assert "is left out" in result.stderr
    assert [set(line["layers"]) for line in lines(result)] == [{"mentions"}] * 3


def test_a_second_extractor_for_a_layer_leaves_the_first_one_in_place_and_is_named(parse, files):
    result = parse(*files, "--format", "jsonl", extractors=[extractor("names"), extractor("marks", make=lambda: 1 / 0)])
    assert result.exit_code == 0
    assert "the extractor 'marks' (SimpleNamespace) is left out" in result.stderr
    assert "'names' and 'marks' both make the layer 'mentions'" in result.stderr
    assert "--exclude" in result.stderr
    assert [bool(line["layers"]["mentions"]) for line in lines(result)] == [True] * 3


def test_a_name_that_nobody_has_comes_with_the_plugins_that_did_not_load(parse, files):
    result = parse(*files, "--extractor", "wanted", extractors=[extractor("names"), "not a specification"])
    assert result.exit_code == 1
    assert "no installed plugin has the extractor 'wanted'" in result.stderr
    assert "Not loaded: [NP302]" in result.stderr


class UnspeakableError(Exception):
    def __str__(self):
        raise ValueError("not even that")


WORST = [SystemExit(0), KeyboardInterrupt(), UnspeakableError(), ZeroDivisionError("by nought")]


@pytest.mark.parametrize("error", WORST)
def test_a_writer_that_fails_on_one_document_writes_the_others(parse, files, error):
    def write(document):
        if document.text.endswith("b"):
            raise error
        return document.text

    result = parse(*files, "--format", "last", writers=[WriterSpec(name="last", summary=".", write=write)])
    assert result.exit_code == 1
    assert result.stdout.split("\n") == [f"{TEXT} a", f"{TEXT} c", ""]
    assert "[NP402]" in result.stderr
    assert "b.txt cannot be written as 'last'" in result.stderr


def halfway(data, path):
    yield Document(text=TEXT)
    raise SystemExit(0)


def interrupted(data, path):
    yield Document(text=TEXT)
    raise KeyboardInterrupt


def not_closing(data, path):
    try:
        yield Document(text=TEXT)
        yield 5
    finally:
        raise KeyboardInterrupt


class Unlooked(Document):
    @property
    def layers(self):
        raise SystemExit


def misshapen(data, path):
    return [Document(text=5, id="x"), Document(text=TEXT), Document(text=TEXT, layers=None)]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (halfway, [TEXT, ""]),
        (interrupted, [TEXT, ""]),
        (not_closing, [TEXT, "", ""]),
        (lambda data, path: [object.__new__(Unlooked), Document(text=TEXT)], ["", TEXT]),
        (misshapen, ["", TEXT, ""]),
        (lambda data, path: None, [""]),
        (lambda data, path: 1 / 0, [""]),
    ],
)
def test_what_a_reader_does_costs_that_file_at_most(parse, files, tmp_path, read, expected):
    wire = tmp_path / "a.wire"
    wire.write_bytes(b"x")
    reader = ReaderSpec(name="wire", summary=".", read=read, suffixes=(".wire",))
    result = parse(wire, files[1], "--format", "jsonl", readers=[reader])
    assert result.exit_code == 1
    assert [line["text"] for line in lines(result)] == [*expected, f"{TEXT} b"]
    assert "a.wire" in result.stderr


@pytest.mark.parametrize("error", WORST)
def test_a_reader_that_fails_to_recognise_a_file_costs_no_file(parse, files, error):
    def begins(head):
        raise error

    wire = ReaderSpec(name="wire", summary=".", read=halfway, suffixes=(".wire",), begins=begins)
    result = parse(*files, "--format", "jsonl", readers=[wire])
    assert result.exit_code == 0
    assert len(lines(result)) == len(files)
    assert result.stderr.count("the reader 'wire' cannot say how its files begin") <= 1


@pytest.mark.parametrize("error", WORST)
def test_options_that_cannot_be_made_are_one_line(parse, files, error):
    def check(_value):
        raise error

    config = attrs.make_class("Config", {"size": attrs.field(default=1, converter=check)})
    writer = WriterSpec(name="last", summary=".", write=lambda document, options: "", config=config)
    result = parse(files[0], "--format", "last", writers=[writer])
    assert result.exit_code == 1
    assert "[NP403] the writer 'last': " in result.stderr


@pytest.mark.parametrize("place", ["", "results/", "results", os.devnull])
def test_a_place_that_cannot_hold_the_output_is_refused_before_the_run(parse, files, tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "results").mkdir()
    ran = []
    seen = extractor("seen", make=lambda: SimpleNamespace(extract=lambda document: ran.append(document) or []))
    result = parse(files[0], "-o", place, extractors=[seen])
    assert result.exit_code == 1
    assert "[NP402]" in result.stderr
    assert ran == []


def test_an_input_is_never_overwritten(parse, files):
    result = parse(files[0], "-o", files[0])
    assert result.exit_code == 1
    assert "is one of the inputs" in result.stderr
    assert files[0].read_text("utf-8") == f"{TEXT} a"


def test_a_link_as_output_stays_a_link(parse, files, tmp_path):
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    assert parse(files[0], "-o", link).exit_code == 0
    assert link.is_symlink()
    assert TEXT in target.read_text("utf-8")


def test_a_line_whose_layers_are_mixed_up_is_refused_and_the_others_are_read(parse, files, tmp_path):
    document = Document(text=TEXT).with_layer("mentions", names(Document(text=TEXT)))
    fields = json.loads(newsparse.dumps(document))
    fields["layers"]["quotes"] = fields["layers"].pop("mentions")
    path = tmp_path / "mixed.jsonl"
    path.write_text(json.dumps(fields) + "\n")
    result = parse(path, files[0])
    assert result.exit_code == 1
    assert "[NP201]" in result.stderr
    assert "a mention does not belong in the layer 'quotes'" in result.stderr
    assert f"{TEXT} a" in result.stdout


def test_no_message_can_steer_the_terminal(parse, tmp_path):
    evil = "\x1b[2J\u202e\x9b\ud800\nnewsparse: all well"

    def breaking(document):
        raise ValueError(evil)

    specs = [
        extractor("evil", make=lambda: SimpleNamespace(extract=breaking), provides=("quotes",)),
        extractor("names"),
    ]
    specs += [extractor("unmade", make=lambda: breaking(None), provides=("figures",))]
    path = tmp_path / "a\x1b[2Jb.jsonl"
    path.write_text(json.dumps({"text": TEXT, "title": evil, "id": evil}) + "\nno JSON\n")
    result = parse(path, "\x1bnone.txt", extractors=specs)
    assert result.exit_code == 1
    for output in (result.stdout, result.stderr):
        assert not {"\x1b", "\u202e", "\x9b", "\ud800"} & set(output)
        assert "\nnewsparse: all well" not in output
    assert "\\x1b[2J\\u202e" in result.stderr


def test_the_list_of_plugins_cannot_steer_the_terminal(monkeypatch):
    def hook():
        raise ValueError("\x1b[2J \ud800\u202e")

    plugin = SimpleNamespace(__name__="odd\x1b[2J", newsparse_extractors=newsparse.hookimpl(hook))
    found = newsparse.Host.of(plugin)
    monkeypatch.setattr(newsparse.Host, "discover", lambda **_: found)
    result = CliRunner().invoke(main, ["plugins"])
    assert result.exit_code == 1
    assert not {"\x1b", "\u202e", "\ud800"} & set(result.output)
    assert "\\x1b[2J" in result.output


WORDS = (
    "import newsparse\nfrom newsparse.testing import fake_backend\n\n\n"
    "@newsparse.hookimpl\ndef newsparse_backends():\n    return [fake_backend()]\n"
)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")
@pytest.mark.parametrize("redirection", ["> /dev/full", ">&-"])
def test_an_output_that_fails_is_one_line_without_a_traceback(files, redirection, tmp_path):
    info = tmp_path / "desk-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: desk\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[newsparse]\ndesk = desk_words\n")
    (tmp_path / "desk_words.py").write_text(WORDS)
    command = f"'{sys.executable}' -m newsparse parse '{files[0]}' --format jsonl {redirection}"
    environment = os.environ | {
        "NEWSPARSE_LOAD_PLUGINS": "desk",
        "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path]),
    }
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 1
    assert "[NP402]" in done.stderr
    assert "Traceback" not in done.stderr


def test_options_of_readers_are_read_and_what_they_skip_is_one_line(parse, tmp_path):
    (tmp_path / "rows.csv").write_text(f'key,main\n7,"{TEXT}"\n')
    (tmp_path / "README.md").write_text("Ada said yes.")
    (tmp_path / "page.css").write_text("a{b:c}" * 9)
    arguments = ["--format", "jsonl", "--reader-option", "text=main", "--reader-option", "id=key"]
    result = parse(tmp_path, *arguments)
    assert result.exit_code == 0
    assert [line["text"] for line in lines(result)] == ["Ada said yes.", TEXT]
    assert lines(result)[1]["id"] == "7"
    assert result.stderr == "newsparse: skipped 1 file that no reader takes: 1 .css.\n"
    result = parse(tmp_path, *arguments, "--reader", "csv", "--reader-option", "heading=x")
    assert result.exit_code == 1
    assert "[NP403] the reader 'csv' has no option 'heading'" in result.stderr


PRINTING = WORDS + (
    "\n\nclass Chatty:\n    def extract(self, document):\n        print('chatty')\n        return []\n\n\n"
    "@newsparse.hookimpl\ndef newsparse_extractors():\n    from newsparse.specs import ExtractorSpec\n"
    "    return [ExtractorSpec(name='chatty', summary='.', make=Chatty, provides=('a',), requires=('tokens',))]\n"
)


@pytest.fixture
def desk(tmp_path):
    """The command ``newsparse parse`` and its environment, with one installed plugin alone, which prints."""
    info = tmp_path / "desk-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: desk\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[newsparse]\ndesk = desk_words\n")
    (tmp_path / "desk_words.py").write_text(PRINTING)
    path = os.pathsep.join([str(tmp_path), *sys.path])
    command = [sys.executable, "-m", "newsparse", "parse", "--format", "jsonl"]
    return command, os.environ | {"NEWSPARSE_LOAD_PLUGINS": "desk", "PYTHONPATH": path}


@pytest.mark.parametrize("options", [[], ["--workers", "1"]])
def test_what_a_plugin_prints_is_not_among_the_results(desk, files, options):
    command, environment = desk
    done = subprocess.run([*command, *options, *files], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == [f"{TEXT} {name}" for name in "abc"]
    assert done.stderr.count("chatty\n") == 3


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.txt", "Ada said no.", "{file}: "),
        ("a.csv", "id,text\nkell-7,Ada said no.\n", "{file}, kell-7: "),
        ("a.jsonl", '{"text": "Ada said no."}\n', "{file}, " + Document(text="Ada said no.").id + ": "),
    ],
)
def test_a_failure_names_the_article_where_a_file_has_several(parse, tmp_path, name, content, place):
    file = tmp_path / name
    file.write_text(content, "utf-8")
    fails = extractor("fails", make=lambda: SimpleNamespace(extract=lambda document: 1 / 0))
    result = parse(file, "--format", "jsonl", extractors=[fails])
    assert result.stderr.startswith(f"newsparse: [NP304] {place.format(file=file)}")


def test_no_place_is_named_twice(parse, tmp_path):
    file = tmp_path / "none.csv"
    file.write_text("a,b\n1,2\n", "utf-8")
    for options in ([], ["--format", "csv", "--layers", "articles"]):
        result = parse(file, *options)
        assert "no column that is known to be the text" in result.stdout
        assert f"[NP401] {file} has no column" in result.stdout


def faulty(data, path):
    raise KeyError("body")


def test_a_readers_fault_is_named_with_its_line(parse, tmp_path):
    (tmp_path / "a.odd").write_text("Ada", "utf-8")
    reader = ReaderSpec(name="odd", summary=".", read=faulty, suffixes=(".odd",))
    result = parse(tmp_path / "a.odd", readers=[reader])
    assert re.search(r"a\.odd: KeyError: 'body' \(\S*test_parse_hostile\.py:\d+, `raise KeyError", result.stderr)
