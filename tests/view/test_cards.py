"""The cards beside an article: every fact of a claim or a name is on its card, and nothing where there is none."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs
import pytest

from newsparse.model import (
    Affiliation,
    Document,
    Entity,
    Link,
    Mention,
    NumberClaim,
    Passage,
    Quantity,
    Quote,
    Span,
    Speaker,
    TitlePassage,
    TitleRole,
)
from newsparse.view import render
from newsparse.view.cards import ARTICLE, MENTIONS_SHOWN, NOBODY, Sheet, groups, names
from tests.annotated import annotated

TEXT = "Ada Brook, the mayor of Orla, told Ina on Monday that perhaps 12 ships would not sink, and Ina said so."


def at(words):
    return Passage.at(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


EXACT = Quantity(low=Decimal(12), high=Decimal(12))
ADA = Mention.make(TEXT, at("Ada Brook").span, label="Person", entity="entity:0-9")
BROOK = Entity.make(TEXT, at("Ada Brook").span, label="Person", name="Ada Brook", mentions=(ADA.id,))
ORLA = Entity.make(TEXT, at("Orla").span, label="Location", name="Orla Town")
FIGURE = NumberClaim.make(TEXT, at("12").span, quantity=EXACT)
QUOTE = Quote.of(TEXT, at("12 ships would not sink").span, form="indirect")


def sheet(*items):
    document = Document(text=TEXT).with_layer("mentions", [ADA])
    for kind, name in ((Entity, "entities"), (Quote, "quotes"), (NumberClaim, "numbers")):
        found = [item for item in items if type(item) is kind]
        document = document.with_layer(name, found) if found else document
    return Sheet(document, "k", 8)


def card(item, *more):
    """The card of a claim, its facts by name: words, or the words that they lead to."""
    made = sheet(item, *more)
    (found,) = [card for group in groups(made) for card in group.cards if card.key == made.key(item)]
    return found, {fact.name: fact.words or [words for _, words in fact.places] for fact in found.facts}


@pytest.mark.parametrize(
    ("fields", "name", "words"),
    [
        ({"cue": at("told")}, "cue", "told"),
        ({"addressee": at("Ina")}, "to", "Ina"),
        ({"hedges": (at("perhaps"),)}, "hedged by", "perhaps"),
        ({"negations": (at("not"),)}, "negated by", "not"),
        ({"unattributed": "a rumour"}, "no speaker", "a rumour"),
        ({"confidence": 0.5}, "confidence", "50%"),
        ({"speaker": Speaker(name="Ada", mention=at("Ada Brook"))}, "named as", "Ada Brook"),
        ({"speaker": Speaker(name="Ada", mention=at("Ada Brook"), reason="named")}, "named as", "Ada Brook (named)"),
        ({"speaker": Speaker(name="Ina", others=(BROOK.id,))}, "together with", "Ada Brook"),
        ({"speaker": Speaker(name="Ada", anonymity=at("so"))}, "not named", "so"),
        ({"speaker": Speaker(name="Ada", entity=BROOK.id)}, "who that is", ["Ada Brook"]),
    ],
)
def test_a_fact_of_a_quote_is_on_its_card(fields, name, words):
    assert card(attrs.evolve(QUOTE, **fields), BROOK)[1][name] == words
    assert name not in card(QUOTE, BROOK)[1]


@pytest.mark.parametrize(
    ("fields", "name", "words"),
    [
        ({"subject": at("ships")}, "of", "ships"),
        ({"holder": at("Orla")}, "whose", "Orla"),
        ({"to": at("Ina")}, "to", "Ina"),
        ({"whole": at("ships")}, "part of", "ships"),
        ({"when": at("on Monday")}, "when", "on Monday"),
        ({"where": at("Orla")}, "where", "Orla"),
        ({"bound": at("perhaps")}, "bounded by", "perhaps"),
        ({"negation": at("not")}, "denied by", "not"),
        ({"condition": at("so")}, "if", "so"),
        ({"hedges": (at("perhaps"),)}, "hedged by", "perhaps"),
        ({"change": attrs.evolve(EXACT, kind="percent")}, "change", "12%"),
        ({"quote": QUOTE.id}, "said in", ["12 ships would not sink"]),
        ({"counterpart": QUOTE.id}, "goes with", ["12 ships would not sink"]),
        ({"equivalent": QUOTE.id}, "the same as", ["12 ships would not sink"]),
    ],
)
def test_a_fact_of_a_figure_is_on_its_card(fields, name, words):
    assert card(attrs.evolve(FIGURE, **fields), QUOTE)[1][name] == words
    assert name not in card(FIGURE, QUOTE)[1]


def test_a_link_to_what_the_article_does_not_have_is_left_out():
    assert "said in" not in card(attrs.evolve(FIGURE, quote="quote:0-1"))[1]


@pytest.mark.parametrize(
    ("item", "tags"),
    [
        (QUOTE, ("indirect",)),
        (
            attrs.evolve(QUOTE, manner="thought", act="believed", modality="hedged"),
            ("indirect", "thought", "believed", "hedged"),
        ),
        (FIGURE, ()),
        (attrs.evolve(FIGURE, quantity=attrs.evolve(EXACT, high=None)), ("= at least 12",)),
        (
            attrs.evolve(FIGURE, role="change", direction="up", outlook="forecast", modality="negated"),
            ("change", "up", "forecast", "negated"),
        ),
    ],
)
def test_what_is_usual_has_no_tag(item, tags):
    assert card(item)[0].tags == tags


@pytest.mark.parametrize(
    ("fields", "unit"),
    [({}, "count"), ({"unit": "ship"}, "ship"), ({"unit": "dollar", "currency": "USD"}, "USD")],
)
def test_figures_are_grouped_by_their_unit(fields, unit):
    assert card(attrs.evolve(FIGURE, quantity=attrs.evolve(EXACT, **fields)))[0].unit == unit


@pytest.mark.parametrize(
    ("confidence", "kind", "why"),
    [
        (0.3, "person", "uncertain, 30%"),
        (0.9, "person", ""),
        (None, "person", ""),
        (0.9, "unresolved", "speaker uncertain"),
    ],
)
def test_a_claim_that_is_not_sure_says_so(confidence, kind, why):
    assert card(attrs.evolve(QUOTE, confidence=confidence, speaker=Speaker(name="Ada", kind=kind)))[0].unsure == why


@pytest.mark.parametrize(
    ("entity", "speaker", "about"),
    [
        ({"affiliations": (Affiliation(role=at("mayor")),)}, {"entity": BROOK.id, "role": at("so")}, "mayor"),
        ({}, {"entity": BROOK.id, "role": at("mayor")}, "mayor"),
        ({}, {"role": at("mayor")}, "mayor"),
        ({}, {"kind": "person"}, ""),
        ({}, {"kind": "document"}, "document"),
    ],
)
def test_a_group_says_what_its_speaker_is(entity, speaker, about):
    said = attrs.evolve(QUOTE, speaker=Speaker(**{"name": "Ada", "kind": "person"} | speaker))
    (group,) = groups(sheet(said, attrs.evolve(BROOK, **entity)))
    assert (group.name, group.about) == ("Ada", about)


def test_speakers_come_in_the_order_of_the_text_and_what_nobody_says_last():
    said = attrs.evolve(QUOTE, speaker=Speaker(name="Ina"))
    first = Quote.of(TEXT, at("told Ina").span, form="direct")
    assert [group.name for group in groups(sheet(first, said, FIGURE))] == ["Ina", NOBODY, ARTICLE]


@pytest.mark.parametrize(
    ("fields", "name", "words"),
    [
        ({"aliases": ("Brook", "Ada")}, "also", "Brook, Ada"),
        ({"affiliations": (Affiliation(role=at("mayor")),)}, "role", "mayor"),
        ({"affiliations": (Affiliation(role=at("mayor"), former=True),)}, "former role", "mayor"),
        ({"affiliations": (Affiliation(role=at("mayor"), organisation=ORLA.id),)}, "role", "mayor (Orla Town)"),
        ({"title_roles": (TitleRole(role=TitlePassage(0, 5, "Mayor")),)}, "role", "Mayor"),
        (
            {"title_roles": (TitleRole(role=TitlePassage(0, 5, "Mayor"), body=TitlePassage(9, 13, "Orla")),)},
            "role",
            "Mayor (Orla)",
        ),
        ({"in_title": TitlePassage(0, 5, "Brook")}, "in the title", "Brook"),
        ({"link": Link(id="Q1", name="A. Brook")}, "in your list", "A. Brook (Q1)"),
    ],
)
def test_a_fact_of_a_name_is_on_its_card(fields, name, words):
    def facts(entity):
        found = names(sheet(entity, ORLA))
        (card,) = [card for card in found if card.words == "Ada Brook"]
        return {fact.name: fact.words for fact in card.facts}

    assert facts(attrs.evolve(BROOK, **fields))[name] == words
    assert name not in facts(BROOK)


def talk(turns):
    """An interview in which one speaker is named, and says something, so many times."""
    text = "\n".join(f"“We lost {number} ships,” said Brook." for number in range(turns))
    places = [match.span() for match in re.finditer("Brook", text)]
    entity = f"entity:{places[0][0]}-{places[0][1]}"
    mentions = [Mention.make(text, Span(*place), label="Person", entity=entity) for place in places]
    brook = Entity.make(
        text, Span(*places[0]), label="Person", name="Brook", mentions=tuple(item.id for item in mentions)
    )
    said = [
        Quote.of(
            text,
            Span(*match.span(1)),
            form="direct",
            speaker=Speaker(name="Brook", mention=Passage.at(text, *place), entity=entity, kind="person"),
        )
        for match, place in zip(re.finditer("“(.*?)”", text), places, strict=True)
    ]
    return annotated(text, *mentions, brook, *said)


def places(card):
    return [words for fact in card.facts if fact.name in ("who that is", "mentions") for _, words in fact.places]


def test_a_claim_of_somebody_named_often_lists_the_mentions_near_it_and_the_name_has_all():
    sheet = Sheet(talk(100), "a", 8)
    (group,) = groups(sheet)
    assert {len(places(card)) for card in group.cards} == {MENTIONS_SHOWN}
    assert ("more mentions", "76, listed with the name") in {(fact.name, fact.words) for fact in group.cards[50].facts}
    (name,) = names(sheet)
    assert len(places(name)) == 100
    shown = next(fact.places for fact in group.cards[50].facts if fact.name == "who that is")
    everywhere = name.facts[0].places
    assert shown[0] == everywhere[0]
    assert everywhere[50] in shown


def test_a_page_of_twice_the_claims_by_one_speaker_is_twice_as_long():
    one, two = (len(render(talk(turns))) for turns in (200, 400))
    assert two < 2.1 * one
