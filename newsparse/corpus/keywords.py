"""Words that the quotes of a search use more often than others do, by counting alone: nothing lists words to skip."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from math import log

from newsparse.corpus.overview import counts
from newsparse.corpus.remembering import remembered
from newsparse.corpus.results import Table
from newsparse.corpus.search import Found

SAMPLE = 600
"""Quotes that are read, of the search and of the corpus."""
LEAST = 2
"""Quotes of the search that a word must be in."""
SHARE = 0.25
"""How telling a word must be, compared with the most telling one."""
MOST = 24
_WORD = re.compile(r"[^\W\d_]{4,}")


def frequent(database: sqlite3.Connection, found: Found, most: int = MOST) -> Table:
    """The words in most quotes of the search, as against a sample of all quotes; those asked for are left out.

    Empty where the search is for all quotes.
    """
    columns = ("word", "quotes")
    if found.total == counts(database)["quotes"]:
        return Table(columns, [])
    ids = [int(row[0]) for row in database.execute("SELECT id FROM temp.found_quotes")]
    here, size = _counted(database, _spaced(ids))
    everywhere, total = _everywhere(database)
    asked = set(_WORD.findall(found.search.words.casefold()))
    scores = {
        word: count * log((count / size) / ((everywhere[word] + 0.5) / (total + 1)))
        for word, count in here.items()
        if count >= LEAST and word not in asked
    }
    least = SHARE * max(scores.values(), default=0)
    best = sorted((word for word, score in scores.items() if score > least), key=lambda word: (-scores[word], word))
    return Table(columns, [(word, here[word]) for word in best[:most]])


@remembered
def _everywhere(database: sqlite3.Connection) -> tuple[Counter[str], int]:
    """The words of a sample of all quotes."""
    last = int(database.execute("SELECT coalesce(max(id), 0) FROM quotes").fetchone()[0])
    return _counted(database, _spaced(range(1, last + 1)))


def _spaced(ids: Sequence[int]) -> Sequence[int]:
    """Some ids, evenly spaced."""
    return ids[:: -(-len(ids) // SAMPLE) or 1]


def _counted(database: sqlite3.Connection, ids: Sequence[int]) -> tuple[Counter[str], int]:
    """How many of some quotes each word is in, and how many there are."""
    places = ", ".join("?" * len(ids))
    texts = [row[0] for row in database.execute(f"SELECT text FROM quotes WHERE id IN ({places})", ids)]
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(_WORD.findall(text.casefold())))
    return counts, max(len(texts), 1)
