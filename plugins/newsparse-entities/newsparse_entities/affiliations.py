"""What the text says that people are: role phrases after and before their names, with the organisation and "former"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from newsparse.model import Affiliation, Mention, Passage
from newsparse_entities.lexicon import lexicon
from newsparse_entities.reading import Reading

_LONGEST = 12
"""How many words of a role phrase are read."""

_POSSESSIVES = ("'s", "’s", "'", "’")
_RELATIVES = frozenset({"who", "which", "that"})
_STOPS = frozenset(',.;:()!?—–"“”')


@attrs.frozen
class Placed:
    """A mention with the tokens that it takes (half-open) and the id of its entity, if any."""

    mention: Mention
    first: int
    last: int
    entity: str | None


class AffiliationFinder:
    """Finds role phrases beside the names of people; ``entities`` maps mention ids to entity ids."""

    def __init__(self, reading: Reading, mentions: Iterable[Mention], entities: Mapping[str, str]) -> None:
        """Index ``mentions`` by the tokens that they take."""
        self._reading = reading
        self._words = [token.text for token in reading.tokens]
        self._lower = [word.lower() for word in self._words]
        self._placed = list(_placed(reading, mentions, entities))
        self._owner = {index: placed for placed in self._placed for index in range(placed.first, placed.last)}

    def find(self) -> dict[str, tuple[Affiliation, ...]]:
        """Entity id of a person to that person's affiliations, in the order of the text."""
        found: dict[str, dict[Passage, Affiliation]] = {}
        for placed in self._placed:
            if placed.mention.label == "Person" and placed.mention.form == "named" and placed.entity:
                for affiliation in (self._before(placed), self._after(placed)):
                    if affiliation:
                        found.setdefault(placed.entity, {}).setdefault(affiliation.role, affiliation)
        return {entity: tuple(sorted(roles.values(), key=_place)) for entity, roles in found.items()}

    def _after(self, person: Placed) -> Affiliation | None:
        """Roles behind a name: "X, an expert at Y,", "X, Y's founder," and "X, who was formerly the director of Y"."""
        index = person.last
        if self._word(index) != ",":
            return None
        index, former = self._opening(index + 1)
        holder = self._owner.get(index)
        if holder and holder.mention.label == "Organization" and holder.first == index:
            return self._phrase(self._past_possessive(holder.last), former, holder.entity)
        return self._phrase(index, former, None)

    def _opening(self, index: int) -> tuple[int, bool]:
        """The first word of the role proper, and whether the words before it say that it is over."""
        lists = lexicon()
        former = False
        if self._word(index) == "who":
            if self._word(index + 1) not in lists.copulas:
                return len(self._words), False
            former = lists.copulas[self._word(index + 1)]
            index += 3 if self._word(index + 2) == "as" else 2
        while self._word(index) in lists.role_determiners | lists.former | lists.current | {"-"}:
            former = (former or self._word(index) in lists.former) and self._word(index) != "now"
            index += 1
        return index, former

    def _phrase(self, start: int, former: bool, organisation: str | None) -> Affiliation | None:
        """The role from ``start`` up to its organisation or the next mark; None without a word for a role."""
        cut = None
        for index in range(start, min(start + _LONGEST, len(self._words))):
            word, owner = self._lower[index], self._owner.get(index)
            if word in _STOPS or word in _RELATIVES:
                return self._role(start, cut or index, former, organisation)
            if word == "and":
                cut = cut or index
            if word in lexicon().role_prepositions:
                holder = self._holder(index + 1)
                if holder:
                    return self._role(start, index, former, organisation or holder.entity)
            if self._tag(index) == "AUX" or (owner and owner.mention.label == "Person"):
                break
        return self._role(start, cut, former, organisation) if cut else None

    def _holder(self, index: int) -> Placed | None:
        """The organisation whose name begins at ``index``, an article and a country before it aside."""
        owner = self._owner.get(index + 1 if self._word(index) in ("the", "a", "an") else index)
        if owner and owner.mention.label in ("Location", "NORP"):
            owner = self._owner.get(owner.last)
        return owner if owner and owner.mention.label == "Organization" else None

    def _before(self, person: Placed) -> Affiliation | None:
        """Roles before a name: "Y founder X", "Y's chief executive, X", "former Y engineer X", "economist X"."""
        end = person.first
        comma = self._word(end - 1) == ","
        end -= comma
        start = end
        while start > max(0, end - _LONGEST) and self._is_role_word(start - 1):
            start -= 1
        owner = self._owner.get(self._before_possessive(start) - 1) if start else None
        holder = owner if owner and owner.mention.label == "Organization" else None
        if comma and not (holder and holder.last < start):
            return None
        over = {self._word((holder.first if holder else start) - 1)} & lexicon().former
        while start < end and self._lower[start] in lexicon().former | {"-"}:
            over |= {self._lower[start]}
            start += 1
        return self._role(start, end, bool(over), holder.entity if holder else None)

    def _is_role_word(self, index: int) -> bool:
        """Whether a word before a name can belong to a role: a noun or an adjective in lower case, or a title."""
        if index in self._owner or not self._words[index][0].isalpha():
            return self._words[index] == "-" and index not in self._owner
        word = self._lower[index]
        if word in lexicon().role_nouns | lexicon().former:
            return True
        return self._words[index].islower() and self._tag(index) in ("NOUN", "ADJ")

    def _role(self, start: int, end: int, former: bool, organisation: str | None) -> Affiliation | None:
        """The affiliation whose role is the tokens ``start`` to ``end``; None without a word for a role."""
        if not any(word in lexicon().role_nouns for word in self._lower[start:end]):
            return None
        tokens = self._reading.tokens
        if tokens[start].span.start >= tokens[end - 1].span.end:
            return None
        role = Passage.at(self._reading.text, tokens[start].span.start, tokens[end - 1].span.end)
        return Affiliation(role=role, organisation=organisation, former=former)

    def _word(self, index: int) -> str:
        return self._lower[index] if 0 <= index < len(self._lower) else ""

    def _tag(self, index: int) -> str | None:
        return self._reading.tokens[index].upos

    def _past_possessive(self, index: int) -> int:
        return index + 1 if self._word(index) in _POSSESSIVES else index

    def _before_possessive(self, index: int) -> int:
        return index - 1 if self._word(index - 1) in _POSSESSIVES else index


def _placed(reading: Reading, mentions: Iterable[Mention], entities: Mapping[str, str]) -> Iterator[Placed]:
    for item in mentions:
        inside = reading.words_in(item.span) if item.form == "named" else range(0)
        if len(inside):
            yield Placed(item, inside.start, inside.stop, entities.get(item.id))


def _place(affiliation: Affiliation) -> tuple[int, int]:
    return (affiliation.role.span.start, affiliation.role.span.end)
