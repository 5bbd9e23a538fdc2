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
_LONGEST_COURTESY = 4
"""Words of the longest of them: "H", ".", "E" and "."."""
_DATELINE_ENDS = ("–", "—", "-", ":")


@cache
def _parts_of_offices() -> frozenset[str]:
    """Titles that begin offices, too, plainly written: the "lord" of "Lord Mayor"."""
    return frozenset(map(_plain, listed("titles.words.no-role") & listed("titles.words.address")))


@cache
def _honorifics() -> frozenset[str]:
    """Titles before names that are no roles, plainly written: "dr", "datukseri", "he"."""
    titles = listed("titles.words.courtesy", "titles.words.no-role")
    return frozenset(map(_plain, titles)) - listed("nouns.people.role")


def _plain(title: str) -> str:
    """A title in small letters without full stops and blanks: "he" for "H. E."."""
    return "".join(title.casefold().replace("’", "'").replace(".", "").split())


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
        """The end of what is before a name without "Dr.", "H. E.", "Datuk Seri" and the like."""
        for _ in range(_MOST_COURTESIES):
            starts = range(max(end - _LONGEST_COURTESY, 0), end)
            start = next((at for at in starts if self.is_honorific(at, end)), None)
            if start is None:
                break
            end = start
        return end

    def is_honorific(self, first: int, end: int) -> bool:
        """Whether these words are a title that is no role, nor the end of one: not the "Lady" of "First Lady"."""
        if not self.is_capital(first) or any(at in self.at for at in range(first, end)):
            return False
        known = _plain(self.reading.span(range(first, end)).cut(self.reading.text)) in _honorifics()
        return known and title_start(self.reading, end - 1) is None

    def is_apart_from_office(self, index: int) -> bool:
        """Whether a word is a title that is no part of the office after it: "HRH"; not "Lord"."""
        return self.is_honorific(index, index + 1) and self.word(index) not in _parts_of_offices()

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
