"""Slim documents: layers as columns, without words and defaults, and nothing is lost by it."""

from __future__ import annotations

import json
from copy import deepcopy
from decimal import Decimal

import pytest
from hypothesis import given

from newsparse.errors import SchemaError
from newsparse.model import Document, Mention, NumberClaim, Passage, Quantity, Quote, Span, Speaker, distinct
from newsparse.serial import dumps, load_jsonl, loads, pretty
from newsparse.testing import documents

TEXT = "“One,” “two,” “three,” “four,” said Ada Brook of 12 ships."
WORDS = ("One", "two", "three", "four")


def place(word):
    return Span(TEXT.index(word), TEXT.index(word) + len(word))


def document():
    ada = Speaker(name="Ada Brook", mention=Passage.at(TEXT, 36, 45), kind="person")
    quotes = [Quote.of(TEXT, place(word), form="direct", speaker=ada, confidence=0.5) for word in WORDS[:3]]
    broken = Quote.of(TEXT, place("two"), place("four"), form="mixed", act="asked")
    number = NumberClaim.make(TEXT, place("12"), quantity=Quantity(low=Decimal(12), high=None))
    found = Document(text=TEXT, id="a1").with_layer("quotes", distinct([*quotes, broken]))
    return found.with_layer("numbers", [number])


LINE = dumps(document(), slim=True)


@given(documents())
def test_slim_documents_come_back_equal_with_their_text_and_without(made):
    assert loads(dumps(made, slim=True)) == made
    assert loads(pretty(made, slim=True)) == made
    line = dumps(made, slim=True, with_text=False)
    assert json.loads(line)["text"] is None
    assert loads(line, text=made.text) == loads(line, text={made.id: made.text}) == made


def test_words_defaults_ids_and_what_is_the_same_are_left_out():
    fields = json.loads(LINE)["layers"]
    columns = fields["quotes"]["columns"]
    assert fields["quotes"]["kind"] == "quote"
    assert fields["quotes"]["count"] == 4
    assert set(columns) == {"span", "form", "act", "fragments", "speaker", "confidence"}
    assert columns["span"] == [[1, 4], [8, 28], [8, 11], [15, 20]]
    assert columns["act"] == {"at": [1], "values": ["asked"]}
    assert columns["confidence"] == {"except": [1], "same": 0.5}
    assert columns["speaker"]["columns"]["name"] == {"same": "Ada Brook"}
    assert fields["numbers"]["columns"]["quantity"] == {"columns": {"low": ["12"], "high": [None]}}


def test_a_slim_document_is_much_smaller():
    many = [Mention.make(TEXT, Span(start, start + 2), label="Person") for start in range(50)]
    made = Document(text=TEXT).with_layer("mentions", many)
    assert len(dumps(made, slim=True)) * 5 < len(dumps(made))
    assert set(json.loads(dumps(made, slim=True))["layers"]["mentions"]["columns"]["span"]) == {"starts", "ends"}


def test_a_text_that_was_left_out_has_to_be_given_and_to_be_the_same():
    line = dumps(document(), slim=True, with_text=False)
    with pytest.raises(SchemaError, match="the text of 'a1' was left out"):
        loads(line)
    with pytest.raises(SchemaError, match="the text of 'a1' was left out"):
        loads(line, text={"a2": TEXT})
    with pytest.raises(SchemaError, match="not the one that was written"):
        loads(line, text=TEXT + ".")
    assert list(load_jsonl([line], texts={"a1": TEXT})) == [document()]


def test_rows_of_several_kinds_stay_rows():
    mention = Mention.make(TEXT, Span(0, 3), label="Person")
    made = Document(text=TEXT).with_layer("odd", [mention, Quote.of(TEXT, place("two"), form="direct")])
    assert isinstance(json.loads(dumps(made, slim=True))["layers"]["odd"], list)
    assert loads(dumps(made, slim=True)) == made


QUOTES = ("layers", "quotes", "columns")


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("layers", "quotes", "count"), 5, "$.layers.quotes.columns"),
        (("layers", "quotes", "count"), "4", "$.layers.quotes.count: expected a whole number"),
        (("layers", "quotes", "kind"), None, "$.layers.quotes.kind: expected a string"),
        (("layers", "quotes", "shape"), 1, "$.layers.quotes: expected columns of rows"),
        ((*QUOTES, "span"), [[1, 4]], "$.layers.quotes.columns.span: 1 values for 4 rows"),
        ((*QUOTES, "span"), {"starts": [1, 8, 8, 16], "ends": [4, 28, 11, 999]}, "$.layers.quotes[3]"),
        ((*QUOTES, "span"), {"starts": [1, 8, 8, 16], "ends": [4]}, "$.layers.quotes.columns.span: 1 values for 4"),
        ((*QUOTES, "span"), {"starts": [1, 8, 8, 16]}, "$.layers.quotes.columns.span.ends"),
        ((*QUOTES, "span"), "x", "$.layers.quotes.columns.span: expected an object"),
        ((*QUOTES, "form"), {"values": ["direct"], "which": [0, 0, 0, 1]}, "which: expected numbers from 0 to 0"),
        ((*QUOTES, "form"), {"same": "loud"}, "$.layers.quotes[0].form"),
        ((*QUOTES, "act", "at"), [4], "$.layers.quotes.columns.act.at: expected numbers from 0 to 3"),
        ((*QUOTES, "act"), {}, "$.layers.quotes.columns.act.values"),
        ((*QUOTES, "colour"), {"same": "red"}, "unknown field 'colour'"),
        ((*QUOTES, "fragments", "values"), [[[8, 99]]], "$.layers.quotes[1]"),
        (QUOTES, [], "$.layers.quotes.columns: expected an object"),
    ],
)
def test_faults_in_columns_name_their_path(path, value, message):
    fields = deepcopy(json.loads(LINE))
    inner = fields
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    with pytest.raises(SchemaError) as raised:
        loads(json.dumps(fields))
    assert message in str(raised.value)
