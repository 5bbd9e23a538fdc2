"""Numerals: digits and number words become exact values with their place; what they count is not looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from newsparse_numbers.lexicon import table, values, words
from newsparse_numbers.numerals.cardinals import DOZEN, Cardinals, joint
from newsparse_numbers.numerals.doubling import serves
from newsparse_numbers.numerals.exact import MAX_DIGITS, MAX_FACTOR
from newsparse_numbers.numerals.fractions import Parts, Read
from newsparse_numbers.numerals.lexing import Atom, AtomKind, Form, Numeral, atoms
from newsparse_numbers.numerals.ordinals import compound
from newsparse_numbers.numerals.ratios import Ratios
from newsparse_numbers.numerals.shares import past_half
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream

_LAST_OF_DECADE = 9
_HALF = Decimal("0.5")


def numerals(stream: Stream) -> Iterator[Numeral]:
    """The numerals of a text in order, none overlapping another."""
    found = atoms(stream)
    index = end = 0
    while index < len(found):
        if found[index].start < end:
            index += 1
            continue
        numeral, index = Reader(stream, found, index).read()
        if numeral is not None:
            yield numeral
            end = numeral.end


class Reader(Cardinals):
    """Reads the numeral that begins at one atom."""

    def __init__(self, stream: Stream, found: list[Atom], index: int) -> None:
        """Start at ``found[index]``."""
        super().__init__(stream, found)
        self.index = index

    def read(self) -> Read:
        """The numeral, or None, and the index of the first atom after it."""
        atom = self.atoms[self.index]
        if atom.kind in ("part", "ordinal"):
            return Parts(self.stream, self.atoms, self.index).read_single()
        if atom.kind == "decade":
            high = atom.value + _LAST_OF_DECADE
            return Numeral(start=atom.start, end=atom.end, low=atom.value, high=high, form="decade"), self.index + 1
        return _RULES.get(atom.kind, Reader._number)(self, atom)

    def _number(self, first: Atom) -> Read:
        parts = Parts(self.stream, self.atoms, self.index)
        for rule in (parts.read_slashed, parts.read_share):
            numeral, after = rule()
            if numeral is not None:
                return numeral, after
        value, factor, after = self.cardinal(self.index)
        last = self.atoms[after - 1]
        if first.kind != "digits" and (ordinal := compound(self.stream, value, first, last)):
            return ordinal, after
        number = self._with_tail(value, factor, first, last)
        while after < len(self.atoms) and self.atoms[after].start < number.end:
            after += 1
        ratio, beyond = Ratios(self.stream, self.atoms).read(number, after)
        return (ratio, beyond) if ratio is not None else (number, after)

    def _with_tail(self, value: Decimal, factor: Decimal, first: Atom, last: Atom) -> Numeral:
        """The cardinal number from ``first`` to ``last`` with what may follow it: "bn", "and a half"."""
        value, factor, behind = self.tail(value, factor, last, first)
        if past_half(self.stream, behind):
            value += _HALF
        end = last.end if behind == last.behind else self.stream[behind - 1].end
        digits = first.kind == "digits"
        form: Form = "digits" if digits else "words"
        if first.end - first.start > MAX_DIGITS:
            form = "name"
        bare = digits and end == first.end
        return Numeral(start=first.start, end=end, low=value, high=value, form=form, bare=bare, factor=factor)

    def _bare_magnitude(self, atom: Atom) -> Read:
        """For "hundred" and so on without a number before: one of them, when the words before allow it."""
        before = self.stream[atom.first - 1]
        if before.text in HYPHENS:
            before = self.stream[atom.first - 2]
        dozen = atom.value == DOZEN and not self._the_dozen(atom, before.lower)
        if before.lower in words("numerals.before_bare_hundred") or dozen:
            return None, self.index + 1
        value, factor, after = self.cardinal(self.index)
        if ordinal := compound(self.stream, value, atom, self.atoms[after - 1]):
            return ordinal, after
        end = self.atoms[after - 1].end
        return Numeral(start=atom.start, end=end, low=value, high=value, factor=factor), after

    def _the_dozen(self, atom: Atom, before: str) -> bool:
        """Whether a dozen known things follow: "the dozen surveys"; not "by the dozen"."""
        follows = self.stream[atom.behind]
        counted = follows.gap == Gap.BLANK and follows.lower not in words("names.stops")
        return before in words("claims.place_articles") and counted

    def _amount(self, atom: Atom) -> Read:
        """For "a hundred thousand", "half a million", "a few hundred", "a couple": an article or vague word first."""
        after = self.index + 1
        follows = self.atoms[after] if after < len(self.atoms) else None
        if follows and follows.kind == "magnitude" and self._of(atom, follows):
            return self._scaled_amount(atom, after)
        if atom.high is not None:  # "several" alone says no number
            return Numeral(start=atom.start, end=atom.end, low=atom.value, high=atom.high, form="vague"), after
        if past_half(self.stream, atom.behind):
            value = atom.value + _HALF
            return Numeral(start=atom.start, end=atom.end, low=value, high=value), after
        if follows and joint(self.stream, atom, follows)[0]:
            return Parts(self.stream, self.atoms, self.index).read_article()
        return None, after

    def _scaled_amount(self, atom: Atom, after: int) -> Read:
        """For "a hundred thousand", "a million and a half", "a few hundred": the number at ``after`` multiplies."""
        value, factor, behind = self.cardinal(after)
        last = self.atoms[behind - 1]
        low, end = atom.value * value, last.end
        if atom.kind == "few":
            high = atom.high * value if atom.high else None
            return Numeral(start=atom.start, end=end, low=low, high=high, form="vague", factor=factor), behind
        low, _, index = self.tail(low, factor, last, atom)
        end = end if index == last.behind else self.stream[index - 1].end
        return Numeral(start=atom.start, end=end, low=low, high=low, factor=factor), behind

    def _of(self, atom: Atom, follows: Atom) -> bool:
        """Whether only "of" and hyphens are between two atoms."""
        between = [word for word in self.stream.lowers(atom.behind, follows.first) if word not in HYPHENS]
        return not between or (len(between) == 1 and between[0] in words("claims.of"))

    def _vague(self, atom: Atom) -> Read:
        """For "dozens" is 24 and more; "tens of thousands" 20,000 and more."""
        low, last, after = atom.value, atom, self.index + 1
        while after < len(self.atoms) and low <= MAX_FACTOR:
            follows = self.atoms[after]
            times = self._vague_times(low, last, follows)
            if times is None:
                break
            low, last, after = low * times, follows, after + 1
        counted = self.stream[last.behind].lower in words("numerals.after_vague")
        name = self.stream[atom.first].lower
        if last is atom and name in words("numerals.vague_of") and not counted:
            return None, after
        return Numeral(start=atom.start, end=last.end, low=low, high=None, form="vague", factor=low), after

    def _vague_times(self, low: Decimal, last: Atom, follows: Atom) -> Decimal | None:
        """By what the next word multiplies: 1,000 in "tens of thousands", 1 in "dozens and dozens"; None for others."""
        if follows.kind not in ("vague", "magnitude"):
            return None
        between = self.stream.lowers(last.behind, follows.first)
        if len(between) != 1 or between[0] not in words("numerals.vague_joints"):
            return None
        of = between[0] in words("claims.of")
        if follows.kind == "magnitude":  # "hundreds of thousand hectares"
            return follows.value if of and follows.value > low else None
        name = self.stream[follows.first].lower
        return values("numerals.magnitudes").get(name[:-1], Decimal(1)) if of else Decimal(1)

    def _multiplier(self, atom: Atom) -> Read:
        stream = self.stream
        word, follows = stream[atom.first].lower, stream[atom.behind]
        hyphen = follows.text in HYPHENS and follows.glued
        beyond = stream[atom.behind + hyphen]
        if beyond.lower in words("numerals.after_doubling") and beyond.glued == hyphen:
            return None, self.index + 1  # "doubled down", "doubled-down"
        if serves(stream, atom.behind):
            return None, self.index + 1
        if word in words("numerals.verbs_or_nouns"):
            closed = follows.text in (".", ",", ";")
            if not closed and follows.lower not in words("numerals.after_multiplier"):
                return None, self.index + 1
        if word in words("numerals.once") and not self._once(atom):
            return None, self.index + 1
        value = table("numerals.multipliers")[word]
        return Numeral(
            start=atom.start, end=atom.end, low=Decimal(value), high=Decimal(value), form="multiplier"
        ), self.index + 1

    def _once(self, atom: Atom) -> bool:
        """Whether "once" counts: "once a week"."""
        article, time = self.stream[atom.behind], self.stream[atom.behind + 1]
        return article.lower in words("measures.articles") and time.lower in words("numerals.once_per")


_RULES: dict[AtomKind, Callable[[Reader, Atom], Read]] = {
    "vague": Reader._vague,
    "multiplier": Reader._multiplier,
    "article": Reader._amount,
    "few": Reader._amount,
    "magnitude": Reader._bare_magnitude,
}
"""What reads a numeral that begins with an atom of each kind, where that is not a plain number."""
