"""What a corpus answers: searches, people, articles, sources."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import attrs
import pytest

from newsparse.corpus import articles, index, opened, overview, people
from newsparse.corpus.attributes import attach
from newsparse.corpus.audit import UNKNOWN, Audit
from newsparse.corpus.keywords import frequent
from newsparse.corpus.results import Table
from newsparse.corpus.search import Found, Search, figures_in, measures
from newsparse.corpus.words import topics
from newsparse.model import Document, Meta, Quote, Span, Speaker
from tests.corpus.stories import STORIES, TOGETHER, article, count


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus") / "news.db"
    index(STORIES, path)
    (path.parent / "people.csv").write_text("name,party\nTomas Varga,Greens\n", "utf-8")
    attach(path, path.parent / "people.csv")
    return path


@pytest.fixture
def database(place):
    with contextlib.closing(opened(place)) as connection:
        yield connection


def texts(database, kind="quotes", **search):
    return [row["text"] for row in Found.of(database, kind, Search(**search), oldest=True).rows(most=50)]


def rows(table, *columns):
    return [tuple(row[name] for name in columns) for row in table]


def test_everything_the_finance_minister_said_about_pensions_in_march(database):
    found = texts(database, speaker="finance minister", words="pensions", since="2024-03-01", until="2024-03-31")
    assert found == ["We will not cut pensions,", "Every pension will rise by 4 percent,"]


def test_a_role_that_another_article_gives_counts(database):
    assert "Pensions come first," in texts(database, speaker="finance minister")
    assert "I am glad," not in texts(database, speaker="finance minister")


def test_the_speaker_s_name_finds_the_speaker(database):
    assert texts(database, speaker="varga") == ["Ana Ruiz cannot pay,"]


def test_words_are_also_those_of_the_sentence(database):
    assert "I am glad," in texts(database, words="swimmer won")


def test_words_of_several_are_found_by_each_of_them(tmp_path):
    index([TOGETHER], tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        listed = {
            name: (number, quotes) for number, name, quotes in database.execute("SELECT id, name, quotes FROM entities")
        }
        found = {name: texts(database, entity=number) for name, (number, _) in listed.items()}
        searched = texts(database, speaker="holt")
        months = rows(people.Person.find(database, listed["Per Holt"][0]).months(), "month", "claims")
        shown = rows(Found.of(database, "quotes", Search()).table(), "speaker", "together_with")
    wall, may = "The harbour needs a new wall,", "We begin in May,"
    assert found == {"Ana Ruiz": [wall], "Per Holt": [wall, may], "Ida Marsh": [wall]}
    assert {name: quotes for name, (_, quotes) in listed.items()} == {"Ana Ruiz": 1, "Per Holt": 2, "Ida Marsh": 1}
    assert searched == [wall, may]
    assert months == [("2024-07", 2)]
    assert shown == [("Ana Ruiz", "Per Holt; Ida Marsh"), ("Per Holt", None)]


def test_quotes_about_somebody(database):
    (ruiz, _) = [row["entity"] for row in people.listed(database, words="Ruiz")]
    assert texts(database, about=ruiz) == ["Ana Ruiz cannot pay,"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ({"measure": "kilometre", "low": 4, "high": 6}, ["5 kilometres", "3 miles"]),
        ({"measure": "mile", "high": 3}, ["3 miles"]),
        ({"measure": "count", "low": 13}, ["At least 14"]),
        ({"measure": "count", "high": 12}, ["12"]),
        ({"measure": "count", "low": 100}, ["At least 14"]),
        ({"measure": "USD", "low": 3_000_000_000}, ["3.5 billion dollars"]),
        ({"measure": "percent"}, ["4 percent"]),
        ({"measure": "furlong"}, []),
        ({"low": 3_000_000_000}, ["3.5 billion dollars", "At least 14"]),
        ({"measure": "count", "low": "1e400"}, ["At least 14"]),
        ({"measure": "count", "low": "1e99999999999"}, ["At least 14"]),
        ({"measure": "kilometre", "low": "1e999998"}, []),
        ({"measure": "kilometre", "low": "-1e999998"}, ["5 kilometres", "3 miles"]),
        ({"measure": "kilometre", "high": "1e999998"}, ["5 kilometres", "3 miles"]),
        ({"measure": "kilometre", "high": "-1e999998"}, []),
        ({"low": "1e99999999999"}, ["At least 14"]),
    ],
)
def test_a_range_is_in_its_unit_and_open_ends_reach_on(database, search, found):
    ends = {name: Decimal(value) if name in ("low", "high") else value for name, value in search.items()}
    assert texts(database, "figures", **ends) == found


def test_nothing_is_an_end_of_a_range_as_any_other_number_is(tmp_path):
    text = "The reef is 0.5 kilometres long, and the quay 5 kilometres."
    lengths = [
        (words, count(number, kind="measure", unit="kilometre"), None, None)
        for words, number in (("0.5 kilometres", "0.5"), ("5 kilometres", 5))
    ]
    index([article(text, figures=lengths)], tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        found = {end: texts(database, "figures", measure="kilometre", **{end: Decimal(0)}) for end in ("low", "high")}
    assert found == {"low": ["0.5 kilometres", "5 kilometres"], "high": []}


def test_quotes_with_a_figure_in_a_range(database):
    assert texts(database, measure="percent", low=Decimal(2)) == []  # the stories link no figure to its quote
    assert figures_in(database, [1, 2, 3]) == {}


def test_death_tolls_and_who_gives_which(database):
    found = Found.of(database, "figures", Search(topic="Deaths"), oldest=True)
    assert rows(found.quantities(), "quantity", "articles") == [("12", 1), ("at least 14", 1)]
    assert [row["outlet"] for row in found.rows(most=9)] == ["Kell Times", "Orla Post"]
    assert rows(found.counted(), "noun", "different") == [("people", 2)]
    assert rows(found.places(), "name", "articles") == [("Orla", 2)]


def test_what_claims_have_in_common(database):
    found = Found.of(database, "quotes", Search(words="pension"))
    assert (found.total, found.articles) == (4, 3)
    assert rows(found.speakers(), "speaker", "claims") == [("Ana Ruiz", 4)]
    assert rows(found.outlets(), "outlet", "claims") == [("Orla Post", 3), ("Kell Times", 1)]
    assert rows(found.months(), "month", "claims") == [("2024-03", 2), ("2024-04", 2)]


def test_pages_of_results_follow_each_other(database):
    found = Found.of(database, "quotes", Search())
    ids = [row["id"] for start in range(0, found.total, 3) for row in found.rows(most=3, after=start)]
    assert ids == [row["id"] for row in found.table()]
    assert len(set(ids)) == found.total == len(ids)


def test_words_that_a_search_has_more_often_than_the_rest(database):
    assert rows(frequent(database, Found.of(database, "quotes", Search(speaker="Ruiz"))), "word") != []
    assert "pensions" in [row["word"] for row in frequent(database, Found.of(database, "quotes", Search(entity=1)))]
    assert len(frequent(database, Found.of(database, "quotes", Search()))) == 0


@pytest.mark.parametrize("kind", ["quotes", "figures"])
def test_every_topic_can_be_asked_of_quotes_and_figures(database, kind):
    found = {topic: Found.of(database, kind, Search(topic=topic)).total for topic in topics()}
    assert found["Deaths"] > 0
    assert all(0 <= total <= Found.of(database, kind, Search()).total for total in found.values())


def test_words_that_were_asked_for_are_no_words_of_the_search(database):
    found = [row["word"] for row in frequent(database, Found.of(database, "quotes", Search(words="pensions")))]
    assert found
    assert "pensions" not in found


def test_words_of_every_quote_are_no_words_of_a_search(tmp_path):
    said = {
        "Ada Brook": "We think that boats sank",
        "Bo Lind": "We think that fares rise",
        "Cy Hale": "We think that too",
    }
    text = " ".join(f"“{words},” said {name}." for name, words in said.items())
    spans = {name: Span(text.index(words), text.index(words) + len(words)) for name, words in said.items()}
    quotes = [
        Quote.make(text, span, fragments=(span,), form="direct", speaker=Speaker(name=name, kind="person"))
        for name, span in spans.items()
    ]
    document = Document(text=text).with_layer("quotes", quotes)
    index([attrs.evolve(document, meta=Meta(outlet=name)) for name in ("One", "Two", "Three")], tmp_path / "a")
    with contextlib.closing(opened(tmp_path / "a")) as database:
        found = frequent(database, Found.of(database, "quotes", Search(speaker="Brook")))
        assert [row["word"] for row in found] == ["boats", "sank"]


def test_measures_come_with_the_most_frequent_first(database):
    assert measures(database)[0] == "count"


def test_a_person_s_roles_over_time_and_company(database):
    person = people.Person.find(database, 1)
    assert (person.name, person.articles, person.quotes) == ("Ana Ruiz", 3, 4)
    assert rows(person.roles(), "role", "first_day", "last_day", "articles") == [
        ("finance minister", "2024-03-04", "2024-03-18", 2)
    ]
    assert rows(person.beside(), "name", "articles") == [("Tomas Varga", 1)]
    assert rows(person.months(), "month", "claims") == [("2024-03", 2), ("2024-04", 2)]
    assert rows(person.namesakes(), "role") == [("swimmer",)]
    assert people.Person.find(database, 999) is None


def test_attributes_are_those_of_the_table(database):
    (varga,) = [row["entity"] for row in people.listed(database, words="Tomas")]
    assert rows(people.Person.find(database, varga).attributes(), "attribute", "value") == [("party", "Greens")]


def test_how_many_unnamed_sources_each_outlet_uses(database):
    found = Audit(database=database).sources("outlet")
    assert rows(found, "outlet", "articles", "sources", "named", "unnamed", "organisations") == [
        ("Orla Post", 3, 5, 3, 2, 0),
        ("Kell Times", 2, 3, 1, 1, 1),
        ("Sail Weekly", 1, 1, 1, 0, 0),
    ]


def test_the_audit_goes_by_month_too_and_can_be_narrowed(database):
    by_month = Audit(database=database, outlet="Orla Post").sources("outlet and month")
    assert rows(by_month, "outlet", "month", "unnamed") == [
        ("Orla Post", "2024-03", 0),
        ("Orla Post", "2024-04", 0),
        ("Orla Post", "2024-05", 2),
    ]
    assert len(Audit(database=database, since="2024-05-07").sources("month")) == 1


def test_the_share_of_words_is_that_of_quotes_in_all_words(database):
    (row,) = Audit(database=database, outlet="Sail Weekly").sources("outlet")
    assert (row["words"], row["source_words"], row["share_of_words"]) == (13, 3, 0.2308)


def test_why_sources_are_not_named_and_what_they_are_called(database):
    audit = Audit(database=database)
    assert rows(audit.reasons(), "reason", "sources") == [("not allowed to speak", 1)]
    assert rows(audit.unnamed(), "called") == [("a sailor",), ("a second sailor",), ("an official",)]
    assert rows(audit.affiliations(), "organisation", "sources") == [("Port of Orla", 1)]


def test_people_outside_the_user_s_table_are_counted_as_such(database):
    found = Audit(database=database).attribute("party")
    assert rows(found, "value", "sources", "people") == [(UNKNOWN, 4, 2), ("Greens", 1, 1)]


def test_articles_are_searched_by_words_outlet_and_day(database):
    wanted = articles.Wanted(words="ferry", outlet="Orla Post", since="2024-05-01", until="2024-05-31")
    assert rows(articles.listed(database, wanted), "title") == [("Ferry toll rises",)]
    assert articles.total(database, wanted) == 1
    assert articles.document(database, 1).text == STORIES[0].text
    assert articles.document(database, 99) is None


def test_an_overview_counts(database):
    assert overview.counts(database)["articles"] == len(STORIES)
    assert overview.days(database) == ("2024-03-04", "2024-05-09")
    assert rows(overview.months(database), "month", "articles") == [("2024-03", 2), ("2024-04", 1), ("2024-05", 3)]


def test_a_table_can_be_taken_away(tmp_path):
    pyarrow = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    found = Table(("name", "count", "share", "none"), [("=1+1", 2, 0.5, None), ('Bo "B" Lind', None, 1, None)])
    assert found.csv().decode("utf-8-sig") == 'name,count,share,none\n\'=1+1,2,0.5,\n"Bo ""B"" Lind",,1,\n'
    (tmp_path / "t.parquet").write_bytes(found.parquet())
    read = pyarrow.read_table(tmp_path / "t.parquet")
    assert read.to_pylist()[0] == {"name": "=1+1", "count": 2, "share": 0.5, "none": None}
