"""What the class names, ids and opening words of news pages mean: data files, read once."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, cast

Use = Literal[
    "furniture",
    "consent",
    "byline",
    "hidden",
    "caption",
    "credit",
    "quote",
    "pull",
    "signature",
    "post",
    "poster",
    "reactions",
    "live",
    "standfirst",
    "wall",
]

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_NAMES = 60
"""No real element has as many names; a hostile one costs no more than this."""


def _file(name: str) -> dict[str, list[str]]:
    text = resources.files("newsparse.readers.html").joinpath(name).read_text("utf-8")
    return {use: words for use, words in json.loads(text).items() if use != "about"}


@cache
def tags(use: Literal["unseen", "unseen-blocks", "inline"]) -> frozenset[str]:
    """The elements whose words are never read (struck-out ones are withdrawn), or those that stand within a line."""
    return frozenset(_file("elements.json")[use])


@cache
def _phrases() -> dict[str, frozenset[Use]]:
    """What each phrase of class names says."""
    table: dict[str, set[Use]] = {}
    for use, phrases in _file("tokens.json").items():
        for phrase in phrases:
            table.setdefault(phrase, set()).add(cast("Use", use))
    return {phrase: frozenset(found) for phrase, found in table.items()}


@cache
def _longest() -> int:
    return max(phrase.count("-") + 1 for phrase in _phrases())


@cache
def _openings() -> dict[str, re.Pattern[str]]:
    return {use: re.compile("|".join(words), re.IGNORECASE) for use, words in _file("phrases.json").items()}


def uses(names: str) -> frozenset[Use]:
    """What an element with these class names and ids is for, by all words of each name ("article__read-more")."""
    found: frozenset[Use] = frozenset()
    return found.union(*(_uses(name) for name in names.split()[:_NAMES]))


@lru_cache(maxsize=8192)
def _uses(name: str) -> frozenset[Use]:
    words = [word.lower() for word in _WORDS.findall(name[:200])]
    table, found = _phrases(), set[Use]()
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _longest()) + 1):
            found |= table.get("-".join(words[start:end]), frozenset())
    return frozenset(found)


def opens(text: str, use: Literal["furniture", "post"]) -> bool:
    """Whether a paragraph begins the way that furniture of a page or of an embedded post does."""
    return _openings()[use].match(text) is not None


def poster(text: str) -> str | None:
    """The author whom a post's last line names ("A post shared by Ada Brook"), or None for another line."""
    found = _openings()["poster"].match(text)
    return found["name"] if found else None


def mentions_wall(text: str) -> bool:
    """Whether a paragraph has the words of a paywall's message anywhere."""
    return _openings()["wall"].search(text) is not None
