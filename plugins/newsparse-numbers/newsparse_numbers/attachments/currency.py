"""Currencies: symbols, codes and words, and which currency a shared one ("$", "pesos") means in this text."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from typing import cast

import attrs

from newsparse_numbers.attachments.countries import countries, currency_of
from newsparse_numbers.lexicon import one_of, spaced, table, words
from newsparse_numbers.numerals.phrases import first_words, phrases
from newsparse_numbers.numerals.words import Stream

DOLLAR = "$"
CENT = "¢"
INTERNATIONAL = "USD"
ASSUMED = "numbers.currency.assumed"
OUTLET = "numbers.currency.outlet"
"""Evidence for the currency of a claim that the settings assume, or that the outlet's country decides."""
_TITLE_CHARACTERS = 120
_TITLE_POINTS, _SYMBOL_POINTS, _WORD_POINTS = 3, 4, 2
"""Points of a country in the first line, of a symbol and of a word that show a currency; another country has one."""
_CLEAR_POINTS = 4
"""Points of a currency in a text that stand against that of the outlet's country; see ``Context._gathered``."""
_FAR_MORE = 5
"""How many times as many signs another country has whose article means international dollars by "$"."""
_CLEARLY_MORE = 2
"""How many times as many signs as the usual currency of a word another one must have: rupees are Indian otherwise."""
_BLANKS = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*(?!\n))"
"""What is between words: blanks or a line end, but no empty line."""
_NAME = re.compile(rf"\b[A-Z][\w.]*(?:{_BLANKS}(?:\w\w{_BLANKS})?[A-Z][\w]+)*")
_SIGN_BEHIND = re.compile(r"\s?([€£])")
_CODE_WORDS = 4
"""In how many words and signs before digits a currency's code is looked for."""
_MOST_RUNS = 4096
"""Runs of capitalised words whose currencies are remembered, at most."""
_BARE = re.compile(r"(?<![A-Za-z])\$\d")


@attrs.frozen
class Money:
    """A currency as written: its ISO 4217 ``code``, otherwise the ``family`` of currencies that share the word."""

    code: str | None
    family: str | None = None


def money(surface: str) -> Money:
    """The meaning of a symbol or word from the lexicon."""
    symbols, named = table("money.symbols"), table("money.words")
    written = spaced(surface)
    value = symbols[written] if written in symbols else named[written.lower()]
    if value is None:
        return Money(None, written)
    return Money(None, value) if value in table("money.families") else Money(value)


def national(stream: Stream, index: int) -> tuple[Money, int] | None:
    """The currency of a country by its adjective, and the index after it: "Jordanian dinars"."""
    word = stream[index]
    if word.kind != "word" or word.glued:
        return None
    country = countries().get(word.text.capitalize())
    found = phrases("money.words").starting(stream, index + 1) if country else None
    if country is None or found is None:
        return None
    code, named = currency_of(country), money(found[0])
    members = [named.code, *sharing(named.family or "")]
    return (Money(code), found[1]) if code in members else None


def sharing(family: str) -> list[str]:
    """The codes of the currencies that share a word, those used at home alone included."""
    return [*table("money.families").get(family, []), *table("money.at_home").get(family, [])]


@cache
def _coded() -> re.Pattern[str]:
    """A symbol or code at the end of what is searched."""
    known = [name for name, code in table("money.symbols").items() if code and name not in words("money.hinted")]
    return re.compile(rf"(?<![\w$])({one_of(known)})\s?\Z")


@cache
def _marked() -> re.Pattern[str]:
    """Dollars with their country: "US$5"."""
    known = [surface for surface in table("money.symbols") if len(surface) > 1 and surface[-1] == DOLLAR]
    return re.compile(rf"(?<![A-Za-z])({one_of(name for name in known if ' ' not in name)})(?=\s?\d)")


@cache
def _letters() -> re.Pattern[str]:
    """Letters that are currencies, before amounts with cents or a scale."""
    scales = one_of([*table("numerals.magnitudes"), *words("money.scales")])
    return re.compile(
        rf"(?<![\w$])({one_of(words('money.hinted'))})(?=\d)[\d,]*(?:\d\.\d\d\b|\d(?:\.\d+)?\s?{scales}\b)"
    )


def _first(name: str) -> str:
    """The first letters of a list, which rule most places of a text out at once."""
    return "".join(sorted({word[0] for word in words(name)}))


@cache
def _worded() -> re.Pattern[str]:
    known = one_of(table("money.evidence"))
    first = _first("money.evidence")
    return re.compile(rf"(?<!\w)(?=[{first}]){known}(?!\w)")


@cache
def _declaring() -> re.Pattern[str]:
    """A note on all amounts of a text: "all figures are in Canadian dollars"."""
    named = one_of(name for name, code in table("money.words").items() if code not in table("money.families"))
    return re.compile(rf"\b{one_of(words('money.declared'))}\s+({named})\b", re.IGNORECASE)


@cache
def _american() -> re.Pattern[str]:
    american = one_of(words("money.us_words"))
    first = _first("money.us_words")
    return re.compile(rf"\b(?=[{first}]){american}\b")


@cache
def _with_dollar_sign() -> frozenset[str]:
    return frozenset(code for family in table("money.dollar_signs") for code in table("money.families")[family])


class Context:
    """What a text says about the currency that its shared symbols mean; read when first asked."""

    def __init__(self, stream: Stream, default: str | None = None, home: str | None = None) -> None:
        """``stream`` are the words of the text; ``home`` is the currency of the outlet's country.

        ``default`` is what to assume for "$" in a text without signs of a country with dollars.
        """
        self._stream, self._text, self._default, self._home = stream, stream.text, default, home
        self._evidence: Counter[str] | None = None
        self._marked: set[str] = set()
        self._abroad: set[str] = set()
        self._known: dict[str, tuple[str | None, str]] = {}

    def resolve(self, found: Money) -> str | None:
        """The ISO code, or None when the text leaves it open."""
        return self._resolution(found)[0]

    def basis(self, found: Money) -> str:
        """What besides the text decides the currency: ``OUTLET``, ``ASSUMED`` for the default, "" for nothing else."""
        return self._resolution(found)[1]

    def _resolution(self, found: Money) -> tuple[str | None, str]:
        if found.family is None:
            return found.code, ""
        if found.family not in self._known:
            declared = self._declared & set(table("money.families").get(found.family, []))
            decided = (min(declared), "") if len(declared) == 1 else self._at_home(found.family)
            self._known[found.family] = decided or self._resolved(found.family)
        return self._known[found.family]

    @cached_property
    def _declared(self) -> set[str]:
        if not self._stream.mentions(first_words("money.declared")):
            return set()
        return {table("money.words")[spaced(match.group(1).lower())] for match in _declaring().finditer(self._text)}

    def cents(self) -> bool:
        """Whether the text is about a country with cents."""
        counts = self._counts()
        codes: list[str] = table("money.families")[CENT]
        return any(counts[code] or code == self._home for code in codes)

    def shows(self, found: Money) -> bool:
        """Whether anything in the text points to the currency, or it is the outlet's own."""
        return found.code is not None and (found.code == self._home or self._counts()[found.code] > 0)

    def letters(self, symbol: str) -> bool:
        """Whether the letter ``symbol`` is before an amount that only money has, with a scale or cents: "R18.50"."""
        return symbol in self._lettered

    @cached_property
    def _lettered(self) -> frozenset[str]:
        return frozenset(match.group(1) for match in _letters().finditer(self._text))

    def name(self, found: Money) -> str | None:
        """The singular name of a family of currencies: "dollar", "peso"."""
        return cast(dict[str, str], table("money.names")).get(found.family or "", found.family)

    def sterling(self) -> bool:
        """Whether the text is about British money, so that "pounds" are not weights."""
        counts = self._counts()
        return counts["GBP"] > 0 and (counts["GBP"] >= counts["USD"] or "£" in self._text)

    def _at_home(self, family: str) -> tuple[str | None, str] | None:
        """The currency of the outlet's country, open where the text clearly points to others; None if it is no member.

        A text that marks a currency (US$) means another one by the bare symbol, even if it is the outlet's own.
        """
        counts = self._counts()
        members = sharing(family)
        if self._home is None or self._home not in members or self._home in self._abroad:
            return None
        ranked = [item for item in self._ranked(family) if item[1] not in self._marked - {self._home}]
        if ranked and ranked[0][0] >= max(_CLEAR_POINTS, counts[self._home] + 1):
            return None, ""
        decided = bool(ranked) and self._told(ranked) == self._home
        return self._home, "" if decided else OUTLET

    def _resolved(self, family: str) -> tuple[str | None, str]:
        """What the text says, or what is assumed where it says nothing."""
        ranked = self._ranked(family)
        usual = cast(dict[str, str], table("money.defaults")).get(family)
        if usual and ranked and self._counts()[usual] * _CLEARLY_MORE > ranked[0][0]:
            return usual, ""
        if ranked and not (family == DOLLAR and self._abroad_by(ranked[0][0])):
            return self._told(ranked), ""
        if family == DOLLAR:
            return (INTERNATIONAL, "") if ranked or self._foreign() else self._assumed_dollar()
        return self._cent() if family == CENT else (usual, "")

    def _assumed_dollar(self) -> tuple[str | None, str]:
        """The dollar of a text that shows signs of no country, by where its outlet is."""
        if self._home is not None and self._home not in _with_dollar_sign():
            return INTERNATIONAL, OUTLET
        return self._default, ASSUMED if self._default else ""

    def _cent(self) -> tuple[str | None, str]:
        """Cents of a text that shows signs of no country: those of the international dollar, if "$" means that."""
        dollar, basis = self._known.get(DOLLAR) or self._at_home(DOLLAR) or self._resolved(DOLLAR)
        return (dollar, basis) if dollar == INTERNATIONAL else (None, "")

    @staticmethod
    def _told(ranked: list[tuple[int, str]]) -> str | None:
        """The currency that a text points to most; None where there are two."""
        return ranked[0][1] if len(ranked) == 1 or ranked[0][0] > ranked[1][0] else None

    def _abroad_by(self, points: int) -> bool:
        """Whether a country whose money has another sign has far more signs in the text than any with dollars."""
        others = (count for code, count in self._counts().items() if code not in _with_dollar_sign())
        return max(others, default=0) >= _FAR_MORE * points

    def _foreign(self) -> bool:
        """Whether the text is about countries whose money has another sign: "$" is the international dollar there."""
        return any(code not in _with_dollar_sign() for code, count in self._counts().items())

    def _ranked(self, family: str) -> list[tuple[int, str]]:
        """The currencies of a family that the text shows signs of, the clearest first."""
        counts = self._counts()
        codes: list[str] = table("money.families").get(family, [])
        return sorted(((counts[code], code) for code in codes if counts[code]), reverse=True)

    def _counts(self) -> Counter[str]:
        if self._evidence is None:
            self._evidence = self._gathered()
        return self._evidence

    def _gathered(self) -> Counter[str]:
        """How much the text points to each currency."""
        counts = self._countries()
        for sign in self._signs().values():
            if meant := table("money.symbols").get(spaced(sign)):
                counts[meant] += _SYMBOL_POINTS
        if self._stream.mentions(first_words("money.evidence")):
            for match in _worded().finditer(self._text.lower()):
                counts[table("money.evidence")[spaced(match.group())]] += _WORD_POINTS
        if DOLLAR in self._text:
            self._marked = {table("money.symbols")[match.group(1)] for match in _marked().finditer(self._text)}
            if _BARE.search(self._text):
                self._without_marked(counts)
        if counts["USD"] or not any(counts[code] for code in table("money.families")[DOLLAR]):
            counts["USD"] += self._american_words()
        return counts

    def _countries(self) -> Counter[str]:
        """The points of the countries that the text names."""
        counts: Counter[str] = Counter()
        first = self._text.find("\n") if "\n" in self._text else _TITLE_CHARACTERS
        for match in _NAME.finditer(self._text):
            for code in _currencies(spaced(match.group())):
                counts[code] += _TITLE_POINTS if match.start() < first else 1
        return counts

    def _american_words(self) -> int:
        """How often words and spellings of the United States occur."""
        if not self._stream.mentions(first_words("money.us_words")):
            return 0
        return sum(1 for _ in _american().finditer(self._text.lower()))

    def _signs(self) -> dict[int, str]:
        """The symbols and codes right before digits, and the signs right after them, by place."""
        found: dict[int, str] = {}
        text, stream = self._text, self._stream
        for index in stream.numbers:
            near, (start, end) = stream[max(0, index - _CODE_WORDS)][0], stream[index][:2]
            sought = [_coded().search(text, near, start)] if text[start].isdecimal() else []
            sought += [_SIGN_BEHIND.match(text, end)] if text[end - 1].isdecimal() else []
            for match in filter(None, sought):
                found.setdefault(match.start(1), match.group(1))
        return found

    def _without_marked(self, counts: Counter[str]) -> None:
        """A text that marks a dollar as foreign (A$) means another one by "$"; US$ only if another is named."""
        others = any(counts[code] for code in table("money.families")[DOLLAR] if code not in self._marked)
        for code in self._marked:
            if others or code != INTERNATIONAL:
                counts[code] = 0
                self._abroad.add(code)


@lru_cache(maxsize=_MOST_RUNS)
def _currencies(run: str) -> tuple[str, ...]:
    """The currencies of the countries that a run of capitalised words names, each as often as that."""
    named = _names(run if run in countries() else run.rstrip("."))
    return tuple(code for name in named if (code := currency_of(countries()[name])))


def _names(run: str) -> list[str]:
    """The names of countries in a run of capitalised words."""
    return [run] if run in countries() else list(_parts(run.split()))


def _parts(parts: list[str]) -> Iterator[str]:
    for part in (*parts, *map(" ".join, itertools.pairwise(parts))):
        if part in countries():
            yield part
        elif part.title() in countries():
            yield part.title()  # a dateline: "SYDNEY"
