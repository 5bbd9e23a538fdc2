"""How much a word says of what an article is about: more, the fewer articles have it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from zlib import crc32

RAREST = 128
"""A word that is in no list is in one of so many articles."""


def numbers(words: Iterable[str]) -> frozenset[int]:
    """The numbers by which words are kept, of 32 bits."""
    return frozenset(crc32(word.encode("utf-8", "surrogatepass")) for word in words)


def weight(word: int) -> float:
    """How much a word by its number counts: the logarithm of the number of articles of which one has it, and of one."""
    return _weights().get(word, _UNKNOWN)


def total(words: Iterable[int]) -> float:
    """The weights of words, added up without an error that depends on their order."""
    return math.fsum(map(weight, words))


_UNKNOWN = math.log1p(RAREST)


@cache
def _weights() -> Mapping[int, float]:
    """By the number of each common word. The counts are of all news, so that they do not change with the articles."""
    data = resources.files("newsparse").joinpath("data", "linking", "en.json").read_text("utf-8")
    shares: dict[str, list[str]] = json.loads(data)
    return {number: math.log1p(int(share)) for share, words in shares.items() for number in numbers(words)}
