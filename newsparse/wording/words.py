"""Words as they are compared: without case, typographic marks and punctuation, each with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

import attrs

from newsparse.lexicon import SHARED, lexicon
from newsparse.model import Span

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ´`][^\W\d_]+)*|[$€£¥₹%]")
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ´`", "'"))
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|$))")


@attrs.frozen
class Words:
    """The words of a text or of parts of it: ``keys`` are compared, ``spans`` say where each is."""

    keys: tuple[str, ...]
    spans: tuple[Span, ...]

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.keys)

    def within(self, span: Span) -> Words:
        """The words that begin within ``span``, of words in the order of the text."""
        first, last = (bisect_left(self.spans, at, key=_start) for at in (span.start, span.end))
        return Words(self.keys[first:last], self.spans[first:last])

    def cut(self, start: int, end: int) -> Span | None:
        """The code points from word ``start`` to before word ``end``; None where there is no word between."""
        return Span(self.spans[start].start, self.spans[end - 1].end) if start < end else None


def _start(span: Span) -> int:
    return span.start


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """The form in which a word is compared: folded case, plain apostrophes, no diacritics, numerals as plain digits."""
    plain = word.translate(_APOSTROPHES).casefold()
    if plain[0].isdigit():
        return _THOUSANDS.sub("", plain)
    decomposed = unicodedata.normalize("NFKD", plain)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter)) or plain
    return _numerals().get(plain, plain)


@cache
def _numerals() -> Mapping[str, str]:
    """The digits of numerals in one word."""
    shared = lexicon(SHARED)
    return {word: str(value) for name in ("small", "tens") for word, value in shared.values(f"numerals.{name}").items()}


def words_in(text: str, spans: Sequence[Span] | None = None) -> Words:
    """The words of ``text``, or of these parts of it one after the other."""
    parts = [Span(0, len(text))] if spans is None and text else spans or ()
    found = [match for part in parts for match in _WORD.finditer(text, part.start, part.end)]
    return Words(tuple(key_of(match[0]) for match in found), tuple(Span(*match.span()) for match in found))
