"""The extractor: names normalised and grouped, references linked, roles found, and everything returned as layers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

import attrs

from newsparse.model import Affiliation, Annotation, Document, Entity, Mention, TitleRole
from newsparse.model.making import made, made_at
from newsparse.rules import about_title
from newsparse_entities.grouping.families import aliases, asides, borrowed, families, passing, perhaps, relatives
from newsparse_entities.grouping.groups import Group, by_label, group_by_key
from newsparse_entities.grouping.missed import missed
from newsparse_entities.grouping.offices import offices
from newsparse_entities.grouping.organisations import group_organisations, relabelled, unmarked_acronyms
from newsparse_entities.grouping.people import group_people
from newsparse_entities.grouping.scripts import in_one_class, in_one_script, repeated
from newsparse_entities.headlines import Headline, HeadlineRole
from newsparse_entities.lexicon import listed, noun_genders
from newsparse_entities.mentions.context import in_context, named_only, peoples, realms
from newsparse_entities.mentions.edges import apart
from newsparse_entities.mentions.evidence import settled
from newsparse_entities.mentions.joins import joined
from newsparse_entities.mentions.legislators import seated_for
from newsparse_entities.mentions.normalise import tidy
from newsparse_entities.mentions.reshape import reshaped
from newsparse_entities.mentions.seats import seated
from newsparse_entities.mentions.split import split
from newsparse_entities.mentions.unmarked import unmarked_chambers, unmarked_people
from newsparse_entities.mentions.works import entitled
from newsparse_entities.reading import Reading
from newsparse_entities.references.resolver import SPOKEN, Resolved, Resolver
from newsparse_entities.roles.affiliations import Role, held_roles
from newsparse_entities.roles.holders import Holders
from newsparse_entities.roles.names import PlacedNames
from newsparse_entities.roles.phrases import RolePhrase, RolePhrases


class EntityExtractor:
    """Returns a document's mentions, completed, and one entity for each thing that they name.

    Reads the layers ``sentences``, ``tokens`` and ``mentions``; tags, trees and attributions are used if there are
    any. Descriptions and pronouns that the backend marks keep their mentions and get entities even without a name.
    The title of the article, a document of its own, says who is meant by shorter names in the article, and which roles
    people have.
    """

    def extract(self, document: Document, title: Document | None = None) -> Iterable[Annotation]:
        """All mentions, each with the id of its entity where that is known, and the entities."""
        reading = Reading(document)
        proper, described = split(reading, _named(document))
        headline = _headline(title) if title is not None else None
        named, groups = names(reading, proper, headline.names if headline else ())
        if headline is not None:
            headline.name(groups)
        in_title = headline.roles if headline else {}
        placed = PlacedNames.of(reading, named)
        roles = RolePhrases(reading, placed).find()
        taken = {item.span for item in named}
        others = [item for item in (*described, *_unnamed(document)) if item.span not in taken]
        resolver = Resolver(reading, groups, placed, others, roles, in_title)
        resolved = resolver.resolve()
        groups = [group for group in resolver.groups if _is_entity(group)]
        kept = [item.mention for item in _kept(resolved, set(groups))]
        rest = unlinked(others, [*named, *kept])
        return completed(reading, groups, [*named, *kept, *rest], placed, roles, in_title)


def _named(document: Document) -> list[Mention]:
    """The names that the backend marked."""
    return [item for item in document.mentions if item.form == "named"]


def _unnamed(document: Document) -> list[Mention]:
    """The pronouns and descriptions that the backend marked."""
    return [item for item in document.mentions if item.form != "named"]


def _headline(title: Document) -> Headline:
    """A title with its names."""
    reading = Reading(title)
    with about_title():
        proper, _ = split(reading, _named(title))
        return Headline(reading, *names(reading, proper))


def _is_entity(group: Group) -> bool:
    """Whether something is shown as an entity: it has a name, or the backend marked one of its several mentions."""
    return bool(group.named) or (group.given and len(group.members) > 1)


def _kept(resolved: Iterable[Resolved], shown: set[Group]) -> Iterable[Resolved]:
    """The references that are shown: pronouns of the third person, those given, and those to what is shown."""
    others = ("nominal", *SPOKEN)
    return (item for item in resolved if item.given or item.group in shown or item.kind not in others)


def names(
    reading: Reading, mentions: Iterable[Mention], in_title: Sequence[Mention] = ()
) -> tuple[list[Mention], list[Group]]:
    """The named mentions normalised, together with those that the model missed, and their groups.

    ``in_title`` are the names in the article's title, which tell the classes of shorter names.
    """
    whole = joined(reading, apart(reading, mentions))
    whole = named_only(entitled(reading, seated(reading, seated_for(reading, whole))))
    even = in_context(reading, settled(reading, reshaped(reading, tidy(reading, whole)), in_title))
    even = relabelled(reading, [*even, *unmarked_acronyms(reading, even)])
    even += [*peoples(reading, even), *realms(reading, even), *repeated(reading, even)]
    even += [*unmarked_people(reading, even), *unmarked_chambers(reading, even)]
    even = in_one_class(reading, even)
    groups = grouped(reading, even)
    more = missed(reading, even, groups)
    return ([*even, *more], grouped(reading, [*even, *more])) if more else (even, groups)


def grouped(reading: Reading, mentions: Sequence[Mention]) -> list[Group]:
    """One group for each person, organisation, place or thing that ``mentions`` name; dates and sums have none."""
    groups: list[Group] = []
    for label, items in by_label(mentions).items():
        if label == "Person":
            groups.extend(_people(reading, items))
        elif label == "Organization":
            groups.extend(group_organisations(reading, items))
        else:
            groups.extend(group_by_key(items))
    return in_one_script(reading, mentions, groups)


def _people(reading: Reading, mentions: Sequence[Mention]) -> list[Group]:
    """One group for each person, and for each family, that ``mentions`` name."""
    several = families(reading, mentions)
    alone = [item for item in mentions if item.id not in several]
    kin = borrowed(reading, alone), relatives(reading, alone)
    called = aliases(reading, alone), offices(reading, alone)
    aside = asides(reading, alone) | passing(reading, alone)
    people = group_people(alone, *kin, *called, aside, perhaps(reading, alone))
    clans = {name: Group(label="Person", plural=True) for name in several.values()}
    for item in mentions if several else ():
        if item.id in several:
            clans[several[item.id]].add(item)
    return [*(_with_genders(reading, group) for group in people), *clans.values()]


def _with_genders(reading: Reading, group: Group) -> Group:
    """The group with the genders that nouns before its names state: "a woman named Ada"."""
    for item in group.members:
        first = reading.starting_in(item.span).start
        noun = reading.word(first - 2) if reading.word(first - 1) in listed("grammar.called") else ""
        gender = noun_genders().get(noun)
        if gender:
            group.genders.add(gender)
    return group


def unlinked(given: Iterable[Mention], made: Iterable[Mention]) -> list[Mention]:
    """The pronouns and nominals of the backend that were not used; they are kept without an entity."""
    taken = {item.span for item in made}
    kept = {item.span: item for item in given if item.span not in taken}
    return [_open(item) for item in kept.values()]


def _open(item: Mention) -> Mention:
    return attrs.evolve(item, id=_id("mention", item), entity=None)


def _id(kind: str, item: Annotation) -> str:
    return f"{kind}:{item.span.start}-{item.span.end}"


def completed(
    reading: Reading,
    groups: Iterable[Group],
    mentions: Sequence[Mention],
    placed: PlacedNames,
    roles: Sequence[RolePhrase],
    in_title: Mapping[Group, Sequence[HeadlineRole]],
) -> list[Annotation]:
    """The mentions with their entities' ids, and the entities with their mentions, aliases, titles and affiliations.

    ``placed`` are the names among the mentions, ``in_title`` the roles that the title gives people.
    """
    ordered = {group: sorted(group.members, key=_place) for group in groups}
    ids = {group: _id("entity", members[0]) for group, members in ordered.items()}
    meant = {member.id: group for group, members in ordered.items() for member in members}
    references = (item for item in mentions if item.form != "named")
    held = held_roles(roles, Holders(reading, placed, meant, references), meant)
    linked = [ids[meant[item.id]] if item.id in meant else None for item in mentions]
    return [*_linked(mentions, linked), *_entities(reading, ordered, held, in_title, ids)]


def _linked(mentions: Sequence[Mention], entities: Sequence[str | None]) -> list[Mention]:
    """``mentions`` with the ids of their entities; they were checked when they were made, and are not checked again."""
    columns = {field.name: map(attrgetter(field.name), mentions) for field in attrs.fields(Mention)}
    return made(Mention, len(mentions), columns | {attrs.fields(Mention).entity.name: entities})


def _entities(
    reading: Reading,
    ordered: Mapping[Group, Sequence[Mention]],
    held: Mapping[Group, Sequence[Role]],
    in_title: Mapping[Group, Sequence[HeadlineRole]],
    ids: Mapping[Group, str],
) -> list[Entity]:
    """The entities of groups with their members, the roles held in the text and those in the title."""
    names = [group.name() for group in ordered]
    return made_at(
        Entity,
        reading.text,
        [members[0].span for members in ordered.values()],
        label=[group.label for group in ordered],
        name=names,
        mentions=[tuple([item.id for item in members]) for members in ordered.values()],
        aliases=[_aliases(group, name) for group, name in zip(ordered, names, strict=True)],
        titles=[_titles(members) for members in ordered.values()],
        affiliations=[_affiliations(held.get(group, ()), ids) for group in ordered],
        in_title=[group.in_title for group in ordered],
        title_roles=[_title_roles(in_title.get(group, ()), ids) for group in ordered],
    )


def _aliases(group: Group, name: str) -> tuple[str, ...]:
    """What else a thing is called than by its name."""
    return tuple([alias for alias in group.surfaces() if alias != name])


def _titles(members: Iterable[Mention]) -> tuple[str, ...]:
    """The different titles of a person, in the order of the text."""
    return tuple(dict.fromkeys([item.title.text for item in members if item.title]))


def _affiliations(roles: Iterable[Role], ids: Mapping[Group, str]) -> tuple[Affiliation, ...]:
    return tuple(
        [Affiliation(role=role.words, organisation=_id_of(role.body, ids), former=role.former) for role in roles]
    )


def _title_roles(roles: Iterable[HeadlineRole], ids: Mapping[Group, str]) -> tuple[TitleRole, ...]:
    return tuple(
        [
            TitleRole(role=role.words, body=role.body, organisation=_id_of(role.group, ids), former=role.former)
            for role in roles
        ]
    )


def _id_of(group: Group | None, ids: Mapping[Group, str]) -> str | None:
    return ids.get(group) if group is not None else None


def _place(item: Mention) -> tuple[int, int]:
    return (item.span.start, -item.span.end)
