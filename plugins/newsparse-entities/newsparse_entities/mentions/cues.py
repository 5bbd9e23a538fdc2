"""The words beside a name without which a sign of its class cannot be there: few signs then need to be looked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import Enum, auto
from functools import cache, lru_cache

from newsparse.model import Label
from newsparse_entities.lexicon import described, listed, listed_folded, listed_in
from newsparse_entities.mentions.signs import CLASSES
from newsparse_entities.mentions.uses import Use
from newsparse_entities.names.parse import organisation_words

Words = Callable[[], Collection[str]]


class Place(Enum):
    """Where a word is that a sign needs: beside the name, in it, or in what else is known about it."""

    LABEL = auto()
    TITLE = auto()
    RANK = auto()
    BEFORE = auto()
    SECOND_BEFORE = auto()
    AFTER = auto()
    SECOND_AFTER = auto()
    WORDS = auto()
    CAPITALS = auto()
    FIRST_WORD = auto()
    LAST_WORD = auto()
    LAST_WORD_OF_BODY = auto()


_THERE = "+"
"""Stands for what signs need that is no particular word: a title, a subject, a second word, capitals."""
_CUES: Mapping[Place, Mapping[str, Words]] = {
    Place.LABEL: {"aged": lambda: ("Person",), "model-number": lambda: ("Misc", "Product")},
    Place.TITLE: {"titled": lambda: (_THERE,)},
    Place.RANK: dict.fromkeys(("she-or-he", "what-bodies-do", "its"), lambda: (_THERE,)),
    Place.BEFORE: {
        "role-before": lambda: listed("nouns.people.bystander", "nouns.people.role"),
        "employer": lambda: listed("evidence.employer_prepositions"),
        "kind-before": lambda: described("body"),
        "dateline": lambda: ("(",),
        "product-before": lambda: described("product"),
        "address": lambda: (",",),
        "in-a-place": lambda: listed("evidence.locatives"),
    },
    Place.SECOND_BEFORE: {
        "shares-of": lambda: listed("evidence.possessors"),
        "kind-before": lambda: described("body"),
        "product-before-comma": lambda: described("product"),
    },
    Place.AFTER: {
        "who": lambda: listed_in("evidence.relatives", "person"),
        "noun-of-a-body": lambda: listed("evidence.compounds"),
    },
    Place.SECOND_AFTER: {
        **dict.fromkeys(
            ("role-in-apposition", "kind-in-apposition", "product-in-apposition"), lambda: listed("grammar.articles")
        ),
        "relatives-of-a-person": lambda: listed_in("evidence.possessed", "person"),
        "board-of-a-body": lambda: listed_in("evidence.possessed", "body"),
        "who": lambda: listed_in("evidence.relatives", "person"),
        "noun-of-a-body": lambda: listed("evidence.participles", "evidence.relatives.body"),
        "whose-board": lambda: listed("grammar.whose"),
    },
    Place.WORDS: dict.fromkeys(("given-name", "full-name", "titled-family-name"), lambda: (_THERE,)),
    Place.CAPITALS: {"initials-of-a-body": lambda: (_THERE,)},
    Place.FIRST_WORD: {"first-word-of-a-body": lambda: listed_folded("evidence.first_words")},
    Place.LAST_WORD: {"club": lambda: listed("evidence.clubs")},
    Place.LAST_WORD_OF_BODY: {
        "last-word-of-a-body": lambda: listed_in("evidence.last_words", "body"),
        "last-word-of-a-paper": lambda: listed_in("evidence.last_words", "paper"),
        "last-word-of-a-place": lambda: listed_in("evidence.last_words", "place"),
    },
}
"""For each place at or beside a name, the signs that need one of some words there, or in another place of theirs."""


def possible(uses: Iterable[Use], classes: frozenset[Label]) -> set[str]:
    """The names of the signs for one of ``classes`` that any of ``uses`` may show, by the words beside them."""
    always, tables = _tables(classes)
    found = set(always)
    for use in uses:
        for table, word in zip(tables, _words(use), strict=True):
            if word in table:
                found |= table[word]
    return found


def _words(use: Use) -> tuple[str, ...]:
    """The word of ``use`` in each place of ``_CUES``; empty where there is none."""
    return (
        use.item.label,
        _THERE if use.item.title is not None else "",
        _THERE if use.rank else "",
        use.before,
        use.reading.word(use.first - 2),
        use.after,
        use.second,
        *_ends(use.item.text),
    )


@lru_cache(maxsize=8192)
def _ends(text: str) -> tuple[str, ...]:
    """Whether a name has several words and is in capitals, its first and last word, the last one without legal forms.

    Words are those of names of several words.
    """
    folded, small, words = text.casefold().split(), text.lower().split(), organisation_words(text)
    return (
        _THERE if len(folded) > 1 else "",
        _THERE if text.isupper() else "",
        folded[0] if len(folded) > 1 else "",
        small[-1] if len(small) > 1 else "",
        words[-1] if len(words) > 1 else "",
    )


@cache
def _tables(classes: frozenset[Label]) -> tuple[frozenset[str], tuple[Mapping[str, frozenset[str]], ...]]:
    """The signs for ``classes`` that need no word, and those of each word, by place."""
    asked = {name.rpartition(".")[2]: name for name, label in CLASSES.items() if label in classes}
    bound = {sign for signs in _CUES.values() for sign in signs}
    tables: list[dict[str, frozenset[str]]] = []
    for signs in _CUES.values():
        table: dict[str, frozenset[str]] = {}
        for sign in signs.keys() & asked.keys():
            for word in signs[sign]():
                table[word] = table.get(word, frozenset()) | {asked[sign]}
        tables.append(table)
    return frozenset(name for sign, name in asked.items() if sign not in bound), tuple(tables)
