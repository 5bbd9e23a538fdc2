"""Links entities to a user's own list of people, organisations and places: by equal names, then by similar ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from newsparse.model import Annotation, Document, Entity, Link
from newsparse_entities.extractor import EntityExtractor
from newsparse_entities.grouping.organisations import organisation_key
from newsparse_entities.names.parse import organisation_words

_SHORTEST = 6
"""Letters of the shortest name that is compared letter by letter: shorter ones differ too little from others."""

_WHOLE = 100
"""The similarity of equal names in rapidfuzz."""


@attrs.frozen(kw_only=True)
class Entry:
    """An entry in a user's list: an id, a name, other names, and the class of its entities (None for any class)."""

    id: str = attrs.field(converter=str)
    name: str
    aliases: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    label: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the others."""
        return (self.name, *self.aliases)


def _entries(given: Iterable[Entry | Mapping[str, Any]]) -> tuple[Entry, ...]:
    return tuple(item if isinstance(item, Entry) else Entry(**item) for item in given)


def _similarity(_instance: object, field: attrs.Attribute[float], value: float) -> None:
    if not 0 < value <= 1:
        raise ValueError(f"{field.name} must be above 0 and at most 1, got {value!r}")


@attrs.frozen(kw_only=True)
class EntitiesConfig:
    """Settings of ``entities``.

    ``known`` is the list to link to: entries, or mappings with their fields. ``similarity`` is how alike two names must
    be, above 0 and at most 1: twice the letters in common, in order, over all letters; with 1, only equal names match.
    """

    known: tuple[Entry, ...] = attrs.field(default=(), converter=_entries)
    similarity: float = attrs.field(default=0.92, validator=_similarity)


@attrs.frozen
class LinkingExtractor:
    """Returns what ``extractor`` returns, with links on the entities."""

    extractor: EntityExtractor
    linker: Linker

    def extract(self, document: Document, title: Document | None = None) -> Iterable[Annotation]:
        """The annotations of the inner extractor; each entity has the link to its entry, if there is one."""
        for item in self.extractor.extract(document, title):
            yield attrs.evolve(item, link=self.linker.link(item)) if isinstance(item, Entity) else item


class Linker:
    """The list, indexed by the names in it."""

    def __init__(self, config: EntitiesConfig) -> None:
        """Index the entries of ``config``; names that are equal except for case and the like share a key."""
        self._least = _WHOLE * config.similarity
        self._by_key: dict[str, list[Entry]] = {}
        self._rows: list[tuple[str, Entry]] = []
        for entry in config.known:
            for name in dict.fromkeys(entry.names):
                self._by_key.setdefault(organisation_key(name), []).append(entry)
                self._rows.append((_plain(name), entry))
        self._texts = [text for text, _ in self._rows]

    def link(self, entity: Entity) -> Link | None:
        """The link to the entry for ``entity``, by its fullest name first; None if no entry fits, or two do."""
        for name in (entity.name, *entity.aliases):
            found = _distinct(e for e in self._by_key.get(organisation_key(name), ()) if _of_class(e, entity))
            if found:
                return Link(id=found[0].id, name=found[0].name) if len(found) == 1 else None
        return self._similar(entity) if self._least < _WHOLE else None

    def _similar(self, entity: Entity) -> Link | None:
        """The one entry with the most similar name, the words in any order; figures in names must be the same."""
        from rapidfuzz import fuzz, process  # of use to those who have a list, and 47 modules

        wanted = _plain(entity.name)
        if len(wanted) < _SHORTEST:
            return None
        rows = process.extract(wanted, self._texts, scorer=fuzz.token_sort_ratio, score_cutoff=self._least, limit=None)
        close = [(score, self._rows[index]) for _, score, index in rows]
        fit = [(score, entry) for score, (text, entry) in close if _fits(wanted, text) and _of_class(entry, entity)]
        best = max((score for score, _ in fit), default=0.0)
        entries = _distinct(entry for score, entry in fit if score == best)
        return Link(id=entries[0].id, name=entries[0].name, score=best / _WHOLE) if len(entries) == 1 else None


def _plain(name: str) -> str:
    """A name as it is compared letter by letter: folded words without legal suffixes."""
    return " ".join(organisation_words(name))


def _fits(one: str, other: str) -> bool:
    """Whether two similar names may name one thing: the same figures, and words with the same first letters."""
    if _figures(one) != _figures(other):
        return False
    return sorted(word[0] for word in one.split()) == sorted(word[0] for word in other.split())


def _figures(name: str) -> list[str]:
    return [word for word in name.split() if any(char.isdigit() for char in word)]


def _of_class(entry: Entry, entity: Entity) -> bool:
    return entry.label is None or entry.label == entity.label


def _distinct(entries: Iterable[Entry]) -> Sequence[Entry]:
    """One entry for each id, in the order of the list."""
    return list({entry.id: entry for entry in entries}.values())
