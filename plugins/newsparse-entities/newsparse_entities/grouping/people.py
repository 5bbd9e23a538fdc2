"""People: full names joined with their variants, then each short form given to the person that it can mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from types import MappingProxyType

from newsparse.model import Mention
from newsparse_entities.grouping.collected import SHARERS, Index, Somebody, put
from newsparse_entities.grouping.groups import Group
from newsparse_entities.grouping.offices import Office, bare, office
from newsparse_entities.grouping.strangers import strangers, titled
from newsparse_entities.lexicon import Gender, courtesies, given_gender, listed
from newsparse_entities.mentions.normalise import has_courtesy, title_gender
from newsparse_entities.names.parse import PersonName, family_forms, is_ending, person_name, same_person
from newsparse_entities.names.spelling import alike

_SHORTEST_MIDDLE = 2
"""Letters of the shortest name between the first and the last that people are called by."""
_FEWEST_INITIALS = 3
"""Letters of the shortest initials that people are called by."""
_OFTEN = 2
"""How often a person is called by a single name before it is taken for theirs and not for somebody's family name."""


def group_people(
    mentions: Sequence[Mention],
    families: Mapping[str, str] = MappingProxyType({}),
    relatives: frozenset[str] = frozenset(),
    aliases: Mapping[str, str] = MappingProxyType({}),
    offices: Mapping[str, Office] = MappingProxyType({}),
    asides: frozenset[str] = frozenset(),
    perhaps: frozenset[str] = frozenset(),
) -> list[Group]:
    """Groups of the person mentions in ``mentions``, which are in the order of the text.

    Full names come first, the fullest of all before the others. A short form then goes to the latest person before it
    whose family name it is and whose titles agree, or whose given name it is if only one person has that. ``families``
    are the family names of people with a given name only, by the id of the mention: only a title shows that they are
    meant. ``relatives`` are the ids of names that introduce somebody's relative, who is seldom called by surname.
    ``aliases`` maps the keys of names to those of others of the same person: "Ada Brook, known as Lena Holt".
    ``offices`` are what is said beside names, by the id of the mention: of two of a family name, who was called so
    before is meant. ``asides`` are ids of names that only say whose relative the one before is, and count for nothing.
    ``perhaps`` are family names that others may have as well, so that "Mr. Brook" need not be Nirela Brook.
    """
    index = Index(shared=_shared(mentions) | perhaps)
    people: list[Somebody] = []
    known = _by_full_name(mentions, index, people, aliases)
    _note_relatives(known, mentions, relatives)
    beside = {item.id: offices.get(item.id) or office(item) for item in mentions}
    index.strangers = strangers(mentions, beside, index)
    for item in mentions:
        name = person_name(item.text)
        found = known.get((name.key, name.generation)) or known.get((aliases.get(name.key, ""), None))
        told = beside[item.id]
        person = found or _meant(index, name, item, told) or _new(people)
        if not person.names:
            person.names.append(name)
            index.put(person, name)
        _borrow(index, families.get(item.id), person)
        if name.short and name.units:
            person.called[name.units[0]] += 1
        person.add(item, told, aside=item.id in asides)
    return [person.group for person in people if person.group.members]


def _borrow(index: Index, family: str | None, person: Somebody) -> None:
    """Make a person findable by a family name that only the name of a relative gives."""
    if family is not None:
        put(index.borrowed, family, person)


def _by_full_name(
    mentions: Iterable[Mention], index: Index, people: list[Somebody], aliases: Mapping[str, str]
) -> dict[tuple[str, str | None], Somebody]:
    """Whom each full name, by its key and generation, names; they are added to ``people`` and to ``index``."""
    known: dict[tuple[str, str | None], Somebody] = {}
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
    known: Mapping[tuple[str, str | None], Somebody], mentions: Iterable[Mention], relatives: frozenset[str]
) -> None:
    """Note which people have names in ``relatives`` where they are named first."""
    seen: set[int] = set()
    for item in mentions if relatives else ():
        name = person_name(item.text)
        person = known.get((name.key, name.generation))
        if person is not None and id(person) not in seen:
            seen.add(id(person))
            person.relative = item.id in relatives


def _new(people: list[Somebody]) -> Somebody:
    person = Somebody(Group(label="Person"))
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


def _same(index: Index, name: PersonName, genders: set[Gender]) -> Somebody | None:
    """The one person whose full name this is a variant of, else whose name it ends; None if there are several."""
    fitting = [person for person in index.sharing(name) if _agrees(person, name, genders)]
    variants = [person for person in fitting if any(same_person(name, other) for other in person.names)]
    chosen = variants or fitting
    return chosen[0] if len(chosen) == 1 else None


def _agrees(person: Somebody, name: PersonName, genders: set[Gender]) -> bool:
    opposed = bool(genders and person.group.genders and not genders & person.group.genders)
    return not opposed and all(same_person(name, other) or is_ending(name, other) for other in person.names)


def _meant(index: Index, name: PersonName, item: Mention, told: Office) -> Somebody | None:
    """The person that a single name means: with the title of an office, perhaps nobody of whom more is known."""
    if name.short and not index.strangers.isdisjoint(name.units) and told.titles - courtesies():
        return titled(index.family[name.units[0]])
    return _short(index, name, item, told)


def _short(index: Index, name: PersonName, item: Mention, told: Office) -> Somebody | None:
    """The person that a single name with these nouns for roles beside it means at this place of the text."""
    unit = name.units[0] if name.units else name.key
    if not name.short:
        return None
    gender = _stated_gender(item)
    relatives, namesakes, middles = _sharing(index, unit, name, gender)
    namesakes = _with_regnal(namesakes, told)
    found = _known_by(unit, relatives, [*namesakes, *middles]) or _by_family_name(relatives, namesakes, item, told)
    if found is not None:
        return found
    if namesakes:
        return _introduced(namesakes)
    if middles:
        return _only(middles) if len(unit) >= _SHORTEST_MIDDLE else None
    if item.text.isupper() and len(name.key) >= _FEWEST_INITIALS:
        return _initialled(index, name.key)
    return _respelt(index, name, gender)


def _with_regnal(namesakes: Sequence[Somebody], told: Office) -> Sequence[Somebody]:
    """Those who have the title of a monarch, where that is before a name: "King Tom" is not Tom Varga."""
    titles = told.titles & listed("names.regnal")
    return [person for person in namesakes if titles & person.titles] if titles else namesakes


def _sharing(
    index: Index, unit: str, name: PersonName, gender: Gender | None
) -> tuple[Sequence[Somebody], Sequence[Somebody], Sequence[Somebody]]:
    """Those of whose names one part is the last, the first, or between; "Lam" is not "her husband, Lam Bo"."""
    relatives: Sequence[Somebody] = _allowing(index.family, unit, name, gender)
    namesakes: Sequence[Somebody] = _allowing(index.first, unit, name, gender)
    middles = _allowing(index.middle, unit, name, gender)
    if gender:
        shared = unit in index.shared
        relatives = _of_gender(relatives, gender, shared=shared) or _allowing(index.borrowed, unit, name, gender)
        namesakes = _of_gender(namesakes, gender, shared=shared)
    kin = given_gender(unit) is None and any(not person.relative for person in (*relatives, *namesakes, *middles))
    if not kin:
        return relatives, namesakes, middles
    return _without_kin(relatives) or relatives, _without_kin(namesakes), _without_kin(middles)


def _of_gender(people: Sequence[Somebody], gender: Gender, *, shared: bool) -> Sequence[Somebody]:
    """Whom "Mr. Brook" can mean: where the name may be that of others, who is known to be a man, or only as Brook."""
    if not shared:
        return people
    return [person for person in people if person.tells(gender) or all(name.short for name in person.names)]


def _shared(mentions: Iterable[Mention]) -> frozenset[str]:
    """The family names by which the text calls both a man and a woman: "Mr. Brook", "Ms. Brook"."""
    called: dict[str, set[Gender]] = {}
    for item in mentions:
        gender, name = _stated_gender(item), person_name(item.text)
        if gender is not None and name.short and name.units:
            called.setdefault(name.units[0], set()).add(gender)
    return frozenset(unit for unit, genders in called.items() if len(genders) > 1)


def _without_kin(people: Iterable[Somebody]) -> list[Somebody]:
    """Those of ``people`` who are not brought in as relatives of others."""
    return [person for person in people if not person.relative]


def _allowing(
    table: Mapping[str, list[Somebody]], unit: str, name: PersonName, gender: Gender | None
) -> list[Somebody]:
    """The people who have one part of a name in ``table`` and can be called by the whole of it."""
    return [person for person in table.get(unit, ())[-SHARERS:] if person.allows(name, gender)]


def _by_family_name(
    relatives: Sequence[Somebody], namesakes: Sequence[Somebody], item: Mention, told: Office
) -> Somebody | None:
    """The latest of those whose family name a mention can be; a title makes the first name of a full one that, too."""
    titled = has_courtesy(item.title)
    first = [person for person in namesakes if person.group.family_first or (titled and not relatives)]
    if not relatives and not first:
        return None
    people = [*relatives, *first]
    held = _holding(people, told.roles)
    chosen = _latest(held or people, _stated_gender(item), told.titles)
    chosen.group.family_first |= titled and chosen not in relatives
    return chosen


def _holding(people: Sequence[Somebody], offices: Set[str]) -> list[Somebody]:
    """Those who have one of some offices; where nobody once had one, those who had it when they were told of."""
    own = [person for person in people if offices & (person.roles | person.titles)]
    return own or [person for person in people if (bare(offices) - offices) & (person.roles | person.titles)]


def _known_by(unit: str, relatives: Sequence[Somebody], others: Sequence[Somebody]) -> Somebody | None:
    """The one of ``others`` who is called by this first or middle name again, where nobody of that family name is.

    Where nobody of that family name has been named yet, it is the only one of them who has.
    """
    if any(person.called[unit] for person in relatives):
        return None
    ahead = bool(relatives) and not any(person.group.members for person in relatives)
    named = (person for person in others if person.called[unit] >= _OFTEN or (ahead and person.group.members))
    found = {id(person): person for person in named}
    return found.popitem()[1] if len(found) == 1 else None


def _introduced(namesakes: Sequence[Somebody]) -> Somebody | None:
    """The only person with this first name, or the only one of several whom the article has named so far."""
    return _only(namesakes) or _only([person for person in namesakes if person.group.members])


def _only(people: Sequence[Somebody]) -> Somebody | None:
    return people[0] if len(people) == 1 else None


def _initialled(index: Index, letters: str) -> Somebody | None:
    """The only person whose full name has these initials: "MBV" is Mila ben Varga."""
    people = {id(person): person for row in index.first.values() for person in row}
    found = [p for p in people.values() if any(_initials(other) == letters for other in p.names)]
    return found[0] if len(found) == 1 else None


def _initials(name: PersonName) -> str:
    return "".join(part[0] for unit in name.units for part in unit.split())


def _respelt(index: Index, name: PersonName, gender: Gender | None) -> Somebody | None:
    """The only person with a full name whose family name differs in one letter: "Al-Ghanem" and "Al-Ghanim"."""
    bare = family_forms(name.units[-1])[-1] if name.units else ""
    found = {id(p): p for form in alike(bare, index.family) for p in index.family[form] if p.allows(name, gender)}
    full = [p for p in found.values() if not all(other.short for other in p.names)]
    return full[0] if len(full) == len(found) == 1 else None


def _latest(people: Sequence[Somebody], gender: Gender | None, titles: Set[str]) -> Somebody:
    """Of several people, those whose stated gender or title agrees, and of these the one mentioned last."""
    sure = [person for person in people if gender in person.group.genders]
    found = _with_titles(sure or people, titles)
    pool = [person for person in found if not person.relative] or found
    return max(pool, key=lambda person: person.group.last)


def _with_titles(people: Sequence[Somebody], titles: Set[str]) -> Sequence[Somebody]:
    """Those of several people who have one of these titles; where it is an office, else those without another."""
    titled = [person for person in people if titles & person.titles] or _holding(people, titles - courtesies())
    if titled or not titles - courtesies():
        return titled or people
    return [person for person in people if not person.titles - courtesies()] or people
