"""Many annotations at once are the same as those made one by one."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Mention, Span, Token
from newsparse.model.making import made, made_at, remade


def test_records_from_columns_equal_those_made_one_by_one():
    spans = made(Span, 2, {"start": [0, 4], "end": [3, 8]})
    columns = {"id": ["token:0-3", "token:4-8"], "span": spans, "text": ["Ada", "left"], "group": [0, 1]}
    assert made(Token, 2, columns) == [
        Token(id="token:0-3", span=Span(0, 3), text="Ada", group=0),
        Token(id="token:4-8", span=Span(4, 8), text="left", group=1),
    ]


def test_a_field_without_default_needs_a_column():
    with pytest.raises(TypeError, match="Span needs a column 'end'"):
        made(Span, 1, {"start": [0]})


def test_copies_differ_in_the_given_field_alone():
    tokens = [Token(id="token:0-3", span=Span(0, 3), text="Ada", group=0, lemma="Ada")]
    assert remade(tokens, origin="tagger") == [attrs.evolve(tokens[0], origin="tagger")]
    assert tokens[0].origin is None


def test_copies_of_a_class_without_slots_are_complete_too():
    @attrs.frozen(slots=False)
    class Place:
        start: int
        end: int = 4

    assert remade([Place(1), Place(2, 3)], start=0) == [Place(0), Place(0, 3)]
    assert remade([], start=0) == []


def test_annotations_over_spans_equal_those_made_one_by_one():
    spans = [Span(0, 3), Span(8, 12)]
    assert made_at(Mention, "Ada met Olga", spans, label=["Person", "Misc"], form=["named", "nominal"]) == [
        Mention.make("Ada met Olga", Span(0, 3), label="Person"),
        Mention.make("Ada met Olga", Span(8, 12), label="Misc", form="nominal"),
    ]
