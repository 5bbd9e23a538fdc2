"""Possessors in trees: a noun with "'s" depends on what it owns, which then takes its place ("Ada's lawyer said")."""

from __future__ import annotations

from collections.abc import Sequence

_ENDING = "POS"
_POSSESSOR = "nmod:poss"
_PARTS = frozenset({"flat", "flat:name"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUNS = frozenset({"ADJ", "NUM", "NOUN", "PROPN"})
"""Parts of speech of what a possessor owns and of the words between the two."""


def attach(heads: list[int], relations: list[str], upos: Sequence[str], xpos: Sequence[str]) -> None:
    """Mends, in place, trees that give a possessor and what it owns the same head, or attach the latter to the former.

    ``heads`` are indices of words, a root its own head; the other three have an entry for each word too. Of the 27,991
    gold trees of EWT and GUM (train and dev), this would change 24.
    """
    for ending, tag in enumerate(xpos):
        if tag == _ENDING and relations[ending] == "case" and ending:
            owner = _owner(heads, relations, ending)
            if not _is_below(heads, owner, ending):
                heads[ending] = owner
                _attach(heads, relations, upos, owner, ending)


def _owner(heads: Sequence[int], relations: Sequence[str], ending: int) -> int:
    """The head of "'s": as it is if that comes before it, else the first part of the name that it ends."""
    owner = heads[ending]
    if owner > ending:
        owner = ending - 1
        while relations[owner] in _PARTS and heads[owner] < owner:
            owner = heads[owner]
    return owner


def _is_below(heads: Sequence[int], word: int, other: int) -> bool:
    """Whether ``word`` is ``other`` or depends on it, directly or not."""
    while word != other and heads[word] != word:
        word = heads[word]
    return word == other


def _attach(heads: list[int], relations: list[str], upos: Sequence[str], owner: int, ending: int) -> None:
    phrase = _phrase(upos, ending + 1)
    if owner > ending:
        return
    if heads[owner] in phrase:
        relations[owner] = _POSSESSOR
        return
    owned = _owned(upos, phrase, heads, owner)
    if owned is None:
        return
    if heads[owned] == owner:
        heads[owned] = owned if heads[owner] == owner else heads[owner]
        relations[owned] = relations[owner]
    heads[owner], relations[owner] = owned, _POSSESSOR


def _phrase(upos: Sequence[str], first: int) -> range:
    """The nouns after "'s", with the adjectives and numbers before and between them."""
    last = first
    while last < len(upos) and upos[last] in _BEFORE_NOUNS:
        last += 1
    return range(first, last)


def _owned(upos: Sequence[str], phrase: range, heads: Sequence[int], owner: int) -> int | None:
    """The last noun of a phrase that depends on the owner or on the same head, and on no other word of the phrase."""
    beside = (owner, heads[owner])
    found = (word for word in reversed(phrase) if upos[word] in _NOUNS and word != heads[owner])
    return next((word for word in found if heads[word] in beside), None)
