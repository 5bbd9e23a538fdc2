"""What holds for all rows of all documents: places, sentences, counts, free columns, and cells without a value."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections import Counter
from decimal import Decimal

import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse import tables
from newsparse.errors import WriteError
from newsparse.model import Document, Entity, Mention, Meta, NumberClaim, Quantity, Quote, Sentence, Span
from newsparse.tables import parquet
from newsparse.tables.options import CsvOptions, TableOptions
from newsparse.testing.strategies import documents

PLACED = ("quotes", "numbers", "entities", "mentions", "roles")
FREE = "free column "


def shown(text):
    """A text as tables have it, where half a surrogate pair is an escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


@settings(deadline=None, max_examples=50)
@given(documents())
def test_the_offsets_of_a_row_cut_its_words_and_its_sentence_is_all_that_it_touches(document):
    found = tables.of([document])
    for name in PLACED:
        for row in getattr(found, name).to_pylist():
            if row["start"] is None:
                assert (row["end"], row["sentence"]) == (None, None)
                assert shown(document.meta.title[row["title_start"] : row["title_end"]]) == row["role"]
                continue
            span = Span(row["start"], row["end"])
            words = {"roles": "role", "numbers": "text", "mentions": "text"}.get(name)
            assert words is None or row[words] == shown(span.cut(document.text))
            touched = [item.span for item in document.sentences if item.span.overlaps(span)]
            whole = shown(document.text[touched[0].start : touched[-1].end]) if touched else None
            assert row["sentence"] == whole


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        (0, 2, "One."),
        (0, 4, "One."),
        (2, 6, "One. Two."),
        (5, 6, "Two."),
        (8, 9, "Two."),
        (9, 11, "Three."),
        (4, 5, None),
        (3, 12, "One. Two. Three."),
    ],
)
def test_the_sentence_of_a_passage_is_all_of_those_that_it_touches(start, end, sentence):
    text = "One. Two. Three."
    sentences = [Sentence.make(text, Span(*span), first=0, last=0) for span in ((0, 4), (5, 9), (10, 16))]
    quote = Quote.of(text, Span(start, end), form="direct")
    document = Document(text=text).with_layer("sentences", sentences).with_layer("quotes", [quote])
    assert tables.of([document]).quotes["sentence"].to_pylist() == [sentence]


PERIOD = ("start", "end", "granularity", "relation")


def when(row):
    """The days that a row means."""
    return [row[f"when_{name}"] for name in PERIOD]


def period_of(claim):
    return [getattr(claim.period, name) if claim.period else None for name in PERIOD]


@settings(deadline=None, max_examples=50)
@given(documents())
def test_names_and_counts_are_those_of_the_entities_with_these_ids(document):
    found = tables.of([document])
    names = {item.id: item.name for item in document.entities}
    says = Counter()
    for quote, row in zip(document.quotes, found.quotes.to_pylist(), strict=True):
        speaker = quote.speaker
        others = speaker.others if speaker else ()
        says.update([speaker.entity, *others] if speaker and speaker.entity else [])
        assert row["about"] == ("; ".join(names[i] for i in quote.about if i in names) or None)
        assert row["about_entities"] == ("; ".join(quote.about) or None)
        assert row["other_speakers"] == ("; ".join(names[i] for i in others if i in names) or None)
        assert row["speaker"] == (speaker.name if speaker else None)
        assert when(row) == period_of(quote)
    for figure, row in zip(document.numbers, found.numbers.to_pylist(), strict=True):
        assert when(row) == period_of(figure)
        assert row["speaker"] == (figure.speaker.name if figure.speaker else None)
    assert [row["quotes"] for row in found.entities.to_pylist()] == [says[item.id] for item in document.entities]
    for mention, row in zip(document.mentions, found.mentions.to_pylist(), strict=True):
        assert row["name"] == names.get(mention.entity)
    for entity, row in zip(document.entities, found.entities.to_pylist(), strict=True):
        bodies = [names.get(held.organisation) or shown(str(getattr(held, "body", ""))) for held in entity.held]
        assert row["organisation"] == next((body for body in bodies if body), None)


TEXT = "Ada said 3 ships sank."
BARE = {
    "quotes": Quote.of(TEXT, Span(9, 21), form="indirect"),
    "numbers": NumberClaim.make(TEXT, Span(9, 10), quantity=Quantity(low=None, high=Decimal(3))),
    "entities": Entity.make(TEXT, Span(0, 3), label="Person", name="Ada"),
    "mentions": Mention.make(TEXT, Span(0, 3), label="Person"),
}
NEVER_MISSING = {
    "quotes": "position article id text form manner act modality fragments start end",
    "numbers": "position article id text high high_exact bound low_inclusive high_inclusive exactness kind role"
    " modality start end",
    "entities": "position article id text name label mentions quotes start end",
    "mentions": "position article id text label form start end",
}


@pytest.mark.parametrize("name", BARE)
def test_what_is_not_known_has_no_value_rather_than_an_empty_one(name):
    [row] = getattr(tables.of([Document(text=TEXT, id="a").with_layer(name, [BARE[name]])]), name).to_pylist()
    assert {key for key, value in row.items() if value is not None} == set(NEVER_MISSING[name].split())
    assert "" not in row.values()


SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
KEYS = st.sampled_from(["words", "Words", "title", "", " ", "a  b", "a b", "\n"])
GIVEN = st.lists(st.dictionaries(KEYS, SCALARS, max_size=4), min_size=1, max_size=4)


def known(batch):
    """The names of free columns by their keys."""
    meanings = {field.name: field.metadata[b"meaning"].decode() for field in batch.schema}
    keys = {repr(key): key for key in KEYS.elements}
    found = {name: text.removeprefix(FREE).removesuffix(" of the article") for name, text in meanings.items()}
    return {keys[key]: name for name, key in found.items() if meanings[name].startswith(FREE)}


def held(cell, type, value):
    """Whether a cell of a column of that type says the value."""
    if type == "string":
        return shown(value) == cell if isinstance(value, str) else json.loads(cell) == value
    return cell == (float(value) if type == "double" else value)


@settings(deadline=None)
@given(GIVEN, st.integers(1, 4))
def test_a_value_of_a_free_column_is_in_its_column_or_in_the_rest_and_never_in_both(columns, size):
    given_ = [Document(text="a", meta=Meta(columns=item)) for item in columns]
    names, kept = {}, []
    for batch in tables.batches(given_, "articles", size=size):
        names = known(batch)
        kept += batch.to_pylist()
        types = {field.name: str(field.type) for field in batch.schema}
    assert len({name.lower() for name in types}) == len(types)
    for number, (row, told) in enumerate(zip(kept, columns, strict=True)):
        rest = json.loads(row["other_columns"] or "{}")
        assert row["other_columns"] != "{}"
        assert rest == {} or number >= size
        for key, value in told.items():
            name = names.get(key)
            cell = row[name] if name else None
            if cell is not None:
                assert held(cell, types[name], value)
                assert key not in rest
            elif value is not None or name is None:
                assert rest[key] == value


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_rows_are_written_in_groups_of_at_least_so_many(tmp_path, monkeypatch, size):
    monkeypatch.setattr(parquet, "GROUP_ROWS", size)
    monkeypatch.setattr("newsparse.tables.rows.CHUNK_DOCUMENTS", 1)
    given_ = [Document(text=str(number)) for number in range(7)]
    tables.write(given_, tmp_path / "o.parquet", tables="articles")
    found = pyarrow.parquet.ParquetFile(tmp_path / "o.parquet")
    sizes = [found.metadata.row_group(at).num_rows for at in range(found.num_row_groups)]
    assert sum(sizes) == 7
    assert all(count >= size for count in sizes[:-1])
    assert sizes[-1] > 0


@pytest.mark.parametrize("name", ["o.parquet.gz", "o.xlsx.zst", "o.sqlite.gz"])
def test_what_is_no_stream_is_not_compressed_as_a_whole(tmp_path, name):
    with pytest.raises(WriteError, match="cannot be compressed as a whole"):
        tables.write([], tmp_path / name)
    assert list(tmp_path.iterdir()) == []


LOOKED_UP = {
    "articles": ("position", "article", "published"),
    "quotes": ("position", "speaker", "organisation", "about"),
    "numbers": ("position", "kind", "speaker", "quote"),
    "entities": ("position", "id", "name"),
    "mentions": ("position", "entity", "name"),
    "roles": ("position", "entity", "name", "organisation"),
}


def test_what_one_looks_up_in_a_database_has_an_index(tmp_path):
    tables.write([], tmp_path / "o.sqlite")
    with contextlib.closing(sqlite3.connect(tmp_path / "o.sqlite")) as database:
        for name, columns in LOOKED_UP.items():
            for column in columns:
                asked = f'EXPLAIN QUERY PLAN SELECT * FROM "{name}" WHERE "{column}" = 1'
                assert database.execute(asked).fetchone()[3].startswith(f"SEARCH {name} USING")


def test_a_database_without_articles_refers_to_none(tmp_path):
    tables.write([], tmp_path / "o.sqlite", tables=("quotes", "roles"))
    with contextlib.closing(sqlite3.connect(tmp_path / "o.sqlite")) as database:
        assert database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall() == [
            ("quotes",),
            ("roles",),
        ]
        assert database.execute("PRAGMA foreign_key_list(quotes)").fetchall() == []


def test_tables_are_named_by_one_text_or_several_and_each_counts_once():
    assert TableOptions(tables="numbers").tables == ("numbers",)
    assert TableOptions(tables=("roles", "quotes", "roles")).tables == ("roles", "quotes")
    assert TableOptions().every == tables.TABLES
    assert TableOptions(tables="roles").every == ("roles",)
    assert (TableOptions().into(None), CsvOptions(tables="roles").into(None)) == (("quotes",), ("roles",))
