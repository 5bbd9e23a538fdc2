"""What is known of one entity of one article for comparison with those of others: names, roles, bodies, company."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from newsparse.linking.names import parts
from newsparse.model import Document, Entity, TitleRole

COMPARED = ("Person", "Organization")
"""The labels of entities that are joined by evidence; others, such as places, have the same name in all articles."""
_ROLE_WORD = re.compile(r"[^\W\d_]{4,}")


@attrs.frozen(kw_only=True)
class Profile:
    """One entity of one article.

    ``names`` are all its names, the fullest first; ``roles`` the words of its roles, ``bodies`` the names of
    organisations that it belongs to, ``company`` the names of people and organisations in the same article. ``link``
    is its id in a list of the reader's own, which decides where it is known.
    """

    document: str
    entity: str
    label: str
    names: tuple[str, ...]
    roles: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    link: str | None = None

    @property
    def name(self) -> str:
        """The fullest name."""
        return self.names[0]

    @property
    def place(self) -> tuple[str, str]:
        """The document and the entity, which no other profile has."""
        return self.document, self.entity


def profiles(document: Document, labels: Iterable[str] = COMPARED) -> Iterator[Profile]:
    """The profiles of the entities of ``labels`` in ``document``, in its order; those that are only signs have none.

    Only people and organisations are named beside others, and have others named beside them.
    """
    wanted = frozenset(labels)
    entities = {item.id: item for item in document.entities}
    named = [item for item in entities.values() if item.label in wanted and parts(item.name)]
    company = {item.id: frozenset(_telling(item)) for item in named if item.label in COMPARED}
    for item in named:
        yield Profile(
            document=document.id,
            entity=item.id,
            label=item.label,
            names=tuple(dict.fromkeys((item.name, *item.aliases))),
            roles=role_words(role.role.text for role in item.held),
            bodies=frozenset(_bodies(item, entities)),
            company=_beside(item, company),
            link=item.link.id if item.link else None,
        )


def _beside(entity: Entity, company: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The names beside an entity, of those with these ids; none beside what is neither a person nor a body."""
    if entity.id not in company:
        return frozenset()
    return frozenset(name for other, names in company.items() if other != entity.id for name in names)


def _bodies(entity: Entity, entities: Mapping[str, Entity]) -> Iterator[str]:
    """The names of the organisations in which an entity has roles."""
    for role in entity.held:
        body = entities.get(role.organisation or "")
        if body is not None:
            yield body.name
        elif isinstance(role, TitleRole) and role.body is not None:
            yield role.body.text


def role_words(roles: Iterable[str]) -> frozenset[str]:
    """The words by which roles are compared."""
    return frozenset(word.casefold() for role in roles for word in _ROLE_WORD.findall(role))


def _telling(entity: Entity) -> Iterator[str]:
    """The names that tell an entity from others elsewhere: several words, or an organisation's."""
    for name in (entity.name, *entity.aliases):
        if entity.label != "Person" or len(parts(name)) > 1:
            yield name
