"""Names as they are compared: whether two may be names of one person or one body, from their words alone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from newsparse.lexicon import SHARED, lexicon

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s\b|['’]$")
LEAST_ACRONYM = 2


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name without case, diacritics, dots, hyphens and titles: ("denise", "harrow")."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", name).casefold().replace("’", "'"))
    words = _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)).replace(".", ""))
    titles = _titles()
    while len(words) > 1 and words[0] in titles:
        words.pop(0)
    return tuple(words)


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    words = lexicon(SHARED).words("titles.abbreviations") | lexicon(SHARED).words("titles.words")
    return frozenset(word.casefold().rstrip(".") for word in words)


def may_be_one_person(one: str, other: str) -> bool:
    """Whether two names fit one person: the same words, fewer of them, or initials for given names."""
    first, second = parts(one), parts(other)
    if not first or not second:
        return False
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return first[-1] == second[-1] and _given_fit(first[:-1], second[:-1])


def _given_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names agree as far as both go: equal, or one an initial of the other."""
    return all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(one, other, strict=False))


def may_be_one_body(one: str, other: str) -> bool:
    """Whether two names fit one organisation or place: all words of one in the other, or its initials."""
    first, second = parts(one), parts(other)
    if not first or not second:
        return False
    return (
        set(first) <= set(second) or set(second) <= set(first) or _initials(first, second) or _initials(second, first)
    )


def _initials(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether ``short`` is one word made of the initials of ``name``, with or without its short words."""
    if len(short) != 1 or len(name) < LEAST_ACRONYM:
        return False
    every = "".join(word[0] for word in name)
    long = "".join(word[0] for word in name if len(word) > len("the"))
    return short[0] in (every, long)
