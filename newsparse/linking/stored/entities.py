"""Which entities of all articles are one, brought up to date as articles are added to a database.

Only entities that a new article has something in common with are compared again: those of the same full name, and
those known by a part of one.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

import attrs

from newsparse.linking.groups import Group, Member
from newsparse.linking.joining import PERSON, Cluster, Kind, Row, alone, chosen, fits, may_be_several, split
from newsparse.linking.members import SAME, fullest, group, member, rank, shown
from newsparse.linking.names import parts
from newsparse.linking.profiles import Profile
from newsparse.linking.stored.namesakes import NUMBERED, Lookup, Named, Namesakes, Together
from newsparse.linking.stored.shelf import Shelf, written_key

HELD = 2048
"""Of how many look-ups the clusters stay in memory while articles are compared."""

Clusters = Callable[[Lookup], Sequence[Cluster]]


@attrs.frozen
class Joined:
    """Entities that are one: the number of the first of them, the class, the fullest name, and the id in a list."""

    home: int
    label: str
    name: str
    link: str | None


class Entities:
    """What the articles in a database have in common of entities, the same for any order of adding them."""

    def __init__(self, database: sqlite3.Connection, shelf: Shelf) -> None:
        self.database, self.shelf = database, shelf
        self._namesakes = Namesakes(database)
        self._touched: set[Lookup] = set()
        database.execute("CREATE TEMP TABLE IF NOT EXISTS rejoined (entity INTEGER PRIMARY KEY)")

    def add(self, number: int) -> None:
        """Add an article, which is on the shelf."""
        self._touched |= self._namesakes.add(number, self.shelf.profiles(number))

    def regrouped(self) -> Iterator[Joined]:
        """What is one now of the entities that may be others since this was asked last."""
        self.database.execute("DELETE FROM temp.rejoined")
        (articles,) = self.database.execute("SELECT count(*) FROM documents").fetchone()
        told = self._namesakes.uncommon(articles)
        touched, self._touched = self._touched | told, set()
        clusters: Clusters = lru_cache(HELD)(self._clusters)
        whole = {item for item in touched if item.kind != Kind.PART}
        part = touched - whole
        part |= self._unsettled(whole, part, told)
        hosts: set[int] = set()
        for lookup in _ordered(part):
            if self._tells_nothing(lookup):
                hosts |= self._namesakes.unhosted(lookup)
                yield self._named(lookup)
                continue
            moved, left = self._settled(lookup, clusters, every=lookup in told)
            hosts |= moved
            for cluster in left:
                yield self._joined(lookup, cluster.rows)
        for lookup in _ordered(whole | {self._namesakes.lookup_of(host) for host in hosts}):
            if lookup.kind == Kind.NAMED:
                yield self._named(lookup)
                continue
            for cluster in clusters(lookup):
                if lookup in whole or cluster.key in hosts:
                    yield self._joined(lookup, [*cluster.rows, *self._namesakes.hosted(cluster.key)])
        self._namesakes.settle()

    def changed(self) -> Iterator[tuple[int, str, Member]]:
        """The entities that were changed when ``regrouped`` was asked last, with the first of their group and class."""
        query = "SELECT entity, home, shown, label FROM namesakes JOIN temp.rejoined USING (entity) ORDER BY entity"
        return self._members(self.database.execute(query))

    def place(self, entity: int) -> tuple[str, str]:
        """The ids of the article of an entity, and of the entity there."""
        found = self._profile(entity)
        return found.document, found.entity

    def groups(self) -> tuple[Group, ...]:
        """All groups, those in most documents first; ask for ``regrouped`` first."""
        found: dict[int, list[Member]] = defaultdict(list)
        labels: dict[int, str] = {}
        query = "SELECT entity, home, shown, label FROM namesakes ORDER BY entity"
        for home, labels[home], item in self._members(self.database.execute(query)):
            found[home].append(item)
        return tuple(sorted((group(labels[home], members) for home, members in found.items()), key=rank))

    def group_of(self, number: int, entity: str) -> Group | None:
        """The group of an entity of an article, or None; ask for ``regrouped`` first."""
        query = "SELECT home FROM namesakes WHERE entity >= ? AND entity < ? AND local = ?"
        ends = [number * NUMBERED, (number + 1) * NUMBERED]
        row = self.database.execute(query, [*ends, written_key(entity)]).fetchone()
        if row is None:
            return None
        query = "SELECT entity, home, shown, label FROM namesakes WHERE home = ? AND home > 0 ORDER BY entity"
        found = list(self._members(self.database.execute(query, [row[0]])))
        return group(found[0][1], [item for _, _, item in found])

    def _clusters(self, lookup: Lookup) -> list[Cluster]:
        return split(lookup.kind, lookup.label, self._namesakes.rows(lookup))

    def _unsettled(self, whole: Iterable[Lookup], touched: set[Lookup], told: set[Lookup]) -> set[Lookup]:
        """The parts of names, besides those touched, that may mean somebody else now that ``whole`` are others.

        Where all of a look-up are one, its new entities say that, unless other names are common now (``told``).
        """
        widened = self._namesakes.widened()
        concerned: dict[Lookup, list[Lookup]] = defaultdict(list)
        for lookup in _ordered(whole):
            for item in self._namesakes.parts(lookup):
                if item not in touched:
                    concerned[item].append(lookup)

        @lru_cache(HELD)
        def new(lookup: Lookup) -> Cluster:
            all_of_it = lookup in told or may_be_several(lookup.kind, lookup.label)
            return Cluster.of((self._namesakes.rows if all_of_it else self._namesakes.added)(lookup))

        found: set[Lookup] = set()
        for item, wholes in concerned.items():
            if self._tells_nothing(item):
                found |= set() if self._namesakes.is_named(item) else {item}
                continue
            if self._namesakes.crowded(item):
                found |= {item} if self._namesakes.is_hosted(item) else set()
                continue
            part = self._namesakes.together(item)
            if any(_may_move(item.label, part, new(lookup), wide=lookup.number in widened) for lookup in wholes):
                found.add(item)
        return found

    def _tells_nothing(self, lookup: Lookup) -> bool:
        """Whether a part of a name is that of so many bodies that those known by it are one by that word alone."""
        return lookup.label != PERSON and self._namesakes.crowded(lookup)

    def _settled(self, lookup: Lookup, clusters: Clusters, *, every: bool) -> tuple[set[int], list[Cluster]]:
        """Find out again whom a part of a name means: the clusters that this changes, and whoever belongs to none.

        ``every`` says that all clusters count as changed.
        """
        rows = self._namesakes.rows(lookup)
        found = self._chosen(lookup, rows, clusters)
        left = [row for row, cluster in zip(rows, found, strict=True) if cluster is None]
        return self._moved(rows, found, every=every), alone(lookup.label, left) if left else []

    def _chosen(self, lookup: Lookup, rows: Sequence[Row], clusters: Clusters) -> list[Cluster | None]:
        """The cluster to which each of the entities of one part of a name belongs; none if too many may be meant."""
        if self._namesakes.crowded(lookup):
            return [None] * len(rows)
        evidence = frozenset[int]().union(*(row.evidence for row in rows))
        if lookup.label != PERSON:
            bodies = self._namesakes.bodies(lookup, evidence)
            return chosen(lookup.label, rows, bodies, bodies)
        # one word fits all full names that have it, so that of several nothing but shared evidence decides
        wholes, every = self._namesakes.wholes(lookup, evidence if len(rows[0].name) == 1 else None)
        found = (cluster for whole in wholes for cluster in clusters(whole))
        near = [cluster for cluster in found if fits(rows[0].names[0], cluster)]
        return chosen(lookup.label, rows, near, near if every else ())

    def _moved(self, rows: Iterable[Row], found: Iterable[Cluster | None], *, every: bool) -> set[int]:
        """Note which clusters parts of names belong to; those which get or lose one, or ``every`` one that has any."""
        pairs = [(row, cluster.key if cluster else None) for row, cluster in zip(rows, found, strict=True)]
        moved = [(host, row.number) for row, host in pairs if host != row.host]
        self.database.executemany("UPDATE namesakes SET host = ? WHERE entity = ?", moved)
        hosts = {host for row, now in pairs if every or now != row.host for host in (row.host, now)}
        return {host for host in hosts if host is not None}

    def _named(self, lookup: Lookup) -> Joined:
        """What all entities of one name are: of many that were there before, only the first has to be known."""
        rows, name = self._namesakes.named(lookup)
        home = rows[0].number
        given = SAME if len(rows) > 1 else ""
        self._write(home, ((row, given) for row in rows))
        return Joined(home, lookup.label, name, None)

    def _write(self, home: int, given: Iterable[tuple[Row | Named, str]]) -> None:
        """Note what is found of some entities that are one."""
        others = [(home, now, row.number) for row, now in given if (home, now) != (row.home, row.shown)]
        if others:
            self.database.executemany("UPDATE namesakes SET home = ?, shown = ? WHERE entity = ?", others)
            self.database.executemany("INSERT OR IGNORE INTO temp.rejoined VALUES (?)", [(row[-1],) for row in others])

    def _joined(self, lookup: Lookup, rows: Sequence[Row]) -> Joined:
        home = min(row.number for row in rows)
        self._write(home, zip(rows, shown(rows), strict=True))
        link = self._profile(home).link if lookup.kind == Kind.LISTED else None
        return Joined(home, lookup.label, fullest({row.names[0] for row in rows}), link)

    def _profile(self, entity: int) -> Profile:
        return self.shelf.profiles(entity // NUMBERED)[entity % NUMBERED]

    def _members(self, rows: Iterable[tuple[int, int, str, str]]) -> Iterator[tuple[int, str, Member]]:
        """The entities of some rows in their order, with their homes and classes."""
        for entity, home, given, label in rows:
            yield home, label, member(self._profile(entity), given)


def _ordered(lookups: Iterable[Lookup]) -> list[Lookup]:
    return sorted(lookups, key=lambda lookup: lookup.number)


def _may_move(label: str, part: Together, every: Cluster, *, wide: bool) -> bool:
    """Whether any of a part of a name may belong elsewhere because of what is now in a look-up of full names.

    Parts that share nothing with it move only where it is a further one that they may mean (``wide``), or the only one.
    """
    if not part.evidence.isdisjoint(every.evidence):
        return True
    if label == PERSON:
        return len(part.name) > 1
    return (wide and part.hosted) or any(parts(name) == part.name for name in every.names)
