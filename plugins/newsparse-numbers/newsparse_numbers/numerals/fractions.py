"""Parts of a whole and ordinals: "two-thirds", "1/4", "half", "a third of", "third-largest"."""

from __future__ import annotations

from decimal import Decimal

from newsparse_numbers.lexicon import endings, table, values, words
from newsparse_numbers.numerals.exact import quotient
from newsparse_numbers.numerals.lexing import Atom, Form, Numeral
from newsparse_numbers.numerals.ordinals import ordinal
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.shares import is_share, measured
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream

Read = tuple[Numeral | None, int]
"""What a rule reads at an atom, and the index of the first atom after it."""
STROKES = frozenset("/⁄")
_HALF, _QUARTER = Decimal("0.5"), Decimal("0.25")
_ROW_ATOMS = 3
"""How many numbers before "a fifth" the one may be that it follows."""
_SENTENCE_ENDS = frozenset(".!?")
_YEARS = range(1900, 2101)


class Parts:
    """Reads a part or an ordinal at one atom; each rule gives the numeral or None, and the index after it."""

    def __init__(self, stream: Stream, atoms: list[Atom], index: int) -> None:
        """Start at ``atoms[index]``."""
        self.stream, self.atoms, self.index = stream, atoms, index

    @property
    def atom(self) -> Atom:
        """The atom that the rules begin at."""
        return self.atoms[self.index]

    @property
    def _following(self) -> Atom | None:
        return self.atoms[self.index + 1] if self.index + 1 < len(self.atoms) else None

    def read_slashed(self) -> Read:
        """For "1/4", "9/10": digits on both sides of a stroke, the first the smaller one."""
        follows, atom, stream = self._following, self.atom, self.stream
        if follows is None or atom.kind != "digits" or follows.kind != "digits" or not self._stroked(follows):
            return None, self.index
        above, below = atom.value, follows.value
        whole = above == above.to_integral_value() and below == below.to_integral_value()
        longer = _is_stroke(stream, follows.behind) or _is_stroke(stream, atom.first - 1)
        if not whole or longer or not 0 < above < below:
            return None, self.index
        year = below in _YEARS
        form: Form = "name" if year else "fraction"  # "Decision 72/2019"
        return self._made(atom.start, follows.end, quotient(above, below), form), self.index + 2

    def _stroked(self, follows: Atom) -> bool:
        between = self.atom.behind
        touching = self.stream[between].glued and self.stream[follows.first].glued
        return follows.first == between + 1 and self.stream[between].text in STROKES and touching

    def read_share(self) -> Read:
        """For "two-thirds", "three quarters", "one fifth"."""
        part = self._counted_part()
        if part is None or self._is_period(part) or not self._are_shares(part):
            return None, self.index
        share = quotient(self.atom.value, part.value)
        scale, end = self._of_a(part)
        form: Form = "fraction" if scale == 1 else "words"
        return self._made(self.atom.start, end, share * scale, form, scale), self.index + 2

    def _counted_part(self) -> Atom | None:
        """The part behind a smaller number, if its ending fits that: "two thirds"; not "two third bids"."""
        part, number = self._following, self.atom.value
        if part is None or part.kind != "part" or self.atom.kind not in ("small", "digits"):
            return None
        if self.stream[part.first].gap >= Gap.PARAGRAPH:
            return None
        if part.first != self.atom.behind and not self._is_hyphened(part):
            return None
        fits = (number > 1) == _plural(self.stream[part.first].lower) or self._quartered(part)
        return part if fits and 0 < number < part.value else None

    def _is_hyphened(self, part: Atom) -> bool:
        """Whether a hyphen is between the atom and the part behind it: "two-thirds"."""
        return part.first == self.atom.behind + 1 and self.stream[self.atom.behind].text == "-"

    def _are_shares(self, part: Atom) -> bool:
        """Whether a part with a number before is a share: "two thirds", "one-third", and "one third" before "of"."""
        if self.atom.value > 1 or self._is_hyphened(part) or self._quartered(part):
            return True
        return self.stream[part.first].lower in words("names.partly") or self._share(part.behind)

    def read_article(self) -> Read:
        """For "a third of", "a fifth more", "a quarter of a million"."""
        follows = self._following
        if follows is None or follows.kind != "part":
            return None, self.index + 1
        if self.stream[follows.first].lower in words("names.partly"):
            made = self._article_half(follows)
            return made, self.index + 2 if made else self.index + 1
        scale, end = self._of_a(follows)
        if scale == 1 and self._next_in_row(follows):
            return ordinal(self.stream, follows.first, follows.behind, follows.value), self.index + 2
        if scale == 1 and not self._share(follows.behind) and not self._quartered(follows):
            return None, self.index + 1
        form: Form = "fraction" if scale == 1 else "words"
        return self._made(self.atom.start, end, quotient(scale, follows.value), form, scale), self.index + 2

    def _article_half(self, half: Atom) -> Numeral | None:
        """For "a half million", "a half hour"."""
        scale, end = self._of_a(half)
        if scale != 1:
            return self._made(self.atom.start, end, scale / 2, "words", scale)
        if self.stream[half.behind].text in HYPHENS or not measured(self.stream, half.behind):
            return None
        return self._made(self.atom.start, end, _HALF, "fraction")

    def _next_in_row(self, part: Atom) -> bool:
        """Whether one less was counted in the sentence before: "four hangings on Monday and a fifth on Tuesday"."""
        if self.stream[part.behind].lower in words("claims.of"):
            return False
        for before in reversed(self.atoms[max(0, self.index - _ROW_ATOMS) : self.index]):
            between = self.stream.between(before.behind, part.first)
            if any(word.text in _SENTENCE_ENDS or word.gap > Gap.LINE for word in between):
                return False
            if before.kind in ("small", "digits", "part", "ordinal"):
                return before.value == part.value - 1
        return False

    def read_single(self) -> Read:
        """For "half", "third-largest", "fifth": a part or an ordinal alone."""
        atom = self.atom
        name = self.stream[atom.first].lower
        if name in words("names.partly"):
            return self._half(), self.index + 1
        if name in words("numerals.quarters") and not _plural(name):
            scale, end = self._of_a(atom)
            named = scale != 1 or self._quartered(atom) or self._of_unit(atom)
            form: Form = "fraction" if scale == 1 else "words"
            made = self._made(atom.start, end, scale * _QUARTER, form, scale) if named else None
            return made, self.index + 1
        if name not in table("numerals.ordinals"):
            return None, self.index + 1
        if atom.kind == "part" and self._of_unit(atom):
            return self._made(atom.start, atom.end, quotient(Decimal(1), atom.value), "fraction"), self.index + 1
        value = values("numerals.ordinals")[name] if atom.kind == "part" else atom.value
        return ordinal(self.stream, atom.first, atom.behind, value), self.index + 1

    def _quartered(self, part: Atom) -> bool:
        """Whether a part is one of the unit right behind: "a quarter mile"."""
        return self.stream[part.first].lower in words("numerals.quarters") and measured(self.stream, part.behind)

    def _of_unit(self, part: Atom) -> bool:
        """Whether a part is one of a unit: "fifth of a pint"."""
        found = phrases("numerals.of_a").starting(self.stream, part.behind)
        return found is not None and found[0] not in words("bounds.articles") and measured(self.stream, found[1])

    def _share(self, behind: int) -> bool:
        return is_share(self.stream, self.atom.first, behind)

    def _half(self) -> Numeral | None:
        stream, atom = self.stream, self.atom
        before = stream[atom.first - 1]
        joined = stream[atom.behind].text in HYPHENS
        if joined and before.text not in HYPHENS and measured(stream, atom.behind):
            return self._made(atom.start, atom.end, _HALF, "fraction")
        if before.text in HYPHENS or before.lower in words("shares.half_of_a_game"):
            return None
        follows = atom.behind + joined
        if stream[follows].lower in words("bounds.articles"):
            follows += 1 + joined  # "half a million", "half-a-million"
        magnitude = values("numerals.magnitudes").get(stream[follows].lower)
        if magnitude:
            return self._made(atom.start, stream[follows].end, magnitude / 2, "words", magnitude)
        if joined or not self._halves(follows):
            return None
        return self._made(atom.start, atom.end, _HALF, "fraction")

    def _halves(self, follows: int) -> bool:
        """Whether "half" is a part of something, with a word beside it: "half the members"; not "half past"."""
        word, before = self.stream[follows], self.stream[self.atom.first - 1]
        return word.lower not in words("shares.times") and "word" in (before.kind, word.kind)

    def _of_a(self, part: Atom) -> tuple[Decimal, int]:
        """The magnitude of " of a million" after a part, and where it ends."""
        stream, at = self.stream, part.behind
        while stream[at].text in HYPHENS:
            at += 1
        of_a = phrases("numerals.of_a").starting(stream, at)
        short = stream[part.behind - 1].lower in words("numerals.halves")
        if of_a is None and not short:
            return Decimal(1), part.end
        at = of_a[1] if of_a else at
        scale = values("numerals.magnitudes").get(stream[at].lower)
        return (scale, stream[at].end) if scale else (Decimal(1), part.end)

    def _is_period(self, part: Atom) -> bool:
        """Whether "three quarters" are a time: "in the last three quarters"."""
        before = self.stream[self.atom.first - 1].lower
        named = self.stream[part.first].lower in words("numerals.quarters")
        return named and before in words("shares.before_periods")

    def _made(self, start: int, end: int, value: Decimal, form: Form, factor: Decimal = Decimal(1)) -> Numeral:
        return Numeral(start=start, end=end, low=value, high=value, form=form, factor=factor)


def _plural(name: str) -> bool:
    return name.endswith(endings("names.plural_endings"))


def _is_stroke(stream: Stream, index: int) -> bool:
    return stream[index].text in STROKES
