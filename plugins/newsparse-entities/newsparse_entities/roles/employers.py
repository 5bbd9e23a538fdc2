"""The organisation that "her institute" or "Ada Brook's company" means: the one that the text gives the person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsparse.model import Mention
from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import kinds, listed
from newsparse_entities.names.parse import fold
from newsparse_entities.reading import Reading
from newsparse_entities.roles.affiliations import AffiliationFinder


class Bodies:
    """The organisations of the people of one article, by the roles beside their names; found when first asked for."""

    def __init__(self, reading: Reading, groups: Iterable[Group], named: Iterable[Mention]) -> None:
        """``groups`` hold the ``named`` mentions."""
        self._reading = reading
        self._groups = [group for group in groups if group.label in ("Person", "Organization")]
        self._named = sorted(named, key=lambda item: (item.span.start, -item.span.end))
        self._found: dict[int, list[Group]] | None = None

    def of(self, person: Group, word: str) -> Group | None:
        """The one organisation of ``person`` that the noun ``word`` can mean, or None."""
        if self._found is None:
            self._found = self._gathered()
        fitting = [body for body in self._found.get(id(person), ()) if fits(word, _words(body))]
        return fitting[0] if len(fitting) == 1 else None

    def _gathered(self) -> dict[int, list[Group]]:
        """The organisations in which people hold roles now, each once, in the order of the text."""
        entities = {item.id: str(at) for at, group in enumerate(self._groups) for item in group.members}
        finder = AffiliationFinder(self._reading, self._named, entities)
        found: dict[int, dict[int, Group]] = {}
        for entity, affiliations in finder.find().items():
            for item in affiliations:
                if item.organisation is not None and not item.former:
                    body = self._groups[int(item.organisation)]
                    found.setdefault(id(self._groups[int(entity)]), {})[id(body)] = body
        return {person: list(bodies.values()) for person, bodies in found.items()}


def fits(word: str, name: Sequence[str]) -> bool:
    """Whether a noun for a body can mean one with these words in its name."""
    if word in name or not kinds().get(word, frozenset()).isdisjoint(name):
        return True
    if word in listed("organisations.company_nouns"):
        return listed("organisations.no_companies").isdisjoint(name)
    return word in listed("organisations.loose_bodies") and not listed("organisations.no_companies").isdisjoint(name)


def _words(group: Group) -> list[str]:
    return [part for name in group.surfaces() for part in fold(name).split()]
