"""The quotations of articles, which enter one by one."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse.linking.articles import Article, article, copies
from newsparse.linking.copies import Copies
from newsparse.linking.quotations.records import SameQuote
from newsparse.linking.quotations.sayings import Saying, sayings
from newsparse.linking.quotations.telling import same_quotes
from newsparse.model import Document


class Quotations:
    """What is kept of articles that were added: what somebody says in them, and sketches of their words."""

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}
        self._sayings: dict[str, tuple[Saying, ...]] = {}
        self._quotes: tuple[SameQuote, ...] | None = ()
        self._copies: list[list[Article]] | None = []

    def add(self, document: Document) -> None:
        """Add the quotations of a document; one with the id of an earlier one takes its place."""
        kept = article(document)
        self.put(kept, sayings(document, kept))

    def put(self, kept: Article, said: Iterable[Saying]) -> None:
        """Add an article and its sayings, in place of an earlier one of that id."""
        self._articles[kept.document] = kept
        self._sayings[kept.document] = tuple(said)
        self._quotes = self._copies = None

    @property
    def quotes(self) -> tuple[SameQuote, ...]:
        """Utterances that several articles tell, those in most first."""
        if self._quotes is None:
            firsts = {item: group[0] for group in self._copied() for item in group}
            self._quotes = same_quotes((item for items in self._sayings.values() for item in items), firsts)
        return self._quotes

    @property
    def copies(self) -> tuple[Copies, ...]:
        """The groups of two or more articles that are near copies."""
        return tuple(Copies(documents=tuple(item.document for item in group)) for group in self._copied())

    def _copied(self) -> list[list[Article]]:
        if self._copies is None:
            self._copies = [group for group in copies(self._articles.values()) if len(group) > 1]
        return self._copies
