"""What articles have in common, asked of a corpus: conditions narrow it, and all places are given."""

from __future__ import annotations

import contextlib

import attrs
import pytest

from newsparse.corpus import findings, index, opened
from newsparse.corpus.findings import CLAIMS, FIGURES, KINDS, QUOTES, Wanted
from tests.corpus.told import told
from tests.linking.telling import said

WORDS = "Nobody leaves this valley before the gates of the mill are open,"
LOCKED = "the gates had been locked"


@pytest.fixture
def database(told_database):
    with contextlib.closing(opened(told_database)) as connection:
        yield connection


def numbers(database, **names):
    """The numbers of a person or an article by name or title."""
    query = {"entity": "SELECT id FROM entities WHERE name = ?", "document": "SELECT id FROM documents WHERE title = ?"}
    return {name: database.execute(query[name], [value]).fetchone()[0] for name, value in names.items()}


def test_a_quote_has_all_tellings_with_the_words_that_they_alter(database):
    ((row, places),) = findings.every(database, QUOTES)
    assert (row["original"], row["original_speaker"], row["first_outlet"], row["articles"]) == (
        WORDS,
        "Ada Brook",
        "North Wire",
        4,
    )
    assert [(place["relation"], place["altered"], place["altered_from"]) for place in places] == [
        ("verbatim", None, None),
        ("verbatim", None, None),
        ("altered", "doors", "gates"),
        ("verbatim", None, None),
    ]
    assert [place["speaker"] for place in places if place["other_speaker"]] == ["Greta Lindholm"]


def test_figures_that_conflict_have_their_reason_and_both_sides(database):
    found = {row["finding"]: (row, places) for row, places in findings.every(database, FIGURES)}
    tolls = next(places for row, places in found.values() if row["subject"] == "people")
    assert [(place["quantity"], place["outlet"]) for place in tolls] == [
        ("12", "North Wire"),
        ("12", "North Wire"),
        ("12", "Tarn Post"),
        ("12", "Tarn Post"),
        ("14", "Kell Times"),
        ("16", "Radio Tarn"),
    ]
    assert {row["relation"] for row, _ in found.values()} == {"conflict"}


def test_a_claim_has_who_disputes_it_and_where(database):
    (effect,) = [
        place
        for row, places in findings.every(database, CLAIMS, Wanted(outlet="Tarn Post"))
        if row["claim"] == LOCKED
        for place in places
    ]
    assert (effect["effect"], effect["said_by"], effect["title"], effect["text"]) == (
        "disputed",
        "Tomas Varga",
        "Holm mill reopens",
        "denied that the gates had been locked",
    )
    assert effect["before"].endswith("Tomas Varga ")
    assert effect["after"].startswith(".")


@pytest.mark.parametrize(
    ("kind", "wanted", "count"),
    [
        ("quotes", {"what": "altered words"}, 1),
        ("quotes", {"what": "another speaker"}, 1),
        ("quotes", {"what": "all"}, 3),
        ("quotes", {"words": "valley"}, 1),
        ("quotes", {"words": "ferry"}, 0),
        ("quotes", {"outlet": "Radio Tarn"}, 1),
        ("quotes", {"outlet": "Other"}, 0),
        ("quotes", {"since": "2026-03-04"}, 0),
        ("quotes", {"until": "2026-03-01"}, 0),
        ("figures", {"topic": "Deaths"}, 1),
        ("figures", {"what": "conflict"}, 2),
        ("figures", {"what": "agree"}, 0),
        ("figures", {"words": "long"}, 1),
        ("figures", {"since": "2026-03-05"}, 1),
        ("figures", {"until": "2026-03-02"}, 1),
        ("figures", {"outlet": "Tarn Post"}, 1),
        ("claims", {"what": "denied"}, 1),
        ("claims", {"what": "corrected"}, 0),
        ("claims", {"words": "locked"}, 2),
        ("claims", {"words": "ferry"}, 0),
        ("claims", {"until": "2026-03-01"}, 0),
        ("claims", {"since": "2026-03-04"}, 0),
        ("claims", {"since": "2026-03-02"}, 5),
    ],
)
def test_conditions_narrow_what_is_found(database, kind, wanted, count):
    asked = Wanted(**wanted)
    assert findings.total(database, KINDS[kind], asked) == count
    assert len(findings.wanted_rows(database, KINDS[kind], asked)) == count


@pytest.mark.parametrize(
    ("kind", "names", "count"),
    [
        ("quotes", {"entity": "Greta Lindholm"}, 1),
        ("quotes", {"entity": "Tomas Varga"}, 0),
        ("quotes", {"document": "Holm mill reopens"}, 0),
        ("figures", {"document": "Holm mill reopens"}, 1),
        ("figures", {"entity": "Holm Dock Union"}, 1),
        ("claims", {"document": "Holm mill reopens"}, 2),
        ("claims", {"entity": "Holm Dock Union"}, 0),
    ],
)
def test_findings_are_those_of_a_person_or_an_article(database, kind, names, count):
    assert findings.total(database, KINDS[kind], Wanted(**numbers(database, **names))) == count


def test_who_disputes_a_claim_has_it_among_the_findings(database):
    asked = Wanted(**numbers(database, entity="Tomas Varga"))
    effects = [place for _, places in findings.every(database, CLAIMS, asked) for place in places]
    assert "Tomas Varga" in {effect["said_by"] for effect in effects}


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_table_has_a_row_for_each_place(database, kind):
    found = findings.table(database, kind)
    assert len(found) == sum(len(places) for _, places in findings.every(database, kind))
    assert len(set(found.columns)) == len(found.columns)


def test_near_copies_of_an_article_are_listed(database):
    assert [row["outlet"] for row in findings.copies(database, 1)] == ["Tarn Post"]
    assert len(findings.copies(database, 5)) == 0


def test_a_claim_has_the_words_that_say_how_its_article_gives_it(database):
    query = "SELECT base, evidence.text FROM statuses JOIN evidence ON status = statuses.id WHERE base = 'denied'"
    assert [tuple(row) for row in database.execute(query)] == [("denied", "denied")]


LONG = (
    "old wooden pillars crumble here almost every single winter because nobody ever paints them, and no money of the "
    "county has ever gone here since"
)


def test_a_long_quote_of_several_people_is_that_of_whoever_most_articles_name_and_is_shown_in_short(tmp_path):
    given = [
        said("a", LONG, "Tomas Varga"),
        *(said(key, LONG, day=f"2026-03-0{day}") for day, key in enumerate("bcd", 3)),
    ]
    index(given, tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as connection:
        [quote] = connection.execute("SELECT speaker, name FROM same_quotes JOIN entities ON entities.id = entity")
        reasons = [row["reason"] for row in connection.execute("SELECT reason FROM tellings ORDER BY document")]
    assert tuple(quote) == ("Ada Brook", "Ada Brook")
    assert reasons[-1].startswith("same words: old wooden pillars")
    assert "…" in reasons[-1]
    assert "county" not in reasons[-1]


def test_what_comes_from_nowhere_is_no_outlet_and_what_has_no_date_no_day(tmp_path):
    first, *others = told()
    bare = [attrs.evolve(item, meta=attrs.evolve(item.meta, outlet=None, published=None)) for item in others]
    index([first, *bare], tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as connection:
        rows = [
            tuple(row)
            for table in ("same_quotes", "figure_groups")
            for row in connection.execute(f"SELECT outlets, day, last_day FROM {table} WHERE articles > 2")
        ]
    assert rows
    assert set(rows) == {(1, "2026-03-02", "2026-03-02")}
