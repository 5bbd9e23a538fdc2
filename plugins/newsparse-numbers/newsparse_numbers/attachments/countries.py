"""Countries by what points to them, and the currency of each: names, codes and currencies of CLDR."""

from __future__ import annotations

from functools import cache

from newsparse_numbers.lexicon import table


@cache
def countries() -> dict[str, str]:
    """ISO 3166 codes of countries by English name, and of what points to them ("Sydney", "American")."""
    people = {
        word: code
        for name in ("countries.demonyms", "countries.parties")
        for code, members in table(name).items()
        for word in members
    }
    return {**table("territories.names"), **people, **table("money.places")}


def currency_of(country: str) -> str | None:
    """The currency in use in a country (ISO 3166), the latest that CLDR knows."""
    return table("territories.currencies").get(country)


def country_code(country: str | None) -> str | None:
    """The ISO 3166-1 code of two letters of a country, given by such a code, one of three or its English name."""
    written = (country or "").strip()
    code = written.upper().replace(".", "")
    code = table("territories.aliases").get(code, code)
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
