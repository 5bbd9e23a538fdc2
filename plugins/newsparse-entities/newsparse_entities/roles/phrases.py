"""Role phrases beside the names of people: where they are, whether they are over, and where a body could be named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from newsparse.model import Mention, Span
from newsparse_entities.lexicon import POSSESSIVES, before_roles, listed, listed_folded, mapped
from newsparse_entities.reading import Reading
from newsparse_entities.roles.grammar import LONGEST_WORDS, MODIFIERS, STOPS, RoleGrammar
from newsparse_entities.roles.names import Placed, placed
from newsparse_entities.roles.nouns import is_role

_ASIDE = {"(": ")", "–": "–", "—": "—", "-": "-"}
"""What opens and closes an aside after a name."""
_PAST = "past"
"""The group of ``roles.copulas`` that says that a role is over."""


@attrs.frozen(kw_only=True)
class RolePhrase:
    """A role of the person named by ``person``: the tokens ``first`` to ``last`` (half-open).

    ``beside`` is the word right before the role and "former"; ``head`` the word after the role's noun and ``follow``
    the one after all that belongs to it, where a preposition can lead to the body; ``after`` is the word after the
    name, for roles before it, else None.
    """

    person: Mention
    first: int
    last: int
    beside: int
    follow: int
    head: int
    after: int | None = None
    former: bool = False

    def span(self, reading: Reading) -> Span:
        """The role in the text."""
        return Span(reading.tokens[self.first].span.start, reading.tokens[self.last - 1].span.end)


class RolePhrases(RoleGrammar):
    """Finds the roles beside the people of one article."""

    def __init__(self, reading: Reading, mentions: Iterable[Mention]) -> None:
        """Look beside the people among ``mentions``; the other names are what roles are held in."""
        self._placed = placed(reading, mentions)
        super().__init__(reading, {index: item for item in self._placed for index in range(item.first, item.last)})
        self._listed: set[int] = set()

    def find(self) -> list[RolePhrase]:
        """All roles in the order of the text; one that is between two names belongs to the first of them."""
        found: dict[tuple[int, int], RolePhrase] = {}
        for item in self._placed:
            if item.mention.label == "Person":
                for phrase in (*self._before(item), *self._after(item)):
                    found.setdefault((phrase.first, phrase.last), phrase)
        return sorted(found.values(), key=lambda phrase: (phrase.first, phrase.last))

    # Before the name: "economist X", "Y founder X", "Minister of Finance X", "the owner of Y, X"

    def _before(self, person: Placed) -> Iterator[RolePhrase]:
        end = self._past_people(self.past_courtesy(person.first))
        if self.reading.begins_paragraph(end):
            return
        if self.word(end - 1) == ",":
            yield from self._apposed_before(person, self.past_brackets(end - 1))
            return
        end = self.past_brackets(end)
        heads = self.role_ending(end) or self.role_with_complement(end)
        if heads is None:
            return
        first, last = heads
        if self.several(first, last) and not self._in_row(person):
            return
        if (rank := self.rank_start(first, last)) is not None and rank > first:
            yield self._made(person, rank, last, follow=end)
            first, last = first, rank
        yield from self._with_joined(person, first, last, end)

    def _past_people(self, end: int) -> int:
        """The comma or the role before a people's name that is right before a person's: "producer, the Velian X"."""
        own = self.at.get(end - 1)
        if own is None or own.mention.label != "NORP":
            return end
        start = own.first - 1 if self.word(own.first - 1) in listed("grammar.the") else own.first
        return start if self.word(start - 1) == "," else end

    def _with_joined(self, person: Placed, first: int, last: int, end: int) -> Iterator[RolePhrase]:
        """The role, and before it those that "and" joins to it: "co-founder and chief executive X"."""
        yield self._made(person, first, last, follow=last if last < end else end)
        and_at = self.past_modal(first) - 1
        if self.word(and_at) in listed("grammar.and") and (other := self.role_ending(and_at)):
            yield self._made(person, *other, follow=last)

    def _apposed_before(self, person: Placed, end: int) -> Iterator[RolePhrase]:
        """Roles before a comma and the name: "the union's head, X", "the director of Y, X"."""
        heads = self.leading_role(end) or self.role_ending(end)
        if heads is None:
            return
        first, last = heads
        if self.several(first, last) and self.word(first - 3) not in listed("grammar.one"):
            return
        beside = self.word(first - 1)
        own = self.at.get(first - 1)
        opens = beside in POSSESSIVES or beside in listed("roles.openings") or self.starts(first)
        capital = self.reading.tokens[first].text[0].isupper() and last < end
        if opens or capital or (own is not None and own.mention.label == "Organization"):
            self._listed.add(person.first)
            yield from self._with_joined(person, first, last, end)

    def _in_row(self, person: Placed) -> bool:
        """Whether another person's name follows after "and" or a comma."""
        other = self.at.get(person.last + 1)
        joint = self.word(person.last)
        return (
            other is not None and other.mention.label == "Person" and (joint == "," or joint in listed("grammar.and"))
        )

    # After the name: "X, an expert at Y,", "X, 44, Y's founder,", "X, who was the director of Y"

    def _after(self, person: Placed) -> Iterator[RolePhrase]:
        start = person.last
        if self.word(start) == "(" and self.word(start + 2) == ")":
            start += 3
        index = self._past_age(start)
        if self.word(start) in _ASIDE:
            yield from self._aside(person, start + 1)
            return
        if self.word(start) != "," or self.word(index + 1) in listed("grammar.conjunctions"):
            return
        if index + 1 >= len(self.reading.tokens) or self.breaks(index + 1):
            return
        first, former = self._opening(index + 1)
        role = self._past_owner(first)
        yield from self._phrase(person, role, former=former)

    def _aside(self, person: Placed, start: int) -> Iterator[RolePhrase]:
        """The role between dashes or brackets: "X – the mayor of Y – said", "X (MP for Y)"."""
        sentence = self.reading.sentence(start)
        closing = _ASIDE[self.word(start - 1)]
        if closing not in (self.word(at) for at in range(start, min(sentence.stop, start + LONGEST_WORDS))):
            return
        if self.word(start) not in listed("grammar.who"):
            first, former = self._opening(start)
            yield from self._phrase(person, self._past_owner(first), former=former)

    def _past_age(self, index: int) -> int:
        """The comma after ", 44" or the word before the role in ", then 29 and the youngest member"; else ``index``."""
        age = index + 2 if self.word(index + 1) in listed("grammar.then") else index + 1
        if self.word(index) != "," or not self.word(age).isdigit():
            return index
        return age + 1 if self.word(age + 1) in (",", *listed("grammar.and")) else index

    def _past_owner(self, index: int) -> int:
        """The first word after the names and possessors that begin at ``index``; else ``index`` itself."""
        first = index
        for at in range(index, min(index + LONGEST_WORDS, len(self.reading.tokens))):
            own = self.at.get(at)
            if self.word(at) in POSSESSIVES and at > index:
                first = at + 1
            elif own is not None and own.mention.label != "Person":
                first = own.last
            elif (
                self.word(at) in STOPS
                or self.tag(at) not in (*MODIFIERS, "DET", "PART")
                or (is_role(self.reading, at) and self.word(at + 1) not in POSSESSIVES)
            ):
                break
        return first

    def _opening(self, index: int) -> tuple[int, bool]:
        """The first word of the role proper, and whether the words before it say that it is over."""
        former = False
        if self.word(index) in listed("grammar.who"):
            tenses = mapped("roles.copulas")
            if self.word(index + 1) not in tenses:
                return len(self.reading.tokens), False
            former = tenses[self.word(index + 1)] == _PAST
            index += 3 if self.word(index + 2) in listed("grammar.as") else 2
        over, passed = listed("roles.former"), before_roles("roles.determiners", "grammar.owners")
        if self.word(index) in listed("grammar.one") and self.word(index + 1) in listed("grammar.of"):
            index += 2
        while self.word(index) in passed:
            former = (former or self.word(index) in over) and self.word(index) not in listed("grammar.now")
            index += 1
        return index, former

    def _phrase(self, person: Placed, start: int, *, former: bool) -> Iterator[RolePhrase]:
        """The roles from ``start`` up to their body or the next mark; several are joined by "and"."""
        found: list[tuple[int, int, bool]] = []
        while (head := self.head(start)) is not None:
            start = self.past_age_words(start, head)
            end = self.complement(head + 1, min(start + LONGEST_WORDS, len(self.reading.tokens)))
            found.append((start, end, former))
            if self.word(end) not in listed("grammar.and"):
                break
            start, over = self._opening(end + 1)
            former = former or over
        if not found or self._leads_to_a_name(person, found[-1][1]):
            return
        for first, last, over in found:
            yield self._made(person, first, last, follow=found[-1][1], former=over)

    def _leads_to_a_name(self, person: Placed, end: int) -> bool:
        """Whether what follows a comma is the role of the person after it: "the head of A, X, the head of B, Y"."""
        at, small = end, listed("roles.prepositions", "grammar.the")
        while at in self.at or self.word(at) in small:
            at = self.at[at].last if at in self.at else at + 1
        at = at + 1 if self.word(at) == "," else len(self.reading.tokens)
        while self.word(at).strip(".") in listed_folded("titles.words.courtesy"):
            at += 1
        other = self.at.get(at)
        return person.first in self._listed and other is not None and other.mention.label == "Person"

    # Both sides

    def _made(self, person: Placed, first: int, last: int, *, follow: int, former: bool = False) -> RolePhrase:
        before = first
        over = former
        while self.word(before - 1) in before_roles():
            over |= self.word(before - 1) in listed("roles.former")
            before -= 1
        holder = self.at.get(before - 2 if self.word(before - 1) in POSSESSIVES else before - 1)
        over |= holder is not None and self.word(holder.first - 1) in listed("roles.former")
        return RolePhrase(
            person=person.mention,
            first=first,
            last=last,
            beside=before - 1,
            follow=follow,
            head=self.after_noun(first, last),
            after=person.last if first < person.first else None,
            former=over,
        )
