"""``newsparse findings``: what differs in the articles of a database, as text or JSON."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from newsparse.cli import main
from newsparse.corpus import Corpus
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
