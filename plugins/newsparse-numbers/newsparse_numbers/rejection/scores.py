"""Scores in words and minutes of goals: "three-nil", "three goals to one", "Lund 3 (Holm 31, 57 pen)"."""

from __future__ import annotations

from functools import cache

from newsparse_numbers.lexicon import table, words
from newsparse_numbers.numerals.words import DASHES
from newsparse_numbers.rejection.case import Case

_SCORER_WORDS = 16
_SCORER_MARKS = frozenset(",;+'’-")


def nil_score(case: Case) -> bool:
    """Whether a dash joins a word of scores: "three-nil", "2-all"."""
    stream, behind = case.stream, case.behind
    dash = stream[behind].glued and stream[behind].text in DASHES and stream[behind + 1].glued
    return dash and stream[behind + 1].lower in words("names.nil") and not stream[behind + 2].glued_word


def tallied(case: Case) -> bool:
    """Whether "one" is the second number of a score: "three goals to one"."""
    stream, at = case.stream, case.at
    joined = stream[at - 1].lower in words("claims.to")
    return joined and stream[at - 2].lower in words("ranges.tallied") and stream[at - 3].lower in _counting()


@cache
def _counting() -> frozenset[str]:
    return frozenset([*table("numerals.small"), *table("numerals.tens")])


def scorer(case: Case) -> bool:
    """Whether the minutes of a goal are in brackets, after a score and a name: "Lund 3 (Holm 31, 57 pen)"."""
    stream = case.stream
    opening = _end(case, case.at - 1, -1, "(")
    if opening is None or _end(case, case.behind, 1, ")") is None:
        return False
    name = stream[opening + 1].capital and stream[opening + 2].text != ","
    return name and stream[opening - 1].kind == "number"


def _end(case: Case, index: int, step: int, bracket: str) -> int | None:
    """The index of the bracket that only names, minutes and words of goals are before."""
    for at in range(index, index + step * _SCORER_WORDS, step):
        word = case.stream[at]
        if word.text == bracket:
            return at
        named = word.kind == "number" or word.capital or word.lower in words("names.goals")
        if not named and word.text not in _SCORER_MARKS:
            return None
    return None
