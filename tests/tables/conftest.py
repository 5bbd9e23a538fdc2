"""An article with every claim that the tables show, made by hand: two sentences, a speaker with a role, a change."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.model import (
    Affiliation,
    Document,
    Entity,
    Mention,
    Meta,
    NumberClaim,
    Passage,
    Quantity,
    Quote,
    Sentence,
    Span,
    Speaker,
)

TEXT = 'Ilse Marek, the head of Kell Bank, said: "Fees rose by 2.50 euros." Nobody at Kell Bank knew why.'


def place(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def passage(words):
    return Passage(place(words), words)


@pytest.fixture
def article():
    first = TEXT.index(" Nobody")
    bank = Entity.make(TEXT, place("Kell Bank"), label="Organization", name="Kell Bank", aliases=("Kell", "KB"))
    role = Affiliation(role=passage("head"), organisation=bank.id, former=True)
    marek = Entity.make(TEXT, place("Ilse Marek"), label="Person", name="Ilse Marek", affiliations=(role,))
    mention = Mention.make(TEXT, place("Ilse Marek"), label="Person", entity=marek.id)
    speaker = Speaker(name="Ilse Marek", mention=passage("Ilse Marek"), entity=marek.id, kind="person")
    words = place("Fees rose by 2.50 euros.")
    quote = Quote.make(
        TEXT, words, fragments=(words,), form="direct", speaker=speaker, cue=passage("said"), about=(bank.id,), rule="r"
    )
    amount = Quantity(low=Decimal("2.50"), high=Decimal("2.50"), kind="money", currency="EUR")
    figure = NumberClaim.make(
        TEXT,
        place("2.50 euros"),
        quantity=amount,
        role="change",
        direction="up",
        subject=passage("Fees"),
        speaker=speaker,
        quote=quote.id,
    )
    many = Quantity(low=Decimal("1e400"), high=None, low_inclusive=False)
    nobody = NumberClaim.make(TEXT, place("Nobody"), quantity=many)
    meta = Meta(path="fees.txt", title="Fees", url="https://kell.example/1", columns={"section": "money", "words": 18})
    document = Document(text=TEXT, id="a1", meta=meta)
    sentences = [
        Sentence.make(TEXT, Span(0, first), first=0, last=1),
        Sentence.make(TEXT, Span(first + 1, len(TEXT)), first=1, last=2),
    ]
    layers = {
        "sentences": sentences,
        "entities": [marek, bank],
        "mentions": [mention],
        "quotes": [quote],
        "numbers": [figure, nobody],
    }
    for name, items in layers.items():
        document = document.with_layer(name, items)
    return document
