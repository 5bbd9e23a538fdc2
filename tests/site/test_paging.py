"""Lists by pages: each row once and in order, whatever the size of a page, and at least one page."""

from __future__ import annotations

import contextlib

import pytest

pytest.importorskip("starlette", reason="starlette is not installed")

from newsparse.corpus import index, opened
from newsparse.site import articles, claims, drafts, findings, people
from newsparse.site.asking import MOST_PAGES, Asked

LISTS = {
    "articles": (articles, articles.listed),
    "quotes": (claims, claims.quotes),
    "figures": (claims, claims.figures),
    "drafts": (drafts, drafts.listed),
    "findings/quotes": (findings, findings.listed("quotes")),
    "findings/figures": (findings, findings.listed("figures")),
    "findings/claims": (findings, findings.listed("claims")),
    "people": (people, people.listed),
}


@pytest.fixture
def database(place):
    with contextlib.closing(opened(place)) as connection:
        yield connection


def shown(database, answer, **given):
    """What a list shows for a question."""
    return answer(database, Asked("/list", {name: str(value) for name, value in given.items()})).values


def rows(values):
    return [tuple(row.values()) if isinstance(row, dict) else tuple(row) for row in values["rows"]]


@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("name", LISTS)
def test_pages_hold_each_row_once_and_in_order(database, monkeypatch, name, size):
    module, answer = LISTS[name]
    whole = rows(shown(database, answer, what="all"))
    monkeypatch.setattr(module, "PAGE", size)
    pages = [shown(database, answer, what="all", page=number) for number in range(1, len(whole) + 2)]
    assert [row for page in pages for row in rows(page)] == whole
    assert all(len(page["rows"]) <= size for page in pages)
    assert [page["page"] for page in pages] == list(range(1, len(whole) + 2))
    count = max(-(-len(whole) // size), 1)
    if name == "people":
        assert [page["more"] for page in pages] == [number < count for number in range(1, len(pages) + 1)]
    else:
        assert {page["pages"] for page in pages} == {count}


@pytest.mark.parametrize("name", [name for name in LISTS if name != "people"])
def test_a_list_without_anything_has_one_page(tmp_path, name):
    index([], tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        values = shown(database, LISTS[name][1])
    assert (list(values["rows"]), values["page"], values["pages"]) == ([], 1, 1)


@pytest.mark.parametrize(
    ("given", "page"), [("3", 3), ("0", 1), ("-2", 1), ("x", 1), ("", 1), ("99999999", MOST_PAGES)]
)
def test_a_page_is_a_number_from_one_on(given, page):
    assert Asked("/list", {"page": given}).page() == page


def test_findings_are_narrowed_to_a_person_or_an_article_by_name(database):
    names = {row[0]: row[1] for row in database.execute("SELECT id, title FROM documents")}
    people_ = {row[0]: row[1] for row in database.execute("SELECT id, name FROM entities")}
    _, answer = LISTS["findings/quotes"]
    assert shown(database, answer)["narrowed"] == {}
    for number in (min(names), max(names)):
        assert shown(database, answer, document=number)["narrowed"] == {"document": names[number]}
    for number in (min(people_), max(people_)):
        assert shown(database, answer, entity=number)["narrowed"] == {"entity": people_[number]}
    assert shown(database, answer, entity=9999, document=9999)["narrowed"] == {"entity": "9999", "document": "9999"}
    topic = shown(database, LISTS["findings/figures"][1], topic="Deaths")["narrowed"]
    assert topic == {"topic": "Deaths"}
    assert shown(database, answer, topic="Deaths")["narrowed"] == {}


@pytest.mark.parametrize("name", ["quotes", "figures", "claims"])
def test_a_choice_that_there_is_not_is_as_none(database, name):
    _, answer = LISTS[f"findings/{name}"]
    every, other = shown(database, answer), shown(database, answer, what="whatever")
    assert other["wanted"].what == ""
    assert rows(other) == rows(every)
    assert rows(every)


def test_findings_are_narrowed_to_a_choice_and_to_a_topic_that_there_is(database):
    _, answer = LISTS["findings/figures"]
    every = shown(database, answer)
    chosen = {what: shown(database, answer, what=what) for what in every["kind"].choices}
    assert {what: values["wanted"].what for what, values in chosen.items()} == {what: what for what in chosen}
    assert len({len(values["rows"]) for values in chosen.values()}) > 1
    deaths = shown(database, answer, topic="Deaths")
    assert 0 < len(deaths["rows"]) < len(every["rows"])
    assert rows(shown(database, answer, topic="Weather")) == rows(every)
    assert shown(database, answer, topic="Weather")["narrowed"] == {}


def test_only_quotes_are_shown_with_the_words_that_differ(database):
    assert shown(database, LISTS["findings/quotes"][1])["differences"]
    for name in ("figures", "claims"):
        assert not shown(database, LISTS[f"findings/{name}"][1])["differences"]


def test_a_person_or_an_article_leads_to_the_findings_that_there_are(database):
    for column, table in (("entity", "entities"), ("document", "documents")):
        for (number,) in database.execute(f"SELECT id FROM {table}").fetchall():
            told = findings.about(database, **{column: number})
            counts = {
                name: shown(database, LISTS[f"findings/{name}"][1], **{column: number})["total"]
                for name in findings.TITLES
            }
            assert [(item["title"], item["count"], item["link"]) for item in told] == [
                (findings.TITLES[name], count, f"/findings/{name}?{column}={number}")
                for name, count in counts.items()
                if count
            ]


def test_an_address_keeps_what_was_asked_but_for_what_belongs_to_one_page():
    asked = Asked(
        "/quotes", {"words": "quay", "page": "3", "at": "2-3", "download": "a.csv", "who": "", "outlet": "Kell"}
    )
    assert asked.link() == "/quotes?words=quay&outlet=Kell"
    assert asked.link(words=None) == "/quotes?outlet=Kell"
    assert asked.link("/figures", words="", outlet=None) == "/figures"
    assert asked.link(page=2) == "/quotes?words=quay&outlet=Kell&page=2"
    assert Asked("/quotes", {}).link() == "/quotes"
