"""What the names of an article say together: the parts of people's names, the short forms of bodies' names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from newsparse.model import Mention
from newsparse_entities.lexicon import listed
from newsparse_entities.mentions.normalise import VALUES, has_courtesy
from newsparse_entities.names.parse import fold, initials, organisation_words, person_name, squash
from newsparse_entities.reading import Reading

REACH_WORDS = 6
"""How many words from a name its signs may be."""


class Names:
    """The names in an article: the mentions by word, the parts of people's full names, how longer bodies' names begin.

    Names in the title count like those in the text.
    """

    def __init__(self, reading: Reading, mentions: Iterable[Mention], in_title: Iterable[Mention] = ()) -> None:
        """Index ``mentions`` of the text of ``reading``, and those of the title."""
        self.reading = reading
        self._named = [item for item in mentions if item.label not in VALUES]
        every = [*self._named, *in_title]
        self._people = [person_name(item.text) for item in every if item.label == "Person"]
        self._bodies = [item.text for item in every if item.label == "Organization"]
        self.at = {index: item for item in self._named for index in reading.starting_in(item.span)}

    @cached_property
    def people(self) -> set[str]:
        """The first and last parts of people's names."""
        ends = {unit for name in self._people if not name.short for unit in (name.units[0], name.units[-1])}
        firsts = [name.units[0] for name in self._people if name.short and name.units]
        return ends | {last for unit in firsts if (last := _last_word(unit))}

    @cached_property
    def families(self) -> set[str]:
        """The last parts of people's full names."""
        return {name.units[-1] for name in self._people if not name.short}

    @cached_property
    def alone(self) -> set[str]:
        """What people are called by one word in the text."""
        return {fold(item.text) for item in self._named if item.label == "Person" and " " not in item.text}

    @cached_property
    def titled(self) -> set[str]:
        """What is called with a courtesy title in the text: "Street" of "Ms. Street"."""
        return {fold(item.text) for item in self._named if has_courtesy(item.title)}

    @cached_property
    def beginnings(self) -> set[tuple[str, ...]]:
        """The words with which longer names of bodies and of teams that play begin; governments are none."""
        bodies = [organisation_words(text) for text in self._bodies]
        whole = [words for words in bodies if listed("evidence.governments").isdisjoint(words[-1:])]
        whole += [organisation_words(item.text) for item in self._named if self._is_team(item)]
        return {words[:end] for words in whole for end in range(1, len(words))} | set(filter(None, self._firms))

    def _is_team(self, item: Mention) -> bool:
        return item.label != "Organization" and self.is_club(item)

    @cached_property
    def firms(self) -> set[tuple[str, ...]]:
        """The words with which names that have a legal suffix begin, without it."""
        return {words[:end] for words in self._firms for end in range(1, len(words) + 1)}

    @cached_property
    def _firms(self) -> list[tuple[str, ...]]:
        return [_without_suffix(text) for text in self._bodies]

    @cached_property
    def acronyms(self) -> set[str]:
        """The initials of the names of bodies that have several words."""
        return {form for text in self._bodies if " " in text for form in initials(text)}

    @cached_property
    def short_bodies(self) -> set[str]:
        """What bodies are called, as keys."""
        return set(map(squash, self._bodies))

    def is_club(self, item: Mention) -> bool:
        """Whether a name is here that of a team that plays: "Thornley Town came back to beat"."""
        return _is_called_club(item.text) and self.in_contest(item)

    def in_contest(self, item: Mention) -> bool:
        """Whether a contest is won or lost next to a name."""
        if not self._has_contest:
            return False
        inside = self.reading.starting_in(item.span)
        around = [self.reading.word(inside.start - 1), *self.reading.lower[inside.stop : inside.stop + REACH_WORDS]]
        return not listed("evidence.contests").isdisjoint(around)

    @cached_property
    def _has_contest(self) -> bool:
        return not listed("evidence.contests").isdisjoint(self.reading.lower)


def _last_word(unit: str) -> str:
    """The last word of a name of several with a particle: "osei" of "ben osei", which may be a given name there."""
    return unit.rpartition(" ")[2] if " " in unit else ""


def _without_suffix(text: str) -> tuple[str, ...]:
    """The folded words of a firm's name without its legal suffix; nothing where it has none."""
    words, written = organisation_words(text), text.split()
    suffix = fold(written[-1]).strip(".,") if len(written) > len(words) else ""
    return words if suffix in listed("organisations.suffixes") else ()


def _is_called_club(text: str) -> bool:
    """Whether a name of several words ends like that of a team."""
    words = text.lower().split()
    return len(words) > 1 and words[-1] in listed("evidence.clubs")
