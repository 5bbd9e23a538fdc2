"""Entities of different articles are one as ``newsparse.linking`` says, whatever the order of articles and runs."""

from __future__ import annotations

import contextlib
import gc
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.corpus import Corpus, index, opened
from newsparse.corpus.indexing import article_key
from newsparse.corpus.joining import waiting
from newsparse.corpus.names import is_whole, name_key
from newsparse.linking import across
from newsparse.linking.stored.entities import Entities
from newsparse.model import Document, Link
from newsparse.testing import documents, written
from tests.corpus.stories import STORIES, article, person
from tests.corpus.told import told

NAMESAKES = tuple(
    article(
        f"{name}, {role}, spoke in {number}. “I was asked by Tomas Varga {number} times,” said {name}.",
        outlet="Kell Times",
        published=f"2024-06-0{number}",
        entities=[(name, "Person", role), *([("Tomas Varga", "Person", None)] if number % 2 else [])],
        quotes=[(f"I was asked by Tomas Varga {number} times,", person(name))],
    )
    for number, (name, role) in enumerate(
        [("Ana Ruiz", "the swimmer"), ("A. Ruiz", "the minister"), ("Ruiz", "a swimmer"), ("Bo Lind", "the judge")], 1
    )
)
ARTICLES = (*STORIES, *NAMESAKES, *told())


@pytest.mark.parametrize(
    ("one", "other"), [("José O’Brien", "Jose O'BRIEN"), ("J.R.  Tolk", "JR Tolk"), ("Al-Rashid", "Al Rashid")]
)
def test_names_are_compared_without_case_diacritics_and_dots(one, other):
    assert name_key(one) == name_key(other)


def test_part_of_a_person_s_name_is_not_the_whole():
    assert [is_whole("Person", name_key(name)) for name in ("Ana Ruiz", "Ruiz", "A. Ruiz")] == [True, False, False]
    assert is_whole("Organization", "un")


ENTITIES = "SELECT id, name, label, key, whole, link, documents, mentions, quotes, figures FROM entities"
MEMBERS = """SELECT entity, (SELECT key FROM documents WHERE id = document) AS place, local, name, reason, score,
    uncertain FROM appearances ORDER BY place, local"""
_ARTICLE = "(SELECT key FROM documents WHERE documents.id = {})"
_WHO = "(SELECT name FROM entities WHERE entities.id = {}.entity)"
_FIGURE = "(SELECT key || local FROM figures JOIN documents ON documents.id = document WHERE figures.id = {})"
FINDINGS = (
    f"SELECT {_ARTICLE.format('document')}, {_ARTICLE.format('first')} FROM copies",
    f"""SELECT text, speaker, {_WHO.format("same_quotes")}, {_ARTICLE.format("original")}, {_ARTICLE.format("first")},
        day, outlet, last_day, articles, outlets, altered, other_speakers FROM same_quotes""",
    f"""SELECT same_quotes.text, {_ARTICLE.format("document")}, (SELECT local FROM quotes WHERE quotes.id = quote),
        tellings.text, start, stop, relation, tellings.speaker, {_WHO.format("tellings")}, other_speaker,
        {_ARTICLE.format("copy_of")}, reason, score, row_number() OVER (PARTITION BY same_quote ORDER BY tellings.id)
        FROM tellings JOIN same_quotes ON same_quotes.id = same_quote""",
    f"""SELECT {_ARTICLE.format("document")}, tellings.start, part, alterations.text, alterations.start,
        alterations.stop, original_text, {_ARTICLE.format("original")}, original_start, original_stop FROM alterations
        JOIN tellings ON tellings.id = telling""",
    f"""SELECT {_FIGURE.format("figure_groups.id")}, relation, reason, rule, subject, {_FIGURE.format("one")},
        {_FIGURE.format("other")}, day, last_day, figures, articles, outlets FROM figure_groups""",
    f"SELECT {_FIGURE.format('figure')}, {_FIGURE.format('figure_group')}, headline FROM grouped_figures",
    f"""SELECT {_ARTICLE.format("statuses.document")}, (SELECT local FROM quotes WHERE quotes.id = quote),
        {_FIGURE.format("figure")}, base, statuses.rule, effect, said_by, {_WHO.format("effects")},
        {_ARTICLE.format("effects.document")}, text, start, stop, rules FROM statuses
        LEFT JOIN effects ON status = statuses.id""",
    f"""SELECT {_ARTICLE.format("document")}, evidence.text, start, stop FROM evidence
        JOIN statuses ON statuses.id = status""",
)
"""What the tables of findings say, with articles by their keys and claims by their ids there."""
REFERRING = ("mentions", "roles", "sources", "quotes", "figures")


def joined(place):
    """What the tables say of entities, with their appearances in place of their numbers."""
    with contextlib.closing(opened(place)) as database:
        members = {}
        for entity, *member in database.execute(MEMBERS):
            members.setdefault(entity, []).append(tuple(member))
        entities = {row[0]: (row[1:], members.pop(row[0])) for row in map(tuple, database.execute(ENTITIES))}
        assert not members
        for table in REFERRING:
            query = f"""SELECT count(*) FROM {table} JOIN appearances ON appearances.id = appearance
                WHERE {table}.entity IS NOT appearances.entity"""
            assert database.execute(query).fetchone()[0] == 0
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        names = [row[0] for row in database.execute("SELECT name FROM entities_words ORDER BY name")]
        assert names == sorted(row[0] for row, _ in entities.values())
        found = [sorted((tuple(row) for row in database.execute(query)), key=str) for query in FINDINGS]
    return sorted(entities.values(), key=str), found


def made(folder, runs):
    """The database of articles that were added in some runs."""
    place = Path(folder, "news.db")
    for run in runs:
        index(run, place)
    return place


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    return joined(made(tmp_path_factory.mktemp("once"), [ARTICLES]))


@settings(max_examples=12)
@given(st.permutations(ARTICLES), st.sets(st.integers(1, len(ARTICLES) - 1), max_size=3))
def test_neither_the_order_of_the_articles_nor_the_number_of_runs_makes_a_difference(expected, order, ends):
    starts = [0, *sorted(ends)]
    runs = [order[start:end] for start, end in zip(starts, [*starts[1:], len(order)], strict=True)]
    with tempfile.TemporaryDirectory() as folder:
        assert joined(made(folder, runs)) == expected


def test_every_table_of_findings_has_rows(expected):
    _, found = expected
    assert all(found)


def test_the_entities_are_those_of_linking(expected):
    keyed = {article_key(item): item for item in ARTICLES}
    groups = across(Document(text=item.text, id=key, layers=item.layers) for key, item in keyed.items()).groups
    people = [members for row, members in expected[0] if row[1] in ("Person", "Organization")]
    assert sorted([(key, local) for key, local, *_ in members] for members in people) == sorted(
        sorted((member.document, member.entity) for member in group.members) for group in groups
    )


def test_a_person_keeps_the_number_when_articles_are_added(tmp_path):
    place = made(tmp_path, [STORIES[:1]])
    with contextlib.closing(opened(place)) as database:
        before = database.execute("SELECT id FROM entities WHERE name = 'Ana Ruiz'").fetchone()[0]
    index(ARTICLES, place)
    with contextlib.closing(opened(place)) as database:
        query = "SELECT entity FROM appearances WHERE document = 1 AND name = 'Ana Ruiz'"
        assert database.execute(query).fetchone()[0] == before


def test_a_name_alone_is_an_uncertain_link(tmp_path):
    alone = [article(f"Ana Ruiz left in {year}.", entities=[("Ana Ruiz", "Person", None)]) for year in (2021, 2022)]
    with contextlib.closing(opened(made(tmp_path, [alone]))) as database:
        rows = database.execute("SELECT reason, score, uncertain FROM appearances").fetchall()
    assert [tuple(row) for row in rows] == [("same name", 0.6, 1)] * 2


def test_a_place_is_one_by_its_name_and_is_not_an_organisation_of_that_name(tmp_path):
    kinds = ["Location", "Location", "Organization"]
    given_articles = [
        article(f"Orla won {number} games.", entities=[("Orla", kind, None)]) for number, kind in enumerate(kinds)
    ]
    with contextlib.closing(opened(made(tmp_path, [given_articles]))) as database:
        rows = database.execute("SELECT label, documents FROM entities ORDER BY label").fetchall()
    assert [tuple(row) for row in rows] == [("Location", 2), ("Organization", 1)]


def test_an_id_of_your_list_joins_different_names(tmp_path):
    found = []
    for name in ("Ana Ruiz", "Ruiz"):
        item = article(f"{name} left.", entities=[(name, "Person", None)])
        (entity,) = item.entities
        changed = type(entity).make(item.text, entity.span, label="Person", name=name, link=Link(id="Q1", name="A"))
        found.append(item.with_layer("entities", [changed]))
    with contextlib.closing(opened(made(tmp_path, [found]))) as database:
        rows = database.execute("SELECT name, link, documents FROM entities").fetchall()
    assert [tuple(row) for row in rows] == [("Ana Ruiz", "Q1", 2)]


def test_a_name_without_letters_is_an_entity_of_one_article(tmp_path):
    signs = [article(f"++ was number {number}.", entities=[("++", "Organization", None)]) for number in range(2)]
    with contextlib.closing(opened(made(tmp_path, [signs]))) as database:
        assert database.execute("SELECT count(*) FROM entities WHERE name = '++'").fetchone()[0] == 2


def test_a_run_that_was_cut_off_is_joined_by_the_next_one(tmp_path):
    cut_off = Corpus(tmp_path / "news.db")
    cut_off.add(STORIES[0])
    cut_off.commit()
    cut_off.database.close()
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        assert waiting(database) == 1
        assert database.execute("SELECT count(*) FROM entities").fetchone()[0] == 0
    index([], tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        assert waiting(database) == 0
        assert database.execute("SELECT name FROM entities").fetchone()[0] == "Ana Ruiz"


@settings(max_examples=12)
@given(st.lists(documents(), max_size=3))
def test_any_documents_can_be_joined(given_documents):
    with tempfile.TemporaryDirectory() as folder:
        place = made(folder, [given_documents, [written("Ada Brook left.", names={"Ada Brook": "Person"})]])
        assert joined(place)[0]


@pytest.mark.parametrize("compared", [lambda path: index(STORIES, path), lambda path: across(STORIES).groups])
def test_no_garbage_is_looked_for_while_articles_are_compared(compared, tmp_path, monkeypatch):
    seen, regrouped = [], Entities.regrouped

    def noticing(entities):
        seen.append(gc.isenabled())
        yield from regrouped(entities)

    monkeypatch.setattr(Entities, "regrouped", noticing)
    compared(tmp_path / "news.db")
    assert (seen, gc.isenabled()) == ([False], True)
