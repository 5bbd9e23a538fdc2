"""The entities of a corpus: those of single articles as ``newsparse.linking`` joins them, written to the tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from newsparse.corpus.names import is_whole, name_key
from newsparse.corpus.places import Places
from newsparse.corpus.writing import clean
from newsparse.linking.groups import WEIGHTS, Ground, Member
from newsparse.linking.joining import PERSON
from newsparse.linking.stored.entities import Entities
from newsparse.linking.stored.shelf import Shelf

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
_NAMING = {"quotes_about": "quote", "quotes_together": "quote", "figures_about": "figure"}
"""The tables of entities that claims name, and the column of the claim."""

Found = tuple[int, int, str | None, float | None, bool]
"""Of an appearance: its number, the entity, the reason, the score, and whether that is uncertain."""


def join_entities(database: sqlite3.Connection, shelf: Shelf, places: Places, new: Iterable[int]) -> None:
    """Join the entities of new articles, by their numbers, with those of all; the caller begins and commits.

    An entity has the number of its first appearance, so it keeps its number as long as that is one of its appearances.
    """
    database.execute(
        "CREATE TEMP TABLE joined (id INTEGER PRIMARY KEY, entity INTEGER, reason TEXT, score REAL, uncertain INTEGER)"
    )
    joining = _Joining(database, shelf, places)
    joining.join(new)
    _refer(database)
    _drop_gone(database)
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
    def __init__(self, database: sqlite3.Connection, shelf: Shelf, places: Places) -> None:
        self.database, self.places = database, places
        self._entities = Entities(database, shelf)

    def join(self, new: Iterable[int]) -> None:
        """Write what is one now, and into ``joined`` which appearances have another entity or another reason."""
        for number in new:
            self._entities.add(number)
        for found in self._entities.regrouped():
            self._write(self._home(found.home), found.name, found.label, found.link)
        rows = "INSERT INTO temp.joined VALUES (?, ?, ?, ?, ?)"
        for home, label, member in self._entities.changed():
            own = self.places.appearance(member.document, member.entity)
            self.database.execute(rows, (own, self._home(home), clean(reason_of(member)), *_scored(label, member)))
        self.database.executemany(rows, list(self._signs()))

    def _home(self, home: int) -> int:
        """The number of the first appearance of an entity."""
        return self.places.appearance(*self._entities.place(home))

    def _signs(self) -> Iterator[Found]:
        """The appearances of what has no letter in its name: nothing joins it to others."""
        query = """SELECT id, name, label FROM appearances WHERE entity IS NULL
            AND id NOT IN (SELECT id FROM temp.joined) ORDER BY id"""
        for number, name, label in self.database.execute(query).fetchall():
            self._write(number, name, label, None)
            yield number, number, None, None, False

    def _write(self, entity: int, name: str, label: str, link: str | None) -> None:
        key = name_key(name)
        row = list(map(clean, [entity, name, label, key, is_whole(label, key), link]))
        before = self.database.execute("SELECT name FROM entities WHERE id = ?", [entity]).fetchone()
        if before is None or before[0] != row[1]:
            _forget_name(self.database, entity)
            self.database.execute("INSERT INTO entities_words (rowid, name) VALUES (?, ?)", row[:2])
        self.database.execute(
            """INSERT INTO entities (id, name, label, key, whole, link) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, label = excluded.label, key = excluded.key,
            whole = excluded.whole, link = excluded.link
            WHERE name != excluded.name OR label != excluded.label OR link IS NOT excluded.link""",
            row,
        )


def _scored(label: str, member: Member) -> tuple[float | None, bool]:
    return (member.score, is_uncertain(label, member)) if member.reasons else (None, False)


def _refer(database: sqlite3.Connection) -> None:
    """Let everything in an article whose entities are now others refer to those."""
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
    for table, one in _NAMING.items():
        claims = f"{one} IN (SELECT id FROM {one}s WHERE {moved})"
        database.execute(f"UPDATE {table} SET entity = {entity.format(f'{table}.appearance')} WHERE {claims}")
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


def _drop_gone(database: sqlite3.Connection) -> None:
    """Delete the entities that have no appearances any more."""
    gone = """SELECT entity FROM temp.touched JOIN entities ON entities.id = entity
        WHERE NOT EXISTS (SELECT 1 FROM appearances WHERE appearances.entity = entities.id)"""
    for (entity,) in database.execute(gone).fetchall():
        _forget_name(database, entity)
        database.execute("DELETE FROM entities WHERE id = ?", [entity])


def _forget_name(database: sqlite3.Connection, entity: int) -> None:
    """Take the name of an entity that is there out of what is searched."""
    old = "SELECT 'delete', id, name FROM entities WHERE id = ?"
    database.execute(f"INSERT INTO entities_words (entities_words, rowid, name) {old}", [entity])


def _count(database: sqlite3.Connection) -> None:
    """Count again what articles have of the entities that changed."""
    database.execute(
        """UPDATE entities SET
        documents = (SELECT count(DISTINCT document) FROM appearances WHERE entity = entities.id),
        mentions = (SELECT coalesce(sum(mentions), 0) FROM appearances WHERE entity = entities.id),
        quotes = (SELECT count(*) FROM quotes WHERE entity = entities.id)
        + (SELECT count(*) FROM quotes_together WHERE entity = entities.id),
        figures = (SELECT count(*) FROM figures WHERE entity = entities.id)
        WHERE id IN (SELECT entity FROM temp.touched)"""
    )
