"""Numerals: digits and number words become exact values with their place; what they count is not looked at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from newsparse_numbers.lexicon import table, values, words
from newsparse_numbers.numerals.exact import MAX_DIGITS, MAX_FACTOR, quotient
from newsparse_numbers.numerals.fractions import Parts
from newsparse_numbers.numerals.lexing import SPACES, Atom, Form, Numeral, atoms

JOINT = re.compile(r"\s?[-‐‑]\s?|[ \t\u00a0\u2009\u202f]+|[ \t]*\n[ \t]*")
AND = re.compile(r"[\s\u00a0-]+(?:and|&)[\s\u00a0-]+", re.IGNORECASE)
HALF = re.compile(r"[\s-]+and[\s-]+(an?|[a-z]+)[\s-]+([a-z]+)\b", re.IGNORECASE)
POINT = re.compile(
    r"\s+point((?:[\s-]+(?:zero|nought|oh|one|two|three|four|five|six|seven|eight|nine)\b)+)", re.IGNORECASE
)
AT_ONE = re.compile(r"\b(?:at|to|from|on|this|that)\s+$", re.IGNORECASE)
SUFFIX = re.compile(rf"([{SPACES}]?)([A-Za-z]{{1,3}})(?![\w])")
DOZENS = re.compile(r"\sdozens\b", re.IGNORECASE)
MIXED = re.compile(r"[\s\u00a0-](\d{1,2})[/⁄](\d{1,2})(?![\d/⁄])")


def numerals(text: str) -> Iterator[Numeral]:
    """The numerals of ``text`` in order, none overlapping another."""
    found = atoms(text)
    index = end = 0
    while index < len(found):
        if found[index].start < end:
            index += 1
            continue
        numeral, index = Reader(text, found, index).read()
        if numeral is not None:
            yield numeral
            end = numeral.end


_ONCE = re.compile(
    r"\s(?:an?|per|every|each)\s(?:hour|day|week|month|year|night|season|decade|century|fortnight|minute)\b"
)


_OUT_OF = re.compile(
    r"[\s-]+(in|out[\s-]of|of[\s]every|for[\s]every|in[\s]every|out[\s]of[\s]every)[\s-]+", re.IGNORECASE
)


class Reader:
    """Reads the numeral that begins at one atom."""

    def __init__(self, text: str, found: list[Atom], index: int) -> None:
        """Stand at ``found[index]``."""
        self.text, self.atoms, self.index = text, found, index

    def read(self) -> tuple[Numeral | None, int]:
        """The numeral, or None, and the index of the first atom after it."""
        atom = self.atoms[self.index]
        if atom.kind == "vague":
            return self._vague(atom)
        if atom.kind == "multiplier":
            return self._multiplier(atom)
        if atom.kind in ("article", "few"):
            return self._amount(atom)
        if atom.kind in ("part", "ordinal"):
            return Parts(self.text, self.atoms, self.index).read_single()
        if atom.kind == "magnitude":
            return self._bare_magnitude(atom)
        if atom.kind == "decade":
            return self._one(atom, atom.end, form="decade", high=atom.value + 9), self.index + 1
        return self._number()

    def _one(self, atom: Atom, end: int, **fields: object) -> Numeral:
        given = {"low": atom.value, "high": atom.value, **fields}
        return Numeral(start=atom.start, end=end, **given)  # type: ignore[arg-type]

    def _number(self) -> tuple[Numeral | None, int]:
        whole = Parts(self.text, self.atoms, self.index)
        for rule in (whole.read_slashed, whole.read_share):
            numeral, after = rule()
            if numeral is not None:
                return numeral, after
        value, factor, after = self.cardinal(self.index)
        first, last = self.atoms[self.index], self.atoms[after - 1]
        end = last.end
        value, factor, end = self._tail(value, factor, end, last)
        while after < len(self.atoms) and self.atoms[after].start < end:
            after += 1
        bare = first.kind == "digits" and end == first.end
        form: Form = "digits" if first.kind == "digits" else "words"
        if first.end - first.start > MAX_DIGITS:
            form = "name"
        number = Numeral(start=first.start, end=end, low=value, high=value, form=form, bare=bare, factor=factor)
        ratio, beyond = self._ratio(number, after)
        return (ratio, beyond) if ratio is not None else (number, after)

    def cardinal(self, index: int) -> tuple[Decimal, Decimal, int]:
        """The value of the longest well-formed number from ``index``, its magnitudes' product, and where it ends."""
        total, current, factor = Decimal(0), self.atoms[index].value, Decimal(1)
        open_, last = True, self.atoms[index]
        level, after = Decimal(0), index + 1
        while after < len(self.atoms):
            atom = self.atoms[after]
            if not self._joins(last, atom, open_=open_) or self._parts_off(last, after) or factor > MAX_FACTOR:
                break
            if atom.kind == "magnitude":
                factor *= atom.value
                if atom.value <= 100:
                    current *= atom.value
                elif not open_:
                    total *= atom.value
                else:
                    total, current, open_ = total + current * atom.value, Decimal(0), False
                level = atom.value
            else:
                current, open_ = current + atom.value, True
                if atom.value >= (level or 101):
                    break
            last, after = atom, after + 1
        return total + current, factor, after

    def _joins(self, last: Atom, atom: Atom, *, open_: bool) -> bool:
        gap = self.text[last.end : atom.start]
        plain = JOINT.fullmatch(gap) is not None
        if atom.kind == "magnitude":
            if last.kind == "magnitude":
                return plain and "-" not in gap and (last.value != 12 or atom.value != 12) and atom.value >= 100
            return plain and (last.kind != "digits" or "\n" not in gap)
        if last.kind == "digits" or atom.kind not in ("small", "tens"):
            return False
        if last.kind == "magnitude":
            return (plain and "-" not in gap and "\n" not in gap) or AND.fullmatch(gap) is not None
        return last.kind == "tens" and atom.kind == "small" and 0 < atom.value < 10 and plain

    def _parts_off(self, last: Atom, index: int) -> bool:
        """Whether the atom at ``index`` begins a part of its own: "two million and three fifths"."""
        if index + 1 >= len(self.atoms) or self.atoms[index + 1].kind not in ("part", "ordinal"):
            return False
        atom, part = self.atoms[index], self.atoms[index + 1]
        joint = AND.fullmatch(self.text[last.end : atom.start]) is not None
        name = self.text[part.start : part.end].lower()
        return joint and name in table("numerals.denominators") and self.text[atom.end : part.start] in (" ", "-")

    def _tail(self, value: Decimal, factor: Decimal, end: int, last: Atom) -> tuple[Decimal, Decimal, int]:
        """What may follow the number: " and a half", a magnitude after that, a suffix ("bn"), " 1/2"."""
        part, beyond = self._and_part(end, last)
        if part:
            value, end = value + part, beyond
            more = re.compile(r"[\s-]+([a-z]+)", re.IGNORECASE).match(self.text, end)
            if more and more.group(1).lower() in table("numerals.magnitudes"):
                scale = values("numerals.magnitudes")[more.group(1).lower()]
                return value * scale, factor * scale, more.end()
            return value, factor, end
        if last.kind != "digits":
            point = POINT.match(self.text, end)
            if point is None or AT_ONE.search(self.text[max(0, self.atoms[self.index].start - 6) : last.start]):
                return value, factor, end
            small = values("numerals.small")
            digits = "".join(str(small.get(word, 0)) for word in re.split(r"[\s-]+", point.group(1).lower().strip()))
            return value + Decimal(f"0.{digits}"), factor, point.end()
        dozens = DOZENS.match(self.text, end)
        if dozens:
            return value * 12, factor * 12, dozens.end()
        mixed = MIXED.match(self.text, end)
        if mixed and value == value.to_integral_value() and 0 < int(mixed[1]) < int(mixed[2]):
            return value + quotient(int(mixed[1]), int(mixed[2])), factor, mixed.end()
        suffix = SUFFIX.match(self.text, end)
        times = self._suffix(suffix, last) if suffix else None
        return (value * times, factor * times, suffix.end()) if suffix and times else (value, factor, end)

    def _and_part(self, end: int, last: Atom) -> tuple[Decimal, int]:
        """The value of " and a half", " and two-thirds" behind a number, and where it ends; 0 where there is none."""
        match = HALF.match(self.text, end)
        below = values("numerals.denominators").get(match.group(2).lower()) if match else None
        if match is None or below is None:
            return Decimal(0), end
        word, name = match.group(1).lower(), match.group(2).lower()
        article = word in ("a", "an")
        above = Decimal(1) if article else values("numerals.small").get(word, Decimal(0))
        fits = 0 < above < below and (above > 1) == name.endswith("s") and name != "halves"
        if not fits or (article and name not in ("half", "third", "quarter")):
            return Decimal(0), end
        after = re.compile(r"[\s-]+([a-z]+)", re.IGNORECASE).match(self.text, match.end())
        scaled = after is not None and after.group(1).lower() in table("numerals.magnitudes")
        if scaled and last.kind == "magnitude":
            return Decimal(0), end  # "one billion and a half million" are two numbers
        return quotient((last.value if last.kind == "magnitude" else Decimal(1)) * above, below), match.end()

    def _suffix(self, match: re.Match[str], last: Atom) -> Decimal | None:
        """The magnitude of a suffix; a single letter counts when it touches the digits and cannot be a unit."""
        letters = match.group(2)
        scale = values("numerals.suffixes").get(letters)
        if scale is None or ("." in self.text[last.start : last.end].rstrip(".") and letters == "K"):
            return scale
        money = is_money(self.text, last.start)
        if len(letters) > 1:
            return scale if letters != "cr" or money else None
        if match.group(1) and not (money and letters in "mb"):
            return None
        if letters in words("numerals.money_suffixes") and not money:
            return None
        if (
            letters == "B"
            and not money
            and re.search(r"\b[A-Z][a-z]+\s$", self.text[max(0, last.start - 12) : last.start])
        ):
            return None
        if letters == "m" and not money and self._length(match.end(), last):
            return None
        return scale

    def _length(self, end: int, last: Atom) -> bool:
        """Whether "100m" are metres: a word of sizes or races follows, or the digits are grouped for no million."""
        after = re.compile(r"[\s-]+([a-z]+)", re.IGNORECASE).match(self.text, end)
        return bool(after and after.group(1).lower() in words("numerals.lengths")) or last.value >= 1000

    def _ratio(self, first: Numeral, after: int) -> tuple[Numeral | None, int]:
        """For "one in five", "3 out of 10", "one of every six": the second number in ``of``."""
        if after >= len(self.atoms) or self.atoms[after].kind not in ("small", "tens", "digits"):
            return None, after
        match = _OUT_OF.fullmatch(self.text, first.end, self.atoms[after].start)
        if match is None or first.scaled or first.low != first.low.to_integral_value():
            return None, after
        value, factor, beyond = self.cardinal(after)
        end = self.atoms[beyond - 1].end
        follows = self.text[end : end + 12]
        dated = match.group(1).lower() == "in" and (
            (1400 <= value <= 2100 and "," not in self.text[self.atoms[after].start : end])
            or re.match(r"[\s-](?:days?|weeks?|months?|years?|hours?|minutes?|games?|matches|seasons)\b|[%-]", follows)
            or follows[:1].isalpha()
        )
        if dated or not 0 < first.low < value:
            return None, after
        whole = Numeral(
            start=first.start, end=end, low=first.low, high=first.low, form="ratio", factor=factor, of=value
        )
        return whole, beyond

    def _bare_magnitude(self, atom: Atom) -> tuple[Numeral | None, int]:
        """For "hundred" and so on without a number before: one of them, when the words before allow it."""
        before = re.search(r"([a-z]+)[\s-]+$", self.text[max(0, atom.start - 12) : atom.start].lower())
        if (before and before.group(1) in ("per", "ground")) or atom.value == 12:
            return None, self.index + 1
        value, factor, after = self.cardinal(self.index)
        start, end = atom.start, self.atoms[after - 1].end
        return Numeral(start=start, end=end, low=value, high=value, factor=factor), after

    def _amount(self, atom: Atom) -> tuple[Numeral | None, int]:
        """For "a hundred thousand", "half a million", "a few hundred", "a couple": an article or vague word first."""
        after = self.index + 1
        follows = self.atoms[after] if after < len(self.atoms) else None
        gap = self.text[atom.end : follows.start] if follows else ""
        if follows and follows.kind == "magnitude" and re.fullmatch(r"[\s-]+(?:of[\s-]+)?", gap):
            value, factor, end_index = self.cardinal(after)
            end = self.atoms[end_index - 1].end
            low, high = atom.value * value, (atom.high or atom.value) * value
            if atom.kind == "article":
                low, _, end = self._tail(low, factor, end, self.atoms[end_index - 1])
                high = low
            form: Form = "vague" if atom.kind == "few" else "words"
            return Numeral(start=atom.start, end=end, low=low, high=high, form=form, factor=factor), end_index
        if atom.kind == "few" and atom.high is not None:
            return Numeral(start=atom.start, end=atom.end, low=atom.value, high=atom.high, form="vague"), after
        if follows and follows.kind in ("part", "ordinal") and re.fullmatch(r"[\s-]+", gap):
            return Parts(self.text, self.atoms, self.index).read_article()
        return None, after

    def _vague(self, atom: Atom) -> tuple[Numeral | None, int]:
        """For "dozens" is 24 and more; "tens of thousands" 20,000 and more."""
        low, factor, end, after = atom.value, Decimal(1), atom.end, self.index + 1
        while after < len(self.atoms) and self.atoms[after].kind == "vague" and low <= MAX_FACTOR:
            follows = self.atoms[after]
            gap = self.text[end : follows.start].lower()
            if not re.fullmatch(r"\s+(?:of|upon|and)\s+", gap):
                break
            if gap.strip() == "of":
                scale = values("numerals.magnitudes").get(self.text[follows.start : follows.end].lower()[:-1])
                low = low * (scale or 1)
            end, after, factor = follows.end, after + 1, Decimal(2)
        name = self.text[atom.start : atom.end].lower()
        counted = re.compile(r"\s+(?:of|more)\b", re.IGNORECASE).match(self.text, end)
        if name in ("tens", "scores") and not counted and factor == 1:
            return None, after
        return Numeral(start=atom.start, end=end, low=low, high=None, form="vague", factor=low), after

    def _multiplier(self, atom: Atom) -> tuple[Numeral | None, int]:
        word = self.text[atom.start : atom.end].lower()
        if word in ("double", "triple", "treble", "quadruple", "halves", "doubles", "triples", "halve"):
            follows = re.compile(
                r"\s+(?:the|its|their|his|her|that|what|as|last|this|to|in|from|by|since|over|on)\b|[.,;]",
                re.IGNORECASE,
            ).match(self.text, atom.end)
            if not follows:
                return None, self.index + 1
        if word == "once" and not _ONCE.match(self.text, atom.end):
            return None, self.index + 1
        return self._one(atom, atom.end, form="multiplier"), self.index + 1


def is_money(text: str, start: int) -> bool:
    """Whether a currency's symbol or code stands right before ``start``."""
    before = text[max(0, start - 5) : start].rstrip(" \u00a0")
    if before[-1:] and unicodedata.category(before[-1]) == "Sc":
        return True
    letters = re.search(r"(?<![A-Za-z])([A-Za-z]{1,3}\.?)$", before)
    return bool(letters and letters.group(1) in table("money.symbols"))
