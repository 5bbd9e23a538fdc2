"""The different words in quotation marks of the articles in a database, and which two may be of one utterance."""

from __future__ import annotations

import json
import sqlite3
import sys
from array import array
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from newsparse.linking.quotations.candidates import runs
from newsparse.linking.quotations.linking import LEAST_APART, NEAR_DAYS, may_link
from newsparse.linking.quotations.sayings import Saying, Wording
from newsparse.linking.stored.runs import Runs

READ = 4096
"""Of how many wordings the words stay in memory."""
SHARE = 0.2
"""The share of the runs of the shorter wording that two need in common."""
_BITS = 16
"""Bits for the number of runs of a wording, below those of its number."""
_MASK = (1 << _BITS) - 1


class Wordings:
    """Wordings by number, each with the sayings that have it."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self._words = lru_cache(READ)(self._stored)
        self._runs = Runs(database)

    def expect(self, items: Iterable[Saying]) -> None:
        """Read at once what will be asked when some sayings are added."""
        new = (own for own in map(_wording, items) if self._known(own) is None)
        self._runs.hold(run for own in new for run in runs(own))

    def write(self) -> None:
        """Write what was added."""
        self._runs.write()

    def add(self, number: int, saying: Saying) -> set[int]:
        """Add a direct saying; the sayings whose links may now be others."""
        own = _wording(saying)
        wording, apart = self._known(own), set[int]()
        if wording is None:
            wording, apart = self._new(own)
        self.database.execute("INSERT INTO utterances VALUES (?, ?, 0, NULL, ?)", [number, wording, saying.day])
        return {number, *(item for other in apart for item in self.sayings(other))}

    def connected(self, saying: int) -> list[int]:
        """The sayings that may be of one utterance with one, with those that may be with them, and so on."""
        found, waiting = {saying}, [saying]
        while waiting:
            new = self._near(waiting.pop()) - found
            found |= new
            waiting += new
        return sorted(found)

    def _near(self, saying: int) -> set[int]:
        """The sayings of the same words or of words like them, only those of the same days where the words are few."""
        query = "SELECT wording, day FROM utterances WHERE saying = ?"
        wording, day = self.database.execute(query, [saying]).fetchone()
        query = """SELECT saying FROM (SELECT id AS other, alike FROM wordings WHERE id = ?
            UNION ALL SELECT other, alike FROM wording_pairs WHERE one = ?) JOIN utterances ON wording = other
            WHERE alike >= ? OR ? = 0 OR day = 0 OR day BETWEEN ? AND ?"""
        days = [day, day - NEAR_DAYS, day + NEAR_DAYS]
        return {row[0] for row in self.database.execute(query, [wording, wording, LEAST_APART, *days])}

    def pairs(self, wordings: Iterable[int]) -> list[tuple[int, int]]:
        """The pairs among some wordings that may be of one utterance, the smaller number first."""
        among = set(wordings)
        return [(one, other) for one in sorted(among) for other in sorted(self._beside(one) & among) if one < other]

    def sayings(self, wording: int) -> list[int]:
        """The sayings with a wording."""
        return [row[0] for row in self.database.execute("SELECT saying FROM utterances WHERE wording = ?", [wording])]

    def of(self, saying: int) -> int:
        """The wording of a direct saying."""
        row = self.database.execute("SELECT wording FROM utterances WHERE saying = ?", [saying]).fetchone()
        return int(row[0])

    def shared(self) -> list[int]:
        """The sayings of wordings that several have, of those in pairs, and those that somebody reports."""
        query = """SELECT saying FROM utterances WHERE wording IN (SELECT wording FROM utterances
            WHERE wording IS NOT NULL GROUP BY wording HAVING count(*) > 1 UNION SELECT one FROM wording_pairs)
            UNION SELECT reported FROM utterances WHERE reported IS NOT NULL"""
        return [row[0] for row in self.database.execute(query)]

    def _beside(self, wording: int) -> set[int]:
        return {row[0] for row in self.database.execute("SELECT other FROM wording_pairs WHERE one = ?", [wording])}

    def _stored(self, wording: int) -> Wording:
        return _read(self.database.execute("SELECT words FROM wordings WHERE id = ?", [wording]).fetchone()[0])

    def _known(self, own: Wording) -> int | None:
        query = "SELECT id FROM wordings WHERE hash = ? AND words = ?"
        row = self.database.execute(query, [_hash(own), _written(own)]).fetchone()
        return int(row[0]) if row else None

    def _new(self, own: Wording) -> tuple[int, set[int]]:
        """The number of a new wording, and those that it sets apart."""
        keys = runs(own)
        crowded = self._runs.crowded(keys)
        having = self._runs.having(keys).values()
        near = [(other, may_link(own, self._words(other))) for other in _sharing(having, len(keys))]
        row = (_hash(own), _written(own), len(own.keys))
        wording = self.database.execute("INSERT INTO wordings (hash, words, alike) VALUES (?, ?, ?)", row).lastrowid
        assert wording is not None
        self._runs.add(keys, wording << _BITS | min(len(keys), _MASK))
        pairs = [row for other, same in near if same for row in ((wording, other, same), (other, wording, same))]
        self.database.executemany("INSERT INTO wording_pairs VALUES (?, ?, ?)", pairs)
        apart = (self._set_apart([item >> _BITS for item in found]) for found in crowded)
        return wording, set().union(*apart)

    def _set_apart(self, wordings: list[int]) -> set[int]:
        """Delete the pairs of wordings that have not enough in common without a run that too many have now."""
        among = set(wordings)
        found: set[int] = set()
        pairs = [(wording, other) for wording in wordings for other in self._beside(wording) & among]
        for one, other in pairs:
            if one < other and not self._enough(one, other):
                rows = [(one, other), (other, one)]
                self.database.executemany("DELETE FROM wording_pairs WHERE one = ? AND other = ?", rows)
                found |= {one, other}
        return found

    def _enough(self, one: int, other: int) -> bool:
        ours, theirs = runs(self._words(one)), runs(self._words(other))
        both = self._runs.having(ours & theirs)
        return len(both) >= SHARE * min(len(ours), len(theirs))


def _wording(saying: Saying) -> Wording:
    return Wording(saying.keys, saying.content, saying.cuts)


def _sharing(having: Iterable[bytes], count: int) -> list[int]:
    """The wordings that have enough runs in common with one of ``count`` runs, by those that have each of its runs."""
    shared = Counter(array("q", b"".join(having)))
    return sorted(item >> _BITS for item, both in shared.items() if both >= SHARE * min(count, item & _MASK))


def _hash(own: Wording) -> int:
    return crc32(" ".join(own.keys).encode("utf-8", "surrogatepass"))


def _written(own: Wording) -> str:
    return json.dumps([own.keys, list(map(int, own.content)), sorted(own.cuts)])


def _read(words: str) -> Wording:
    keys, content, cuts = json.loads(words)
    # many wordings have the same words
    return Wording(tuple(map(sys.intern, keys)), tuple(map(bool, content)), frozenset(cuts))
