"""The words of a text that may attribute something, found once: stages look among them and not at every word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from newsparse.syntax import Tree
from newsparse_quotes.lexicon import LISTS, attributing, thoughts, words

_MOST_SETS = 32
"""Sets of lemmas of which is remembered whether all are known, at most."""


@cache
def _known() -> frozenset[str]:
    """Lemmas of verbs, nouns and adjectives by which the stages look for somebody who says something."""
    lists = ("cues.wanting", "cues.wishing", "cues.pledges", "cues.claims", "cues.saying", "cues.nouns")
    groups = ("cues.matters", "cues.accusing", "cues.appealing", "cues.noun-matters")
    return attributing() | thoughts() | words(*lists) | frozenset[str]().union(*map(LISTS.groups, groups))


@lru_cache(_MOST_SETS)
def _are_known(lemmas: frozenset[str]) -> bool:
    return lemmas <= _known()


def having(tree: Tree, lemmas: frozenset[str]) -> Sequence[int]:
    """The words that have one of ``lemmas``, in the order of the text; quick for lemmas that attribute."""
    if not _are_known(lemmas):
        return tree.words.having(lemmas)
    near = tree.words.shared(_known, lambda: tree.words.having(_known()))
    return [word for word in near if tree.words.lemmas[word] in lemmas]


def opening(tree: Tree) -> Sequence[int]:
    """The words that may begin a phrase such as "according to", in the order of the text."""
    return tree.words.shared(opening, lambda: _opening(tree.words.lower))


def _opening(small: Sequence[str]) -> Sequence[int]:
    firsts = first_words()
    if not any(first in small for first in firsts):  # much faster than to look at each word
        return ()
    return [place for place, word in enumerate(small) if word in firsts]


@cache
def first_words() -> frozenset[str]:
    """The first words of the phrases before a source."""
    return frozenset(phrase.split()[0] for phrase in words("cues.according"))
