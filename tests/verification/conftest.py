"""Articles made by hand: their words, who says what, and the figures in them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.model import NumberClaim, Passage, Quantity, Quote, Span, Speaker
from newsparse.testing import written


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def passage(text: str, words: str | None) -> Passage | None:
    return Passage(place(text, words), words) if words else None


def document(text, *, quotes=(), figures=()):
    """A document; ``quotes`` are (words, speaker, words that name the speaker), ``figures`` are fields by words."""
    speakers = {name for _, name, _ in quotes if name}
    names = {name: "Person" for name in speakers if name in text}
    article = written(text, names=names)
    entities = {item.name: item.id for item in article.entities}
    said = []
    for words, name, mention in quotes:
        reason = "named" if mention and mention in name else "pronoun"
        given = {"mention": passage(text, mention), "kind": "person", "reason": reason, "entity": entities.get(name)}
        speaker = Speaker(name=name, **given) if name else None
        span = place(text, words)
        said.append(Quote.make(text, span, fragments=(span,), form="direct", speaker=speaker))
    counted = []
    for words, fields in figures:
        fields = dict(fields)
        low, high = (fields.pop(end, fields.get("value")) for end in ("low", "high"))
        fields.pop("value", None)
        subject, bound = (passage(text, fields.pop(name, None)) for name in ("subject", "bound"))
        quantity = Quantity(
            low=None if low is None else Decimal(str(low)), high=None if high is None else Decimal(str(high)), **fields
        )
        span = place(text, words)
        counted.append(NumberClaim.make(text, span, quantity=quantity, subject=subject, bound=bound))
    return article.with_layer("quotes", said).with_layer("numbers", counted)


@pytest.fixture
def made():
    """Makes a document."""
    return document


@pytest.fixture
def port():
    """An article with two speakers and a few figures."""
    text = (
        "Some 3,400 dock workers at Orla walked out on Monday. “We have waited long enough for this, and nobody should "
        "call it generous,” Ada Brook said. “Our members will not wait.”\n\n"
        "Tomas Varga runs nine ferries. “It is a fair price for quiet piers,” Varga said. "
        "The deal costs the line $8 million a year, and at least 65 trucks stayed at home in March."
    )
    quotes = [
        ("We have waited long enough for this, and nobody should call it generous,", "Ada Brook", "Ada Brook"),
        ("Our members will not wait.", "Ada Brook", "Ada Brook"),
        ("It is a fair price for quiet piers,", "Tomas Varga", "Varga"),
    ]
    figures = [
        ("3,400", {"value": 3400, "subject": "dock workers"}),
        ("nine", {"value": 9, "subject": "ferries"}),
        ("$8 million", {"value": 8000000, "kind": "money", "currency": "USD", "per": "year"}),
        ("65", {"low": 65, "high": None, "bound": "at least", "subject": "trucks"}),
    ]
    return document(text, quotes=quotes, figures=figures)
