"""From the words of a source to a speaker: its mention, its entity, its kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import attrs

from newsparse.model import Entity, Mention, Passage, Span, Speaker, SpeakerKind
from newsparse.syntax import Tree
from newsparse_quotes.lexicon import words

BESIDE = frozenset({"appos", "flat", "flat:name", "nmod:desc"})
"""Relations over which a name says who the head of a source is."""


class Speakers:
    """Finds the speakers of one document; asked in the order of the text, it knows who spoke before."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.document = tree.document
        self.entities: dict[str, Entity] = {entity.id: entity for entity in self.document.entities}
        self.mentions: Sequence[Mention] = self.document.mentions
        self._by_id = {mention.id: mention for mention in self.mentions}
        self._starts = [mention.span.start for mention in self.mentions]
        self._genders = self._gendered()
        self._last: Entity | None = None
        self._thing: Speaker | None = None

    def at(self, source: Span) -> Speaker:
        """The speaker whom the words at ``source`` name or stand for."""
        words_alone = self.document.cut(source).rstrip(" \u00a0,;:\u2013\u2014")
        source = Span(source.start, source.start + len(words_alone)) if words_alone else source
        speaker = self._at(Passage(source, self.document.cut(source)))
        entity = self.entities.get(speaker.entity or "")
        if speaker.kind in {"document", "record", "organisation"}:
            self._thing = speaker
        if entity is None:
            return speaker
        if entity.label == "Person":
            self._last = entity
        return self._described(speaker, entity)

    def inside(self, source: Span, outer: Speaker | None) -> Speaker:
        """The speaker of a quote inside of a quote by ``outer``, who is "I" and "we" there."""
        passage = Passage(source, self.document.cut(source))
        if passage.text.lower() in words("first"):
            if outer is None:
                return Speaker(name=passage.text, mention=passage, reason="pronoun without antecedent")
            return attrs.evolve(outer, mention=passage, reason="pronoun")
        last, self._last = self._last, None
        speaker = self.at(source)
        self._last = last
        return speaker

    def _at(self, passage: Passage) -> Speaker:
        source = passage.span
        mention = self._named(self._inside(source), passage)
        if mention is not None and (mention.entity in self.entities or mention.form == "named"):
            return self._known(passage, mention, "named" if mention.form == "named" else mention.form)
        parts = passage.text.lower().split()
        if len(parts) == 1 and parts[0] in words("pronouns"):
            if parts[0] == "it" and self._thing is not None:
                return attrs.evolve(self._thing, mention=passage, reason="pronoun")
            entity = self._before(parts[0], source)
            if entity is not None:
                return self._of(entity, passage, "pronoun")
            return Speaker(name=passage.text, mention=passage, reason="pronoun without antecedent")
        return Speaker(name=_short(passage.text), mention=passage, kind=self._kind_of(passage), reason="described")

    def _kind_of(self, passage: Passage) -> SpeakerKind:
        """Whether a speaker without a name is a record or document, by the head of its words, or unnamed people."""
        head = self._head(passage.span)
        last = passage.text.lower().split()[-2:]
        endings = {form for word in last for form in (word, word.strip(",.'\u2019s"))}
        heads = endings if head is None else {self.tree.lemma(head), self.tree.tokens[head].text.lower()}
        if heads & words("records"):
            return "record"
        return "document" if heads & words("documents") else "unnamed"

    def _inside(self, source: Span) -> list[Mention]:
        first = bisect_left(self._starts, source.start - 200)
        return [m for m in self.mentions[first : bisect_left(self._starts, source.end)] if m.span.overlaps(source)]

    def _head(self, source: Span) -> int | None:
        """The head word of a source; None without a tree."""
        within = self.tree.index.overlapping(source)
        return self.tree.top(within) if self.tree.known and within else None

    def _named(self, inside: Sequence[Mention], source: Passage) -> Mention | None:
        """The mention that the source is about: its head, or a name beside that; by place where there is no tree."""
        head = self._head(source.span)
        if head is None:
            return self._largest(inside, source)
        found = [m for m in inside if m.label not in {"Date", "Money"} and self._says(m, head)]
        if not any(m.label == "Person" for m in found):
            found += [m for m in inside if self._is_titled(m, source.span)]
        ranks = {"named": 0, "nominal": 1, "pronoun": 2}
        return min(found, key=lambda m: (m.label != "Person", m.entity is None, ranks[m.form]), default=None)

    def _is_titled(self, mention: Mention, source: Span) -> bool:
        """Whether a source ends in a person's name right behind a noun: "the head of the mission Ada Brook"."""
        words_in = self.tree.index.overlapping(mention.span)
        if mention.label != "Person" or mention.form != "named" or not words_in or mention.span.start <= source.start:
            return False
        last = self.tree.index.overlapping(source)[-1] == words_in[-1]
        return last and self.tree.tokens[words_in[0] - 1].upos in {"NOUN", "PROPN"}

    def _says(self, mention: Mention, head: int) -> bool:
        """Whether a mention holds the word ``head`` or is said of it."""
        within = self.tree.index.overlapping(mention.span)
        top = self.tree.top(within)
        if head in within:
            return True
        for _ in range(3):
            if top is None or self.tree.relation(top) not in BESIDE:
                return False
            top = self.tree.head(top)
            if top == head:
                return True
        return False

    def _largest(self, inside: Sequence[Mention], source: Passage) -> Mention | None:
        """A person in the source, else an organisation that makes it up."""
        people = [m for m in inside if m.label == "Person" and source.span.covers(m.span)]
        direct = [m for m in people if m.entity is not None] or people
        if direct:
            possessed = self.document.text[direct[0].span.end : direct[0].span.end + 2] in {"'s", "\u2019s"}
            if not possessed or len(direct) > 1 or len(direct[0].span) * 2 > len(source.span):
                return direct[-1] if possessed and len(direct) > 1 else direct[0]
        weak = {"Person", "Date", "Money", "Location", "NORP"}
        others = [m for m in inside if m.label not in weak or m.form == "pronoun"]
        whole = [m for m in others if len(m.span) * 2 >= len(source.span) and m.span.end >= source.span.end - 1]
        large = [m for m in inside if len(m.span) * 3 >= len(source.span) * 2]
        places = [m for m in large if m.label in {"Location", "NORP"}]
        return next(iter(whole or places), None)

    def _known(self, passage: Passage, mention: Mention, reason: str) -> Speaker:
        entity = self.entities.get(mention.entity or "")
        if entity is None:
            kind: SpeakerKind = _kind(mention.label) if mention.form == "named" else "unresolved"
            return Speaker(name=mention.text, mention=passage, kind=kind, reason=reason)
        return self._of(entity, passage, reason)

    def _of(self, entity: Entity, passage: Passage, reason: str) -> Speaker:
        return Speaker(name=entity.name, mention=passage, entity=entity.id, kind=_kind(entity.label), reason=reason)

    def _before(self, pronoun: str, place: Span) -> Entity | None:
        """For he and she: who spoke last, else the person last named before; for I, nobody."""
        wanted = next((g for g in ("masculine", "feminine") if pronoun in words(g)), None)
        if wanted is None:
            return None
        if self._last is not None and self._genders.get(self._last.id, wanted) == wanted:
            return self._last
        for index in range(bisect_left(self._starts, place.start) - 1, -1, -1):
            entity = self.entities.get(self.mentions[index].entity or "")
            if entity is not None and entity.label == "Person" and self._genders.get(entity.id, wanted) == wanted:
                return entity
        return None

    def _gendered(self) -> dict[str, str]:
        """Entities that the text calls he or she, or Mr. or Ms."""
        found: dict[str, str] = {}
        for mention in self.mentions:
            if mention.form == "pronoun" and mention.entity:
                for gender in ("masculine", "feminine"):
                    if mention.text.lower() in words(gender):
                        found.setdefault(mention.entity, gender)
        for entity in self.entities.values():
            titles = {title.lower().rstrip(".") for title in entity.titles}
            for gender, own in (("masculine", {"mr"}), ("feminine", {"ms", "mrs", "miss"})):
                if titles & own:
                    found[entity.id] = gender
        return found

    def _described(self, speaker: Speaker, entity: Entity) -> Speaker:
        """The speaker with the title, role and affiliation that the text gives the entity, the nearest ones."""
        place = speaker.mention.span.start if speaker.mention else 0
        titles = [m.title for m in self._of_entity(entity) if m.title is not None]
        courtesy = [title for title in titles if title.text.lower().split()[-1] in words("titles")]
        roles = sorted(entity.affiliations, key=lambda item: (item.former, abs(item.role.span.start - place)))
        body = self.entities.get(roles[0].organisation or "") if roles else None
        near = roles[0].role.span.start if roles else place
        bodies = [Passage(m.span, m.text) for m in self._of_entity(body) if m.form == "named"] if body else []
        return attrs.evolve(
            speaker,
            title=_nearest(courtesy, place),
            role=roles[0].role if roles else None,
            affiliation=_nearest(bodies, near),
        )

    def _of_entity(self, entity: Entity) -> Iterable[Mention]:
        return (self._by_id[name] for name in entity.mentions if name in self._by_id)


def _nearest(passages: Sequence[Passage], place: int) -> Passage | None:
    return min(passages, key=lambda item: abs(item.span.start - place), default=None)


def _kind(label: str) -> SpeakerKind:
    if label == "Person":
        return "person"
    return "organisation" if label in {"Organization", "Location", "NORP", "Facility"} else "unnamed"


def _short(description: str) -> str:
    """A description without what a comma adds to it: "a survey of 40 ships, published last week"; lists stay whole."""
    first, _, rest = description.partition(", ")
    return description if " and " in rest or " or " in rest else first
