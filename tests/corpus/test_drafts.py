"""Drafts in a corpus: which articles they are compared with, and what is kept of the findings."""

from __future__ import annotations

import contextlib
import sqlite3

import attrs
import pytest

from newsparse.corpus import alike, drafts, index, opened
from newsparse.errors import WriteError
from newsparse.model import Meta
from newsparse.verification import verify
from tests.corpus.stories import RUIZ, STORIES, article, count


def draft(toll="12", **meta):
    """A draft with a quotation of the first story and a figure of the ferry's."""
    text = f"“We will not cut pensions,” said Ana Ruiz. A ferry sank off Orla, and {toll} people were killed."
    quotes, figures = [("We will not cut pensions,", RUIZ)], [(toll, count(int(toll)), "people", None)]
    return article(text, quotes=quotes, figures=figures, **meta)


@pytest.fixture
def place(tmp_path):
    index(STORIES, tmp_path / "news.db")
    return tmp_path / "news.db"


def kept(place, checked):
    """The number of a draft that was verified against the corpus."""
    with contextlib.closing(opened(place)) as database:
        found = verify(checked, [], archive=alike(database, checked))
    return drafts.store(place, found)


def test_articles_like_the_draft_are_found_once_each(place):
    with contextlib.closing(opened(place)) as database:
        titles = [found.meta.title for found in alike(database, draft())]
    assert {"Pensions are safe, minister says", "Ferry sinks off Orla"} <= set(titles)
    assert len(titles) == len(set(titles))


def test_a_quotation_without_a_word_to_look_for_finds_nothing(place):
    checked = article("“No,” said Ana Ruiz.", quotes=[("No,", RUIZ)])
    with contextlib.closing(opened(place)) as database:
        assert list(alike(database, checked)) == []


def test_a_draft_that_was_published_is_not_its_own_source(place):
    with contextlib.closing(opened(place)) as database:
        titles = [found.meta.title for found in alike(database, STORIES[3])]
    assert "Ferry sinks off Orla" not in titles
    assert "Ferry toll rises" in titles


def test_of_many_articles_the_most_alike_come_first_and_the_others_not_at_all(tmp_path):
    ports = [f"Port {chr(97 + number) * 5}" for number in range(26)]
    index([article(f"{port} lost 12 ships in the storm.", title=port) for port in ports], tmp_path / "ports.db")
    text = "Port qqqqq lost 12 ships."
    checked = article(text, figures=[("12", count(12), "ships", None)])
    with contextlib.closing(opened(tmp_path / "ports.db")) as database:
        titles = [found.meta.title for found in alike(database, checked)]
    assert titles[0] == "Port qqqqq"
    assert len(titles) == 20


def test_findings_are_kept_with_the_articles_that_they_rest_on(place):
    number = kept(place, draft("13", title="A day in Orla"))
    with contextlib.closing(opened(place)) as database:
        (head,) = drafts.listed(database)
        assert (head["title"], head["quotations"], head["figures"], head["unsupported"]) == ("A day in Orla", 1, 1, 1)
        value, words = drafts.findings(database, number)
        assert (value["verdict"], value["document"], value["source_text"]) == ("value", 4, "12")
        assert value["differences"] == "value: '13' for '12'"
        assert (words["verdict"], words["supported"], words["document"]) == ("verbatim", 1, 1)
        assert [row["id"] for row in drafts.of_article(database, 4)] == [number]
        assert len(drafts.of_article(database, 6)) == 0
        text = STORIES[0].text
        assert text[words["source_start"] : words["source_stop"]] == words["source_text"]


def test_the_draft_can_be_read_back_with_its_findings(place):
    checked = verify(draft(), STORIES)
    number = drafts.store(place, checked)
    with contextlib.closing(opened(place)) as database:
        found = drafts.draft(database, number)
        assert found is not None
        assert found.findings == checked.findings
        assert drafts.draft(database, 99) is None


def test_a_draft_that_is_verified_again_is_there_once_under_its_number(place):
    first = kept(place, draft(path="a.txt"))
    kept(place, draft(path="b.txt"))
    assert kept(place, draft(path="a.txt")) == first
    with contextlib.closing(opened(place)) as database:
        assert drafts.total(database) == 2
        assert len(drafts.findings(database, first)) == 2


def test_sources_that_are_not_in_the_corpus_are_named(place):
    elsewhere = attrs.evolve(STORIES[3], meta=Meta(path="wire.txt"), id="elsewhere")
    number = drafts.store(place, verify(draft(), [elsewhere]))
    with contextlib.closing(opened(place)) as database:
        (found,) = (row for row in drafts.findings(database, number) if row["checked"] == "figure")
    assert (found["source"], found["document"]) == ("wire.txt", None)


def test_a_corpus_without_drafts_says_that_there_are_none(place):
    with contextlib.closing(opened(place)) as database:
        assert len(drafts.listed(database)) == drafts.total(database) == 0
        assert len(drafts.of_article(database, 1)) == len(drafts.findings(database, 1)) == 0
        assert drafts.draft(database, 1) is None


def test_nothing_is_kept_of_a_draft_that_cannot_be_kept_whole(place, monkeypatch):
    monkeypatch.setattr(drafts, "_row", lambda *_: {"nothing": 1})
    with pytest.raises(sqlite3.OperationalError):
        drafts.store(place, verify(draft(), STORIES))
    with contextlib.closing(opened(place)) as database:
        assert drafts.total(database) == 0


def test_a_file_that_is_no_corpus_is_left_as_it_is(tmp_path):
    (tmp_path / "notes.txt").write_text("Notes", "utf-8")
    with pytest.raises(WriteError):
        drafts.store(tmp_path / "notes.txt", draft())
    assert (tmp_path / "notes.txt").read_text("utf-8") == "Notes"
