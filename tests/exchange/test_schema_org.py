"""schema.org: what is in marks is a Quotation, what is reported a Claim, and a figure says what it states."""

from __future__ import annotations

import json
import math
from decimal import Decimal

import attrs
import pytest
from hypothesis import given

from newsparse.errors import SchemaError
from newsparse.exchange.places import as_json, is_iri
from newsparse.exchange.schema_org import to_schema_org, write_schema_org
from newsparse.model import Document, Meta, Quantity, Sentence, Span, Speaker
from newsparse.testing import documents
from tests.exchange.conftest import passage

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


@pytest.mark.parametrize(
    ("meta", "field", "value"),
    [
        ({"author": "Ida Marsh"}, "author", {"@type": "Person", "name": "Ida Marsh"}),
        ({"outlet": "Kell Times"}, "publisher", {"@type": "Organization", "name": "Kell Times"}),
        ({"title": "A port"}, "headline", "A port"),
        ({"language": "en"}, "inLanguage", "en"),
        ({"published": "2026-03-01"}, "datePublished", "2026-03-01"),
        ({"url": "https://news.example/a"}, "url", "https://news.example/a"),
    ],
)
def test_what_is_known_of_the_article_is_said_and_nothing_else(meta, field, value):
    known, bare = (graph(Document(text="No.", meta=made))[0] for made in (Meta(**meta), Meta()))
    assert known[field] == value
    assert set(bare) == {"@type", "@id"}
    assert set(known) - set(bare) == {field}


def test_a_former_role_is_no_job_and_its_organisation_no_employer(article):
    person, body = article.entities
    left = tuple(attrs.evolve(held, former=True) for held in person.affiliations)
    changed = article.with_layer("entities", [attrs.evolve(person, affiliations=left), body])
    found = named(changed, person.id)
    assert "jobTitle" not in found
    assert "affiliation" not in found


def test_only_people_have_jobs_and_titles(article):
    person, body = article.entities
    held = attrs.evolve(body, affiliations=person.affiliations, titles=("The",))
    found = named(article.with_layer("entities", [person, held]), body.id)
    assert not {"jobTitle", "affiliation", "honorificPrefix"} & set(found)


def test_a_link_that_is_no_address_is_not_the_same_thing(article):
    person, body = article.entities
    changed = attrs.evolve(person, link=attrs.evolve(person.link, id="row 12"))
    assert "sameAs" not in named(article.with_layer("entities", [changed, body]), person.id)


def test_whatever_is_not_in_the_document_is_not_referred_to(article):
    missing = {"about": ("entity:900-901",)}
    quotes = [attrs.evolve(item, within="quote:900-901", **missing) for item in article.quotes]
    speaker = attrs.evolve(article.numbers[0].speaker, entity="entity:900-901")
    figure = attrs.evolve(article.numbers[0], quote="quote:900-901", speaker=speaker, **missing)
    changed = article.with_layer("quotes", quotes).with_layer("numbers", [figure])
    assert "900-901" not in write_schema_org(changed)
    assert named(changed, figure.id)["isPartOf"] == {"@id": URL}
    assert named(changed, figure.id)["author"] == {"@type": "Person", "name": "Ilse Marek"}


def test_a_quote_inside_another_is_a_part_of_it(article):
    outer, _, inner, _ = article.quotes
    changed = article.with_layer("quotes", [outer, attrs.evolve(inner, within=outer.id)])
    assert named(changed, inner.id)["isPartOf"] == {"@id": f"{URL}#{outer.id}"}
    assert named(changed, outer.id)["isPartOf"] == {"@id": URL}


@pytest.mark.parametrize(
    ("fields", "job"),
    [
        ({"role": passage("harbour master")}, "harbour master"),
        ({"title": passage("master")}, "master"),
        ({"role": passage("harbour master"), "title": passage("master")}, "harbour master"),
        ({"role": passage("harbour master"), "kind": "organisation"}, None),
        ({}, None),
    ],
)
def test_a_speaker_without_an_entity_has_the_job_that_is_said_of_a_person(article, fields, job):
    speaker = Speaker(name="Ilse Marek", **{"kind": "person", **fields})
    found = named(
        article.with_layer("quotes", [attrs.evolve(article.quotes[0], speaker=speaker)]), article.quotes[0].id
    )
    assert found["author"].get("jobTitle") == job


@pytest.mark.parametrize(
    ("quantity", "fields"),
    [
        ({"kind": "money", "currency": "USD"}, {"@type": "MonetaryAmount", "currency": "USD"}),
        ({"kind": "money"}, {"@type": "QuantitativeValue"}),
        ({"kind": "measure", "unit": "barrel", "currency": "USD"}, {"unitText": "USD"}),
        ({"kind": "money", "currency": "USD", "per": "hour"}, {"unitText": "USD per hour"}),
        ({"kind": "measure", "unit": "mile"}, {"unitText": "mile"}),
        ({"kind": "count", "per": "hour"}, {"unitText": "per hour"}),
        ({"kind": "percent"}, {"unitCode": "P1"}),
    ],
)
def test_an_amount_has_a_currency_and_any_other_quantity_its_unit(article, quantity, fields):
    made = Quantity(low=Decimal(3), high=Decimal(3), **quantity)
    changed = article.with_layer("numbers", [attrs.evolve(article.numbers[0], quantity=made)])
    about = named(changed, article.numbers[0].id)["about"][0]
    fixed = {"@type": "QuantitativeValue", "value": 3, "name": "traffic", "description": str(made)}
    assert about == {**fixed, **fields}


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("3", 3),
        ("3.0", 3),
        ("-2.5", -2.5),
        ("9007199254740992", 2**53),
        ("9007199254740993", "9007199254740993"),
        ("1E+30", 1e30),
        ("0.1", 0.1),
    ],
)
def test_a_number_is_one_where_json_has_the_very_value(article, digits, value):
    made = Quantity(low=Decimal(digits), high=Decimal(digits))
    changed = article.with_layer("numbers", [attrs.evolve(article.numbers[0], quantity=made)])
    found = named(changed, article.numbers[0].id)["about"][0]["value"]
    assert (found, type(found)) == (value, type(value))


def test_json_has_letters_as_they_are_and_nothing_that_it_has_no_word_for():
    assert as_json({"name": "Kåre"}) == '{"name": "Kåre"}'
    for value in (math.nan, math.inf, {1, 2}):
        with pytest.raises(SchemaError, match="not JSON"):
            as_json({"value": value})


@pytest.mark.parametrize("words", ["</script><script>alert(1)", "<!--", "a\u2028b\x85c\u202e\x9b"])
def test_json_neither_ends_the_script_of_a_page_nor_its_line(words):
    written = as_json({"name": words})
    assert json.loads(written) == {"name": words}
    assert (len(written.splitlines()), set(written) & set("<\u202e\x9b")) == (1, set())


def test_a_graph_is_written_with_two_blanks_a_step(article):
    assert write_schema_org(article).startswith('{\n  "@context": "https://schema.org",\n  "@graph": [\n    {\n')


def test_a_figure_is_told_by_the_sentence_around_it(article):
    sentence = Sentence.make(article.text, Span(0, article.text.index(" “")), first=0, last=1)
    changed = article.with_layer("sentences", [sentence])
    assert named(changed, article.numbers[0].id)["text"] == sentence.text
    assert named(article, article.numbers[0].id)["text"] == "4%"


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [
        ("0", "0", {"value": 0}),
        ("0", "5", {"minValue": 0, "maxValue": 5}),
        (None, "0", {"maxValue": 0}),
        ("-3", None, {"minValue": -3}),
    ],
)
def test_nothing_is_a_value_as_any_other_number_is(article, low, high, ends):
    made = Quantity(low=None if low is None else Decimal(low), high=None if high is None else Decimal(high))
    about = named(
        article.with_layer("numbers", [attrs.evolve(article.numbers[0], quantity=made)]), article.numbers[0].id
    )
    found = {name: value for name, value in about["about"][0].items() if name in ("value", "minValue", "maxValue")}
    assert found == ends


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Person", "Person"),
        ("Organization", "Organization"),
        ("Location", "Place"),
        ("Facility", "Place"),
        ("Misc", "Thing"),
    ],
)
def test_an_entity_has_the_type_of_its_label(article, label, kind):
    person, body = article.entities
    changed = article.with_layer("entities", [person, attrs.evolve(body, label=label)])
    assert named(changed, body.id)["@type"] == kind


@pytest.mark.parametrize(
    ("kind", "named_as"),
    [("person", "Person"), ("unnamed", "Person"), ("organisation", "Organization"), ("document", "Thing")],
)
def test_a_speaker_without_an_entity_has_the_type_of_its_kind(article, kind, named_as):
    speaker = attrs.evolve(article.quotes[2].speaker, kind=kind)
    quote = attrs.evolve(article.quotes[2], speaker=speaker)
    assert named(article.with_layer("quotes", [quote]), quote.id)["author"] == {"@type": named_as, "name": "A clerk"}


def test_what_a_quote_is_about_is_referred_to_and_nobody_is_no_speaker(article):
    quote = attrs.evolve(article.quotes[1], speaker=None, about=(article.entities[1].id,))
    found = named(article.with_layer("quotes", [quote]), quote.id)
    assert found["about"] == [{"@id": f"{URL}#{article.entities[1].id}"}]
    assert not {"spokenByCharacter", "creator", "author"} & set(found)


def test_the_names_of_parts_take_the_place_of_a_fragment(article):
    changed = attrs.evolve(article, meta=Meta(url=f"{URL}#top"))
    assert graph(changed)[0]["@id"] == f"{URL}#top"
    assert graph(changed)[1]["@id"] == f"{URL}#{article.entities[0].id}"


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("https://a.example/", True),
        ("urn:isbn:1", True),
        ("a:b", True),
        ("a:", False),
        (":b", False),
        ("1a:b", False),
        ("a b:c", False),
        ("http://a b", False),
        ("http://a/<b>", False),
        ("", False),
        (None, False),
    ],
)
def test_an_address_has_a_scheme_and_nothing_that_must_be_escaped(words, is_one):
    assert is_iri(words) is is_one


@pytest.mark.parametrize("digits", ["1e400", "-1e400", "1e99999999999"])
def test_a_number_beyond_all_others_is_written_as_short_as_it_is(article, digits):
    made = Quantity(low=Decimal(digits), high=Decimal(digits))
    changed = article.with_layer("numbers", [attrs.evolve(article.numbers[0], quantity=made)])
    found = named(changed, article.numbers[0].id)["about"][0]["value"]
    assert Decimal(found) == Decimal(digits)
