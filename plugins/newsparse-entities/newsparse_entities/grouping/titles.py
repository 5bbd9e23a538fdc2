"""Names in the title of an article: whom or what in the article they name, and which of them are fuller than there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from newsparse.model import TitlePassage
from newsparse.rules import Rule, RuleSet
from newsparse_entities.grouping.groups import Group
from newsparse_entities.grouping.organisations import organisation_key, short_forms
from newsparse_entities.lexicon import given_gender, joined_bodies
from newsparse_entities.mentions.normalise import name_key
from newsparse_entities.names.parse import (
    family_forms,
    fold,
    initials,
    organisation_words,
    person_name,
    same_person,
    squash,
)


@attrs.frozen(kw_only=True)
class TitleName:
    """A name in a title: its class, the name, the words with their place, and what it is the name of there."""

    label: str
    name: str
    words: TitlePassage
    group: Group = attrs.field(eq=False, repr=False)

    @classmethod
    def of(cls, group: Group) -> TitleName:
        """The name of a group of a title's mentions, at the place of the first one."""
        item = group.named[0]
        place = TitlePassage(item.span.start, item.span.end, item.text)
        return cls(label=group.label, name=group.name(), words=place, group=group)


@attrs.frozen
class Titled:
    """Somebody or something named in the article, the names of that class in the title, and all others of the class."""

    group: Group
    names: Sequence[TitleName]
    groups: Sequence[Group]


Fits = Callable[[TitleName, Group], bool]


def _only(fits: Fits) -> Callable[[Titled], TitleName | None]:
    """The one name that fits, if it fits nobody else in the article."""

    def find(case: Titled) -> TitleName | None:
        found = [name for name in case.names if fits(name, case.group)]
        unique = len(found) == 1 and sum(fits(found[0], group) for group in case.groups) == 1
        return found[0] if unique else None

    return find


def _of_class(*labels: str) -> Callable[[Titled], bool]:
    return lambda case: case.group.label in labels


def _same(name: TitleName, group: Group) -> bool:
    if name.label == "Person":
        parsed = person_name(name.name)
        full = (person_name(text) for text in group.surfaces())
        return any(same_person(parsed, other) for other in full if parsed.units and not other.short)
    key = organisation_key if name.label == "Organization" else name_key
    return key(name.name) in map(key, group.surfaces())


def _surname(name: TitleName, group: Group) -> bool:
    """Whether the article has nothing but the surname of somebody whom the title names in full."""
    parsed = person_name(name.name)
    if parsed.short:
        return False
    own = family_forms(parsed.units[-1])
    return group.allows(given_gender(parsed.units[0])) and all(squash(text) in own for text in group.surfaces())


def _part_of_name(name: TitleName, group: Group) -> bool:
    """Whether the title has one name of somebody: the surname, the given name or the only name."""
    parsed = person_name(name.name)
    if not parsed.short:
        return False
    names = (person_name(text) for text in group.surfaces())
    parts = (part for other in names if other.units for part in (other.units[0], *family_forms(other.units[-1])))
    return parsed.key in parts


def _short_in_article(name: TitleName, group: Group) -> bool:
    return all(_is_short(text, name.name) for text in group.surfaces())


def _short_in_title(name: TitleName, group: Group) -> bool:
    return any(_is_short(name.name, text) for text in group.surfaces())


def _is_short(text: str, full: str) -> bool:
    """Whether a body's name is the beginning of a fuller one, its ending of two words or more, or its initials."""
    words, all_words = organisation_words(text), organisation_words(full)
    if joined_bodies().search(full) or len(words) >= len(all_words):
        return False
    return words in short_forms(all_words) or squash(text) in initials(full)


TITLE: RuleSet[Titled, TitleName] = RuleSet(
    name="entities.title",
    summary="which name in the title of the article means somebody or something in it",
    shown=lambda name: f'"{name.words}" in the title',
    rules=(
        Rule(
            name="entities.title.same-name",
            summary="The same name, or a variant of a person's full name",
            find=_only(_same),
            title="Nadia Holt resigns as mayor",
            fires="Nadia P. Holt left the town hall early.",
            quiet="Nadine Holt left the town hall early.",
        ),
        Rule(
            name="entities.title.surname",
            summary="The only full name with that surname, where the article has the surname alone",
            applies=_of_class("Person"),
            find=_only(_surname),
            title="Nadia Holt resigns as mayor",
            fires="Ms. Holt left the town hall early.",
            quiet="Mr. Holt left the town hall early.",
        ),
        Rule(
            name="entities.title.part-of-name",
            summary="The surname or the given name that only one person in the article has",
            applies=_of_class("Person"),
            find=_only(_part_of_name),
            title="Mayor Holt resigns",
            fires="Nadia Holt left the town hall early.",
            quiet="Nadia Holt and her brother Martin Holt left early.",
        ),
        Rule(
            name="entities.title.short-in-article",
            summary="The only full name of a body of which the article has a short form alone",
            applies=_of_class("Organization"),
            find=_only(_short_in_article),
            title="Larkmoor Laboratories cuts 200 jobs",
            fires="Larkmoor said that its board agreed.",
            quiet="Larkmoor Foods said that its board agreed.",
        ),
        Rule(
            name="entities.title.short-in-title",
            summary="The only short form of a body's name",
            applies=_of_class("Organization"),
            find=_only(_short_in_title),
            title="Kell Bank cuts 200 jobs",
            fires="Kell Bank of Tarnholm said that its board agreed.",
            quiet="Larkmoor Bank of Tarnholm said that its board agreed.",
        ),
    ),
)


def name_by_title(groups: Iterable[Group], title: str, in_title: Iterable[Group]) -> dict[Group, Group]:
    """Note which of ``groups`` the names of a title mean, and their full names where only the title has these.

    ``in_title`` are the groups of the names in ``title``; those found are returned with what they are in the title.
    Bodies get no name from a title in capitals, which does not show how the name is written.
    """
    names = [TitleName.of(group) for group in in_title]
    found: dict[Group, Group] = {}
    for case in _cases(groups, names) if names else ():
        group = case.group
        decision = TITLE.decide(case, min(item.span for item in group.named))
        if decision is not None:
            group.in_title = decision.found.words
            found[group] = decision.found.group
            spelt = group.label == "Person" or not title.isupper()
            group.introduced = decision.found.name if spelt and _is_fuller(decision.found.name, group) else None
    return found


def _cases(groups: Iterable[Group], names: Sequence[TitleName]) -> Iterator[Titled]:
    """The groups that share something with a name of their class in the title."""
    named = list(groups)
    for group in named:
        close = [name for name in names if name.label == group.label and _share(name, group)]
        if close:
            yield Titled(group, close, [other for other in named if other.label == group.label])


def _is_fuller(name: str, group: Group) -> bool:
    """Whether a name is fuller than all that the article calls somebody."""
    return _weight(group.label, name) > max(_weight(group.label, surface) for surface in group.surfaces())


def _share(name: TitleName, group: Group) -> bool:
    """Whether two names have a word, initials or a key in common."""
    return any(not _traits(name.name).isdisjoint(_traits(text)) for text in group.surfaces())


def _traits(text: str) -> set[str]:
    return {name_key(text), *fold(text).split(), *initials(text), *organisation_words(text)}


def _weight(label: str, name: str) -> tuple[int, int]:
    """How full a name is: 0 for classes whose names have no short forms."""
    if label == "Person":
        return person_name(name).weight
    return (len(organisation_words(name)), 0) if label == "Organization" else (0, 0)
