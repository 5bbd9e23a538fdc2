"""One numeral about which the rules of rejection are asked, with the words beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsparse_numbers.attachments.record import Attached, Site
from newsparse_numbers.kinds import Reason
from newsparse_numbers.lexicon import endings, words
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream
from newsparse_numbers.rejection.places import YEAR, Places

_CHUNK_MARKS = frozenset(".&'’")
_PLURAL_WORDS = 4


class Case(NamedTuple):
    """A numeral with what is attached to it.

    ``at`` is the index of the first word of the figure, ``behind`` that of the word after the numeral; ``before`` and
    ``after`` are the words next to it in the same line, with the dots and apostrophes that belong to them. ``counting``
    says that it is not one word that multiplies, a decade or a name, ``not_one`` that the rules for "one" do not settle
    it either; ``firm`` then says that something at it, or its form, points to a quantity, ``bare`` that there are only
    digits or number words, and ``alone`` that nothing is at digits.
    ``placed`` is the reason of the place that it is in.
    """

    stream: Stream
    numeral: Numeral
    attached: Attached
    at: int
    behind: int
    follows: int
    before: str
    after: str
    surface: str
    counting: bool
    not_one: bool
    firm: bool
    bare: bool
    alone: bool
    placed: Reason | None

    @classmethod
    def of(cls, site: Site, attached: Attached, places: Places) -> Case:
        """The case of the numeral at ``site``."""
        stream, numeral = site.stream, site.numeral
        at, behind, follows = site.begin(attached), site.behind, site.after(attached)
        surface = stream.text[numeral.start : numeral.end].lower()
        before = _chunk_before(stream, at, site.floor)
        after = _chunk_after(stream, follows)
        counting = numeral.form not in ("multiplier", "decade", "name")
        other = counting and surface not in words("names.ones")
        firm = other and (numeral.form in ("ordinal", "ratio") or numeral.scaled or not attached.plain)
        bare = other and not firm and numeral.form in ("digits", "words")
        placed = next(_reasons(places, numeral, attached), None)
        alone = numeral.bare and attached.plain
        said = (counting, other, firm, bare, alone, placed)
        return cls(stream, numeral, attached, at, behind, follows, before, after, surface, *said)

    @property
    def digits(self) -> bool:
        """Whether the numeral is written in digits."""
        return self.numeral.form == "digits"

    @property
    def led(self) -> str:
        """The word before in lower case, without a final dot."""
        return self.before.lower().rstrip(".")

    @property
    def year(self) -> bool:
        """Whether the numeral looks like a year."""
        return YEAR.fullmatch(self.surface) is not None

    @property
    def counted(self) -> bool:
        """Whether something is counted: a lower-case noun or a plural name follows."""
        return self.counted_noun or self._counted_name()

    @property
    def counted_noun(self) -> bool:
        """Whether a lower-case noun follows, as far as the word alone can tell."""
        word = self.stream[self.behind]
        after = _chunk_after(self.stream, self.behind)
        return after.islower() and after not in words("names.stops") and word.gap == Gap.BLANK

    def _counted_name(self) -> bool:
        """Whether a plural name is counted: "900 Americans", "96 Liverpool fans"."""
        stream, index = self.stream, self.behind
        if not stream[index].capital:
            return False
        if stream[index].text[1:].islower() and _ends_plural(stream[index].lower):
            return True
        for _ in range(2):
            if not stream[index].capital:
                return False
            index = stream.compound(index)
            if stream[index].plain and _ends_plural(stream[index].text):
                return True
        return False

    def plural(self) -> bool:
        """Whether what follows can be counted by more than one."""
        stream, index = self.stream, self.behind
        if stream[index].glued:
            return False
        first = stream[index]
        if first.text in words("names.plural_verbs") or _ends(first.text, "names.past_endings"):
            return True
        for _ in range(_PLURAL_WORDS):
            word = stream[index]
            if word.kind != "word":
                return False
            if _ends_plural(word.text) or word.text in words("names.plurals"):
                return True
            index = stream.compound(index)
        return False


def _reasons(places: Places, numeral: Numeral, attached: Attached) -> Iterator[Reason]:
    """The reasons of the places that the numeral is in, the last first.

    A currency, unit or percent sign speaks against all but dates, times, years and links; an idiom must cover it.
    """
    for reason, covers in places.at(numeral.start, numeral.end):
        if not covers and reason == "idiom":
            continue
        firm = reason in _FIRM and attached.kind != "money"
        counted = attached.kind == "count" and (numeral.bare or numeral.form == "fraction") and reason in _BARE
        if attached.plain or firm or counted:
            yield reason


_FIRM: frozenset[Reason] = frozenset(["date", "link", "time", "year"])
_BARE: frozenset[Reason] = frozenset(["phone", "idiom"])


def _chunk_before(stream: Stream, at: int, floor: int) -> str:
    if stream[at].gap >= Gap.LINE:
        return ""
    index = at - 1
    if not _in_chunk(stream, index) or stream[index].start < floor:
        return ""
    while stream[index].glued and _in_chunk(stream, index - 1) and stream[index - 1].start >= floor:
        index -= 1
    return stream.surface(index, at)


def _chunk_after(stream: Stream, index: int) -> str:
    if stream[index].kind != "word":
        return ""
    end = index + 1
    while stream[end].glued and (stream[end].kind == "word" or stream[end].text in "'’"):
        end += 1
    return stream.surface(index, end)


def _in_chunk(stream: Stream, index: int) -> bool:
    return stream[index].kind == "word" or stream[index].text in _CHUNK_MARKS


def _ends(word: str, name: str) -> bool:
    return word.endswith(endings(name))


def _ends_plural(word: str) -> bool:
    return _ends(word, "names.plural_endings")


def hyphenated(stream: Stream, index: int) -> bool:
    """Whether a hyphen joins a word to the one before ``index``."""
    return stream[index].text in HYPHENS and stream[index].glued
