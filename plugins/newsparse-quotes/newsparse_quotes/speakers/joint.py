"""Who says something together with the speaker: "Ada Brook and Tom Varga write"."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.model import Entity, Mention, Span, Speaker
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers.around import Around

_LABELS = frozenset({"Person", "Organization", "Location"})
_FLAT = frozenset({"flat", "flat:name", "compound", "appos"})
"""Relations between the words of one name, or of a description with a name."""
_MOST_STEPS = 12
"""Steps from the last of those who are joined to the first, at most."""


def joined_with(around: Around, speaker: Speaker, entity: Entity) -> tuple[str, ...]:
    """The ids of the entities whose names "and" joins to that of the speaker, in the order of the text."""
    if speaker.mention is None or speaker.reason != "named":
        return ()
    near = _names_in(around, speaker.mention.span)
    own = [mention for mention in near if mention.entity == entity.id]
    if len(own) == len(near):
        return ()
    first = _top(around, own[0]) if own else None
    if first is None:
        return ()
    bases = {first, *_described(around, first)}
    joined = (mention.entity for mention in near if _is_joined(around, mention, bases))
    return tuple(dict.fromkeys(filter(None, joined)))


def _names_in(around: Around, span: Span) -> list[Mention]:
    """The names at a place of those who can say something."""
    return [mention for mention in around.overlapping(span) if mention.form == "named" and mention.label in _LABELS]


def _top(around: Around, mention: Mention) -> int | None:
    return around.tree.top(around.tree.index.overlapping(mention.span))


def _described(around: Around, first: int) -> Iterator[int]:
    """The nouns to which a name is added: "Their leaders, Ada Brook ..."."""
    word = first
    for above in around.tree.above(first):
        if around.tree.relation(word) not in _FLAT:
            return
        yield above
        word = above


def _is_joined(around: Around, mention: Mention, bases: set[int]) -> bool:
    """Whether a name is joined to one of the words ``bases``."""
    tree, word = around.tree, _top(around, mention)
    if word is None or tree.children(word, "case"):
        return False
    joined = False
    for _ in range(_MOST_STEPS):
        if word is None or word in bases:
            return joined and word is not None
        if tree.relation(word) not in _FLAT | {"conj"}:
            return False
        if any(tree.lemma(mark) in words("grammar.either") for mark in tree.children(word, "cc", "advmod")):
            return False
        joined |= tree.relation(word) == "conj"
        word = tree.head(word)
    return False
