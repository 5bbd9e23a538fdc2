"""Quantities of plain text: values, ranges, bounds, units, currencies, changes."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given

from newsparse.testing import texts
from newsparse_numbers import find_quantities

VALUES = [
    ("The quay cost 3.5 million pounds to mend.", "3500000"),
    ("They bought half a dozen boats.", "6"),
    ("The climb lasts four and a half hours.", "4.5"),
    ("She added 1½ cups.", "1.5"),
    ("The bill came to $1,200.50 in the end.", "1200.50"),
    ("The state has 12,34,567 voters.", "1234567"),
    ("About 10\u00a0000 people came.", "10000"),
    ("About 10\u2009000 people came.", "10000"),
    ("The fund holds $3bn now.", "3000000000"),
    ("The fund holds £85m now.", "85000000"),
    ("A total of 45k signed.", "45000"),
    ("It spent 3.5 lakh rupees.", "350000"),
    ("It spent Rs 1,200 crore.", "12000000000"),
    ("A crowd of twenty-five thousand sang.", "25000"),
    ("It sold two hundred and five thousand cars.", "205000"),
    ("It needs a million bricks.", "1000000"),
    ("It holds two million five hundred thousand books.", "2500000"),
    ("The town has ٢٥ wells.", "25"),
    ("It fell to -12C overnight.", "-12"),
    ("Shares fell 2.5 percent.", "2.5"),
    ("The 40-year-old drove away.", "40"),
    ("Ada Brook, 34, drove away.", "34"),
    ("A three-mile queue formed.", "3"),
    ("Nine ships sank.", "9"),
    ("Who knows?\nNine ships sank.", "9"),
    ("Half of the voters stayed away.", "0.5"),
    ("Three-quarters of the crew left.", "0.75"),
    ("Profits doubled.", "2"),
    ("Profits halved.", "0.5"),
    ("One woman drowned.", "1"),
    ("He won by 1,463.78 points.", "1463.78"),
    ("The dam cost three hundred crores.", "3000000000"),
    ("Trade rose to three thousand millions.", "3000000000"),
    ("It cost Rs 45 lac.", "4500000"),
    ("It cost Rs 300 Cr in all.", "3000000000"),
    ("They count 2 point 5 million birds.", "2500000"),
    ("They ring one point six million birds.", "1600000"),
    ("The star weighs 4.2 × 10^3 kg.", "4200"),
    ("The film is 2.5×10−5 m thick.", "0.000025"),
    ("It holds 3e5 cells.", "300000"),
    ("It was her twenty-fifth goal.", "25"),
    ("It was his forty-second cap.", "42"),
    ("A forty-second silence followed.", "40"),
    ("The hundred and first visitor came.", "101"),
    ("The two hundredth visitor came.", "200"),
    ("Sales of 280 million first editions.", "280000000"),
    ("Temperatures fell to 10 degrees below zero.", "-10"),
    ("The yearly profit is ($99.50).", "-99.50"),
    ("He paid 2 dollars and 23 cents.", "2.23"),
    ("A stamp is 10 cents.", "10"),
    ("The walk is a quarter mile.", "0.25"),
    ("They drank a fifth of a pint.", "0.2"),
    ("Each tile is 3 1/4 in wide.", "3.25"),
    ("The flight took 1h 45m.", "1.75"),
    ("He is 5'6\" tall.", "5.5"),
    ("The post is four feet three.", "4.25"),
    ("nought", "0"),
    ("It cost 2 lakh 50 thousand rupees.", "250000"),
    ("They came 2nd.", "2"),
    ("It was her seventieth goal.", "70"),
    ("About 67 thousand 338 votes were counted.", "67338"),
    ("It took about two and half years.", "2.5"),
]

MEASURES = [
    ("It is 12.7 cm (5 in) long.", ["12.7 centimetre", "5 inch"]),
    ('The pipe is 5" wide.', ["5 inch"]),
    ("They let 5 in the house.", ["5"]),
    ('He asked "are there 5" and left.', ["5"]),
    ("The site covers 4 km squared.", ["4 square kilometre"]),
    ("The mine moves 4,500 tpd.", ["4,500 ton per day"]),
    ("It took 12 TeV and 10.5 s in all.", ["12 teraelectronvolt", "10.5 second"]),
    ("They add two cups of flour.", ["2 cup"]),
    ("They won two cups and a plate.", ["2"]),
    ("It costs 10$ or 42 BGN.", ["10 dollar", "42 BGN"]),
    ("It costs 6 Jordanian dinars.", ["6 JOD"]),
    ("They paid 7 UAH 45 kopiykas.", ["7.45 UAH"]),
    ("He weighs 14st 3lb and 2 pounds more.", ["14.2143 stone", "2 pound"]),
    ("The trek took 2 hours, 3 minutes and 36 seconds.", ["2.06 hour"]),
    ("A 60-65 mph wind blew.", ["60-65 mile per hour"]),
    ("It was -18 °C to -34 °C there.", ["-34--18 degree Celsius"]),
    ("Orla won three-nil.", []),
    ("The over-55s pay £4.", ["55 year", "4 GBP"]),
    ("The over-60s pay £4.", ["60 year", "4 GBP"]),
    ("Most under-30s pay £4.", ["30 year", "4 GBP"]),
    ("It holds 30 l and bears 5 kN at 9.8 m/s².", ["30 litre", "5 kilonewton", "9.8 metre per second squared"]),
    ("He shot 32.3% from three-point range.", ["32.3%", "3"]),
    ("He moved from one role to another.", []),
    ("Decision 72/2019 says so.", []),
    ("He is doubling down on it.", []),
    ("Lund lost by three goals to one.", []),
    ("Full-time: Orla 2 (Hale 12, 88 pen) Tarn 1 (Rao 45+2).", ["2"]),
    ("He swam the 50m in 24.6sec.", ["50 metre", "24.6 second"]),
    ("One driver in four is late.", ["1 per 4"]),
    ("One bus in six was late and two eggs in nine broke.", ["1 per 6", "2 per 9"]),
    ("One goal in three games and one bridge in two counties.", ["1", "3", "1", "2"]),
    ("Seven teachers out of nine and one ship in every 12 failed.", ["7 per 9", "1 per 12"]),
    ("She gave it two stars out of five.", ["2", "5"]),
    ("Orla owes R400 billion and a ticket costs R250.", ["400,000,000,000 ZAR", "250 ZAR"]),
    ("Take the R250 road.", []),
    ("It earned £3 per security.", ["3 GBP per security"]),
    ("A boy of seven fell ill.", ["7 year"]),
    ("A boy of seven brothers fell ill.", ["7"]),
    ("The men, aged 19, 22 and 25, fled.", ["19 year", "22 year", "25 year"]),
    ("She spoke at the age of two and read at four.", ["2 year", "4 year"]),
    ("Ada Brook, then 29 and unknown, won.", ["29 year"]),
    ("The captain, who at 33 has lost his place, left.", ["33 year"]),
    ("It is for people aged 30 to 59 years.", ["30-59 year"]),
    ("She has an IQ of 158.", ["158"]),
    ("A 7.1-magnitude quake hit Orla.", ["7.1"]),
    ("Debt was 1.8 times equity.", ["1.8"]),
    ("It opens within a year or two.", ["1-2 year"]),
    ("They caught 2 million pounds of fish.", ["2,000,000 pound"]),
    ("They caught fish for 2 million pounds.", ["2,000,000 GBP"]),
    ("A jury valued the ring at 40,000 pounds.", ["40,000 GBP"]),
    ("Her firm paid 300,000 pounds in advance.", ["300,000 GBP"]),
    ("The bag that he bought weighs 90 pounds.", ["90 pound"]),
    ("He raised a 300-pound log.", ["300 pound"]),
    ("They bought 500 pounds of rice.", ["500 pound"]),
    ("Since March 4,300 people have fallen ill.", ["4,300"]),
    ("In May 12,300 homes lost power.", ["12,300"]),
    ("The new hall seats 9,000.", ["9,000"]),
    ("On Monday 300 were hurt.", ["300"]),
    ("It raised £20 million in May and 12 million in June.", ["20,000,000 GBP", "12,000,000 GBP"]),
    ("It cost five million pounds, three million of it for steel.", ["5,000,000 GBP", "3,000,000 GBP"]),
    ("It spent £40 million, 12 million of which went on roads.", ["40,000,000 GBP", "12,000,000 GBP"]),
    ("It cost £40 million, 12 million of the fans came.", ["40,000,000 GBP", "12,000,000"]),
    ("He was banned for a year and three months.", ["1.25 year"]),
    ("It took an hour and 20 minutes.", ["1.3333 hour"]),
    ("It pays £5 a year and three months later it closed.", ["5 GBP per year", "3 month"]),
    ("They meet twice a year and three months before the vote.", ["2 per year", "3 month"]),
    ("Growth will pick up to 2%, and rates ticked up to 3 percent.", ["2%", "3%"]),
    ("He picked up to 20 apples.", ["at most 20"]),
    ("It sells season passes from £400.", ["at least 400 GBP"]),
    ("It took the passes from 400 pupils.", ["400"]),
    ("It raised £20 million and 12 million people came.", ["20,000,000 GBP", "12,000,000"]),
    ("The term rose from 3 years to 5.", ["3 year", "5 year"]),
    ("A woman of 45 years won.", ["45 year"]),
    ("A woman or two came.", ["2"]),
    ("Holt hit a 97th-minute goal.", ["97 minute"]),
    ("They built a two-storey house and a five-star hotel.", ["2", "5"]),
    ("Wages rose by 9 per cent and rents by 64.", ["9%", "64%"]),
    ("The river rose from 4 feet to 19.", ["4 foot", "19 foot"]),
    ("Brook got 20.3 percent and Holt 14.2.", ["20.3%", "14.2%"]),
    ("The poet Anwar Dell (1002-1071) wrote it.", []),
    ("It goes back to the 2008 oil crisis.", []),
    ("Its 2021 tally was higher.", []),
]

RANGES = [
    ("Between 10,000 and 50,000 tiles were laid.", "10000", "50000"),
    ("It will take 10–20 days.", "10", "20"),
    ("It will cost $3-4bn.", "3000000000", "4000000000"),
    ("It will cost $3bn to $4.5bn.", "3000000000", "4500000000"),
    ("Rates of 5 to 7 per cent are usual.", "5", "7"),
    ("Two or three ships sank.", "2", "3"),
    ("A couple of hundred people fled.", "200", "300"),
]

BOUNDS = [
    ("At least 12 people drowned.", "12", None, True),
    ("Dozens of ships sank.", "24", None, True),
    ("Tens of thousands of people fled.", "20000", None, True),
    ("More than 300 people drowned.", "300", None, False),
    ("Over 300 people drowned.", "300", None, False),
    ("As many as 14 ships sank.", None, "14", True),
    ("Up to 400 jobs will go.", None, "400", True),
    ("Orlatech plans to cut up to 400 jobs.", None, "400", True),
    ("Police shot up to 400 deer.", None, "400", True),
    ("The fare went up to 400 crowns.", "400", "400", True),
    ("Rents have gone up to 400 crowns.", "400", "400", True),
    ("Fewer than 140 people work there.", None, "140", False),
    ("Under 35 percent voted.", None, "35", False),
    ("No fewer than 9 ships sank.", "9", None, True),
    ("It lost 20,000 or more votes.", "20000", None, True),
    ("The haul rose past $1 billion.", "1000000000", None, False),
    ("The haul crossed the $5 million mark.", "5000000", None, False),
    ("It sank over five years ago.", "5", None, False),
    ("The toll is 40 and counting.", "40", None, True),
]

KINDS = [
    ("It cost £690 a tonne.", {"kind": "money", "currency": "GBP", "per": "tonne"}),
    ("It cost HK$2m.", {"kind": "money", "currency": "HKD"}),
    ("It cost A$15m.", {"kind": "money", "currency": "AUD"}),
    ("It cost $15m.", {"kind": "money", "currency": None, "unit": "dollar"}),
    ("It cost $15m in Ohio.", {"kind": "money", "currency": "USD"}),
    ("Sydney and Toronto: it cost $15m.", {"kind": "money", "currency": None, "unit": "dollar"}),
    ("One in five voters stayed away.", {"kind": "ratio", "low": Decimal(1), "per": "5"}),
    ("It cost 40 euros.", {"kind": "money", "currency": "EUR"}),
    ("It cost QR5,000 in Qatar.", {"kind": "money", "currency": "QAR"}),
    ("It cost QR5 million.", {"kind": "money", "currency": "QAR"}),
    ("It cost ₡5,000.", {"kind": "money", "currency": "CRC"}),
    ("It cost GH¢500.", {"kind": "money", "currency": "GHS"}),
    ("She has 5-plus years of work.", {"kind": "duration", "low": Decimal(5), "high": None}),
    ("He boxes in the 92+ kg class.", {"kind": "measure", "unit": "kilogram", "high": None}),
    ("It earns $12 an hour.", {"kind": "money", "per": "hour"}),
    ("It rose 2 percentage points.", {"kind": "percentage-point"}),
    ("It rose 25 basis points.", {"kind": "basis-point"}),
    ("It rose 4.8%.", {"kind": "percent"}),
    ("There were 45 cases per 100,000 people.", {"kind": "rate", "per": "100000"}),
    ("The rate was 45 per 100,000 people.", {"kind": "rate", "per": "100000"}),
    ("The kina closed at 8.40 to the dollar.", {"kind": "rate", "per": "dollar"}),
    ("It is 20 pesos to the US dollar.", {"kind": "rate", "unit": "peso", "per": "dollar"}),
    ("There are 30 pupils per class.", {"kind": "count", "per": "class"}),
    ("There are 500 voters per polling station.", {"kind": "count", "per": "polling station"}),
    ("They get $300 for each family.", {"kind": "money", "per": "family"}),
    ("Three entries for each class won.", {"kind": "count", "per": None}),
    ("The team is third in the league.", {"kind": "rank"}),
    ("Holt was a distant third.", {"kind": "rank"}),
    ("It is the third in a week.", {"kind": "ordinal"}),
    ("Fifth-placed Orla won.", {"kind": "rank"}),
    ("Women over 50 years may come.", {"kind": "age", "low": Decimal(50)}),
    ("It runs for 11 km.", {"kind": "measure", "unit": "kilometre"}),
    ("It ran for 18 months.", {"kind": "duration", "unit": "month"}),
    ("The man, aged 61, drove away.", {"kind": "age", "unit": "year"}),
    ("Nearly two-thirds of voters agreed.", {"kind": "fraction", "exactness": "about"}),
    ("Roughly 200 people came.", {"exactness": "about"}),
    ("Hundreds of people came.", {"exactness": "vague"}),
    ("Output tripled.", {"kind": "multiplier"}),
]

CHANGES = [
    ("The index lost 190 points, or 0.6%.", [("change", "down"), ("change", "down")]),
    ("Orlatech cut 350 jobs, or 2% of all.", [("level", None), ("level", None)]),
    ("The port took 610 ships, down on the 745 of last May.", [("to", "down"), ("from", "down")]),
    ("Unemployment fell from 5.1% to 4.8%.", [("from", "down"), ("to", "down")]),
    ("Steel rose from £690 to £1,140.", [("from", "up"), ("to", "up")]),
    ("Passengers fell by 14.5%.", [("change", "down")]),
    ("Shares jumped 9 percent.", [("change", "up")]),
    ("Profits halved.", [("change", "down")]),
    ("They raised the price at least twice, from $12 to $13.", [("level", None), ("from", "up"), ("to", "up")]),
    ("Unemployment went from 5% to 9%.", [("from", "up"), ("to", "up")]),
    ("They trimmed the raise from 5 to 3.5 per cent.", [("from", "down"), ("to", "down")]),
    ("It takes a pay cut from $40 to $30.", [("from", "down"), ("to", "down")]),
    ("The rate rose past 9%.", [("level", None)]),
    ("Sales rose 5% to 9 million, compared to 7 million.", [("change", "up"), ("to", "up"), ("level", None)]),
    ("Output was 167 tonnes, down 2% from 171 tonnes.", [("to", "down"), ("change", "down"), ("from", "down")]),
    ("It closed 2.4% down.", [("change", "down")]),
    ("They raised prices 6%.", [("change", "up")]),
    ("The firm lost $212 million last year.", [("level", None)]),
    ("The firm lost $212 million in value.", [("change", "down")]),
    ("The storm dropped 11 inches of rain.", [("level", None)]),
    ("They lost by 400 votes.", [("level", None)]),
    ("Police widened the search, linking the gang to two raids.", [("level", None)]),
    ("Prices ranged from $4 to $9.", [("level", None)]),
    ("Workers earn from $4 to $9 an hour.", [("level", None)]),
    ("Shares lost 4%.", [("change", "down")]),
    ("The fleet lost 4 ships.", [("level", None)]),
    ("The town has 9 wells.", [("level", None)]),
    ("It costs twice as much.", [("level", None)]),
]


@pytest.mark.parametrize(("text", "value"), VALUES, ids=[text for text, _ in VALUES])
def test_values(text, value):
    (found,) = find_quantities(text)
    assert found.quantity.value == Decimal(value)


@pytest.mark.parametrize(("text", "shown"), MEASURES, ids=[row[0] for row in MEASURES])
def test_figures_have_their_whole_unit(text, shown):
    assert [str(found.quantity) for found in find_quantities(text)] == shown


@pytest.mark.parametrize(("text", "low", "high"), RANGES, ids=[row[0] for row in RANGES])
def test_ranges(text, low, high):
    (found,) = find_quantities(text)
    assert (found.quantity.low, found.quantity.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(("text", "low", "high", "inclusive"), BOUNDS, ids=[row[0] for row in BOUNDS])
def test_bounds(text, low, high, inclusive):
    (found,) = find_quantities(text)
    quantity = found.quantity
    assert (quantity.low, quantity.high) == (low and Decimal(low), high and Decimal(high))
    assert (quantity.low_inclusive if low else quantity.high_inclusive) is inclusive


@pytest.mark.parametrize(("text", "fields"), KINDS, ids=[text for text, _ in KINDS])
def test_kinds_units_and_exactness(text, fields):
    quantity = find_quantities(text)[0].quantity
    assert {name: getattr(quantity, name) for name in fields} == fields


@pytest.mark.parametrize(("text", "changes"), CHANGES, ids=[text for text, _ in CHANGES])
def test_changes(text, changes):
    assert [(found.role, found.direction) for found in find_quantities(text)] == changes


@given(texts())
def test_any_text(text):
    found = find_quantities(text)
    assert found == find_quantities(text)
    assert all(0 <= item.span.start < item.span.end <= len(text) for item in found)
    assert all(item.span.covers(item.core) for item in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("9 in", ["9 in"]),
        ("They sold 9 in", ["9"]),
        ("14.05", ["14.05"]),
        ("14.05 Kell wins.", []),
        ("They saw five\r\rMillion-dollar boats sank.", ["five", "Million-dollar"]),
        ("They saw five\u2028\u2028Million-dollar boats sank.", ["five", "Million-dollar"]),
    ],
)
def test_a_text_may_be_a_figure_alone_and_have_other_line_ends(text, surfaces):
    assert [found.span.cut(text) for found in find_quantities(text)] == surfaces
