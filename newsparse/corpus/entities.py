"""The entities of a corpus: those of single articles as ``newsparse.linking`` joins them, written to the tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import attrs

from newsparse.corpus.keeping import kept_profiles
from newsparse.corpus.names import is_whole, name_key
from newsparse.corpus.writing import clean
from newsparse.linking.groups import WEIGHTS, Ground, Member
from newsparse.linking.joining import PERSON, Cluster, clusters
from newsparse.linking.members import group_of

NAME_ALONE = WEIGHTS["name"]
"""The score of somebody of whom only the name is the same."""
_SHARED: dict[Ground, str] = {
    "id": "same id in your list",
    "name": "same name",
    "role": "role",
    "organisation": "organisation",
    "company": "named beside",
}
_SAID: tuple[Ground, ...] = ("role", "organisation", "company")
"""The grounds of which a reason says the words: those that are shared."""
_REFERRING = ("mentions", "roles", "sources", "quotes", "figures")

Found = tuple[int, int, str | None, float | None, bool]
"""Of an appearance: its number, the entity, the reason, the score, and whether that is uncertain."""


@attrs.frozen
class Appearance:
    """An entity of one article, by its number, and the entity of the corpus that it has been so far."""

    id: int
    entity: int | None


def join_entities(database: sqlite3.Connection) -> None:
    """Join the entities of all articles; the caller begins and commits.

    An entity keeps its number as long as it has an appearance that had it before.
    """
    database.execute(
        "CREATE TEMP TABLE joined (id INTEGER PRIMARY KEY, entity INTEGER, reason TEXT, score REAL, uncertain INTEGER)"
    )
    joining = _Joining(database)
    rows = "INSERT INTO temp.joined VALUES (?, ?, ?, ?, ?)"
    database.executemany(rows, joining.people())
    database.executemany(rows, joining.signs())
    _refer(database)
    _count(database)
    for table in ("joined", "moved", "touched"):
        database.execute(f"DROP TABLE temp.{table}")


def reason_of(member: Member) -> str | None:
    """Why an entity is in its group, in a line; None where no other article has it."""
    words: dict[str, list[str]] = {}
    for reason in member.reasons:
        words.setdefault(_SHARED[reason.ground], []).extend([reason.words] if reason.ground in _SAID else [])
    return "; ".join(f"{name}: {', '.join(found)}" if found else name for name, found in words.items()) or None


def is_uncertain(label: str, member: Member) -> bool:
    """Whether little speaks for it: of people the name alone, of others less."""
    return bool(member.reasons) and (member.score < NAME_ALONE or (label == PERSON and member.score == NAME_ALONE))


class _Joining:
    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self.places: dict[str, dict[str, Appearance]] = {}
        query = """SELECT key, local, appearances.id, entity FROM appearances
            JOIN documents ON documents.id = document"""
        for key, local, number, entity in database.execute(query):
            self.places.setdefault(key, {})[local] = Appearance(number, entity)
        self.last = int(database.execute("SELECT coalesce(max(id), 0) FROM entities").fetchone()[0])
        self.taken: set[int] = set()

    def people(self) -> Iterator[Found]:
        """Every appearance of what has a name, with its entity, whose row is written."""
        found = clusters(kept_profiles(self.database))
        found.sort(key=lambda cluster: -min(one.id for one in self._appearances(cluster)))
        while found:
            cluster = found.pop()  # what has been written is not needed any more
            group = group_of(cluster)
            entity = self._number(self._appearances(cluster))
            self._write(entity, group.name, group.label, next(filter(None, (p.link for p in cluster.profiles)), None))
            for member in group.members:
                own = self.places[member.document].pop(clean(member.entity))
                yield (own.id, entity, clean(reason_of(member)), *_scored(group.label, member))

    def signs(self) -> Iterator[Found]:
        """Every appearance of what has no letter in its name: nothing joins it to others."""
        query = "SELECT name, label FROM appearances WHERE id = ?"
        for own in sorted((item for items in self.places.values() for item in items.values()), key=lambda one: one.id):
            name, label = self.database.execute(query, [own.id]).fetchone()
            entity = self._number([own])
            self._write(entity, name, label, None)
            yield own.id, entity, None, None, False

    def _appearances(self, cluster: Cluster) -> list[Appearance]:
        return [self.places[profile.document][clean(profile.entity)] for profile in cluster.profiles]

    def _number(self, appearances: Sequence[Appearance]) -> int:
        known = {one.entity for one in appearances if one.entity is not None} - self.taken
        self.last += not known
        number = min(known, default=self.last)
        self.taken.add(number)
        return number

    def _write(self, entity: int, name: str, label: str, link: str | None) -> None:
        key = name_key(name)
        self.database.execute(
            """INSERT INTO entities (id, name, label, key, whole, link) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, label = excluded.label, key = excluded.key,
            whole = excluded.whole, link = excluded.link
            WHERE name != excluded.name OR label != excluded.label OR link IS NOT excluded.link""",
            list(map(clean, [entity, name, label, key, is_whole(label, key), link])),
        )


def _scored(label: str, member: Member) -> tuple[float | None, bool]:
    return (member.score, is_uncertain(label, member)) if member.reasons else (None, False)


def _refer(database: sqlite3.Connection) -> None:
    """Let everything in an article whose entities are now others refer to those, and the old ones go."""
    database.execute("CREATE TEMP TABLE moved (document INTEGER PRIMARY KEY)")
    database.execute("CREATE TEMP TABLE touched (entity INTEGER PRIMARY KEY)")
    other = "temp.joined USING (id) WHERE appearances.entity IS NOT joined.entity"
    database.execute(f"INSERT INTO temp.moved SELECT DISTINCT document FROM appearances JOIN {other}")
    database.execute(f"INSERT OR IGNORE INTO temp.touched SELECT joined.entity FROM appearances JOIN {other}")
    database.execute(
        f"INSERT OR IGNORE INTO temp.touched SELECT appearances.entity FROM appearances JOIN {other}"
        " AND appearances.entity IS NOT NULL"
    )
    database.execute(
        """UPDATE appearances SET entity = joined.entity, reason = joined.reason, score = joined.score,
        uncertain = joined.uncertain FROM temp.joined WHERE joined.id = appearances.id AND (
        appearances.entity IS NOT joined.entity OR appearances.reason IS NOT joined.reason
        OR appearances.score IS NOT joined.score OR appearances.uncertain IS NOT joined.uncertain)"""
    )
    moved = "document IN (SELECT document FROM temp.moved)"
    entity = "(SELECT entity FROM appearances WHERE appearances.id = {})"
    for table in _REFERRING:
        database.execute(f"UPDATE {table} SET entity = {entity.format(f'{table}.appearance')} WHERE {moved}")
    database.execute(f"UPDATE roles SET home = {entity.format('home_appearance')} WHERE {moved}")
    for one in ("quote", "figure"):
        claims = f"{one} IN (SELECT id FROM {one}s WHERE {moved})"
        database.execute(f"UPDATE {one}s_about SET entity = {entity.format(f'{one}s_about.appearance')} WHERE {claims}")
    database.execute(
        f"""UPDATE tellings SET entity = (SELECT entity FROM quotes WHERE quotes.id = quote)
        WHERE quote IS NOT NULL AND {moved}"""
    )
    database.execute(
        f"""UPDATE same_quotes SET entity = (SELECT entity FROM tellings WHERE same_quote = same_quotes.id
        AND tellings.speaker IS same_quotes.speaker AND NOT other_speaker ORDER BY tellings.id)
        WHERE id IN (SELECT same_quote FROM tellings WHERE {moved})"""
    )
    database.execute(
        f"""UPDATE effects SET entity = (SELECT entity FROM appearances WHERE document = effects.document
        AND name = said_by ORDER BY id) WHERE said_by IS NOT NULL AND {moved}"""
    )
    database.execute("DELETE FROM entities WHERE id NOT IN (SELECT entity FROM temp.joined)")


def _count(database: sqlite3.Connection) -> None:
    """Count again what articles have of the entities that changed, and make all names searchable."""
    database.execute(
        """UPDATE entities SET
        documents = (SELECT count(DISTINCT document) FROM appearances WHERE entity = entities.id),
        mentions = (SELECT coalesce(sum(mentions), 0) FROM appearances WHERE entity = entities.id),
        quotes = (SELECT count(*) FROM quotes WHERE entity = entities.id),
        figures = (SELECT count(*) FROM figures WHERE entity = entities.id)
        WHERE id IN (SELECT entity FROM temp.touched)"""
    )
    database.execute("INSERT INTO entities_words (entities_words) VALUES ('rebuild')")
