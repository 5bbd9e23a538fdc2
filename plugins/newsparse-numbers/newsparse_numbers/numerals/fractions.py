"""Parts of a whole and ordinals: "two-thirds", "1/4", "half", "a third of", "third-largest"."""

from __future__ import annotations

import re
from decimal import Decimal

from newsparse_numbers.lexicon import table, values, words
from newsparse_numbers.numerals.exact import quotient
from newsparse_numbers.numerals.lexing import Atom, Form, Numeral
from newsparse_numbers.numerals.shares import is_share

_SLASH = re.compile(r"\s?[/⁄]\s?")
_HALF_AFTER = re.compile(r"\s+(?:an?\s+)?([a-z]+)", re.IGNORECASE)
_BEST = re.compile(r"[\s-]+(?:[a-z]+[\s-])?(?:[a-z]+est|most|least|best|worst|last)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:finish\w*|rank\w*|climb\w*|rose|place\w*|came|come|sits?|stand\w*|up|down|drop\w*)(?:\s+(?:to|in|joint))?\s+$",
    re.I,
)
_COMPOUND = re.compile(r"-(?:[a-z]+est|most|least|best|worst)(?:-[a-z]+)?\b")
_ROW = re.compile(r"\s+\w+\s+(?:in a row|running|of growth)\b")
_NTH = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z0-9])")


class Parts:
    """Reads a part or an ordinal at one atom; each rule gives the numeral or None, and the index after it."""

    def __init__(self, text: str, atoms: list[Atom], index: int) -> None:
        """Stand at ``atoms[index]``."""
        self.text, self.atoms, self.index = text, atoms, index

    @property
    def atom(self) -> Atom:
        """The atom that the rules begin at."""
        return self.atoms[self.index]

    def _next(self) -> tuple[Atom | None, str]:
        after = self.index + 1
        if after >= len(self.atoms):
            return None, ""
        return self.atoms[after], self.text[self.atom.end : self.atoms[after].start]

    def read_slashed(self) -> tuple[Numeral | None, int]:
        """For "1/4", "9/10": digits on both sides of a stroke, the first the smaller one."""
        follows, gap = self._next()
        if follows is None or self.atom.kind != "digits" or follows.kind != "digits" or not _SLASH.fullmatch(gap):
            return None, self.index
        above, below = self.atom.value, follows.value
        whole = above == above.to_integral_value() and below == below.to_integral_value()
        longer = (
            self.text[follows.end : follows.end + 1] in ("/", "⁄")
            or self.text[self.atom.start - 1 : self.atom.start] == "/"
        )
        if not whole or longer or not 0 < above < below or " " in gap:
            return None, self.index
        return self._made(self.atom.start, follows.end, quotient(above, below), "fraction"), self.index + 2

    def read_share(self) -> tuple[Numeral | None, int]:
        """For "two-thirds", "three quarters", "one fifth"."""
        follows, gap = self._next()
        if follows is None or self.atom.kind not in ("small", "digits") or not re.fullmatch(r"[\s-]", gap):
            return None, self.index
        name = self.text[follows.start : follows.end].lower()
        number = self.atom.value
        if follows.kind != "part" or not 0 < number < follows.value or (number > 1) != name.endswith("s"):
            return None, self.index
        if name.startswith("quarter") and _period(self.text, self.atom.start):
            return None, self.index
        if number == 1 and gap != "-" and not (name == "half" or self._share(follows.end)):
            return None, self.index
        share = quotient(number, follows.value)
        scale, end = self._of_a(follows.end)
        return self._made(
            self.atom.start, end, share * scale, "fraction" if scale == 1 else "words", scale
        ), self.index + 2

    def read_article(self) -> tuple[Numeral | None, int]:
        """For "a third of", "a fifth more", "a quarter of a million"."""
        follows, _ = self._next()
        if follows is None or follows.kind != "part" or self.text[follows.start : follows.end].lower().endswith("s"):
            return None, self.index + 1
        if self.text[follows.start : follows.end].lower() == "half":
            scale, end = self._of_a(follows.end)
            made = self._made(self.atom.start, end, scale / 2, "words", scale) if scale != 1 else None
            return made, self.index + 2 if made else self.index + 1
        scale, end = self._of_a(follows.end)
        if scale == 1 and not self._share(follows.end):
            return None, self.index + 1
        form: Form = "fraction" if scale == 1 else "words"
        return self._made(self.atom.start, end, quotient(scale, follows.value), form, scale), self.index + 2

    def read_single(self) -> tuple[Numeral | None, int]:
        """For "half", "third-largest", "fifth": a part or an ordinal that stands alone."""
        name = self.text[self.atom.start : self.atom.end].lower()
        if name == "half":
            return self._half(), self.index + 1
        if name == "quarter":
            scale, end = self._of_a(self.atom.end)
            made = self._made(self.atom.start, end, scale / 4, "words", scale) if scale != 1 else None
            return made, self.index + 1
        if name in ("halves", "quarters") or name not in table("numerals.ordinals"):
            return None, self.index + 1
        value = values("numerals.ordinals")[name] if self.atom.kind == "part" else self.atom.value
        return self.ordinal(self.atom.start, self.atom.end, value), self.index + 1

    def ordinal(self, start: int, end: int, value: Decimal) -> Numeral | None:
        """The ordinal at ``start``-``end``, unless it names a part of a game, a century, a street."""
        after = re.compile(r"[\s-]+([A-Za-z]+)").match(self.text, end)
        word = after.group(1) if after else ""
        named = word.lower() in words("names.ordinal_heads_no")
        if named and not _BEST.match(self.text, end) and not _ROW.match(self.text, end):
            return None
        if value == 2 and re.search(
            r"(?i)\b(?:per|every|each|split|one)[\s-]$|\bin a $", self.text[max(0, start - 8) : start]
        ):
            return None
        if word[:1].isupper() and not _BEST.match(self.text, end):
            return None
        best = _COMPOUND.match(self.text, end)
        if (
            value == 2
            and not best
            and not word
            and not re.search(r"(?i)\b(?:the|a|came|finished)\s$", self.text[max(0, start - 9) : start])
        ):
            return None
        return self._made(start, best.end() if best else end, value, "ordinal")

    def _share(self, end: int) -> bool:
        return is_share(self.text, self.atom.start, end)

    def _half(self) -> Numeral | None:
        before = re.search(r"([a-z]+)([\s-]+)$", self.text[max(0, self.atom.start - 14) : self.atom.start].lower())
        if self.text[self.atom.end : self.atom.end + 1] in ("-", "‑") or (before and "-" in before.group(2)):
            return None
        if before and before.group(1) in (
            "first",
            "second",
            "other",
            "latter",
            "better",
            "top",
            "bottom",
            "opening",
            "a",
        ):
            return None
        after = _HALF_AFTER.match(self.text, self.atom.end)
        word = after.group(1).lower() if after else ""
        magnitude = values("numerals.magnitudes").get(word)
        if after and magnitude:
            return self._made(self.atom.start, after.end(), magnitude / 2, "words", magnitude)
        if word == "time" or (not before and not after):
            return None
        return self._made(self.atom.start, self.atom.end, Decimal("0.5"), "fraction")

    def _of_a(self, end: int) -> tuple[Decimal, int]:
        """The magnitude of " of a million" after a part, and where it ends."""
        quarters = re.search(r"(?i)\b(?:quarters?|half)$", self.text[max(0, end - 9) : end])
        of = r"(?:of\s+an?\s+)?" if quarters else r"of\s+an?\s+"
        match = re.compile(rf"[\s-]+{of}([a-z]+)").match(self.text, end)
        scale = values("numerals.magnitudes").get(match.group(1).lower()) if match else None
        return (scale, match.end()) if match and scale and scale > 100 else (Decimal(1), end)

    def _made(self, start: int, end: int, value: Decimal, form: Form, factor: Decimal = Decimal(1)) -> Numeral:
        return Numeral(start=start, end=end, low=value, high=value, form=form, factor=factor)


def is_rank(text: str, start: int, end: int) -> bool:
    """Whether an ordinal ranks ("third-largest", "climbed to third") and does not only count."""
    if (_BEST.match(text, end) or _COMPOUND.search(text, start, end)) and not re.compile(r"[\s-]+(?:last)\b").match(
        text, end
    ):
        return True
    head = re.compile(r"[\s-]+(?:place|spot|position)\b").match(text, end)
    return bool(head) or (_PLACE.search(text[max(0, start - 24) : start]) is not None)


def nth(text: str, end: int) -> int | None:
    """Where an ordinal's ending after digits ("th") stops, or None."""
    match = _NTH.match(text, end)
    return match.end() if match else None


def _period(text: str, start: int) -> bool:
    """Whether "three quarters" are a time: "in the last three quarters"."""
    return (
        re.search(r"\b(?:first|last|past|next|previous|final|of)\s+$", text[max(0, start - 12) : start].lower())
        is not None
    )
