"""The table of countries says what CLDR says, as Babel reads it."""

from __future__ import annotations

import pytest
from babel import Locale
from babel.core import get_global

from newsparse_numbers.attachments.countries import country_code, currency_of, home_currency
from newsparse_numbers.lexicon import table

NAMES = {name: code for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()}
ALIASES = {alias: codes[0] for alias, codes in get_global("territory_aliases").items() if len(codes) == 1}


def in_use(country):
    rows = get_global("territory_currencies").get(country, [])
    return next((code for code, _, until, is_tender in rows if until is None and is_tender), None)


def test_countries_have_the_names_of_cldr():
    assert table("territories.names") == NAMES


def test_every_country_has_the_currency_that_is_in_use_there():
    codes = {*table("territories.names").values(), *table("money.places").values()}
    assert {code: currency_of(code) for code in codes} == {code: in_use(code) for code in codes}


def test_codes_of_three_letters_stand_for_the_same_countries_as_in_cldr():
    known = {alias: code for alias, code in ALIASES.items() if alias.isupper() or alias.isdigit()}
    assert table("territories.aliases") == {alias: code for alias, code in known.items() if code in NAMES.values()}


@pytest.mark.parametrize(
    ("written", "code", "currency"),
    [
        ("NZL", "NZ", "NZD"),
        ("u.k.", "GB", "GBP"),
        ("Germany", "DE", "EUR"),
        ("Sydney", "AU", "AUD"),
        ("356", "IN", "INR"),
        ("XYZ", None, None),
    ],
)
def test_a_country_is_found_by_code_and_by_name(written, code, currency):
    assert (country_code(written), home_currency(written)) == (code, currency)
