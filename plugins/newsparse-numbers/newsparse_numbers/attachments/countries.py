"""Countries by what points to them, and the currency of each: names and currencies of CLDR, read through Babel."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from babel import Locale
from babel.core import get_global

from newsparse_numbers.lexicon import table

_CODE_LETTERS = 2


@cache
def countries() -> dict[str, str]:
    """ISO 3166 codes of countries by English name, and of what points to them ("Sydney", "American")."""
    locale = Locale("en")
    named = {name: code for code, name in locale.territories.items() if len(code) == _CODE_LETTERS and code.isalpha()}
    people = {
        word: code
        for name in ("countries.demonyms", "countries.parties")
        for code, members in table(name).items()
        for word in members
    }
    return {**named, **people, **table("money.places")}


@cache
def currency_of(country: str) -> str | None:
    """The currency in use in a country (ISO 3166), the latest that CLDR knows."""
    rows = cast(dict[str, list[Any]], get_global("territory_currencies")).get(country, [])
    current = [row[0] for row in rows if row[2] is None and row[3]]
    return current[0] if current else None


def country_code(country: str | None) -> str | None:
    """The ISO 3166-1 code of two letters of a country, given by such a code, one of three or its English name."""
    written = (country or "").strip()
    code = written.upper().replace(".", "")
    code = _aliases().get(code, code)
    return code if code in _codes() else _by_small_name().get(written.casefold())


def home_currency(country: str | None) -> str | None:
    """The currency of an outlet's country, which is given as for ``country_code``; None if it is unknown."""
    code = country_code(country)
    return currency_of(code) if code else None


@cache
def _codes() -> frozenset[str]:
    return frozenset(countries().values())


@cache
def _by_small_name() -> dict[str, str]:
    """ISO 3166 codes of countries by what points to them, in small letters."""
    return {name.casefold(): code for name, code in countries().items()}


@cache
def _aliases() -> dict[str, str]:
    """Codes of three letters and other old ones, each with the code of two letters that it stands for."""
    listed = cast(dict[str, list[str]], get_global("territory_aliases"))
    return {alias: codes[0] for alias, codes in listed.items() if len(codes) == 1}
