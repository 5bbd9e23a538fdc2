"""Values are held to their declared types a column at a time, and judged as writing and reading would judge them."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, ClassVar, Literal

import attrs
import numpy
import pytest

from newsparse.errors import SchemaError
from newsparse.kinds import builtin_registry
from newsparse.model import Annotation, Columns, Document, Entity, Passage, Span, TitlePassage, TitleRole, Token
from newsparse.serial import dumps, loads
from newsparse.serial.inside import inside
from newsparse.serial.proof import title_faults
from newsparse.serial.shapes import UnknownShapeError, misshapen, place_names
from newsparse.specs import KindSpec

TEXT = "Ada Brook left."
LONG = 1 << 14_001


@attrs.frozen(kw_only=True)
class Inner:
    """A record in a record."""

    words: str = ""
    place: Passage | None = None


@attrs.frozen(kw_only=True)
class Held(Annotation):
    """A field of each type that the wire has."""

    KIND: ClassVar[str] = "held"

    words: str = ""
    count: int = 0
    share: float | None = None
    flag: bool = False
    exact: Decimal = Decimal(0)
    form: Literal["in", "out"] = "in"
    inner: Inner = Inner()
    inners: tuple[Inner, ...] = ()
    names: frozenset[str] = frozenset()
    listed: list[int] = attrs.Factory(list)
    held: dict[str, int] = attrs.Factory(dict)
    free: Columns = attrs.Factory(Columns)


REGISTRY = builtin_registry().extended([KindSpec(type=Held, layer="held")])


def held(**fields):
    return Held.make(TEXT, Span(0, 3), **fields)


def comes_back(item):
    """Whether an annotation is the same after writing and reading."""
    document = Document(text=TEXT).with_layer("held", [item])
    try:
        return loads(dumps(document, registry=REGISTRY), registry=REGISTRY) == document
    except SchemaError:
        return False


FITTING: list[dict[str, Any]] = [
    {"words": "é\U0001f600"},
    {"words": "\ud800"},
    {"count": -3},
    {"count": (1 << 14_000) - 1},
    {"share": 0.5},
    {"share": 1},
    {"flag": True},
    {"exact": Decimal("1E+5")},
    {"form": "out"},
    {"inner": Inner(words="a", place=Passage.at(TEXT, 4, 9))},
    {"inners": (Inner(), Inner(words="b"))},
    {"names": frozenset({"a", "b"})},
    {"listed": [1, 2]},
    {"held": {"a": 1}},
    {"free": Columns({"a": 1, "b": None, "c": 0.5, "d": True, "e": "x"})},
]


@pytest.mark.parametrize("fields", FITTING, ids=lambda fields: next(iter(fields)))
def test_what_comes_back_as_it_was_is_well_shaped(fields):
    assert misshapen([held(), held(**fields), held()]) == ""
    assert comes_back(held(**fields))


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"words": 3}, ".words is of type int, not str"),
        ({"words": None}, ".words is of type NoneType, not str"),
        ({"words": "\ud83d\ude00"}, ".words holds a surrogate pair as two code points"),
        ({"count": "3"}, ".count is of type str, not int"),
        ({"count": True}, ".count is of type bool, not int"),
        ({"count": 1.0}, ".count is of type float, not int"),
        ({"count": LONG}, ".count is a whole number too long to write"),
        ({"count": numpy.int64(3)}, ".count is of type numpy.int64, not int: convert it with .item()"),
        ({"share": "0.5"}, ".share is of type str, not float"),
        ({"share": True}, ".share is of type bool, not float"),
        ({"share": float("inf")}, ".share is not a finite number"),
        ({"share": 1 << 1024}, ".share is a whole number too large for a float"),
        ({"share": numpy.float32(0.5)}, ".share is of type numpy.float32, not float: convert it with .item()"),
        ({"flag": 1}, ".flag is of type int, not bool"),
        ({"exact": 1.5}, ".exact is of type float, not Decimal"),
        ({"exact": Decimal("NaN")}, ".exact is not a number"),
        ({"form": "up"}, ".form is 'up', which is not one of 'in', 'out'"),
        ({"form": 1}, ".form is of type int, not str"),
        ({"inner": None}, ".inner is of type NoneType, not Inner"),
        ({"inner": Inner(words=2)}, ".inner.words is of type int, not str"),
        ({"inner": Inner(place="x")}, ".inner.place is of type str, not Passage"),
        ({"inners": [Inner()]}, ".inners is of type list, not tuple"),
        ({"inners": (Inner(), Inner(words=2))}, ".inners[].words is of type int, not str"),
        ({"names": {"a"}}, ".names is of type set, not frozenset"),
        ({"listed": numpy.array([1])}, ".listed is of type numpy.ndarray, not list"),
        ({"listed": [1, "b"]}, ".listed[] is of type str, not int"),
        ({"held": [("a", 1)]}, ".held is of type list, not dict"),
        ({"held": {1: 1}}, ".held (a key) is of type int, not str"),
        ({"held": {"a": "b"}}, ".held[] is of type str, not int"),
        ({"free": {"a": 1}}, ".free is of type dict, not Columns"),
        ({"free": Columns({1: 1})}, ".free (a key) is of type int, not str"),
        ({"free": Columns({"a": [1]})}, ".free.a is of type list, not a string, a number or a truth value"),
        ({"free": Columns({"a": float("nan")})}, ".free.a is not a finite number"),
        ({"free": Columns({"a": "\ud83d\ude00"})}, ".free.a holds a surrogate pair as two code points"),
        ({"free": Columns({"a": LONG})}, ".free.a is a whole number too long to write"),
    ],
)
def test_what_would_not_come_back_is_named_with_its_type(fields, fault):
    assert misshapen([held(), held(**fields), held()]) == fault
    assert misshapen([]) == misshapen([held()]) == ""


def test_another_class_among_records_is_a_fault_and_an_open_type_is_not_judged():
    @attrs.frozen
    class Odd:
        value: int | str | None

    assert misshapen([held(), Inner()]) == " is of type Inner, not Held"
    with pytest.raises(UnknownShapeError, match="cannot be checked"):
        misshapen([Odd(1)])


def test_the_values_of_a_type_are_found_however_deep_they_are():
    place = Passage.at(TEXT, 4, 9)
    records = [held(inner=Inner(place=place)), held(inners=(Inner(), Inner(place=Passage.at(TEXT, 0, 3))))]
    passages = inside(Held, frozenset([Passage]))
    assert list(passages(records)) == [place, Passage.at(TEXT, 0, 3)]
    assert list(inside(Held, frozenset([Passage]), without=frozenset(["inner"]))(records)) == [Passage.at(TEXT, 0, 3)]
    assert list(inside(Held, frozenset([Passage]), closed=frozenset([Inner]))(records)) == []
    assert list(inside(Held, frozenset([Passage]))([held()])) == []
    assert list(
        inside(Held, frozenset([int]), without=frozenset(["count", "span"]))([held(listed=[1], held={"a": 2})])
    ) == [
        1,
        2,
    ]


def test_fields_with_places_are_those_whose_types_leave_room_for_one():
    assert place_names(Held) == ("span", "inner", "inners", "free")


@pytest.mark.parametrize(
    ("title", "fields", "fault"),
    [
        ("Ada leaves", {"in_title": TitlePassage(0, 3, "Ada")}, None),
        (
            "Ida leaves",
            {"in_title": TitlePassage(0, 3, "Ada")},
            ".in_title: is 'Ada', but the document has 'Ida' there",
        ),
        (None, {"in_title": TitlePassage(0, 3, "Ada")}, ".in_title: is 'Ada', but the document has no title"),
        ("Ada", {"title_roles": (TitleRole(role=TitlePassage(0, 3, "Ida")),)}, ".title_roles[0].role: is 'Ida'"),
        (
            "Ada",
            {"title_roles": (TitleRole(role=TitlePassage(0, 3, "Ada"), body=TitlePassage(1, 3, "ad")),)},
            ".title_roles[0].body: is 'ad', but the document has 'da' there",
        ),
    ],
)
def test_words_of_the_title_are_proved_by_the_title(title, fields, fault):
    entity = Entity.make(TEXT, Span(0, 3), label="Person", name="Ada", **fields)
    meta = attrs.evolve(Document(text=TEXT).meta, title=title)
    found = [
        f"{path}: {what}"
        for path, what in title_faults(Document(text=TEXT, meta=meta).with_layer("entities", [entity]))
    ]
    assert [line.removeprefix("$.layers.entities[0]")[: len(fault or "")] for line in found] == (
        [fault] if fault else []
    )


HERE = Passage.at(TEXT, 4, 9)


@pytest.mark.parametrize(
    ("hint", "held_in", "empty"),
    [
        (tuple[Passage, ...], (HERE,), ()),
        (list[Passage], [HERE], []),
        (set[Passage], {HERE}, set()),
        (frozenset[Passage], frozenset([HERE]), frozenset()),
        (dict[str, Passage], {"a": HERE}, {}),
        (Passage | None, HERE, None),
    ],
)
def test_values_are_found_in_every_kind_of_collection(hint, held_in, empty):
    places = attrs.make_class("Places", {"found": attrs.field(type=hint)})
    assert list(inside(places, frozenset([Passage]))([places(empty), places(held_in)])) == [HERE]


@pytest.mark.parametrize(("start", "end"), [(0, 3), (4, 9), (10, 15)])
def test_words_are_proved_up_to_the_end_of_the_text(start, end):
    assert comes_back(held(inner=Inner(place=Passage.at(TEXT, start, end))))
    wrong = Passage(Span(start, end), "x" * (end - start))
    with pytest.raises(SchemaError, match=r"inner\.place\.text: is 'x+', but the document has"):
        dumps(Document(text=TEXT).with_layer("held", [held(inner=Inner(place=wrong))]), registry=REGISTRY)


def test_columns_of_words_are_left_out_where_no_word_has_a_value():
    tokens = [Token.make(TEXT, Span(*ends), group=at) for at, ends in enumerate([(0, 3), (4, 9)])]
    plain = json.loads(dumps(Document(text=TEXT).with_layer("tokens", tokens)))["layers"]["tokens"]
    assert plain.keys() == {"kind", "v", "start", "end", "group"}
    tagged = [attrs.evolve(token, upos="NOUN", origin="x", confidence=0.5) for token in tokens]
    columns = json.loads(dumps(Document(text=TEXT).with_layer("tokens", tagged)))["layers"]["tokens"]
    assert (columns["upos"], columns["origin"], columns["confidence"]) == (["NOUN", "NOUN"], "x", 0.5)
    mixed = [tagged[0], tokens[1]]
    columns = json.loads(dumps(Document(text=TEXT).with_layer("tokens", mixed)))["layers"]["tokens"]
    assert (columns["upos"], columns["origin"], columns["confidence"]) == (["NOUN", None], ["x", None], [0.5, None])
