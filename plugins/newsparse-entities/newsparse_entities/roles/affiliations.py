"""What the text says that people are: role phrases after and before their names, with the organisation and "former"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from newsparse.model import Affiliation, Mention, Passage
from newsparse_entities.lexicon import listed, mapped, noun_labels, openings, role_endings
from newsparse_entities.mentions.normalise import has_courtesy
from newsparse_entities.phrases import lemma
from newsparse_entities.reading import Reading
from newsparse_entities.roles.holders import POSSESSIVES, Holders, Placed

_LONGEST = 12
"""How many words of a role phrase are read."""

_RELATIVES = frozenset({"who", "which", "that", "whose", "to"})
_STOPS = frozenset(',.;:()!?—–"“”')
_OWNERS = frozenset({"its", "their", "his", "her", "my", "our"})


class AffiliationFinder:
    """Finds role phrases beside the names of people; ``entities`` maps mention ids to entity ids."""

    def __init__(self, reading: Reading, mentions: Iterable[Mention], entities: Mapping[str, str]) -> None:
        """Index ``mentions`` by the tokens that they take."""
        self._reading = reading
        self._words = [token.text for token in reading.tokens]
        self._holders = Holders(reading, mentions, entities)
        self._owner = self._holders.owner

    def find(self) -> dict[str, tuple[Affiliation, ...]]:
        """Entity id of a person to that person's affiliations, in the order of the text."""
        found: dict[str, dict[Passage, Affiliation]] = {}
        for placed in self._holders.placed:
            if placed.mention.label == "Person" and placed.entity:
                for affiliation in (*self._before(placed), *self._after(placed)):
                    found.setdefault(placed.entity, {}).setdefault(affiliation.role, affiliation)
        return {entity: tuple(sorted(roles.values(), key=_place)) for entity, roles in found.items()}

    def _after(self, person: Placed) -> Iterator[Affiliation]:
        """Roles behind a name: "X, an expert at Y,", "X, 44, Y's founder,", "X, who was formerly the director of Y"."""
        index = self._past_age(person.last)
        if self._reading.word(person.last) != "," or self._reading.word(index + 1) in ("and", "or", "but"):
            return
        index, former = self._opening(index + 1)
        organisation = None
        owned = self._past_owner(index)
        if owned > index:
            organisation = self._holders.possessor(owned)
        elif self._reading.word(index - 1) in ("its", "their"):
            organisation = self._holders.possessor(index)
        yield from self._phrase(owned, former, organisation, owned=owned > index)

    def _past_age(self, index: int) -> int:
        """The comma after ", 44" or the word before the role in ", then 29 and the youngest member"; else ``index``."""
        age = index + 2 if self._reading.word(index + 1) == "then" else index + 1
        if self._reading.word(index) != "," or not self._reading.word(age).isdigit():
            return index
        return age + 1 if self._reading.word(age + 1) in (",", "and") else index

    def _past_owner(self, index: int) -> int:
        """The first word after a possessor or organisation that begins at ``index``; else ``index`` itself."""
        for at in range(index, min(index + 6, len(self._words))):
            if self._reading.lower[at] in POSSESSIVES and at > index:
                return at + 1
            if self._reading.lower[at] in _STOPS or (
                self._is_head(at) and self._reading.word(at + 1) not in POSSESSIVES
            ):
                break
        owner = self._owner.get(index)
        return owner.last if owner and owner.mention.label == "Organization" and owner.first == index else index

    def _opening(self, index: int) -> tuple[int, bool]:
        """The first word of the role proper, and whether the words before it say that it is over."""
        former = False
        if self._reading.word(index) == "who":
            if self._reading.word(index + 1) not in mapped("roles.copulas"):
                return len(self._words), False
            former = mapped("roles.copulas")[self._reading.word(index + 1)] == "past"
            index += 3 if self._reading.word(index + 2) == "as" else 2
        over, passed = listed("roles.former"), listed("roles.determiners") | listed("roles.current") | {"-"} | _OWNERS
        while self._reading.word(index) in over | passed:
            former = (former or self._reading.word(index) in over) and self._reading.word(index) != "now"
            index += 1
        return index, former

    def _phrase(self, start: int, former: bool, organisation: str | None, *, owned: bool) -> Iterator[Affiliation]:
        """The roles from ``start`` up to their organisation or the next mark; several are joined by "and"."""
        parts: list[tuple[int, int, bool]] = []
        begin, head, end = start, False, min(start + _LONGEST, len(self._words))
        for index in range(start, end):
            word = self._reading.lower[index]
            if word in listed("roles.prepositions") and (found := self._body(index + 1)):
                organisation = organisation or found
            elif word == "and" and head and (after := self._opening(index + 1))[0] < end and self._joins(after[0]):
                parts.append((begin, index, former))
                begin, former, head = after[0], former or after[1], False
                continue
            elif not self._ends(index, head) and index + 1 < end:
                head = head or self._is_head(index)
                continue
            parts.append((begin, index, former))
            break
        for first, last, over in parts:
            yield from self._role(first, last, over, organisation, owned=owned)

    def _body(self, index: int) -> str | None:
        holder = self._holders.at(index)
        return holder.entity if holder else self._holders.described(index)

    def _joins(self, index: int) -> bool:
        """Whether a role of its own begins here, as after "founder and"."""
        return any(self._is_head(at) for at in range(index, index + 4) if not self._ends(at, head=True))

    def _ends(self, index: int, head: bool) -> bool:
        """Whether the role is over before this word; after its noun only "of" and "for" go on."""
        word = self._reading.word(index)
        owner = self._owner.get(index)
        if not word or word in _STOPS or word in _RELATIVES or (owner and owner.mention.label == "Person"):
            return True
        tag = self._reading.tag(index)
        past = tag in ("VERB", "ADP", "SCONJ", "PRON", "ADV") or word in listed("roles.prepositions")
        past = past and self._reading.word(index - 1) not in ("of", "for") and word not in ("of", "for", "and", "-")
        return tag in ("AUX", "PRON", "SCONJ") or word in ("after", "like") or (head and past)

    def _before(self, person: Placed) -> Iterator[Affiliation]:
        """Roles before a name: "Y founder X", "Y's chief executive, X", "the owner of Y, X", "economist X"."""
        end = person.first
        if self._reading.word(end - 1) == ",":
            yield from self._before_comma(end - 1)
            return
        start = self._start(end)
        after = self._reading.word(person.last) in ("of", "from", "with") and self._body(person.last + 1)
        if start == end and after and person.mention.title and not has_courtesy(person.mention.title):
            yield Affiliation(role=person.mention.title, organisation=after)
            return
        organisation = self._holders.possessor(start) if start else None
        yield from self._led(start, end, organisation or after or None)

    def _before_comma(self, end: int) -> Iterator[Affiliation]:
        """Roles with a determiner or possessor between two marks or after one: "the union's head, X"."""
        head, organisation = end - 1, None
        for index in range(end - 1, max(end - _LONGEST, 0), -1):
            if self._reading.lower[index] in _STOPS or self._reading.tag(index) in ("VERB", "AUX"):
                break
            if self._reading.lower[index] in listed("roles.prepositions") and self._is_head(index - 1):
                head, organisation = index - 1, self._body(index + 1)
                break
        if not self._is_head(head):
            return
        start = self._start(head + 1)
        before = self._reading.word(start - 1)
        opens = before in POSSESSIVES or before in ("the", "a", "an") or before in _OWNERS
        named = self._owner.get(start - 1)
        if opens or (named and named.mention.label == "Organization") or self._starts_sentence(start):
            yield from self._led(start, head + 1, organisation or self._holders.possessor(start))

    def _start(self, end: int) -> int:
        """The first word of a role that ends before ``end``."""
        start = end
        while start > max(0, end - _LONGEST) and self._is_role_word(start - 1):
            start -= 1
        if 0 < start < end and self._starts_sentence(start - 1) and self._opens(start - 1):
            start -= 1
        return start

    def _opens(self, index: int) -> bool:
        """Whether a sentence's first word is the first of a role: "Council member"."""
        plain = index not in self._owner and self._reading.lower[index] not in openings()
        return plain and self._reading.tag(index) in ("NOUN", "ADJ", "PROPN")

    def _led(self, start: int, end: int, organisation: str | None) -> Iterator[Affiliation]:
        """The role without the "former" that it begins with or that stands before its organisation."""
        holder = self._owner.get(self._before_possessive(start) - 1)
        over = {self._reading.word((holder.first if holder else start) - 1)} & listed("roles.former")
        while start < end and self._reading.lower[start] in listed("roles.former") | {"-"}:
            over |= {self._reading.lower[start]}
            start += 1
        owned = self._reading.word(start - 1) in POSSESSIVES or self._reading.word(start - 1) in _OWNERS
        yield from self._role(start, end, bool(over), organisation, owned=owned)

    def _is_role_word(self, index: int) -> bool:
        """Whether a word before a name can belong to a role: a noun or an adjective in lower case, or a title."""
        if index in self._owner or not self._words[index][0].isalpha():
            return self._words[index] == "-" and index not in self._owner
        word = self._reading.lower[index]
        if word in listed("roles.nouns") | listed("roles.former"):
            return True
        return self._words[index].islower() and self._reading.tag(index) in ("NOUN", "ADJ")

    def _is_head(self, index: int) -> bool:
        """Whether a word is a noun for people, by the lists or by its ending."""
        word = self._reading.word(index)
        if word in listed("roles.nouns"):
            return True
        token = self._reading.tokens[index] if word else None
        if token is None or token.upos != "NOUN" or index in self._owner:
            return False
        base = lemma(token)
        return noun_labels().get(base) == "Person" or (base == word and base.endswith(role_endings()))

    def _role(
        self, start: int, end: int, former: bool, organisation: str | None, *, owned: bool
    ) -> Iterator[Affiliation]:
        """The affiliation whose role is the tokens ``start`` to ``end``, if there is a word for a role.

        A role that is one in an organisation is given to the one that is told of, unless somebody else owns it.
        """
        tokens = self._reading.tokens
        if start >= end or not any(self._is_head(index) for index in range(start, end)):
            return
        if tokens[start].span.start < tokens[end - 1].span.end:
            role = Passage.at(self._reading.text, tokens[start].span.start, tokens[end - 1].span.end)
            if organisation is None and not owned and role.text.lower() in listed("roles.in_a_body"):
                organisation = self._holders.main(start)
            yield Affiliation(role=role, organisation=organisation, former=former)

    def _starts_sentence(self, index: int) -> bool:
        return 0 <= index < len(self._words) and self._reading.starts_sentence(self._reading.tokens[index].span.start)

    def _before_possessive(self, index: int) -> int:
        return index - 1 if self._reading.word(index - 1) in POSSESSIVES else index


def _place(affiliation: Affiliation) -> tuple[int, int]:
    return (affiliation.role.span.start, affiliation.role.span.end)
