"""The sentences of a document: those of its layer, or what its punctuation shows where that was not kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from newsparse.lexicon import SHARED, lexicon
from newsparse.model import Document, Span

_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
_STOPPED = re.compile(r"(?:^|[\s(“\"])([^\W\d_]+)\.$")
"""The last word before a full stop."""
TEXTS = 16
"""How many texts are remembered with the places of their sentences."""


def sentences_of(document: Document) -> list[Span]:
    """The sentences of a document in their order; a document that newsparse wrote without them is read again."""
    return [sentence.span for sentence in document.sentences] or list(sentences_in(document.text))


@lru_cache(maxsize=TEXTS)
def sentences_in(text: str) -> tuple[Span, ...]:
    """The sentences that punctuation and line breaks show; none ends after a title or an initial."""
    return tuple(_split(text))


def _split(text: str) -> Iterator[Span]:
    start = 0
    for match in _END.finditer(text):
        if start < match.start() and not _goes_on(text, start, match):
            yield Span(start, match.start())
            start = match.end()
        elif start == match.start():
            start = match.end()
    if start < len(text):
        yield Span(start, len(text))


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether a sentence goes on behind a stop: that of "Mr.", "J." or an abbreviation before a small letter."""
    if "\n" in end[0]:
        return False
    if text[end.end() : end.end() + 1].islower():
        return True
    word = _STOPPED.search(text, max(start, end.start() - _longest() - 2), end.start())
    return word is not None and (len(word[1]) == 1 or word[1].casefold() in _titles())


@cache
def _titles() -> frozenset[str]:
    """Abbreviated titles, in small letters and without their full stop."""
    lists = lexicon(SHARED)
    classes = lists.groups("titles.words")
    words = lists.words("titles.abbreviations") | classes["dotted"] | classes["stopped"]
    return frozenset(word.casefold() for word in words)


@cache
def _longest() -> int:
    return max(map(len, _titles()))
