"""Tables resolve ids to names and offsets to sentences, keep exact values, free columns and schemas."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import attrs
import pyarrow
import pytest

from newsparse import tables
from newsparse.errors import OptionError
from newsparse.model import Document, Entity, Failure, Meta, Passage, Span, TitlePassage, TitleRole
from newsparse.testing.strategies import documents

PAGE = Path(__file__).parents[2] / "docs/reference/tables.md"


def rows(name, *given):
    return getattr(tables.of(given), name).to_pylist()


def test_a_quote_names_speaker_role_organisation_and_sentence(article):
    (row,) = rows("quotes", article)
    assert row["text"] == "Fees rose by 2.50 euros."
    assert (row["speaker"], row["speaker_kind"], row["role"]) == ("Ilse Marek", "person", "head")
    assert (row["organisation"], row["about"], row["cue"]) == ("Kell Bank", "Kell Bank", "said")
    assert row["sentence"] == article.sentences[0].text
    assert article.text[row["start"] : row["end"]] == row["text"]
    assert (row["article"], row["path"], row["title"], row["position"]) == ("a1", "fees.txt", "Fees", 1)


def test_a_quote_names_those_who_say_it_together(article):
    [quote], [marek, bank] = article.quotes, article.entities
    joint = attrs.evolve(quote, speaker=attrs.evolve(quote.speaker, others=(bank.id,)))
    [row] = rows("quotes", article.with_layer("quotes", [joint]))
    assert (row["speaker"], row["speaker_entity"]) == ("Ilse Marek", marek.id)
    assert (row["other_speakers"], row["other_speaker_entities"]) == ("Kell Bank", bank.id)
    [alone] = rows("quotes", article)
    assert (alone["other_speakers"], alone["other_speaker_entities"]) == (None, None)


def test_a_role_of_the_title_alone_has_its_place_there():
    held = TitleRole(role=TitlePassage(4, 9, "mayor"), body=TitlePassage(13, 17, "Orla"))
    holt = Entity.make("Holt left.", Span(0, 4), label="Person", name="Holt", title_roles=(held,))
    document = Document(text="Holt left.", meta=Meta(title="The mayor of Orla")).with_layer("entities", [holt])
    (entity,), (role,) = rows("entities", document), rows("roles", document)
    assert (entity["role"], entity["organisation"]) == ("mayor", "Orla")
    assert (role["role"], role["organisation"], role["start"], role["sentence"]) == ("mayor", "Orla", None, None)
    assert document.meta.title[role["title_start"] : role["title_end"]] == "mayor"


def test_a_figure_has_its_value_twice_as_a_number_and_with_all_its_digits(article):
    nobody, row = sorted(rows("numbers", article), key=lambda item: item["value"] or 0)
    assert (row["value"], row["low_exact"], row["currency"]) == (2.5, "2.50", "EUR")
    assert (row["role"], row["direction"], row["what"]) == ("change", "up", "Fees")
    assert (row["speaker"], row["speaker_role"]) == ("Ilse Marek", "head")
    # Beyond what a floating-point number holds, the digits alone say it.
    assert (nobody["low"], nobody["low_exact"]) == (None, "1" + 400 * "0")
    assert (nobody["high"], nobody["low_inclusive"], nobody["bound"]) == (None, False, "more than")


def test_entities_mentions_and_roles_are_resolved(article):
    marek, bank = rows("entities", article)
    assert (marek["name"], marek["role"], marek["organisation"], marek["quotes"]) == (
        "Ilse Marek",
        "head",
        "Kell Bank",
        1,
    )
    assert bank["aliases"] == "Kell; KB"
    (mention,) = rows("mentions", article)
    assert (mention["text"], mention["name"]) == ("Ilse Marek", "Ilse Marek")
    (role,) = rows("roles", article)
    assert (role["name"], role["role"], role["organisation"], role["former"]) == (
        "Ilse Marek",
        "head",
        "Kell Bank",
        True,
    )


def test_articles_have_free_columns_counts_and_failures(article):
    failed = Document(text="", failures=(Failure(stage="read", where="b.txt", code="NP401", message="gone"),))
    first, second = rows("articles", article, failed)
    assert (first["section"], first["words"], first["quotes"], first["numbers"]) == ("money", 18, 1, 2)
    assert (second["section"], second["failures"], second["position"]) == (None, "[NP401] b.txt: gone", 2)


@pytest.mark.parametrize(
    ("values", "type", "cells"),
    [
        ((1, 2.5), "double", [1.0, 2.5]),
        ((1, "x"), "string", ["1", "x"]),
        ((True, None), "bool", [True, None]),
        ((2**70, 1), "string", [str(2**70), "1"]),
        ((None, None), "string", [None, None]),
    ],
)
def test_a_free_column_has_the_type_that_all_its_values_fit(values, type, cells):
    found = tables.of(Document(text="a", meta=Meta(columns={"Free": value})) for value in values).articles
    assert str(found.schema.field("Free").type) == type
    assert found["Free"].to_pylist() == cells


def test_a_free_column_with_a_name_that_is_taken_gets_a_prefix():
    found = tables.of([Document(text="a", meta=Meta(columns={"Title": "x", "title": "y"}))]).articles.to_pylist()
    assert (found[0]["title"], found[0]["column_Title"], found[0]["column_column_title"]) == (None, "x", "y")


def test_batches_share_a_schema_and_free_columns_that_come_late_are_kept_as_json():
    facts = [{"a": 1}, {"a": 2}, {"a": "three", "b": "new"}]
    given = (Document(text=str(i), meta=Meta(columns=item)) for i, item in enumerate(facts))
    found = list(tables.batches(given, "articles", size=2))
    assert [batch.num_rows for batch in found] == [2, 1]
    assert found[0].schema.equals(found[1].schema, check_metadata=True)
    assert found[1].to_pylist()[0]["a"] is None
    assert found[1].to_pylist()[0]["other_columns"] == '{"a": "three", "b": "new"}'


def test_batches_take_documents_one_chunk_at_a_time(article):
    taken = itertools.count()
    given = (attrs.evolve(article, id=str(next(taken))) for _ in range(10))
    found = tables.batches(given, size=2)
    next(found)
    assert next(taken) <= 4


def test_of_equals_the_batches_and_no_documents_give_empty_tables(article):
    whole = tables.of([article] * 5)
    for name in tables.TABLES:
        assert pyarrow.Table.from_batches(tables.batches([article] * 5, name, size=2)).equals(getattr(whole, name))
    assert tables.of([]).quotes.num_rows == 0
    assert tables.of([]).quotes.schema == whole.quotes.schema


def test_frames_have_the_same_rows(article):
    whole = tables.of([article])
    pandas, polars = whole.to_pandas(), whole.to_polars()
    assert list(pandas) == list(polars) == list(tables.TABLES)
    assert pandas["numbers"]["value"].max() == polars["numbers"]["value"].max() == 2.5
    assert list(pandas["quotes"].columns) == polars["quotes"].columns


def test_a_lone_surrogate_is_shown(article):
    (row,) = rows("articles", Document(text="a", id="x", meta=Meta(title="caf\udce9")))
    assert row["title"] == r"caf\udce9"


@pytest.mark.parametrize("name", ["quote", "Quotes", ""])
def test_an_unknown_table_is_refused(name):
    with pytest.raises(OptionError, match="there are: articles, quotes, numbers, entities, mentions, roles"):
        tables.columns(name)


def test_whatever_the_documents_hold_they_become_tables():
    from hypothesis import given, settings
    from hypothesis import strategies as st

    @given(st.lists(documents(), max_size=3))
    @settings(max_examples=30)
    def check(found):
        assert tables.of(found).articles.num_rows == len(found)
        assert tables.of(found).quotes.num_rows == sum(len(item.quotes) for item in found)

    check()


def test_the_page_lists_the_columns_of_each_table_and_their_meanings():
    sections = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    listed = {
        section.partition("\n")[0]: re.findall(r"^\| `(\w+)` \| (\w+) \| (.*) \|$", section, re.MULTILINE)
        for section in sections
    }
    for name in tables.TABLES:
        assert listed[name] == [(item.name, item.type, item.meaning) for item in tables.columns(name)]
    schema = tables.schema(tables.columns("quotes"))
    assert schema.field("speaker").metadata[b"meaning"].decode() in PAGE.read_text("utf-8")


def test_a_speaker_belongs_to_what_the_quote_says_rather_than_to_what_the_article_says_elsewhere(article):
    [quote] = article.quotes
    here = attrs.evolve(quote.speaker, affiliation=Passage(Span(83, 92), "Kell Bank at"))
    [row] = rows("quotes", article.with_layer("quotes", [attrs.evolve(quote, speaker=here)]))
    assert row["organisation"] == "Kell Bank at"


def test_a_speaker_without_a_role_has_none(article):
    marek, bank = article.entities
    [row] = rows("quotes", article.with_layer("entities", [attrs.evolve(marek, affiliations=()), bank]))
    assert (row["speaker"], row["role"], row["organisation"]) == ("Ilse Marek", None, None)


def test_what_is_not_among_the_entities_has_no_name(article):
    [quote] = article.quotes
    missing = ("entity:900-901",)
    changed = attrs.evolve(quote, about=missing, speaker=attrs.evolve(quote.speaker, others=missing))
    [row] = rows("quotes", article.with_layer("quotes", [changed]))
    assert (row["about"], row["about_entities"]) == (None, *missing)
    assert (row["other_speakers"], row["other_speaker_entities"]) == (None, *missing)


def test_why_a_speaker_is_not_named_is_what_the_article_says_of_that(article):
    [quote] = article.quotes
    [named] = rows("quotes", article)
    hidden = attrs.evolve(quote.speaker, anonymity=Passage.at(article.text, 0, 4))
    [unnamed] = rows("quotes", article.with_layer("quotes", [attrs.evolve(quote, speaker=hidden)]))
    assert (named["anonymity"], unnamed["anonymity"]) == (None, "Ilse")
