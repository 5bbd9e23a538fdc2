"""The roles that the text gives people: role phrases, with the bodies in which the roles are held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from newsparse.model import Passage
from newsparse_entities.grouping.groups import Group
from newsparse_entities.roles.employers import EMPLOYER, Held
from newsparse_entities.roles.holders import Holders
from newsparse_entities.roles.phrases import RolePhrase


@attrs.frozen
class Role:
    """A role that a person holds, its body if that is known, and whether it is over."""

    words: Passage
    body: Group | None
    former: bool


def held_roles(
    phrases: Iterable[RolePhrase], holders: Holders, groups: Mapping[str, Group]
) -> dict[Group, Sequence[Role]]:
    """The roles of each person in the order of the text; ``groups`` maps the ids of mentions to what they mention."""
    found: dict[Group, dict[Passage, Role]] = {}
    for phrase in phrases:
        person = groups.get(phrase.person.id)
        if person is not None:
            span = phrase.span(holders.reading)
            decision = EMPLOYER.decide(Held(phrase, holders), span)
            words = Passage.at(holders.reading.text, span.start, span.end)
            role = Role(words, decision.found if decision else None, phrase.former)
            found.setdefault(person, {}).setdefault(words, role)
    return {person: tuple(roles.values()) for person, roles in found.items()}
