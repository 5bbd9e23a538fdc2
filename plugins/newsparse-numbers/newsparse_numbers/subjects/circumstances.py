"""When and where a figure holds, as the words of its sentence say."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.dates import Dates
from newsparse.model import Mention, Passage, Period, Span
from newsparse.syntax import SUBJECTS
from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.page import Page

NEAR_WORDS = 18
"""Words on either side of a figure in which its date and place are looked for."""
BESIDE_WORDS = 4
"""How many words at most are between a figure and the date of that figure alone."""
_CLAUSES = frozenset(["acl:relcl", "advcl", "ccomp"])
_PLACES = frozenset(["Location", "Facility"])
_ENDS = (". ", "\n", "; ")


class Circumstances:
    """Dates and places beside the figures of one document."""

    def __init__(self, page: Page, dates: Dates) -> None:
        """Read the text, the words and the names of ``page``, and its ``dates``."""
        self._page, self._dates = page, dates

    def of(self, span: Span) -> tuple[Passage | None, Period | None, Passage | None]:
        """When the figure at ``span`` holds, as words and as days, and where."""
        index = self._page.index
        start, end = index.start_before(span.start, NEAR_WORDS), index.end_after(span.end, NEAR_WORDS)
        names = [item for item in self._page.named.between(start, end) if not item.span.overlaps(span)]
        when = self._when(span, names, self._dates.passages(start, end))
        return when, self._dates.period(when.span) if when else None, self._where(span, names)

    def _when(self, span: Span, names: list[Mention], passages: Iterator[Passage]) -> Passage | None:
        """The nearest date of the figure's own clause close by, with both ends of a stretch of time."""
        found = self._date(span, names, passages)
        if found is None:
            return None
        whole = self._dates.around(found.span)
        return found if whole.overlaps(span) else Passage.at(self._page.text, whole.start, whole.end)

    def _date(self, span: Span, names: list[Mention], passages: Iterator[Passage]) -> Passage | None:
        held = [item for item in _dated(span, names, passages) if self._holds_for(item.span, span)]
        found = self._nearest(span, held)
        if found is None or found.span.start > span.end or not self._of_other(found.span):
            return found
        behind = [item for item in held if item.span.start > span.end and self._right_behind(item.span, span)]
        return self._nearest(span, behind) or found

    def _of_other(self, date: Span) -> bool:
        """Whether another figure is right before a date, so that it goes with that: "from 40 in 2007 to 90 in 2019"."""
        first = self._page.index.overlapping(date).start
        return any(word in self._page.taken for word in range(max(0, first - BESIDE_WORDS), first))

    def _right_behind(self, date: Span, figure: Span) -> bool:
        """Whether no other figure and few words are between a figure and a date behind it."""
        page = self._page
        between = range(page.index.overlapping(figure).stop, page.index.overlapping(date).start)
        return len(between) < BESIDE_WORDS and page.taken.isdisjoint(between)

    def _holds_for(self, date: Span, figure: Span) -> bool:
        """Whether a date is in a clause that the figure is in too, and says more than since when."""
        page = self._page
        inside, words_of_figure = page.index.overlapping(date), page.index.overlapping(figure)
        if not inside or not words_of_figure:
            return True
        lead = inside[0] if page.lower[inside[0]] in words("claims.date_since") else inside[0] - 1
        if date.start > figure.end and page.lower[lead] in words("claims.date_since"):
            return False
        top = page.top(inside)
        if top is None or not page.has_head(top):
            return True
        if self._in_clause_between(range(words_of_figure.stop, inside.start)):
            return False
        return page.clause(top) in page.chain(words_of_figure)

    def _in_clause_between(self, between: range) -> bool:
        """Whether a clause with a subject of its own goes on up to a date: "£410, twice what it promised in 2021"."""
        page = self._page
        for word in reversed(between):
            if page.tokens[word].text == ",":
                return False
            if page.tokens[word].upos == "VERB" and page.relation(word) in _CLAUSES:
                return any(child in between for child in page.children(word, *SUBJECTS))
        return False

    def _where(self, span: Span, names: list[Mention]) -> Passage | None:
        """The nearest place by name in the same sentence that "in", "at" and the like lead to."""
        places = [item for item in names if item.label in _PLACES and self._is_led_to(item)]
        return self._nearest(span, [Passage(item.span, item.text) for item in places])

    def _is_led_to(self, item: Mention) -> bool:
        """Whether a preposition of place, and perhaps "the", is right before a name."""
        page = self._page
        before = page.index.overlapping(item.span).start - 1
        if before > 0 and page.lower[before] in words("claims.place_articles"):
            before -= 1
        return before >= 0 and page.lower[before] in words("claims.place_leads")

    def _nearest(self, span: Span, found: list[Passage]) -> Passage | None:
        near = [item for item in found if not _apart(self._page.text, item.span, span)]
        return min(near, key=lambda item: _distance_chars(item.span, span), default=None)


def _dated(span: Span, names: list[Mention], passages: Iterator[Passage]) -> list[Passage]:
    """The names and passages that are dates, and neither part of one another nor of the figure at ``span``."""
    dates = [Passage(item.span, item.text) for item in names if item.label == "Date"]
    for passage in passages:
        place = passage.span
        if not place.overlaps(span) and not any(item.span.overlaps(place) for item in dates):
            dates.append(passage)
    return dates


def _distance_chars(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _apart(text: str, one: Span, other: Span) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return any(mark in between for mark in _ENDS)
