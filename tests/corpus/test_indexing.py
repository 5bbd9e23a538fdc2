"""Articles enter a corpus once, with everything that was said in them."""

from __future__ import annotations

import contextlib
import sqlite3

import attrs
import pytest

from newsparse.corpus import Corpus, index, indexing, opened
from newsparse.corpus.article import Insertion, unpacked
from newsparse.errors import ReadError, WriteError
from newsparse.model import Document, Entity, Meta, Span, TitlePassage, TitleRole
from tests.corpus.stories import STORIES, article, person


@pytest.fixture
def corpus(tmp_path):
    """The stories as a corpus; asks it by SQL."""
    index(STORIES, tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        yield lambda query, *values: [tuple(row) for row in database.execute(query, values)]


def test_every_article_is_there_with_its_counts(corpus):
    rows = corpus("SELECT outlet, day, month, quotes, figures FROM documents ORDER BY id")
    assert rows[0] == ("Kell Times", "2024-03-04", "2024-03", 2, 1)
    assert [row[0] for row in rows] == [story.meta.outlet for story in STORIES]


def test_an_article_comes_back_as_it_was_but_for_the_language_analysis(corpus):
    ((packed,),) = corpus("SELECT json FROM archive WHERE document = 1")
    layers = tuple(layer for layer in STORIES[0].layers if layer.name != "sentences")
    assert unpacked(packed) == attrs.evolve(STORIES[0], layers=layers)


def test_a_person_is_one_across_articles_and_somebody_else_of_the_name_is_not(corpus):
    rows = corpus("SELECT name, documents, quotes FROM entities WHERE name = 'Ana Ruiz' ORDER BY id")
    assert rows == [("Ana Ruiz", 3, 4), ("Ana Ruiz", 1, 1)]


def test_each_appearance_says_why_it_is_that_entity(corpus):
    rows = corpus("SELECT reason, score, uncertain FROM appearances WHERE name = 'Ana Ruiz' ORDER BY document")
    assert rows == [
        ("same name; role: finance, minister", 0.831, 0),
        ("same name; role: finance, minister; named beside: tomas varga", 0.882, 0),
        ("same name; named beside: tomas varga", 0.72, 0),
        (None, None, 0),
    ]


def test_a_source_that_speaks_twice_is_one_source_of_its_article(corpus):
    rows = corpus("SELECT name, kind, quotes, words FROM sources WHERE document = 3")
    assert rows == [("Ana Ruiz", "person", 2, 8)]


def test_a_source_without_a_name_has_the_reason(corpus):
    assert corpus("SELECT name, anonymity FROM sources WHERE kind = 'unnamed' AND document = 1") == [
        ("an official", "not allowed to speak")
    ]


def test_words_are_searched_with_their_endings_and_accents_off(corpus):
    query = "SELECT text FROM quotes_words WHERE quotes_words MATCH 'text:pénsion' ORDER BY rowid"
    assert [text for (text,) in corpus(query)] == [
        "We will not cut pensions,",
        "Every pension will rise by 4 percent,",
        "Pensions come first,",
    ]


def test_figures_of_one_scale_can_be_compared(corpus):
    rows = corpus("SELECT text, scale, scale_low FROM figures WHERE kind = 'measure' ORDER BY scale_low")
    assert rows == [("3 miles", "meter", 4828.032), ("5 kilometres", "meter", 5000.0)]


def test_an_open_end_is_open(corpus):
    assert corpus("SELECT quantity, low, high FROM figures WHERE bound IS NOT NULL") == [("at least 14", 14.0, None)]


def test_a_role_that_only_the_title_gives_has_no_place_in_the_text(tmp_path):
    held = TitleRole(role=TitlePassage(4, 9, "mayor"), body=TitlePassage(13, 17, "Orla"))
    holt = Entity.make("Holt left.", Span(0, 4), label="Person", name="Holt", title_roles=(held,))
    document = Document(text="Holt left.", meta=Meta(title="The mayor of Orla")).with_layer("entities", [holt])
    index([document], tmp_path / "news.db")
    query = "SELECT role, organisation, start, stop FROM roles"
    assert sqlite3.connect(tmp_path / "news.db").execute(query).fetchall() == [("mayor", "Orla", None, None)]


def test_an_article_that_is_there_is_passed_over(tmp_path):
    assert (index(STORIES, tmp_path / "news.db"), index(STORIES, tmp_path / "news.db")) == (len(STORIES), 0)


def test_articles_can_be_added_later_with_the_same_result(tmp_path):
    for story in STORIES:
        index([story], tmp_path / "one.db")
    index(STORIES, tmp_path / "all.db")
    one, other = (sqlite3.connect(tmp_path / name).iterdump() for name in ("one.db", "all.db"))
    # FTS5 merges its own tables at other times.
    first, second = ([line for line in lines if "_words_" not in line] for lines in (one, other))
    assert first == second


@pytest.mark.parametrize(
    ("fields", "articles"),
    [
        ({}, 1),
        ({"title": "Sun"}, 1),
        ({"path": "rain.txt"}, 1),
        ({"outlet": "Kell Post"}, 2),
        ({"url": "https://kell.example/2"}, 2),
        ({"published": "2024-03-05"}, 2),
    ],
)
def test_the_same_text_from_elsewhere_or_of_another_day_is_another_article(tmp_path, fields, articles):
    known = {"title": "Rain", "outlet": "Kell Times", "url": "https://kell.example/1", "published": "2024-03-04"}
    copies = [Document(text="Rain.", meta=Meta(**{**known, **more})) for more in ({}, fields)]
    assert index(copies, tmp_path / "news.db") == articles


def test_an_article_of_which_nothing_is_known_has_no_day_and_its_first_line_as_title(tmp_path):
    index([Document(text=" \nRain fell.\nIt was wet."), Document(text=" ", id="a1")], tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        rows = [tuple(row) for row in database.execute("SELECT title, day, month, outlet FROM documents")]
    assert rows == [("Rain fell.", None, None, None), ("a1", None, None, None)]


def test_names_that_are_not_among_the_entities_are_left_out(tmp_path):
    story = STORIES[0]
    quotes = [attrs.evolve(item, about=("entity:900-901",)) for item in story.quotes]
    mention, *_ = story.mentions
    changed = story.with_layer("quotes", quotes).with_layer("mentions", [attrs.evolve(mention, entity=None)])
    index([changed], tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        counts = [
            database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("quotes_about", "mentions")
        ]
    assert counts == [0, 0]


def test_a_corpus_of_another_version_is_neither_read_nor_written(tmp_path):
    place = tmp_path / "news.db"
    index(STORIES[:1], place)
    for change, version in (("UPDATE corpus SET value = '0'", "version 0"), ("DELETE FROM corpus", "version none")):
        with contextlib.closing(sqlite3.connect(place)) as database, database:
            database.execute(f"{change} WHERE fact = 'format'")
        with pytest.raises(ReadError, match=version):
            opened(place)
        with pytest.raises(WriteError, match=version):
            index(STORIES, place)


def test_an_empty_file_becomes_a_corpus(tmp_path):
    (tmp_path / "news.db").touch()
    assert index(STORIES[:1], tmp_path / "news.db") == 1


def test_what_is_complete_stays_when_a_run_ends_in_an_error(tmp_path):
    def stream():
        yield STORIES[0]
        raise RuntimeError("the disk of the articles is gone")

    with pytest.raises(RuntimeError):
        index(stream(), tmp_path / "news.db")
    assert index(STORIES, tmp_path / "news.db") == len(STORIES) - 1


@pytest.mark.parametrize("size", [1, 2, 3])
def test_articles_are_committed_so_many_together(tmp_path, monkeypatch, size):
    monkeypatch.setattr(indexing, "BATCH_DOCUMENTS", size)
    place, seen = tmp_path / "news.db", []
    with Corpus(place) as corpus:
        for story in STORIES:
            corpus.add(story)
            with contextlib.closing(opened(place)) as reader:
                seen.append(reader.execute("SELECT count(*) FROM documents").fetchone()[0])
    assert seen == [number // size * size for number in range(1, len(STORIES) + 1)]


def test_an_article_that_cannot_be_added_leaves_no_trace(tmp_path):
    with Corpus(tmp_path / "news.db") as corpus:
        corpus.add(STORIES[0])
        broken = attrs.evolve(STORIES[1], meta=attrs.evolve(STORIES[1].meta, author=object()))
        with pytest.raises(sqlite3.Error, match="bind"):
            corpus.add(broken)
        corpus.add(STORIES[2])
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        assert [row[0] for row in database.execute("SELECT title FROM documents")] == [
            story.meta.title for story in (STORIES[0], STORIES[2])
        ]


def test_a_lone_surrogate_becomes_an_escape(tmp_path):
    index(
        [article("Ada \ud800 Brook", title="\udfff", entities=[("Ada \ud800 Brook", "Person", None)])], tmp_path / "a"
    )
    with contextlib.closing(opened(tmp_path / "a")) as database:
        assert database.execute("SELECT title FROM documents").fetchone()[0] == r"\udfff"
        assert database.execute("SELECT name FROM entities").fetchone()[0] == r"Ada \ud800 Brook"


def test_another_file_is_refused_and_left_as_it_is(tmp_path):
    other = tmp_path / "other.db"
    with contextlib.closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE mine (a)")
    before = other.read_bytes()
    with pytest.raises(WriteError, match=r"not a corpus that newsparse indexed \(no such table: corpus\)"):
        index(STORIES, other)
    (tmp_path / "text.db").write_text("words " * 1000, "utf-8")
    with pytest.raises(WriteError, match="not a corpus"):
        index(STORIES, tmp_path / "text.db")
    assert other.read_bytes() == before


def test_a_place_that_cannot_be_written_to_is_named(tmp_path):
    with pytest.raises(WriteError, match=r"news\.db cannot be written"):
        index(STORIES, tmp_path / "missing" / "news.db")


def test_what_is_not_there_cannot_be_read(tmp_path):
    with pytest.raises(ReadError, match="there is no database"):
        opened(tmp_path / "news.db")


def test_a_reader_cannot_write(tmp_path):
    index(STORIES[:1], tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as database, pytest.raises(sqlite3.OperationalError):
        database.execute("DELETE FROM documents")


def test_two_speakers_without_an_entity_are_one_source_by_name(tmp_path):
    text = "“Yes,” said Bo. “No,” said BO."
    index([article(text, quotes=[("Yes,", person("Bo")), ("No,", person("BO"))])], tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        assert database.execute("SELECT count(*) FROM sources").fetchone()[0] == 1


def test_whoever_has_no_other_name_has_none_rather_than_an_empty_one(corpus):
    assert {row[0] for row in corpus("SELECT aliases FROM appearances")} == {None}


def test_the_words_of_a_quote_within_another_count_once(tmp_path):
    text = "Ada Brook said Ada Brook said the dam leaked."
    entities = [("Ada Brook", "Person", None)]
    made = article(
        text,
        entities=entities,
        quotes=[("Ada Brook said the dam leaked", person("Ada Brook")), ("the dam leaked", person("Ada Brook"))],
    )
    outer, inner = made.quotes
    nested = made.with_layer("quotes", [outer, attrs.evolve(inner, within=outer.id)])
    index([nested], tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        assert [tuple(row) for row in database.execute("SELECT quotes, words FROM sources")] == [(2, 6)]


def test_an_article_that_fails_is_not_compared_with_others(tmp_path, monkeypatch):
    added = Insertion.add

    def failing(insertion):
        added(insertion)
        if insertion.document.id == "failing":
            raise ValueError("no room")

    monkeypatch.setattr(Insertion, "add", failing)
    twin = attrs.evolve(STORIES[0], id="failing", meta=attrs.evolve(STORIES[0].meta, outlet="Kell Post"))
    found = []
    for name, first in (("with.db", [twin]), ("without.db", [])):
        with Corpus(tmp_path / name) as corpus:
            for document in first:
                with pytest.raises(ValueError, match="no room"):
                    corpus.add(document)
            assert all(map(corpus.add, STORIES))
        with contextlib.closing(opened(tmp_path / name)) as database:
            query = "SELECT outlet, relation FROM tellings JOIN documents ON documents.id = document ORDER BY 1, 2"
            entities = "SELECT name, label, documents FROM entities ORDER BY 1, 2, 3"
            found.append([list(map(tuple, database.execute(text))) for text in (query, entities)])
    assert found[0] == found[1]
    assert found[0][1]
