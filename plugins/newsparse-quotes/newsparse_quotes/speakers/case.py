"""What is known when a speaker is asked for: mentions, entities and their genders, the words of the source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

import attrs

from newsparse.model import Document, Entity, Mention, Passage, Span, Speaker
from newsparse.syntax import Tree
from newsparse_quotes.grammar import NOUNS
from newsparse_quotes.lexicon import LISTS
from newsparse_quotes.marks.stretches import Outer

_BESIDE = frozenset({"appos", "flat", "flat:name", "nmod:desc"})
"""Relations over which a name says who the head of a source is."""
_BESIDE_STEPS = 3
_REACH_CHARACTERS = 200
"""Characters before a source in which a mention that overlaps it begins."""
_RANKS = {"named": 0, "nominal": 1, "pronoun": 2}
_POSSESSIVES = frozenset({"'s", "\u2019s"})


class Around:
    """The mentions and entities of one document, by place."""

    def __init__(self, tree: Tree, quoted: Outer) -> None:
        self.tree, self.quoted = tree, quoted
        self.document: Document = tree.document
        self.entities: dict[str, Entity] = {entity.id: entity for entity in self.document.entities}
        self.mentions: Sequence[Mention] = self.document.mentions
        self._by_id = {mention.id: mention for mention in self.mentions}
        self._starts = [mention.span.start for mention in self.mentions]
        self._groups = LISTS.groups("pronouns.third-person")

    def mentions_of(self, entity: Entity) -> list[Mention]:
        """The mentions of an entity."""
        return [self._by_id[name] for name in entity.mentions if name in self._by_id]

    def overlapping(self, source: Span) -> list[Mention]:
        """The mentions that share words with ``source``."""
        first = bisect_left(self._starts, source.start - _REACH_CHARACTERS)
        return [m for m in self.mentions[first : bisect_left(self._starts, source.end)] if m.span.overlaps(source)]

    def gender_of_pronoun(self, pronoun: str) -> str | None:
        """The gender of a pronoun of one person; None for other words."""
        return next((gender for gender, forms in self._groups.items() if pronoun in forms), None)

    def may_be(self, entity: Entity, gender: str) -> bool:
        """Whether the text does not say that an entity has another gender."""
        return self._genders.get(entity.id, gender) == gender

    @cached_property
    def _genders(self) -> dict[str, str]:
        """Entities that the text calls he or she, or Mr. or Ms."""
        found: dict[str, str] = {}
        for mention in self.mentions:
            gender = self.gender_of_pronoun(mention.text.lower()) if mention.form == "pronoun" else None
            if gender is not None and mention.entity:
                found.setdefault(mention.entity, gender)
        courtesy = LISTS.map("speakers.courtesy")
        for entity in self.entities.values():
            titles = [title.lower().rstrip(".") for title in entity.titles]
            said = {courtesy[title] for title in titles if title in courtesy}
            if said:
                found[entity.id] = min(said)
        return found

    def person_before(self, place: int, gender: str) -> Entity | None:
        """The person of that gender last mentioned before ``place``."""
        for index in range(bisect_left(self._starts, place) - 1, -1, -1):
            entity = self.entities.get(self.mentions[index].entity or "")
            if entity is not None and entity.label == "Person" and self.may_be(entity, gender):
                return entity
        return None


@attrs.frozen(slots=False, eq=False)
class SpeakerCase:
    """The words of a source; ``last`` is who spoke before, ``thing`` the document or body that did.

    ``inner`` says that it is the source of a quote inside of a quote by ``outer``.
    """

    around: Around
    passage: Passage
    last: Entity | None = None
    thing: Speaker | None = None
    inner: bool = False
    outer: Speaker | None = None

    @property
    def words(self) -> str:
        """The words in small letters."""
        return self.passage.text.lower()

    @cached_property
    def head(self) -> int | None:
        """The head word of the source; None without a tree."""
        tree = self.around.tree
        inside = tree.index.overlapping(self.passage.span)
        return tree.top(inside) if tree.known and inside else None

    @cached_property
    def mention(self) -> Mention | None:
        """The mention that the source is about: its head, or a name beside that; by place where there is no tree."""
        inside = self.around.overlapping(self.passage.span)
        if self.head is None:
            return self._largest(inside)
        found = [m for m in inside if m.label not in {"Date", "Money"} and self._says(m, self.head)]
        if not any(m.label == "Person" for m in found):
            found += [m for m in inside if self._is_titled(m)]
        return min(found, key=lambda m: (m.label != "Person", m.entity is None, _RANKS[m.form]), default=None)

    def _is_titled(self, mention: Mention) -> bool:
        """Whether the source ends in a person's name right behind a noun: "the head of the mission Ada Brook"."""
        tree, source = self.around.tree, self.passage.span
        inside = tree.index.overlapping(mention.span)
        if mention.label != "Person" or mention.form != "named" or not inside or mention.span.start <= source.start:
            return False
        last = tree.index.overlapping(source)[-1] == inside[-1]
        return last and tree.tokens[inside[0] - 1].upos in NOUNS

    def _says(self, mention: Mention, head: int) -> bool:
        """Whether a mention holds the word ``head`` or is said of it."""
        tree = self.around.tree
        inside = tree.index.overlapping(mention.span)
        if head in inside:
            return True
        top = tree.top(inside)
        for _ in range(_BESIDE_STEPS):
            if top is None or tree.relation(top) not in _BESIDE:
                return False
            top = tree.head(top)
            if top == head:
                return True
        return False

    def _largest(self, inside: Sequence[Mention]) -> Mention | None:
        """A person in the source, else an organisation that makes it up."""
        source = self.passage.span
        people = [m for m in inside if m.label == "Person" and source.covers(m.span)]
        person = self._leading([m for m in people if m.entity is not None] or people)
        if person is not None:
            return person
        weak = {"Person", "Date", "Money", "Location", "NORP"}
        others = [m for m in inside if m.label not in weak or m.form == "pronoun"]
        whole = [m for m in others if len(m.span) * 2 >= len(source) and m.span.end >= source.end - 1]
        large = [m for m in inside if len(m.span) * 3 >= len(source) * 2]
        places = [m for m in large if m.label in {"Location", "NORP"}]
        return next(iter(whole or places), None)

    def _leading(self, people: Sequence[Mention]) -> Mention | None:
        """The first person, or the last one after a possessor; None for the possessor of something larger."""
        if not people:
            return None
        first, text = people[0], self.around.document.text
        if text[first.span.end : first.span.end + 2] not in _POSSESSIVES:
            return first
        if len(people) > 1:
            return people[-1]
        return first if len(first.span) * 2 > len(self.passage.span) else None
