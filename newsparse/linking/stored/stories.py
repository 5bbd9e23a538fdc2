"""Which articles tell the same story, as articles are added: those that share many telling words, the rare ones most.

They are looked for by the rarest of their words, of which they need two in common. All is kept in a database, and the
result is the same for any order.
"""

from __future__ import annotations

import json
import math
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from operator import itemgetter
from zlib import crc32

import attrs

from newsparse.linking.figures.profiles import Article
from newsparse.linking.rarity import HEAVIEST, numbers, total, weight

RAREST = 40
"""By how many of its words, the rarest, an article is looked for."""
NEXT = 12
"""With how many articles, the next by day, that have a word too an article is compared for that word."""
NEEDED = 2
"""By how many of its words, the rarest, an article has to find another one."""
SHORT = 10
"""An article with fewer words is found by one of them."""
SAME = 0.15
"""The likeness from which two articles may tell the same story: the share of the words of the shorter one, weighted."""
LONG = 60
"""From how many words on the share of those that two articles have in common counts less: long ones have more so."""
FADES = 18
"""After how many days between them the likeness of two articles counts half."""
LATEST = FADES * math.log2(1 / SAME)
"""After how many days articles with the very same words are not alike enough any more."""
READ = 32768
"""Of how many articles the words stay in memory, 1,400 bytes for each."""
BITS = 4096
"""The bits that the words of an article set, by which most of those are left out that have too few in common."""

_COLUMNS = "SELECT day, document, short FROM rare_words WHERE word = ?"
_BEFORE = f"""{_COLUMNS} AND day >= ? AND (day, hash, document) < (?, ?, ?)
    ORDER BY day DESC, hash DESC, document DESC LIMIT ?"""
_AFTER = f"{_COLUMNS} AND day <= ? AND (day, hash, document) > (?, ?, ?) ORDER BY day, hash, document LIMIT ?"

Place = tuple[int, int, int]
"""Where an article comes among those with a word: its day, 0 for none, a hash of its id, and its number."""
Near = tuple[int, int, int]
"""Of an article with a word: its day, its number, and 1 if it has few words."""
_NUMBER = itemgetter(1)
Pair = tuple[int, int]
"""The numbers of two articles, the smaller one first."""


@attrs.frozen
class Change:
    """Two articles that now tell the same story, and how alike they are, or that do not any more: None."""

    pair: Pair
    alike: float | None


@attrs.frozen(eq=False)
class _Words:
    place: Place
    words: array[int]
    whole: float
    bits: int

    @property
    def rarest(self) -> list[int]:
        """The words by which it is looked for; of equally rare ones the same in all articles."""
        return sorted(self.words, key=lambda word: (-weight(word), word))[:RAREST]

    @property
    def short(self) -> bool:
        """Whether it has few words."""
        return len(self.words) < SHORT


class Stories:
    """Which of the articles in a database tell the same story."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self._words = lru_cache(READ)(self._read)
        query = "SELECT EXISTS (SELECT 1 FROM story_words WHERE day = 0)"
        self._any_undated = bool(database.execute(query).fetchone()[0])

    def near(self, number: int) -> dict[int, float]:
        """The articles that tell the same story as one, and how alike they are."""
        return dict(self.database.execute("SELECT other, alike FROM related WHERE one = ?", [number]))

    def add(self, number: int, article: Article) -> list[Change]:
        """Add an article under a number of its own; what that changes."""
        day = date.fromisoformat(article.published).toordinal() if article.published else 0
        place = (day, crc32(article.document.encode("utf-8", "surrogatepass")), number)
        words = array("I", sorted(numbers(article.words)))
        own = _Words(place, words, total(words), _bits(words))
        row = (number, *place[:2], words.tobytes(), own.whole, own.bits.to_bytes(BITS // 8, "little"))
        self.database.execute("INSERT INTO story_words VALUES (?, ?, ?, ?, ?, ?)", row)
        self._any_undated = self._any_undated or not day
        rarest = own.rarest
        near, pushed = self._around(own, rarest)
        rows = [(word, *place, own.short) for word in rarest]
        self.database.executemany("INSERT INTO rare_words VALUES (?, ?, ?, ?, ?)", rows)
        gone = [pair for pair in self._related(pushed) if not self._meet(*map(self._words, pair))]
        return sorted([*self._dropped(gone), *self._found(number, own, near)], key=lambda change: change.pair)

    def _around(self, own: _Words, rarest: Iterable[int]) -> tuple[list[int], set[tuple[int, int]]]:
        """The articles that have enough words of a new one, and pairs of others between which it comes for a word."""
        beside: list[Near] = []
        pushed = set[tuple[int, int]]()
        for word in rarest:
            before, after = self._beside(word, own.place)
            pushed.update(_pushed(before, after))
            beside += before
            beside += after
        if self._any_undated:  # else only those of the days that count have been read
            beside = [other for other in beside if not _too_late(own.place, other)]
        shared, needed = Counter(map(_NUMBER, beside)), 1 if own.short else NEEDED
        short = {other[1] for other in beside if other[2]}
        return [other for other, count in shared.items() if count >= needed or other in short], pushed

    def _beside(self, word: int, place: Place) -> tuple[list[Near], list[Near]]:
        """The next articles with a word before and after a place, the nearest first.

        Those that are too early or too late to be alike are left out where all articles have a day.
        """
        first, last = (0, math.inf) if self._any_undated else (place[0] - LATEST, place[0] + LATEST)
        before = self.database.execute(_BEFORE, [word, first, *place, NEXT]).fetchall()
        after = self.database.execute(_AFTER, [word, last, *place, NEXT]).fetchall()
        return before, after

    def _found(self, number: int, own: _Words, near: Iterable[int]) -> Iterator[Change]:
        words = frozenset(own.words)
        possible = (other for other in map(self._words, near) if _most_alike(own, other) >= SAME)
        for alike, other in ((_alike(own, words, other), other.place[2]) for other in possible):
            if alike >= SAME:
                rows = [(number, other, alike), (other, number, alike)]
                self.database.executemany("INSERT INTO related VALUES (?, ?, ?)", rows)
                yield Change((min(number, other), max(number, other)), alike)

    def _dropped(self, pairs: list[Pair]) -> Iterator[Change]:
        for one, other in pairs:
            rows = [(one, other), (other, one)]
            self.database.executemany("DELETE FROM related WHERE one = ? AND other = ?", rows)
            yield Change((one, other), None)

    def _related(self, pairs: set[tuple[int, int]]) -> set[Pair]:
        """Those of some pairs that tell the same story, with the smaller number first."""
        query = "SELECT one, other FROM related WHERE one IN (SELECT value FROM json_each(?))"
        found = pairs.intersection(self.database.execute(query, [json.dumps(sorted({one for one, _ in pairs}))]))
        return {(min(pair), max(pair)) for pair in found}

    def _meet(self, one: _Words, other: _Words) -> bool:
        """Whether two articles are near each other among those with some of their words."""
        query = """SELECT count(*) FROM (SELECT 1 FROM rare_words WHERE word = ? AND (day, hash, document) > (?, ?, ?)
            AND (day, hash, document) < (?, ?, ?) LIMIT ?)"""
        first, last = sorted((one.place, other.place))
        shared = {*one.rarest} & {*other.rarest}
        between = (self.database.execute(query, [word, *first, *last, NEXT]).fetchone()[0] for word in shared)
        found = sum(1 for count in between if count < NEXT)
        return found >= (1 if one.short or other.short else NEEDED)

    def _read(self, number: int) -> _Words:
        query = "SELECT day, hash, words, whole, bits FROM story_words WHERE document = ?"
        day, rank, data, whole, bits = self.database.execute(query, [number]).fetchone()
        return _Words((day, rank, number), array("I", data), whole, int.from_bytes(bits, "little"))


def _bits(words: Iterable[int]) -> int:
    """The number in which each word sets a bit."""
    found = bytearray(BITS // 8)
    for word in words:
        found[word % BITS >> 3] |= 1 << (word & 7)
    return int.from_bytes(found, "little")


def _pushed(before: list[Near], after: list[Near]) -> Iterator[tuple[int, int]]:
    """The pairs of articles around a new one that were just near enough to each other for a word, one of each list."""
    first = max(0, NEXT - len(after))  # with fewer of both than NEXT, none were pushed
    return zip(map(_NUMBER, before[first:]), map(_NUMBER, after[NEXT - 1 - first :: -1]), strict=False)


def _too_late(one: Place | Near, other: Near) -> bool:
    """Whether two articles are so many days apart that not even the very same words would make them alike."""
    return bool(one[0] and other[0]) and abs(one[0] - other[0]) > LATEST


def _most_alike(one: _Words, other: _Words) -> float:
    """How alike two articles are at most.

    Each bit that both have set may be a word that they share, and so may each word of ``one`` that shares its bit with
    another.
    """
    both = (one.bits & other.bits).bit_count() + len(one.words) - one.bits.bit_count()
    return _share(both * HEAVIEST, one, other)


def _alike(one: _Words, words: frozenset[int], other: _Words) -> float:
    """The share of the words of the shorter article that both have, by weight, less for each day between them.

    ``words`` are those of ``one``.
    """
    return _share(total(words.intersection(other.words)), one, other)


def _share(both: float, one: _Words, other: _Words) -> float:
    days = abs(one.place[0] - other.place[0]) if one.place[0] and other.place[0] else 0
    long = max(LONG, len(one.words), len(other.words))
    return both / (min(one.whole, other.whole) or 1.0) * math.sqrt(LONG / long) * math.exp2(-days / FADES)
