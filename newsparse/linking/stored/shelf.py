"""What is kept of each article in a database, read when it is needed: memory does not grow with the articles."""

from __future__ import annotations

import sqlite3
import zlib
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from importlib import resources
from typing import Generic, TypeVar

from newsparse.linking import keeping
from newsparse.linking.keeping import Part, Rows, Sayings
from newsparse.linking.profiles import Profile
from newsparse.linking.quotations.sayings import Saying
from newsparse.linking.status import Statements

PROFILED = 64
"""Of how many articles the entities stay in memory."""
HELD = 512
"""Of how many articles the claims and the sayings stay in memory."""
SAID = 8192
"""How many sayings stay in memory."""
SAYINGS = 1 << 20
"""The number of a saying is that of its article, times this, and its place among the sayings there."""
NAMED = 65536
"""Of how many articles the numbers stay in memory."""
_LEVEL = 6
_PARTS = ("profiles", "sayings", "statements")

Value = TypeVar("Value")


def definitions() -> str:
    """The definitions of the tables for what is kept of articles and for what is compared of them."""
    return resources.files("newsparse").joinpath("data", "linking", "tables.sql").read_text("utf-8")


class Recent(Generic[Value]):
    """The values of the numbers that were given or asked for last, at most ``size``; ``read`` gives those of others."""

    def __init__(self, size: int, read: Callable[[int], Value]) -> None:
        self.size, self.read = size, read
        self._held: OrderedDict[int, Value] = OrderedDict()

    def __call__(self, number: int) -> Value:
        """The value of a number."""
        if number in self._held:
            self._held.move_to_end(number)
            return self._held[number]
        value = self.read(number)
        self.give(number, value)
        return value

    def give(self, number: int, value: Value) -> None:
        """Have the value of a number, which then need not be read."""
        self._held[number] = value
        self._held.move_to_end(number)
        if len(self._held) > self.size:
            self._held.popitem(last=False)


class Shelf:
    """What is kept of the articles in a database that has a table of ``documents`` with a number and a ``key`` each."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self.number = lru_cache(NAMED)(self._number)
        self.profiles = Recent(PROFILED, self._profiles)
        self.statements = Recent(HELD, self._statements)
        self.sayings = Recent[Rows | Sayings](HELD, self._sayings)
        self.saying = lru_cache(SAID)(self._saying)

    def put(self, number: int, *parts: Part) -> None:
        """Keep what is compared of an article, or at least one part of it."""
        data = {column(part): zlib.compress(keeping.written(part).encode("ascii"), _LEVEL) for part in parts}
        new = ", ".join(f"{name} = excluded.{name}" for name in data)
        query = f"INSERT INTO kept VALUES (?, ?, ?, ?) ON CONFLICT (document) DO UPDATE SET {new}"
        self.database.execute(query, [number, *(data.get(name, "") for name in _PARTS)])
        for part in parts:
            self._hold(number, part)

    def _hold(self, number: int, part: Part) -> None:
        """Keep in memory, too, what will be compared soon."""
        if isinstance(part, Sayings):
            self.sayings.give(number, part)
        elif isinstance(part, Statements):
            self.statements.give(number, part)
        else:
            self.profiles.give(number, part)

    def _profiles(self, number: int) -> tuple[Profile, ...]:
        """The entities of an article."""
        return keeping.read_profiles(self._text("profiles", number))

    def _number(self, key: str) -> int:
        """The number of the article with a key."""
        return int(self.database.execute("SELECT id FROM documents WHERE key = ?", [written_key(key)]).fetchone()[0])

    def _statements(self, number: int) -> Statements:
        """The claims, figures and answers of an article."""
        return keeping.read_statements(self._text("statements", number))

    def _sayings(self, number: int) -> Rows:
        """What somebody says in an article."""
        return keeping.read_rows(self._text("sayings", number))

    def _saying(self, number: int) -> Saying:
        """What somebody says, by its number."""
        return self.sayings(number // SAYINGS)[number % SAYINGS]

    def _text(self, part: str, number: int) -> str:
        (data,) = self.database.execute(f"SELECT {part} FROM kept WHERE document = ?", [number]).fetchone()
        return zlib.decompress(data).decode("ascii")


def written_key(key: str) -> str:
    r"""The key as a database has it; a lone surrogate, which none holds, as ``\ud800``."""
    return key.encode("utf-8", "backslashreplace").decode("utf-8")


def column(part: Part) -> str:
    """The column of the table ``kept`` for a part."""
    if isinstance(part, Sayings):
        return "sayings"
    return "statements" if isinstance(part, Statements) else "profiles"
