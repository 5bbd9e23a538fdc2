"""Web Annotations point at their words by position and by quotation, and carry the whole annotation."""

from __future__ import annotations

import json

import attrs
from hypothesis import given

from newsparse.exchange.web_annotation import ANALYSIS, to_web_annotation, write_web_annotation
from newsparse.kinds import Unrecognised
from newsparse.model import Document, Span
from newsparse.testing import documents


def items(document):
    return to_web_annotation(document).get("first", {}).get("items", [])


def named(document, key):
    return next(item for item in items(document) if item["id"].endswith(f"#{key}"))


def targets(item):
    return item["target"] if isinstance(item["target"], list) else [item["target"]]


def test_a_broken_quote_has_a_target_for_each_fragment(article):
    quote = article.quotes[1]
    found = named(article, quote.id)
    exact = [target["selector"][1]["exact"] for target in targets(found)]
    assert exact == ["We lost,", "three ships."]
    assert found["motivation"] == "describing"
    assert found["generator"] == {"type": "Software", "name": "newsparse-quotes 0.1.0"}


def test_positions_are_code_points_and_quotations_have_their_surroundings(article):
    position, quotation = targets(named(article, article.numbers[0].id))[0]["selector"]
    assert article.text[position["start"] : position["end"]] == quotation["exact"] == "4%"
    assert article.text.index(quotation["prefix"] + "4%" + quotation["suffix"]) == position["start"] - 32


def test_an_entity_points_at_all_its_mentions_and_at_the_entry_that_it_is(article):
    found = named(article, article.entities[0].id)
    assert [target["selector"][1]["exact"] for target in targets(found)] == ["Ilse Marek", "she"]
    assert {"type": "SpecificResource", "purpose": "identifying", "source": "https://www.wikidata.org/entity/Q1"} in (
        found["body"]
    )
    assert found["body"][-1]["value"] == "Ilse Marek, harbour master"


def test_the_source_is_the_url_or_a_name_made_of_the_id(article):
    assert targets(items(article)[0])[0]["source"] == "https://news.example/port"
    bare = Document(text=article.text, id="port 1").with_layer("quotes", article.quotes)
    assert targets(items(bare)[0])[0]["source"] == "urn:newsparse:port%201"


def test_a_document_without_annotations_is_an_empty_collection():
    assert to_web_annotation(Document(text="No."))["total"] == 0
    assert "first" not in to_web_annotation(Document(text="No."))


@given(documents())
def test_every_annotation_of_any_document_is_there_with_its_words_and_fields(document):
    found = json.loads(write_web_annotation(document))
    given_items = [a for layer in document.layers if layer.name not in ANALYSIS for a in layer.annotations]
    page = found.get("first", {}).get("items", [])
    assert found["total"] == len(page) == len(given_items)
    for item, annotation in zip(page, given_items, strict=True):
        assert item["body"][-1]["newsparse"]["id"] == annotation.id
        for target in targets(item):
            position, quotation = target["selector"]
            assert document.text[position["start"] : position["end"]] == quotation["exact"]


def test_the_collection_has_the_title_or_else_the_id_of_the_article(article):
    assert to_web_annotation(article)["label"] == "Port"
    assert to_web_annotation(Document(text="No.", id="port 1"))["label"] == "port 1"


def test_an_entity_whose_mentions_are_not_there_points_at_its_own_words(article):
    person, _ = article.entities
    some = article.with_layer("mentions", [item for item in article.mentions if item.text == "she"])
    none = article.with_layer("mentions", [])
    words = [
        [target["selector"][1]["exact"] for target in targets(named(document, person.id))] for document in (some, none)
    ]
    assert words == [["she"], ["Ilse Marek"]]


def test_a_link_that_is_no_address_identifies_nothing(article):
    person, body = article.entities
    changed = attrs.evolve(person, link=attrs.evolve(person.link, id="row 12"))
    found = named(article.with_layer("entities", [changed, body]), person.id)
    assert [item["purpose"] for item in found["body"]] == ["classifying", "tagging", "describing"]


def test_a_quote_of_nobody_has_the_reason(article):
    quote = attrs.evolve(article.quotes[0], speaker=None)
    told = [
        named(article.with_layer("quotes", [item]), quote.id)["body"][-1]["value"]
        for item in (article.quotes[0], quote, attrs.evolve(quote, unattributed="a rumour"))
    ]
    assert told == [
        "Ilse Marek: said (indirect)",
        "nobody (not known): said (indirect)",
        "nobody (a rumour): said (indirect)",
    ]


def test_an_annotation_of_a_plugin_that_is_not_installed_keeps_its_kind_and_fields():
    text, fields = "It rains.", {"kind": "weather", "v": 2, "wet": True}
    item = Unrecognised.make(text, Span(3, 8), kind="weather", version=2, raw=json.dumps(fields))
    [found] = items(Document(text=text).with_layer("weather", [item]))
    assert found["body"][0]["value"] == "weather"
    assert found["body"][-1]["newsparse"] == fields
    assert found["motivation"] == "describing"
