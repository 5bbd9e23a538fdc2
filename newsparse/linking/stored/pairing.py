"""Pairs of figures that may be about one thing, kept in a database as articles are added, and the groups they make."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from newsparse.linking.figures.joining import Alike, Scored, between, grouped, inside
from newsparse.linking.figures.profiles import MOST_FIGURES, Article, Figure
from newsparse.linking.stored.stories import Change, Stories

NUMBERED = 128
"""The number of a figure is that of its article, times this, and its place among the figures there."""
assert NUMBERED > MOST_FIGURES


class Pairing:
    """The figures of the articles in a database; ``read`` gives what is kept of an article by its number."""

    def __init__(self, database: sqlite3.Connection, stories: Stories, read: Callable[[int], Article]) -> None:
        self.database, self.stories, self.read = database, stories, read

    def add(self, number: int, changes: Iterable[Change]) -> set[int]:
        """Add an article, with what that changes of stories; the numbers of figures whose group may be another one."""
        touched = set(range(number * NUMBERED, number * NUMBERED + len(self.read(number).figures)))
        self._insert(number, number, inside(self.read(number).figures))
        for change in changes:
            one, other = change.pair
            if change.alike is None:
                touched |= self._delete(one, other)
            else:
                pairs = between(self.read(one).figures, self.read(other).figures, change.alike)
                touched |= self._insert(one, other, pairs)
        return touched

    def groups(self, touched: Iterable[int]) -> Iterator[tuple[set[int], list[list[Figure]]]]:
        """The figures that pairs connect with some that are touched, by their numbers, each time with their groups."""
        seen: set[int] = set()
        for figure in sorted(touched):
            if figure not in seen:
                connected = self._connected(figure)
                seen |= connected
                yield connected, self._grouped(connected)

    def every(self) -> Iterator[list[Figure]]:
        """All groups."""
        paired = (row[0] for row in self.database.execute("SELECT DISTINCT one FROM figure_pairs").fetchall())
        return chain.from_iterable(groups for _, groups in self.groups(paired))

    def figure(self, number: int) -> Figure:
        """The figure with a number."""
        return self.read(number // NUMBERED).figures[number % NUMBERED]

    def _insert(self, one: int, other: int, pairs: Iterable[Scored]) -> set[int]:
        places = [{figure.claim: at for at, figure in enumerate(self.read(number).figures)} for number in (one, other)]
        rows = []
        for score, here, there in pairs:
            first, second = one * NUMBERED + places[0][here.claim], other * NUMBERED + places[1][there.claim]
            rows += [(first, second, score), (second, first, score)]
        self.database.executemany("INSERT INTO figure_pairs VALUES (?, ?, ?)", rows)
        return {row[0] for row in rows}

    def _delete(self, one: int, other: int) -> set[int]:
        """Delete the pairs of two articles; the figures that had them."""
        found: set[int] = set()
        for here, there in ((one, other), (other, one)):
            ranges = [here * NUMBERED, (here + 1) * NUMBERED, there * NUMBERED, (there + 1) * NUMBERED]
            where = "WHERE one >= ? AND one < ? AND other >= ? AND other < ?"
            found.update(row[0] for row in self.database.execute(f"SELECT one FROM figure_pairs {where}", ranges))
            self.database.execute(f"DELETE FROM figure_pairs {where}", ranges)
        return found

    def _connected(self, figure: int) -> set[int]:
        found, waiting = {figure}, [figure]
        while waiting:
            rows = self.database.execute("SELECT other FROM figure_pairs WHERE one = ?", [waiting.pop()])
            new = {row[0] for row in rows} - found
            found |= new
            waiting += new
        return found

    def _grouped(self, connected: set[int]) -> list[list[Figure]]:
        if len(connected) == 1:
            return []
        query = "SELECT other, score FROM figure_pairs WHERE one = ? AND other > one"
        figures = {number: self.figure(number) for number in connected}
        pairs = [
            (score, figures[one], figures[other])
            for one in connected
            for other, score in self.database.execute(query, [one])
        ]
        return grouped(pairs, self.alike({number // NUMBERED for number in connected}))

    def alike(self, articles: set[int]) -> Alike:
        """How alike those of some articles are that may tell one story, by their ids."""
        found = {}
        for one in articles:
            for other, alike in self.stories.near(one).items():
                if one < other and other in articles:
                    first, second = sorted((self.read(one).document, self.read(other).document))
                    found[first, second] = alike
        return found
