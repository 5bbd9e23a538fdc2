"""Indirect speech of the articles in a database: which words it may report, and which reports say the same."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterator
from datetime import date
from zlib import crc32

from newsparse.linking.quotations.indirect import DAYS, REPEATED, alike, best, needed, same
from newsparse.linking.quotations.linking import family_names
from newsparse.linking.quotations.sayings import Saying
from newsparse.linking.rarity import numbers


class Reports:
    """Sayings by the names of their speakers or by their words, and by their days; ``read`` gives one by its number."""

    def __init__(self, database: sqlite3.Connection, read: Callable[[int], Saying]) -> None:
        self.database, self.read = database, read

    def add(self, number: int, saying: Saying) -> None:
        """Add a saying; an indirect one with the reports that say the same."""
        if not saying.direct:
            self.database.execute("INSERT INTO utterances VALUES (?, NULL, 0, NULL, ?)", [number, saying.day])
            own = numbers(saying.meanings)
            near = [other for other, terms in self._near(saying, direct=False) if alike(own, terms)]
            pairs = [other for other in near if same(saying, self.read(other))]
            rows = [row for other in pairs for row in ((number, other), (other, number))]
            self.database.executemany("INSERT INTO report_pairs VALUES (?, ?)", rows)
        terms = array("I", sorted(numbers(saying.meanings))).tobytes()
        voices = [(name, saying.day, number, saying.direct, terms) for name in _names(saying)]
        self.database.executemany("INSERT INTO voices VALUES (?, ?, ?, ?, ?)", voices)

    def of(self, saying: Saying) -> set[int]:
        """The reports that a direct saying may be told by."""
        own = numbers(saying.meanings)
        near = self._near(saying, direct=False)
        return {number for number, terms in near if len(own & terms) >= needed(len(terms))}

    def told(self, report: int) -> int | None:
        """The direct saying that a report tells best, or None."""
        saying = self.read(report)
        own = numbers(saying.meanings)
        least = needed(len(own))
        near = [number for number, terms in self._near(saying, direct=True) if len(own & terms) >= least]
        sayings = {number: self.read(number) for number in near if not self._is_merged(number)}
        found = best(saying, sayings.values())
        return next((number for number, item in sayings.items() if item is found), None)

    def telling(self, saying: int) -> list[int]:
        """The reports that tell a direct saying."""
        return [row[0] for row in self.database.execute("SELECT saying FROM utterances WHERE reported = ?", [saying])]

    def beside(self, report: int) -> set[int]:
        """The reports that say the same as one, and are not told to be of direct words."""
        query = """SELECT other FROM report_pairs JOIN utterances ON saying = other
            WHERE one = ? AND reported IS NULL"""
        return {row[0] for row in self.database.execute(query, [report])}

    def connected(self, report: int) -> set[int]:
        """The reports that such pairs connect with one."""
        found, waiting = {report}, [report]
        while waiting:
            new = self.beside(waiting.pop()) - found
            found |= new
            waiting += new
        return found

    def _is_merged(self, number: int) -> bool:
        return bool(self.database.execute("SELECT merged FROM utterances WHERE saying = ?", [number]).fetchone()[0])

    def _near(self, saying: Saying, *, direct: bool) -> Iterator[tuple[int, frozenset[int]]]:
        """Sayings of people of one name, or of the same words, some days before or after, with their terms."""
        day, query = saying.day, "SELECT saying, terms FROM voices WHERE name = ? AND direct = ? AND "
        ends = [(0, 0), (max(1, day - DAYS - 1), day + DAYS + 1)] if day else [(0, date.max.toordinal())]
        found: dict[int, bytes] = {}
        for name in _names(saying):
            for start, end in ends:
                rows = self.database.execute(f"{query} day BETWEEN ? AND ?", [name, direct, start, end])
                found.update((number, terms) for number, terms in rows)
        return ((number, frozenset(array("I", terms))) for number, terms in sorted(found.items()))


def _names(saying: Saying) -> list[int]:
    """What a saying is looked up by: the family names of its speaker, and all words of a report, as numbers."""
    whole = set() if saying.direct or len(saying.meanings) < REPEATED else {" ".join(saying.keys)}
    return sorted({crc32(name.encode("utf-8", "surrogatepass")) for name in family_names(saying) | whole})
