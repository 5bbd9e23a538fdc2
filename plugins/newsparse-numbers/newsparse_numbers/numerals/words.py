"""The text as a stream of words: runs of letters, numbers in digits, and single marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Set
from functools import cached_property
from typing import Literal, NamedTuple

FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
SPACES = "\u00a0\u2009\u202f "
HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-–—−‐‑")
_SENTENCE_ENDS = frozenset(".!?:;")
_LINE_ENDS = "\r\x85\u2028\u2029"
_DIGITS = (
    rf"\d(?:(?<![\d,]\d)\d?(?:,\d{{2}})+,\d{{3}}(?![\d,])(?:\.\d+)?"
    rf"|(?<![\d.,]\d)\d{{0,2}}(?:(?:,\d{{3}})+(?!\d)|(?:[{SPACES}]\d{{3}})+(?![\d,{SPACES}]\d|\d))(?:\.\d+)?"
    rf"|\d*(?:\.\d+)?)[{FRACTIONS}]?|\.(?<![\w.]\.)\d+[{FRACTIONS}]?|[{FRACTIONS}]"
)
"""A number: grouped as in India, by thousands with commas or blanks, or not; a decimal alone; a fraction."""
# Each branch begins with one sign or set of signs, which Python's engine compares without trying the branch; plain
# Latin letters, of which nearly all words are, have a branch of their own.
_WORD = re.compile(
    rf"[a-zA-Z][a-zA-Z]*+(?![^\x00-\x7f])|[^\W\d_{FRACTIONS}][^\W\d_{FRACTIONS}]*|{_DIGITS}|\S",
)


WordKind = Literal["number", "word", "mark", ""]


class Gap:
    """What is before a word: nothing, a blank, a line end, or an empty line (or the beginning of the text)."""

    GLUED, BLANK, LINE, PARAGRAPH = range(4)


class Word(NamedTuple):
    """A word at ``start``-``end``; ``kind`` is "number", "word", "mark", or "" beyond the text.

    ``gap`` is what is before it, and ``glued`` whether that is nothing: it touches the word before.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: WordKind
    gap: int
    glued: bool = False

    @property
    def glued_number(self) -> bool:
        """Whether it is digits that touch the word before."""
        return self.glued and self.kind == "number"

    @property
    def glued_word(self) -> bool:
        """Whether it is letters or a hyphen that touch the word before."""
        return self.glued and (self.kind == "word" or self.text in HYPHENS)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def plain(self) -> bool:
        """Whether it is a word of lower-case letters."""
        return self.text.islower()


def _kind(word: str) -> WordKind:
    """The kind of a word as the pattern cuts it out of a text, by its first letter or sign."""
    first = word[0]
    if first.isdecimal() or first in FRACTIONS or (first == "." and len(word) > 1):
        return "number"
    return "word" if first.isalnum() else "mark"


class Stream:
    """The words of a text; indexes beyond its ends give a word without text.

    Most words of an article are far from every figure: records of them are made when they are asked for.
    """

    def __init__(self, text: str) -> None:
        """Lex ``text`` once."""
        self.text = text
        matches = list(_WORD.finditer(text))
        self.starts = [match.start() for match in matches]
        self._words = [match[0] for match in matches]
        self._lower = list(map(str.lower, self._words))
        self._made: list[Word | None] = [None] * len(matches)
        self._edges = (
            Word(0, 0, "", "", "", Gap.PARAGRAPH),
            Word(len(text), len(text), "", "", "", Gap.PARAGRAPH),
        )

    def __getitem__(self, index: int) -> Word:
        """The word at ``index``; one without text before the first and after the last."""
        if index < 0:
            return self._edges[0]
        try:
            return self._made[index] or self._make(index)
        except IndexError:
            return self._edges[1]

    def _make(self, index: int) -> Word:
        start, word, gap = self.starts[index], self._words[index], self._gap(index)
        kind = "word" if word.isalpha() else _kind(word)
        values = (start, start + len(word), word, self._lower[index], kind, gap, gap == Gap.GLUED)
        self._made[index] = made = tuple.__new__(Word, values)  # twice as fast as the constructor, which checks names
        return made

    def _gap(self, index: int) -> int:
        """What is before a word; a line that continues in lower case is wrapped."""
        if index == 0:
            return Gap.PARAGRAPH
        last, text = self._words[index - 1], self.text
        start, end = self.starts[index], self.starts[index - 1] + len(last)
        if start == end:
            return Gap.GLUED
        if start == end + 1 and text[end] == " ":
            return Gap.BLANK
        lines = text.count("\n", end, start) or sum(text.count(sign, end, start) for sign in _LINE_ENDS)
        gap = min(Gap.PARAGRAPH, Gap.BLANK + lines)
        return Gap.BLANK if gap == Gap.LINE and last not in _SENTENCE_ENDS and self._words[index].islower() else gap

    def spelling(self, index: int, *, exact: bool) -> str:
        """The word at ``index`` as written if ``exact``, else in lower case; empty beyond the text."""
        if not 0 <= index < len(self.starts):
            return ""
        return self._words[index] if exact else self._lower[index]

    def __len__(self) -> int:
        """The number of words."""
        return len(self.starts)

    @property
    def words(self) -> list[Word]:
        """All words."""
        return self.between(0, len(self))

    def between(self, start: int, stop: int) -> list[Word]:
        """The words from index ``start`` to ``stop``."""
        return [self[index] for index in range(start, min(stop, len(self)))]

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._lower)

    def mentions(self, words: Set[str]) -> bool:
        """Whether one of ``words``, in small letters, is anywhere in the text."""
        return not self._known.isdisjoint(words)

    @cached_property
    def numbers(self) -> list[int]:
        """The indexes of numbers in digits."""
        return [index for index, word in enumerate(self._words) if _kind(word) == "number"]

    def of(self, words: Container[str]) -> list[int]:
        """The indexes of the words that are in ``words`` in lower case, and of numbers in digits, in order."""
        known = [index for index, word in enumerate(self._lower) if word in words]
        return sorted({*known, *self.numbers})

    def parted(self, first: int, last: int) -> bool:
        """Whether a paragraph begins with one of the words from index ``first`` to ``last``, both included."""
        return any(self[index].gap >= Gap.PARAGRAPH for index in range(first, last + 1))

    def at(self, offset: int) -> int:
        """The index of the first word that begins at ``offset`` or later."""
        return bisect_left(self.starts, offset)

    def before(self, offset: int, number: int = 1) -> Word:
        """The word that is ``number`` words before ``offset``."""
        return self[self.at(offset) - number]

    def after(self, offset: int, number: int = 1) -> Word:
        """The word that is ``number`` words after ``offset``."""
        return self[self.at(offset) + number - 1]

    def skip(self, index: int, words: Container[str], limit: int = 1) -> int:
        """The index after the word at ``index`` and up to ``limit`` words that are all in ``words``."""
        for _ in range(limit):
            if self[index].lower not in words:
                break
            index += 1
        return index

    def back(self, index: int, words: Container[str], limit: int = 1) -> int:
        """The index of the first of up to ``limit`` words before ``index`` that are all in ``words``."""
        for _ in range(limit):
            if self[index - 1].lower not in words:
                break
            index -= 1
        return index

    def compound(self, index: int) -> int:
        """The index after the word at ``index`` and what hyphens join to it: "six-year-old"."""
        index += 1
        while self[index].text in HYPHENS and self[index].glued and self[index + 1].glued:
            index += 2
        return index

    def lowers(self, start: int, stop: int) -> list[str]:
        """The words from index ``start`` to ``stop``, in lower case."""
        return self._lower[max(0, start) : max(0, stop)]

    def holds(self, start: int, stop: int, words: Set[str]) -> bool:
        """Whether one of the words from index ``start`` to ``stop`` is in ``words`` in lower case."""
        return not words.isdisjoint(self._lower[max(0, start) : max(0, stop)])

    def surface(self, start: int, stop: int) -> str:
        """The text from the word at index ``start`` to the one before ``stop``."""
        return self.text[self[start].start : self[stop - 1].end] if start < stop else ""
