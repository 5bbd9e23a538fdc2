"""Whose a role beside several people's names is, and whether it is anybody's of them."""

from __future__ import annotations

from collections.abc import Mapping

from newsparse_entities.asides import speaks_between
from newsparse_entities.lexicon import listed, listed_folded
from newsparse_entities.reading import Reading
from newsparse_entities.roles.grammar import RoleGrammar
from newsparse_entities.roles.names import Placed
from newsparse_entities.roles.nouns import is_role


class RoleOwners(RoleGrammar):
    """Tells the person who has a role from the other people around it.

    ``told_before`` are the first words of the people who have a role before their name and a comma.
    """

    def __init__(self, reading: Reading, at: Mapping[int, Placed]) -> None:
        """``reading`` with the names in it."""
        super().__init__(reading, at)
        self.told_before: set[int] = set()

    def begins_after(self, person: Placed, first: int, last: int) -> bool:
        """Whether a clause begins with the name, of which the role is no part: "With a champion in A, X left".

        In "the driver, X said, was ill" the role is the subject of another verb.
        """
        tree = self.reading.tree
        name = self.reading.top_index(range(person.first, person.last))
        noun = self.after_noun(first, last) - 1
        verb = tree.head(name)
        if self._says_as_what(first):
            return False
        if self.word(person.last) == "," or verb is None or verb < name:
            return False
        if tree.head(noun) == name:
            return False
        return not self.reading.subject_rank(noun) or tree.head(noun) != verb

    def is_beside(self, person: Placed, first: int) -> bool:
        """Whether a role and a name are two of a list of people: "a nurse, (a teacher), X, and two pupils"."""
        article = self.past_modal(first) - 1
        listed_before = self.word(article - 1) == "," and is_role(self.reading, article - 2)
        if self.word(article) not in listed("grammar.articles") or not listed_before:
            return False
        after = person.last + 1 if self.word(person.last) == "," else person.last
        return self.word(after) in listed("grammar.and")

    def _says_as_what(self, first: int) -> bool:
        """Whether "as" and whose it is begin the sentence of a role: "As Velia's governor, X"."""
        start = self.reading.sentence(first).start
        inner = range(start + 1, first)
        return self.word(start) in listed("grammar.as") and bool(inner) and all(self.word(at) != "," for at in inner)

    def is_of_others(self, person: Placed, first: int, last: int, end: int) -> bool:
        """Whether a role after the comma that follows a name is not that person's.

        ``first`` and ``last`` are the words of the first role, ``end`` is the word after the last one.
        """
        several = (
            self.several(first, last) and not self._is_one_of(person, first) and len(self.joined_people(person)) == 1
        )
        if several or speaks_between(self.reading, person.last + 1, self.past_body(end)):
            return True
        return self._begins_a_clause(person, first, last) or self.leads_to_a_name(person, end)

    def _is_one_of(self, person: Placed, first: int) -> bool:
        return any(self.word(at) in listed("grammar.one") for at in range(person.last, first))

    def joined_people(self, person: Placed) -> list[Placed]:
        """The people of "X, Y and Z" up to ``person``, the last of them first."""
        found = [person]
        while True:
            end = self.past_courtesy(found[-1].first)
            rank = self.rank_before(end)
            before = (end if rank is None else rank) - 1
            other = self.at.get(before - 1)
            joint = listed("grammar.and") if len(found) == 1 and not self._has_others_behind(person) else (",",)
            if self.word(before) not in joint or other is None or other.mention.label != "Person":
                return found
            found.append(other)

    def _has_others_behind(self, person: Placed) -> bool:
        """Whether "and others" follows a name, after a comma or not."""
        joint = person.last + 1 if self.word(person.last) == "," else person.last
        return self.word(joint) in listed("grammar.and") and self.word(joint + 1) in listed("grammar.others")

    def _begins_a_clause(self, person: Placed, first: int, last: int) -> bool:
        """Whether the role is the subject of what follows, of which the person is no part: "with X, the mayor left"."""
        tree = self.reading.tree
        noun = self.after_noun(first, last) - 1
        verb = tree.head(noun)
        if verb is None or verb < last or not self.reading.subject_rank(noun):
            return False
        name = self.reading.top_index(range(person.first, person.last))
        return not self.reading.subject_rank(name) and "," not in (self.word(at) for at in range(last, verb))

    def leads_to_a_name(self, person: Placed, end: int) -> bool:
        """Whether the role is that of the person after it.

        That is so without a comma between them ("the head of B Y"), and with one if the person before has a role before
        the name: "the head of A, X, the head of B, Y".
        """
        at, small = end, listed("roles.prepositions", "grammar.the")
        while self._is_body(at) or self.word(at) in small:
            at = self.at[at].last if at in self.at else at + 1
        comma = self.word(at) == ","
        if self.word(at - 1) in small:
            return False
        at += comma
        while self.word(at).strip(".") in listed_folded("titles.words.courtesy"):
            at += 1
        other = self.at.get(at)
        follows = other is not None and other.mention.label == "Person" and not self.breaks(at)
        return follows and (not comma or person.first in self.told_before)

    def _is_body(self, index: int) -> bool:
        """Whether a word is part of a name that is no person's."""
        own = self.at.get(index)
        return own is not None and own.mention.label != "Person"
