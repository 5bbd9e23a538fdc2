"""Role phrases beside the names of people: where they are, whether they are over, and where a body could be named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Mention, Span
from newsparse_entities.lexicon import POSSESSIVES, listed, mapped
from newsparse_entities.reading import Reading
from newsparse_entities.roles.grammar import LONGEST_WORDS, MODIFIERS, STOPS
from newsparse_entities.roles.names import Placed, PlacedNames
from newsparse_entities.roles.nouns import is_role
from newsparse_entities.roles.whose import RoleOwners

_ASIDE = {"(": ")", "–": "–", "—": "—", "-": "-"}
"""What opens and closes an aside after a name."""
_PAST = "past"
"""The group of ``roles.copulas`` that says that a role is over."""
_LONGEST_ROW = 32
"""How many roles with commas between them are looked at for the "and" before the last one."""


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
        """The role in the text, without the "ex-" of its first word."""
        first = reading.tokens[self.first]
        prefix = first.text.partition("-")[0]
        past = len(prefix) + 1 if prefix.lower() in listed("roles.former") else 0
        return Span(first.span.start + past, reading.tokens[self.last - 1].span.end)


class RolePhrases(RoleOwners):
    """Finds the roles beside the people of one article."""

    def __init__(self, reading: Reading, names: PlacedNames) -> None:
        """Look beside the people among ``names``; the others are what roles are held in."""
        super().__init__(reading, names.at)
        self._placed = names.every

    def find(self) -> list[RolePhrase]:
        """All roles in the order of the text; one that is between two names belongs to the first of them."""
        found: dict[tuple[int, int, Mention | None], RolePhrase] = {}
        for item in self._placed:
            if item.mention.label == "Person":
                for phrase in (*self._before(item), *self._after(item)):
                    several = phrase.person if self.several(phrase.first, phrase.last) else None
                    found.setdefault((phrase.first, phrase.last, several), phrase)
        return sorted(found.values(), key=lambda phrase: (phrase.first, phrase.last))

    # Before the name: "economist X", "Y founder X", "Minister of Finance X", "the owner of Y, X"

    def _before(self, person: Placed) -> Iterator[RolePhrase]:
        end = self._past_people(self.past_courtesy(person.first))
        if self.reading.begins_paragraph(end):
            return
        yield from self._shared(self.joined_people(person))
        if self.word(end - 1) == ",":
            yield from self._apposed_before(person, self.past_brackets(end - 1))
            return
        end = self.past_brackets(end)
        rank = self.rank_before(end)
        if rank is not None and (office := self.role_with_complement(rank)):
            yield from (self._made(person, *office, follow=office[1]), self._made(person, rank, end, follow=end))
            return
        heads = self.role_ending(end) or self.role_with_complement(end)
        if heads is None:
            return
        first, last = heads
        if self.several(first, last) and not (self._in_row(person) or self._is_one_of_several(person, first)):
            return
        if (rank := self.rank_start(last)) is not None and rank > first:
            yield self._made(person, rank, last, follow=end)
            first, last = first, rank
        yield from self._with_joined(person, first, last, end)

    def _shared(self, people: Sequence[Placed]) -> Iterator[RolePhrase]:
        """The plural role before the first of several people, for those after it: "the actors X, Y and Z"."""
        *others, first = people
        end = self.past_courtesy(first.first)
        rank = self.rank_before(end)
        end = end if rank is None else rank
        if not others or self.reading.begins_paragraph(end):
            return
        counted = self.word(end - 1) == ","
        role = self.role_ending(end - 1 if counted else end)
        if role is None or not self.several(*role) or (counted and not self._counts(role[0], len(people))):
            return
        made = self._made(first, *role, follow=end)
        yield from (
            attrs.evolve(made, person=one.mention) for one in (people if counted or rank is not None else others)
        )

    def _counts(self, first: int, count: int) -> bool:
        """Whether the numeral before a plural role says how many have it: "the two mayors, X and Y"."""
        return mapped("numerals.small").get(self.word(self.past_modal(first) - 1)) == str(count)

    def _past_people(self, end: int) -> int:
        """The comma or the role before a people's name that is right before a person's: "producer, the Velian X"."""
        own = self.at.get(end - 1)
        if own is None or own.mention.label != "NORP":
            return end
        start = own.first - 1 if self.word(own.first - 1) in listed("grammar.the") else own.first
        return start if self.word(start - 1) == "," else end

    def _with_joined(self, person: Placed, first: int, last: int, end: int) -> Iterator[RolePhrase]:
        """The role, and before it those that "and" joins to it: "co-founder and chief executive X"."""
        made = self._made(person, first, last, follow=last if last < end else end)
        and_at = self.past_modal(first) - 1
        own = self.at.get(and_at)
        and_at = own.first - 1 if own is not None and own.mention.label == "Organization" else and_at
        other = self.role_ending(and_at) if self.word(and_at) in listed("grammar.and") else None
        if other is None:
            yield made
        else:
            before = self._made(person, *other, follow=last)
            yield from (made if own is not None else attrs.evolve(made, beside=before.beside), before)

    def _apposed_before(self, person: Placed, end: int) -> Iterator[RolePhrase]:
        """Roles before a comma and the name: "the union's head, X", "the director of Y, X"."""
        heads = self.leading_role(end) or self.role_ending(end)
        if heads is None:
            return
        first, last = heads
        if self.several(first, last) and self.word(first - 3) not in listed("grammar.one"):
            return
        if self.begins_after(person, first, last) or self.is_beside(person, first):
            return
        of = last < end or self.after_noun(first, last) < last
        if (
            (of and self.is_capital(first))
            or self._opens_role(self._joined_before(first))
            or self._has_courtesy(person, first)
        ):
            self.told_before.add(person.first)
            yield from self._with_joined(person, first, last, end)

    def _joined_before(self, first: int) -> int:
        """The first word of the role that "and" joins to one that begins at ``first``; else ``first``."""
        other = self.role_ending(first - 1) if self.word(first - 1) in listed("grammar.and") else None
        return first if other is None else other[0]

    def _opens_role(self, first: int) -> bool:
        """Whether what is before a role lets it describe a name after a comma: "the", "its", "the union's", a body."""
        first = self.past_modal(first)
        beside = self.word(first - 1)
        own = self.at.get(first - 1)
        if own is not None and own.mention.label == "NORP":
            return self.word(own.first - 1) in listed("roles.openings")
        opens = beside in POSSESSIVES or beside in listed("roles.openings") or self.follows_dateline(first)
        return opens or (own is not None and own.mention.label == "Organization")

    def _has_courtesy(self, person: Placed, first: int) -> bool:
        """Whether "Dr." or the like is between a comma and the name, and no list before the role that begins there."""
        lone = self.word(first - 1) not in (",", *listed("grammar.and"))
        return lone and self.past_courtesy(person.first) < person.first

    def _is_one_of_several(self, person: Placed, first: int) -> bool:
        """Whether "one of" is before a plural role: "one of its founders X"; not "one of the founders X hired"."""
        acts = self.reading.subject_rank(self.reading.top_index(range(person.first, person.last)))
        return self.word(first - 3) in listed("grammar.one") and not acts

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
        if self._is_unmarked(start):
            yield from self._phrase(person, start, former=False)
        if self.word(start) != "," or self.word(index + 1) in listed("grammar.conjunctions"):
            return
        if index + 1 >= len(self.reading.tokens) or self.breaks(index + 1):
            return
        first, former = self._opening(index + 1)
        role = self._past_owner(first)
        yield from self._phrase(person, role, former=former)

    def _is_unmarked(self, start: int) -> bool:
        """Whether a role with its body follows a name without a comma: "X co-owner of the Tarn Chess Club"."""
        head = self.head(start) if start < len(self.reading.tokens) and not self.breaks(start) else None
        if head is None or self.tag(start) not in ("NOUN", "ADJ") or self.word(head + 1) not in listed("grammar.of"):
            return False
        own = self.at.get(self.past_body(head + 1) - 1)
        return own is not None and own.mention.label in ("Organization", "Facility")

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
            if at < first:
                continue
            if self.word(at) in POSSESSIVES:
                first = at + 1
            elif at == first > index and self.word(at + 2) == ")":
                first = at + 3
            elif own is not None and (own.mention.label != "Person" or self._is_followed(own, index)):
                first = own.last
            elif not self._is_of_owner(at):
                break
        return first

    def _is_followed(self, person: Placed, index: int) -> bool:
        """Whether a name at ``index`` is of whom somebody works for: the "Brook" of "a Brook adviser"."""
        return person.first == index and self.tag(person.last) == "NOUN" and is_role(self.reading, person.last)

    def _is_of_owner(self, index: int) -> bool:
        """Whether a word can be of who has a role: no mark, no verb, and no role but one with "'s"."""
        if self.word(index) in STOPS or self.tag(index) not in (*MODIFIERS, "DET", "PART"):
            return False
        return not is_role(self.reading, index) or self.word(index + 1) in POSSESSIVES

    def _opening(self, index: int, *, former: bool = False) -> tuple[int, bool]:
        """The first word of the role proper, and whether it is over by the words before it or as ``former`` says."""
        if self.word(index) in listed("grammar.who"):
            tenses = mapped("roles.copulas")
            if self.word(index + 1) not in tenses:
                return len(self.reading.tokens), False
            former = tenses[self.word(index + 1)] == _PAST
            index += 3 if self.word(index + 2) in listed("grammar.as") else 2
        over, determiners = listed("roles.former"), listed("roles.determiners", "grammar.owners")
        if self.word(index) in listed("grammar.one") and self.word(index + 1) in listed("grammar.of"):
            index += 2
        while self.word(index) in determiners or self.is_passed(index):
            former = (former or self.word(index) in over) and self.word(index) not in listed("grammar.now")
            index += 1
        return index, former

    def _phrase(self, person: Placed, start: int, *, former: bool) -> Iterator[RolePhrase]:
        """The roles from ``start`` up to their body or the next mark; several are joined by "and"."""
        found: list[tuple[int, int, bool]] = []
        while (head := self.head(start)) is not None and not self.describes_a_noun(head):
            start = self.past_age_words(start, head)
            end = self.complement(head + 1, min(start + LONGEST_WORDS, len(self.reading.tokens)))
            found.append((start, end, former))
            joint = self._next_joint(person, end)
            if joint is None:
                break
            start, former = self._opening(joint + 1, former=former)
            start = self._past_owner(start)
        if not found or self.is_of_others(person, found[0][0], found[0][1], found[-1][1]):
            return
        people = self.joined_people(person) if self.several(found[0][0], found[0][1]) else [person]
        follow = found[-1][1]
        for first, last, over in reversed(found):
            elsewhere = over > found[-1][2] and self.word(last - 1) in listed("nouns.people.state")
            follow = last if elsewhere or self.past_body(last) != last else follow
            for one in people:
                yield self._made(one, first, last, follow=follow, former=over)

    def _next_joint(self, person: Placed, end: int) -> int | None:
        """The "and" or the comma after a role, which ends at ``end``, and its body if another role follows."""
        if self.word(end) in listed("grammar.and"):
            return end
        if self.word(end) == "," and self._is_row(end):
            return end
        joint = self.past_body(end)
        if self.word(joint) not in listed("grammar.and"):
            return None
        head = self.head(self._past_owner(self._opening(joint + 1)[0]))
        own = head is not None and not self.leads_to_a_name(person, self.complement(head + 1, head + LONGEST_WORDS))
        return joint if own else None

    def _is_row(self, comma: int) -> bool:
        """Whether roles follow a comma of which "and" joins the last: "founder, chairman and chief executive"."""
        joint = comma
        for _ in range(_LONGEST_ROW):
            head = self.head(self._opening(joint + 1)[0])
            if head is None:
                return False
            joint = self.complement(head + 1, min(head + LONGEST_WORDS, len(self.reading.tokens)))
            if self.word(joint) != ",":
                return self.word(joint) in listed("grammar.and")
        return False

    # Both sides

    def _made(self, person: Placed, first: int, last: int, *, follow: int, former: bool = False) -> RolePhrase:
        before = first
        over = former or self.word(first).partition("-")[0] in listed("roles.former")
        while self.is_passed(before - 1):
            over |= self.word(before - 1) in listed("roles.former") or (
                self.word(before - 1) in listed("grammar.then") and self.word(before) == "-"
            )
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
