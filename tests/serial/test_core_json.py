"""Documents as JSON: nothing is lost, whatever the text, and the same document gives the same line."""

from __future__ import annotations

import io
import json

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.errors import SchemaError
from newsparse.model import Document, Layer, Token
from newsparse.serial import SCHEMA, dump_jsonl, dumps, load_jsonl, loads, loads_first, pretty
from newsparse.testing import documents, texts, written


@given(documents())
def test_what_is_written_comes_back_equal(document):
    line = dumps(document)
    assert loads(line) == document
    assert dumps(loads(line)) == line


@given(documents())
def test_the_pretty_layout_holds_the_same(document):
    assert loads(pretty(document)) == document
    assert json.loads(pretty(document)) == json.loads(dumps(document))


@given(texts())
def test_a_line_is_one_line_of_utf_8(text):
    line = dumps(written(text))
    assert "\n" not in line
    assert "\r" not in line
    assert loads(line.encode("utf-8").decode("utf-8")).text == text


@settings(max_examples=30)
@given(st.lists(documents(max_size=15), max_size=4))
def test_lines_come_back_in_their_order(given_documents):
    stream = io.StringIO()
    assert dump_jsonl(given_documents, stream) == len(given_documents)
    assert list(load_jsonl(io.StringIO(stream.getvalue()))) == given_documents


@given(documents(max_size=15), documents(max_size=15))
def test_documents_that_follow_each_other_are_read_one_by_one(one, other):
    text = dumps(one) + dumps(other)
    first, end = loads_first(text, 0)
    assert (first, loads_first(text, end)) == (one, (other, len(text)))


def test_the_shape_of_a_document_on_the_wire():
    fields = json.loads(dumps(written("Ada left.", names={"Ada": "Person"})))
    assert fields["schema"] == SCHEMA == "newsparse.document/1"
    assert fields["layers"]["tokens"] == {"kind": "token", "v": 1, "start": [0, 4, 8], "end": [3, 8, 9]} | {
        "group": [0, 1, 2]
    }
    assert fields["layers"]["mentions"] == [
        {"kind": "mention", "v": 1, "id": "mention:0-3", "span": [0, 3], "text": "Ada", "label": "Person"}
        | {"form": "named", "entity": "entity:0-3"}
    ]


@given(documents(), st.data())
def test_columns_of_tokens_keep_every_field(document, data):
    changes = st.fixed_dictionaries(
        {},
        optional={
            "lemma": st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
            "head": st.none() | st.integers(0, 5),
            "origin": st.sampled_from([None, "a", "b"]),
            "confidence": st.none() | st.floats(0, 1),
            "id": st.uuids().map(str),
        },
    )
    tokens = [attrs.evolve(token, **data.draw(changes)) for token in document.tokens[:6]]
    changed = document.with_layer("tokens", tokens)
    assert loads(dumps(changed)) == changed
    assert all(type(token) is Token for token in loads(dumps(changed)).tokens)


def test_a_surrogate_pair_cannot_be_written():
    with pytest.raises(SchemaError, match="surrogate pair"):
        dumps(Document(text="\ud83d\ude00"))


def test_a_bad_line_is_named_and_the_rest_goes_on():
    lines = [dumps(Document(text="a")), " ", "{", dumps(Document(text="b"))]
    first, error, last = load_jsonl(lines, name="wire.jsonl", errors="yield")
    assert isinstance(error, SchemaError)
    assert error.message.startswith("wire.jsonl, line 3: not JSON")
    assert (first, last) == (Document(text="a"), Document(text="b"))
    with pytest.raises(SchemaError, match="line 3"):
        list(load_jsonl(lines))


def test_a_document_with_a_layer_twice_is_not_written():
    twice = Document(text="a", layers=(Layer("quotes", ()), Layer("quotes", ())))
    with pytest.raises(SchemaError, match="'quotes' occurs twice"):
        dumps(twice)


def test_json_holds_no_character_that_steers_a_terminal():
    steering = [*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *"\u202a\u202b\u202c\u202d\u202e\u2066\u2069"]
    document = Document(text="It rained." + "".join(steering), id="\x9b2J")
    line = dumps(document)
    assert [character for character in steering if character in line] == []
    assert loads(line) == document
    assert loads(pretty(document)) == document


def test_a_document_is_one_line_whoever_splits_it():
    text = "One\u2028two\u2029three\u0085four\x0bfive\x0csix\x1cseven\x1deight\x1enine\r\nten"
    document = written(text, names={"two": "Misc"})
    line = dumps(document)
    assert line.splitlines() == [line]
    assert loads(line) == document
    stream = io.StringIO()
    assert dump_jsonl([document, document], stream) == 2
    assert list(load_jsonl(stream.getvalue().splitlines())) == [document, document]
