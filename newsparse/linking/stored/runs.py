"""Which wordings have a run of words: read for a batch of them at once, kept in memory, and written at the end."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Mapping

MOST = 64
"""A run of words that more wordings have tells nothing: from then on only that is kept of it."""
_BYTES = 8
"""Bytes for one wording in the row of a run."""


class Runs:
    """The wordings that have each run, none for a run that tells nothing.

    Neighbours in a large table lie in the same page: reading and writing the runs of many wordings in order is faster
    than those of one after another.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self._held: dict[int, bytes | None] = {}
        self._changed: set[int] = set()

    def hold(self, runs: Iterable[int]) -> None:
        """Read some runs, unless they are in memory."""
        new = sorted({run for run in runs if run not in self._held})
        self._held.update(dict.fromkeys(new, b""))
        query = "SELECT run, wordings FROM runs WHERE run IN (SELECT value FROM json_each(?))"
        self._held.update(self.database.execute(query, [json.dumps(new)]))

    def having(self, runs: Iterable[int]) -> dict[int, bytes]:
        """For those of some runs that tell something the wordings that have them, as ``add`` was given these."""
        keys = list(runs)
        self.hold(keys)
        found = ((run, self._held[run]) for run in keys)
        return {run: having for run, having in found if having is not None}

    def crowded(self, runs: Iterable[int]) -> list[array[int]]:
        """Give up those of some runs that would have too many wordings with one more; who had each of them."""
        found = {run: having for run, having in self.having(runs).items() if len(having) >= MOST * _BYTES}
        self._set(dict.fromkeys(found))
        return [array("q", having) for having in found.values()]

    def add(self, runs: Iterable[int], wording: int) -> None:
        """Add a wording to those of some runs that tell something."""
        added = array("q", [wording]).tobytes()
        self._set({run: having + added for run, having in self.having(runs).items()})

    def _set(self, new: Mapping[int, bytes | None]) -> None:
        self._held.update(new)
        self._changed.update(new)

    def write(self) -> None:
        """Write what is in memory, and forget it."""
        rows = [(run, self._held[run]) for run in sorted(self._changed)]
        self.database.executemany("INSERT OR REPLACE INTO runs VALUES (?, ?)", rows)
        self._held, self._changed = {}, set()
