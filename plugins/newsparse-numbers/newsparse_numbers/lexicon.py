"""The word lists of ``lexicon.json``, read once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

import attrs

from newsparse.model import QuantityKind


@attrs.frozen(kw_only=True)
class Unit:
    """What a unit's word means: the kind of quantity it makes, and its singular name."""

    kind: QuantityKind
    name: str


@attrs.frozen
class Lexicon:
    """The lists by name, and what is made of them."""

    lists: dict[str, Any]
    units: dict[str, Unit]

    def values(self, name: str) -> dict[str, Decimal]:
        """A list that gives a value for each word."""
        return {word: Decimal(value) for word, value in self.lists[name].items()}

    def words(self, name: str) -> frozenset[str]:
        """A list of words alone."""
        return frozenset(self.lists[name])


@cache
def lexicon() -> Lexicon:
    """The lexicon."""
    raw = json.loads(resources.files(__package__).joinpath("lexicon.json").read_text("utf-8"))
    units = {
        surface: Unit(kind=kind, name=name)
        for kind, table in raw["units"].items()
        for name, surfaces in table.items()
        for surface in surfaces
    }
    return Lexicon(raw, units)


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, longest first, blanks of any length between their parts."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"
