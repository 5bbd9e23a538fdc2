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
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
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
OUTLINED = 65536
"""Of how many articles the outlines stay in memory, 900 bytes for each."""
READ = 1024
"""Of how many articles the words stay in memory, 600 bytes for each."""
BITS = 4096
"""The bits that the words of an article set, by which most of those are left out that have too few in common."""

_COLUMNS = "SELECT document * 2 + short FROM rare_words WHERE word = ?"
_BEFORE = f"""{_COLUMNS} AND day >= ? AND (day, hash, document) < (?, ?, ?)
    ORDER BY day DESC, hash DESC, document DESC LIMIT ?"""
_AFTER = f"{_COLUMNS} AND day <= ? AND (day, hash, document) > (?, ?, ?) ORDER BY day, hash, document LIMIT ?"

Place = tuple[int, int, int]
"""Where an article comes among those with a word: its day, 0 for none, a hash of its id, and its number."""
Near = int
"""The number of an article with a word, times two, and one more if it has few words."""
_ONLY = itemgetter(0)
Beside = tuple[list[Near], list[Near]]
"""The next articles before and after one that have a word, the nearest first."""
Pair = tuple[int, int]
"""The numbers of two articles, the smaller one first."""


@attrs.frozen
class Change:
    """Two articles that now tell the same story, and how alike they are, or that do not any more: None."""

    pair: Pair
    alike: float | None


@attrs.frozen(eq=False)
class _Outline:
    """Where an article comes, how many words it has, how much they tell together, and the bits that they set."""

    place: Place
    size: int
    whole: float
    bits: int

    @property
    def short(self) -> bool:
        """Whether it has few words."""
        return self.size < SHORT

    @property
    def near(self) -> Near:
        """The article as it stands in the lists of those beside others."""
        return self.place[2] * 2 + self.short


class Stories:
    """Which of the articles in a database tell the same story."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self._outline = lru_cache(OUTLINED)(self._outlined)
        self._words = lru_cache(READ)(self._read)
        self._telling = set[Near]()  # the articles that ever told the same story as another
        for (number,) in database.execute("SELECT DISTINCT one FROM related"):
            self._telling |= {number * 2, number * 2 + 1}
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
        own = _Outline(place, len(words), total(words), _bits(words))
        row = (number, *place[:2], words.tobytes(), own.whole, own.bits.to_bytes(BITS // 8, "little"))
        self.database.execute("INSERT INTO story_words VALUES (?, ?, ?, ?, ?, ?)", row)
        self._any_undated = self._any_undated or not day
        rarest = _rarest(words)
        beside = [self._beside(word, place) for word in rarest]
        rows = [(word, *place, own.short) for word in rarest]
        self.database.executemany("INSERT INTO rare_words VALUES (?, ?, ?, ?, ?)", rows)
        gone = [pair for pair in self._pushed(beside) if not self._meet(*map(self._outline, pair))]
        found = self._found(own, frozenset(words), self._near(own, beside))
        return sorted([*self._dropped(gone), *found], key=lambda change: change.pair)

    def _near(self, own: _Outline, beside: Iterable[Beside]) -> Iterator[_Outline]:
        """The articles that have enough of the rarest words of a new one, of those beside it for each of these."""
        shared, needed = Counter(chain.from_iterable(chain.from_iterable(beside))), 1 if own.short else NEEDED
        for other in (self._outline(near >> 1) for near, count in shared.items() if count >= needed or near & 1):
            if not _too_late(own.place, other.place):  # else only where any article has no day
                yield other

    def _beside(self, word: int, place: Place) -> Beside:
        """The next articles with a word before and after a place, the nearest first.

        Those that are too early or too late to be alike are left out where all articles have a day.
        """
        first, last = (0, math.inf) if self._any_undated else (place[0] - LATEST, place[0] + LATEST)
        before = self.database.execute(_BEFORE, [word, first, *place, NEXT])
        after = self.database.execute(_AFTER, [word, last, *place, NEXT])
        return list(map(_ONLY, before)), list(map(_ONLY, after))

    def _found(self, own: _Outline, words: frozenset[int], near: Iterable[_Outline]) -> Iterator[Change]:
        number = own.place[2]
        for other, there in ((item, item.place[2]) for item in near if _most_alike(own, item) >= SAME):
            alike = _share(total(words.intersection(self._words(there))), own, other)
            if alike >= SAME:
                rows = [(number, there, alike), (there, number, alike)]
                self.database.executemany("INSERT INTO related VALUES (?, ?, ?)", rows)
                self._telling |= {own.near, other.near}
                yield Change((min(number, there), max(number, there)), alike)

    def _dropped(self, pairs: list[Pair]) -> Iterator[Change]:
        for one, other in pairs:
            rows = [(one, other), (other, one)]
            self.database.executemany("DELETE FROM related WHERE one = ? AND other = ?", rows)
            yield Change((one, other), None)

    def _pushed(self, beside: Sequence[Beside]) -> set[Pair]:
        """The pairs of articles that tell the same story and between which a new one comes for a word.

        They were just near enough to each other for that word; the smaller number is first.
        """
        ones = self._telling.intersection(chain.from_iterable(before for before, _ in beside))
        if not ones:
            return set()
        query = "SELECT one, other FROM related WHERE one IN (SELECT value FROM json_each(?))"
        related = set(self.database.execute(query, [json.dumps(sorted(near >> 1 for near in ones))]))
        pushed = ((one >> 1, other >> 1) for near in beside for one, other in _between(*near))
        return {(min(pair), max(pair)) for pair in related.intersection(pushed)}

    def _meet(self, one: _Outline, other: _Outline) -> bool:
        """Whether two articles are near each other among those with some of their words."""
        query = """SELECT count(*) FROM (SELECT 1 FROM rare_words WHERE word = ? AND (day, hash, document) > (?, ?, ?)
            AND (day, hash, document) < (?, ?, ?) LIMIT ?)"""
        first, last = sorted((one.place, other.place))
        shared = {*_rarest(self._words(one.place[2]))} & {*_rarest(self._words(other.place[2]))}
        between = (self.database.execute(query, [word, *first, *last, NEXT]).fetchone()[0] for word in shared)
        found = sum(1 for count in between if count < NEXT)
        return found >= (1 if one.short or other.short else NEEDED)

    def _outlined(self, number: int) -> _Outline:
        query = "SELECT day, hash, length(words), whole, bits FROM story_words WHERE document = ?"
        day, rank, size, whole, bits = self.database.execute(query, [number]).fetchone()
        return _Outline((day, rank, number), size // array("I").itemsize, whole, int.from_bytes(bits, "little"))

    def _read(self, number: int) -> array[int]:
        query = "SELECT words FROM story_words WHERE document = ?"
        return array("I", self.database.execute(query, [number]).fetchone()[0])


def _rarest(words: Iterable[int]) -> list[int]:
    """The words by which an article is looked for; of equally rare ones the same in all articles."""
    return sorted(words, key=lambda word: (-weight(word), word))[:RAREST]


def _bits(words: Iterable[int]) -> int:
    """The number in which each word sets a bit."""
    found = bytearray(BITS // 8)
    for word in words:
        found[word % BITS >> 3] |= 1 << (word & 7)
    return int.from_bytes(found, "little")


def _between(before: Sequence[Near], after: Sequence[Near]) -> Iterator[tuple[Near, Near]]:
    """The pairs of articles around a new one that were just near enough to each other for a word, one of each list."""
    first = max(0, NEXT - len(after))  # with fewer of both than NEXT, none were pushed
    return zip(before[first:], after[NEXT - 1 - first :: -1], strict=False)


def _too_late(one: Place, other: Place) -> bool:
    """Whether two articles are so many days apart that not even the very same words would make them alike."""
    return bool(one[0] and other[0]) and abs(one[0] - other[0]) > LATEST


def _most_alike(one: _Outline, other: _Outline) -> float:
    """How alike two articles are at most.

    Each bit that both have set may be a word that they share, and so may each word of ``one`` that shares its bit with
    another.
    """
    both = (one.bits & other.bits).bit_count() + one.size - one.bits.bit_count()
    return _share(both * HEAVIEST, one, other)


def _share(both: float, one: _Outline, other: _Outline) -> float:
    """The share ``both`` of what the words of the shorter article tell, less for each day between them."""
    days = abs(one.place[0] - other.place[0]) if one.place[0] and other.place[0] else 0
    long = max(LONG, one.size, other.size)
    return both / (min(one.whole, other.whole) or 1.0) * math.sqrt(LONG / long) * math.exp2(-days / FADES)
