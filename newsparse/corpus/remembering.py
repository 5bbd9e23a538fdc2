"""Answers about a whole corpus, kept until articles are added: every page asks for them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from newsparse.corpus.joining import joined

Answer = TypeVar("Answer")

_kept: dict[str, tuple[tuple[int, int], dict[str, Any]]] = {}
"""By file: its last article, the last one that was joined, and the answers by the name of their function."""


def remembered(ask: Callable[[sqlite3.Connection], Answer]) -> Callable[[sqlite3.Connection], Answer]:
    """``ask``, whose answer for the same articles of a file is kept; nobody may change the answer."""
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answer(database: sqlite3.Connection) -> Answer:
        file = str(database.execute("PRAGMA database_list").fetchone()["file"])
        newest = int(database.execute("SELECT coalesce(max(id), 0) FROM documents").fetchone()[0])
        last = (newest, joined(database))
        if file not in _kept or _kept[file][0] != last:
            _kept[file] = (last, {})
        answers = _kept[file][1]
        if name not in answers:
            answers[name] = ask(database)
        found: Answer = answers[name]
        return found

    return answer
