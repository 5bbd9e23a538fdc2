"""Phrases of a word list, found at a place of the word stream."""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import cache
from typing import Any

from newsparse_numbers.lexicon import unit_surfaces, words
from newsparse_numbers.numerals.words import Gap, Stream, Word

_END = ""
_Node = dict[str, Any]


class Phrases:
    """The longest of some phrases that begins or ends at a word.

    Blanks inside a phrase may be of any length and may be a line end, but not an empty line. Words are compared in
    lower case unless ``exact``. A phrase never ends inside a longer word ("m" in "m2").
    """

    def __init__(self, phrases: Iterable[str], *, exact: bool = False) -> None:
        """Lex ``phrases`` as the text is lexed."""
        self._exact = exact
        self._forward: _Node = {}
        self._backward: _Node = {}
        for phrase in phrases:
            forward, backward = self._keys(phrase)
            _put(self._forward, forward, phrase)
            _put(self._backward, backward, phrase)

    def _keys(self, phrase: str) -> tuple[list[str], list[str]]:
        """The keys of the words of a phrase from the first one on, and from the last one back."""
        if phrase.replace(" ", "").isalpha():  # as most are: blanks alone part these
            keys = phrase.split() if self._exact else phrase.lower().split()
            return keys, keys[::-1]
        parts = Stream(phrase).words
        keys = [self._key(part, glued=part.glued) for part in parts]
        pairs = zip(parts[-2::-1], parts[:0:-1], strict=True)
        return keys, [self._key(parts[-1], glued=False), *(self._key(part, glued=after.glued) for part, after in pairs)]

    def _key(self, word: Word, *, glued: bool) -> str:
        text = word.text if self._exact else word.lower
        return f"+{text}" if glued else text

    @property
    def firsts(self) -> Set[str]:
        """The first words of the phrases, in small letters unless they are ``exact``: without one, none begins."""
        return self._forward.keys()

    def starting(self, stream: Stream, index: int) -> tuple[str, int] | None:
        """The longest phrase that begins with the word at ``index``, and the index after it."""
        if stream.spelling(index, exact=self._exact) not in self._forward:
            return None
        node, found, at = self._forward, None, index
        while True:
            word = stream[at]
            if at > index and word.gap == Gap.PARAGRAPH:
                return found
            node = node.get(self._key(word, glued=at > index and word.glued), _NONE)
            if node is _NONE:
                return found
            at += 1
            if _END in node and not _runs_on(stream, at):
                found = node[_END], at

    def ending(self, stream: Stream, index: int) -> tuple[str, int] | None:
        """The longest phrase that ends with the word at ``index``, and the index of its first word."""
        if stream.spelling(index, exact=self._exact) not in self._backward:
            return None
        node, found, at = self._backward, None, index
        while True:
            following = stream[at + 1]
            if at < index and following.gap == Gap.PARAGRAPH:
                return found
            node = node.get(self._key(stream[at], glued=at < index and following.glued), _NONE)
            if node is _NONE:
                return found
            if _END in node and not _runs_on(stream, at):
                found = node[_END], at
            at -= 1


_NONE: _Node = {}


def _put(node: _Node, keys: list[str], phrase: str) -> None:
    for key in keys:
        node = node.setdefault(key, {})
    node[_END] = phrase


def _runs_on(stream: Stream, index: int) -> bool:
    """Whether the words before and at ``index`` are one: digits and letters that touch."""
    word = stream[index]
    return word.glued and _wordlike(word.text[:1]) and _wordlike(stream[index - 1].text[-1:])


def _wordlike(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@cache
def phrases(name: str, *, exact: bool = False) -> Phrases:
    """The phrases of the word list ``name`` ("file.list")."""
    return Phrases(words(name), exact=exact)


@cache
def first_words(*names: str) -> frozenset[str]:
    """The first words of the phrases of word lists, in small letters."""
    return frozenset[str]().union(*(phrases(name).firsts for name in names))


@cache
def unit_symbols() -> Phrases:
    """The symbols of the units, in the case that they are written in."""
    return Phrases(unit_surfaces()[1], exact=True)
