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


@cache
def home_currency(country: str | None) -> str | None:
    """The currency of an outlet's country, given by ISO 3166-1 code ("NZ", "NZL") or English name; None if unknown."""
    written = (country or "").strip()
    code = written.upper().replace(".", "")
    named = _by_small_name().get(written.casefold())
    return currency_of(_aliases().get(code, code)) or (currency_of(named) if named else None)


@cache
def _by_small_name() -> dict[str, str]:
    """ISO 3166 codes of countries by what points to them, in small letters."""
    return {name.casefold(): code for name, code in countries().items()}


@cache
def _aliases() -> dict[str, str]:
    """Codes of three letters and other old ones, each with the code of two letters that it stands for."""
    listed = cast(dict[str, list[str]], get_global("territory_aliases"))
    return {alias: codes[0] for alias, codes in listed.items() if len(codes) == 1}
