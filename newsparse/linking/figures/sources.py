"""Who states a figure, by all names and descriptions, and whether two figures have one source."""

from __future__ import annotations

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.figures.order import place_of
from newsparse.linking.names import parts
from newsparse.linking.voices import names_of
from newsparse.model import Document, Entity, NumberClaim, Speaker
from newsparse.syntax import Index

Names = frozenset[str]
_BEHIND = 2
"""How many words behind whoever gives it a figure comes: "police of 200"."""


def sources(document: Document, speaker: Speaker | None) -> Names:
    """All names for a speaker, and what the article says that they are or belong to; none for a pronoun alone."""
    if speaker is None:
        return frozenset()
    entity = document.find(speaker.entity, Entity) if speaker.entity else None
    beside = [passage.text for passage in (speaker.mention, speaker.role, speaker.affiliation) if passage]
    held = [role.role.text for role in entity.held] if entity else []
    found = (" ".join(parts(name)) for name in (*names_of(document, speaker), *beside, *held))
    return frozenset(found) - {""} - lexicon(SHARED).words("grammar.pronouns.nameless")


def giver(document: Document, index: Index, claim: NumberClaim) -> Names:
    """The names of whoever is the subject of a verb that gives a figure, if any: "while the mill promised only 180"."""
    word = gapped(document, index, claim)
    if word is not None:
        return _names(document, index, word)
    found = giving(index, claim)
    return _names(document, index, found[1]) if found else frozenset()


def gapped(document: Document, index: Index, claim: NumberClaim) -> int | None:
    """Who gives a figure with the verb of the one before: "they spoke of 900 people, police of 200"."""
    place = place_of(document, claim)
    words = index.overlapping(claim.span)
    if not place or not words or words[0] < _BEHIND:
        return None
    who, case = words[0] - _BEHIND, words[0] - 1
    before = document.numbers[place - 1]
    if index.words.relations[case] != "case" or index.words.heads[words[0]] != who or not giving(index, before):
        return None
    first = index.overlapping(before.span)[0]
    cases = {index.words.lower[word] for word in range(max(0, first - _BEHIND), first)}
    noun = index.tokens[who].upos in ("NOUN", "PROPN")
    return who if noun and first < who and index.words.lower[case] in cases else None


def giving_words(document: Document, index: Index, claim: NumberClaim) -> set[int]:
    """The verb that gives a figure and the words of its subject, if any."""
    word = gapped(document, index, claim)
    if word is not None:
        return {word}
    found = giving(index, claim)
    return {found[0], *_below(index, found[1])} if found else set()


def giving(index: Index, claim: NumberClaim) -> tuple[int, int] | None:
    """The verb that gives a figure, and its subject."""
    word = next(iter(index.overlapping(claim.span)), None)
    heads, children, relations = index.words.heads, index.words.children, index.words.relations
    path: list[int] = []
    while word is not None and word not in path:
        subjects = [child for child in children.get(word, ()) if relations[child].startswith("nsubj")]
        if subjects:
            gives = index.words.lemmas[word] in lexicon(SHARED).words("across.giving")
            return (word, subjects[0]) if gives and subjects[0] not in path else None
        path.append(word)
        word = heads[word]
    return None


def _below(index: Index, word: int) -> set[int]:
    """A word and all that depend on it."""
    found, waiting = {word}, [word]
    while waiting:
        new = set(index.words.children.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found


def _names(document: Document, index: Index, word: int) -> Names:
    """The name of the entity that a word mentions, or else its own lemma, if it is a noun."""
    span = index.tokens[word].span
    entities = [item.entity for item in document.mentions if item.entity and item.span.overlaps(span)]
    found = [entity.name for key in entities if (entity := document.find(key, Entity))]
    own = [index.words.lower[word]] if index.tokens[word].upos in ("NOUN", "PROPN") else []
    return frozenset(" ".join(parts(name)) for name in found or own) - {""}


def one_source(one: Names, other: Names) -> bool:
    """Whether two sources have a name or a description in common, or one that is a part of the other's."""
    pairs = [(set(name.split()), set(another.split())) for name in one for another in other]
    return any(first <= second or second <= first for first, second in pairs)
