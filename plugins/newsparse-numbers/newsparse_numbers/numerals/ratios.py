"""Ratios: "one in five", "3 out of 10", "one driver in four", "seven teachers out of nine"."""

from __future__ import annotations

from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.cardinals import Cardinals
from newsparse_numbers.numerals.fractions import Read
from newsparse_numbers.numerals.lexing import Atom, Numeral
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import HYPHENS, Gap

_YEARS = range(1400, 2101)
_NOUN_WORDS, _JOINT_WORDS, _MAX_COUNTED = 2, 3, 99


class Ratios(Cardinals):
    """Reads the second number of a ratio, behind the first one."""

    def read(self, first: Numeral, after: int) -> Read:
        """The ratio that begins with ``first``, if any; ``after`` is the index of the next atom."""
        if after >= len(self.atoms) or not self._counts(after):
            return None, after
        second = self.atoms[after]
        joined = self._joined(first, second)
        if joined is None or first.scaled or first.low != first.low.to_integral_value():
            return None, after
        value, factor, beyond = self.cardinal(after)
        last = self.atoms[beyond - 1]
        in_year = (
            joined in words("claims.made_up_of")
            and value in _YEARS
            and "," not in self.stream.surface(second.first, last.behind)
        )
        if in_year or self._dated(last, joined) or not 0 < first.low < value:
            return None, after
        whole = Numeral(
            start=first.start, end=last.end, low=first.low, high=first.low, form="ratio", factor=factor, of=value
        )
        return whole, beyond

    def _counts(self, index: int) -> bool:
        """Whether the atom can begin the second number: digits, a word, "a" before "hundred"."""
        kind = self.atoms[index].kind
        scaled = kind == "article" and index + 1 < len(self.atoms) and self.atoms[index + 1].kind == "magnitude"
        return scaled or kind in ("small", "tens", "digits")

    def _joined(self, first: Numeral, second: Atom) -> str | None:
        """The phrase between the two numbers, with at most a noun before it."""
        begin = self.stream.at(first.end)
        at = self._skip(begin)
        if self.stream.parted(begin, second.first):
            return None
        if at > begin or not self.stream[at].glued:
            found = phrases("numerals.out_of").starting(self.stream, at)
            if found and self._skip(found[1]) == second.first:
                return found[0]
        return self._behind_noun(first, begin, second)

    def _behind_noun(self, first: Numeral, begin: int, second: Atom) -> str | None:
        """The phrase between a noun and the second number: "one driver in four"; not "two stars out of five"."""
        if first.low > _MAX_COUNTED or second.first - begin > _NOUN_WORDS + _JOINT_WORDS:
            return None
        for at in range(begin, begin + _NOUN_WORDS):
            noun = self.stream[at]
            if not noun.plain or noun.gap != Gap.BLANK or noun.lower in words("names.stops"):
                return None
            found = phrases("numerals.shared_by").starting(self.stream, at + 1)
            if found and found[1] == second.first:
                known = noun.lower in words("numerals.shared_nouns", "numerals.shared_things")
                return found[0] if known or found[0] in words("numerals.sharing") else None
        return None

    def _skip(self, index: int) -> int:
        while self.stream[index].text in HYPHENS:
            index += 1
        return index

    def _dated(self, last: Atom, joined: str) -> bool:
        """Whether the second number is a time, a share or part of a word: "one in 10 days", "five in 20%"."""
        if joined not in words("claims.made_up_of"):
            return False
        word = self.stream[last.behind]
        if word.glued:
            return word.kind == "word" or word.text in HYPHENS or word.text in words("measures.percent")
        return word.lower in words("numerals.times")
