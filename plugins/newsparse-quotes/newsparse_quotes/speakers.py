"""From the words of a source to a speaker: its mention, its entity, its kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsparse.model import Document, Entity, Mention, Passage, Span, Speaker, SpeakerKind
from newsparse_quotes.lexicon import words


class Speakers:
    """Finds the speakers of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.entities: dict[str, Entity] = {entity.id: entity for entity in document.entities}
        self.mentions: Sequence[Mention] = document.mentions
        self._starts = [mention.span.start for mention in document.mentions]

    def at(self, source: Span) -> Speaker:
        """The speaker whom the words at ``source`` name or stand for."""
        passage = Passage(source, self.document.cut(source))
        first = bisect_left(self._starts, source.start - 200)
        inside = [m for m in self.mentions[first : bisect_left(self._starts, source.end)] if m.span.overlaps(source)]
        mention = self._named(inside, passage)
        if mention is not None:
            return self._known(passage, mention, "named" if mention.form == "named" else mention.form)
        parts = passage.text.lower().split()
        if len(parts) == 1 and parts[0] in words("pronouns"):
            entity = self._before(parts[0], source)
            if entity is not None:
                return self._of(entity, passage, "pronoun")
            return Speaker(name=passage.text, mention=passage, reason="pronoun without antecedent")
        endings = {form for word in parts[-2:] for form in (word, word.strip(",.'\u2019s"))}
        kind: SpeakerKind = "document" if endings & words("documents") else "unnamed"
        return Speaker(name=passage.text, mention=passage, kind=kind, reason="described")

    def _named(self, inside: Sequence[Mention], source: Passage) -> Mention | None:
        """The mention that the source is about: a person, else an organisation that makes up the source."""
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
        """The person last named before a personal pronoun, for he and she only."""
        if pronoun not in words("masculine") | words("feminine"):
            return None
        barred = {"ms.", "mrs.", "miss", "ms", "mrs"} if pronoun in words("masculine") else {"mr.", "mr"}
        for index in range(bisect_left(self._starts, place.start) - 1, -1, -1):
            mention = self.mentions[index]
            entity = self.entities.get(mention.entity or "")
            if entity is not None and entity.label == "Person" and not barred & {t.lower() for t in entity.titles}:
                return entity
        return None


def _kind(label: str) -> SpeakerKind:
    if label == "Person":
        return "person"
    return "organisation" if label in {"Organization", "Location", "NORP", "Facility"} else "unnamed"
