"""The word lists of ``data`` and the shared ones: cues with their acts, pronouns, hedges, documents, phrases."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import get_args

import attrs

from newsparse import lexicon
from newsparse.model.claims import Act

LISTS = lexicon.lexicon("newsparse_quotes")


@cache
def words(*names: str) -> frozenset[str]:
    """The words of lists, or of all their groups."""
    return frozenset[str]().union(*map(LISTS.words, names))


@cache
def endings(name: str) -> tuple[str, ...]:
    """The endings in a list, for ``str.endswith``."""
    return tuple(words(name))


@cache
def thoughts() -> frozenset[str]:
    """Lemmas of verbs, nouns and adjectives for thoughts, which nobody need have said."""
    return words("speech.verbs.thought", "cues.thought", "cues.adjectives")


@cache
def attributing() -> frozenset[str]:
    """Verbs of speech, thought and attitude, and those that name or show."""
    named = words("cues.naming", "cues.showing", "cues.perceiving", "cues.known", "cues.putting")
    return words("speech.verbs", "cues.deeds", "cues.carrying", "cues.facing", "cues.referring") | named


@cache
def telling() -> frozenset[str]:
    """The verbs of ``attributing`` that say more than what somebody thinks."""
    return attributing() - thoughts()


@cache
def raising() -> frozenset[str]:
    """Verbs that take an infinitive in the passive alone: "is believed to be ill"."""
    active = words("cues.wishing", "speech.verbs.intending", "speech.verbs.feared")
    return words("speech.verbs.expecting") - active


@cache
def reported() -> frozenset[str]:
    """Verbs whose passive has what is said, or who is told, as its subject."""
    told = words("speech.verbs.telling", "speech.verbs.directing", "speech.verbs.expecting")
    return (told | cues().verbs.keys() | words("speech.verbs.viewing")) - words("speech.verbs.personal-passive")


@cache
def addressing() -> frozenset[str]:
    """Titles by which people are addressed, in small letters."""
    return frozenset(title.lower() for title in words("titles.words.address"))


@cache
def title_genders() -> Mapping[str, str]:
    """Courtesy titles in small letters, with the gender that they state."""
    courtesy, groups = words("titles.words.courtesy"), LISTS.groups("titles.words")
    return {title.lower(): gender for gender in ("masculine", "feminine") for title in groups[gender] & courtesy}


def gender_of_noun(noun: str) -> str | None:
    """The gender that a noun for people states: "boy", "mother"; None for others."""
    return next((gender for gender in ("masculine", "feminine") if noun in words(f"nouns.people.{gender}")), None)


def given_gender(name: str) -> str | None:
    """The gender of those who commonly have the given name that a full name begins with."""
    first, _, rest = name.partition(" ")
    plain = "".join(char for char in unicodedata.normalize("NFKD", first.casefold()) if not unicodedata.combining(char))
    groups = LISTS.groups("given.names")
    return next((gender for gender, names in groups.items() if rest and plain in names), None)


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
    """The cues of the lists with ``more`` verbs (as "said") and without the lemmas ``less``."""
    barred = frozenset(less)
    said: dict[str, Act] = dict.fromkeys(more, "said")
    verbs = said | _acts("speech.verbs")
    return Cues(
        {lemma: act for lemma, act in verbs.items() if lemma not in barred},
        {lemma: act for lemma, act in _acts("cues.nouns").items() if lemma not in barred},
        words("cues.adjectives") - barred,
    )


def _acts(name: str) -> dict[str, Act]:
    """The lemmas of a list with their acts."""
    groups = LISTS.groups(name)
    return {lemma: act for act in get_args(Act) for lemma in groups[act]}


def is_human(noun: str) -> bool:
    """Whether a noun is for people, by the lists or by its ending: "baker", "health professional"."""
    if noun in words("nouns.people", "speakers.people", "speakers.styles"):
        return True
    before, _, office = noun.partition("-")
    if before in words("speakers.former") and office:
        return is_human(office)
    if not noun.endswith(endings("speakers.human-endings")):
        return False
    return noun not in words("speakers.documents", "speakers.records", "nouns.bodies", "speakers.pictures")
