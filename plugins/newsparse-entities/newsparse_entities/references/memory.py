"""What descriptions can refer to so far in an article, and one description to be resolved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import compounds
from newsparse_entities.names.parse import fold
from newsparse_entities.phrases import Phrase
from newsparse_entities.reading import Reading
from newsparse_entities.references.bodies import Bodies
from newsparse_entities.references.history import History
from newsparse_entities.references.holders_of_roles import Bearers

REMEMBERED = 8
"""How many of the latest bearers of one noun are looked at; keeps the work linear."""


class Memory:
    """What descriptions can refer to so far: nouns of descriptions, names and titles, as the text is read.

    ``partners`` maps the tokens of descriptions to those of the names and pronouns that grammar links them to;
    ``meanings`` the tokens of mentions already read to their groups; ``speaking`` are the heads of the backend's
    sources and ``spoke`` those of them that were read, with their groups. All are filled by the reader of the text.
    """

    def __init__(self, reading: Reading, history: History, bodies: Bodies, bearers: Bearers) -> None:
        """Nothing is read yet."""
        self.reading, self.history, self.bodies, self.bearers = reading, history, bodies, bearers
        self.aged: dict[str, list[tuple[Group, int]]] = {}
        self.meanings: dict[int, Group] = {}
        self.partners: Mapping[int, int] = {}
        self.of_name: Mapping[int, Group] = {}
        self.described: dict[str, list[tuple[Phrase, Group]]] = {}
        self.titled: dict[str, list[Group]] = {}
        self.named: dict[str, list[Group]] = {}
        self.speaking: frozenset[int] = frozenset()
        self.spoke: list[tuple[int, Group]] = []

    def heard(self, token: int, group: Group) -> None:
        """Note that ``group`` is what the mention at ``token`` refers to, if something is said there."""
        if token in self.speaking:
            self.spoke.append((token, group))

    def learn_phrase(self, phrase: Phrase, group: Group) -> None:
        """Note that ``phrase`` describes ``group``."""
        self.described.setdefault(phrase.word, []).append((phrase, group))

    def learn_age(self, age: str, group: Group, sentence: int) -> None:
        """Note how old somebody is; a name says who somebody of that age is who was only described before."""
        row = self.aged.get(age, [])
        self.aged[age] = [*(seen for seen in row if seen[0].named or not group.named), (group, sentence)]

    def learn_name(self, group: Group, name: str, title: str) -> None:
        """Note the words of a name, and of the title before it."""
        if group.label == "Organization":
            for word in fold(name).split():
                _put(self.named, word, group)
        words = [word.strip(".").lower() for word in title.split()]
        for word in words:
            _put(self.titled, _with_rank(word, words), group)

    def introduced(self, phrase: Phrase) -> Group | None:
        """The one person by name whom a later description with the same noun, or a title, introduces."""
        later = [group for other, group in self.described.get(phrase.word, ()) if other.token > phrase.token]
        return only(group for group in (*later, *self.titled_as(phrase)) if group.named)

    def told_of(self, group: Group) -> frozenset[str]:
        """The words of a body's names, or of a person's roles."""
        if group.label == "Person":
            return self.bearers.told_of(group)
        return frozenset(word for name in group.surfaces() for word in fold(name).split())

    def titled_as(self, phrase: Phrase) -> Sequence[Group]:
        """Those in whose titles the noun of ``phrase`` is, of the same rank: a deputy mayor is not "the mayor"."""
        return self.titled.get(_with_rank(phrase.word, phrase.modifiers), ())


def _with_rank(word: str, words: Iterable[str]) -> str:
    """A noun with the words of rank beside it: "deputy mayor" for the noun of "the deputy Kell mayor"."""
    return " ".join([*sorted(compounds(word).intersection(words) - {word}), word])


@attrs.frozen
class Described:
    """A description, with what has been read before it."""

    phrase: Phrase
    memory: Memory

    @property
    def owner(self) -> Group | None:
        """Whose it is: "his", "Ada Brook's"."""
        return self.owner_of(self.phrase)

    def owner_of(self, phrase: Phrase) -> Group | None:
        """The possessor of a description, if it is known by now."""
        return self.memory.meanings.get(phrase.owner) if phrase.owner is not None else None

    @property
    def telling(self) -> str | None:
        """The first adjective or noun before the head that is a word of a body's name."""
        return next((word for word in self.phrase.modifiers if word in self.memory.named), None)


def _put(table: dict[str, list[Group]], word: str, group: Group) -> None:
    """Move ``group`` to the end of its row, the place of the latest."""
    row = table.setdefault(word, [])
    if row and row[-1] is group:
        return
    if group in row[-REMEMBERED:]:
        row.remove(group)
    row.append(group)


def only(groups: Iterable[Group]) -> Group | None:
    """The one group that there is, or None."""
    different = set(groups)
    return different.pop() if len(different) == 1 else None
