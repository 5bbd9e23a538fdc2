"""Articles enter one by one; groups of their entities, of their figures and of their quotations leave."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from newsparse.linking.articles import article
from newsparse.linking.copies import Copies
from newsparse.linking.figures import FigureGroup, figure_groups
from newsparse.linking.groups import Group
from newsparse.linking.keeping import Sayings
from newsparse.linking.known import with_known_kinds
from newsparse.linking.profiles import Profile, profiles
from newsparse.linking.quotations import SameQuote
from newsparse.linking.quotations.sayings import sayings
from newsparse.linking.status import Status, statements
from newsparse.linking.status.reading import Reading
from newsparse.linking.stored.collected import Collected
from newsparse.model import Document
from newsparse.model.parsed import given_documents, parsed_document

_LOG = logging.getLogger(__name__)


class Across:
    """Articles that were added, as profiles of their entities, figures and quotations; nothing else of them is kept.

    They are compared when something is asked, each with those that it has something in common with. What does not fit
    in a cache is in a temporary file.
    """

    def __init__(self) -> None:
        self._collected = Collected()

    def __repr__(self) -> str:
        """How many articles there are."""
        return f"Across({len(self):,} {'article' if len(self) == 1 else 'articles'})"

    def __len__(self) -> int:
        """How many documents were added."""
        return len(self._collected)

    def add(self, document: Document) -> None:
        """Add the entities, figures and quotations of a document; one with the id of an earlier one takes its place.

        Raises ``ReadError`` for what is no document; the log warns of one that has not been parsed.
        """
        document = with_known_kinds(parsed_document(document))
        own, reading = article(document), Reading(document)
        said = Sayings(article=own, sayings=tuple(sayings(document, own, reading)))
        self._collected.put(document.id, tuple(profiles(document)), said, statements(document, reading))

    def add_profiles(self, document: str, found: Iterable[Profile]) -> None:
        """Add what is known of the entities of a document, in place of what was known of that document before."""
        self._collected.put(document, tuple(found))

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups, those in most documents first; the same for any order in which documents were added."""
        return self._collected.entities.groups()

    @property
    def figures(self) -> tuple[FigureGroup, ...]:
        """The figures about one thing, in groups with verdicts; the same for any order of the documents."""
        return figure_groups(self._collected.claims.groups())

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The status of every quote and figure, by document and place; the same for any order of the documents."""
        return tuple(self._collected.statuses())

    @property
    def quotes(self) -> tuple[SameQuote, ...]:
        """Utterances that several articles tell, those in most first; the same for any order of the documents."""
        return tuple(sorted(self._collected.quoted.quotes(), key=lambda item: (-len(item.documents), item.id)))

    @property
    def copies(self) -> tuple[Copies, ...]:
        """Articles that are near copies, such as one wire story in several papers, in groups of two or more."""
        return self._collected.quoted.copies()

    def group_of(self, document: str, entity: str) -> Group | None:
        """The group of an entity of a document, or None."""
        number = self._collected.number(document)
        return None if number is None else self._collected.entities.group_of(number, entity)


def across(documents: Iterable[Document]) -> Across:
    """The entities, figures and quotations of ``documents``, joined across them; more can be added later.

    The documents come from a pipeline with entities, numbers and quotes, and are taken one after another; none is kept.
    Of those with one id only the last counts, and the log says so. Raises as ``Across.add`` does.
    """
    result, count = Across(), 0
    for document in given_documents(documents):
        result.add(document)
        count += 1
    if count > len(result):
        _LOG.warning("%d of %d documents have the id of an earlier one and took its place.", count - len(result), count)
    return result
