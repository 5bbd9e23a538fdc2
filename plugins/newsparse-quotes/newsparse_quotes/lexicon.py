"""The word lists of ``lexicon.json``: cues with their acts, pronouns, hedges, nouns for documents and bodies."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import cast

import attrs

from newsparse.model.claims import Act


@cache
def raw() -> Mapping[str, object]:
    """The file as it is."""
    found: dict[str, object] = json.loads(resources.files(__package__).joinpath("lexicon.json").read_text("utf-8"))
    return found


@cache
def words(name: str) -> frozenset[str]:
    """One of the plain lists."""
    return frozenset(cast("list[str]", raw()[name]))


@attrs.frozen
class Cues:
    """Lemmas of verbs and nouns that attribute words, each with its act; ``adjectives`` do so with a clause."""

    verbs: Mapping[str, Act]
    nouns: Mapping[str, Act]
    adjectives: frozenset[str]

    def act(self, lemma: str) -> Act | None:
        """What somebody does by that word."""
        if lemma in self.adjectives:
            return "believed"
        return self.verbs.get(lemma) or self.nouns.get(lemma)


def cues(more: Iterable[str] = (), less: Iterable[str] = ()) -> Cues:
    """The cues of the file with ``more`` verbs (as "said") and without the lemmas ``less``."""
    barred = frozenset(less)
    said: dict[str, Act] = dict.fromkeys(more, "said")
    verbs = said | _acts("acts")
    return Cues(
        {lemma: act for lemma, act in verbs.items() if lemma not in barred},
        {lemma: act for lemma, act in _acts("nouns").items() if lemma not in barred},
        words("adjectives") - barred,
    )


def _acts(name: str) -> dict[str, Act]:
    """Lemmas to acts; a lemma in two lists keeps the first."""
    result: dict[str, Act] = {}
    for act, lemmas in cast("dict[Act, list[str]]", raw()[name]).items():
        for lemma in lemmas:
            result.setdefault(lemma, act)
    return result
