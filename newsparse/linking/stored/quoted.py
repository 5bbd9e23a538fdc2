"""The quotations of all articles, compared as articles are added to a database."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

import attrs

from newsparse.linking.articles import Article
from newsparse.linking.copies import Copies
from newsparse.linking.quotations.linking import links
from newsparse.linking.quotations.records import SameQuote
from newsparse.linking.quotations.sayings import Saying
from newsparse.linking.quotations.telling import Firsts, same_quote
from newsparse.linking.quotations.utterances import Spoken, Utterance, spoken, utterance
from newsparse.linking.stored.copied import Copied
from newsparse.linking.stored.reports import Reports
from newsparse.linking.stored.shelf import HELD, SAYINGS, Shelf
from newsparse.linking.stored.wordings import Wordings

SPOKEN = 2048
"""Of how many groups of sayings the utterances stay in memory while they are told: each is asked for twice."""


@attrs.frozen
class Told:
    """Sayings that are linked with each other and with no others, and the utterances that several articles tell."""

    sayings: tuple[Saying, ...]
    quotes: tuple[SameQuote, ...]


class Quoted:
    """What the articles in a database have in common of quotations, the same for any order of adding them."""

    def __init__(self, database: sqlite3.Connection, shelf: Shelf) -> None:
        self.database, self.shelf = database, shelf
        self.copied = Copied(database)
        self._wordings = Wordings(database)
        self._reports = Reports(database, shelf.saying)
        self._changed: set[int] = set()
        self._unread: set[int] = set()
        self._loose: set[int] = set()
        self._new: set[int] = set()
        self._spoken = lru_cache(SPOKEN)(self._speak)

    def add(self, numbers: Iterable[int]) -> set[int]:
        """Compare articles, which are on the shelf, with those added before; the articles whose copies are others."""
        waiting, copied = iter(numbers), set[int]()
        while batch := list(islice(waiting, HELD)):
            sayings = (saying for number in batch for _, saying in self._sayings(number))
            self._wordings.expect(saying for saying in sayings if saying.direct)
            for number in batch:
                copied |= self._add(number)
            self._wordings.write()
        return copied

    def _add(self, number: int) -> set[int]:
        self._new.add(number)
        self._spoken.cache_clear()
        for place, saying in self._sayings(number):
            self._reports.add(place, saying)
            if saying.direct:
                self._changed |= self._wordings.add(place, saying)
                self._unread |= self._reports.of(saying)
            else:
                self._unread.add(place)
                self._loose.add(place)
        copied = self.copied.add(number, self._article(number))
        for other in copied - {number}:
            self._touch(other)
        return copied

    def retold(self) -> Iterator[Told]:
        """The sayings whose utterances may be others since this was asked last."""
        self._mark(self._changed)
        for report in sorted(self._unread):
            self._attach(report, self._reports.told(report))
        changed, loose = self._changed, {item for item in self._loose if self._reported(item) is None}
        self._changed, self._unread, self._loose = set(), set(), set()
        yield from self._told(changed, loose)
        self._new = set()

    def quotes(self) -> Iterator[SameQuote]:
        """All utterances that several articles tell; ask for ``retold`` first."""
        query = "SELECT DISTINCT one FROM report_pairs JOIN utterances ON saying = one WHERE reported IS NULL"
        loose = (row[0] for row in self.database.execute(query).fetchall())
        return (quote for told in self._told(self._wordings.shared(), loose) for quote in told.quotes)

    def copies(self) -> tuple[Copies, ...]:
        """The groups of articles that are near copies."""
        return tuple(
            Copies(documents=tuple(self._article(number).document for number in group))
            for group in self.copied.groups()
        )

    def _numbers(self, article: int) -> range:
        """The numbers of the sayings of an article."""
        return range(article * SAYINGS, article * SAYINGS + len(self.shelf.sayings(article)))

    def _sayings(self, article: int) -> Iterator[tuple[int, Saying]]:
        """The sayings of an article by their numbers."""
        return ((number, self.shelf.saying(number)) for number in self._numbers(article))

    def _article(self, number: int) -> Article:
        return self.shelf.sayings(number).article

    def _touch(self, article: int) -> None:
        """Tell the utterances of an article again."""
        for number, saying in self._sayings(article):
            told = number if saying.direct else self._reported(number)
            if told is None:
                self._loose.add(number)
            else:
                self._changed.add(told)

    def _reported(self, report: int) -> int | None:
        row = self.database.execute("SELECT reported FROM utterances WHERE saying = ?", [report]).fetchone()
        return None if row[0] is None else int(row[0])

    def _mark(self, changed: Iterable[int]) -> None:
        """Find out again which sayings put several together: these are not what anybody reports."""
        for group in self._groups(changed, self._wordings.connected):
            sayings, found = self._spoken(tuple(group)) if len(group) > 1 else ({}, None)
            for number in group:
                query = "UPDATE utterances SET merged = ? WHERE saying = ? AND merged != ?"
                now = found is not None and sayings[number] in found.merged
                if self.database.execute(query, [now, number, now]).rowcount:
                    self._unread |= self._reports.of(self.shelf.saying(number))

    def _attach(self, report: int, told: int | None) -> None:
        before = self._reported(report)
        if before == told:
            return
        self._changed |= {number for number in (before, told) if number is not None}
        self._loose |= {report, *self._reports.beside(report)}
        self.database.execute("UPDATE utterances SET reported = ? WHERE saying = ?", [told, report])

    def _told(self, direct: Iterable[int], loose: Iterable[int]) -> Iterator[Told]:
        """What is told by direct sayings and by reports; a saying of a new article alone is not told, nor ever was."""
        for group in self._groups(direct, self._wordings.connected):
            reports = {number: self._reports.telling(number) for number in group}
            if not self._alone([*group, *(report for items in reports.values() for report in items)]):
                yield self._direct(reports)
        for group in self._groups(loose, self._reports.connected):
            if not self._alone(group):
                sayings = self._read(group)
                yield self._records(sayings, [utterance(sayings.values(), frozenset())])

    def _alone(self, sayings: list[int]) -> bool:
        return len(sayings) == 1 and sayings[0] // SAYINGS in self._new

    def _groups(self, items: Iterable[int], connected: Callable[[int], Iterable[int]]) -> Iterator[list[int]]:
        seen: set[int] = set()
        for item in sorted(items):
            if item not in seen:
                group = sorted(connected(item))
                seen.update(group)
                yield group

    def _direct(self, reports: Mapping[int, Iterable[int]]) -> Told:
        """The utterances of direct sayings that are connected, each with its reports."""
        direct, found = self._spoken(tuple(reports))
        sayings = direct | self._read(report for items in reports.values() for report in items)
        by_saying = {sayings[number]: [sayings[report] for report in items] for number, items in reports.items()}
        groups = ([*group, *(report for item in group for report in by_saying[item])] for group in found.groups)
        return self._records(sayings, [utterance(group, found.merged) for group in groups])

    def _speak(self, numbers: tuple[int, ...]) -> tuple[dict[int, Saying], Spoken]:
        """Some direct sayings by their numbers, and the utterances that they tell."""
        sayings = self._read(numbers)
        order = sorted(sayings, key=lambda number: sayings[number].place)
        by_wording: dict[int, list[int]] = defaultdict(list)
        for place, number in enumerate(order):
            by_wording[self._wordings.of(number)].append(place)
        wordings = sorted(by_wording)
        shelves = [by_wording[wording] for wording in wordings]
        at = {wording: number for number, wording in enumerate(wordings)}
        pairs = [_by_time(shelves, at[one], at[other]) for one, other in self._wordings.pairs(wordings)]
        given = [sayings[number] for number in order]
        return sayings, spoken(given, list(links(given, shelves, pairs)))

    def _read(self, numbers: Iterable[int]) -> dict[int, Saying]:
        """Sayings by their numbers."""
        return {number: self.shelf.saying(number) for number in numbers}

    def _records(self, sayings: dict[int, Saying], found: Iterable[Utterance | None]) -> Told:
        told = [item for item in found if item is not None]
        firsts = self._firsts({number // SAYINGS for number in sayings}) if told else {}
        return Told(tuple(sayings.values()), tuple(same_quote(item, firsts) for item in told))

    def _firsts(self, articles: Iterable[int]) -> Firsts:
        found = {number: self.copied.first(number) for number in articles}
        return {
            self._article(number).document: self._article(first) for number, first in found.items() if first is not None
        }


def _by_time(shelves: list[list[int]], one: int, other: int) -> tuple[int, int]:
    """Two wordings, the one that was said first before the other."""
    return (one, other) if shelves[one] < shelves[other] else (other, one)
