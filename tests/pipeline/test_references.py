"""Ids in fields: an extractor's annotations name only what is in the document."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import attrs
import pytest

import newsparse
from newsparse.model import Affiliation, Annotation, Document, Entity, Mention, Passage, Quote, Span, Speaker
from newsparse.specs import ExtractorSpec, KindSpec
from newsparse.testing import written

TEXT = "Ada Brook met Tomas Varga."
DOCUMENT = written(TEXT, names={"Ada Brook": "Person"})
ADA = DOCUMENT.entities[0].id


@attrs.frozen(kw_only=True)
class Promise(Annotation):
    """A kind of a plugin with ids in its fields."""

    KIND = "promise"

    quote: str | None = None
    entities: tuple[str, ...] = ()
    note: str = ""


def failures(document: Document, *given: Annotation, provides: tuple[str, ...]) -> list[str]:
    """What the contract says of an extractor that gives these annotations."""
    spec = ExtractorSpec(name="mine", summary=".", make=lambda: SimpleNamespace(extract=extract), provides=provides)

    def extract(_document: Document) -> tuple[Annotation, ...]:
        return given

    hooks: dict[str, Any] = {
        "newsparse_extractors": lambda: [spec],
        "newsparse_kinds": lambda: [KindSpec(type=Promise, layer="promises")],
    }
    plugin = SimpleNamespace(**{name: newsparse.hookimpl(hook) for name, hook in hooks.items()})
    done = newsparse.load("en", host=newsparse.Host.of(plugin, strict=True))(document)
    return [failure.message for failure in done.failures]


def quote(**fields: Any) -> Quote:
    return Quote.of(TEXT, Span(10, 13), form="indirect", **fields)


DANGLING = {
    "a speaker": quote(speaker=Speaker(name="Ada", entity="entity:10-13")),
    "what it is about": quote(about=(ADA, "entity:10-13")),
    "the quote around it": quote(within="quote:0-26"),
}


@pytest.mark.parametrize("name", DANGLING)
def test_an_id_that_names_nothing_is_a_failure_of_that_layer(name):
    (message,) = failures(DOCUMENT, DANGLING[name], provides=("quotes",))
    assert message.startswith("quote:10-13: '")
    assert "in its fields names nothing in the document" in message


def test_fields_of_a_plugin_s_own_kind_are_checked_too():
    document = DOCUMENT.with_layer("quotes", [quote()])
    right = Promise.make(TEXT, Span(0, 9), quote="quote:10-13", entities=(ADA,), note="kept: 3-4")
    assert failures(document, right, provides=("promises",)) == []
    for wrong in ({"quote": "quote:99-100"}, {"entities": (ADA, "entity:1-2")}):
        (message,) = failures(document, attrs.evolve(right, **wrong), provides=("promises",))
        assert "names nothing in the document" in message


def test_ids_among_the_annotations_that_are_given_together_are_right():
    mention = Mention.make(TEXT, Span(14, 25), label="Person", entity="entity:14-25")
    entity = Entity.make(TEXT, Span(14, 25), label="Person", name="Tomas Varga", mentions=(mention.id,))
    assert failures(Document(text=TEXT), mention, entity, provides=("mentions", "entities")) == []
    held = attrs.evolve(
        entity, affiliations=(Affiliation(role=Passage(Span(10, 13), "met"), organisation="entity:0-1"),)
    )
    (message,) = failures(Document(text=TEXT), mention, held, provides=("mentions", "entities"))
    assert "'entity:0-1'" in message


def test_ids_of_a_layer_that_the_document_does_not_have_cannot_be_checked():
    slim = attrs.evolve(DOCUMENT, layers=tuple(layer for layer in DOCUMENT.layers if layer.name == "sentences"))
    assert failures(slim, quote(about=("entity:0-9",)), provides=("quotes",)) == []


def test_an_id_that_the_document_has_in_its_fields_already_may_be_passed_on():
    document = DOCUMENT.with_layer("quotes", [quote(about=("entity:1-2",))])
    passed = Promise.make(TEXT, Span(0, 9), entities=("entity:1-2",))
    assert failures(document, passed, provides=("promises",)) == []


@pytest.mark.parametrize("text", ["note: 3-4", "person:0-9", "entity:0", "", ":", "entity:0-9 and more"])
def test_other_texts_are_no_ids(text):
    assert failures(DOCUMENT, Promise.make(TEXT, Span(0, 9), note=text), provides=("promises",)) == []
