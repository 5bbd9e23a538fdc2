"""What the tables say of an article: each value and each place, and nothing where there is nothing to say."""

from __future__ import annotations

import contextlib
import re
from decimal import Decimal
from importlib import resources

import attrs
import pytest

from newsparse.corpus import articles, drafts, findings, index, opened, people
from newsparse.corpus.attributes import Attached, attach
from newsparse.corpus.audit import Audit
from newsparse.corpus.indexing import Corpus
from newsparse.corpus.joining import waiting
from newsparse.corpus.overview import counts
from newsparse.corpus.remembering import remembered
from newsparse.corpus.scales import scaled
from newsparse.corpus.search import Found, Search, figures_in
from newsparse.errors import ReadError
from newsparse.kinds import Unrecognised
from newsparse.linking import across
from newsparse.model import Affiliation, Document, Failure, Layer, Meta, Span
from newsparse.verification import verify
from tests.corpus.stories import STORIES, TOGETHER, article, count, passage, person
from tests.corpus.told import told
from tests.linking.telling import said


@contextlib.contextmanager
def corpus(folder, *documents):
    """The rows that a query finds in a corpus of these articles."""
    index(documents, folder / "news.db")
    with contextlib.closing(opened(folder / "news.db")) as database:
        yield lambda query, *values: [tuple(row) for row in database.execute(query, values)]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """All articles of the tests in one corpus, with a draft."""
    path = tmp_path_factory.mktemp("written") / "news.db"
    index([*STORIES, TOGETHER, *told()], path)
    drafts.store(
        path, verify(article("“Nobody came,” said Bo. It rained.", quotes=[("Nobody came,", person("Bo"))]), STORIES)
    )
    with contextlib.closing(opened(path)) as connection:
        yield connection


def test_what_is_not_known_is_empty_and_never_an_empty_text(database):
    """The title of an article, the key of a name and texts themselves are always there."""
    files = [resources.files("newsparse").joinpath("data", "corpus", name) for name in ("schema.sql", "drafts.sql")]
    tables = [name for file in files for name in re.findall(r'CREATE TABLE[^"]*"(\w+)"', file.read_text("utf-8"))]
    assert {"documents", "quotes", "draft_findings"} <= set(tables)
    found = set()
    for table in tables:
        for column in [row["name"] for row in database.execute(f"PRAGMA table_info({table})")]:
            if database.execute(f"SELECT count(*) FROM {table} WHERE \"{column}\" = ''").fetchone()[0]:
                found.add((table, column))
    assert found == set()


PLACES = {
    "mentions": "SELECT document, start, stop, mentions.text AS said FROM mentions",
    "roles": "SELECT document, start, stop, role AS said FROM roles WHERE start IS NOT NULL",
    "figures": "SELECT document, start, stop, text AS said FROM figures WHERE NOT in_title",
    "tellings": "SELECT document, start, stop, tellings.text AS said FROM tellings",
    "alterations": """SELECT document, alterations.start, alterations.stop, alterations.text AS said FROM alterations
        JOIN tellings ON tellings.id = telling WHERE alterations.start IS NOT NULL""",
    "original words": """SELECT original AS document, original_start AS start, original_stop AS stop,
        original_text AS said FROM alterations WHERE original_start IS NOT NULL""",
    "evidence": """SELECT document, start, stop, evidence.text AS said FROM evidence
        JOIN statuses ON statuses.id = status""",
    "effects": "SELECT document, start, stop, text AS said FROM effects",
}


@pytest.mark.parametrize("name", PLACES)
def test_at_every_place_are_the_words_of_the_article(database, name):
    query = f"""SELECT said, substr(documents.text, start + 1, stop - start) FROM ({PLACES[name]}) AS place
        JOIN documents ON documents.id = place.document"""
    rows = [tuple(row) for row in database.execute(query)]
    assert rows
    assert [one for one, _ in rows] == [other for _, other in rows]


def test_an_altered_telling_says_what_it_alters(database):
    rows = database.execute("SELECT part, text, original_text FROM alterations WHERE part = 'words'").fetchall()
    assert [tuple(row) for row in rows] == [("words", "doors", "gates")]
    tellings = [row["telling"] for row in database.execute("SELECT telling FROM alterations WHERE part = 'words'")]
    found = findings.differences(database, tellings)
    assert {key: [tuple(row) for row in rows] for key, rows in found.items()} == {
        tellings[0]: [(*tellings, "doors", "gates")]
    }


def test_a_telling_of_a_copy_names_the_article_that_it_copies(database):
    query = """SELECT documents.outlet, copied.outlet FROM tellings JOIN documents ON documents.id = document
        LEFT JOIN documents AS copied ON copied.id = copy_of
        WHERE tellings.text LIKE 'Nobody leaves%' ORDER BY tellings.id"""
    assert [tuple(row) for row in database.execute(query)][:2] == [("North Wire", None), ("Tarn Post", "North Wire")]


def test_aliases_and_failures_are_listed(tmp_path):
    (entity,) = (made := article("Ada Brook left.", entities=[("Ada Brook", "Person", None)])).entities
    named = attrs.evolve(entity, aliases=("Brook", "Ada B."))
    failures = [Failure(stage="extract", where=where, code="NP304", message="no.") for where in ("polls", "quotes")]
    document = made.with_layer("entities", [named]).with_failure(failures[0]).with_failure(failures[1])
    with corpus(tmp_path, document) as rows:
        assert rows("SELECT aliases FROM appearances") == [("Brook; Ada B.",)]
        assert rows("SELECT failures FROM documents") == [("[NP304] polls: no.; [NP304] quotes: no.",)]


def member(document, name, body, **fields):
    """The document, in which somebody has a role in a body."""
    ids = {item.name: item.id for item in document.entities}
    held = Affiliation(role=passage(document.text, "head"), organisation=ids[body], **fields)
    entities = [attrs.evolve(item, affiliations=(held,)) if item.name == name else item for item in document.entities]
    return document.with_layer("entities", entities)


UNION = [("Ada Brook", "Person", None), ("Orla Dock Union", "Organization", None)]


def test_a_role_names_the_organisation_of_the_corpus_also_when_that_is_joined_with_others_later(tmp_path):
    first = member(article("Ada Brook is head of the Orla Dock Union.", entities=UNION), "Ada Brook", "Orla Dock Union")
    other = article("The Orla Dock Union met.", entities=UNION[1:])
    with corpus(tmp_path, other, first) as rows:
        query = """SELECT role, organisation, entities.name, entities.documents FROM roles
            JOIN entities ON entities.id = home"""
        assert rows(query) == [("head", "Orla Dock Union", "Orla Dock Union", 2)]
        assert (
            rows("SELECT name, uncertain FROM appearances WHERE label = 'Organization'") == [("Orla Dock Union", 0)] * 2
        )
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        (number,) = (row[0] for row in database.execute("SELECT id FROM entities WHERE name = 'Ada Brook'"))
        (role,) = people.Person.find(database, number).roles()
    assert (role["role"], role["organisation"], role["home"] is not None) == ("head", "Orla Dock Union", True)


def test_a_quote_inside_another_names_it_and_a_figure_its_quote(tmp_path):
    text = "Ada Brook said Bo Lind said the dam lost 40 gates."
    made = article(
        text,
        entities=[("Ada Brook", "Person", None), ("Bo Lind", "Person", None)],
        quotes=[
            ("Bo Lind said the dam lost 40 gates", person("Ada Brook")),
            ("the dam lost 40 gates", person("Bo Lind")),
        ],
        figures=[("40", count(40), "gates", person("Bo Lind"))],
    )
    outer, inner = made.quotes
    held = made.with_layer("quotes", [outer, attrs.evolve(inner, within=outer.id)])
    held = held.with_layer("numbers", [attrs.evolve(made.numbers[0], quote=inner.id)])
    with corpus(tmp_path, held) as rows:
        assert rows("SELECT id, within FROM quotes") == [(1, None), (2, 1)]
        assert rows("SELECT quote FROM figures") == [(2,)]
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        inside = figures_in(database, [1, 2])
        assert {quote: [tuple(row) for row in found] for quote, found in inside.items()} == {
            2: [(2, "40", "40", "gates")]
        }
        found = Found.of(database, "quotes", Search(measure="count", low=Decimal(30)))
        assert [row["text"] for row in found.rows(most=9)] == ["the dam lost 40 gates"]
        assert [tuple(row) for row in database.execute("SELECT name, quotes, figures, words FROM sources")] == [
            ("Ada Brook", 1, 0, 8),
            ("Bo Lind", 1, 1, 0),
        ]


def test_who_gives_figures_alone_is_a_source_with_a_role(tmp_path):
    made = article(
        "Ada Brook, the mayor, counted 40 ships and 12 boats.",
        entities=[("Ada Brook", "Person", "mayor")],
        figures=[("40", count(40), "ships", person("Ada Brook")), ("12", count(12), "boats", person("Ada Brook"))],
    )
    with corpus(tmp_path, made) as rows:
        assert rows("SELECT name, role, quotes, figures, words FROM sources") == [("Ada Brook", "mayor", 0, 2, 0)]
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        kinds = Audit(database=database).kinds()
        assert list(map(tuple, kinds.rows)) == [("person", 1, 0, 2, 0, 1)]


def test_a_headline_comes_back_without_its_analysis(tmp_path, english):
    title = "Nobody in all of Orla knew that the fire at the mill killed 14 people"
    document = english(
        Document(text="12 people died in a fire at the mill of Orla, police said.", meta=Meta(title=title))
    )
    assert {"tokens", "numbers"} <= {layer.name for layer in document.headline.layers}
    index([document], tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        again = articles.document(database, 1)
        figures = articles.claims(database, "figures", 1)
        measured = [row["text"] for row in Found.of(database, "figures", Search()).rows(most=9)]
    assert again.headline.text == title
    kept = {layer.name for layer in document.headline.layers} - {"tokens", "sentences", "attributions"}
    assert {layer.name for layer in again.headline.layers} == kept
    assert [(row["quantity"], row["in_title"]) for row in figures] == [("14", 1), ("12", 0)]
    assert measured == ["12"]


def with_strange(layer, text):
    """A layer with an annotation of a kind that nobody here knows."""
    name = f"later-{layer.name}"
    raw = f'{{"kind": "later", "v": 9, "id": "{name}", "span": [0, 3]}}'
    strange = Unrecognised(id=name, span=Span(0, 3), text=text[:3], kind="later", version=9, raw=raw)
    return Layer(layer.name, (*layer.annotations, strange))


def test_what_nobody_here_knows_is_passed_over(tmp_path):
    def strange(document):
        layers = tuple(with_strange(layer, document.text) for layer in document.layers)
        headline = strange(document.headline) if document.headline else None
        return attrs.evolve(document, layers=layers, headline=headline)

    given, tables = (
        [*STORIES, *told()],
        ("appearances", "mentions", "quotes", "figures", "sources", "tellings", "statuses"),
    )
    assert any(document.headline for document in given)
    counted = []
    for name, documents in (("plain", given), ("strange", map(strange, given))):
        (tmp_path / name).mkdir()
        with corpus(tmp_path / name, *documents) as rows:
            counted.append({table: rows(f"SELECT count(*) FROM {table}") for table in tables})
    assert counted[0] == counted[1]
    assert across(map(strange, given)).groups == across(given).groups


def test_words_of_a_reason_are_twelve_at_most(tmp_path):
    for length, more in ((12, ""), (13, " …")):
        words = " ".join(f"pillar{chr(97 + number)}" for number in range(length))
        folder = tmp_path / str(length)
        folder.mkdir()
        with corpus(folder, said("a", words), said("b", words)) as rows:
            (reason,) = rows("SELECT reason FROM tellings WHERE reason LIKE 'same words%'")[-1]
        shown = " ".join(words.split()[:12])
        assert reason.partition("; ")[0].rstrip(",") == f"same words: {shown}{more}"


def test_how_many_links_of_a_name_are_uncertain(tmp_path):
    alone = [article(f"Ana Ruiz left in {year}.", entities=[("Ana Ruiz", "Person", None)]) for year in (2021, 2022)]
    signs = article("++ won.", entities=[("++", "Organization", None)])
    index([*alone, signs], tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        found = {
            name: people.Person.find(database, number)
            for number, name in database.execute("SELECT id, name FROM entities")
        }
        assert {name: person.uncertain() for name, person in found.items()} == {"Ana Ruiz": 2, "++": 0}
        assert [tuple(row.values()) for row in found["Ana Ruiz"].names()] == [("Ana Ruiz", 2, None, None)]
        assert [row["document"] for row in found["Ana Ruiz"].appearances()] == [1, 2]
        assert len(found["Ana Ruiz"].appearances(most=1)) == 1
        assert [row["uncertain"] for row in found["++"].appearances()] == [0]
        assert (found["Ana Ruiz"].whole, found["++"].whole) == (True, False)


def test_an_audit_of_an_attribute_can_be_narrowed_and_months_are_in_their_order(database, tmp_path):
    index(STORIES, tmp_path / "news.db")
    (tmp_path / "people.csv").write_text("name,party\nTomas Varga,Greens\n", "utf-8")
    attach(tmp_path / "news.db", tmp_path / "people.csv")
    with contextlib.closing(opened(tmp_path / "news.db")) as connection:
        found = Audit(database=connection, outlet="Orla Post", until="2024-03-31").attribute("party")
        assert [(row["value"], row["sources"]) for row in found] == [("(not in your table)", 1), ("Greens", 1)]
        months = [row["month"] for row in Audit(database=connection).sources("month")]
    assert months == ["2024-03", "2024-04", "2024-05"]


def test_rows_of_a_table_may_be_short_and_its_signs_must_be_utf_8(tmp_path):
    index(STORIES[:1], tmp_path / "news.db")
    (tmp_path / "people.csv").write_text("name,party,seat\nAna Ruiz\nBo Lind,Greens\n", "utf-8")
    assert attach(tmp_path / "news.db", tmp_path / "people.csv") == Attached(names=1, known=0)
    (tmp_path / "people.csv").write_bytes("name,party\nAna Ruíz,Grüne\n".encode("latin-1"))
    with pytest.raises(ReadError, match=r"people\.csv is not UTF-8"):
        attach(tmp_path / "news.db", tmp_path / "people.csv")


def test_what_is_remembered_is_asked_once_until_articles_are_compared(tmp_path):
    asked = []

    @remembered
    def answer(connection):
        asked.append(connection)
        return len(asked)

    place = tmp_path / "news.db"
    cut_off = Corpus(place)
    cut_off.add(STORIES[0])
    cut_off.commit()
    cut_off.database.close()
    with contextlib.closing(opened(place)) as connection:
        assert ([answer(connection), answer(connection)], counts(connection)["people"]) == ([1, 1], 0)
    index([], place)
    with contextlib.closing(opened(place)) as connection:
        assert (waiting(connection), answer(connection), counts(connection)["people"]) == (0, 2, 1)


def test_money_is_on_the_scale_of_its_currency_whatever_it_buys():
    assert scaled(count(90, kind="measure", unit="barrel", currency="USD")).scale == "USD"
    assert scaled(count(90, kind="money", unit="pound")).scale == "pound"
