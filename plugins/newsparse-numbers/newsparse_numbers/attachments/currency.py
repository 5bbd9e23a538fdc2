"""Currencies: symbols, codes and words, and which currency a shared one ("$", "pesos") means in this text.

Country names and their currencies are those of CLDR, read through Babel.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import cache
from typing import Any, cast

import attrs
from babel import Locale
from babel.core import get_global

from newsparse_numbers.lexicon import BLANK, one_of, spaced, table, words

OPEN = frozenset(["$", "¥", "kr", "Rs", "Sh", "¢", "peso", "franc", "dirham", "riyal", "dinar"])
"""What may stand for several currencies."""
SIGNS = {"¥": "yen", "kr": "crown"}
_NAME = re.compile(r"\b[A-Z][\w.]*(?:[ ](?:of[ ])?[A-Z][\w]+)*")
_CENTS = "¢"
_BARE = re.compile(r"(?<![A-Za-z])\$\d")
_MARKED = re.compile(r"(?<![A-Za-z])(?:US|AU?|CA?|HK|NZ|S|NT)\$(?=\s?\d)")


@attrs.frozen
class Money:
    """A currency as written: ``code`` by ISO 4217, or else the ``family`` of currencies that share the word."""

    code: str | None
    family: str | None = None


def money(surface: str) -> Money:
    """What a symbol or word from the lexicon stands for."""
    symbols, named = table("money.symbols"), table("money.words")
    written = spaced(surface)
    value = symbols[written] if written in symbols else named[written.lower()]
    if value is None:
        return Money(None, written)
    return Money(None, value) if value in OPEN else Money(value)


@cache
def countries() -> dict[str, str]:
    """ISO 3166 codes of countries by English name, and of what stands for them ("Sydney", "American")."""
    locale = Locale("en")
    named = {name: code for code, name in locale.territories.items() if len(code) == 2 and code.isalpha()}
    return {**named, **table("money.demonyms")}


@cache
def currency_of(country: str) -> str | None:
    """The currency in use in a country (ISO 3166), the latest that CLDR knows."""
    rows = cast(dict[str, list[Any]], get_global("territory_currencies")).get(country, [])
    current = [row[0] for row in rows if row[2] is None and row[3]]
    return current[0] if current else None


@cache
def _families() -> dict[str, tuple[str, ...]]:
    both = {**table("money.families"), **table("money.families_by_word")}
    return {name: tuple(codes) for name, codes in both.items()}


@cache
def _coded() -> re.Pattern[str]:
    known = [surface for surface, code in table("money.symbols").items() if code]
    return re.compile(rf"(?<![\w$])({one_of(known)})(?=\s?\d)|(?<=\d)\s?({one_of(['€', '£'])})")


@cache
def _american() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(words('money.us_words'))}\b", re.IGNORECASE)


class Context:
    """What a text says about the currency that its shared symbols mean; read when first asked."""

    def __init__(self, text: str, default: str | None = "USD") -> None:
        """``default`` is what "$" means in a text that names no country with dollars of its own."""
        self._text, self._default = text, default
        self._evidence: Counter[str] | None = None
        self._known: dict[str, str | None] = {}

    def resolve(self, found: Money) -> str | None:
        """The ISO code, or None when the text leaves it open."""
        if found.code is not None or found.family is None:
            return found.code
        if found.family not in self._known:
            self._known[found.family] = self._resolved(found.family)
        return self._known[found.family]

    def name(self, found: Money) -> str | None:
        """The singular name of a family of currencies: "dollar", "peso"."""
        return cast(dict[str, str], table("money.names")).get(found.family or "", found.family)

    def sterling(self) -> bool:
        """Whether the text writes of British money, so that "pounds" are no weights."""
        counts = self._counts()
        return counts["GBP"] > 0 and (counts["GBP"] >= counts["USD"] or "£" in self._text)

    def _resolved(self, family: str) -> str | None:
        counts = self._counts()
        codes = _families().get(family, ())
        ranked = sorted(((counts[code], code) for code in codes if counts[code]), reverse=True)
        if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
            return ranked[0][1]
        if ranked:
            return None
        if family == "$":
            return self._default
        if family == _CENTS:
            return "USD" if self._resolved("$") == "USD" and "€" not in self._text else None
        return {"¥": "JPY", "Rs": "INR"}.get(family)

    def _counts(self) -> Counter[str]:
        if self._evidence is None:
            self._evidence = self._gathered()
        return self._evidence

    def _gathered(self) -> Counter[str]:
        """One point for a country named, three in the first line, four for a symbol that can mean nothing else."""
        counts: Counter[str] = Counter()
        first = self._text.find("\n") if "\n" in self._text else 120
        for match in _NAME.finditer(self._text):
            for name in _names(match.group().rstrip(".") if match.group() not in countries() else match.group()):
                code = currency_of(countries()[name])
                if code:
                    counts[code] += 3 if match.start() < first else 1
        for match in _coded().finditer(self._text):
            code = table("money.symbols").get(spaced(match.group(1) or match.group(2)))
            if code:
                counts[code] += 4
        if counts["USD"]:
            counts["USD"] += sum(1 for _ in _american().finditer(self._text))
        if _BARE.search(self._text):
            for match in _MARKED.finditer(self._text):  # who marks a dollar as foreign means another one by "$"
                counts[table("money.symbols")[match.group()]] = 0
        return counts


def _names(words_: str) -> list[str]:
    """The names of countries in a run of capitalised words."""
    if words_ in countries():
        return [words_]
    parts = words_.split()
    return [part for part in (*parts, *map(" ".join, itertools.pairwise(parts))) if part in countries()]


@cache
def before_pattern() -> re.Pattern[str]:
    """A symbol or code that ends where a numeral begins."""
    return re.compile(rf"(?<![A-Za-z$€£])({one_of(table('money.symbols'))}){BLANK}?$")


@cache
def after_pattern() -> re.Pattern[str]:
    """A currency's word, code or symbol behind a numeral: "euros", "USD", "€"."""
    named = one_of(table("money.words"))
    signs = one_of(["€", "£", "₽", "₴", "zł", "kr", "Kč", "Ft", "CHF", "RMB", "NOK", "SEK", "DKK", "PLN", "HK$", "US$"])
    return re.compile(rf"(?:{BLANK}|-)*(?:(?P<word>(?i:{named}))(?!\w)|(?P<sign>{signs})(?!\w))")


@cache
def minor_pattern() -> re.Pattern[str]:
    """Hundredths of a currency behind a numeral: "cents", "p"."""
    long = one_of([word for word in table("money.minor") if len(word) > 1])
    return re.compile(rf"(?:(?:{BLANK}|-)*(?P<long>(?i:{long}))|(?P<short>[pc¢]))(?!\w)")
