"""The words of a text by place, and the titles, ranks and brackets between a role and a name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from newsparse_entities.lexicon import listed, listed_folded
from newsparse_entities.reading import Reading
from newsparse_entities.roles.names import Placed
from newsparse_entities.roles.nouns import title_start

_MOST_COURTESIES = 6
"""How many titles before a name are passed: "the Rt. Hon. Prof. Dr. X"."""
_DATELINE_ENDS = ("–", "—", "-", ":")


@cache
def _honours() -> frozenset[str]:
    """Titles that are neither roles nor courtesies, folded: "Datuk Seri"."""
    return listed_folded("titles.words.no-role") - listed("nouns.people.role")


@cache
def _courtesies() -> frozenset[str]:
    """Courtesy titles that are no roles, folded."""
    return listed_folded("titles.words.courtesy") - listed("nouns.people.role")


class Words:
    """The words of one text; ``at`` maps words to the names that they belong to.

    ``word`` and ``tag`` are those of the reading: a word in lower case and its part of speech.
    """

    def __init__(self, reading: Reading, at: Mapping[int, Placed]) -> None:
        """``reading`` with the names in it."""
        self.reading, self.at = reading, at
        self.word, self.tag = reading.word, reading.tag

    def is_capital(self, index: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.reading.tokens[index].text[0].isupper()

    def starts(self, index: int) -> bool:
        """Whether a sentence starts with a word."""
        return self.reading.starts_sentence(self.reading.tokens[index].span.start)

    def follows_dateline(self, index: int) -> bool:
        """Whether a sentence starts with a word, or with a place and a dash or colon before it: "TARN – Minister"."""
        own = self.at.get(index - 2)
        place = own is not None and own.mention.label == "Location" and self.starts(own.first)
        return self.starts(index) or (place and self.word(index - 1) in _DATELINE_ENDS)

    def is_apart(self, index: int) -> bool:
        """Whether blanks are on both sides of a mark: the dash of "nominee - mayor", not the hyphen of "co-owner"."""
        marks = self.reading.tokens[max(index - 1, 0) : index + 2]
        return all(one.span.end < other.span.start for one, other in pairwise(marks))

    def breaks(self, index: int) -> bool:
        """Whether a sentence begins with this word, which is not the first of the text."""
        return 0 < index < len(self.reading.tokens) and self.starts(index)

    def lemma(self, index: int) -> str:
        """The base form of a word."""
        return self.reading.tree.lemma(index)

    def past_courtesy(self, end: int) -> int:
        """The end of what is before a name without "Dr.", "Mr." and the like."""
        for _ in range(_MOST_COURTESIES):
            if end <= 0 or end - 1 in self.at:
                break
            word = self.word(end - 1)
            if f"{self.word(end - 2)} {word}" in _honours():
                end -= 2
            elif word.strip(".") in _courtesies() or (
                word in _honours() and title_start(self.reading, end - 1) is None
            ):
                end -= 1
            elif word == "." and self.word(end - 2) in listed_folded("titles.words.courtesy"):
                end -= 2
            else:
                break
        return end

    def past_brackets(self, end: int) -> int:
        """The end of what is before an acronym in brackets: "the Chief Officer (CO) X"."""
        if self.word(end - 1) == ")" and self.word(end - 3) == "(":
            return end - 3
        return end

    def rank_before(self, end: int) -> int | None:
        """Where the rank or the title of rulers begins that is right before ``end``; None where there is none."""
        start = end
        while start - 1 not in self.at and self._is_rank(start - 1):
            start -= 1
        return start if start < end else None

    def _is_rank(self, index: int) -> bool:
        word = self.word(index).strip(".")
        if word in listed_folded("titles.words.no-role"):
            return title_start(self.reading, index) is None
        return self.is_capital(index) and word in listed("nouns.people.rank")
