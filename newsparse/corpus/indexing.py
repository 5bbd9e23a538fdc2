"""Adds parsed articles to the database of a corpus, each once; what has been committed stays when a run is stopped."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from types import TracebackType
from typing import Self

from newsparse.corpus.article import Insertion
from newsparse.corpus.joining import join
from newsparse.corpus.opening import writable
from newsparse.corpus.writing import Tables
from newsparse.linking.stored.shelf import Shelf
from newsparse.model import Document, digest

BATCH_DOCUMENTS = 64
"""Articles that are committed together."""


def index(documents: Iterable[Document], path: str | PathLike[str]) -> int:
    """Add parsed articles, which are taken one by one, to the database at ``path``; how many were new.

    Raises ``WriteError`` for a place that cannot be written to, and for a file that is something else.
    """
    with Corpus(path) as corpus:
        return sum(corpus.add(document) for document in documents)


def article_key(document: Document) -> str:
    """A digest of the text and of what is known about it from outside: the same for an article that is read again."""
    meta = document.meta
    return digest("\0".join([document.id, meta.outlet or "", meta.url or "", meta.published or "", document.text]))


class Corpus:
    """The database of a corpus, open for adding.

    As a context, it commits at the end and compares all articles with each other, also where the end is an error.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        self.database = writable(path)
        self._tables, self._shelf = Tables(self.database), Shelf(self.database)
        self._pending = 0

    def __enter__(self) -> Self:
        """The corpus itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Commit what is complete, join it with what was there, and close."""
        try:
            self.commit()
            join(self.database, self._shelf)
        finally:
            self.database.close()

    def knows(self, document: Document) -> bool:
        """Whether the article is here already; parsed or not makes no difference."""
        found = self.database.execute("SELECT 1 FROM documents WHERE key = ?", [article_key(document)])
        return found.fetchone() is not None

    def add(self, document: Document) -> bool:
        """Add a parsed article; False, and nothing is done, where it is here already."""
        if self.knows(document):
            return False
        if not self._pending:
            self.database.execute("BEGIN IMMEDIATE")
        self._pending += 1
        self.database.execute("SAVEPOINT article")
        try:
            Insertion(self._tables, self._shelf, document, article_key(document)).add()
        except BaseException:
            self.database.execute("ROLLBACK TO article")
            raise
        finally:
            self.database.execute("RELEASE article")
        if self._pending >= BATCH_DOCUMENTS:
            self.commit()
        return True

    def commit(self) -> None:
        """Write what has been added to the disk, and make it known to searches."""
        if self._pending:
            self._tables.make_searchable()
            self.database.execute("COMMIT")
            self._pending = 0
