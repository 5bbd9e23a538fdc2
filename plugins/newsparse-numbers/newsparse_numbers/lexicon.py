"""The word lists of ``data/``, read once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, cast

import attrs

from newsparse.model import QuantityKind

FILES = ("numerals", "bounds", "money", "changes", "names", "frames", "measures", "shares")
BLANK = r"[\s\u00a0\u2009\u202f]"
_WITHIN = r"(?:[^\S\n]|\n(?![^\S\n]*\n))+"
"""Blanks inside of a phrase: it may be wrapped at a line end, and never crosses an empty line."""


@attrs.frozen(kw_only=True)
class Unit:
    """A unit: the kind of quantity it makes, its singular name, and pint's expression for it where pint has one."""

    kind: QuantityKind
    name: str
    pint: str | None = None

    @property
    def per(self) -> bool:
        """Whether it is a unit with a denominator of its own: "mile per hour"."""
        return self.name.rpartition(" per ")[2] in ("hour", "second", "gallon")


@cache
def _file(name: str) -> dict[str, Any]:
    return cast(
        dict[str, Any], json.loads(resources.files(__package__).joinpath(f"data/{name}.json").read_text("utf-8"))
    )


@cache
def _lists() -> dict[str, Any]:
    return {f"{name}.{key}": value for name in FILES for key, value in _file(name).items()}


def table(name: str) -> dict[str, Any]:
    """A list that says something of each word, by "file.list"."""
    return cast(dict[str, Any], _lists()[name])


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list, by "file.list"."""
    return frozenset(_lists()[name])


@cache
def values(name: str) -> dict[str, Decimal]:
    """A list that gives a value for each word, by "file.list"."""
    return {word: Decimal(value) for word, value in table(name).items()}


@cache
def units() -> dict[str, Unit]:
    """The units by name."""
    tables = _file("units")
    return {
        name: Unit(kind=cast(QuantityKind, kind), name=name, pint=entry.get("pint"))
        for kind, units_of_kind in tables.items()
        for name, entry in units_of_kind.items()
    }


@cache
def unit_surfaces() -> tuple[dict[str, str], dict[str, str]]:
    """The names of the units by their words in lower case, and by their symbols."""
    entries = [(name, entry) for units_of_kind in _file("units").values() for name, entry in units_of_kind.items()]
    by_word = {word.lower(): name for name, entry in entries for word in entry.get("words", ())}
    return by_word, {symbol: name for name, entry in entries for symbol in entry.get("symbols", ())}


def spaced(surface: str) -> str:
    """``surface`` as the lists have it: single blanks between its parts."""
    return " ".join(surface.split())


def one_of(surfaces: Iterable[str]) -> str:
    """A pattern for any of ``surfaces``, longest first, blanks of any length but no empty line between their parts."""
    ordered = sorted(surfaces, key=lambda surface: (-len(surface), surface))
    return "(?:" + "|".join(re.escape(surface).replace(r"\ ", _WITHIN) for surface in ordered) + ")"
