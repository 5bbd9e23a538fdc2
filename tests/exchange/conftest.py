"""A small article with everything that the formats of other tools have to carry."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.model import (
    Affiliation,
    Document,
    Entity,
    Link,
    Mention,
    Meta,
    NumberClaim,
    Passage,
    Quantity,
    Quote,
    Source,
    Span,
    Speaker,
)

TEXT = (
    "🚢 Ilse Marek, harbour master of Kell Port, said traffic fell by 4%. “We lost,” she said, “three ships.” "
    "A clerk told them to wait. The council voted to close."
)


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def passage(words: str, nth: int = 0) -> Passage:
    span = at(words, nth)
    return Passage(span, words)


@pytest.fixture
def article() -> Document:
    names = [
        Mention.make(TEXT, at("Ilse Marek"), label="Person"),
        Mention.make(TEXT, at("she"), label="Person", form="pronoun"),
    ]
    port = Mention.make(TEXT, at("Kell Port"), label="Organization")
    body = Entity.make(TEXT, port.span, label="Organization", name="Kell Port", mentions=(port.id,))
    person = Entity.make(
        TEXT,
        names[0].span,
        label="Person",
        name="Ilse Marek",
        mentions=tuple(mention.id for mention in names),
        affiliations=(Affiliation(role=passage("harbour master"), organisation=body.id),),
        link=Link(id="https://www.wikidata.org/entity/Q1", name="Ilse Marek"),
    )
    speaker = Speaker(name="Ilse Marek", mention=passage("Ilse Marek"), entity=person.id, kind="person")
    fragments = (at("We lost,"), at("three ships."))
    clerk = Speaker(name="A clerk", mention=passage("A clerk"), kind="unnamed")
    quotes = [
        Quote.make(
            TEXT, at("traffic fell by 4%"), fragments=(at("traffic fell by 4%"),), form="indirect", speaker=speaker
        ),
        Quote.make(TEXT, *fragments, fragments=fragments, form="direct", speaker=speaker, origin="quotes"),
        Quote.make(TEXT, at("to wait"), fragments=(at("to wait"),), form="indirect", speaker=clerk),
        Quote.make(TEXT, at("to close"), fragments=(at("to close"),), form="indirect", manner="act"),
    ]
    figure = NumberClaim.make(
        TEXT,
        at("4%"),
        quantity=Quantity(low=Decimal("4.0"), high=Decimal("4.0"), kind="percent"),
        role="change",
        direction="down",
        subject=passage("traffic"),
        speaker=speaker,
        quote=quotes[0].id,
    )
    document = Document(
        text=TEXT, id="port 1", meta=Meta(title="Port", url="https://news.example/port", published="2026-03-01")
    )
    layers = {"mentions": [*names, port], "entities": [person, body], "quotes": quotes, "numbers": [figure]}
    for name, items in layers.items():
        document = document.with_layer(name, items)
    return document.with_source(Source(id="quotes", distribution="newsparse-quotes", version="0.1.0"))
