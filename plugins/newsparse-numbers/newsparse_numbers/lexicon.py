"""The word lists of ``data/en``, as the stages ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, cast

import attrs

from newsparse.lexicon import lexicon
from newsparse.model import QuantityKind

BLANK = r"[\s\u00a0\u2009\u202f]"
_WITHIN = r"(?:[^\S\n]|\n(?![^\S\n]*\n))+"
"""Blanks inside a phrase: it may be wrapped at a line end, and never crosses an empty line."""
_LEXICON = lexicon(__package__)


@attrs.frozen(kw_only=True)
class Unit:
    """A unit: its singular name, the kind of quantity it makes, and what else its entry says.

    ``unit`` and ``per`` are the parts of a compound one ("mile per hour"); ``pint`` is pint's expression for it, None
    where pint has none; ``smaller`` says how many of which unit make one of it. A symbol in ``touching`` must touch its
    figure; one letter in ``apart`` need not, as all other single letters must. A unit with ``before``
    counts only before one of these words ("two cups of flour").
    """

    kind: QuantityKind
    name: str
    words: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    unit: str | None = None
    per: str | None = None
    pint: str | None = None
    smaller: Mapping[str, Decimal] = attrs.field(factory=dict, hash=False)
    touching: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


def table(name: str) -> dict[str, Any]:
    """A list that says something of each word, by "file.list"."""
    return cast(dict[str, Any], _LEXICON.raw(name))


@cache
def words(*names: str) -> frozenset[str]:
    """The words of lists, each by "file.list"."""
    return frozenset[str]().union(*map(_LEXICON.words, names))


@cache
def endings(name: str) -> tuple[str, ...]:
    """The endings in a list, for ``str.endswith``."""
    return tuple(words(name))


def is_past(word: str) -> bool:
    """Whether a word in small letters is a verb in the past or an auxiliary, as far as the word alone tells."""
    return word.endswith(endings("names.past_endings")) or word in words("names.irregular")


@cache
def months() -> frozenset[str]:
    """Names of months and their abbreviations, in small letters."""
    return words("dates.months", "dates.short_months")


@cache
def owners() -> frozenset[str]:
    """Lemmas of people and bodies that can own what is counted or measured."""
    return words("nouns.people.owner", "nouns.bodies.owner")


@cache
def people() -> frozenset[str]:
    """Lemmas of nouns that mean people and nothing else."""
    groups = words("nouns.people.known", "nouns.people.neutral", "nouns.people.relation", "nouns.people.role")
    return (groups | words("nouns.people.kin", "nouns.people.owner")) - words("nouns.people.thing")


@cache
def values(name: str) -> dict[str, Decimal]:
    """A list that gives a value for each word, by "file.list"."""
    return _LEXICON.values(name)


@cache
def units() -> dict[str, Unit]:
    """The units by name."""
    kinds: dict[QuantityKind, str] = {"measure": "units.measure", "duration": "units.duration"}
    return {name: _unit(kind, name, entry) for kind, key in kinds.items() for name, entry in table(key).items()}


def _unit(kind: QuantityKind, name: str, entry: Mapping[str, Any]) -> Unit:
    return Unit(
        kind=kind,
        name=name,
        words=tuple(entry.get("words", ())),
        symbols=tuple(entry.get("symbols", ())),
        unit=entry.get("unit"),
        per=entry.get("per"),
        pint=entry.get("pint"),
        smaller={other: Decimal(count) for other, count in entry.get("smaller", {}).items()},
        touching=frozenset(entry.get("touching", ())),
        apart=frozenset(entry.get("apart", ())),
        before=frozenset(entry.get("before", ())),
    )


@cache
def unit_surfaces() -> tuple[dict[str, str], dict[str, str]]:
    """The names of the units by their words in lower case, and by their symbols."""
    by_word = {word.lower(): unit.name for unit in units().values() for word in unit.words}
    return by_word, {symbol: unit.name for unit in units().values() for symbol in unit.symbols}


def spaced(surface: str) -> str:
    """``surface`` as the lists have it: single blanks between its parts."""
    return " ".join(surface.split())


def one_of(surfaces: Iterable[str]) -> str:
    """A pattern for any of ``surfaces``, longest first, blanks but no empty line between their parts.

    Those with the same first letter are one branch: at most places of a text only one is looked into.
    """
    branches: dict[str, list[str]] = {}
    for surface in sorted(surfaces, key=lambda surface: (-len(surface), surface)):
        branches.setdefault(surface[0], []).append(re.escape(surface[1:]).replace(r"\ ", _WITHIN))
    return "(?:" + "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in branches.items()) + ")"
