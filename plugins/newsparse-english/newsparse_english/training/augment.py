"""Makes training texts vary as real ones do: the length of windows, quotation marks, headlines and capitals."""

from __future__ import annotations

import random
from collections.abc import Sequence

import attrs

from newsparse_english.training.corpora import Example
from newsparse_english.windows import LIMIT

SHORTEST = 40
"""Words in the shortest windows that texts are cut into while training."""

STYLES = {"straight": ('"', '"'), "curly": ("\u201c", "\u201d"), "single": ("\u2018", "\u2019"), "double": ("''", "''")}
"""Opening and closing quotation marks of the styles that a text's double marks are changed into."""

OPENING, CLOSING = frozenset("\u201c"), frozenset("\u201d")
CHANGED_MARKS, CHANGED_CASE, SHORTER = 0.3, 0.05, 0.35


def limit(rng: random.Random) -> int:
    """How many words the windows of a text hold at most: mostly ``LIMIT``, else fewer."""
    return rng.randint(SHORTEST, LIMIT - 1) if rng.random() < SHORTER else LIMIT


def with_other_marks(example: Example, rng: random.Random) -> Example:
    """The example, or in some cases the example with its double quotation marks in another style."""
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
    """The words, or in some cases all of them in capitals, in small letters, or each with a capital."""
    if rng.random() >= CHANGED_CASE:
        return words
    change = rng.choice((str.upper, str.lower, _capital))
    return [change(word) for word in words]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
