"""A search finds what somebody would who read all claims one by one, and its pages hold each of them once."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.corpus import articles, index, opened, people, search
from newsparse.corpus.search import Found, Search
from tests.corpus.stories import STORIES, TOGETHER
from tests.corpus.told import told

KINDS = ("quotes", "figures")


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """All articles of the tests in one corpus."""
    path = tmp_path_factory.mktemp("laws") / "news.db"
    index([*STORIES, TOGETHER, *told()], path)
    with contextlib.closing(opened(path)) as connection:
        yield connection


def claims(database, kind):
    """Every claim that a search may find, the newest first."""
    own = "WHERE NOT in_title" if kind == "figures" else ""
    return database.execute(f"SELECT * FROM {kind} {own} ORDER BY day DESC, id").fetchall()


def known(database, query):
    """The numbers that a query finds."""
    return {row[0] for row in database.execute(query)}


def fits(database, kind, row, asked):
    """Whether a claim is one that is looked for."""
    one = kind.removesuffix("s")
    about = known(database, f"SELECT entity FROM {kind}_about WHERE {one} = {row['id']}")
    speakers = {row["entity"]}
    if kind == "quotes":
        speakers |= known(database, f"SELECT entity FROM quotes_together WHERE quote = {row['id']}")
    named = known(database, f"SELECT entity FROM appearances WHERE document = {row['document']}")
    return all(
        (
            asked.entity is None or asked.entity in speakers,
            asked.about is None or asked.about in about,
            asked.beside is None or asked.beside in named,
            not asked.outlet or row["outlet"] == asked.outlet,
            not asked.since or (row["day"] is not None and row["day"] >= asked.since),
            not asked.until or (row["day"] is not None and row["day"] <= asked.until),
            not asked.who or row["speaker_kind"] == asked.who,
            kind == "quotes" or not asked.noun or row["noun"] == asked.noun,
            kind == "quotes" or not asked.quantity or row["quantity"] == asked.quantity,
            _is_in_range(database, kind, row, asked),
        )
    )


def _is_in_range(database, kind, row, asked):
    """Whether a figure, or one that a quote contains, may have a value between the ends."""
    if not asked.measure and asked.low is None and asked.high is None:
        return True
    inside = [row] if kind == "figures" else database.execute("SELECT * FROM figures WHERE quote = ?", [row["id"]])
    return any(
        (not asked.measure or item["measure"] == asked.measure)
        and (asked.low is None or item["scale_high"] is None or item["scale_high"] >= asked.low)
        and (asked.high is None or item["scale_low"] is None or item["scale_low"] <= asked.high)
        for item in inside
    )


DAYS = st.sampled_from(("2024-03-04", "2024-04-02", "2024-05-07", "2026-03-03", "2026-03-09"))
ENDS = st.sampled_from([Decimal(value) for value in ("1", "4", "12", "13", "14", "250", "1e9")])
CHOICES = {
    **dict.fromkeys(("entity", "about", "beside"), st.integers(1, 8)),
    **dict.fromkeys(("since", "until"), DAYS),
    **dict.fromkeys(("low", "high"), ENDS),
    "outlet": st.sampled_from(("Orla Post", "Kell Times")),
    "who": st.sampled_from(("person", "organisation", "unnamed")),
    "measure": st.sampled_from(("count", "percent", "USD")),
    "noun": st.just("people"),
    "quantity": st.just("12"),
}


@st.composite
def searches(draw):
    """Searches that ask for a few things."""
    names = draw(st.sets(st.sampled_from(list(CHOICES)), max_size=3))
    return Search(**{name: draw(CHOICES[name]) for name in sorted(names)})


@pytest.mark.parametrize("kind", KINDS)
@given(asked=searches(), oldest=st.booleans())
def test_a_search_finds_what_a_reader_of_all_claims_would(database, kind, asked, oldest):
    every = [row["id"] for row in claims(database, kind) if fits(database, kind, row, asked)]
    found = Found.of(database, kind, asked, oldest=oldest)
    ids = [row["id"] for row in found.rows(most=500)]
    assert sorted(ids) == sorted(every)
    assert oldest or ids == every
    assert [row["id"] for row in found.table()] == ids
    days = [row["day"] or "" for row in found.rows(most=500)]
    assert days == sorted(days, reverse=not oldest)
    assert found.total == len(every)
    assert found.articles == len({row["document"] for row in claims(database, kind) if row["id"] in every})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("newest", [1, 3, 4])
def test_more_claims_than_are_read_are_counted_all_the_same(database, monkeypatch, kind, newest):
    every = claims(database, kind)
    monkeypatch.setattr(search, "NEWEST", newest)
    found = Found.of(database, kind, Search())
    assert [row["id"] for row in found.rows(most=500)] == [row["id"] for row in every[:newest]]
    assert (found.total, found.articles) == (len(every), len({row["document"] for row in every}))
    assert len(found.table()) == len(every)


@pytest.mark.parametrize("size", [1, 2, 3, 500])
def test_pages_hold_each_row_once(database, size):
    listings = {
        "quotes": lambda **page: Found.of(database, "quotes", Search()).rows(**page),
        "figures": lambda **page: Found.of(database, "figures", Search()).rows(**page),
        "articles": lambda **page: list(articles.listed(database, **page)),
        "people": lambda **page: list(people.listed(database, **page)),
        "places": lambda **page: list(people.listed(database, label="Location", **page)),
    }
    for name, listed in listings.items():
        whole = [tuple(row) if name in KINDS else tuple(row.values()) for row in listed(most=500)]
        paged = []
        for start in range(0, len(whole) + size, size):
            part = listed(most=size, after=start)
            assert len(part) == min(size, max(len(whole) - start, 0))
            paged += [tuple(row) if name in KINDS else tuple(row.values()) for row in part]
        assert paged == whole
        assert len(set(whole)) == len(whole) > 1


ANY = st.just("")
WANTED = st.builds(
    articles.Wanted, outlet=st.sampled_from(("", "", "Orla Post", "North Wire")), since=ANY | DAYS, until=ANY | DAYS
)


@given(WANTED)
def test_articles_are_those_of_their_outlet_and_days(database, wanted):
    every = database.execute("SELECT * FROM documents ORDER BY day DESC, id").fetchall()
    found = [
        row["id"]
        for row in every
        if wanted.outlet in ("", row["outlet"])
        and (not wanted.since or (row["day"] or "") >= wanted.since)
        and (not wanted.until or (row["day"] and row["day"] <= wanted.until))
    ]
    assert [row["document"] for row in articles.listed(database, wanted)] == found
    assert articles.total(database, wanted) == len(found)


def test_names_are_listed_by_their_kind_and_their_words(database):
    every = database.execute("SELECT * FROM entities").fetchall()
    for label in people.labels(database):
        found = {row["entity"] for row in people.listed(database, label=label)}
        assert found == {row["id"] for row in every if row["label"] == label} != set()
        assert {row["entity"] for row in people.listed(database, words="holm", label=label)} <= found
    assert {row["name"] for row in people.listed(database, words="holm", label="Location")} == {"Holm"}
    assert len(people.listed(database)) == len(every)


def test_the_claims_of_an_article_are_those_of_its_document(database):
    for number in known(database, "SELECT id FROM documents"):
        document = articles.document(database, number)
        for kind, layer in (("quotes", document.quotes), ("figures", document.numbers)):
            rows = [row for row in articles.claims(database, kind, number) if not dict(row).get("in_title")]
            assert [(row["start"], row["stop"]) for row in rows] == [(i.span.start, i.span.end) for i in layer]
