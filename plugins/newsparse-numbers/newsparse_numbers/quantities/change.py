"""A figure of which the role is asked, with the word of change before it in its clause."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cached_property

import attrs

from newsparse.model import Direction, NumberRole
from newsparse_numbers.attachments.record import Attached
from newsparse_numbers.lexicon import endings, table, words
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.numerals.phrases import Phrases, phrases
from newsparse_numbers.numerals.words import DASHES, HYPHENS, Gap, Stream, Word

CLAUSE_WORDS = 21
_NOUN_WORDS = 3
_LEVEL_WORDS = (3, 8)
"""How few and how many words "to the present level of" and the like may be."""
_ENDS = frozenset('.!?;:”"')


@attrs.frozen
class Change:
    """The role and direction of a figure."""

    role: NumberRole = "level"
    direction: Direction | None = None


LEVEL = Change()


@attrs.frozen(slots=False, eq=False)
class Figure:
    """A figure of which the role is asked.

    ``at`` is the index of its first word, words of bound included; ``verb`` that of the last word of change before it
    in its clause, -1 without one, and ``direction`` what that says.
    """

    stream: Stream
    numeral: Numeral
    attached: Attached
    at: int
    verb: int
    direction: Direction | None

    @classmethod
    def of(cls, stream: Stream, numeral: Numeral, attached: Attached) -> Figure:
        """The figure of ``numeral``."""
        at = stream.at(attached.outer)
        verb, direction = _last_verb(stream, at)
        return cls(stream, numeral, attached, at, verb, direction)

    @property
    def steady(self) -> bool:
        """Whether its form is never a change: shares in "one in five", decades, ages, plain multiples."""
        form, kind = self.numeral.form, self.attached.kind
        return form in ("ratio", "decade", "multiplier") or kind in ("age", "multiplier")

    @property
    def sort(self) -> tuple[Hashable, ...]:
        """All that says which rules are asked for its role."""
        return self.steady, self.verb >= 0, self.of_a_side, self.numeral.form, self.attached.kind == "multiplier"

    def led(self, preposition: str, fillers: Phrases) -> bool:
        """Whether a preposition leads from the word of change to the figure, ``fillers`` between."""
        at, begin = self.at, self.verb + 1
        while at > begin and (found := fillers.ending(self.stream, at - 1)) and found[1] >= begin:
            at = found[1]
        governor = self.stream[at - 2].lower if at - 2 > self.verb else ""
        passive = preposition == "claims.moved_by" and governor.endswith(endings("names.past_endings"))
        elsewhere = passive or governor in words("changes.takes_to")
        return self.stream[at - 1].lower in words(preposition) and not elsewhere

    @cached_property
    def behind(self) -> tuple[int, str, str] | None:
        """The comparative or noun of change after the figure, with the index that it begins at."""
        for offset in dict.fromkeys((self.attached.end, self.attached.beyond)):
            if found := _comparative_or_noun(self.stream, self.stream.at(offset)):
                return found
        return None

    @property
    def of_a_side(self) -> bool:
        """Whether it is the share of one of two sides: "lost by 54 percent to 46 percent"."""
        stream, percent = self.stream, words("measures.percent")
        if self.attached.kind != "percent" or stream[self.verb].lower not in words("changes.losing"):
            return False
        to, before = self.at - 1, stream.back(self.at - 1, percent, 2) - 1
        second = stream[to].lower in words("claims.to") and stream[before].kind == "number"
        other = stream.at(self.attached.end) + 1
        first = stream[other - 1].lower in words("claims.to")
        return second or (first and stream.skip(other + 1, percent) > other + 1)

    @property
    def beaten(self) -> bool:
        """Whether somebody lost by that much: "lost by two points"."""
        losing = self.stream[self.verb].lower in words("changes.losing")
        margin = self.attached.kind in ("count", "percentage-point")
        return losing and margin and any(item in words("claims.moved_by") for item in self.between)

    @property
    def between(self) -> list[str]:
        """The words between the word of change and the figure."""
        return self.stream.lowers(self.verb + 1, self.at)

    @property
    def names_level(self) -> bool:
        """Whether "to" leads to a noun of a level before "of": "declined to the present price ratio of 60%"."""
        between = self.between
        if not _LEVEL_WORDS[0] <= len(between) <= _LEVEL_WORDS[1] or between[0] not in words("claims.to"):
            return False
        return between[-1] in words("claims.of") and between[-2] in words("changes.level_nouns")


def _comparative_or_noun(stream: Stream, at: int) -> tuple[int, str, str] | None:
    """What ``behind`` finds at the word ``at``: "5% higher", "a 5% pay rise"; not "5% after it cut"."""
    hyphen = stream[at].text == "-"
    at += hyphen
    if stream[at].glued and not hyphen:
        return None
    if stream[at].lower in table("changes.comparatives"):
        return at, stream[at].lower, ""
    for _ in range(_NOUN_WORDS):
        found = phrases("changes.nouns").starting(stream, at)
        if found and stream[found[1]].text != "-":
            return at, "", found[0]
        if stream[at].kind != "word" or stream[at].lower in words("grammar.closed", "grammar.pronouns"):
            return None
        at = stream.compound(at)
        if stream[at].glued:
            return None
    return None


def _last_verb(stream: Stream, at: int) -> tuple[int, Direction | None]:
    """The index of the last word of change in the clause before the word at ``at``, and the direction that it gives."""
    moving, following = words("changes.up", "changes.down"), stream[at]
    if not stream.holds(at - CLAUSE_WORDS, at, moving):
        return -1, None
    for index in range(at - 1, max(-1, at - 1 - CLAUSE_WORDS), -1):
        word = stream[index]
        if following.gap == Gap.PARAGRAPH or _subordinates(word, following) or _breaks_off(word, following):
            break
        if word.lower in moving and not _hyphenated(stream, index) and not _is_no_change(stream, index):
            return index, "up" if word.lower in words("changes.up") else "down"
        following = word
    return -1, None


def _subordinates(word: Word, following: Word) -> bool:
    """Whether a word leads to another clause: "that", "after they"."""
    if word.lower in words("changes.clause_ends"):
        return True
    return word.lower in words("changes.loose_clause_ends") and following.lower not in words("changes.not_clause")


def _breaks_off(word: Word, following: Word) -> bool:
    """Whether a mark ends a clause: the end of a sentence, a dash, a comma before a participle."""
    if word.kind != "mark":
        return False
    if word.text == "," and _is_participle(following):
        return True
    dash = word.text in DASHES and not word.glued and word.text not in HYPHENS
    return (dash or word.text in _ENDS) and not following.glued


def _is_participle(word: Word) -> bool:
    return word.plain and word.lower.endswith(endings("changes.participle_endings"))


def _is_no_change(stream: Stream, index: int) -> bool:
    """Whether a word of change is a noun in the name of figures ("cut its growth forecast") or part of "make up".

    Nor is "less than" any, which bounds the figure behind it.
    """
    lower, following = stream[index].lower, stream[index + 1].lower
    named = following in words("ranges.not_moved") and lower in words("changes.never_verbs")
    bounds = lower in table("changes.comparatives") and f"{lower} {following}" in table("bounds.before")
    composed = lower in words("claims.up_or_down") and stream[index - 1].lower in words("changes.composing")
    return named or bounds or composed


def _hyphenated(stream: Stream, index: int) -> bool:
    before, after = stream[index - 1], stream[index + 1]
    return (stream[index].glued and before.text == "-") or (after.glued and after.text == "-")
