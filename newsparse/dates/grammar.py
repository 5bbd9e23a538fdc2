"""Phrases for dates: found by the patterns of the word lists, the longest first, none overlapping another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import attrs

from newsparse.dates.patterns import RUN, any_of, listed_in, opens, starting, words
from newsparse.model import Span

_NEAR_CHARACTERS = 60
"""Characters on either side of a word of dates in which the rest of its phrase is looked for."""


@attrs.frozen
class Phrase:
    """A phrase for a date: its place, the rule that reads it, and the words in its slots.

    ``lead`` is where a preposition and words such as "early" before it begin.
    """

    span: Span
    rule: str
    slots: Mapping[str, str] = attrs.field(hash=False)
    lead: int = 0

    @property
    def led(self) -> bool:
        """Whether a preposition is before it."""
        return self.lead < self.span.start

    def overlaps(self, span: Span) -> bool:
        """Whether it shares a character with ``span``."""
        return self.span.overlaps(span)


def phrases_of(text: str) -> list[Phrase]:
    """The phrases for dates in ``text``, in their order."""
    return [phrase for start, end in _regions(text) for phrase in _within(text, start, end)]


def _within(text: str, start: int, end: int) -> list[Phrase]:
    """The phrases for dates between two offsets, in their order; of those that overlap, the longest."""
    kept: list[Phrase] = []
    for *_, phrase in sorted(_found(text, start, end)):
        if not any(phrase.overlaps(other.span) for other in kept):
            kept.append(phrase)
    return sorted(kept, key=_place)


def _found(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, Phrase]]:
    """Each phrase that a pattern finds, after its sort key; two of the same pattern never overlap.

    Longer phrases come first, then earlier ones, then those of earlier patterns.
    """
    runs = list(RUN.finditer(text, start, end))
    near = [run.group().lower() for run in runs]
    done: dict[int, int] = {}
    for at, word in enumerate(near):
        for known in starting(near, at) if opens(word) else ():
            begin = runs[at].start()
            match = known.pattern.match(text, begin, end) if begin >= done.get(known.order, 0) else None
            if match is not None:
                done[known.order] = match.end()
                slots = {name: value for name, value in match.groupdict().items() if value}
                phrase = Phrase(Span(begin, match.end()), known.rule, slots, _lead(text, begin))
                yield begin - match.end(), begin, known.order, phrase


def _place(phrase: Phrase) -> Span:
    return phrase.span


def _lead(text: str, start: int) -> int:
    match = _leads().search(text, max(0, start - _NEAR_CHARACTERS), start)
    return match.start() if match else start


def _regions(text: str) -> Iterator[tuple[int, int]]:
    """Where the words that every phrase has one of are, with what is near them."""
    begin = end = -1
    for match in _triggers().finditer(text):
        first, last = max(0, match.start() - _NEAR_CHARACTERS), match.end() + _NEAR_CHARACTERS
        if first > end and end >= 0:
            yield begin, end
            begin = first
        elif end < 0:
            begin = first
        end = last
    if end >= 0:
        yield begin, end


@cache
def _triggers() -> re.Pattern[str]:
    small = [*words("dates.days"), *words("dates.units"), *words("dates.seasons"), *words("dates.parts")]
    large = [name.capitalize() for name in (*words("dates.weekdays"), *listed_in("month"))]
    first = "".join(sorted({sign for word in small for sign in (word[0], word[0].upper())} | {n[0] for n in large}))
    return re.compile(
        rf"\b(?=[{first}QH12])(?:(?i:{any_of(small)})|{any_of(large)}|Q[1-4]|H[12]|(?:1[5-9]|20)\d\ds?)(?!\w)"
    )


@cache
def _leads() -> re.Pattern[str]:
    article, parts = (rf"(?:(?:{any_of(words(name))})(?:\s+|-))" for name in ("dates.articles", "dates.parts_of_units"))
    return re.compile(rf"(?<![\w-])(?i:(?:(?:{any_of(words('dates.leads'))})\s+)?{article}?(?:{parts}{article}?)?)\Z")
