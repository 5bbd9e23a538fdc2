"""The bodies and places in which a role can be held, by word, with those that descriptions and pronouns refer to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from newsparse.model import Mention
from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import listed, listed_folded
from newsparse_entities.mentions.normalise import country_aliases, is_country
from newsparse_entities.names.parse import fold
from newsparse_entities.reading import Reading
from newsparse_entities.roles.names import Placed, PlacedNames, in_text

_SHARED_LETTERS = 4
"""How many letters a people's and a country's name must share at their start: "Iraqi" and "Iraq"."""


class Holders:
    """The organisations and places of an article; ``groups`` maps the ids of mentions to what they mention."""

    def __init__(
        self,
        reading: Reading,
        names: PlacedNames,
        groups: Mapping[str, Group],
        references: Iterable[Mention] = (),
    ) -> None:
        """Index ``names``; pronouns and descriptions, ``references``, count only where they mean an organisation."""
        self.reading = reading
        self._groups = groups
        self.placed, self.at = names.every, names.at
        bodies = [item for item in self.placed if item.mention.label == "Organization"]
        self._told = [item for item in bodies if not self._in_dateline(item)]
        self._latest: dict[str, list[tuple[int, Group]]] = {}
        known: set[Group] = set()
        for item in bodies:
            group = groups[item.mention.id]
            known.add(group)
            for word in reading.lower[item.first : item.last]:
                self._latest.setdefault(word, []).append((item.first, group))
        self._meant: dict[int, Group] = {}
        for mention in sorted(references, key=in_text):
            meant = groups.get(mention.id)
            if meant in known:
                self._meant[reading.head_index(mention)] = meant

    @cached_property
    def _names_country(self) -> bool:
        """Whether the article names any country."""
        return any(is_country(item.mention.text) for item in self.placed if item.mention.label == "Location")

    @cached_property
    def _countries(self) -> dict[Group, set[str]]:
        """The places of the article, each with what it and its country are called."""
        found: dict[Group, set[str]] = {}
        for item in self.placed:
            if item.mention.label == "Location" and (place := self.group(item)):
                found.setdefault(place, set()).update(country_aliases(item.mention.text))
        return found

    def group(self, item: Placed) -> Group | None:
        """What a name names."""
        return self._groups.get(item.mention.id)

    def starting(self, index: int) -> Placed | None:
        """The name that begins at ``index``, an article before it aside."""
        start = index + 1 if self.reading.word(index) in listed("grammar.articles") else index
        own = self.at.get(start)
        return own if own is not None and own.first == start else None

    def meant_at(self, index: int) -> Group | None:
        """The organisation that a pronoun or description with this head means, as far as the article is read."""
        return self._meant.get(index)

    def described(self, index: int) -> Group | None:
        """The organisation that the noun at ``index`` means, for nouns of companies the one the article is about."""
        if index in self._meant:
            return self._meant[index]
        word = self.reading.word(index)
        bearers = [group for first, group in self._latest.get(word, ()) if first < index]
        if bearers:
            return bearers[-1]
        if word in listed("nouns.bodies.company") or word in listed("nouns.bodies.trade"):
            return self.main(index, company=True)
        if word not in listed("nouns.bodies.body") or self._is_unnamed_before(index, word):
            return None
        return self.main(index)

    def _is_unnamed_before(self, index: int, word: str) -> bool:
        """Whether a body of that kind without a name came before: "the port authority" for "the authority"."""
        reading = self.reading
        earlier = (at for at in range(1, index) if reading.lower[at] == word and at not in self.at)
        return any(reading.tag(at - 1) == "NOUN" and reading.word(at - 2) in listed("grammar.the") for at in earlier)

    def main(self, index: int, *, company: bool = False) -> Group | None:
        """The last organisation named earlier in the sentence, else the one named most often before a word.

        With ``company``, bodies whose names say that they are not companies ("union") are left out.
        """
        sentence = self.reading.sentence_of_word(index)
        before = [item for item in self._told if item.first < index and not (company and _no_company(item))]
        if before and self.reading.sentence_of_word(before[-1].first) == sentence:
            return self.group(before[-1])
        counts = Counter(map(self.group, before))
        return counts.most_common(1)[0][0] if counts else None

    def dominant(self, index: int) -> Group | None:
        """The organisation named more often than any other before a word; None where two are named as often."""
        counts = Counter(self.group(item) for item in self._told if item.first < index)
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def country(self, index: int) -> Group | None:
        """The country, named at least twice as often as any other before a word; its people count as well.

        Where none is named before the word, that is one named more than once behind it. Where no country is named at
        all, a place before the word counts unless something only happens in it.
        """
        named = [item for item in self.placed if not item.mention.text.isupper()]
        before = self._countries_by_number(item for item in named if item.first < index)
        behind = self._countries_by_number(item for item in named if _is_country_or_people(item.mention))
        return _first_by_far(before, least=1) if before else _first_by_far(behind, least=2)

    def _countries_by_number(self, names: Iterable[Placed]) -> Counter[Group | str]:
        """The countries and peoples among names, each with how often it is named."""
        names = list(names)
        counts: Counter[Group | str] = Counter(self._countries_among(names))
        counts.update(self._of_peoples(names))
        return counts

    def _countries_among(self, names: Iterable[Placed]) -> list[Group]:
        """The country of each name that names one; in an article that names none, places where nothing happens."""
        places = [item for item in names if item.mention.label == "Location"]
        counted = [item for item in places if is_country(item.mention.text)]
        if not self._names_country:
            counted = [item for item in places if not self._is_venue(item)]
        return [group for item in counted if (group := self.group(item)) is not None]

    def _of_peoples(self, names: Iterable[Placed]) -> Counter[Group | str]:
        """How often peoples are named, by their country; one that the article does not name counts from the second."""
        peoples = [item.mention.text for item in names if item.mention.label == "NORP"]
        demonyms = listed_folded("countries.demonyms")
        found = Counter(self.country_of(people) or fold(people) for people in peoples if fold(people) in demonyms)
        return Counter({key: count for key, count in found.items() if count > 1 or isinstance(key, Group)})

    def _is_venue(self, item: Placed) -> bool:
        """Whether something is or happens in a place, or leads to it: "in Tarn", "the Tarn coast"; not "of Tarn"."""
        noun = self.reading.tag(item.last) in ("NOUN", "PROPN") and self.reading.tokens[item.last].text.islower()
        if noun and self.reading.word(item.last) not in listed("nouns.bodies"):
            return True
        before = self.reading.word(item.first - 1)
        preposition = self.reading.tag(item.first - 1) == "ADP" and before not in listed("grammar.of")
        return preposition or before in listed("evidence.locatives")

    def country_of(self, people: str) -> Group | None:
        """The country in the article that a people's name comes from: "Iraqi" and Iraq."""
        word = people.lower()
        found = {group for group, names in self._countries.items() if any(_is_from(word, name) for name in names)}
        return found.pop() if len(found) == 1 else None

    def _in_dateline(self, item: Placed) -> bool:
        """Whether this is the agency of "BELMARA (Reuben Wire) —", which the article is not about."""
        return self.reading.word(item.first - 1) == "(" and self.reading.word(item.last + 1) in ("-", "–", "—")


def _is_from(people: str, place: str) -> bool:
    """Whether a people's name comes from a place's, both in small letters; not the "Sunni" of "Sunni Triangle"."""
    described = people in place.split() and not is_country(place.title())
    return people[:_SHARED_LETTERS] == place[:_SHARED_LETTERS] and not described


def _first_by_far(counts: Counter[Group | str], *, least: int) -> Group | None:
    """The country with the highest number, ``least`` or more, if that is twice as high as any other."""
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0] if isinstance(ranked[0][0], Group) else None


def _is_country_or_people(mention: Mention) -> bool:
    return mention.label == "NORP" or is_country(mention.text)


def _no_company(item: Placed) -> bool:
    return not listed("nouns.bodies.public").isdisjoint(item.mention.text.lower().split())
