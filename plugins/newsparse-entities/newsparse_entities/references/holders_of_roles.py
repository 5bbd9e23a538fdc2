"""Descriptions that refer to somebody by a role that the article gave before: "the minister", "the official"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set

import attrs

from newsparse.model import Span
from newsparse_entities.grouping.groups import Group
from newsparse_entities.headlines import HeadlineRole
from newsparse_entities.lexicon import compounds, listed, listed_folded, lists
from newsparse_entities.names.parse import fold
from newsparse_entities.phrases import Phrase, names_after
from newsparse_entities.reading import Reading
from newsparse_entities.references.distinct import fields, is_another_field, set_apart
from newsparse_entities.references.history import History
from newsparse_entities.roles.affiliations import Role

_CASES = frozenset({"ADP", "PART"})
_FAR_SENTENCES = 60
"""How far back the latest of several bearers of a role is looked for."""
_NEAR_SENTENCES = 3
"""How many sentences before its own a noun for many roles, such as "official", looks back."""


@attrs.frozen
class Bearer:
    """A person with one role: its place, None in the title, its words, its body, and whether it is over."""

    person: Group
    span: Span | None
    words: frozenset[str]
    body: Group | None
    former: bool


class Bearers:
    """Who holds which role in an article; found when first asked for."""

    def __init__(
        self,
        reading: Reading,
        history: History,
        roles: Callable[[], Mapping[Group, Sequence[Role]]],
        in_title: Mapping[Group, Sequence[HeadlineRole]],
    ) -> None:
        """``roles`` finds the roles of all people; ``in_title`` are those that the title gives them."""
        self._reading, self._history, self._roles, self._in_title = reading, history, roles, in_title
        self._all: list[Bearer] | None = None

    def all(self) -> list[Bearer]:
        """Every role with its bearer."""
        if self._all is None:
            self._all = [
                Bearer(
                    person,
                    role.words.span,
                    _told_of(role.words.text) | self._led_by(role.words.span),
                    role.body,
                    role.former,
                )
                for person, roles in self._roles().items()
                for role in roles
            ] + [
                Bearer(person, None, _told_of(role.words.text), role.group, role.former)
                for person, roles in self._in_title.items()
                for role in roles
            ]
        return self._all

    def _led_by(self, role: Span) -> frozenset[str]:
        """The word right before a role that says which or whose it is and is no part of it: "acting", "Danish"."""
        before = fold(self._reading.word(self._reading.starting_in(role).start - 1))
        return frozenset([before]) & (listed("titles.apart") | listed_folded("countries.demonyms"))

    def beside(self, phrase: Phrase) -> Group | None:
        """The person beside whose name the description is itself the role: "the head of Y, X"."""
        start = self._reading.tokens[phrase.token].span.start
        found = {bearer.person for bearer in self.all() if bearer.span and bearer.span.start <= start < bearer.span.end}
        cases = map(self._reading.tag, self._reading.tree.children(phrase.token, "case"))
        inside = phrase.plural or not _CASES.isdisjoint(cases)  # "a lawyer for the suspect"
        return found.pop() if len(found) == 1 and not inside else None

    def of(self, phrase: Phrase, owner: Group | None) -> Group | None:
        """The person who was introduced with the role that ``phrase`` names; of several, the one mentioned last."""
        fitting = [bearer for bearer in self._before(phrase) if self._fits(bearer, phrase, owner)]
        modifiers = set(phrase.modifiers)
        most = max((len(modifiers & bearer.words) for bearer in fitting), default=0)
        return self.latest(phrase, {b.person for b in fitting if len(modifiers & b.words) == most})

    def later(self, phrase: Phrase, owner: Group | None) -> Group | None:
        """The one person whom the article introduces after ``phrase`` with the role that it names in full."""
        if phrase.plural or not (phrase.modifiers or owner):
            return None
        told = [bearer for bearer in self._after(phrase) if bearer.words.issuperset({phrase.word, *phrase.modifiers})]
        fitting = {bearer.person for bearer in told if self._fits(bearer, phrase, owner)}
        return fitting.pop() if len(fitting) == 1 else None

    def by_kind(self, phrase: Phrase, owner: Group | None) -> Group | None:
        """The only person in the last sentences who holds a role of the kind that ``phrase`` names: "the official"."""
        known = lists().groups("roles.kinds")
        whole = " ".join((phrase.word, *phrase.complement))
        nouns = known.get(whole, known.get(phrase.word))
        if nouns is None:
            return None
        phrase = attrs.evolve(phrase, complement=()) if whole in known else phrase
        people = self._of_kind(phrase, nouns, owner)
        return people.pop() if len(people) == 1 and phrase.allows(next(iter(people))) else None

    def _of_kind(self, phrase: Phrase, nouns: Set[str], owner: Group | None) -> set[Group]:
        """The people in the last sentences with one of some nouns as their role."""
        bearers = [
            bearer
            for bearer in self._before(phrase)
            if not bearer.words.isdisjoint(nouns) and not self._is_of_another_kind(bearer, phrase, owner)
        ]
        near = self._history.back(self._reading.sentence_at(phrase.span.start), _NEAR_SENTENCES)
        named = {seen.group for seen in near if seen.group.label == "Person"}
        people = self._with_names(phrase, bearers, named) if phrase.names else {bearer.person for bearer in bearers}
        return people & named

    def _with_names(self, phrase: Phrase, bearers: Sequence[Bearer], near: set[Group]) -> set[Group]:
        """The bearers whose roles say what the names in a phrase do: "Larkmoor" of "the Larkmoor leader".

        Where no role does, all those of no other nation; nobody where the sentence before begins with somebody else,
        who may be meant.
        """
        told = {b.person for b in bearers if all(_told(name, _told_of_body(b)) for name in phrase.names)}
        people = {bearer.person for bearer in bearers if bearer.words.isdisjoint(listed_folded("countries.demonyms"))}
        before = self._history.row(self._reading.sentence_at(phrase.span.start) - 1)
        first = next((seen.group for seen in before if seen.group in near), None)
        return told or (people if first is None or first in people else set())

    def _is_of_another_kind(self, bearer: Bearer, phrase: Phrase, owner: Group | None) -> bool:
        """Whether a description says what a role does not: "the opposition leader" is not what any minister is."""
        if phrase.word in bearer.words:
            return not self._fits(bearer, phrase, owner)
        told, names = _told_of_body(bearer), names_after(self._reading, phrase.span)
        said = fields(self._reading, phrase) | set_apart(self._reading, phrase) | set(phrase.complement) - set(names)
        return _is_elsewhere(bearer, names) or is_another_field(said, told)

    def has_other_rank(self, phrase: Phrase, person: Group) -> bool:
        """Whether somebody's roles have the noun of ``phrase`` with other words of rank alone: "Deputy Mayor"."""
        ranks = compounds(phrase.word)
        own = [bearer.words & ranks for bearer in self.all() if bearer.person is person and phrase.word in bearer.words]
        return bool(own) and ranks.intersection(phrase.modifiers) not in own

    def has_left(self, phrase: Phrase, person: Group) -> bool:
        """Whether all roles of somebody with the noun of ``phrase`` are over: "Former Mayor"."""
        own = [bearer.former for bearer in self.all() if bearer.person is person and phrase.word in bearer.words]
        return bool(own) and all(own)

    def told_of(self, person: Group) -> frozenset[str]:
        """The words of somebody's roles and their bodies."""
        return frozenset[str]().union(*(_told_of_body(bearer) for bearer in self.all() if bearer.person is person))

    def is_of_another(self, word: str, person: Group) -> bool:
        """Whether a noun is a role of somebody else in the article."""
        return any(word in bearer.words and bearer.person is not person for bearer in self.all())

    def _before(self, phrase: Phrase) -> Iterable[Bearer]:
        return (bearer for bearer in self.all() if bearer.span is None or bearer.span.end <= phrase.span.start)

    def _after(self, phrase: Phrase) -> Iterable[Bearer]:
        return (bearer for bearer in self.all() if bearer.span is not None and bearer.span.start > phrase.span.end)

    def _fits(self, bearer: Bearer, phrase: Phrase, owner: Group | None) -> bool:
        """Whether nothing in the description contradicts the role: another body, "former", another office."""
        if phrase.word not in bearer.words or phrase.former != bearer.former:
            return False
        if owner is not None and bearer.body is not owner:
            return False
        acronym = phrase.word not in listed("nouns.people.role")  # "PM" says "prime"
        if not acronym and not (bearer.words ^ {*phrase.modifiers, phrase.word}).isdisjoint(compounds(phrase.word)):
            return False
        if _is_elsewhere(bearer, names_after(self._reading, phrase.span)):
            return False
        told = _told_of_body(bearer)
        if self._is_told_apart(bearer, phrase):
            return False
        return told.issuperset(phrase.complement) and all(_told(name, told) for name in phrase.names)

    def _is_told_apart(self, bearer: Bearer, phrase: Phrase) -> bool:
        """Whether a description has a word of its own that makes it another office than the role with its noun."""
        told = _told_of_body(bearer)
        if not set_apart(self._reading, phrase) <= told:
            return True
        own = fields(self._reading, phrase) - _of_body(bearer)
        if len(bearer.words) == 1:  # "Coach Ada Brook" may be the head coach, and "spokesman Tom Varga" any ministry's
            own = own - listed("roles.leading") if phrase.word not in listed("nouns.people.proxy") else frozenset()
        return is_another_field(own, told)

    def latest(self, phrase: Phrase, people: set[Group], sentences: int = _FAR_SENTENCES) -> Group | None:
        """Whoever of ``people`` is mentioned last; nobody where one sentence mentions two of them."""
        sentence = self._reading.sentence_at(phrase.span.start)
        for seen in self._history.back(sentence, sentences) if people else ():
            if seen.group in people:
                rivals = {other.group for other in self._history.row(seen.sentence)} & people
                return seen.group if len(rivals) == 1 else None
        return None


def _told_of_body(bearer: Bearer) -> frozenset[str]:
    """The words of a role and of its body."""
    return bearer.words | (frozenset(_words(bearer.body.name())) if bearer.body is not None else frozenset())


def _of_body(bearer: Bearer) -> frozenset[str]:
    """The nouns that mean the body of a role: "the club president" for the president of any club."""
    if bearer.body is None:
        return frozenset()
    if bearer.body.label == "Organization":
        return listed("nouns.bodies.body", "nouns.bodies.company", "nouns.bodies.generic")
    return listed("nouns.bodies.corporation", "nouns.bodies.generic")


def _is_elsewhere(bearer: Bearer, names: Sequence[str]) -> bool:
    """Whether a role is in a body whose name shares no word and no initials with other ``names``."""
    if bearer.body is None or not names:
        return False
    own = _words(bearer.body.name())
    initials = {"".join(word[0] for word in words) for words in (own, names)}
    return not any(_told(name, [*bearer.words, *own]) for name in names) and initials.isdisjoint((*own, *names))


def _told(name: str, words: Iterable[str]) -> bool:
    """Whether a capitalised word of a description is one of the words of the role, or of its country."""
    return any(word.startswith(name[:_SHARED_LETTERS]) for word in words)


_SHARED_LETTERS = 4
"""How many letters a people's and a country's name must share at their start: "Iraqi" and "Iraq"."""


def _told_of(text: str) -> frozenset[str]:
    """The words of a role, with its acronym: "Municipal Chief Executive" and "mce"."""
    words = _words(text)
    return frozenset([*words, "".join(word[:1] for word in words)] if len(words) > 1 else words)


def _words(text: str) -> list[str]:
    return [word.strip(".,()") for word in fold(text).replace("-", " ").split() if word not in listed("grammar.the")]
