"""The mentions and entities of one document, by place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from newsparse.model import Document, Entity, Mention, Span
from newsparse.syntax import Tree
from newsparse_quotes.grammar import SUBJECTS, names_person
from newsparse_quotes.lexicon import gender_of_noun, given_gender, title_genders, words
from newsparse_quotes.marks.stretches import Outer

_FEMININE = "feminine"


class Around:
    """The mentions and entities of one document, by place."""

    def __init__(self, tree: Tree, quoted: Outer) -> None:
        self.tree, self.quoted = tree, quoted
        self.document: Document = tree.document
        self.entities: dict[str, Entity] = {entity.id: entity for entity in self.document.entities}
        self.mentions: Sequence[Mention] = self.document.mentions
        self._by_id = {mention.id: mention for mention in self.mentions}
        self._of_entity: dict[str, Sequence[Mention]] = {}
        self._starts = [mention.span.start for mention in self.mentions]
        self._longest = max((len(mention.span) for mention in self.mentions), default=0)

    def mentions_of(self, entity: Entity) -> Sequence[Mention]:
        """The mentions of an entity."""
        found = self._of_entity.get(entity.id)
        if found is None:
            found = [self._by_id[name] for name in entity.mentions if name in self._by_id]
            self._of_entity[entity.id] = found
        return found

    def overlapping(self, source: Span) -> list[Mention]:
        """The mentions that share words with ``source``."""
        first = bisect_left(self._starts, source.start - self._longest)
        return [m for m in self.mentions[first : bisect_left(self._starts, source.end)] if m.span.overlaps(source)]

    def people_named(self, source: Span) -> list[Mention]:
        """The names of people that share words with ``source``."""
        return [mention for mention in self.overlapping(source) if names_person(mention)]

    def gender_of_pronoun(self, pronoun: str) -> str | None:
        """The gender of a pronoun of one person; None for other words."""
        if pronoun not in words("grammar.pronouns.person"):
            return None
        return _FEMININE if pronoun in words("grammar.pronouns.feminine") else "masculine"

    def gender_told(self, source: Span, content: Sequence[Span]) -> str | None:
        """The gender by which whoever speaks is called at once: "said she was late", "said so. “It is late,” she said".

        The pronoun begins words without marks, or says something in the next sentence of the paragraph. After "his
        daughter" and the like, it may as well be the one to whom they belong.
        """
        top = self.tree.top(self.tree.index.overlapping(source))
        if top is None or gender_of_noun(self.tree.lemma(top)) is not None or self.tree.children(top, "nmod:poss"):
            return None
        if content and not self.quoted.touching(content[:1]):
            inside = self.tree.index.overlapping(content[0])
            subjects = (word for word in inside[:1] if self.tree.relation(word) in SUBJECTS)
            told = next((self.gender_of_pronoun(self.tree.words.lower[word]) for word in subjects), None)
            if told is not None:
                return told
        return self._gender_next(source)

    def _gender_next(self, source: Span) -> str | None:
        """The gender of the pronoun that says something in the sentence after that of a source."""
        index, tokens = self.tree.index, self.tree.tokens
        inside = index.overlapping(source)
        after = index.sentence(inside[0]).stop if inside else len(tokens)
        if after >= len(tokens) or "\n" in self.document.text[source.end : tokens[after].span.start]:
            return None
        root = next((word for word in index.sentence(after) if self.tree.relation(word) == "root"), None)
        if root is None or self.tree.lemma(root) not in words("speech.verbs.said", "speech.verbs.adding"):
            return None
        subjects = self.tree.children(root, *SUBJECTS)
        return next((self.gender_of_pronoun(self.tree.words.lower[word]) for word in subjects), None)

    def seems(self, entity: Entity, gender: str) -> bool:
        """Whether neither the text nor, where it says nothing, the given name tells of another gender."""
        return (self._genders.get(entity.id) or given_gender(entity.name) or gender) == gender

    def call(self, entity: Entity, gender: str) -> None:
        """Note that a pronoun of that gender was found to mean an entity of which the text says nothing else."""
        self._genders.setdefault(entity.id, gender)

    @cached_property
    def _genders(self) -> dict[str, str]:
        """Entities that the text calls he or she, Mr. or Ms., or, if neither, by a noun such as "actress"."""
        called: dict[str, Counter[str]] = {}
        for mention in self.mentions:
            gender = self.gender_of_pronoun(mention.text.lower()) if mention.form == "pronoun" else None
            if gender is not None and mention.entity:
                called.setdefault(mention.entity, Counter())[gender] += 1
        found = self._women() | {entity: genders.most_common(1)[0][0] for entity, genders in called.items()}
        courtesy = title_genders()
        for entity in self.entities.values():
            titles = [title.lower().rstrip(".") for title in entity.titles]
            said = {courtesy[title] for title in titles if title in courtesy}
            if said:
                found[entity.id] = min(said)
        return found

    def _women(self) -> dict[str, str]:
        """Entities that the text calls by a noun for a woman; one for a man, such as "spokesman", may be a woman's."""
        called = ((m.entity, m.span) for m in self.mentions if m.form == "nominal" and m.entity)
        heads = ((entity, self.tree.top(self.tree.index.overlapping(span))) for entity, span in called)
        nouns = ((entity, self.tree.lemma(head)) for entity, head in heads if head is not None)
        return {entity: _FEMININE for entity, noun in nouns if gender_of_noun(noun) == _FEMININE}

    def person_before(self, place: int, gender: str) -> Entity | None:
        """The person of that gender last mentioned before ``place``, outside marks."""
        mention = self.mention_before(place, gender)
        return self.entities.get(mention.entity or "") if mention is not None else None

    def mention_before(self, place: int, gender: str) -> Mention | None:
        """The last mention before ``place``, outside marks, of a person of that gender."""
        for index in range(bisect_left(self._starts, place) - 1, -1, -1):
            if self.quoted.touching([self.mentions[index].span]):
                continue
            entity = self.entities.get(self.mentions[index].entity or "")
            if entity is not None and entity.label == "Person" and self.seems(entity, gender):
                return self.mentions[index]
        return None
