"""The entities of the articles in a database, by what those have in common that may be one, with their evidence."""

from __future__ import annotations

import json
import sqlite3
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, NamedTuple

import attrs

from newsparse.linking.joining import Cluster, Kind, Row, common_from, features, hashed, looked_up, placed
from newsparse.linking.members import fullest
from newsparse.linking.names import parts
from newsparse.linking.profiles import COMPARED, Profile
from newsparse.linking.stored.shelf import written_key

NUMBERED = 1 << 16
"""The number of an entity is that of its article, times this, and its place among the entities there."""
MOST = 32
"""A part of a name that more full names have tells nobody from others."""
READ = 16384
"""Of how many lists of names the words stay in memory."""
WAITING = 16384
"""How many entities wait to be written together, in the order of the table: many of one page then cost one write."""


class Together(NamedTuple):
    """Entities of one part of a name: its words, all evidence, and whether any belongs to somebody of a full name."""

    name: tuple[str, ...]
    evidence: frozenset[int]
    hosted: bool


_Body = tuple[int, int, str, bytes, bytes]
"""Of an entity: the look-up, the number, the names, and its evidence of both sorts."""


@attrs.frozen
class Lookup:
    """What entities have in common that may be one: the number of the look-up, its kind and the class."""

    number: int
    kind: Kind
    label: str


class Named(NamedTuple):
    """An entity of a look-up of which all are one: its number, and what was found of it before."""

    number: int
    home: int
    shown: str


class Namesakes:
    """Entities by look-up, and which look-ups of parts of names may mean which full names."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self._names = lru_cache(READ)(_names)
        self._wholes = lru_cache(READ)(self._fitting)
        self._rows_waiting: list[tuple[Any, ...]] = []
        self._counts_waiting: Counter[int] = Counter()
        self._companions_waiting: set[tuple[int, int]] = set()
        self._widened: set[int] = set()
        self._new: dict[Lookup, int] = {}
        self._common = frozenset(row[0] for row in database.execute("SELECT name FROM common_names"))

    def add(self, number: int, profiles: Sequence[Profile]) -> set[Lookup]:
        """Add the entities of an article, which are found after ``uncommon``; the look-ups that they are in."""
        found: set[Lookup] = set()
        for entity, profile in enumerate(profiles, number * NUMBERED):
            kind, key = placed(profile)
            lookup = Lookup(hashed(f"{kind:d}", profile.label, key), kind, profile.label)
            found.add(lookup)
            beside = self._insert(lookup, entity, profile)
            self._companions_waiting.update((name, number) for name in beside)
        if len(self._rows_waiting) >= WAITING:
            self._write()
        return found

    def _insert(self, lookup: Lookup, entity: int, profile: Profile) -> array[int]:
        """Add an entity; the names beside it."""
        self._new[lookup] = min(entity, self._new.get(lookup, entity))
        told = list(features(profile)) if lookup.kind != Kind.NAMED else []
        stated = array("q", [hashed(*item) for item in told if item[0] != "company"])
        company = array("q", [hashed(*item) for item in told if item[0] == "company"])
        data = (written_key(profile.entity), json.dumps(profile.names), stated.tobytes(), company.tobytes())
        self._rows_waiting.append((lookup.number, entity, lookup.kind, profile.label, *data))
        words = [(hashed(profile.label, word), part, lookup.number) for word, part in _words(lookup.kind, profile)]
        new = self.database.executemany("INSERT OR IGNORE INTO name_words VALUES (?, ?, ?)", words).rowcount
        if new > 0:
            self._widened.add(lookup.number)
        self._counts_waiting[hashed("company", " ".join(parts(profile.name)))] += 1
        return company

    def _write(self) -> None:
        """Write what waits."""
        rows = "INSERT INTO namesakes VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, 0, '')"
        self.database.executemany(rows, sorted(self._rows_waiting))
        counts = "INSERT INTO name_counts VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET count = count + excluded.count"
        self.database.executemany(counts, sorted(self._counts_waiting.items()))
        self.database.executemany("INSERT INTO companions VALUES (?, ?)", sorted(self._companions_waiting))
        for waiting in (self._rows_waiting, self._counts_waiting, self._companions_waiting):
            waiting.clear()

    def uncommon(self, articles: int) -> set[Lookup]:
        """Find out again which names are too common to tell; the look-ups in which that may make a difference."""
        self._write()
        self._wholes.cache_clear()
        query = "SELECT name FROM name_counts WHERE count > ?"
        now = frozenset(row[0] for row in self.database.execute(query, [common_from(articles)]))
        changed, self._common = now ^ self._common, now
        if changed:
            self.database.execute("DELETE FROM common_names")
            self.database.executemany("INSERT INTO common_names VALUES (?)", [(name,) for name in now])
        return {lookup for name in changed for lookup in self._told_by(name)}

    def _told_by(self, name: int) -> Iterator[Lookup]:
        """The look-ups of which a name beside two of the entities tells something, and those of parts of names."""
        found: Counter[Lookup] = Counter()
        query = "SELECT document FROM companions WHERE name = ?"
        for (document,) in self.database.execute(query, [name]).fetchall():
            query = "SELECT company, lookup, kind, label FROM namesakes WHERE entity >= ? AND entity < ?"
            ends = [document * NUMBERED, (document + 1) * NUMBERED]
            rows = self.database.execute(query, ends)
            found.update(_lookup(*row) for company, *row in rows if name in array("q", company))
        return (lookup for lookup, count in found.items() if count > 1 or lookup.kind == Kind.PART)

    def widened(self) -> frozenset[int]:
        """The numbers of look-ups that have other words in their names since this was asked last."""
        found, self._widened = frozenset(self._widened), set()
        return found

    def lookup(self, number: int) -> Lookup:
        """The look-up with a number."""
        query = "SELECT lookup, kind, label FROM namesakes WHERE lookup = ? LIMIT 1"
        return _lookup(*self.database.execute(query, [number]).fetchone())

    def lookup_of(self, entity: int) -> Lookup:
        """The look-up that an entity is in."""
        query = "SELECT lookup, kind, label FROM namesakes WHERE entity = ?"
        return _lookup(*self.database.execute(query, [entity]).fetchone())

    def parts(self, lookup: Lookup) -> list[Lookup]:
        """The look-ups of parts of names that may mean entities of one of full names."""
        query = """SELECT DISTINCT other.lookup FROM name_words AS own JOIN name_words AS other ON other.word = own.word
            AND other.part = 1 WHERE own.lookup = ? AND own.part = 0"""
        found = self.database.execute(query, [lookup.number])
        return [Lookup(number, Kind.PART, lookup.label) for (number,) in found]

    def wholes(self, lookup: Lookup, evidence: frozenset[int] | None) -> tuple[list[Lookup], bool]:
        """The look-ups of full names that a part of a name may mean, and whether these are all.

        Of several, only those that have some of the ``evidence``, if it is given: the rows of others are not made.
        """
        numbers = self._wholes(lookup.number)
        if evidence is None or len(numbers) == 1:
            return [self.lookup(number) for number in numbers], True
        query = """SELECT lookup, kind, stated, company FROM namesakes
            WHERE lookup IN (SELECT value FROM json_each(?)) ORDER BY lookup"""
        found: dict[int, int] = {}
        for number, kind, *told in self.database.execute(query, [json.dumps(numbers)]):
            if number not in found and not evidence.isdisjoint(chain.from_iterable(map(_hashes, told))):
                found[number] = kind
        return [_lookup(number, kind, lookup.label) for number, kind in found.items()], False

    def crowded(self, lookup: Lookup) -> bool:
        """Whether so many full names have the word of a part of a name that it tells nothing."""
        return len(self._wholes(lookup.number)) > MOST

    def is_hosted(self, lookup: Lookup) -> bool:
        """Whether any entity of a part of a name belongs to somebody of a full name."""
        query = "SELECT 1 FROM namesakes WHERE lookup = ? AND host IS NOT NULL LIMIT 1"
        return self.database.execute(query, [lookup.number]).fetchone() is not None

    def is_named(self, lookup: Lookup) -> bool:
        """Whether ``named`` was asked for a look-up."""
        return self.database.execute("SELECT 1 FROM named WHERE lookup = ?", [lookup.number]).fetchone() is not None

    def unhosted(self, lookup: Lookup) -> set[int]:
        """Note that nobody known by a part of a name belongs to a cluster; the clusters to which somebody did."""
        query = "SELECT DISTINCT host FROM namesakes WHERE lookup = ? AND host IS NOT NULL"
        hosts = {row[0] for row in self.database.execute(query, [lookup.number])}
        if hosts:
            self.database.execute("UPDATE namesakes SET host = NULL WHERE lookup = ?", [lookup.number])
        return hosts

    def together(self, lookup: Lookup) -> Together:
        """What the entities of a look-up for a part of a name have together."""
        query = "SELECT names, stated, company, host FROM namesakes WHERE lookup = ?"
        rows = self.database.execute(query, [lookup.number]).fetchall()
        evidence = frozenset(item for row in rows for told in row[1:3] for item in _hashes(told))
        return Together(parts(self._names(rows[0][0])[0]), evidence, any(row[3] is not None for row in rows))

    def bodies(self, lookup: Lookup, evidence: frozenset[int]) -> list[Cluster]:
        """The bodies that a part of a name may mean, with what they have of ``evidence``; only one alone has names.

        There may be many, so that their rows are not made. Nothing depends on the names of several: all have the word.
        """
        query = """SELECT lookup, entity, names, stated, company FROM namesakes
            WHERE lookup IN (SELECT value FROM json_each(?)) ORDER BY lookup, entity"""
        numbers = json.dumps(self._wholes(lookup.number))
        found = groupby(self.database.execute(query, [numbers]), key=itemgetter(0))
        bodies = [list(rows) for _, rows in found]
        alone = len(bodies) == 1
        return [self._body(rows, evidence, {row[2] for row in rows} if alone else ()) for rows in bodies]

    def _body(self, rows: Sequence[_Body], evidence: frozenset[int], names: Iterable[str]) -> Cluster:
        shared = [evidence.intersection(_hashes(told)) for row in rows for told in row[3:] if told]
        first = Row(rows[0][1], (), array("q"), array("q"), frozenset())
        every = frozenset(name for written in names for name in self._names(written))
        return Cluster([first], every, frozenset().union(*shared), any(row[3] for row in rows))

    def named(self, lookup: Lookup) -> tuple[list[Named], str]:
        """The first two entities of a look-up of which all are one, with all that are new, and the fullest name of all.

        When this is asked first, all are given.
        """
        known = self.database.execute("SELECT name FROM named WHERE lookup = ?", [lookup.number]).fetchone() or ()
        new = self._new.get(lookup, 0) if known else 0
        query = "SELECT entity, home, shown, names FROM namesakes WHERE lookup = ?"
        first = self.database.execute(f"{query} ORDER BY entity LIMIT 2", [lookup.number]).fetchall()
        rows = self.database.execute(f"{query} AND entity >= ? ORDER BY entity", [lookup.number, new]).fetchall()
        found = [*(row for row in first if row[0] < new), *rows]
        name = fullest({*known, *(self._names(written)[0] for written in {row[-1] for row in found})})
        if name not in known:
            self.database.execute("INSERT OR REPLACE INTO named VALUES (?, ?)", [lookup.number, name])
        return [Named(*row[:3]) for row in found], name

    def added(self, lookup: Lookup) -> list[Row]:
        """The entities of a look-up that are new, all that come behind the first of them included."""
        return self._rows("lookup = ? AND entity >= ?", lookup.number, self._new.get(lookup, 0))

    def settle(self) -> None:
        """Count nothing as new any more."""
        self._new.clear()

    def rows(self, lookup: Lookup) -> list[Row]:
        """The entities of a look-up."""
        return self._rows("lookup = ?", lookup.number)

    def hosted(self, cluster: int) -> list[Row]:
        """The entities known by parts of names that belong to a cluster, by its key."""
        return self._rows("host = ?", cluster)

    def _rows(self, where: str, *values: int) -> list[Row]:
        query = f"SELECT entity, names, stated, company, home, shown, host FROM namesakes WHERE {where}"
        return [self._row(*found) for found in self.database.execute(query, values)]

    def _row(self, entity: int, names: str, stated: bytes, company: bytes, *before: Any) -> Row:
        own, beside = array("q", stated), array("q", company)
        evidence = frozenset(beside).difference(self._common).union(own)
        return Row(entity, self._names(names), own, beside, evidence, *before)

    def _fitting(self, part: int) -> list[int]:
        """The look-ups of full names that have the last word of a part of a name, at most one more than ``MOST``."""
        query = """SELECT lookup FROM name_words WHERE part = 0
            AND word = (SELECT word FROM name_words WHERE lookup = ? AND part = 1) ORDER BY lookup LIMIT ?"""
        return [row[0] for row in self.database.execute(query, [part, MOST + 1])]


def _hashes(told: bytes) -> array[int]:
    return array("q", told)


def _lookup(number: int, kind: int, label: str) -> Lookup:
    return Lookup(number, Kind(kind), label)


def _words(kind: Kind, profile: Profile) -> Iterator[tuple[str, int]]:
    """The words by which a look-up is found, and 1 for one of parts of names, which is looked for by the last word."""
    if kind == Kind.PART:
        yield parts(profile.name)[-1], 1
    elif profile.label in COMPARED:
        yield from ((word, 0) for word in looked_up(profile.label, profile.names))


def _names(written: str) -> tuple[str, ...]:
    return tuple(map(sys.intern, json.loads(written)))  # many entities have the same names
