"""People in office whose given name the text does not tell, beside others of their family name: "Mayor Brook"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsparse.model import Mention
from newsparse_entities.grouping.collected import Index, Somebody
from newsparse_entities.grouping.offices import Office
from newsparse_entities.lexicon import Gender, courtesies
from newsparse_entities.mentions.normalise import title_gender
from newsparse_entities.names.parse import PersonName, person_name


class _Named(NamedTuple):
    """How the text names somebody, with a gender that a title states and the words of offices beside the name."""

    name: PersonName
    gender: Gender | None
    offices: frozenset[str]


def strangers(mentions: Sequence[Mention], told: Mapping[str, Office], index: Index) -> frozenset[str]:
    """The family names of people in office who have no other name: "Mayor Brook" and "Mr. Brook", beside Ada Brook.

    ``told`` is what is said beside each name, by the id of the mention. The text names somebody so before it gives a
    full name, and calls a man or a woman so whom nobody with a full name in ``index`` can be. None of these is said to
    have the office.
    """
    rows: dict[str, list[_Named]] = {}
    for item in mentions:
        name = person_name(item.text)
        if name.units:
            found = told[item.id]
            named = _Named(name, title_gender(item.title.text if item.title else None), found.titles | found.roles)
            rows.setdefault(name.units[-1], []).append(named)
    return frozenset(unit for unit, row in rows.items() if _is_stranger(row, index.family.get(unit, ())))


def _is_stranger(row: Sequence[_Named], people: Sequence[Somebody]) -> bool:
    """Whether somebody called by a family name alone is none of the people who have it."""
    if not people or not row[0].name.short:
        return False
    short = [named for named in row if named.name.short]
    stated = [named for named in short if named.gender is not None]
    unknown = any(not any(person.allows(named.name, named.gender) for person in people) for named in stated)
    return unknown and not _shares_office(short, row)


def _shares_office(short: Sequence[_Named], row: Sequence[_Named]) -> bool:
    """Whether a family name alone and a full name are said to have the same office."""
    held = {office for named in short for office in named.offices - courtesies()}
    return any(held & named.offices for named in row if not named.name.short)


def titled(people: Sequence[Somebody]) -> Somebody | None:
    """The latest person who is called by nothing but a family name, for that name with the title of an office."""
    found = [person for person in people if all(name.short for name in person.names)]
    return found[-1] if found else None
