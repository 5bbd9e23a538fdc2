"""``newsparse index``: articles enter a database, once, and what goes wrong is a line."""

from __future__ import annotations

import contextlib
import os
import signal
from types import SimpleNamespace

import attrs
import pytest
from click.testing import CliRunner

import newsparse
from newsparse.cli import main
from newsparse.corpus import opened
from newsparse.model import Failure, Mention, Span
from newsparse.specs import ExtractorSpec
from tests.corpus.stories import STORIES


def names(document):
    return [Mention.make(document.text, Span(0, 3), label="Person")]


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Runs ``newsparse index`` into a database, without plugins that need a model."""
    spec = ExtractorSpec(name="names", summary=".", make=lambda: SimpleNamespace(extract=names), provides=("mentions",))
    plugin = SimpleNamespace(newsparse_extractors=newsparse.hookimpl(lambda: [spec]))

    def run(*given, plugins=(plugin,)):
        found = newsparse.Host.of("newsparse.builtin", *plugins)
        monkeypatch.setattr(newsparse.Host, "discover", lambda **_: found)
        return CliRunner().invoke(main, ["index", *map(str, given), "-o", str(tmp_path / "news.db")])

    return run


def titles(tmp_path):
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        return [row[0] for row in database.execute("SELECT title FROM documents ORDER BY id")]


def test_articles_are_added_and_those_that_are_known_passed_over(run, files, tmp_path):
    first, second = run(*files[:2]), run(*files)
    assert first.output.endswith("news.db: 2 new articles, 0 known.\n")
    assert second.output.endswith("news.db: 1 new article, 2 known.\n")
    assert titles(tmp_path) == ["Ada said no. a", "Ada said no. b", "Ada said no. c"]


def test_documents_that_are_parsed_are_taken_as_they_are(run, files, tmp_path):
    lines = tmp_path / "parsed.jsonl"
    lines.write_text("".join(newsparse.dumps(story) + "\n" for story in STORIES[:2]), "utf-8")
    assert run(lines, files[0]).exit_code == 0
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        assert database.execute("SELECT sum(quotes) FROM documents").fetchone()[0] == 4


def test_a_file_that_is_missing_is_a_line_and_the_others_are_added(run, files, tmp_path):
    result = run(tmp_path / "none.txt", files[0])
    assert result.exit_code == 1
    assert "no such file" in result.output
    assert titles(tmp_path) == ["Ada said no. a"]


def test_an_article_that_is_not_analysed_is_left_out_and_tried_again(run, files, tmp_path):
    long = tmp_path / "long.txt"
    long.write_text("Ada said no. " * 20, "utf-8")
    for _ in range(2):
        refused = run(long, files[0], "--max-length", "100")
        assert refused.exit_code == 1
        assert "[NP309]" in refused.output
    assert titles(tmp_path) == ["Ada said no. a"]
    assert run(long, files[0]).output.endswith("news.db: 1 new article, 1 known.\n")


def test_a_run_that_is_stopped_keeps_what_is_done(own_process, tmp_path):
    (tmp_path / "in").mkdir()
    for number in range(20):
        (tmp_path / "in" / f"{number:02}.txt").write_text(f"Ada said no. {number}", "utf-8")
    stopped = own_process("index", "in", "-o", "news.db", stop=signal.SIGINT, at=" 18")
    assert stopped.returncode == 130
    assert stopped.stderr == "newsparse: stopped after 15 new articles; the same command continues.\n"
    assert titles(tmp_path) == [f"Ada said no. {number}" for number in range(15)]
    assert own_process("index", "in", "-o", "news.db").stdout == "news.db: 5 new articles, 15 known.\n"
    assert titles(tmp_path) == [f"Ada said no. {number}" for number in range(20)]


def test_a_table_of_attributes_is_joined(run, files, tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("name,party\nBo Lind,Greens\n", "utf-8")
    result = run(files[0], "--attributes", table)
    assert result.output.endswith("people.csv: 1 names, 0 of them in the articles.\n")


def test_a_database_of_something_else_is_refused(run, files, tmp_path):
    (tmp_path / "news.db").write_text("no database", "utf-8")
    result = run(files[0])
    assert result.exit_code == 1
    assert "is not a corpus that newsparse indexed" in result.output


def test_without_articles_the_usage_is_shown(run):
    assert run().exit_code == 2


def test_an_input_is_never_made_a_database(run, tmp_path):
    (tmp_path / "news.db").write_text("")
    result = run(tmp_path / "news.db")
    assert result.exit_code == 1
    assert "[NP402]" in result.output
    assert "one of the inputs" in result.output
    assert (tmp_path / "news.db").read_bytes() == b""


def test_attributes_alone_are_joined_to_the_articles_that_there_are(run, files, tmp_path):
    (tmp_path / "people.csv").write_text("name,party\nBo Lind,Greens\nAda Brook,Reds\n", "utf-8")
    assert run(files[0]).exit_code == 0
    result = run("--attributes", tmp_path / "people.csv")
    assert (result.exit_code, result.output) == (
        0,
        f"{tmp_path / 'people.csv'}: 2 names, 0 of them in the articles.\n",
    )


def test_attributes_are_joined_though_an_article_is_missing(run, files, tmp_path):
    (tmp_path / "people.csv").write_text("name,party\nBo Lind,Greens\n", "utf-8")
    result = run(tmp_path / "none.txt", files[0], "--attributes", tmp_path / "people.csv")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1].endswith("people.csv: 1 names, 0 of them in the articles.")


def test_articles_without_attributes_say_nothing_of_them(run, files, tmp_path):
    result = run(files[0])
    assert (result.exit_code, result.output) == (0, f"{tmp_path / 'news.db'}: 1 new article, 0 known.\n")


def hooked(*specs):
    return SimpleNamespace(newsparse_extractors=newsparse.hookimpl(lambda: list(specs)))


def spec(name, extract=names, provides="mentions"):
    return ExtractorSpec(name=name, summary=".", make=lambda: SimpleNamespace(extract=extract), provides=(provides,))


def test_a_plugin_that_does_not_load_is_a_line_and_status_1(run, files, tmp_path):
    result = run(files[0], plugins=[hooked(spec("names"), "not a specification")])
    assert result.exit_code == 1
    assert result.stderr.count("[NP302]") == result.stderr.count("\n") == 1
    assert titles(tmp_path) == ["Ada said no. a"]


def test_a_second_extractor_of_a_layer_is_a_line_alone(run, files):
    result = run(files[0], plugins=[hooked(spec("names"), spec("marks"))])
    assert result.exit_code == 0
    assert "the extractor 'marks'" in result.stderr


def test_an_article_that_an_extractor_fails_on_is_added_and_is_a_line(run, files, tmp_path):
    def failing(document):
        raise ValueError("no such word")

    result = run(*files[:2], plugins=[hooked(spec("names"), spec("odd", failing, "quotes"))])
    assert result.exit_code == 1
    assert result.stderr.count("[NP304]") == result.stderr.count("\n") == 2
    assert result.stdout.endswith("news.db: 2 new articles, 0 known.\n")
    assert titles(tmp_path) == ["Ada said no. a", "Ada said no. b"]
    again = run(*files[:2], plugins=[hooked(spec("names"), spec("odd", failing, "quotes"))])
    assert (again.exit_code, again.output) == (0, f"{tmp_path / 'news.db'}: 0 new articles, 2 known.\n")


def test_a_document_that_was_parsed_with_a_failure_is_added_and_told_of(run, tmp_path):
    failure = Failure(stage="extract", where="odd", code="NP304", message="odd: no such word.")
    whole = attrs.evolve(STORIES[0], failures=(failure,))
    (tmp_path / "parsed.jsonl").write_text(newsparse.dumps(whole) + "\n", "utf-8")
    result = run(tmp_path / "parsed.jsonl")
    assert result.exit_code == 1
    assert result.stderr.count("[NP304]") == 1
    assert titles(tmp_path) == [STORIES[0].meta.title]


@pytest.mark.parametrize(("options", "summed"), [([], False), (["-v"], True)])
def test_a_run_is_summed_up_on_request(run, files, options, summed):
    result = run(*files, *options)
    assert ("newsparse: 3 articles, 0 quotes, 0 figures, 0 failures, " in result.stderr) is summed


def test_a_limit_counts_articles_that_are_read(run, files, tmp_path):
    assert run(*files, "--limit", "2").output.endswith("news.db: 2 new articles, 0 known.\n")
    assert run(*files, "--limit", "2").output.endswith("news.db: 0 new articles, 2 known.\n")
    assert titles(tmp_path) == ["Ada said no. a", "Ada said no. b"]


def test_an_index_that_is_interrupted_keeps_what_is_done_and_says_so(run, files, tmp_path):
    def interrupting(document):
        if document.text.endswith("c"):
            os.kill(os.getpid(), signal.SIGINT)
        return names(document)

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        result = run(*files, plugins=[hooked(spec("names", interrupting))])
    finally:
        signal.signal(signal.SIGINT, before)
    assert result.exit_code == 130
    assert result.stderr == "newsparse: stopped after 1 new article; the same command continues.\n"
    assert titles(tmp_path) == ["Ada said no. a"]
