"""The title of an article read as a headline: the names in it, whom they mean in the article, and their roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import attrs

from newsparse.model import Mention, TitlePassage
from newsparse.rules import about_title
from newsparse_entities.grouping.groups import Group
from newsparse_entities.grouping.titles import name_by_title
from newsparse_entities.reading import Reading
from newsparse_entities.roles.affiliations import Role, held_roles
from newsparse_entities.roles.holders import Holders
from newsparse_entities.roles.names import PlacedNames
from newsparse_entities.roles.phrases import RolePhrases


@attrs.frozen
class HeadlineRole:
    """A role that a title gives somebody in the article; ``group`` is its body, where that is in the article too."""

    words: TitlePassage
    body: TitlePassage | None
    group: Group | None
    former: bool


@attrs.define
class Headline:
    """The title of an article, with its names and the groups of these."""

    reading: Reading
    names: Sequence[Mention]
    groups: Sequence[Group]
    _meant: Mapping[Group, Group] = attrs.field(factory=dict, init=False)

    def name(self, groups: Iterable[Group]) -> None:
        """Note what ``groups`` of the article are called in the title, if it names them."""
        self._meant = name_by_title(groups, self.reading.text, self.groups)

    @cached_property
    def roles(self) -> dict[Group, list[HeadlineRole]]:
        """The roles that the title gives people of the article; ask for ``name`` first."""
        people = {named: group for group, named in self._meant.items() if group.label == "Person"}
        if not people:
            return {}
        inside = {named: group for group, named in self._meant.items()}
        by_mention = {member.id: group for group in self.groups for member in group.members}
        placed = PlacedNames.of(self.reading, self.names)
        holders = Holders(self.reading, placed, by_mention)
        with about_title():
            found = held_roles(RolePhrases(self.reading, placed).find(), holders, by_mention)
        return {
            people[named]: [_role(role, inside) for role in roles] for named, roles in found.items() if named in people
        }


def _role(role: Role, inside: Mapping[Group, Group]) -> HeadlineRole:
    span, body = role.words.span, role.body
    return HeadlineRole(
        words=TitlePassage(span.start, span.end, role.words.text),
        body=TitlePassage(body.named[0].span.start, body.named[0].span.end, body.named[0].text) if body else None,
        group=inside.get(body) if body else None,
        former=role.former,
    )
