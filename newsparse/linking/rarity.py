"""How much a word says of what an article is about: more, the fewer articles have it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from itertools import repeat
from zlib import crc32

from newsparse.linking.synonyms import same_words

RAREST = 128
"""A word that is in no list is in one of so many articles."""
HEAVIEST = math.log1p(RAREST + 1)
"""No word counts as much."""


def numbers(words: Iterable[str]) -> frozenset[int]:
    """The numbers by which words are kept, of 32 bits."""
    return frozenset(crc32(word.encode("utf-8", "surrogatepass")) for word in words)


def weight(word: int) -> float:
    """How much a word by its number counts: the logarithm of the number of articles of which one has it, and of one."""
    return _weights().get(word, _UNKNOWN)


def total(words: Iterable[int]) -> float:
    """The weights of words, added up without an error that depends on their order."""
    return math.fsum(map(_weights().get, words, repeat(_UNKNOWN)))


_UNKNOWN = math.log1p(RAREST)


@cache
def _weights() -> Mapping[int, float]:
    """By the number of each common word. The counts are of all news, so that they do not change with the articles."""
    data = resources.files("newsparse").joinpath("data", "linking", "en.json").read_text("utf-8")
    shares = {word: int(share) for share, words in json.loads(data).items() for word in words}
    for word, name in same_words().items():  # those of one meaning are counted as one, by a name of their own
        if word in shares and word != name:
            shares[name] = min(shares[word], shares.get(name, shares[word]))
    return {number: math.log1p(share) for word, share in shares.items() for number in numbers([word])}
