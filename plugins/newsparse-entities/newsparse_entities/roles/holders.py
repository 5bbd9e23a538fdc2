"""Which organisation a role is held in: named beside it, meant by "its" or "the union's", or the one told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from newsparse.model import Mention
from newsparse_entities.lexicon import listed
from newsparse_entities.reading import Reading

POSSESSIVES = ("'s", "’s", "'", "’")
_OWNERS = ("its", "their")


@attrs.frozen
class Placed:
    """A mention with the tokens that it takes (half-open) and the id of its entity, if any."""

    mention: Mention
    first: int
    last: int
    entity: str | None


class Holders:
    """The organisations of an article by token; ``entities`` maps mention ids to entity ids."""

    def __init__(self, reading: Reading, mentions: Iterable[Mention], entities: Mapping[str, str]) -> None:
        """Index ``mentions``, which stand in the order of the text."""
        every = list(mentions)
        self._reading = reading
        self.placed = list(_placed(reading, every, entities))
        self.owner = {index: placed for placed in self.placed for index in range(placed.first, placed.last)}
        bodies = [p for p in self.placed if p.mention.label == "Organization" and p.entity]
        self._told = [placed for placed in bodies if not self._in_dateline(placed)]
        known = {placed.entity for placed in bodies}
        self._latest: dict[str, list[tuple[int, str]]] = {}
        for placed in bodies:
            for word in self._reading.lower[placed.first : placed.last] if placed.entity else ():
                self._latest.setdefault(word, []).append((placed.first, placed.entity or ""))
        self._meant: dict[int, str] = {}
        for item in every:
            entity = entities.get(item.id)
            if item.form != "named" and entity in known and entity is not None:
                self._meant[reading.head_index(item)] = entity

    def at(self, index: int) -> Placed | None:
        """The organisation whose name begins at ``index``, an article and a country before it aside."""
        owner = self.owner.get(index + 1 if self._reading.word(index) in ("the", "a", "an") else index)
        if owner and owner.mention.label in ("Location", "NORP"):
            owner = self.owner.get(owner.last)
        return owner if owner and owner.mention.label == "Organization" else None

    def described(self, index: int) -> str | None:
        """The entity of "the pharmacy" that begins at ``index``."""
        return self._body(index + 1) if self._reading.word(index) == "the" else None

    def possessor(self, end: int) -> str | None:
        """The organisation whose name or description, with or without "'s", or whose "its" ends before ``end``."""
        if self._reading.word(end - 1) in _OWNERS:
            return self._meant.get(end - 1) or self.main(end - 1)
        possessive = self._reading.word(end - 1) in POSSESSIVES
        owner = self.owner.get(end - 2 if possessive else end - 1)
        if owner:
            return owner.entity if owner.mention.label == "Organization" else None
        return self._body(end - 2) if possessive else None

    def _body(self, index: int) -> str | None:
        """The organisation that the noun at ``index`` means, for nouns of companies the one that is told of."""
        if index in self._meant:
            return self._meant[index]
        word = self._reading.word(index)
        bearers = [entity for first, entity in self._latest.get(word, ()) if first < index]
        if bearers:
            return bearers[-1]
        if word in listed("organisations.company_nouns") or word == "operator":
            return self.main(index, company=True)
        return self.main(index) if word in listed("organisations.typed_nouns") else None

    def main(self, index: int, *, company: bool = False) -> str | None:
        """The last organisation named earlier in the sentence, else the one named most often before a token.

        With ``company`` only those are looked at whose names do not say that they are none, as "union" does.
        """
        sentence = self._reading.sentence_of_word(index)
        before = [(p.first, p.entity) for p in self._told if p.first < index and not (company and _no_company(p))]
        if before and self._reading.sentence_at(self._reading.tokens[before[-1][0]].span.start) == sentence:
            return before[-1][1]
        counts = Counter(entity for _, entity in before)
        return counts.most_common(1)[0][0] if counts else None

    def _in_dateline(self, placed: Placed) -> bool:
        """Whether this is the agency of "BELMARA (Reuben Wire) —", which the article does not tell of."""
        return self._reading.word(placed.first - 1) == "(" and self._reading.word(placed.last + 1) in ("-", "–", "—")


def _no_company(placed: Placed) -> bool:
    return not listed("organisations.no_companies").isdisjoint(placed.mention.text.lower().split())


def _placed(reading: Reading, mentions: Iterable[Mention], entities: Mapping[str, str]) -> Iterator[Placed]:
    for item in mentions:
        inside = reading.starting_in(item.span) if item.form == "named" else range(0)
        if len(inside):
            yield Placed(item, inside.start, inside.stop, entities.get(item.id))
