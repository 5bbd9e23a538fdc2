"""schema.org: what is in marks is a Quotation, what is reported a Claim, and a figure says what it states."""

from __future__ import annotations

import json
from decimal import Decimal

import attrs
import pytest
from hypothesis import given

from newsparse.exchange.schema_org import to_schema_org, write_schema_org
from newsparse.model import Meta, Quantity
from newsparse.testing import documents

URL = "https://news.example/port"


def graph(document):
    return to_schema_org(document)["@graph"]


def named(document, key):
    return next(item for item in graph(document) if item.get("identifier") == key)


def test_the_article_comes_first_with_what_is_known_of_it(article):
    first = graph(article)[0]
    assert (first["@type"], first["@id"], first["headline"]) == ("NewsArticle", URL, "Port")
    assert first["datePublished"] == "2026-03-01"
    assert "author" not in first


def test_a_direct_quote_is_a_quotation_by_its_speaker(article):
    found = named(article, article.quotes[1].id)
    speaker = {"@id": f"{URL}#{article.entities[0].id}"}
    assert (found["@type"], found["text"]) == ("Quotation", "We lost, three ships.")
    assert found["spokenByCharacter"] == found["creator"] == speaker
    assert found["isPartOf"] == {"@id": URL}


def test_an_indirect_quote_is_a_claim_and_an_unnamed_speaker_a_person(article):
    found = named(article, article.quotes[2].id)
    assert (found["@type"], found["text"]) == ("Claim", "to wait")
    assert found["author"] == {"@type": "Person", "name": "A clerk"}
    assert found["appearance"] == {"@id": URL}


def test_a_mere_act_is_no_claim(article):
    assert all(item.get("identifier") != article.quotes[3].id for item in graph(article))


def test_a_figure_is_a_claim_about_a_quantity_inside_its_quote(article):
    found = named(article, article.numbers[0].id)
    value = {"@type": "QuantitativeValue", "name": "traffic", "description": "4%", "value": 4, "unitCode": "P1"}
    assert found["about"] == [value]
    assert found["isPartOf"] == {"@id": f"{URL}#{article.quotes[0].id}"}


@pytest.mark.parametrize(
    ("quantity", "fields"),
    [
        (
            Quantity(low=Decimal("2.5"), high=Decimal("2.5"), kind="money", currency="USD"),
            {"@type": "MonetaryAmount", "value": 2.5, "currency": "USD"},
        ),
        (
            Quantity(low=Decimal(12), high=None, kind="measure", unit="kilometre", per="hour"),
            {"@type": "QuantitativeValue", "minValue": 12, "unitText": "kilometre per hour"},
        ),
        (
            Quantity(low=Decimal("0.1000000000000000000001"), high=Decimal("0.1000000000000000000001")),
            {"@type": "QuantitativeValue", "value": "0.1000000000000000000001"},
        ),
    ],
    ids=["money", "open", "more-digits-than-a-float"],
)
def test_a_quantity_keeps_its_ends_its_unit_and_its_exact_value(article, quantity, fields):
    changed = article.with_layer("numbers", [attrs.evolve(article.numbers[0], quantity=quantity)])
    about = named(changed, article.numbers[0].id)["about"][0]
    assert {**about, **fields} == about


def test_a_person_has_a_job_and_an_employer_and_an_address_elsewhere(article):
    found = named(article, article.entities[0].id)
    assert (found["@type"], found["jobTitle"]) == ("Person", ["harbour master"])
    assert found["affiliation"] == [{"@id": f"{URL}#{article.entities[1].id}"}]
    assert found["sameAs"] == "https://www.wikidata.org/entity/Q1"


def test_a_url_that_is_none_is_not_taken_as_a_name(article):
    changed = attrs.evolve(article, meta=Meta(url="page 3 of the paper"))
    assert graph(changed)[0]["@id"] == "urn:newsparse:port%201"


@given(documents())
def test_any_document_becomes_a_graph_whose_items_have_names_of_their_own(document):
    found = json.loads(write_schema_org(document))["@graph"]
    names = [item["@id"] for item in found]
    assert len(names) == len(set(names))
    claims = [item for item in [*document.quotes, *document.numbers] if getattr(item, "manner", "") != "act"]
    assert len(found) == 1 + len(document.entities) + len(claims)
