"""People: full names joined with their variants, then each short form given to the person that it can mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import attrs

from newsparse.model import Mention
from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import Gender, courtesies, given_gender, mapped
from newsparse_entities.mentions.normalise import has_courtesy, title_gender
from newsparse_entities.names.parse import PersonName, family_forms, is_ending, person_name, same_person
from newsparse_entities.names.spelling import alike

_SHORTEST_MIDDLE = 2
"""Letters of the shortest name between the first and the last that people are called by."""
_FEWEST_INITIALS = 3
"""Letters of the shortest initials that people are called by."""
_OFTEN = 2
"""How often a person is called by a single name before it is taken for theirs and not for somebody's family name."""
_SHARERS = 64
"""How many people who share a name are compared; keeps the work linear on lists of relatives."""


@attrs.define(eq=False)
class _Person:
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

    def allows(self, name: PersonName, gender: Gender | None) -> bool:
        """Whether a short form can be this person's: gender and generation do not differ."""
        own = {other.generation for other in self.names}
        return self._seems(gender) and (name.generation is None or name.generation in own or own == {None})

    def _seems(self, gender: Gender | None) -> bool:
        """Whether a title's gender is the one stated or, where none is, not denied by the given name."""
        given = {
            given_gender(other.units[0]) for other in self.names if other.units and not (other.short and self.titles)
        } - {None}
        return gender is None or gender in (self.group.genders or given or {gender})


@attrs.define
class _Index:
    """People by family name, by first unit and by the units between, one of which can be the first of two surnames.

    ``borrowed`` are the family names that only a relative's full name gives them.
    """

    family: dict[str, list[_Person]] = attrs.field(factory=dict)
    first: dict[str, list[_Person]] = attrs.field(factory=dict)
    middle: dict[str, list[_Person]] = attrs.field(factory=dict)
    borrowed: dict[str, list[_Person]] = attrs.field(factory=dict)

    def put(self, person: _Person, name: PersonName) -> None:
        """Make ``person`` findable by the parts of ``name``."""
        for form in family_forms(name.units[-1] if name.units else name.key):
            _put(self.family, form, person)
        if not name.short:
            _put(self.first, name.units[0], person)
        for unit in name.units[1:-1]:
            _put(self.middle, unit, person)

    def sharing(self, name: PersonName) -> list[_Person]:
        """People who have a name in common with ``name``, in the order in which they were added."""
        found: dict[int, _Person] = {}
        for unit in name.units:
            for form in family_forms(unit):
                for person in (*self.family.get(form, ()), *self.first.get(form, ()), *self.middle.get(form, ())):
                    found.setdefault(id(person), person)
        return list(found.values())[:_SHARERS]


def _put(table: dict[str, list[_Person]], key: str, person: _Person) -> None:
    row = table.setdefault(key, [])
    if person not in row[-_SHARERS:]:
        row.append(person)


def group_people(
    mentions: Sequence[Mention],
    families: Mapping[str, str] = MappingProxyType({}),
    relatives: frozenset[str] = frozenset(),
    aliases: Mapping[str, str] = MappingProxyType({}),
    offices: Mapping[str, frozenset[str]] = MappingProxyType({}),
    asides: frozenset[str] = frozenset(),
) -> list[Group]:
    """Groups of the person mentions in ``mentions``, which are in the order of the text.

    Full names come first, the fullest of all before the others. A short form then goes to the latest person before it
    whose family name it is and whose titles agree, or whose given name it is if only one person has that. ``families``
    are the family names of people with a given name only, by the id of the mention: only a title shows that they are
    meant. ``relatives`` are the ids of names that introduce somebody's relative, who is seldom called by surname.
    ``aliases`` maps the keys of names to those of others of the same person: "Ada Brook, known as Lena Holt".
    ``offices`` are nouns for roles beside names, by the id of the mention: of two of a family name, the one who was
    called so before is meant. ``asides`` are the ids of names that only say whose relative the one before them is,
    and make nobody the latest.
    """
    index = _Index()
    people: list[_Person] = []
    known = _by_full_name(mentions, index, people, aliases)
    _note_relatives(known, mentions, relatives)
    for item in mentions:
        name = person_name(item.text)
        found = known.get((name.key, name.generation)) or known.get((aliases.get(name.key, ""), None))
        roles = offices.get(item.id, frozenset())
        person = found or _short(index, name, item, roles) or _new(people)
        if not person.names:
            person.names.append(name)
            index.put(person, name)
        if item.id in families:
            _put(index.borrowed, families[item.id], person)
        if name.short and name.units:
            person.called[name.units[0]] += 1
        latest = person.group.last
        person.group.add(item)
        if item.id in asides:
            person.group.last = latest
        person.titles |= _title_words(item)
        person.roles |= roles
    return [person.group for person in people if person.group.members]


def _by_full_name(
    mentions: Iterable[Mention], index: _Index, people: list[_Person], aliases: Mapping[str, str]
) -> dict[tuple[str, str | None], _Person]:
    """Whom each full name, by its key and generation, names; they are added to ``people`` and to ``index``."""
    known: dict[tuple[str, str | None], _Person] = {}
    for name, genders in _full_names(mentions):
        person = known.get((aliases.get(name.key, ""), None)) or _same(index, name, genders) or _new(people)
        person.names.append(name)
        person.group.genders |= genders
        known[name.key, name.generation] = person
        index.put(person, name)
    for name in _particle_names(mentions):
        if not index.family.get(name.units[0]) and name.key not in {key for key, _ in known}:
            person = known[name.key, name.generation] = _new(people)
            person.names.append(name)
            index.put(person, name)
    return known


def _particle_names(mentions: Iterable[Mention]) -> list[PersonName]:
    """The names that begin with a given name that is a particle as well: "Ben Carson", "Al Gore"."""
    names = (person_name(item.text) for item in mentions)
    single = (name for name in names if name.short and name.units and " " in name.units[0])
    return [name for name in single if given_gender(name.units[0].split()[0]) is not None]


def _note_relatives(
    known: Mapping[tuple[str, str | None], _Person], mentions: Iterable[Mention], relatives: frozenset[str]
) -> None:
    """Note which people have names in ``relatives`` where they are named first."""
    seen: set[int] = set()
    for item in mentions if relatives else ():
        name = person_name(item.text)
        person = known.get((name.key, name.generation))
        if person is not None and id(person) not in seen:
            seen.add(id(person))
            person.relative = item.id in relatives


def _new(people: list[_Person]) -> _Person:
    person = _Person(Group(label="Person"))
    people.append(person)
    return person


def _full_names(mentions: Iterable[Mention]) -> list[tuple[PersonName, set[Gender]]]:
    """The different names of two units or more, the fullest first, with the genders that their titles state."""
    found: dict[tuple[str, str | None], tuple[PersonName, set[Gender]]] = {}
    for item in mentions:
        name = person_name(item.text)
        if not name.short:
            entry = found.setdefault((name.key, name.generation), (name, set()))
            gender = _stated_gender(item)
            if gender:
                entry[1].add(gender)
    return sorted(found.values(), key=_fullest_first)


def _stated_gender(item: Mention) -> Gender | None:
    return title_gender(item.title.text if item.title else None)


def _fullest_first(entry: tuple[PersonName, set[Gender]]) -> tuple[int, int]:
    weight = entry[0].weight
    return (-weight[0], -weight[1])


def _same(index: _Index, name: PersonName, genders: set[Gender]) -> _Person | None:
    """The one person whose full name this is a variant of, else whose name it ends; None if there are several."""
    fitting = [person for person in index.sharing(name) if _agrees(person, name, genders)]
    variants = [person for person in fitting if any(same_person(name, other) for other in person.names)]
    chosen = variants or fitting
    return chosen[0] if len(chosen) == 1 else None


def _agrees(person: _Person, name: PersonName, genders: set[Gender]) -> bool:
    opposed = bool(genders and person.group.genders and not genders & person.group.genders)
    return not opposed and all(same_person(name, other) or is_ending(name, other) for other in person.names)


def _short(index: _Index, name: PersonName, item: Mention, roles: frozenset[str]) -> _Person | None:
    """The person that a single name with these nouns for roles beside it means at this place of the text."""
    if not name.short:
        return None
    gender = _stated_gender(item)
    unit = name.units[0] if name.units else name.key
    relatives, namesakes, middles = _called(index, unit, name, gender)
    found = _known_by(unit, relatives, [*namesakes, *middles]) or _by_family_name(relatives, namesakes, item, roles)
    if found is not None:
        return found
    if namesakes:
        return _introduced(namesakes)
    if middles:
        return _only(middles) if len(unit) >= _SHORTEST_MIDDLE else None
    if item.text.isupper() and len(name.key) >= _FEWEST_INITIALS:
        return _initialled(index, name.key)
    return _respelt(index, name, gender)


def _called(
    index: _Index, unit: str, name: PersonName, gender: Gender | None
) -> tuple[Sequence[_Person], Sequence[_Person], Sequence[_Person]]:
    """Those of whose names one part is the last, the first, or between; "Lam" is not "her husband, Lam Bo"."""
    relatives = _allowing(index.family, unit, name, gender)
    namesakes = _allowing(index.first, unit, name, gender)
    middles = _allowing(index.middle, unit, name, gender)
    if gender and not relatives:
        relatives = _allowing(index.borrowed, unit, name, gender)
    kin = given_gender(unit) is None and any(not person.relative for person in (*relatives, *namesakes, *middles))
    if not kin:
        return relatives, namesakes, middles
    return _without_kin(relatives) or relatives, _without_kin(namesakes), _without_kin(middles)


def _without_kin(people: Iterable[_Person]) -> list[_Person]:
    """Those of ``people`` who are not brought in as relatives of others."""
    return [person for person in people if not person.relative]


def _allowing(table: Mapping[str, list[_Person]], unit: str, name: PersonName, gender: Gender | None) -> list[_Person]:
    """The people who have one part of a name in ``table`` and can be called by the whole of it."""
    return [person for person in table.get(unit, ())[-_SHARERS:] if person.allows(name, gender)]


def _by_family_name(
    relatives: Sequence[_Person], namesakes: Sequence[_Person], item: Mention, roles: frozenset[str]
) -> _Person | None:
    """The latest of those whose family name a mention can be; a title makes the first name of a full one that, too."""
    titled = has_courtesy(item.title)
    first = [person for person in namesakes if person.group.family_first or (titled and not relatives)]
    if not relatives and not first:
        return None
    people = [*relatives, *first]
    held = [person for person in people if roles & (person.roles | person.titles)]
    chosen = _latest(held or people, _stated_gender(item), _title_words(item))
    chosen.group.family_first |= titled and chosen not in relatives
    return chosen


def _known_by(unit: str, relatives: Sequence[_Person], others: Sequence[_Person]) -> _Person | None:
    """The one of ``others`` who is called by this first or middle name again, where nobody of that family name is.

    Where nobody of that family name has been named yet, it is the only one of them who has.
    """
    if any(person.called[unit] for person in relatives):
        return None
    ahead = bool(relatives) and not any(person.group.members for person in relatives)
    named = (person for person in others if person.called[unit] >= _OFTEN or (ahead and person.group.members))
    found = {id(person): person for person in named}
    return found.popitem()[1] if len(found) == 1 else None


def _introduced(namesakes: Sequence[_Person]) -> _Person | None:
    """The only person with this first name, or the only one of several whom the article has named so far."""
    return _only(namesakes) or _only([person for person in namesakes if person.group.members])


def _only(people: Sequence[_Person]) -> _Person | None:
    return people[0] if len(people) == 1 else None


def _initialled(index: _Index, letters: str) -> _Person | None:
    """The only person whose full name has these initials: "MBV" is Mila ben Varga."""
    people = {id(person): person for row in index.first.values() for person in row}
    found = [p for p in people.values() if any(_initials(other) == letters for other in p.names)]
    return found[0] if len(found) == 1 else None


def _initials(name: PersonName) -> str:
    return "".join(part[0] for unit in name.units for part in unit.split())


def _respelt(index: _Index, name: PersonName, gender: Gender | None) -> _Person | None:
    """The only person with a full name whose family name differs in one letter: "Al-Ghanem" and "Al-Ghanim"."""
    bare = family_forms(name.units[-1])[-1] if name.units else ""
    found = {id(p): p for form in alike(bare, index.family) for p in index.family[form] if p.allows(name, gender)}
    full = [p for p in found.values() if not all(other.short for other in p.names)]
    return full[0] if len(full) == len(found) == 1 else None


def _title_words(item: Mention) -> set[str]:
    """The words of a title, abbreviations written in full."""
    words = (word.strip(".").casefold() for word in (item.title.text if item.title else "").split())
    return {mapped("titles.abbreviations").get(word, word) for word in words}


def _latest(people: Sequence[_Person], gender: Gender | None, titles: set[str]) -> _Person:
    """Of several people, those whose stated gender or title agrees, and of these the one mentioned last."""
    sure = [person for person in people if gender in person.group.genders]
    found = _with_titles(sure or people, titles)
    pool = [person for person in found if not person.relative] or found
    return max(pool, key=lambda person: person.group.last)


def _with_titles(people: Sequence[_Person], titles: set[str]) -> Sequence[_Person]:
    """Those of several people who have one of these titles; where it is an office, else those without another."""
    titled = [person for person in people if titles & person.titles]
    if titled or not titles - courtesies():
        return titled or people
    return [person for person in people if not person.titles - courtesies()] or people
