"""A document's shorthands: entities by id, what belongs to an entity, words inside a span, and a short repr."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest
from hypothesis import given

from newsparse.errors import UnknownIdError
from newsparse.model import Document, Entity, Layer, Mention, NumberClaim, Quantity, Quote, Span, Speaker
from newsparse.testing import documents, written

TEXT = "“We sail,” said Ilse Marek. Ilse Marek has 12 ships."
DOCUMENT = written(TEXT, names={"Ilse Marek": "Person"})
ILSE = DOCUMENT.entities[0]


def test_an_entity_is_found_by_its_id_or_the_error_names_it():
    assert DOCUMENT.entity(ILSE.id) is ILSE
    with pytest.raises(UnknownIdError, match="NP106.*'entity:0-1'"):
        DOCUMENT.entity("entity:0-1")
    with pytest.raises(KeyError):
        Document(text=TEXT).entity(ILSE.id)


def test_what_belongs_to_an_entity_is_found_by_entity_or_id():
    speaker = Speaker(name="Ilse Marek", entity=ILSE.id, kind="person")
    quote = Quote.make(TEXT, Span(1, 8), fragments=(Span(1, 8),), form="direct", speaker=speaker)
    number = NumberClaim.make(TEXT, Span(43, 45), quantity=Quantity(low=Decimal(12), high=Decimal(12)), speaker=speaker)
    other = attrs.evolve(quote, id="quote:1-8.2", speaker=None)
    document = DOCUMENT.with_layer("quotes", [quote, other]).with_layer("numbers", [number])
    for entity in (ILSE, ILSE.id):
        assert document.quotes_of(entity) == (quote,)
        assert document.numbers_of(entity) == (number,)
        assert [item.span.start for item in document.mentions_of(entity)] == [16, 28]
    assert document.quotes_of("entity:0-1") == document.mentions_of("entity:0-1") == ()


def test_find_with_a_type_finds_no_other_type():
    assert DOCUMENT.find(ILSE.id, Entity) is ILSE
    assert DOCUMENT.find(ILSE.id, Mention) is None


@given(documents())
def test_words_in_a_span_are_those_that_share_a_character_with_it(document):
    for token in document.tokens:
        assert token in document.tokens_in(token.span)
    for sentence in document.sentences:
        inside = tuple(token for token in document.tokens if token.span.overlaps(sentence.span))
        assert document.tokens_in(sentence.span) == inside


@given(documents())
def test_every_repr_is_short(document):
    assert len(repr(document)) < 300
    for layer in document.layers:
        assert len(repr(layer)) < 300
        assert all(len(repr(item)) < 300 for item in layer.annotations)


def test_the_repr_of_a_large_document_is_short_and_counts_its_layers():
    large = written(TEXT * 1000, names={"Ilse Marek": "Person"})
    assert len(repr(large)) < 300
    assert "entities 1, mentions 2000" in repr(large)
    many = attrs.evolve(large, id="x" * 1000, layers=tuple(Layer("y" * 90 + str(n), ()) for n in range(50)))
    assert len(repr(many)) < 300
    assert "more]" in repr(many)


def test_a_repr_leaves_out_what_is_not_set():
    assert repr(DOCUMENT.mentions[0]) == "Mention('mention:16-26', 'Ilse Marek', label='Person', entity='entity:16-26')"


def test_a_kind_of_a_plugin_is_shown_in_short_too():
    @attrs.frozen(kw_only=True)
    class Promise(Mention):
        KIND = "promise"

        notes: tuple[str, ...] = ()

    promise = Promise.make(TEXT, Span(1, 8), label="x", notes=("long " * 50,) * 50)
    assert repr(promise).startswith("Promise('promise:1-8', 'We sail', label='x', notes=('long long")
    assert len(repr(promise)) < 300


@attrs.frozen(kw_only=True)
class Shown(Mention):
    KIND = "shown"

    def __repr__(self):
        return "as I like it"


def test_a_kind_that_says_how_it_is_shown_is_shown_like_that():
    assert repr(Shown.make(TEXT, Span(1, 8), label="x")) == "as I like it"
