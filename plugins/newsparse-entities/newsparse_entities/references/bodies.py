"""The organisation that "her institute" or "Ada Brook's company" refers to: where the text gives the person a role."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import kinds, listed
from newsparse_entities.names.parse import fold
from newsparse_entities.roles.affiliations import Role


class Bodies:
    """The organisations of the people of one article, by the roles beside their names; found when first asked for."""

    def __init__(self, roles: Callable[[], Mapping[Group, Sequence[Role]]]) -> None:
        """``roles`` finds the roles of all people."""
        self._roles = roles
        self._found: Mapping[Group, list[Group]] | None = None

    def of(self, person: Group, word: str) -> Group | None:
        """The one organisation of ``person`` that the noun ``word`` can mean, or None."""
        if self._found is None:
            self._found = {holder: _now(roles) for holder, roles in self._roles().items()}
        fitting = [body for body in self._found.get(person, ()) if fits(word, _words(body))]
        return fitting[0] if len(fitting) == 1 else None


def _now(roles: Iterable[Role]) -> list[Group]:
    """The bodies in which roles are held now, each once, in the order of the text."""
    bodies = (role.body for role in roles if not role.former)
    return list(dict.fromkeys(body for body in bodies if body is not None and body.label == "Organization"))


def fits(word: str, name: Sequence[str]) -> bool:
    """Whether a noun for a body can mean one with these words in its name."""
    if word in name or not kinds().get(word, frozenset()).isdisjoint(name):
        return True
    if word in listed("nouns.bodies.company"):
        return listed("nouns.bodies.public").isdisjoint(name)
    return word in listed("nouns.bodies.loose") and not listed("nouns.bodies.public").isdisjoint(name)


def _words(group: Group) -> list[str]:
    return [part for name in group.surfaces() for part in fold(name).split()]
