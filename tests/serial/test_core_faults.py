"""Faults in JSON: each names the path at which it stands."""

from __future__ import annotations

import json
from copy import deepcopy
from decimal import Decimal

import attrs
import pytest

from newsparse.errors import KindError, SchemaError
from newsparse.model import Document, Mention, NumberClaim, Passage, Quantity, Quote, Span, Speaker
from newsparse.serial import dumps, loads
from newsparse.testing import written

TEXT = "“One,” “two,” “three,” “four,” said Ada Brook of 12 ships."


def _document() -> Document:
    speaker = Speaker(name="Ada Brook", mention=Passage.at(TEXT, 36, 45))
    spans = [Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in ("One", "two", "three", "four")]
    quotes = [Quote.make(TEXT, span, fragments=(span,), form="direct", speaker=speaker) for span in spans]
    quantity = Quantity(low=Decimal(12), high=Decimal(12))
    number = NumberClaim.make(TEXT, Span(49, 51), quantity=quantity)
    return written(TEXT).with_layer("quotes", quotes).with_layer("numbers", [number])


FIELDS = json.loads(dumps(_document()))
QUOTE = ("layers", "quotes", 3)


def changed(path, value):
    """The JSON of the document with another value at one place."""
    fields = deepcopy(FIELDS)
    place = fields
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return json.dumps(fields)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ((*QUOTE, "span"), [24, 99], "$.layers.quotes[3].span: ends at 99, outside a text of"),
        ((*QUOTE, "span"), [28, 24], "$.layers.quotes[3].span: a span needs"),
        ((*QUOTE, "span"), [24], "$.layers.quotes[3].span: expected [start, end], got 1 values"),
        ((*QUOTE, "span"), "24-28", "$.layers.quotes[3].span: expected a list, got a string"),
        ((*QUOTE, "span"), [24.0, 28], "$.layers.quotes[3].span: expected a whole number, got a number"),
        ((*QUOTE, "text"), "five", "$.layers.quotes[3].text: is 'five', but the document has 'four' there"),
        ((*QUOTE, "fragments", 0), [24, 99], "$.layers.quotes[3]: quote:24-28: a fragment lies outside"),
        ((*QUOTE, "form"), "loud", "$.layers.quotes[3].form"),
        ((*QUOTE, "confidence"), 2, "confidence must be within 0 and 1"),
        ((*QUOTE, "confidence"), True, "$.layers.quotes[3].confidence"),
        ((*QUOTE, "colour"), "red", "$.layers.quotes[3]: unknown field 'colour'"),
        ((*QUOTE, "speaker", "mention", "span"), [36, 44], "$.layers.quotes[3].speaker.mention.text: is 'Ada Brook'"),
        ((*QUOTE, "speaker", "mention", "span"), [36, 99], "$.layers.quotes[3].speaker.mention.span: ends at 99"),
        ((*QUOTE, "speaker"), "Ada", "$.layers.quotes[3].speaker: expected an object, got a string"),
        ((*QUOTE, "kind"), None, "$.layers.quotes[3].kind: expected a string, got null"),
        ((*QUOTE, "v"), "1", "$.layers.quotes[3].v: expected a whole number, got a string"),
        (QUOTE, [], "$.layers.quotes[3]: expected an object, got a list"),
        (("layers", "numbers", 0, "quantity", "low"), 12, "$.layers.numbers[0].quantity.low: expected a string"),
        (("layers", "numbers", 0, "quantity", "low"), "dozen", "$.layers.numbers[0].quantity.low: 'dozen' is not"),
        (("layers", "numbers", 0, "quantity", "low"), "13", "$.layers.numbers[0].quantity: a quantity's low end 13"),
        (("layers", "tokens", "end", 2), 999, "$.layers.tokens.end[2]: "),
        (("layers", "tokens", "group"), [0], "$.layers.tokens.group: 1 values for"),
        (("layers", "tokens", "group", 1), "x", "$.layers.tokens.group[1]: expected a whole number, got a string"),
        (("layers", "tokens", "shape"), [], "$.layers.tokens: unknown column 'shape'"),
        (("layers", "tokens", "confidence"), 3, "$.layers.tokens.confidence[0]: expected a number within 0 and 1"),
        (("layers", "quotes"), {"kind": "quote", "v": 1}, "$.layers.quotes: only tokens go as columns"),
        (("layers", "quotes"), "none", "$.layers.quotes: expected a list, got a string"),
        (("layers",), [], "$.layers: expected an object, got a list"),
        (("text",), "Other words.", "$.text_sha256: the text is not the one that was written"),
        (("id",), 7, "$.id: expected a string, got a whole number"),
        (("meta", "title"), 7, "$.meta.title: expected a string"),
        (("sources",), [{"id": "a"}], "$.sources[0].distribution: the field is missing"),
        (("failures",), {}, "$.failures: expected a list"),
        (("colour",), "red", "$: unknown field 'colour'"),
        (("schema",), "newsparse.document/9", "A newer newsparse wrote it"),
        (("schema",), "other/1", "Is it a document that newsparse wrote?"),
    ],
)
def test_a_fault_names_its_path(path, value, message):
    with pytest.raises(SchemaError) as caught:
        loads(changed(path, value))
    assert message in str(caught.value)


@pytest.mark.parametrize("key", ["id", "text", "text_sha256", "meta", "sources", "layers", "failures"])
def test_each_field_is_needed(key):
    with pytest.raises(SchemaError, match=f"\\$\\.{key}: the field is missing"):
        loads(json.dumps({name: value for name, value in FIELDS.items() if name != key}))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON"),
        ("[]", "$: expected an object, got a list"),
        ('{"a": 1', "at line 1, column"),
        (json.dumps(FIELDS) + " x", "more text after the end"),
        ('{"id": "a", "id": "b"}', "'id' occurs twice"),
        ('{"id": NaN}', "NaN is not a number in JSON"),
        ("[" * 100_000, "nested too deep"),
        ("9" * 5000, "not JSON that can be read"),
    ],
)
def test_what_is_no_document_is_refused(text, message):
    with pytest.raises(SchemaError) as caught:
        loads(text)
    assert message in str(caught.value)


@pytest.mark.parametrize("depth", [300, 450, 600, 800, 950, 5000])
def test_an_unknown_kind_however_deep_is_read_or_refused(depth):
    deep = json.loads("[" * 200 + "]" * 200)
    line = changed(
        ("layers", "moods"), [{"kind": "mood", "v": 1, "id": "m", "span": [0, 1], "text": "“", "deep": deep}]
    )
    line = line.replace("[" * 200 + "]" * 200, "[" * depth + "]" * depth)
    try:
        document = loads(line)
    except SchemaError as error:
        assert "nested too deep" in str(error)
    else:
        assert "[" * depth + "]" * depth in dumps(document)


def test_words_that_are_not_those_of_the_text_are_not_written():
    document = Document(text="Ada left.")
    mention = attrs.evolve(Mention.make(document.text, Span(0, 3), label="Person"), text="Eve")
    with pytest.raises(SchemaError, match=r"\$\.layers\.mentions\[0\]\.text: is 'Eve'"):
        dumps(document.with_layer("mentions", [mention]))
    token = attrs.evolve(written("Ada left.").tokens[1], text="right")
    with pytest.raises(SchemaError, match=r"\$\.layers\.tokens\[0\]: the token's words 'right'"):
        dumps(document.with_layer("tokens", [token]))


def test_a_span_outside_the_text_is_not_written():
    mention = Mention.make("Ada Brook", Span(4, 9), label="Person")
    with pytest.raises(SchemaError, match=r"\$\.layers\.mentions\[0\]\.span: ends at 9"):
        dumps(Document(text="Ada").with_layer("mentions", [mention]))


def test_a_type_under_the_name_of_another_kind_is_not_written():
    class Shout(Quote):
        """A quote by inheritance alone."""

    shout = Shout.make("No!", Span(0, 3), fragments=(Span(0, 3),), form="direct")
    with pytest.raises(KindError, match="Shout cannot be written under it"):
        dumps(Document(text="No!").with_layer("quotes", [shout]))


def test_a_doubled_key_is_found_among_very_many():
    # 400,000 keys: counting each of them by itself would take hours.
    keys = ",".join(f'"k{number}":0' for number in range(400_000))
    with pytest.raises(SchemaError, match="the key 'twice' occurs twice"):
        loads("{" + keys + ',"twice":0,"twice":0}')


def test_a_layer_holds_only_annotations_of_its_own_kind():
    document = written("Ada said no.", names={"Ada": "Person"})
    mixed = document.with_layer("quotes", document.mentions)
    with pytest.raises(SchemaError, match=r"\$\.layers\.quotes\[0\]: a mention does not belong in the layer 'quotes'"):
        dumps(mixed)
    fields = json.loads(dumps(document))
    fields["layers"]["quotes"] = fields["layers"]["mentions"]
    with pytest.raises(SchemaError, match=r"\$\.layers\.quotes\[0\]: a mention does not belong in the layer 'quotes'"):
        loads(json.dumps(fields))
    fields["layers"]["quotes"] = fields["layers"]["tokens"]
    with pytest.raises(SchemaError, match="a token does not belong in the layer 'quotes'"):
        loads(json.dumps(fields))
    assert loads(dumps(document.with_layer("people", document.mentions))).layer("people") == document.mentions


def test_two_annotations_with_one_id_in_a_layer_are_neither_read_nor_written():
    first, *others = FIELDS["layers"]["quotes"]
    with pytest.raises(SchemaError, match=r"\$\.layers\.quotes: two annotations have the id 'quote:1-4'"):
        loads(changed(("layers", "quotes"), [first, *others, first]))
    document = _document()
    twice = document.with_layer("quotes", [*document.quotes, document.quotes[0]])
    with pytest.raises(SchemaError, match="two annotations have the id"):
        dumps(twice)
