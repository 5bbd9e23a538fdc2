"""Web Annotations point at their words by position and by quotation, and carry the whole annotation."""

from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import given

from newsparse.exchange.web_annotation import ANALYSIS, to_web_annotation, write_web_annotation
from newsparse.kinds import Unrecognised
from newsparse.model import Document, Mention, Span
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


def test_the_collection_says_what_its_words_mean_and_has_one_page_from_the_first_item_on(article):
    found = to_web_annotation(article)
    assert found["@context"] == [
        "http://www.w3.org/ns/anno.jsonld",
        {"newsparse": {"@id": "urn:newsparse:annotation", "@type": "@json"}},
    ]
    assert (found["id"], found["type"]) == ("https://news.example/port#annotations", "AnnotationCollection")
    page = {name: value for name, value in found["first"].items() if name != "items"}
    assert page == {
        "id": "https://news.example/port#page",
        "type": "AnnotationPage",
        "partOf": "https://news.example/port#annotations",
        "startIndex": 0,
    }


def test_one_place_is_a_target_and_several_are_a_list_of_them(article):
    assert isinstance(named(article, article.quotes[0].id)["target"], dict)
    assert [target["source"] for target in named(article, article.quotes[1].id)["target"]] == [
        "https://news.example/port",
        "https://news.example/port",
    ]


@pytest.mark.parametrize(
    ("start", "end", "prefix", "suffix"),
    [
        (0, 2, 0, 32),
        (1, 2, 1, 32),
        (31, 32, 31, 32),
        (32, 33, 32, 32),
        (33, 34, 32, 32),
        (68, 70, 32, 30),
        (99, 100, 32, 0),
    ],
)
def test_a_quotation_has_32_characters_on_each_side_where_there_are_as_many(start, end, prefix, suffix):
    text = "".join(chr(0x4E00 + at) for at in range(100))
    mention = Mention.make(text, Span(start, end), label="Misc")
    [found] = items(Document(text=text).with_layer("mentions", [mention]))
    words = found["target"]["selector"][1]
    assert (words["exact"], len(words["prefix"]), len(words["suffix"])) == (text[start:end], prefix, suffix)
    assert words["prefix"] + words["exact"] + words["suffix"] in text


def test_each_kind_of_annotation_has_its_motivation_its_tags_and_a_line_for_people(article):
    told = {}
    for layer in ("mentions", "entities", "quotes", "numbers"):
        found = named(article, getattr(article, layer)[0].id)
        *tags, last = [body["value"] for body in found["body"] if "value" in body]
        told[layer] = (found["motivation"], tags, last)
    assert told == {
        "mentions": ("tagging", ["mention", "Person"], "Ilse Marek"),
        "entities": ("identifying", ["entity", "Person"], "Ilse Marek, harbour master"),
        "quotes": ("describing", ["quote", "indirect", "speech"], "Ilse Marek: said (indirect)"),
        "numbers": ("describing", ["number", "percent", "change"], "4% of traffic, says Ilse Marek"),
    }


def test_a_figure_of_nothing_by_nobody_is_the_figure(article):
    figure = attrs.evolve(article.numbers[0], subject=None, speaker=None)
    found = named(article.with_layer("numbers", [figure]), figure.id)
    assert found["body"][-1]["value"] == "4%"


def test_only_what_is_known_to_be_made_by_a_program_names_it(article):
    unknown = attrs.evolve(article.quotes[0], origin="somebody")
    changed = article.with_layer("quotes", [unknown, article.quotes[1]])
    assert "generator" not in named(changed, unknown.id)
    assert "generator" in named(changed, article.quotes[1].id)


def test_a_collection_is_written_with_two_blanks_a_step(article):
    assert write_web_annotation(article).startswith('{\n  "@context": [\n    "http://www.w3.org/ns/anno.jsonld",\n')
