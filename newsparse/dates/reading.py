"""The dates of one text: which phrases there are, and the period that each means in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache, cached_property, partial
from typing import cast

from newsparse.dates.calendar import Stretch
from newsparse.dates.grammar import Phrase, phrases_of
from newsparse.dates.moment import Moment, Reading, Tense
from newsparse.dates.patterns import words
from newsparse.dates.resolving import resolve
from newsparse.lexicon import SHARED, lexicon
from newsparse.model import DateRelation, Document, Passage, Period, Span
from newsparse.syntax.words import words_of

_END = re.compile(r"[.!?;\n](?:(?<=[a-z0-9)%”’\"'][.!?])[”’\"')]*\s+(?=[A-Z“‘\"'(])|(?<=\n)|(?<=;)\s)")
"""Ends of sentences; none after an initial or a capital with a full stop."""
_PART_END = re.compile(r"[,:;()–—]|\s-\s")
_REPORTING_WORDS = 3
_REPORTING_CHARACTERS = 40
_JOINED_CHARACTERS = 20
_WORD = re.compile(r"[\w'’]+")
_NEEDS_LEAD = frozenset(["year", "years", "month", "part", "fiscal"])
"""Rules whose phrases may mean something else where no preposition is before them: "May", "2019"."""


class Dates:
    """The dates of a text.

    ``published`` is the day or time of publication in ISO 8601, by which relative dates are counted; without it, and
    with anything that is no date, they stay open. ``country`` (ISO 3166-1, two letters) says when summer is.
    """

    def __init__(self, text: str, published: str | None = None, country: str | None = None) -> None:
        self._text, self._published = text, _day(published)
        self._southern = _southern(country)
        self._known: dict[int, Reading | None] = {}

    @classmethod
    def of(cls, document: Document, country: str | None) -> Dates:
        """The dates of a document, found once for all extractors; ``country`` is the outlet's as a code."""
        known = document.text, document.meta.published, country
        return words_of(document).shared((cls, *known), lambda: cls(*known))

    @cached_property
    def _phrases(self) -> list[Phrase]:
        return phrases_of(self._text)

    @cached_property
    def _starts(self) -> list[int]:
        return [phrase.span.start for phrase in self._phrases]

    @cached_property
    def _ends(self) -> tuple[list[int], list[int]]:
        """Where sentences end, and where the next ones begin."""
        found = [match.span() for match in _END.finditer(self._text)]
        return [start for start, _ in found], [end for _, end in found]

    def passages(self, start: int, end: int) -> Iterator[Passage]:
        """The phrases within those offsets, each with the preposition before it; no bare years, months and quarters."""
        phrases = self._phrases
        for at in range(bisect_left(self._starts, start), len(phrases)):
            phrase = phrases[at]
            if phrase.span.end > end:
                return
            if _certain(phrase):
                yield Passage.at(self._text, max(start, phrase.lead), phrase.span.end)

    def around(self, span: Span) -> Span:
        """The words at ``span`` with the rest of their phrase and the other end of their stretch: "May to July"."""
        first = max(0, bisect_left(self._starts, span.start) - 1)
        here = [at for at in range(first, bisect_left(self._starts, span.end)) if self._phrases[at].overlaps(span)]
        if not here:
            return span
        first, last = here[0], here[-1]
        while first > 0 and self._joins(first - 1):
            first -= 1
        while last + 1 < len(self._phrases) and self._joins(last):
            last += 1
        start, end = self._phrases[first].span.start, max(item.span.end for item in self._phrases[first : last + 1])
        return Span(min(start, span.start), max(end, span.end))

    def period(self, span: Span) -> Period | None:
        """The period that the words at ``span`` mean; None where there is no date, several, or an open one."""
        first = max(0, bisect_left(self._starts, span.start) - 1)
        near = self._phrases[first : bisect_left(self._starts, span.end, lo=first)]
        here = [phrase for phrase in near if phrase.overlaps(span)]
        if len(here) != 1 or not _certain(here[0]) or self._joined(here[0]):
            return None
        reading = self._reading(here[0])
        if reading is None:
            return None
        phrase, days = here[0], reading.days
        return Period(
            words=Passage.at(self._text, phrase.lead, phrase.span.end),
            start=days.start.isoformat(),
            end=days.end.isoformat(),
            granularity=days.granularity,
            length=days.length,
            relation=self._relation(phrase),
            relative_to=reading.relative_to,
            rule=f"dates.{phrase.rule}",
        )

    def _joined(self, phrase: Phrase) -> bool:
        """Whether the phrase is one end of several days or months: "22 and 23 May", "from March to May"."""
        if phrase.rule in ("day", "date") and _numbered_before().search(
            self._text, max(0, phrase.span.start - _JOINED_CHARACTERS), phrase.span.start
        ):
            return True
        at = bisect_left(self._starts, phrase.span.start)
        return any(self._joins(one) for one in (at - 1, at) if 0 <= one < len(self._phrases) - 1)

    def _joins(self, at: int) -> bool:
        """Whether a phrase is joined to the next one."""
        one, other = self._phrases[at : at + 2]
        return _joining().fullmatch(self._text, one.span.end, other.span.start) is not None

    def _reading(self, phrase: Phrase) -> Reading | None:
        at = phrase.span.start
        if at not in self._known:
            self._known[at] = None  # a phrase is no anchor of its own anchor
            moment = Moment(
                published=self._published,
                southern=self._southern,
                find_anchor=partial(self._anchor, phrase),
                find_tense=partial(self._tense, phrase),
                find_sport=partial(self._sporting, phrase),
            )
            self._known[at] = resolve(phrase.rule, phrase.slots, moment)
        return self._known[at]

    def _anchor(self, phrase: Phrase) -> Stretch | None:
        """The days of the date before in the same sentence that is no day of reporting."""
        start, _ = self._sentence(phrase)
        first, last = (bisect_left(self._starts, at) for at in (start, phrase.span.start))
        for item in reversed(self._phrases[first:last]):
            reading = self._reading(item)
            if reading is not None and not self._reported(item):
                return reading.days
        return None

    def _sentence(self, phrase: Phrase) -> tuple[int, int]:
        ends, begins = self._ends
        before = bisect_right(begins, phrase.lead)
        behind = bisect_left(ends, phrase.span.end)
        return begins[before - 1] if before else 0, ends[behind] if behind < len(ends) else len(self._text)

    def _sporting(self, phrase: Phrase) -> bool:
        """Whether the sentence of the phrase is about a game."""
        start, end = self._sentence(phrase)
        return any(word.lower() in words("dates.playing") for word in _WORD.findall(self._text[start:end]))

    def _tense(self, phrase: Phrase) -> Tense:
        """Which way to look from publication, by the words of the phrase's part of the sentence; None for open."""
        if self._reported(phrase):
            return "past"
        if self._relation(phrase) in ("by", "until"):
            return "future"
        start, end = self._sentence(phrase)
        before, behind = self._text[start : phrase.lead], self._text[phrase.span.end : end]
        before = _PART_END.split(before)[-1]
        if _future().search(before):
            return "future"
        behind = _PART_END.split(behind)[0]
        if not before.strip() and not behind.strip():  # the phrase stands between commas
            behind = self._text[phrase.span.end : end]
        return None if _future().search(behind) else "past"

    def _reported(self, phrase: Phrase) -> bool:
        """Whether the phrase says when something was said: "the bank said on Tuesday"."""
        near = _WORD.findall(self._text[max(0, phrase.lead - _REPORTING_CHARACTERS) : phrase.lead])[-_REPORTING_WORDS:]
        return phrase.rule in ("weekday", "word") and any(word.lower() in words("dates.reporting") for word in near)

    def _relation(self, phrase: Phrase) -> DateRelation:
        if phrase.rule in ("years", "months"):
            return "in"
        first = _WORD.match(self._text, phrase.lead, phrase.span.start)
        known = lexicon(SHARED).map("dates.relations")
        return cast(DateRelation, known.get(first.group().lower(), "in")) if first else "in"


def _certain(phrase: Phrase) -> bool:
    return phrase.led or phrase.rule not in _NEEDS_LEAD


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[: len("2024-05-16")])
    except ValueError:
        return None


def _southern(country: str | None) -> bool | None:
    code = (country or "").strip().upper()
    return True if code in words("dates.southern") else False if code in words("dates.northern") else None


@cache
def _joining() -> re.Pattern[str]:
    """What is between two dates that belong together."""
    return re.compile(rf"\s*(?:{'|'.join(sorted(words('dates.joining')))}|[–-])\s*")


@cache
def _numbered_before() -> re.Pattern[str]:
    """A number that the day after it belongs to."""
    return re.compile(rf"(?<!\d)\d{{1,2}}{_joining().pattern}\Z")


@cache
def _future() -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words("dates.future"), key=len, reverse=True))
    return re.compile(rf"(?:(?<!\w)|(?=['’]))(?:{listed})(?!\w)", re.IGNORECASE)
