"""The figures and claims of all articles, compared as articles are added to a database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from newsparse.linking.figures.joining import Alike
from newsparse.linking.figures.profiles import Figure
from newsparse.linking.status.statuses import Status
from newsparse.linking.stored.effects import Effects
from newsparse.linking.stored.pairing import Pairing
from newsparse.linking.stored.shelf import Shelf
from newsparse.linking.stored.stories import Stories


class Claims:
    """What the articles in a database have in common of figures and claims, the same for any order of adding them."""

    def __init__(self, database: sqlite3.Connection, shelf: Shelf) -> None:
        self.database, self.shelf = database, shelf
        self._stories = Stories(database)
        self._pairing = Pairing(database, self._stories, lambda number: shelf.statements(number).article)
        self._effects = Effects(database, shelf, self._stories)
        self._touched: set[int] = set()

    def add(self, number: int) -> None:
        """Compare an article, which is on the shelf, with those that were added before."""
        changes = self._stories.add(number, self.shelf.statements(number).article)
        self._touched |= self._pairing.add(number, changes)
        self._effects.add(number, changes)

    def regrouped(self) -> Iterator[tuple[list[Figure], list[list[Figure]]]]:
        """Figures whose groups may be others since this was asked last, with the groups that they are in now."""
        touched, self._touched = self._touched, set()
        for connected, groups in self._pairing.groups(touched):
            figures = [self._pairing.figure(number) for number in sorted(connected)]
            self._effects.changed |= self._effects.sameness.put_figures(figures, groups)
            yield figures, groups

    def restated(self) -> Iterator[Status]:
        """The claims whose status may be another one since this was asked last; ask for ``regrouped`` first."""
        return map(self._effects.status, self._effects.affected())

    def alike(self) -> Alike:
        """How alike those articles are that may tell one story, by their ids, the smaller one first."""
        rows = self.database.execute("SELECT document FROM story_words").fetchall()
        return self._pairing.alike({number for (number,) in rows})

    def groups(self) -> list[list[Figure]]:
        """All groups of two or more figures, by time."""
        return sorted(self._pairing.every(), key=lambda group: group[0].order)

    def statuses(self, number: int) -> Iterator[Status]:
        """The status of each claim of an article in its order; ask for ``restated`` first."""
        return (self._effects.status(claim) for claim, _ in self._effects.sameness.claims(number))
