"""Kinds: each name, type and layer once; what nobody knows is kept and written back as it came."""

from __future__ import annotations

import pickle
from decimal import Decimal
from typing import ClassVar

import attrs
import pytest

from newsparse.errors import KindError, SchemaError
from newsparse.kinds import BUILTIN_KINDS, Kind, KindRegistry, Unrecognised, builtin_registry
from newsparse.model import Annotation, Document, Mention, Quote, Span
from newsparse.serial import dumps, loads, pretty
from newsparse.specs import KindSpec


@attrs.frozen(kw_only=True)
class Mood(Annotation):
    """A kind of our own."""

    KIND: ClassVar[str] = "mood"

    value: Decimal
    words: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True)
class OtherMood(Annotation):
    """Another type that wants the same name."""

    KIND: ClassVar[str] = "mood"


@attrs.frozen(kw_only=True)
class Nameless(Annotation):
    """A type that forgot its name."""


@attrs.frozen(kw_only=True)
class Loud(Annotation):
    """A name that would not do on the wire."""

    KIND: ClassVar[str] = "Loud One"


@attrs.frozen(kw_only=True)
class Reserved(Annotation):
    """A field that the wire needs for itself."""

    KIND: ClassVar[str] = "reserved"

    v: int


@attrs.frozen(kw_only=True)
class Unborn(Annotation):
    """A version before the first."""

    KIND: ClassVar[str] = "unborn"
    SCHEMA: ClassVar[int] = 0


class Plain(Annotation):
    """No attrs class of its own."""

    KIND = "plain"


TEXT = "Ada was glad."
MOOD = Mood.make(TEXT, Span(8, 12), value=Decimal("1.50"), words=frozenset({"b", "a"}), spans=(Span(0, 3),))
MOODS = builtin_registry().extended([KindSpec(type=Mood, layer="moods")])


def line_with(layer: str, value: str) -> str:
    """A document's line with one layer given as JSON."""
    line = dumps(Document(text=TEXT).with_layer(layer, []))
    assert f'"{layer}":[]' in line
    return line.replace(f'"{layer}":[]', f'"{layer}":{value}')


@pytest.mark.parametrize(
    "row",
    [
        '[{"kind":"gesture","v":7,"id":"g","span":[0,3],"text":"Ada","n":1.50,"e":1e400,"u":"é\\u0001","x":{"y":[]}}]',
        '[{"kind":"gesture","v":1,"id":"g","span":[0,3],"text":"other words","confidence":"high","origin":4}]',
        '[{"kind":"quote","v":2,"id":"q","span":[0,3],"text":"Ada","form":"sung"}]',
        '{"kind":"gesture","v":3,"start":[0,4],"end":[3,7],"n":[1.0,2.50]}',
        '{"kind":"token","v":2,"start":[0,4],"end":[3,7],"shape":["Xx","x"]}',
    ],
)
def test_what_is_unknown_is_written_back_byte_for_byte(row):
    line = line_with("later", row)
    document = loads(line)
    (item,) = document.layer("later")
    assert isinstance(item, Unrecognised)
    assert dumps(document) == line
    assert dumps(loads(pretty(document))) == line
    assert dumps(pickle.loads(pickle.dumps(document))) == line


def test_an_unknown_annotation_can_be_asked():
    row = '[{"kind":"gesture","v":7,"id":"g","span":[0,3],"text":"Ada","confidence":0.5,"origin":"x","n":1.5}]'
    (item,) = loads(line_with("later", row)).layer("later")
    assert isinstance(item, Unrecognised)
    assert (item.kind, item.version, item.id, item.span) == ("gesture", 7, "g", Span(0, 3))
    assert (item.confidence, item.origin, item.fields["n"]) == (0.5, "x", 1.5)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('[{"kind":"gesture","v":1,"id":"g","span":[0,99],"text":"Ada"}]', "$.layers.later[0].span: ends at 99"),
        ('[{"kind":"gesture","v":1,"id":"g","span":[3,0],"text":"Ada"}]', "$.layers.later[0].span: a span needs"),
        ('[{"kind":"gesture","v":1,"id":"g","span":[0],"text":"Ada"}]', "$.layers.later[0].span: expected"),
        ('[{"kind":"gesture","v":1,"span":[0,3],"text":"Ada"}]', "$.layers.later[0].id: expected a string, got null"),
        ('{"kind":"gesture","v":1,"start":[],"end":[]}', "$.layers.later.start: columns without a value"),
        ('{"kind":"gesture","v":1,"start":[0],"end":[99]}', "$.layers.later.end[0]: 0-99 is not a span"),
    ],
)
def test_even_the_unknown_has_a_place(row, message):
    with pytest.raises(SchemaError) as caught:
        loads(line_with("later", row))
    assert message in str(caught.value)


def test_a_kind_of_ones_own_comes_back_with_its_registry_and_is_kept_without():
    document = Document(text=TEXT).with_layer("moods", [MOOD])
    line = dumps(document, registry=MOODS)
    assert '"value":"1.50"' in line
    assert '"words":["a","b"]' in line
    assert loads(line, registry=MOODS) == document
    assert isinstance(loads(line).layer("moods")[0], Unrecognised)
    assert dumps(loads(line)) == line == dumps(document)


def test_the_registry_answers_by_name_layer_and_type():
    assert MOODS.kind("mood") is MOODS.of_layer("moods") is MOODS.of_type(Mood) is MOODS.get("mood")
    assert "mood" in MOODS
    assert "mood" not in builtin_registry()
    assert len(MOODS) == len(list(MOODS)) == len(BUILTIN_KINDS) + 1
    assert builtin_registry().of_layer("moods") is None
    with pytest.raises(KindError, match="unknown kind 'mood' \\(known: sentence, token,"):
        builtin_registry().kind("mood")
    with pytest.raises(KindError, match="OtherMood is not a registered kind"):
        MOODS.of_type(OtherMood)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (KindSpec(type=OtherMood, layer="other-moods"), "two types claim the kind 'mood': .*Mood and .*OtherMood"),
        (KindSpec(type=Loud, layer="louds"), "kind 'Loud One', layer 'louds'"),
        (KindSpec(type=Nameless, layer="nameless"), "does not set a KIND"),
        (KindSpec(type=Unrecognised, layer="unknowns"), "does not set a KIND"),
        (KindSpec(type=Reserved, layer="reserved"), "a field named 'v'"),
        (KindSpec(type=Unborn, layer="unborn"), "SCHEMA of 1 or more"),
        (KindSpec(type=Plain, layer="plains"), "is not an attrs class"),
        (KindSpec(type=str, layer="strings"), "is not an attrs class"),  # type: ignore[arg-type]
    ],
)
def test_a_kind_that_breaks_the_rules_is_refused(record, message):
    with pytest.raises(KindError, match=message):
        MOODS.extended([record])


def test_a_layer_or_a_kind_is_claimed_once():
    with pytest.raises(KindError, match="two types claim the layer 'quotes': .*Quote and .*Mood"):
        builtin_registry().extended([KindSpec(type=Mood, layer="quotes")])
    with pytest.raises(KindError, match="claim the kind 'quote'"):
        builtin_registry().extended(BUILTIN_KINDS[5:6])


def test_a_registry_never_changes():
    small = KindRegistry([Kind(type=Quote, layer="quotes")])
    large = small.extended([Kind(type=Mention, layer="mentions")])
    assert ([kind.name for kind in small], [kind.name for kind in large]) == (["quote"], ["quote", "mention"])
