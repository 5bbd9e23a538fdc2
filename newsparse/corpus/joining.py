"""Which entities of different articles are the same: the one rule by which the corpus joins them.

An entity of a new article and those that could be the same enter; one of them, or none, leaves, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from newsparse.corpus.names import is_whole, name_key
from newsparse.model import Document, Entity

COMPANY = 2
"""How many others two people of one name, but of different roles, must both appear beside to be one person."""
_OTHER_THINGS = 0.9
"""How sure it is that two organisations, places or things of one name are one."""
_SHORT = 3
"""Letters of words of a role that say nothing: "the", "of"."""


@attrs.frozen(kw_only=True)
class Described:
    """What is known of an entity: label, name as it is compared, entry in a list, and the words of its roles.

    ``homes`` are the keys of the organisations that it belongs to.
    """

    label: str
    key: str
    link: str | None = None
    roles: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether the name is enough to tell the entity from others."""
        return is_whole(self.label, self.key)


@attrs.frozen(kw_only=True)
class Candidate:
    """An entity of the corpus with the same label and name, or the same entry in a list; ``company()`` counts others.

    ``company`` says how many other entities of the new article the candidate has appeared beside.
    """

    id: int
    known: Described
    company: Callable[[], int] = attrs.field(repr=False, default=lambda: 0)


@attrs.frozen
class Match:
    """The entity of the corpus, or None for one that is new; why; and how sure that is, 0 to 1."""

    entity: int | None
    reason: str
    score: float = 1.0


def described(document: Document, entity: Entity) -> Described:
    """What an article says of an entity."""
    homes = (document.find(held.organisation, Entity) for held in entity.affiliations if held.organisation)
    return Described(
        label=entity.label,
        key=name_key(entity.name),
        link=entity.link.id if entity.link else None,
        roles=role_words(held.role.text for held in entity.affiliations),
        homes=frozenset(name_key(home.name) for home in homes if home),
    )


def role_words(roles: Iterable[str]) -> frozenset[str]:
    """The words of roles by which two can be compared."""
    return frozenset(word for role in roles for word in name_key(role).split() if len(word) > _SHORT)


def matched(found: Described, candidates: Sequence[Candidate]) -> Match:
    """The candidate that the entity of a new article is; the first, where there are several."""
    for candidate in candidates:
        if found.link and candidate.known.link == found.link:
            return Match(candidate.id, "same entry in your list")
    if not found.whole:
        return Match(None, "only part of a name")
    for candidate in candidates:
        match = _same(found, candidate)
        if match:
            return match
    return Match(None, "another of the same name" if candidates else "first of this name")


def _same(found: Described, candidate: Candidate) -> Match | None:
    known = candidate.known
    if (found.label, found.key) != (known.label, known.key) or (found.link and known.link):
        return None
    reason, score = "same name", _OTHER_THINGS
    if found.label == "Person":
        reason, score = _person(found, candidate)
    return Match(candidate.id, reason, score) if reason else None


def _person(found: Described, candidate: Candidate) -> tuple[str, float]:
    """Why two people of one name are one, and how sure that is; empty where they are not."""
    known = candidate.known
    if found.homes & known.homes:
        return "same name and organisation", 0.98
    if found.roles & known.roles:
        return "same name and role", 0.95
    if not (found.roles and known.roles):
        return "same name", 0.8
    return ("same name, beside the same others", 0.7) if candidate.company() >= COMPANY else ("", 0.0)
