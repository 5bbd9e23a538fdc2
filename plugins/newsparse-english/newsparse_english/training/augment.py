"""Varies training texts in the ways that real ones vary: length of windows, quotation marks, capitals."""

from __future__ import annotations

import random
from collections.abc import Sequence

import attrs

from newsparse_english.training.corpora import Example
from newsparse_english.windows import LIMIT

SHORTEST = 40
"""Words in the shortest windows of training."""

STYLES = {"straight": ('"', '"'), "curly": ("\u201c", "\u201d"), "single": ("\u2018", "\u2019"), "double": ("''", "''")}
"""Opening and closing quotation marks of the styles that replace a text's double marks."""

OPENING, CLOSING = frozenset("\u201c"), frozenset("\u201d")
CHANGED_MARKS, CHANGED_CASE, SHORTER = 0.3, 0.05, 0.35


def limit(rng: random.Random) -> int:
    """The most words in a window of a text: usually ``LIMIT``, sometimes fewer."""
    return rng.randint(SHORTEST, LIMIT - 1) if rng.random() < SHORTER else LIMIT


def with_other_marks(example: Example, rng: random.Random) -> Example:
    """``example``, sometimes with its double quotation marks in another style."""
    if rng.random() >= CHANGED_MARKS:
        return example
    opening, closing = STYLES[rng.choice(sorted(STYLES))]
    words = []
    for index, word in enumerate(example.words):
        if word in OPENING or (word == '"' and _opens(example.gaps, index)):
            words.append(opening)
        elif word in CLOSING or word == '"':
            words.append(closing)
        else:
            words.append(word)
    return attrs.evolve(example, words=words)


def _opens(gaps: Sequence[int], index: int) -> bool:
    """Whether a straight mark opens: there is space before it and none after it."""
    return bool(gaps[index]) and index + 1 < len(gaps) and not gaps[index + 1]


def in_other_case(words: Sequence[str], rng: random.Random) -> Sequence[str]:
    """``words``, sometimes all in capitals, in small letters, or capitalised."""
    if rng.random() >= CHANGED_CASE:
        return words
    change = rng.choice((str.upper, str.lower, _capital))
    return [change(word) for word in words]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
