"""``newsparse findings``: what differs in the articles of a database, as text or JSON."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from newsparse.cli import main
from newsparse.cli.listing import as_json, as_text
from newsparse.corpus import Corpus
from newsparse.corpus.findings import KINDS
from tests.corpus.stories import STORIES
from tests.corpus.told import told


@pytest.fixture
def run(told_database):
    return lambda *given: CliRunner().invoke(main, ["findings", str(told_database), *given])


def test_a_finding_is_a_line_with_its_places_below(run):
    result = run("--kind", "figures", "--words", "killed")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "figures: people, conflict: 14 and 16 have no value in common: both are of the same day",
        "  12, headline: 2026-03-02 · North Wire · Mill fire kills 12",
        "  12 (police): 2026-03-02 · North Wire · Mill fire kills 12",
        "  12, headline: 2026-03-02 · Tarn Post · Mill fire kills 12",
        "  12 (police): 2026-03-02 · Tarn Post · Mill fire kills 12",
        "  14: 2026-03-03 · Kell Times · Fire toll at mill in Holm rises",
        "  16 (Holm Dock Union): 2026-03-03 · Radio Tarn · Inquiry into mill fire in Holm",
        "",
    ]


def test_without_options_all_kinds_come_in_their_order(run):
    begins = [line.partition(":")[0] for line in run().output.splitlines() if line and not line.startswith(" ")]
    assert list(dict.fromkeys(begins)) == ["quote", "figures", "claim"]


def test_words_that_are_altered_and_another_speaker_are_said(run):
    lines = run("--kind", "quotes").output.splitlines()
    assert lines[3] == "  altered, “doors” for “gates”: 2026-03-03 · Kell Times · Fire toll at mill in Holm rises"
    assert lines[4].startswith("  verbatim, another speaker: Greta Lindholm: 2026-03-03")


def test_json_is_one_line_whatever_is_in_it():
    words = "a\u2028b\x85c\u202e\x9b\x7f"
    (written,) = as_json("quotes", [({"original": words}, [{"title": words}])])
    assert json.loads(written) == {"finding": "quotes", "original": words, "places": [{"title": words}]}
    assert (len(written.splitlines()), set(written) & set(words) - set("abc")) == (1, set())


def test_words_that_are_only_added_stand_for_nothing():
    row = {"relation": "altered", "altered": "again", "altered_from": "", "other_speaker": 0}
    row |= {"day": "2026-03-02", "outlet": None, "title": "Ferry late"}
    head = {"original": "It was late,", "original_speaker": None, "articles": 2}
    head |= {f"first_{name}": None for name in ("day", "outlet", "title")}
    assert list(as_text("quotes", [(head, [row])]))[1] == "  altered, “again” for nothing: 2026-03-02 · Ferry late"


def test_json_is_a_line_per_finding_with_offsets(run, tmp_path):
    result = run("-o", str(tmp_path / "found.jsonl"), "--kind", "claims")
    assert (result.exit_code, result.output) == (0, "")
    rows = [json.loads(line) for line in (tmp_path / "found.jsonl").read_text("utf-8").splitlines()]
    assert {row["finding"] for row in rows} == {"claims"}
    denied = next(place for row in rows for place in row["places"] if place["text"].startswith("denied that "))
    assert told()[4].text[denied["start"] : denied["stop"]] == denied["text"]
    assert not {"telling", "status", "before"} & set(denied)


@pytest.mark.parametrize(
    ("given", "count"),
    [
        (["--show", "denied"], 1),
        (["--since", "2026-03-09"], 1),
        (["--until", "2026-03-01"], 0),
        (["--outlet", "Radio Tarn", "--kind", "quotes"], 1),
    ],
)
def test_options_narrow_what_is_listed(run, given, count):
    assert len(run("--format", "json", *given).output.splitlines()) == count


def test_nothing_to_find_is_said_and_is_no_failure(run):
    result = run("--words", "ferry")
    assert (result.exit_code, result.output) == (0, "No findings.\n")


def test_a_name_that_no_kind_shows_is_refused_with_those_that_there_are(run):
    result = run("--show", "agree", "--kind", "quotes")
    assert result.exit_code == 2
    assert "figures: agree, drift, conflict, incomparable" in result.output


def test_kinds_come_in_the_order_in_which_they_are_named_and_no_others(run):
    for kinds in (["claims"], ["claims", "quotes"], ["figures", "claims", "quotes"]):
        lines = run("--format", "json", *(word for kind in kinds for word in ("--kind", kind))).output.splitlines()
        assert list(dict.fromkeys(json.loads(line)["finding"] for line in lines)) == kinds


def test_what_is_shown_is_asked_of_the_kinds_that_have_it(run):
    rows = [json.loads(line) for line in run("--format", "json", "--show", "conflict").output.splitlines()]
    assert {row["finding"] for row in rows} == {"figures"}
    refused = run("--show", "nothing")
    assert refused.exit_code == 2
    assert "there is nothing to --show by the name 'nothing' (quotes: " in refused.output


@pytest.mark.parametrize("kind", ["quotes", "figures", "claims"])
def test_all_findings_of_a_kind_are_those_that_any_name_shows(run, kind):
    def shown(*options):
        return set(run("--format", "json", "--kind", kind, *options).output.splitlines())

    every = shown("--show", "all")
    named = [shown("--show", name) for name in KINDS[kind].choices if name != "all"]
    assert set().union(shown(), *named) <= every
    if kind != "quotes":
        assert set().union(shown(), *named) == every
    assert {json.loads(line)["finding"] for line in every} == {kind}


@pytest.mark.parametrize(
    ("name", "format_", "is_json"),
    [
        ("o.json", None, True),
        ("o.jsonl", None, True),
        ("o.txt", None, False),
        ("o.odd", None, False),
        ("o.txt", "json", True),
        ("o.json", "text", False),
    ],
)
def test_findings_are_written_in_the_format_that_is_named_or_that_of_the_ending(run, tmp_path, name, format_, is_json):
    options = ["--format", format_] if format_ else []
    assert run("-o", str(tmp_path / name), *options).output == ""
    written = (tmp_path / name).read_text("utf-8")
    assert written == run("--format", "json" if is_json else "text").output
    assert written.startswith("{") is is_json


def test_standard_output_has_a_name(run):
    assert run("-o", "-").output == run().output
    assert run("-o", "-", "--format", "json").output == run("--format", "json").output


@pytest.mark.parametrize("options", [[], ["--format", "json"]])
def test_the_database_is_not_replaced_by_its_findings(run, told_database, options):
    before = told_database.read_bytes()
    result = run("-o", str(told_database), *options)
    assert result.exit_code == 1
    assert "would be replaced" in result.output
    assert told_database.read_bytes() == before


def test_no_findings_are_no_line_of_json(run):
    assert run("--words", "ferry", "--format", "json").output == ""


@pytest.mark.parametrize(("since", "until", "some"), [("2026-03-02", "2026-03-09", True), ("2026-03-10", None, False)])
def test_both_days_are_included(run, since, until, some):
    given = ["--since", since, *(["--until", until] if until else [])]
    assert (run("--format", "json", *given).output != "") is some
    assert run("--since", "March").exit_code == 2


def test_a_file_that_is_no_corpus_is_one_line(tmp_path):
    result = CliRunner().invoke(main, ["findings", str(tmp_path / "none.db")])
    assert result.exit_code == 1
    assert "there is no database" in result.output


def test_articles_that_were_not_compared_yet_are_said(tmp_path):
    cut_off = Corpus(tmp_path / "news.db")
    cut_off.add(STORIES[0])
    cut_off.commit()
    cut_off.database.close()
    result = CliRunner().invoke(main, ["findings", str(tmp_path / "news.db")])
    assert result.exit_code == 0
    assert "Articles not compared yet: 1." in result.output


class Found(dict):
    """A row as SQLite gives it."""


def lines(kind, head, *places):
    return list(as_text(kind, [(Found(head), [Found(place) for place in places])]))


WHERE = {"day": "2026-03-02", "outlet": "Kell Times", "title": "Mill fire"}
NOWHERE = dict.fromkeys(WHERE)


def test_a_quote_is_told_with_whoever_said_it_and_how_it_was_told():
    head = {"original": "No.", "original_speaker": "Ada", "articles": 1200}
    first = {f"first_{name}": value for name, value in WHERE.items()}
    told = {"relation": "altered", "altered": "Yes", "altered_from": "No", "other_speaker": 0, "speaker": "Ada"}
    other = {"relation": "verbatim", "altered": None, "altered_from": None, "other_speaker": 1, "speaker": "Bo"}
    cut = {**told, "altered": "", "altered_from": "not"}
    assert lines("quotes", {**head, **first}, {**told, **WHERE}, {**other, **NOWHERE}, {**cut, **WHERE}) == [
        "quote: “No.” (Ada), in 1,200 articles, first 2026-03-02 · Kell Times · Mill fire",
        "  altered, “Yes” for “No”: 2026-03-02 · Kell Times · Mill fire",
        "  verbatim, another speaker: Bo:",
        "  altered, nothing for “not”: 2026-03-02 · Kell Times · Mill fire",
        "",
    ]
    assert lines("quotes", {**head, **first, "original_speaker": None})[0].startswith("quote: “No.”, in 1,200")


def test_figures_are_told_with_what_they_are_about_and_who_gives_them():
    head = {"subject": "people", "relation": "conflict", "reason": "both are of one day"}
    place = {"quantity": "12", "speaker": "police", "headline": 1}
    assert lines("figures", head, {**place, **WHERE}, {**place, **WHERE, "speaker": None, "headline": 0}) == [
        "figures: people, conflict: both are of one day",
        "  12 (police), headline: 2026-03-02 · Kell Times · Mill fire",
        "  12: 2026-03-02 · Kell Times · Mill fire",
        "",
    ]
    assert lines("figures", {**head, "subject": None})[0] == "figures: about one thing, conflict: both are of one day"


def test_claims_are_told_with_what_is_said_of_them():
    first = {f"claim_{name}": value for name, value in {**WHERE, "outlet": None}.items()}
    head = {"claim": "It was locked", "claim_speaker": "Ada", "base": "denied", **first}
    place = {"effect": "denied", "said_by": "Bo", "text": "denied it"}
    assert lines("claims", head, {**place, **WHERE}, {**place, **WHERE, "said_by": None}) == [
        "claim: “It was locked” (Ada), denied: 2026-03-02 · Mill fire",
        "  denied by Bo, “denied it”: 2026-03-02 · Kell Times · Mill fire",
        "  denied by the article, “denied it”: 2026-03-02 · Kell Times · Mill fire",
        "",
    ]
    assert lines("claims", {**head, "claim_speaker": ""})[0].startswith("claim: “It was locked”, denied")


def test_findings_as_json_have_the_columns_that_mean_something_outside():
    row = Found({"finding": 7, "same_quote": 3, "original": "“Né”", "articles": 2})
    place = Found({"telling": 4, "before": 1, "start": 0, "speaker": None})
    (line,) = as_json("quotes", [(row, [place, place])])
    assert json.loads(line) == {
        "finding": "quotes",
        "original": "“Né”",
        "articles": 2,
        "places": [{"start": 0, "speaker": None}] * 2,
    }
    assert "“Né”" in line
