"""Values where JSON, or the type that a plugin declares, allows others: which are read, and which are refused."""

from __future__ import annotations

import enum
import json
from copy import deepcopy
from typing import Any, ClassVar, Literal, Optional, Union

import attrs
import pytest

from newsparse.errors import KindError, SchemaError
from newsparse.kinds import Unrecognised, builtin_registry
from newsparse.model import Annotation, Document, Layer, Mention, Passage, Quote, Span
from newsparse.serial import dumps, loads
from newsparse.serial.inside import inside
from newsparse.serial.layers import unreadable
from newsparse.serial.shapes import UnknownShapeError, has_pair, misshapen, place_names
from newsparse.specs import KindSpec
from newsparse.testing import written

TEXT = "Ada Brook left."
TOKENS = json.loads(dumps(written(TEXT)))
MENTION = json.loads(
    dumps(Document(text=TEXT).with_layer("mentions", [Mention.make(TEXT, Span(0, 3), label="Person")]))
)


def changed(fields, *path_and_value):
    *path, last, value = path_and_value
    fields = deepcopy(fields)
    inner = fields
    for key in path:
        inner = inner[key]
    inner[last] = value
    return json.dumps(fields)


def refused(fields, *path_and_value):
    with pytest.raises(SchemaError) as caught:
        loads(changed(fields, *path_and_value))
    return str(caught.value)


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("origin", [None, "a"], "$.layers.tokens.origin: 2 values for 4 tokens"),
        ("origin", 3, "$.layers.tokens.origin: expected a list, got a whole number"),
        ("upos", "NOUN", "$.layers.tokens.upos: expected a list, got a string"),
        ("group", None, "$.layers.tokens.group: expected a list, got null"),
        ("group", [0, None, 0, 0], "$.layers.tokens.group[1]: expected a whole number, got null"),
        ("head", [0, True, 0, 0], "$.layers.tokens.head[1]: expected a whole number, got a truth value"),
        ("confidence", [0.5, 0.5], "$.layers.tokens.confidence: 2 values for 4 tokens"),
        ("confidence", True, "$.layers.tokens.confidence[0]: expected a number within 0 and 1, got True"),
        ("confidence", 1.5, "$.layers.tokens.confidence[0]: expected a number within 0 and 1"),
        ("confidence", [0, 1, -0.1, None], "$.layers.tokens.confidence[2]: expected a number within 0 and 1"),
        ("start", [0, 4, 10, 14, 15], "$.layers.tokens.end: 4 values for 5 tokens"),
        ("end", [3, 9, 14, 16], "$.layers.tokens.end[3]: 14-16 is not a span in a text of 15 characters"),
    ],
)
def test_a_column_of_words_with_other_values_is_refused(column, value, message):
    assert message in refused(TOKENS, "layers", "tokens", column, value)


def test_an_origin_and_a_confidence_may_stand_once_for_all_words_or_with_each():
    once = loads(
        changed(json.loads(changed(TOKENS, "layers", "tokens", "origin", "x")), "layers", "tokens", "confidence", 1)
    )
    assert {(token.origin, token.confidence) for token in once.tokens} == {("x", 1.0)}
    each = loads(changed(TOKENS, "layers", "tokens", "origin", ["a", None, "b", "b"]))
    assert [token.origin for token in each.tokens] == ["a", None, "b", "b"]
    assert loads(dumps(each)) == each


def test_words_that_end_outside_the_text_are_not_written():
    document = written(TEXT)
    last = attrs.evolve(document.tokens[-1], span=Span(14, 20))
    with pytest.raises(SchemaError, match=r"\$\.layers\.tokens\[3\]: the token's words"):
        dumps(document.with_layer("tokens", [*document.tokens[:-1], last]))


@pytest.mark.parametrize(
    ("value", "read"),
    [(0.5, 0.5), (0, 0.0), (1, 1.0), (True, None), (2, None), (-0.5, None), ("0.5", None), ([], None)],
)
def test_the_confidence_of_an_unknown_kind_is_a_number_within_0_and_1_or_none(value, read):
    row = {"kind": "mood", "v": 1, "id": "m", "span": [0, 3], "text": "Ada", "confidence": value, "origin": value}
    line = changed(MENTION, "layers", "moods", [row])
    (item,) = loads(line).layer("moods")
    assert isinstance(item, Unrecognised)
    assert (item.confidence, item.origin) == (read, value if isinstance(value, str) else None)
    assert json.loads(dumps(loads(line)))["layers"]["moods"] == [row]
    assert json.loads(dumps(loads(line), slim=True))["layers"]["moods"] == [row]


@pytest.mark.parametrize(
    ("value", "got"), [("0.5", "a string"), (True, "a truth value"), ([0.5], "a list"), ({}, "an object")]
)
def test_a_number_is_no_other_value(value, got):
    assert f"expected a number, got {got}" in refused(
        MENTION, "layers", "mentions", [MENTION["layers"]["mentions"][0] | {"confidence": value}]
    )


@pytest.mark.parametrize(("ends", "got"), [([0], 1), ([0, 3, 3], 3), ([], 0)])
def test_a_span_has_two_ends(ends, got):
    for row in ({"span": ends}, {"span": ends, "kind": "mood"}):
        rows = [MENTION["layers"]["mentions"][0] | row]
        assert f"expected [start, end], got {got} values" in refused(MENTION, "layers", "mentions", rows)


@pytest.mark.parametrize("value", [[1], {"b": 1}])
def test_a_free_column_holds_a_single_value(value):
    assert "the column 'desk' is not a string, a number" in refused(MENTION, "meta", {"columns": {"desk": value}})
    kept = loads(
        changed(MENTION, "meta", {"columns": {"desk": "a", "shares": 3, "rate": 0.5, "led": True, "by": None}})
    )
    assert dict(kept.meta.columns) == {"desk": "a", "shares": 3, "rate": 0.5, "led": True, "by": None}


@pytest.mark.parametrize(
    ("schema", "hint"),
    [
        ("newsparse.document/99", "A newer newsparse wrote it"),
        ("newsparse.corpus/1", "Is it a document that newsparse wrote?"),
        (7, "Is it a document that newsparse wrote?"),
        (None, "Is it a document that newsparse wrote?"),
    ],
)
def test_another_schema_is_refused_with_what_to_do(schema, hint):
    assert hint in refused(MENTION, "schema", schema)


@pytest.mark.parametrize("place", [[True], [1.0], ["1"], [-1], None])
def test_numbers_of_rows_are_whole_numbers(place):
    quotes = [Quote.of(TEXT, Span(0, 3), form="direct"), Quote.of(TEXT, Span(4, 9), form="direct", act="asked")]
    fields = json.loads(dumps(Document(text=TEXT).with_layer("quotes", quotes), slim=True))
    assert fields["layers"]["quotes"]["columns"]["act"] == {"at": [1], "values": ["asked"]}
    assert "$.layers.quotes.columns.act.at: expected " in refused(
        fields, "layers", "quotes", "columns", "act", "at", place
    )


@pytest.mark.parametrize(("words", "shown"), [("a" * 40, "a" * 40), ("a" * 41, "a" * 40 + "...")])
def test_words_that_differ_are_shown_up_to_40_characters(words, shown):
    rows = [MENTION["layers"]["mentions"][0] | {"text": words}]
    message = refused(MENTION, "layers", "mentions", rows)
    assert f"$.layers.mentions[0].text: is '{shown}', but the document has 'Ada' there" in message


class Colour(enum.StrEnum):
    """A string by inheritance."""

    RED = "red"


@attrs.frozen(kw_only=True)
class Note:
    """Words with a place that need not be the words there, and a field that is made from another one."""

    span: Span
    text: str = ""
    length: int = attrs.field(init=False, default=0)


@attrs.frozen(kw_only=True)
class Noted(Annotation):
    """A kind with such records, of a plugin."""

    KIND: ClassVar[str] = "noted"

    notes: tuple[Note, ...] = ()
    figures: list[int] = attrs.Factory(list)
    pair: Optional[Passage] = None  # noqa: UP045 - as plugins write it
    words: Union[str, None] = None  # noqa: UP007


NOTED = builtin_registry().extended([KindSpec(type=Noted, layer="noted")])


@pytest.mark.parametrize("words", ["Ada", "Brook", "", "ada", "Ada Brook"])
@pytest.mark.parametrize("slim", [False, True])
def test_words_beside_a_span_come_back_whether_or_not_they_are_those_of_the_text(words, slim):
    item = Noted.make(TEXT, Span(4, 9), notes=(Note(span=Span(0, 3), text=words),), words="é")
    document = Document(text=TEXT).with_layer(
        "noted", [item, Noted.make(TEXT, Span(0, 3), pair=Passage.at(TEXT, 0, 3))]
    )
    assert loads(dumps(document, registry=NOTED, slim=slim), registry=NOTED) == document
    assert misshapen([item]) == ""


def test_another_registry_has_other_kinds():
    @attrs.frozen(kw_only=True)
    class Other(Annotation):
        KIND: ClassVar[str] = "noted"

    document = Document(text=TEXT).with_layer("others", [Other.make(TEXT, Span(0, 3))])
    assert '"kind":"noted"' in dumps(document)
    with pytest.raises(KindError, match="Other cannot be written under it"):
        dumps(document, registry=NOTED)
    (read,) = loads(dumps(document), registry=builtin_registry()).layer("others")
    assert isinstance(read, Unrecognised)


def kind_of(hint: Any) -> type:
    return attrs.make_class("Made", {"field": attrs.field(type=hint)}, frozen=True)


@pytest.mark.parametrize(
    ("hint", "fits", "odd"),
    [
        (Optional[int], [None, 3], "x"),  # noqa: UP045
        (int | None, [None, 3], 3.5),
        (tuple[int, ...], [(), (1, 2)], [1]),
        (list[str], [[], ["a"]], ("a",)),
        (dict[str, int], [{}, {"a": 1}], {1: 1}),
        (Literal["in", "out"], ["in"], "up"),
        (str, ["", "a", Colour.RED], b"a"),
        (float, [0.5, 1], "1"),
        (bool, [True], 1),
    ],
)
def test_values_are_held_to_the_declared_type(hint, fits, odd):
    made = kind_of(hint)
    assert misshapen([made(value) for value in fits]) == ""
    assert ".field" in misshapen([made(fits[0]), made(odd)])


@pytest.mark.parametrize(
    "hint", [tuple[int, str], dict[int, str], Literal[1, 2], int | str, int | str | None, Any, object, type[int]]
)
def test_types_that_values_cannot_be_held_to_are_told(hint):
    with pytest.raises(UnknownShapeError):
        misshapen([kind_of(hint)(None)])


@pytest.mark.parametrize(
    ("hint", "value", "found"),
    [
        (str, "a", ["a"]),
        (Optional[str], "a", ["a"]),  # noqa: UP045
        (str | None, None, []),
        (str | int, "a", []),
        (tuple[str, ...], ("a", "b"), ["a", "b"]),
        (tuple[str, int], ("a", 1), []),
        (dict[str, str], {"k": "a"}, ["a"]),
        (list[list[str]], [["a"], []], ["a"]),
        (int, 3, []),
        (Any, "a", []),
    ],
)
def test_texts_inside_records_are_found_by_the_declared_types(hint, value, found):
    made = kind_of(hint)
    assert list(inside(made, frozenset([str]))([made(value)])) == found


@pytest.mark.parametrize(
    ("hint", "plain"),
    [(str, True), (tuple[int, ...], True), (str | None, True), (Span, False), (tuple[Span, ...], False), (Any, False)],
)
def test_fields_of_plain_values_hold_no_places(hint, plain):
    assert place_names(kind_of(hint)) == (() if plain else ("field",))


@pytest.mark.parametrize(
    ("text", "has"),
    [("", False), ("Ada", False), ("é😀", False), ("\ud83d", False), ("\ude00\ud83d", False), ("a\ud83d\ude00", True)],
)
def test_two_halves_of_a_character_are_a_pair_only_in_their_order(text, has):
    assert has_pair(text) is has


def test_a_layer_that_would_come_back_otherwise_says_so():
    (tokens,) = [layer for layer in written(TEXT).layers if layer.name == "tokens"]
    assert unreadable(tokens, TEXT, NOTED) == ""
    assert "the token's words" in unreadable(tokens, TEXT.lower(), NOTED)
    loose = Layer.of("noted", [Noted.make(TEXT, Span(0, 3), figures=(1, 2))])
    assert unreadable(loose, TEXT, NOTED) == "$.layers.noted comes back changed from JSON"
