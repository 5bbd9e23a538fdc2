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
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return "".join(first) in initials(other) or "".join(second) in initials(one)


def initials(name: str) -> frozenset[str]:
    """The acronyms of a name: of all its words, and without short ones ("of", "the")."""
    words = parts(name)
    long = [word for word in words if len(word) > len("the")]
    return frozenset("".join(word[0] for word in kept) for kept in (words, long) if len(kept) >= LEAST_ACRONYM)
