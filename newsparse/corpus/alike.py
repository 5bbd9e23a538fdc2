"""The articles of a corpus in which what a draft quotes and counts may stand, so that not all have to be compared."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from newsparse.corpus.articles import document
from newsparse.corpus.words import EITHER, matching
from newsparse.model import Document
from newsparse.verification.sentences import Contexts
from newsparse.wording.quotations import quotations

MOST = 20
"""Articles for one quotation, or for one sentence with figures."""
WORDS = 24
"""Words that are looked for, the longest: in a long quotation, fewer say where it comes from."""
_WORD = re.compile(r"[^\W_]{3,}|\d[\d.,]*\d|\d")


def alike(database: sqlite3.Connection, draft: Document) -> Iterator[Document]:
    """For each quotation and each sentence with a figure of ``draft``, the articles most like it; each article once.

    Articles with the same text as ``draft`` are left out, so that one which has been published is not its own source.
    """
    seen: set[int] = set()
    for words in _asked(draft):
        for number in _found(database, words):
            if number in seen:
                continue
            seen.add(number)
            article = document(database, number)
            if article is not None and article.text != draft.text:
                yield article


def _asked(draft: Document) -> Iterator[str]:
    """The words to look for, each list of them once."""
    contexts = Contexts(draft)
    spans = [item.span for item in quotations(draft)] + [contexts.at(claim.span).span for claim in draft.numbers]
    texts = (draft.text[span.start : span.end] for span in dict.fromkeys(spans))
    found = (dict.fromkeys(_WORD.findall(text)) for text in texts)
    longest = (sorted(words, key=len, reverse=True)[:WORDS] for words in found)
    yield from dict.fromkeys(f" {EITHER} ".join(words) for words in longest if words)


def _found(database: sqlite3.Connection, words: str) -> list[int]:
    query = "SELECT rowid FROM documents_words WHERE documents_words MATCH ? ORDER BY rank LIMIT ?"
    return [int(row[0]) for row in database.execute(query, [matching(words), MOST])]
