"""Invents names of the world's news: people of many cultures, organizations, facilities, products, works and laws.

``data/names.json`` has common given names and surnames by culture, words, and patterns by class and kind, all written
for this project. A pattern has words in braces, "{family} & Partners"; each is replaced by an entry of that list, which
may be a pattern itself.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypedDict, cast

import attrs

WORD = re.compile(r"\w+")
HOLE = re.compile(r"\{(\w+)\}")
SAME_KIND = 0.75
"""How often a name is replaced by one of its own kind, a court by a court, where its words tell the kind."""


class Culture(TypedDict):
    """Names of people: ``weight`` says how often they are drawn, ``short`` which part stands for the whole."""

    weight: int
    given: list[str]
    family: list[str]
    forms: list[str]
    short: str


class Kind(TypedDict):
    """Patterns of one kind of names, which a word or name in ``cues`` tells ("{city}" for a whole list).

    ``article`` says whether "the" comes before them, None if it may; ``quoted`` whether quotation marks may.
    """

    weight: int
    cues: list[str]
    article: bool | None
    quoted: bool
    forms: list[str]


class Data(TypedDict):
    """``data/names.json``; ``article`` is the word "the"."""

    article: str
    cultures: dict[str, Culture]
    words: dict[str, list[str]]
    kinds: dict[str, dict[str, Kind]]
    lines: list[str]
    capitals: list[str]


@attrs.frozen
class Person:
    """An invented person: the full name, the short name that follows it in articles, and the parts."""

    text: str
    short: str
    given: str
    family: str
    culture: str


@cache
def data() -> Data:
    """The names, words and patterns."""
    return cast("Data", json.loads(Path(__file__).with_name("data").joinpath("names.json").read_text("utf-8")))


@cache
def _weights() -> tuple[list[str], list[int]]:
    cultures = data()["cultures"]
    return list(cultures), [culture["weight"] for culture in cultures.values()]


def culture(rng: random.Random) -> str:
    """The name of a culture."""
    names, weights = _weights()
    return rng.choices(names, weights)[0]


def person(rng: random.Random, *, of: str = "", family: str = "") -> Person:
    """A person of the culture ``of`` and the surname ``family``, or of any."""
    name = of or culture(rng)
    people = data()["cultures"][name]
    parts: dict[str, list[str]] = {"given": [], "family": []}

    def part(hole: re.Match[str]) -> str:
        key = hole[1]
        if key == "family" and family and not parts[key]:
            value = family
        elif key in parts:
            value = rng.choice(people["given"] if key == "given" else people["family"])
        else:
            value = expanded(hole[0], rng)
            parts["given"].append(value)
            return value
        parts[key].append(value)
        return value

    text = HOLE.sub(part, rng.choice(people["forms"]))
    last = text.rpartition(" ")[2]
    families = parts["family"] or [last]
    shorts = {"family": families[-1], "first": families[0], "given": (parts["given"] or [last])[0], "last": last}
    return Person(text, shorts[people["short"]], (parts["given"] or [text])[0], families[0], name)


def expanded(pattern: str, rng: random.Random) -> str:
    """``pattern`` with an entry for each word in braces; all names of people in it are of one culture."""
    return _filled(pattern, rng, culture(rng))


def _filled(pattern: str, rng: random.Random, of: str) -> str:
    known = data()

    def entry(hole: re.Match[str]) -> str:
        key = hole[1]
        if key in known["words"]:
            return _filled(rng.choice(known["words"][key]), rng, of)
        people = known["cultures"].get(key) or known["cultures"][of]
        return rng.choice(people["family"] if key == "family" else people["given"])

    return HOLE.sub(entry, pattern)


def invented(label: str, rng: random.Random, *, kind: str = "") -> str:
    """A name of the class ``label``, of the kind ``kind`` or any."""
    kinds = data()["kinds"][label]
    return expanded(rng.choice(kinds[kind or drawn(kinds, rng)]["forms"]), rng)


def drawn(kinds: Mapping[str, Kind], rng: random.Random) -> str:
    """The name of one of ``kinds``."""
    return rng.choices(list(kinds), [kind["weight"] for kind in kinds.values()])[0]


def kind_like(label: str, words: Sequence[str], rng: random.Random, *, article: bool, quoted: bool) -> str:
    """A kind for a name that replaces one of ``words``, with "the" or a quotation mark before it or without."""
    kinds = data()["kinds"][label]
    fitting = [name for name in kinds if not _cues(label, name).isdisjoint([*words, " ".join(words)])]
    if fitting and rng.random() < SAME_KIND:
        return rng.choice(fitting)
    cited = {name: kind for name, kind in kinds.items() if kind["quoted"] and quoted}
    same = {name: kind for name, kind in kinds.items() if kind["article"] in (article, None)}
    return drawn(cited or same or kinds, rng)


@cache
def _cues(label: str, kind: str) -> frozenset[str]:
    known = data()
    given = known["kinds"][label][kind]["cues"]
    return frozenset(cue for item in given for cue in known["words"].get(item.strip("{}"), [item]))


def initials(name: str) -> str:
    """The capitals with which the words of ``name`` begin: "NHRC"."""
    return "".join(word[0] for word in WORD.findall(name) if word[0].isupper())
