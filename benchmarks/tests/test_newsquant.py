"""How number claims are told in the form of NewsQuant: the sign of a change, units, values, and what is left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

import newsparse
from newsparse.model import Document, NumberClaim, Passage, Quantity, Span
from newsparse_bench.kinds import Row
from newsparse_bench.metrics.counts import Counts
from newsparse_bench.metrics.newsquant import newsquant, row, rows, singular


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
    ("It rose 5%.", "5%", {"kind": "percent", "per": "year"}, "percentage per year"),
    ("It rose 5 points.", "5 points", {"kind": "basis-point", "per": "year"}, "basis point"),
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


SENTENCES = [
    ("Sales rose from 5 tons to 8 tons.", ["5 8 = ton: sales"]),
    ("Sales fell from 8 percent to 5 percent.", ["5 8 = percentage: sales"]),
    ("Sales rose to 8 tons.", ["8 = ton: sales"]),
    ("She saw one of the old brown ferry boats.", ["1 = old brown ferry boat"]),
    ("One of her oldest friends sank.", ["1 = old friend"]),
    ("She saw one film.", ["1 = film"]),
    ("Every one of the boats sank.", []),
    ("One of them sank.", []),
    ("One can see it.", []),
    ("The one boat sank.", []),
    ("It sells 5G phones.", ["5 = generation wireless"]),
    ("It flew to Gate 5.", []),
    ("Five red ships sank.", ["5 = red ship"]),
    ("Five smaller ships sank.", ["5 = small ship"]),
    ("The last five ships sank.", ["5 = last ship"]),
    ("Five badly built ships sank.", ["5 = ship"]),
    ("Five floating ships sank.", ["5 = ship"]),
    ("Ships sank, 5 in all.", ["5 = -: ships"]),
    ("Five ships a day sank.", ["5 = ship per day"]),
    ("They sang five times a day.", ["5 = count per day"]),
    ("They sang five times.", ["5 = time"]),
    ("Nine percent of voters stayed home.", ["9 = percentage: voters"]),
    ("Nine percent a year was paid.", ["9 = percentage per year"]),
    ("The third ship sank.", []),
    ("It doubled.", []),
    ("It cost £5m.", ["5000000 = pound sterling"]),
    ("It cost HK$5.", ["5 = hong kong dollar"]),
    ("It cost 50p each.", ["50 = point"]),
    ("One in five sailors sank.", ["0.2 = % sailor: sailors"]),
    ("Hundreds of sailors sank.", ["100 1000 = sailor"]),
    ("The crew of the Lowmere ferry lost five boats.", ["5 = boat: crew"]),
    ("The price of oil rose 4%.", ["4 up percentage: price oil"]),
]


@pytest.fixture(scope="module")
def pipeline():
    return newsparse.load("en", extractors=["entities", "numbers"])


@pytest.mark.parametrize(("text", "told_as"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_what_the_set_has_of_a_sentence(pipeline, text, told_as):
    found = rows(pipeline(text))
    assert [
        " ".join([*(f"{value:g}" if value < 1e6 else f"{value:.0f}" for value in item.values), item.change, item.unit])
        + "".join(": " + " ".join(item.concept) for _ in range(bool(item.concept)))
        for item in found
    ] == told_as


def scored(gold, guess):
    text = "One ton, two tons, six boats."
    documents = []
    for given in (gold, guess):
        items = [
            Row.make(text, Span(at, at + 3), values=values, change=change, unit=unit, concept=concept)
            for at, (values, change, unit, concept) in enumerate(given)
        ]
        documents.append(Document(text=text).with_layer("rows", items))
    return newsquant(*documents)


def test_a_figure_with_the_right_value_counts_for_what_else_is_right():
    gold = [((5.0,), "up", "ton", ("sales", "oil")), ((6.0, 8.0), "=", "boat", ())]
    guess = [((8.0, 6.0), "=", "ship", ()), ((5.0,), "=", "ton", ("oil",)), ((5.0, 6.0), "=", "ton", ())]
    assert scored(gold, guess) == {
        "value": Counts(2, 3, 2, 2),
        "value and unit": Counts(1, 3, 1, 2),
        "value and change": Counts(1, 3, 1, 2),
        "concept partial": Counts(2, 3, 2, 2),
        "empty sentences left alone": Counts(),
    }


def test_of_equal_values_those_go_together_that_have_more_in_common():
    gold = [((5.0,), "up", "ton", ("sales",)), ((5.0,), "=", "boat", ("crew",))]
    found = scored(gold, gold[::-1])
    assert found["value and unit"] == found["concept partial"] == Counts(2, 2, 2, 2)
    assert scored(gold, [((5.0,), "=", "-", ("rain",))])["concept partial"] == Counts(0, 1, 0, 2)


@pytest.mark.parametrize(("guess", "right"), [([], 1.0), ([((5.0,), "=", "-", ())], 0.0)])
def test_a_sentence_without_figures_is_left_alone_or_not(guess, right):
    assert scored([], guess)["empty sentences left alone"] == Counts(right, 1.0, right, 1.0)
