"""How number claims are told in the form of NewsQuant: the sign of a change, units, values, and what is left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.model import Document, NumberClaim, Passage, Quantity, Span
from newsparse_bench.metrics.newsquant import row, singular


def told(text, words, *, low="5", high="5", subject=None, bound=None, role="level", direction=None, **fields):
    """The row of the claim with these words."""

    def place(part):
        begin = text.index(part)
        return Passage.at(text, begin, begin + len(part))

    ends = {name: None if end is None else Decimal(end) for name, end in (("low", low), ("high", high))}
    claim = NumberClaim.make(
        text,
        Span(place(words).span.start, place(words).span.end),
        quantity=Quantity(**ends, **fields),
        role=role,
        direction=direction,
        subject=subject and place(subject),
        bound=bound and place(bound),
    )
    return row(claim, Document(text=text))


UP = {"kind": "percent", "role": "change", "direction": "up"}
CHANGES = [
    ("Sales rose 5%.", "5%", UP, "up"),
    ("Sales moved 5%.", "5%", {**UP, "direction": None}, "="),
    ("Sales are 5% higher.", "5%", UP, "="),
    ("Sales saw a 5% - if small - rise.", "5%", UP, "up"),
    ("Sales rose 5 boats.", "5", {**UP, "kind": "count"}, "="),
    ("Sales are at 5%.", "5%", {"kind": "percent"}, "="),
    ("Sales rose over 5%.", "5%", {**UP, "high": None, "bound": "over"}, ">"),
    ("Over 5 came.", "5", {"high": None, "bound": "Over"}, ">"),
    ("Under 5 came.", "5", {"low": None, "bound": "Under"}, "<"),
    ("As many as 5 came.", "5", {"low": None, "bound": "As many as"}, "="),
    ("About 5 came.", "5", {"exactness": "about"}, "~"),
    ("Hundreds came.", "Hundreds", {"exactness": "vague", "low": "200", "high": None}, "="),
]


@pytest.mark.parametrize(("text", "words", "fields", "change"), CHANGES, ids=[case[0] for case in CHANGES])
def test_the_sign_of_a_change(text, words, fields, change):
    assert told(text, words, **fields).change == change


UNITS = [
    ("It cost $5.", "$5", {"kind": "money", "unit": "dollar"}, "dollar"),
    ("It cost US$5.", "US$5", {"kind": "money", "currency": "USD"}, "dollar"),
    ("It cost £5 each.", "£5 each", {"kind": "money", "unit": "pound", "per": "piece"}, "pound"),
    ("It cost $5 a day.", "$5 a day", {"kind": "money", "unit": "dollar", "per": "day"}, "dollar per day"),
    ("It lost 5p.", "5p", {"kind": "money", "currency": "GBP"}, "point"),
    ("It lost 5 pence.", "5 pence", {"kind": "money", "currency": "GBP"}, "point"),
    ("She is 5.", "5", {"kind": "age"}, "year of age"),
    ("She is 5 months old.", "5 months old", {"kind": "age", "unit": "month"}, "month of age"),
    ("Two thirds of voters came.", "Two thirds", {"kind": "fraction", "subject": "voters"}, "% voter"),
    ("Two thirds came.", "Two thirds", {"kind": "fraction"}, "% -"),
    ("It ran 5 league.", "5 league", {"kind": "measure", "unit": "league"}, "league"),
    ("It ran 5 league a day.", "5 league a day", {"kind": "measure", "unit": "league", "per": "day"}, "league per day"),
    ("It ran 5 league each.", "5 league each", {"kind": "measure", "unit": "league", "per": "piece"}, "league"),
    ("Only 5 came.", "5", {}, "-"),
]


@pytest.mark.parametrize(("text", "words", "fields", "unit"), UNITS, ids=[case[0] for case in UNITS])
def test_the_unit(text, words, fields, unit):
    assert told(text, words, **fields).unit == unit


VALUES = [
    ({"low": "5", "high": "5"}, (5.0,)),
    ({"low": "5", "high": "7"}, (5.0, 7.0)),
    ({"low": "5", "high": None}, (5.0,)),
    ({"low": "200", "high": None, "exactness": "vague"}, (100.0, 1000.0)),
    ({"low": "1", "high": "1", "kind": "ratio", "per": "5"}, (0.2,)),
]


@pytest.mark.parametrize(("fields", "values"), VALUES)
def test_the_values(fields, values):
    assert told("Some came.", "Some", **fields).values == values


def test_coins_of_a_known_currency_are_counted_in_hundreds():
    assert told("It cost 50 cents.", "50 cents", low="0.5", high="0.5", kind="money", currency="USD").values == (50.0,)
    assert told("It cost 50 cents.", "50 cents", low="50", high="50", kind="money", unit="cent").values == (50.0,)


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("Old Ships", "old ship"),
        ("cities", "city"),
        ("ties", "tie"),
        ("boxes", "box"),
        ("classes", "class"),
        ("class", "class"),
        ("bus", "bus"),
        ("crisis", "crisis"),
        ("", ""),
    ],
)
def test_a_counted_phrase_is_in_the_singular(words, one):
    assert singular(words) == one
