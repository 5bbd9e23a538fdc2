"""Groups of mentions that name one thing; what each kind of name needs is in the modules next to this."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import attrs

from newsparse.model import Mention, TitlePassage
from newsparse_entities.lexicon import Gender, demonyms, given_gender, listed, lists, mapped
from newsparse_entities.mentions.normalise import VALUES, country, is_country, name_key, title_gender
from newsparse_entities.names.parse import fold, organisation_words, person_name, shown

_LETTERS = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"[^\W\d_a-z]{3,}")
"""A word in capitals that is longer than initials are."""
_NUMERALS = frozenset("ivx")
"""Letters of the numerals of generations."""
_ACRONYM = range(2, 6)
"""How many letters an acronym of a place or a thing has."""
_SHORTEST_PLURAL = 5
"""Letters of the shortest name that loses a plural "s"."""


@attrs.define(kw_only=True, eq=False)
class Group:
    """The mentions of one person, organisation, place or thing while they are being collected.

    ``genders`` holds what titles and pronouns in the text state; ``family_first`` is set once a title came before the
    first part of the full name ("Ms. Zhang" for "Zhang Marina"); ``last`` is the offset of the latest mention so far;
    ``plural`` says that it is several people ("the girls"), ``given`` that the backend marked a reference to it.
    ``in_title`` are the words that name it in the title, ``introduced`` is its name there if no mention is as full.
    ``named`` are the members that are names; what follows from these is worked out once for as many as there are.
    """

    label: str
    members: list[Mention] = attrs.field(factory=list)
    genders: set[Gender] = attrs.field(factory=set)
    family_first: bool = False
    last: int = -1
    plural: bool = False
    given: bool = False
    in_title: TitlePassage | None = None
    introduced: str | None = None
    named: list[Mention] = attrs.field(factory=list, init=False)
    _surfaces: list[str] | None = attrs.field(default=None, init=False)
    _suggested: Gender | None = attrs.field(default=None, init=False)
    _looked_at: int = attrs.field(default=0, init=False)

    @property
    def first(self) -> int:
        """The offset of the earliest mention."""
        return min(item.span.start for item in self.members)

    @property
    def shown(self) -> str:
        """The name, or the class of a group that has no mention yet."""
        return self.name() if self.members else self.label

    def add(self, mention: Mention) -> None:
        """Take ``mention`` in, with the gender that its title states."""
        self.members.append(mention)
        if mention.form == "named":
            self.named.append(mention)
            self._surfaces = None
        self.last = max(self.last, mention.span.start)
        gender = title_gender(mention.title.text) if mention.title else None
        if gender:
            self.genders.add(gender)

    def allows(self, gender: Gender | None) -> bool:
        """Whether the text does not contradict ``gender`` ("masculine" or "feminine")."""
        return gender is None or not self.genders or gender in self.genders

    def seems(self, gender: Gender) -> bool:
        """Whether the text states ``gender`` or, where it states none, the given name does not suggest the other."""
        return gender in (self.genders or {self._gender_of_names() or gender})

    def tells(self, gender: Gender) -> bool:
        """Whether the given name suggests ``gender``."""
        return self._gender_of_names() == gender

    def _gender_of_names(self) -> Gender | None:
        """The gender that the given name in the first full name suggests."""
        while self._suggested is None and self._looked_at < len(self.named):
            self._suggested = _gender_of_name(self.named[self._looked_at].text)
            self._looked_at += 1
        return self._suggested or (_gender_of_name(self.introduced) if self.introduced else None)

    def surfaces(self) -> Sequence[str]:
        """The different names used, with single blanks, in the order of the text."""
        if self._surfaces is None:
            ordered = sorted(self.named, key=_start)
            self._surfaces = list(dict.fromkeys([spaced(item.text) for item in ordered]))
        return self._surfaces

    def name(self) -> str:
        """The fullest name: for people the one with the most names in full, else the one with the most words.

        Of several, one that is not in capitals, then the most used. A country has its common name if the article uses
        that. A group without a name gives its first description, else its first pronoun. A name that only the title has
        in full goes before all of these.
        """
        if self.introduced:
            return self._written(self.introduced)
        names = self.surfaces()
        if not names:
            described = [item for item in self.members if item.form == "nominal"] or self.members
            return spaced(min(described, key=_start).text)
        if len(names) == 1:
            return self._written(names[0])
        if self.label == "Location" and is_country(names[0]) and (known := country(names[0])) in names:
            return known
        counts = Counter([spaced(item.text) for item in self.named])
        weigh: Callable[[str], tuple[int, ...]] = _person_weight if self.label == "Person" else _weight
        name = max(
            names, key=lambda name: (*weigh(name), not _in_capitals(name, self.label), counts[name], -names.index(name))
        )
        return self._written(name)

    def _written(self, name: str) -> str:
        if _is_shouted(name, self.label):
            return _in_small_letters(name)
        first, *others = name.split(" ")
        named = self.label == "Person" and others and _CAPITALS.fullmatch(first) and given_gender(fold(first))
        return " ".join([first.capitalize(), *others]) if named else name


def _in_capitals(name: str, label: str) -> bool:
    """Whether a name, or a word of a person's, is in capitals: "KELL BANK", "ADA Brook"; not the numeral of a king."""
    words = name.split() if label == "Person" else []
    return name.isupper() or any(_CAPITALS.fullmatch(word) and not _is_generation(word) for word in words)


def _is_generation(word: str) -> bool:
    return word.casefold() in mapped("names.generations")


def _is_shouted(name: str, label: str) -> bool:
    """Whether this is no acronym but a name in capitals, as in datelines, headings and transcripts."""
    if not name.isupper():
        return False
    plain = name.capitalize()
    place = label == "Location" and (len(name) > _ACRONYM[-1] or is_country(plain))
    return place or (" " in name and label in ("Person", "Location"))


def _in_small_letters(name: str) -> str:
    """A name in capitals as it is written elsewhere: "ADA DE O'BROOK-KELL" as "Ada de O'Brook-Kell"."""
    words = name.lower().split(" ")
    small = listed("names.particles", "names.small_words")
    rest = (word if word in small else _spelt(word) for word in words[1:])
    return " ".join([_LETTERS.sub(_capital, words[0]), *rest])


def _spelt(word: str) -> str:
    """A word of a name in small letters with its capitals; a numeral has no others: "Varga", "III"."""
    numeral = _is_generation(word) and _NUMERALS.issuperset(word)
    return word.upper() if numeral else _LETTERS.sub(_capital, word)


def _capital(found: re.Match[str]) -> str:
    """A word with a capital, and with another after a prefix that is written together with it: "McBrook"."""
    word = found.group()
    first = next((part for part in listed("names.prefixes") if word.startswith(part) and word != part), "")
    return first.capitalize() + word.removeprefix(first).capitalize()


def _gender_of_name(text: str) -> Gender | None:
    """The gender that the given name in a full name suggests."""
    name = person_name(text)
    return None if name.short else given_gender(name.units[0])


@functools.lru_cache(maxsize=8192)
def spaced(text: str) -> str:
    """A name with single blanks between its words, and without soft hyphens."""
    return " ".join(shown(text).split()) or text


def _start(item: Mention) -> int:
    return item.span.start


def _person_weight(name: str) -> tuple[int, bool, int, bool]:
    """How many names in full there are, and whether there is more than one: "J. D. Holt" says more than "Holt".

    Of names with one part, that with more words says more: "Ben Holt", which may be one name as "Ben Ali" is.
    """
    parsed = person_name(name)
    words = len(name.split()) if parsed.short else 0
    return (parsed.weight[0], not parsed.short, words, given_gender(parsed.key) is not None)


def _weight(name: str) -> tuple[int, ...]:
    return (len(organisation_words(name)), len(name.split()), len(name))


def group_by_key(mentions: Iterable[Mention]) -> list[Group]:
    """Groups of equal names, for places, peoples, products and the rest."""
    groups: dict[str, Group] = {}
    for item in mentions:
        key = _people_key(item.text) if item.label == "NORP" else name_key(item.text)
        groups.setdefault(key, Group(label=item.label)).add(item)
    return _with_realms(_with_acronyms(_with_kinds(groups)))


def _with_kinds(groups: dict[str, Group]) -> list[Group]:
    """Groups in which "Tarn" is "Tarn County" and "Odile" is "Hurricane Odile", if the article names no other."""
    short: dict[str, list[Group]] = {}
    for group in groups.values():
        for key in {_without_kind(group.label, text) for text in group.surfaces()} - {""}:
            short.setdefault(key, []).append(group)
    merged: set[int] = set()
    for key, longer in short.items():
        own = groups.get(key)
        if own is None or len(longer) != 1:
            continue
        for item in own.members:
            longer[0].add(item)
        merged.add(id(own))
    return [group for group in groups.values() if id(group) not in merged]


def _with_acronyms(groups: list[Group]) -> list[Group]:
    """Groups in which "KZN" is "KwaZulu-Natal", if the article has one name only with these capitals."""
    short = [group for group in groups if _is_acronym(group)]
    joined: set[int] = set()
    for group in short:
        key = fold(group.surfaces()[0]).replace(".", "")
        full = [other for other in groups if _stands_for(key, other)]
        if len(full) == 1:
            for item in group.members:
                full[0].add(item)
            joined.add(id(group))
    return [group for group in groups if id(group) not in joined]


def _is_acronym(group: Group) -> bool:
    (name, *others) = group.surfaces()
    letters = name.replace(".", "")
    return not others and letters.isalpha() and letters.isupper() and len(letters) in _ACRONYM and country(name) == name


def _stands_for(key: str, group: Group) -> bool:
    capitals = ("".join(char for char in name if char.isupper()) for name in group.surfaces() if not name.isupper())
    return any(fold(found) == key for found in capitals)


def _without_kind(label: str, text: str) -> str:
    """The key of a name without the noun for its kind: of "Tarn" in "Tarn County"; nothing where it has none."""
    words = text.split()
    if label == "Location" and words[-1].lower() in listed("evidence.place_kinds"):
        return name_key(" ".join(words[:-1]))
    return name_key(" ".join(words[1:])) if words[0].lower() in listed("evidence.storms") else ""


def _with_realms(groups: list[Group]) -> list[Group]:
    """``groups`` in which "the Kingdom" is the one kingdom that the article names."""
    realms = lists().groups("countries.realms")
    called = {group: realms[group.name()] for group in groups if group.name() in realms}
    for group, countries in called.items():
        fitting = [other for other in groups if country(other.name()) in countries]
        if len(fitting) == 1:
            for item in group.members:
                fitting[0].add(item)
            groups = [other for other in groups if other is not group]
    return groups


def _people_key(text: str) -> str:
    """One key for "Norwegians" and "Norwegian", for "Democrats" and "Democrat"."""
    key = fold(text)
    singular = key.removesuffix("s")
    plain = len(key) >= _SHORTEST_PLURAL and not key.endswith(tuple(listed("names.singular_endings")))
    return singular if singular in demonyms() or plain else key


def by_label(mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    """The mentions of each label that can have entities, in the order of the text."""
    parts: dict[str, list[Mention]] = {}
    for item in sorted(mentions, key=_start):
        if item.label not in VALUES and item.text.strip():
            parts.setdefault(item.label, []).append(item)
    return parts
