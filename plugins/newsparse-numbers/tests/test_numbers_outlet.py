"""What the country of the outlet decides: the currency of symbols and words that several countries share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.model import Document, Meta
from newsparse_numbers import NumberExtractor, find_quantities
from newsparse_numbers.attachments.countries import home_currency

CURRENCIES = [
    ("It cost $15m.", "NZ", "NZD"),
    ("It cost $15m.", "New Zealand", "NZD"),
    ("It cost $15m.", "nzl", "NZD"),
    ("It cost $15m.", "U.S.", "USD"),
    ("It cost $15m.", "BM", "BMD"),
    ("It cost 15 dollars and 20 cents.", "CA", "CAD"),
    ("It cost five bucks.", "AU", "AUD"),
    ("A toffee costs 10¢.", "CA", "CAD"),
    ("It cost 15 million pesos.", "PH", "PHP"),
    ("It cost 15 million kr.", "NO", "NOK"),
    ("It cost 500 rupees.", "PK", "PKR"),
    ("It cost ¥500.", "CN", "CNY"),
    ("It cost R500.", "ZA", "ZAR"),
    ("It cost $15m, aides in Washington said.", "CA", "CAD"),
    ("It cost US$5m at first and $15m in the end.", "CA", "CAD"),
    ("It cost A$5m at first and $15m in the end.", "NZ", "NZD"),
    ("It cost $15m.", "GB", "USD"),
    ("It cost £15m.", "US", "GBP"),
    ("It cost $15m. All figures are in Canadian dollars.", "US", "CAD"),
]
OPEN = [
    ("It cost $15m.", None),
    ("It cost $15m.", ""),
    ("It cost $15m.", "Atlantis"),
    ("It cost $15m.", "MX"),
    ("It cost A$5m at first and $15m in the end.", "AU"),
    ("Sydney, Perth and Melbourne pay, Australians were told: it cost $15m.", "US"),
]


@pytest.mark.parametrize(("text", "country", "code"), CURRENCIES)
def test_the_outlets_country_decides_a_shared_currency(text, country, code):
    assert find_quantities(text, country=country)[-1].quantity.currency == code


@pytest.mark.parametrize(("text", "country"), OPEN)
def test_a_currency_stays_open_without_a_known_country_or_against_the_text(text, country):
    quantity = find_quantities(text, country=country)[-1].quantity
    assert (quantity.currency, quantity.unit) == (None, "dollar")


def test_the_outlets_country_goes_before_the_assumed_dollar():
    found = find_quantities("It cost $15m.", country="SG", dollar="USD")[0]
    assert (found.quantity.currency, found.basis) == ("SGD", "numbers.currency.outlet")


def test_pounds_in_a_british_paper_may_still_be_weights():
    assert find_quantities("He lost 20 pounds.", country="GB")[0].quantity.kind == "measure"


def test_the_claim_says_that_the_country_decided():
    document = Document(text="It cost $15m.", meta=Meta(country="NZ")).with_layer("tokens", [])
    claim = next(iter(NumberExtractor().extract(document)))
    assert ("currency", "numbers.currency.outlet") in {(item.part, item.rule) for item in claim.evidence}


@given(st.text(max_size=30))
def test_any_words_may_stand_for_a_country(country):
    code = home_currency(country)
    assert code is None or len(code) == 3


@pytest.mark.parametrize(("helpers", "currency"), [("Canada", "USD"), ("Canada, yes, Canada, and Canada", "CAD")])
def test_a_country_named_in_passing_does_not_decide_what_a_dollar_is_elsewhere(helpers, currency):
    text = f"Ghana pays for its mines.\nThe mines of Ghana cost $15m, with help from {helpers}. Now Ghana hopes."
    assert find_quantities(text)[0].quantity.currency == currency


@pytest.mark.parametrize("blank", ["\t", "\r\n", " \n ", "  "])
@pytest.mark.parametrize(
    "text",
    [
        "Fares rose to $10 after years of US dollars.",
        "All amounts are in Canadian dollars. Fares rose to $10.",
        "Figures in Australian dollars. Fares rose to $10.",
        "A ferry in New Zealand costs $10.",
    ],
)
def test_which_dollars_a_text_means_does_not_depend_on_its_blanks(text, blank):
    for word in ("Canadian", "Australian", "US", "New"):
        other = text.replace(f"{word} ", f"{word}{blank}")
        assert [item.quantity for item in find_quantities(other)] == [item.quantity for item in find_quantities(text)]


def test_the_text_itself_tells_the_currency_where_it_names_the_outlets_country():
    found = find_quantities("In Sydney it cost $15m.", country="AU")[0]
    assert (found.quantity.currency, found.basis) == ("AUD", "")
