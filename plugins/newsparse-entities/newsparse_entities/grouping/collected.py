"""People while they are collected, and where they are found by the parts of their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

import attrs

from newsparse.model import Mention
from newsparse_entities.grouping.groups import Group
from newsparse_entities.grouping.offices import Office
from newsparse_entities.lexicon import Gender, given_gender
from newsparse_entities.names.parse import PersonName, family_forms

SHARERS = 64
"""How many people who share a name are compared; keeps the work linear on lists of relatives."""


@attrs.define(eq=False)
class Somebody:
    """A group of mentions of one person, with the names that it was built from.

    ``called`` counts the single names that the article has called the person by so far, ``roles`` are the nouns for
    roles beside these; ``relative`` says that it introduces the person as a relative of somebody else.
    """

    group: Group
    names: list[PersonName] = attrs.field(factory=list)
    titles: set[str] = attrs.field(factory=set)
    roles: set[str] = attrs.field(factory=set)
    called: Counter[str] = attrs.field(factory=Counter)
    relative: bool = False

    def add(self, item: Mention, told: Office, *, aside: bool) -> None:
        """Take a mention in, with what is said beside it; an aside makes nobody the latest."""
        latest = self.group.last
        self.group.add(item)
        self.group.last = latest if aside else self.group.last
        self.titles |= told.titles
        self.roles |= told.roles

    def allows(self, name: PersonName, gender: Gender | None) -> bool:
        """Whether a short form can be this person's: gender and generation do not differ."""
        own = {other.generation for other in self.names}
        return self._seems(gender) and (name.generation is None or name.generation in own or own == {None})

    def tells(self, gender: Gender) -> bool:
        """Whether the text states a gender or, where it states none, the given name shows it."""
        return gender in self._genders()

    def _seems(self, gender: Gender | None) -> bool:
        """Whether a title's gender is the one stated or, where none is, not denied by the given name."""
        return gender is None or gender in (self._genders() or {gender})

    def _genders(self) -> Set[Gender]:
        names = (other for other in self.names if other.units and not (other.short and self.titles))
        return self.group.genders or {known for other in names if (known := given_gender(other.units[0])) is not None}


@attrs.define
class Index:
    """People by family name, by first unit and by the units between, one of which can be the first of two surnames.

    ``borrowed`` are the family names that only a relative's full name gives them, ``shared`` those that
    several may have, a man and a woman, and ``strangers`` those of people in office with no other name.
    """

    family: dict[str, list[Somebody]] = attrs.field(factory=dict)
    first: dict[str, list[Somebody]] = attrs.field(factory=dict)
    middle: dict[str, list[Somebody]] = attrs.field(factory=dict)
    borrowed: dict[str, list[Somebody]] = attrs.field(factory=dict)
    shared: Set[str] = frozenset()
    strangers: Set[str] = frozenset()

    def put(self, person: Somebody, name: PersonName) -> None:
        """Make ``person`` findable by the parts of ``name``."""
        for form in family_forms(name.units[-1] if name.units else name.key):
            put(self.family, form, person)
        if not name.short:
            put(self.first, name.units[0], person)
        for unit in name.units[1:-1]:
            put(self.middle, unit, person)

    def sharing(self, name: PersonName) -> list[Somebody]:
        """People who have a name in common with ``name``, in the order in which they were added."""
        found: dict[int, Somebody] = {}
        for unit in name.units:
            for form in family_forms(unit):
                for person in (*self.family.get(form, ()), *self.first.get(form, ()), *self.middle.get(form, ())):
                    found.setdefault(id(person), person)
        return list(found.values())[:SHARERS]


def put(table: dict[str, list[Somebody]], key: str, person: Somebody) -> None:
    """Put somebody into a row of a table, once among the latest."""
    row = table.setdefault(key, [])
    if person not in row[-SHARERS:]:
        row.append(person)
