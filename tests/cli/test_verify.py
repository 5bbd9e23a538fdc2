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


def test_the_findings_of_a_draft_are_written_to_a_file_in_the_format_that_is_named(verify, tmp_path):
    draft = "The port lost 40 jobs."
    report = verify(draft)
    assert verify(draft, "-o", "-").stdout == report.stdout
    assert verify(draft, "-o", "out.html", "--format", "text").stdout == ""
    assert (tmp_path / "out.html").read_text("utf-8") == report.stdout
    for name, begins in (
        ("out.HTM", "<!doctype html>"),
        ("out.jsonl", "{"),
        ("out.json", "{"),
        ("out.odd", "draft.txt"),
    ):
        assert verify(draft, "-o", name).exit_code == 0
        assert (tmp_path / name).read_text("utf-8").startswith(begins)
    page = verify(draft, "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")


def test_json_has_the_layers_that_findings_are_about(verify, tmp_path):
    draft = newsparse.Document(text="The port lost 40 jobs.", id="draft").with_layer("quotes", [])
    draft = draft.with_layer("numbers", numbers(draft)).with_layer("sentences", []).with_layer("mentions", [])
    (tmp_path / "parsed.jsonl").write_text(newsparse.dumps(draft) + "\n", "utf-8")
    verify("Rain.")
    result = CliRunner().invoke(main, ["verify", "parsed.jsonl", "--against", "source.txt", "--format", "json"])
    assert set(json.loads(result.stdout)["layers"]) == {"findings", "mentions", "numbers", "quotes"}


@pytest.mark.parametrize(
    ("draft", "status"),
    [("The port lost 40 jobs.", 0), ("The port lost 41 jobs.", 3), ("“We will be gone,” Brook said.", 3), ("Rain.", 0)],
)
def test_the_status_says_whether_all_is_supported(verify, draft, status):
    assert verify(draft).exit_code == status


@pytest.mark.parametrize(
    ("content", "many"), [("", 0), ('{"text": "It rained."}\n' * 2, 2), ('{"text": "It rained."}\n' * 3, 3)]
)
def test_a_draft_is_exactly_one_article(verify, tmp_path, content, many):
    (tmp_path / "drafts.jsonl").write_text(content, "utf-8")
    verify("Rain.")
    result = CliRunner().invoke(main, ["verify", "drafts.jsonl", "--against", "source.txt", "-o", "out.json"])
    assert result.exit_code == 1
    assert f"drafts.jsonl holds {many} articles. Name a draft that is exactly one.\n" in result.stderr
    assert not (tmp_path / "out.json").exists()


def test_a_draft_comes_from_standard_input_too(verify):
    verify("Rain.")
    found = CliRunner().invoke(main, ["verify", "-", "--against", "source.txt"], input="The port lost 41 jobs.")
    assert found.exit_code == 3
    none = CliRunner().invoke(main, ["verify", "-", "--against", "source.txt"], input="")
    assert none.exit_code == 1
    assert none.stderr == "newsparse: [NP401] there is no text in standard input.\n"


def test_a_draft_that_is_not_there_is_said_once(verify, tmp_path):
    verify("Rain.")
    result = CliRunner().invoke(main, ["verify", "none.txt", "--against", "source.txt"])
    assert result.exit_code == 1
    assert result.stderr.splitlines() == ["newsparse: [NP401] no such file: none.txt."]


def test_a_draft_and_sources_that_were_parsed_before_are_not_parsed_again(verify, tmp_path, monkeypatch):
    whole = newsparse.Document(text=SOURCE, id="whole")
    whole = whole.with_layer("quotes", quotes(whole)).with_layer("numbers", numbers(whole))
    half = newsparse.Document(text=SOURCE, id="half").with_layer("quotes", [])
    other = newsparse.Document(text=SOURCE, id="other").with_layer("numbers", [])
    (tmp_path / "parsed.jsonl").write_text("".join(newsparse.dumps(item) + "\n" for item in (whole, half, other)))
    parsed, call = [], Pipeline.__call__

    def watched(self, document):
        parsed.append(document.id)
        return call(self, document)

    monkeypatch.setattr(Pipeline, "__call__", watched)
    verify("The port lost 40 jobs.", sources=("parsed.jsonl",))
    assert parsed[1:] == ["half", "other"]


def test_an_extractor_that_fails_on_a_source_is_a_line_and_status_1(verify, tmp_path, monkeypatch):
    (tmp_path / "odd.txt").write_text("The port lost 40 jobs, and more.", "utf-8")

    def failing(document):
        if "more" in document.text:
            raise ValueError("no such word")
        return numbers(document)

    spec = ExtractorSpec(name="odd", summary=".", make=lambda: SimpleNamespace(extract=failing), provides=("numbers",))
    said = ExtractorSpec(name="said", summary=".", make=lambda: SimpleNamespace(extract=quotes), provides=("quotes",))
    verify("The port lost 40 jobs.")
    found = newsparse.Host.of(
        "newsparse.builtin", SimpleNamespace(newsparse_extractors=newsparse.hookimpl(lambda: [spec, said]))
    )
    monkeypatch.setattr(newsparse.Host, "discover", lambda **_: found)
    result = CliRunner().invoke(main, ["verify", "draft.txt", "--against", "odd.txt", "source.txt"])
    assert result.exit_code == 1
    assert result.stderr.count("[NP304] odd.txt: ") == result.stderr.count("\n") == 1
    assert "1 figure, none unsupported" in result.stdout


def test_a_plugin_with_a_problem_is_a_line_and_status_1(verify, monkeypatch):
    verify("The port lost 40 jobs.")
    specs = [
        ExtractorSpec(name=name, summary=".", make=lambda found=found: SimpleNamespace(extract=found), provides=(name,))
        for name, found in (("quotes", quotes), ("numbers", numbers))
    ]
    found = newsparse.Host.of(
        "newsparse.builtin",
        SimpleNamespace(newsparse_extractors=newsparse.hookimpl(lambda: [*specs, "not a specification"])),
    )
    monkeypatch.setattr(newsparse.Host, "discover", lambda **_: found)
    result = CliRunner().invoke(main, ["verify", "draft.txt", "--against", "source.txt"])
    assert (result.exit_code, result.stderr.count("[NP302]"), result.stderr.count("\n")) == (1, 1, 1)


def test_an_extractor_that_is_left_out_for_another_one_is_a_line_and_no_fault(verify, monkeypatch):
    makes = {"quotes": quotes, "numbers": numbers, "tallies": numbers}
    specs = [
        ExtractorSpec(
            name=name,
            summary=".",
            make=lambda found=found: SimpleNamespace(extract=found),
            provides=("numbers" if found is numbers else "quotes",),
        )
        for name, found in makes.items()
    ]
    host = newsparse.Host.of(
        "newsparse.builtin", SimpleNamespace(newsparse_extractors=newsparse.hookimpl(lambda: specs))
    )
    verify("no")
    monkeypatch.setattr(newsparse.Host, "discover", lambda **_: host)
    result = CliRunner().invoke(main, ["verify", "draft.txt", "--against", "source.txt"])
    assert (result.exit_code, result.stderr.count("'tallies'")) == (0, 2)


def test_a_draft_is_stored_anew_each_time_and_without_a_database_nowhere(verify, tmp_path):
    index([newsparse.Document(text=SOURCE)], tmp_path / "news.db")
    assert verify("The port lost 40 jobs.").stderr == ""
    told = [verify(draft, "--store", "news.db").stderr for draft in ("Rain.", "Snow.", "Rain.")]
    assert told == [f"news.db: draft {number}; newsparse serve news.db shows it.\n" for number in (1, 2, 1)]


def test_findings_can_be_stored_in_a_database_that_is_made_for_them(verify, tmp_path):
    result = verify("The port lost 40 jobs.", "--store", "new.db")
    assert (result.exit_code, result.stderr) == (0, "new.db: draft 1; newsparse serve new.db shows it.\n")
    with contextlib.closing(opened(tmp_path / "new.db")) as database:
        assert len(drafts.findings(database, 1)) == 1


def test_files_and_databases_can_be_sources_together(verify, tmp_path):
    other = newsparse.Document(text="The museum sold 61 paintings.")
    other = other.with_layer("quotes", []).with_layer("numbers", numbers(other))
    index([other], tmp_path / "news.db")
    draft = "The port lost 40 jobs. The museum sold 61 paintings."
    assert verify(draft, sources=("source.txt", "news.db")).exit_code == 0
    assert verify(draft, sources=("news.db", "source.txt")).exit_code == 0
    assert verify(draft, sources=("news.db",)).exit_code == 3
    assert verify(draft, sources=("source.txt",)).exit_code == 3


def test_without_any_source_that_can_be_read_nothing_is_called_absent(verify, tmp_path):
    result = verify("He said “We will be back.”", "-o", "o.txt", sources=("none.txt", "other.txt"))
    assert result.exit_code == 1
    assert "no such file" in result.stderr
    assert "[NP401] none of the sources could be read, so there is nothing to compare with." in result.stderr
    assert "ABSENT" not in result.output
    assert not (tmp_path / "o.txt").exists()
