"""``newsparse verify``: a draft and its sources in, findings out, and an exit status for pipelines."""

from __future__ import annotations

import contextlib
import json
import os
import re
from decimal import Decimal
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import newsparse
from newsparse.cli import main
from newsparse.corpus import drafts, index, opened
from newsparse.model import NumberClaim, Quantity, Quote, Span
from newsparse.pipeline import Pipeline
from newsparse.specs import ExtractorSpec

SOURCE = "The port lost 40 jobs. “We will be back,” said Ada Brook."


def quotes(document):
    spans = [Span(*match.span(1)) for match in re.finditer("“([^”]*)”", document.text)]
    return [Quote.make(document.text, span, fragments=(span,), form="direct") for span in spans]


def numbers(document):
    for match in re.finditer(r"\d+", document.text):
        quantity = Quantity(low=Decimal(match[0]), high=Decimal(match[0]))
        yield NumberClaim.make(document.text, Span(*match.span()), quantity=quantity)


@pytest.fixture
def verify(monkeypatch, tmp_path):
    """Runs ``newsparse verify`` on a draft, with extractors made by the test."""
    specs = [
        ExtractorSpec(name=name, summary=".", make=lambda found=found: SimpleNamespace(extract=found), provides=(name,))
        for name, found in (("quotes", quotes), ("numbers", numbers))
    ]
    hosts = {
        True: newsparse.Host.of(
            "newsparse.builtin", SimpleNamespace(newsparse_extractors=newsparse.hookimpl(lambda: specs))
        ),
        False: newsparse.Host.of("newsparse.builtin"),
    }
    (tmp_path / "source.txt").write_text(SOURCE, "utf-8")

    def run(draft, *arguments, sources=("source.txt",), able=True):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(newsparse.Host, "discover", lambda **_: hosts[able])
        (tmp_path / "draft.txt").write_text(draft, "utf-8")
        return CliRunner().invoke(main, ["verify", "draft.txt", "--against", *sources, *arguments])

    return run


def test_a_draft_that_its_sources_support_ends_with_0(verify):
    result = verify("The port lost 40 jobs. “We will be back,” Brook said.")
    assert result.exit_code == 0, result.output
    assert "1 quotation, none unsupported; 1 figure, none unsupported" in result.output


def test_a_draft_with_anything_that_they_do_not_support_ends_with_3(verify):
    result = verify("The port lost 50 jobs. “We will be back,” Brook said.")
    assert result.exit_code == 3
    assert "VALUE" in result.output
    assert "source.txt 14-16  40" in result.output


def test_json_is_a_document_that_can_be_read_again(verify):
    result = verify("The port lost 40 jobs.", "--format", "json")
    document = newsparse.loads(result.output)
    assert [finding.verdict for finding in document.findings] == ["verbatim"]
    assert json.loads(result.output)["meta"]["path"] == "draft.txt"


def test_the_ending_of_the_output_decides_the_format(verify, tmp_path):
    assert verify("The port lost 40 jobs.", "-o", "out.html").output == ""
    assert (tmp_path / "out.html").read_text("utf-8").startswith("<!doctype html>")


def test_several_sources_are_named_one_after_the_other(verify, tmp_path):
    (tmp_path / "more.txt").write_text("The museum sold 61 paintings.", "utf-8")
    draft = "The port lost 40 jobs. The museum sold 61 paintings."
    assert verify(draft, sources=("source.txt", "more.txt")).exit_code == 0


def test_sources_that_were_parsed_before_are_taken_as_they_are(verify, tmp_path):
    source = newsparse.Document(text=SOURCE).with_layer("quotes", []).with_layer("numbers", [])
    (tmp_path / "parsed.jsonl").write_text(newsparse.dumps(source) + "\n", "utf-8")
    assert verify("Lena has 7 cats.", sources=("parsed.jsonl",)).exit_code == 3


def test_a_database_is_a_source_and_a_place_for_the_findings(verify, tmp_path):
    source = newsparse.Document(text=SOURCE)
    source = source.with_layer("quotes", quotes(source)).with_layer("numbers", numbers(source))
    index([source], tmp_path / "news.db")
    result = verify("The port lost 50 jobs.", "--store", "news.db", sources=("news.db",))
    assert result.exit_code == 3
    assert result.stderr == "news.db: draft 1; newsparse serve news.db shows it.\n"
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        (found,) = drafts.findings(database, 1)
    assert (found["verdict"], found["document"], found["source_text"]) == ("value", 1, "40")


@pytest.mark.parametrize("place", ["draft.txt", "source.txt", "other.db"])
def test_a_place_that_is_no_database_is_refused_before_anything_is_parsed(verify, tmp_path, monkeypatch, place):
    monkeypatch.setattr(Pipeline, "__call__", None)
    (tmp_path / "other.db").write_text("no database", "utf-8")
    result = verify("The port lost 40 jobs.", "--store", place)
    assert result.exit_code == 1
    assert "[NP40" in result.stderr
    assert (tmp_path / "other.db").read_text("utf-8") == "no database"


def test_the_findings_are_not_written_over_the_database(verify, tmp_path):
    index([newsparse.Document(text=SOURCE)], tmp_path / "news.db")
    result = verify("The port lost 40 jobs.", "-o", "news.db", "--store", "news.db")
    assert result.exit_code == 1
    assert "would be replaced" in result.stderr


def test_a_source_that_cannot_be_read_ends_with_1_and_the_rest_is_compared(verify):
    result = verify("The port lost 40 jobs.", sources=("none.txt", "source.txt"))
    assert result.exit_code == 1
    assert "no such file" in result.output
    assert "1 figure, none unsupported" in result.output


def test_without_extractors_of_claims_nothing_is_compared(verify):
    result = verify("The port lost 40 jobs.", able=False)
    assert result.exit_code == 1
    assert "nothing installed gives the layer 'quotes'" in result.output


def test_without_sources_the_usage_is_shown(verify):
    assert CliRunner().invoke(main, ["verify", "draft.txt"]).exit_code == 2


@pytest.mark.parametrize("place", ["draft.txt", "source.txt", "./source.txt", ".", "", os.devnull, "none/out.json"])
def test_a_place_that_cannot_hold_the_findings_is_refused_before_anything_is_parsed(
    verify, tmp_path, monkeypatch, place
):
    monkeypatch.setattr(Pipeline, "__call__", None)
    result = verify("The port lost 40 jobs.", "-o", place)
    assert result.exit_code == 1
    assert "[NP402]" in result.stderr
    assert (tmp_path / "source.txt").read_text("utf-8") == SOURCE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft.txt", "source.txt"]
