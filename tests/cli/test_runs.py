"""Whole runs in this process: what is kept of one that stops, what becomes of failures, and the exit status."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import sys
import threading
from types import SimpleNamespace

import attrs
import pytest

import newsparse
from newsparse.cli import main
from newsparse.cli.running import ENDINGS, Terminated, called, failure_line, stoppable, stopped_status
from newsparse.model import Document, Failure, Meta, Quote, Span
from newsparse.specs import ExtractorSpec, WriterSpec
from newsparse.testing import fake_backend

TEXT = "Ada said no."


def extractor(extract, name="names", provides="mentions"):
    return ExtractorSpec(name=name, summary=".", make=lambda: SimpleNamespace(extract=extract), provides=(provides,))


def stopping(at, sent=signal.SIGINT):
    """An extractor at which the process gets a signal, once."""
    left = [at]

    def extract(document):
        if left and document.text.endswith(left[0]):
            left.clear()
            os.kill(os.getpid(), sent)
        return []

    return [extractor(extract)]


@pytest.fixture(autouse=True)
def interruptible():
    """Ctrl-C raises ``KeyboardInterrupt``, whatever the tests run in."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_stopped_is_resumed_and_says_what_it_did(parse, files, tmp_path, sent, status):
    out = tmp_path / "out.jsonl"
    stopped = parse(*files, "-o", out, extractors=stopping("c", sent))
    assert stopped.exit_code == status
    assert stopped.stderr == "newsparse: stopped after 1 article; continue with --resume.\n"
    assert (out.exists(), (tmp_path / "out.jsonl.part").exists()) == (False, True)
    seen = []
    counting = [extractor(lambda document: seen.append(document.text[-1]) or [])]
    assert parse(*files, "-o", out, extractors=counting).exit_code == 1
    resumed = parse(*files, "-o", out, "--resume", extractors=counting)
    assert (resumed.exit_code, resumed.output) == (0, "")
    assert [json.loads(line)["text"][-1] for line in out.read_text("utf-8").splitlines()] == ["a", "b", "c"]
    assert "a" not in seen
    assert sorted(tmp_path.iterdir()) == [*files, out]


def test_a_run_that_is_stopped_before_anything_is_done_has_nothing_to_resume(parse, files, tmp_path):
    stopped = parse(*files, "-o", tmp_path / "out.jsonl", extractors=stopping("a"))
    assert (stopped.exit_code, stopped.stderr) == (130, "newsparse: stopped after 0 articles.\n")
    assert sorted(tmp_path.iterdir()) == files


def test_a_run_to_standard_output_that_is_stopped_keeps_nothing(parse, files, tmp_path):
    stopped = parse(*files, "--format", "jsonl", extractors=stopping("c"))
    assert (stopped.exit_code, stopped.stderr) == (130, "newsparse: stopped after 1 article.\n")
    assert sorted(tmp_path.iterdir()) == files


def test_what_a_stopped_run_left_is_refused_resumed_or_discarded(parse, files, tmp_path):
    out, left = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    parse(*files, "-o", out, extractors=stopping("c"))
    kept = left.read_bytes()
    refused = parse(*files, "-o", out)
    assert refused.exit_code == 1
    assert refused.stderr == (
        f"newsparse: [NP402] {left} holds the results of an earlier run that was stopped. "
        "Continue with --resume, or start over with --restart.\n"
    )
    assert left.read_bytes() == kept
    assert parse(*files, "-o", out, "--restart").exit_code == 0
    found = [json.loads(line)["layers"]["mentions"] for line in out.read_text("utf-8").splitlines()]
    assert [len(mentions) for mentions in found] == [1, 1, 1]
    assert not left.exists()


@pytest.mark.parametrize("more", [["--language", "en"], ["--resume"], ["--restart"]])
def test_a_run_may_be_resumed_or_restarted_though_none_was_stopped(parse, files, tmp_path, more):
    assert parse(*files, "-o", tmp_path / "out.jsonl", *more).exit_code == 0
    assert sorted(tmp_path.iterdir()) == [*files, tmp_path / "out.jsonl"]


@pytest.mark.parametrize(("more", "differs"), [(["--language", "de"], "language"), (["--keep"], "keep")])
def test_a_run_with_other_options_is_not_mixed_in(parse, files, tmp_path, more, differs):
    parse(*files, "-o", tmp_path / "out.jsonl", extractors=stopping("c"))
    refused = parse(*files, "-o", tmp_path / "out.jsonl", "--resume", *more, extractors=stopping("x"))
    assert refused.exit_code == 1
    assert f"belongs to a run that differs in {differs}" in refused.stderr


def test_a_run_that_keeps_what_is_parsed_is_resumed_as_one(parse, files, tmp_path):
    out = tmp_path / "out.jsonl"
    parse(*files, "-o", out, "--keep", extractors=stopping("c"))
    assert parse(*files, "-o", out, "--resume", "--keep", extractors=stopping("x")).exit_code == 0
    parse(*files, "-o", out, "--keep", extractors=stopping("c"))
    assert parse(*files, "-o", out, "--resume", extractors=stopping("x")).exit_code == 1


def test_an_explanation_keeps_nothing_to_resume(parse, files, tmp_path):
    stopped = parse(*files, "-o", tmp_path / "out.txt", "--explain", extractors=stopping("c"))
    assert (stopped.exit_code, stopped.stderr) == (130, "newsparse: stopped after 2 articles.\n")
    assert sorted(tmp_path.iterdir()) == files


def failing_at(*letters):
    def write(document):
        if document.text[-1] in letters:
            raise KeyError("body")
        return document.text

    return [WriterSpec(name="last", summary=".", write=write)]


@pytest.mark.parametrize(
    ("letters", "said"),
    [("b", "an article was not written."), ("ab", "2 articles were not written."), ("", None)],
)
def test_articles_that_are_not_written_are_counted_and_kept(parse, files, tmp_path, letters, said):
    left = tmp_path / "out.txt.part"
    result = parse(*files, "--format", "last", "-o", tmp_path / "out.txt", writers=failing_at(*letters))
    assert result.exit_code == int(bool(letters))
    assert result.stderr.count("[NP402]") == len(letters)
    assert left.exists() is bool(letters)
    kept = f"newsparse: {said} All results are kept in {left}; write them with --resume.\n"
    assert result.stderr.endswith(kept) if said else result.stderr == ""
    assert (tmp_path / "out.txt").read_text() == "".join(f"{TEXT} {name}\n" for name in "abc" if name not in letters)


def test_where_nothing_can_be_written_another_format_is_advised(parse, files, tmp_path):
    for place, kept in (([], "."), (["-o", tmp_path / "out.txt"], " and --resume: all results are kept.")):
        result = parse(*files, "--format", "last", *place, writers=failing_at(*"abc"))
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.endswith(
            f"[NP402] no article could be written as 'last'. Choose another format with --format{kept}\n"
        )


@pytest.mark.parametrize(("format_", "written"), [("jsonl", ""), ("json", "[\n]\n"), ("last", "")])
def test_a_file_without_articles_is_no_fault_of_the_format(parse, tmp_path, format_, written):
    (tmp_path / "rows.jsonl").write_text("", "utf-8")
    result = parse(tmp_path / "rows.jsonl", "--format", format_, writers=failing_at("a"))
    assert (result.exit_code, result.stdout, result.stderr) == (0, written, "")


@pytest.mark.parametrize(("options", "shown"), [([], False), (["--debug"], True)])
def test_where_a_writer_failed_is_shown_for_debugging_alone(parse, files, options, shown):
    result = parse(*files, "--format", "last", *options, writers=failing_at("b"))
    assert ("Traceback (most recent call last):" in result.stderr) is shown
    silent = [WriterSpec(name="last", summary=".", write=lambda document: None if document.text[-1] == "b" else "x")]
    assert "Traceback" not in parse(*files, "--format", "last", *options, writers=silent).stderr


@pytest.mark.parametrize(
    ("path", "many", "name"),
    [
        (None, False, "x"),
        (None, True, "x"),
        ("a.txt", False, "a.txt"),
        ("a.csv", True, "a.csv, x"),
        ("-", False, "standard input"),
        ("-", True, "standard input, x"),
    ],
)
def test_an_article_is_called_by_its_file_and_by_its_id_where_the_file_has_many(path, many, name):
    document = Document(text="", id="x", meta=Meta(path=path))
    assert called(document, many=many) == name
    failure = Failure(stage="read", where="x", code="NP401", message="it is odd.")
    assert failure_line(document, failure, many=many) == f"[NP401] {name}: it is odd."


@pytest.mark.parametrize(("many", "message"), [(False, "a.csv is odd."), (True, "a.csv has an odd row.")])
def test_a_file_that_a_failure_names_is_not_named_twice(many, message):
    document = Document(text="", id="x", meta=Meta(path="a.csv"))
    failure = Failure(stage="read", where="a.csv", code="NP401", message=message)
    assert failure_line(document, failure, many=many) == f"[NP401] {message}"


def test_a_failure_is_that_of_one_article_of_its_file_unless_something_else_is_said():
    document = Document(text="", id="x", meta=Meta(path="a.csv"))
    assert failure_line(document, Failure(stage="read", where="x", code="NP401", message=".")) == "[NP401] a.csv: ."


@pytest.mark.parametrize(("files_", "text"), [([], "from here"), (["-"], "from here")])
def test_standard_input_is_read_where_it_is_named_or_nothing_is(parse, files_, text):
    result = parse(*files_, "--format", "jsonl", stdin=text)
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == [text]


def test_where_files_are_named_standard_input_is_not_read(parse, files):
    result = parse(files[0], "--format", "jsonl", "-o", "-", stdin="from here")
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == [f"{TEXT} a"]


def said(document):
    return [Quote.make(document.text, Span(9, 11), fragments=(Span(9, 11),), form="indirect")]


@pytest.mark.parametrize("layer", ["quotes", "numbers", "entities", "rain"])
@pytest.mark.parametrize("keep", [True, False])
def test_only_articles_with_claims_or_names_are_kept_as_they_are(parse, files, tmp_path, layer, keep):
    lines = [newsparse.dumps(Document(text=f"{TEXT} {n}").with_layer(layer, [])) + "\n" for n in range(20)]
    (tmp_path / "parsed.jsonl").write_text("".join(lines), "utf-8")
    seen = []
    counting = [extractor(lambda document: seen.append(document.text) or [])]
    options = ["--format", "jsonl", "--layers", "all", *(["--keep"] if keep else [])]
    result = parse(files[0], tmp_path / "parsed.jsonl", files[1], *options, extractors=counting)
    assert result.exit_code == 0
    assert len(seen) == (2 if keep and layer != "rain" else 22)
    texts = [json.loads(line)["text"] for line in result.stdout.splitlines()]
    assert texts == [f"{TEXT} a", *(f"{TEXT} {n}" for n in range(20)), f"{TEXT} b"]


@pytest.mark.parametrize("many", [1, 2, 15, 16, 17, 40])
def test_every_article_is_parsed_once_and_in_order_whatever_the_batches(parse, tmp_path, many):
    rows = "".join(json.dumps({"text": f"{TEXT} {number}"}) + "\n" for number in range(many))
    (tmp_path / "rows.jsonl").write_text(rows, "utf-8")
    seen = []
    result = parse(
        tmp_path / "rows.jsonl", "--format", "jsonl", extractors=[extractor(lambda d: seen.append(d.text) or [])]
    )
    expected = [f"{TEXT} {number}" for number in range(many)]
    assert seen == expected
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == expected


def test_a_language_that_no_backend_is_for_and_an_extractor_that_is_named(parse, files):
    both = [extractor(lambda document: [], "names"), extractor(said, "said", "quotes")]
    layers = [
        set(json.loads(parse(files[0], "--format", "jsonl", *more, extractors=both).stdout)["layers"])
        for more in (
            [],
            ["--extractor", "said"],
            ["--extractor", "names", "--extractor", "said"],
            ["--exclude", "said"],
        )
    ]
    assert layers == [{"mentions", "quotes"}, {"quotes"}, {"mentions", "quotes"}, {"mentions"}]


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        (["--size", "small"], "[NP303] load() has no argument 'size', and the backend 'fake' no such option"),
        (["--language", "de"], "[NP306] no installed backend is the default for 'de'."),
        (["--backend", "odd"], "[NP306] no installed plugin has the backend 'odd' (there are: fake, "),
        (["--extractor", "odd"], "[NP306] no installed plugin has the extractor 'odd' (there are: names)"),
    ],
)
def test_what_the_options_name_is_what_is_loaded(parse, files, options, fault):
    spec = attrs.evolve(extractor(lambda document: []), requires=("tokens",))
    result = parse(files[0], *options, extractors=[spec], backends=[fake_backend()])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"newsparse: {fault}")
    assert parse(files[0], extractors=[spec], backends=[fake_backend()]).exit_code == 0


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("options", "watched"), [([], True), (["--no-progress"], False), (["--no-progress", "-v"], False), (["-v"], True)]
)
def test_a_terminal_sees_a_bar_and_what_the_run_came_to(monkeypatch, files, tmp_path, options, watched):
    found = newsparse.Host.of(
        "newsparse.builtin",
        SimpleNamespace(newsparse_extractors=newsparse.hookimpl(lambda: [extractor(lambda document: [])])),
    )
    monkeypatch.setattr(newsparse.Host, "discover", lambda **_: found)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    arguments = ["parse", *map(str, files), "--limit", "2", "-o", str(tmp_path / "out.jsonl"), *options]
    assert main.main(arguments, standalone_mode=False) is None
    assert ("2/2  100%" in " ".join(terminal.getvalue().split(" "))) is watched
    summed = re.findall(r"^newsparse: 2 articles, 0 quotes, 0 figures, 0 failures, ", terminal.getvalue(), re.MULTILINE)
    assert len(summed) == int(watched or "-v" in options)


@pytest.mark.parametrize("number", ENDINGS)
def test_what_ends_a_process_stops_a_block_as_ctrl_c_does_and_only_there(number):
    before = signal.signal(number, signal.SIG_DFL)
    try:
        with pytest.raises(Terminated) as stopped, stoppable():
            os.kill(os.getpid(), number)
        assert stopped_status(stopped.value) == 128 + number
        assert signal.getsignal(number) == signal.SIG_DFL
        with stoppable():
            assert signal.getsignal(number) != signal.SIG_DFL
        assert signal.getsignal(number) == signal.SIG_DFL
        signal.signal(number, signal.SIG_IGN)  # as nohup does
        with stoppable():
            os.kill(os.getpid(), number)
    finally:
        signal.signal(number, before)
    assert [stopped_status(error) for error in (KeyboardInterrupt(), Terminated(15))] == [130, 143]


def test_another_thread_than_the_main_one_leaves_signals_alone():
    found = []

    def block():
        with stoppable():
            found.append(signal.getsignal(signal.SIGTERM))

    before = signal.getsignal(signal.SIGTERM)
    thread = threading.Thread(target=block)
    thread.start()
    thread.join()
    assert found == [before]
