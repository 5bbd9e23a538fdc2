"""The layers of the output: those of claims by default, all or some on request; what is left loads again."""

from __future__ import annotations

import json
from types import SimpleNamespace

import attrs
import openpyxl
import pytest

import newsparse
from newsparse.model import Evidence, Mention, Passage, Quote, Span, Speaker
from newsparse.specs import ExtractorSpec, WriterSpec
from newsparse.testing import fake_backend
from newsparse.writers.json import unexplained

ANALYSIS = {"tokens", "sentences"}


def quotes(document):
    return [Quote.make(document.text, Span(0, 3), fragments=(Span(0, 3),), form="direct")]


def mentions(document):
    return [Mention.make(document.text, Span(0, 3), label="Person")]


def extractor(name, extract):
    made = SimpleNamespace(extract=extract)
    return ExtractorSpec(name=name, summary=".", make=lambda: made, provides=(name,), uses=tuple(ANALYSIS))


@pytest.fixture
def parse_layers(parse):
    """Parses with a language analysis and an extractor each for quotes and mentions."""

    def run(*arguments, **offers):
        extractors = [extractor("quotes", quotes), extractor("mentions", mentions)]
        return parse(*arguments, extractors=extractors, backends=[fake_backend()], **offers)

    return run


def layers(result):
    return [set(newsparse.loads(line).layers and json.loads(line)["layers"]) for line in result.stdout.splitlines()]


def test_json_leaves_out_the_language_analysis_by_default(parse_layers, files):
    assert layers(parse_layers(files[0], "--format", "jsonl")) == [{"quotes", "mentions"}]
    assert set(json.loads(parse_layers(files[0], "--format", "json").stdout)["layers"]) == {"quotes", "mentions"}


def test_all_layers_are_kept_on_request_and_are_what_python_gives(parse_layers, files):
    (found,) = layers(parse_layers(files[0], "--format", "jsonl", "--layers", "all"))
    assert found == {"quotes", "mentions", *ANALYSIS}


def test_only_the_layers_that_are_named(parse_layers, files):
    result = parse_layers(*files, "--format", "jsonl", "--layers", "quotes, tokens")
    assert layers(result) == [{"quotes", "tokens"}] * 3
    assert newsparse.loads(result.stdout.splitlines()[0]).quotes[0].text == "Ada"
    report = parse_layers(files[0], "--layers", "quotes").stdout
    assert "Who said what (1)" in report


def test_articles_that_were_parsed_before_are_written_as_they_are_on_request(parse_layers, files, tmp_path):
    again = ["--format", "jsonl", "--layers", "all"]
    assert parse_layers(*files[:2], "-o", tmp_path / "all.jsonl", "--layers", "all").exit_code == 0
    kept = parse_layers(files[2], tmp_path / "all.jsonl", files[2], *again, "--keep", "--exclude", "quotes")
    assert [set(layers_of) for layers_of in layers(kept)] == [
        {"mentions"} | ANALYSIS,
        {"quotes", "mentions"} | ANALYSIS,
        {"quotes", "mentions"} | ANALYSIS,
        {"mentions"} | ANALYSIS,
    ]
    assert kept.stdout.splitlines()[1:3] == (tmp_path / "all.jsonl").read_text("utf-8").splitlines()
    parsed = parse_layers(tmp_path / "all.jsonl", *again, "--exclude", "quotes")
    assert all("quotes" not in json.loads(line)["sources"] for line in parsed.stdout.splitlines())


def test_what_is_kept_cannot_be_explained(parse_layers, files):
    result = parse_layers(files[0], "--keep", "--explain")
    assert result.exit_code == 2
    assert "--keep and --explain exclude each other" in result.stderr


def test_other_formats_are_given_every_layer(parse_layers, files):
    writer = WriterSpec(name="names", summary=".", write=lambda document: " ".join(x.name for x in document.layers))
    result = parse_layers(files[0], "--format", "names", writers=[writer])
    assert set(result.stdout.split()) == {"quotes", "mentions", *ANALYSIS}


def test_for_tables_the_layers_are_the_tables(parse_layers, files, tmp_path):
    parse_layers(*files, "-o", tmp_path / "o.xlsx", "--layers", "quotes,articles")
    assert openpyxl.load_workbook(tmp_path / "o.xlsx").sheetnames == ["quotes", "articles"]
    result = parse_layers(*files, "-o", tmp_path / "o.csv", "--layers", "all")
    assert result.exit_code == 1
    assert "[NP403] a file of this format holds one table, not several" in result.stderr


def test_a_layer_that_nothing_gives_is_refused_with_the_names_of_those_there_are(parse_layers, files):
    result = parse_layers(files[0], "--format", "jsonl", "--layers", "quotes,figures")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "[NP306] no installed plugin has the layer 'figures' (there are: articles, " in result.stderr


def test_writers_of_runs_without_tables_are_given_the_layers_that_are_named(parse_layers, files):
    def write(documents, place):
        place.writelines(" ".join(x.name for x in document.layers).encode() + b"\n" for document in documents)

    writer = WriterSpec(name="names", summary=".", write_all=write, streams=True)
    result = parse_layers(*files, "--format", "names", "--layers", "quotes", writers=[writer])
    assert result.stdout.splitlines() == ["quotes"] * 3


def test_slim_lines_load_again_without_what_explains_the_claims(parse_layers, files):
    whole = parse_layers(files[0], "--format", "jsonl", "--layers", "quotes")
    options = ("--writer-option", "slim=true", "--writer-option", "text=no")
    slim = parse_layers(files[0], "--format", "jsonl", "--layers", "quotes", *options)
    (expected,) = map(newsparse.loads, whole.stdout.splitlines())
    found = newsparse.loads(slim.stdout.splitlines()[0], text=expected.text)
    assert [quote.fragments for quote in found.quotes] == [quote.fragments for quote in expected.quotes]
    assert {source.id for source in found.sources} == {"quotes"}
    assert files[0].read_text("utf-8") not in slim.stdout


def test_slim_claims_keep_who_says_what():
    speaker = Speaker(name="Ada", mention=Passage.at("Ada", 0, 3), reason="named")
    found = {"speaker": speaker, "rule": "a.rule", "evidence": (Evidence("source", "a.rule"),), "confidence": 0.98765}
    quote = Quote.of("Ada", Span(0, 3), form="direct", marks=(Span(0, 1),), **found)
    (found,) = unexplained(newsparse.Document(text="Ada").with_layer("quotes", [quote])).quotes
    assert (found.rule, found.evidence, found.marks, found.confidence) == ("", (), (), 0.99)
    assert found.speaker == attrs.evolve(speaker, reason="")
