"""Cardinal numbers: "two hundred and five thousand", "3.5bn", "two and a half", "nine point two"."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from newsparse_numbers.lexicon import endings, is_past, table, values, words
from newsparse_numbers.numerals.exact import MAX_FACTOR, quotient
from newsparse_numbers.numerals.fractions import STROKES
from newsparse_numbers.numerals.lexing import Atom, fraction_value
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.shares import measured, next_word
from newsparse_numbers.numerals.suffixes import after_hours, after_name, counts_many, counts_money, is_of_water, is_race
from newsparse_numbers.numerals.words import DASHES, FRACTIONS, HYPHENS, Gap, Stream, Word

HUNDRED, DOZEN, THOUSAND = Decimal(100), Decimal(12), Decimal(1000)
_AMPERSAND = "&"
_MAX_MIXED, _MAX_DECIMALS, _MAX_POWER_DIGITS = 2, 4, 2
_TIMES, _EXPONENT = frozenset("×x*"), "e"
_TEN = Decimal(10)

Value = tuple[Decimal, Decimal, int]
"""A value, the product of its magnitudes, and the index after its last atom or word."""


def is_money(stream: Stream, first: int) -> bool:
    """Whether a currency's symbol or code is right before the word at ``first``."""
    if stream[first].gap > Gap.LINE:
        return False
    before = stream[first - 1]
    if before.kind == "word":
        return before.text in table("money.symbols")
    return phrases("money.symbols", exact=True).ending(stream, first - 1) is not None


class Cardinals:
    """Reads cardinal numbers from the atoms of a text."""

    def __init__(self, stream: Stream, atoms: list[Atom]) -> None:
        """Keep the text and its atoms."""
        self.stream, self.atoms = stream, atoms

    def cardinal(self, index: int) -> Value:
        """The longest well-formed number from the atom ``index``; the index is the one after its last atom."""
        total, current, factor = Decimal(0), self.atoms[index].value, Decimal(1)
        open_, last = True, self.atoms[index]
        after = index + 1
        while after < len(self.atoms) and factor <= MAX_FACTOR:
            atom = self.atoms[after]
            joined = self._smaller(last, after) if atom.kind == "digits" else self._joins(last, atom)
            if not joined or self._parts_off(last, after):
                break
            if atom.kind == "magnitude":
                factor *= atom.value
                if atom.value <= HUNDRED:
                    current *= atom.value
                elif not open_:
                    total *= atom.value
                else:
                    total, current, open_ = total + current * atom.value, Decimal(0), False
            else:
                current, open_ = current + atom.value, True
            last, after = atom, after + 1
        return total + current, factor, after

    def _joins(self, last: Atom, atom: Atom) -> bool:
        """Whether an atom goes on with the number that ``last`` ends: "twenty-five", "hundred and six"."""
        if atom.kind == "magnitude":
            return self._multiplies(last, atom)
        if last.kind == "digits" or atom.kind not in ("small", "tens"):
            return False
        plain, hyphen = joint(self.stream, last, atom)
        if last.kind == "magnitude":
            return (plain and not hyphen and self._same_line(atom)) or self._and(last, atom)
        return last.kind == "tens" and 0 < atom.value < _TEN and plain

    def _multiplies(self, last: Atom, atom: Atom) -> bool:
        """Whether a magnitude multiplies what ``last`` ends: "five hundred", "5 million", "hundred thousand"."""
        plain, _ = joint(self.stream, last, atom)
        return plain and (last.kind != "digits" or self._same_line(atom))

    def _smaller(self, last: Atom, index: int) -> bool:
        """Whether the digits at ``index`` go on with something smaller: "67 thousand 338", "2 lakh 50 thousand"."""
        if last.kind != "magnitude":
            return False
        atom = self.atoms[index]
        scale = self.atoms[index + 1] if index + 1 < len(self.atoms) else None
        if scale is None or scale.kind != "magnitude" or not joint(self.stream, atom, scale)[0]:
            return self._remainder(last, atom)
        apart = last.behind == atom.first and self.stream[atom.first].gap == Gap.BLANK
        return apart and atom.value * scale.value < last.value

    def _remainder(self, last: Atom, atom: Atom) -> bool:
        """Whether digits go on after thousands: "67 thousand 338"."""
        first, follows = self.stream[atom.first], self.stream[atom.behind]
        apart = last.behind == atom.first and first.gap == Gap.BLANK and not follows.glued_word
        below = last.value == THOUSAND and atom.value < THOUSAND and first.text.isdecimal()
        return apart and below and follows.lower not in words("numerals.times")

    def _same_line(self, atom: Atom) -> bool:
        """Whether an atom is in the line of the word before, or its own line continues that in lower case."""
        return self.stream[atom.first].gap < Gap.LINE

    def _and(self, last: Atom, atom: Atom) -> bool:
        """Whether only "and" is between two atoms."""
        between = [word for word in self.stream.lowers(last.behind, atom.first) if word not in HYPHENS]
        return len(between) == 1 and (between[0] in words("claims.joining") or between[0] == _AMPERSAND)

    def _parts_off(self, last: Atom, index: int) -> bool:
        """Whether the atom at ``index`` begins another number, a part: "two million and three fifths"."""
        if index + 1 >= len(self.atoms) or self.atoms[index + 1].kind not in ("part", "ordinal"):
            return False
        atom, part = self.atoms[index], self.atoms[index + 1]
        joined = joint(self.stream, atom, part)[0]
        name = self.stream[part.first].lower
        one_or_many = atom.value == 1 or name.endswith(endings("names.plural_endings"))
        return joined and one_or_many and name in table("numerals.denominators") and self._and(last, atom)

    def tail(self, value: Decimal, factor: Decimal, last: Atom, first: Atom) -> Value:
        """What may follow the number: " and a half", a magnitude after that, a suffix ("bn"), " 1/2"."""
        part, behind = self._and_part(last)
        if part:
            more = next_word(self.stream, behind)
            scale = values("numerals.magnitudes").get(more.lower) if more else None
            if more and scale:
                return (value + part) * scale, factor * scale, self.stream.at(more.end)
            return value + part, factor, behind
        if last.kind != "digits":
            return self._point(value, factor, last, first)
        return (
            self._pointed(value, factor, last)
            or self._mixed(value, factor, last)
            or self._powered(value, factor, last)
            or self._scaled(value, factor, last)
        )

    def _pointed(self, value: Decimal, factor: Decimal, last: Atom) -> Value | None:
        """For "2 point 5 million": the point in a word between digits."""
        stream, at = self.stream, last.behind
        if stream[at].lower not in words("numerals.point"):
            return None
        decimals = stream[at + 1]
        short = _are_digits(decimals.text, _MAX_DECIMALS)
        spoken = short and decimals.gap == Gap.BLANK and value == value.to_integral_value()
        if not spoken or stream[last.first - 1].lower in words("numerals.before_point"):
            return None
        return self._decimals(value, factor, decimals.text, at + 2)

    def _powered(self, value: Decimal, factor: Decimal, last: Atom) -> Value | None:
        """For "4.2 × 10^3", "4.2x10⁻³", "3e5": a power of ten."""
        stream, at = self.stream, last.behind
        if stream[at].lower in _TIMES and stream[at + 1].text == "10":
            found = _exponent(stream, at + 2, lettered=False)
        elif stream[at].lower == _EXPONENT:
            found = _exponent(stream, at + 1, lettered=True)
        else:
            return None
        if found is None:
            return None
        times = _TEN ** found[0]
        return value * times, factor * times, found[1]

    def _point(self, value: Decimal, factor: Decimal, last: Atom, first: Atom) -> Value:
        """For "nine point two five"; not "at one point two"."""
        stream, at = self.stream, last.behind
        led = stream[first.first - 1].lower in words("numerals.before_point")
        if led or stream[at].lower not in words("numerals.point"):
            return value, factor, last.behind
        if _are_digits(stream[at + 1].text, _MAX_DECIMALS) and stream[at + 1].gap == Gap.BLANK:
            return self._decimals(value, factor, stream[at + 1].text, at + 2)
        digits, end = "", at
        for atom in self.atoms:
            if atom.first != end + 1 or atom.kind != "small" or atom.value >= _TEN:
                if atom.first > end:
                    break
                continue
            digits, end = digits + str(atom.value), atom.behind - 1
        if not digits:
            return value, factor, last.behind
        return self._decimals(value, factor, digits, end + 1)

    def _decimals(self, value: Decimal, factor: Decimal, digits: str, behind: int) -> Value:
        """A number with its decimals, and the magnitude after them: "2 point 5 million"."""
        value += Decimal(f"0.{digits}")
        scale = values("numerals.magnitudes").get(self.stream[behind].lower)
        return (value * scale, factor * scale, behind + 1) if scale else (value, factor, behind)

    def _mixed(self, value: Decimal, factor: Decimal, last: Atom) -> Value | None:
        """For "5 1/2", "5-1/2"."""
        stream, at = self.stream, last.behind
        if stream[at].text == "-":
            at += 1
        elif stream[at].glued:
            return None
        above, stroke, below = stream[at], stream[at + 1], stream[at + 2]
        if stroke.text not in STROKES or not (stroke.glued and below.glued):
            return None
        if stream[at + 3].text in STROKES:
            return None
        if value != value.to_integral_value() or not _are_of_part(above.text, below.text):
            return None
        return value + quotient(int(above.text), int(below.text)), factor, at + 3

    def _scaled(self, value: Decimal, factor: Decimal, last: Atom) -> Value:
        """A suffix that multiplies: "5bn", "5 mln"."""
        word = self.stream[last.behind]
        fits = word.kind == "word" and word.gap <= Gap.BLANK
        following = self.stream[last.behind + 1]
        if not fits or (following.glued and (following.kind == "number" or following.text == "_")):
            return value, factor, last.behind
        times = None if is_race(self.stream, last.behind) else self._suffix(word.text, last)
        return (value * times, factor * times, last.behind + 1) if times else (value, factor, last.behind)

    def _suffix(self, letters: str, last: Atom) -> Decimal | None:
        """The magnitude of a suffix; a single letter counts when it touches the digits and cannot be a unit."""
        stream, scale = self.stream, values("numerals.suffixes").get(letters)
        surface = stream.text[last.start : last.end]
        if scale is None or ("." in surface.rstrip(".") and letters in words("numerals.decimal_suffixes")):
            return scale
        if is_money(stream, last.first):
            apart = len(letters) == 1 and not stream[last.behind].glued
            return scale if not apart or letters in words("numerals.loose_suffixes") else None
        if counts_money(stream, last.behind):
            return scale
        if letters in words("numerals.money_suffixes"):
            return None
        return scale if len(letters) > 1 or self._is_scaled_by(letters, last) else None

    def _is_scaled_by(self, letter: str, last: Atom) -> bool:
        """Whether a letter behind digits multiplies them: "5m people"; not "5 m", "Vitamin 12B", "the 100m sprint"."""
        if not self.stream[last.behind].glued:
            return letter in words("numerals.metres") and counts_many(self.stream, last.behind)
        if letter in words("numerals.name_suffixes") and after_name(self.stream, last.first):
            return False
        metres = letter in words("numerals.metres")
        return not metres or not (self._length(last) or after_hours(self.stream, last.first))

    def _length(self, last: Atom) -> bool:
        """Whether "100m" are metres: a word of sizes or races follows, or the digits are too many for millions."""
        stream, at = self.stream, last.behind + 1
        after = next_word(stream, at)
        if (after and after.lower in words("numerals.lengths")) or last.value >= THOUSAND:
            return True
        word = stream[at]
        closed = word.kind != "word" or word.lower in words("names.stops") or is_past(word.lower)
        if last.value not in values("numerals.races").values():
            return closed and last.value < HUNDRED and is_of_water(stream, last.first)
        raced = phrases("numerals.of_races").starting(stream, at) is not None
        return raced or (closed and stream[last.first - 1].lower in words("numerals.before_race"))

    def _and_part(self, last: Atom) -> tuple[Decimal, int]:
        """The value of " and a half", " and two-thirds" after a number, and the index after it; 0 for none."""
        stream, at = self.stream, _skip_hyphens(self.stream, last.behind)
        if stream[at].lower not in words("claims.joining"):
            return Decimal(0), last.behind
        number = _skip_hyphens(stream, at + 1)
        if part := self._bare_part(number, last):
            return part, number + 1
        name = _skip_hyphens(stream, number + 1)
        added = _added_part(stream, number, name)
        if added is None or self._multiplied(last, name + 1):
            return Decimal(0), last.behind
        above, below = added
        unit = last.value if last.kind == "magnitude" else Decimal(1)
        return quotient(unit * above, below), name + 1

    def _multiplied(self, last: Atom, behind: int) -> bool:
        """Whether a part behind a magnitude has one of its own: "one billion and a half million" are two numbers."""
        after = next_word(self.stream, behind) if last.kind == "magnitude" else None
        return after is not None and after.lower in table("numerals.magnitudes")

    def _bare_part(self, index: int, last: Atom) -> Decimal | None:
        """A part without an article: "two and half years", "two-and-half-hour", "1 and ½ hours"."""
        word = self.stream[index]
        runs_on = word.glued and self.stream[index - 1].text not in HYPHENS
        if runs_on or not word.text:  # nothing comes behind the end of the text
            return None
        if word.text in FRACTIONS:
            return fraction_value(word.text)
        unit = last.value if last.kind == "magnitude" else Decimal(1)
        return unit / 2 if word.lower in words("names.partly") else None


def joint(stream: Stream, last: Atom, atom: Atom) -> tuple[bool, bool]:
    """Whether only blanks or a hyphen are between two atoms, and whether that is a hyphen."""
    if last.behind == atom.first:
        return stream[atom.first].gap < Gap.PARAGRAPH, False
    hyphen = last.behind + 1 == atom.first and stream[last.behind].text in HYPHENS
    return hyphen and stream[atom.first].gap < Gap.LINE and stream[last.behind].gap < Gap.LINE, hyphen


def _exponent(stream: Stream, at: int, *, lettered: bool) -> tuple[int, int] | None:
    """The power at a word, and the index after it: "^3", "⁻³"; digits alone are one only behind a letter ("e5")."""
    raised = stream[at].text == "^"
    at += raised
    negative = unicodedata.normalize("NFKC", stream[at].text) in DASHES
    at += negative
    if not stream[at].glued or (negative and not stream[at - 1].glued):
        return None
    power = unicodedata.normalize("NFKC", stream[at].text)
    runs_on = lettered and _runs_on(stream[at + 1])  # "3e5a", not "10^3km"
    if runs_on or not _are_digits(power, _MAX_POWER_DIGITS):
        return None
    return -int(power) if negative else int(power), at + 1


def _runs_on(word: Word) -> bool:
    """Whether a word or number touches what is before it."""
    return word.glued and word.kind in ("word", "number")


def _are_digits(text: str, most: int) -> bool:
    """Whether a word is Latin digits, and no more than ``most``."""
    return text.isascii() and text.isdigit() and len(text) <= most


def _are_of_part(above: str, below: str) -> bool:
    """Whether the words at a stroke are a part of one: "1/2"; not "3/2", "1/2026"."""
    short = all(word.isdecimal() and len(word) <= _MAX_MIXED for word in (above, below))
    return short and 0 < int(above) < int(below)


def _added_part(stream: Stream, number: int, name: int) -> tuple[Decimal, Decimal] | None:
    """The numbers of a part in words that may be added to a number: 2 and 3 for "two-thirds", 1 and 2 for "a half"."""
    word, named = stream[number].lower, stream[name].lower
    below = values("numerals.denominators").get(named)
    if below is None:
        return None
    article = word in words("bounds.articles")
    if article and named not in words("numerals.added"):
        return None
    above = Decimal(1) if article else values("numerals.small").get(word, Decimal(0))
    hyphened = name > number + 1  # "two and three-quarter days"
    several = named in words("numerals.quarters") and above > 1
    many = named.endswith(endings("names.plural_endings")) or (several and (hyphened or measured(stream, name + 1)))
    return (above, below) if 0 < above < below and (above > 1) == many else None


def _skip_hyphens(stream: Stream, index: int) -> int:
    while stream[index].text in HYPHENS:
        index += 1
    return index
