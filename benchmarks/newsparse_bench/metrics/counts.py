"""Counts for precision, recall and F1, and the one-to-one matching behind them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import attrs
import numpy as np

A = TypeVar("A")
B = TypeVar("B")


@attrs.frozen
class Counts:
    """Right guesses, all guesses, gold found, all gold; right and found differ where overlap counts in part."""

    right: float = 0.0
    guessed: float = 0.0
    found: float = 0.0
    gold: float = 0.0

    def __add__(self, other: Counts) -> Counts:
        """The counts of two articles together."""
        return Counts(
            self.right + other.right, self.guessed + other.guessed, self.found + other.found, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """The share of right guesses, 0 to 1; 1 if there is nothing on either side, 0 without guesses."""
        return self.right / self.guessed if self.guessed else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of gold that was found, 0 to 1; 1 if there is nothing on either side, 0 without gold."""
        return self.found / self.gold if self.gold else float(not self.guessed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Tally = dict[str, Counts]
"""Counts by the name of the figure."""


def figures(tallies: Iterable[Mapping[str, Counts]]) -> Tally:
    """The sums over articles."""
    total: Tally = {}
    for tally in tallies:
        for name, counts in tally.items():
            total[name] = total.get(name, Counts()) + counts
    return total


def exact(guess: Iterable[Hashable], gold: Iterable[Hashable]) -> Counts:
    """Counts of what is equal on both sides, one to one."""
    one, other = Counter(guess), Counter(gold)
    right = sum((one & other).values())
    return Counts(right, sum(one.values()), right, sum(other.values()))


def share(right: float, of: float) -> Counts:
    """An accuracy as counts: ``right`` of ``of``."""
    return Counts(right, of, right, of)


def comparable(name: str) -> str:
    """A name as it is compared: its letters and digits in small letters without accents, without a leading "the".

    Labellers and newspapers differ in the rest: "The Miners' Echo", "Miners’ Echo", "MINERS’ ECHO"; "Peña", "Pena".
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    words = "".join(char for char in letters if char.isalnum() or char.isspace()).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def matched(guess: Sequence[A], gold: Sequence[B], closeness: Callable[[A, B], float]) -> list[tuple[A, B]]:
    """The one-to-one pairs of largest total closeness (Kuhn 1955, by SciPy); pairs of closeness 0 are left out."""
    if not guess or not gold:
        return []
    from scipy.optimize import linear_sum_assignment  # a fifth of a second that only measuring needs

    table = np.array([[closeness(one, other) for other in gold] for one in guess], float)
    rows, columns = linear_sum_assignment(table, maximize=True)
    return [(guess[i], gold[j]) for i, j in zip(rows, columns, strict=True) if table[i, j] > 0]
