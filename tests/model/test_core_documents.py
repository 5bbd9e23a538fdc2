"""Documents: never changed, always true to their text, and equal when their content is."""

from __future__ import annotations

import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import AnnotationError, LayerError, SpanError
from newsparse.model import Annotation, Document, Failure, Mention, Quote, Source, Span, distinct
from newsparse.testing import documents

TEXT = "“We sail,” said Ilse Marek, “at noon.”"


def mention(start: int, end: int, **fields) -> Mention:
    return Mention.make(TEXT, Span(start, end), label="Person", **fields)


@given(documents())
def test_every_annotation_has_the_words_at_its_offsets(document):
    for layer in document.layers:
        for item in layer.annotations:
            assert item.text == " ".join(document.cut(piece) for piece in item.pieces())
            assert all(item.span.covers(piece) for piece in item.pieces())


@given(documents())
def test_ids_are_unique_and_find_leads_back(document):
    items = [item for layer in document.layers for item in layer.annotations]
    assert len({item.id for item in items}) == len(items)
    assert all(document.find(item.id) is item for item in items)
    assert document.find("quote:0-0") is None


@given(documents())
def test_documents_pickle_compare_and_hash(document):
    copy = pickle.loads(pickle.dumps(document))
    assert copy == document
    assert hash(copy) == hash(document)


@given(documents(), st.randoms(use_true_random=False))
def test_the_order_in_which_layers_and_annotations_come_does_not_matter(document, shuffler):
    layers = list(document.layers)
    shuffler.shuffle(layers)
    again = attrs.evolve(document, layers=())
    for layer in layers:
        items = list(layer.annotations)
        shuffler.shuffle(items)
        again = again.with_layer(layer.name, items)
    assert again == document


def test_adding_makes_a_new_document():
    empty = Document(text=TEXT)
    full = empty.with_layer("mentions", [mention(16, 26)]).with_source(Source(id="a", distribution="a", version="1"))
    assert empty.layers == empty.sources == ()
    assert full.mentions[0].text == "Ilse Marek"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        full.text = "other"  # type: ignore[misc]


def test_a_layer_is_replaced_and_a_source_too():
    document = Document(text=TEXT).with_layer("mentions", [mention(16, 26)]).with_layer("mentions", [mention(1, 3)])
    assert [item.text for item in document.mentions] == ["We"]
    for version in ("1", "2"):
        document = document.with_source(Source(id="names", distribution="d", version=version))
    assert [item.version for item in document.sources] == ["2"]


def test_a_failure_says_where_once():
    read = Failure(stage="read", where="a.csv", code="NP401", message="a.csv, row 2: no text.")
    assert str(read) == "[NP401] a.csv, row 2: no text."
    assert str(Failure(stage="extract", where="names", code="NP304", message="Broken.")) == "[NP304] names: Broken."


def test_failures_add_up():
    first, second = (Failure(stage="extract", where=name, code="NP304", message="m") for name in "ba")
    assert set(Document(text="").with_failure(first).with_failure(second).failures) == {first, second}


def test_a_missing_layer_is_distinguished_from_an_empty_one():
    document = Document(text=TEXT).with_layer("quotes", [])
    assert (document.has("quotes"), document.has("numbers")) == (True, False)
    assert document.layer("quotes") == document.get("numbers") == ()
    with pytest.raises(LayerError, match="no layer 'numbers' \\(it has: quotes\\)"):
        document.layer("numbers")


def test_the_id_depends_on_the_text_alone():
    assert Document(text=TEXT).id == Document(text=TEXT).id != Document(text=TEXT + " ").id
    assert len(Document(text="\ud800").id) == 16
    assert Document(text=TEXT, id="wire-7").id == "wire-7"


def test_a_broken_quote_has_the_words_of_its_fragments():
    pieces = (Span(1, 9), Span(29, 37))
    quote = Quote.make(TEXT, *pieces, fragments=pieces, form="direct")
    assert quote.text == "We sail, at noon."
    assert (quote.id, quote.span) == ("quote:1-37", Span(1, 37))


def test_a_fragment_outside_of_the_envelope_is_refused():
    with pytest.raises(AnnotationError, match="outside 1-9"):
        Quote.make(TEXT, Span(1, 9), fragments=(Span(1, 10),), form="direct")


def test_an_annotation_outside_the_text_is_refused():
    with pytest.raises(SpanError, match="outside a text"):
        mention(30, len(TEXT) + 1)


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_a_confidence_that_is_no_probability_is_refused(confidence):
    with pytest.raises(AnnotationError, match="within 0 and 1"):
        mention(1, 3, confidence=confidence)


def test_ties_are_numbered_in_the_order_of_the_text():
    items: list[Annotation] = [mention(16, 26), mention(1, 3, form="pronoun"), mention(1, 3)]
    assert [item.id for item in distinct(items)] == ["mention:1-3", "mention:1-3.2", "mention:16-26"]
