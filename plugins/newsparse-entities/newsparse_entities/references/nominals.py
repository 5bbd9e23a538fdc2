"""Which of the things spoken of a description means: by its noun, a name or title that holds it, or its kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import kinds, listed
from newsparse_entities.names.parse import fold
from newsparse_entities.phrases import Phrase
from newsparse_entities.reading import Reading
from newsparse_entities.references.history import History

_REMEMBERED = 8
"""How many of the latest bearers of one noun are looked at; keeps the work linear."""

_REACH = 2
"""How many sentences before its own "the company" looks back for the only organisation."""


class Describer:
    """Chooses what a description means; it learns nouns from descriptions, names and titles as the text is read."""

    def __init__(self, reading: Reading, history: History, meanings: Mapping[int, Group]) -> None:
        """``meanings`` maps the tokens of mentions already read to their groups, for possessors."""
        self._reading = reading
        self._history = history
        self._meanings = meanings
        self._described: dict[str, list[tuple[Phrase, Group]]] = {}
        self._titled: dict[str, list[Group]] = {}
        self._named: dict[str, list[Group]] = {}

    def learn_phrase(self, phrase: Phrase, group: Group) -> None:
        """Note that ``phrase`` describes ``group``."""
        self._described.setdefault(phrase.word, []).append((phrase, group))

    def learn_name(self, group: Group, name: str, title: str | None) -> None:
        """Note the words of a name, and of the title before it."""
        if group.label == "Organization":
            for word in fold(name).split():
                _put(self._named, word, group)
        for word in (title or "").split():
            _put(self._titled, word.strip(".").lower(), group)

    def choose(self, phrase: Phrase) -> Group | None:
        """The group that ``phrase`` means, or None."""
        if phrase.opening == "indefinite":
            return None
        found = self._same_noun(phrase)
        if found is None and phrase.opening == "definite" and not phrase.plural:
            found = self._by_title(phrase) if phrase.label == "Person" else self._by_name(phrase)
        return found

    def introduced(self, phrase: Phrase) -> Group | None:
        """The one person by name whom a later description with the same noun, or a title, introduces."""
        later = [group for other, group in self._described.get(phrase.word, ()) if other.token > phrase.token]
        named = (group for group in (*later, *self._titled.get(phrase.word, ())) if group.named)
        return _only(named)

    def _same_noun(self, phrase: Phrase) -> Group | None:
        for other, group in reversed(self._described.get(phrase.word, [])[-_REMEMBERED:]):
            if other.plural == phrase.plural and group.allows(phrase.gender) and self._compatible(phrase, other):
                return group
        return None

    def _compatible(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether nothing tells two descriptions with one noun apart: possessors, other adjectives."""
        if phrase.owner is not None and phrase.opening == "possessive":
            mine, theirs = self._meanings.get(phrase.owner), self._owner(other)
            if mine is None or theirs is not None:
                return mine is theirs and mine is not None
        if phrase.opening == "bare":
            return phrase.modifiers == other.modifiers and other.opening != "indefinite"
        return not (phrase.modifiers - other.modifiers and other.modifiers - phrase.modifiers)

    def _owner(self, phrase: Phrase) -> Group | None:
        return self._meanings.get(phrase.owner) if phrase.owner is not None else None

    def _by_title(self, phrase: Phrase) -> Group | None:
        """The latest person whose title holds the noun: "the president" after "President Ada Brook"."""
        for group in reversed(self._titled.get(phrase.word, ())):
            if group.allows(phrase.gender):
                return group
        return None

    def _by_name(self, phrase: Phrase) -> Group | None:
        """The organisation whose name holds the noun or an adjective of it; for "the company" the only one in reach."""
        bearers = self._named.get(phrase.word) or self._of_kind(phrase.word)
        telling = [word for word in phrase.modifiers if word in self._named]
        if telling:
            firms = listed("organisations.company_nouns")
            bearers = [group for group in self._named[telling[0]] if phrase.word in (*firms, *_words(group))]
        if bearers:
            return bearers[-1]
        near = self._history.back(self._reading.sentence_at(phrase.span.start), _REACH)
        bodies = [seen.group for seen in near if seen.group.label == "Organization" and seen.group.named]
        every = [group for group in bodies if listed("organisations.no_companies").isdisjoint(_words(group))]
        if phrase.word not in listed("organisations.company_nouns") or phrase.modifiers:
            return None
        return _only(every) or self._main()

    def _of_kind(self, word: str) -> list[Group]:
        """The one body whose name has a word of that kind: "the union" after "United Dock Workers"."""
        found = {id(group): group for other in kinds().get(word, ()) for group in self._named.get(other, ())}
        return list(found.values()) if len(found) == 1 else []

    def _main(self) -> Group | None:
        """The company that the article is about so far: named first of all and oftener than any other."""
        groups = {id(group): group for row in self._named.values() for group in row}
        others = listed("organisations.no_companies")
        companies = [group for group in groups.values() if others.isdisjoint(_words(group))]
        ranked = sorted(companies, key=lambda group: -len(group.named))
        if not ranked or (len(ranked) > 1 and len(ranked[1].named) == len(ranked[0].named)):
            return None
        first = min(companies, key=lambda group: group.named[0].span.start)
        return first if first is ranked[0] else None


def _words(group: Group) -> list[str]:
    return [word for name in group.surfaces() for word in fold(name).split()]


def _put(table: dict[str, list[Group]], word: str, group: Group) -> None:
    """Move ``group`` to the end of its row, the place of the latest."""
    row = table.setdefault(word, [])
    if row and row[-1] is group:
        return
    if group in row[-_REMEMBERED:]:
        row.remove(group)
    row.append(group)


def _only(groups: Iterable[Group]) -> Group | None:
    different = {id(group): group for group in groups}
    return next(iter(different.values())) if len(different) == 1 else None
