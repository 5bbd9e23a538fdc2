"""The word lists of this plugin, read once from the data files beside it and handed out frozen."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Literal

import attrs

Gender = Literal["masculine", "feminine"]
Pronoun = Literal["masculine", "feminine", "neuter", "plural", "relative", "first", "group", "second"]
Opening = Literal["definite", "possessive", "indefinite", "bare"]


@attrs.frozen(kw_only=True)
class Lexicon:
    """All word lists, in lower case unless said otherwise.

    ``title_genders`` maps each title, without full stops, to the gender that it states or to None; ``countries`` maps
    names as written to the canonical name; ``pronouns`` a pronoun to its class; ``copulas`` a verb to "is past";
    ``noun_labels`` a noun to the class of what it describes, ``noun_genders`` to the gender that it states,
    ``openings`` a determiner to what it says of its phrase.
    """

    title_genders: Mapping[str, Gender | None]
    courtesy_titles: frozenset[str]
    title_names: frozenset[str]
    titles_before: re.Pattern[str]
    titles_inside: re.Pattern[str]
    particles: frozenset[str]
    hyphenated_particles: frozenset[str]
    generations: Mapping[str, str]
    keep_possessive: frozenset[str]
    small_words: frozenset[str]
    loose_ends: frozenset[str]
    suffixes: frozenset[str]
    generic: frozenset[str]
    company_nouns: frozenset[str]
    no_companies: frozenset[str]
    typed_nouns: frozenset[str]
    loose_bodies: frozenset[str]
    kinds: Mapping[str, frozenset[str]]
    countries: Mapping[str, str]
    demonyms: frozenset[str]
    unions: frozenset[str]
    pronouns: Mapping[str, Pronoun]
    reflexives: frozenset[str]
    pronoun_labels: Mapping[str, str]
    noun_labels: Mapping[str, str]
    noun_genders: Mapping[str, Gender]
    openings: Mapping[str, Opening]
    possessives: frozenset[str]
    speech_verbs: frozenset[str]
    role_nouns: frozenset[str]
    role_prepositions: frozenset[str]
    role_determiners: frozenset[str]
    body_roles: frozenset[str]
    role_endings: tuple[str, ...]
    former: frozenset[str]
    current: frozenset[str]
    copulas: Mapping[str, bool]


def table(name: str) -> Any:
    """The content of one data file, for instance ``titles``."""
    return json.loads(resources.files(__package__).joinpath("data", f"{name}.json").read_text(encoding="utf-8"))


@functools.cache
def letters() -> dict[int, str]:
    """Letters that Unicode does not decompose, for ``str.translate``."""
    return str.maketrans(table("names")["letters"])


@functools.cache
def lexicon() -> Lexicon:
    """The word lists; read from disk at the first call."""
    names, organisations, countries = table("names"), table("organisations"), table("countries")
    return Lexicon(
        **_titles(table("titles")),
        **_pronouns(table("pronouns")),
        **_roles(table("roles")),
        **_nouns(table("people"), organisations, table("roles")),
        **_determiners(table("determiners")),
        speech_verbs=frozenset(table("speech")["verbs"]),
        **_sets(names, "particles", "hyphenated_particles", "small_words", "loose_ends"),
        **_sets(organisations, "suffixes", "generic", "company_nouns", "no_companies", "typed_nouns", "loose_bodies"),
        kinds={noun: frozenset(words) for noun, words in organisations["kinds"].items()},
        generations=names["generations"],
        keep_possessive=frozenset(name.casefold() for name in names["keep_possessive"]),
        countries={alias: name for name, others in countries["aliases"].items() for alias in (name, *others)},
        unions=frozenset(countries["unions"]),
        demonyms=frozenset(name.casefold() for name in countries["demonyms"]),
    )


def _sets(data: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: frozenset(data[key]) for key in keys}


def _titles(data: dict[str, Any]) -> dict[str, Any]:
    courtesy, roles = list(data["courtesy"]), list(data["roles"])
    sure = [role for role in roles if role not in data["also_names"]]
    genders = {**dict.fromkeys(roles), **data["courtesy"], **data["gendered_roles"]}
    return {
        "title_genders": {title.casefold(): gender for title, gender in genders.items()},
        "title_names": frozenset(data["also_names"]),
        "courtesy_titles": frozenset(title.casefold() for title in courtesy),
        "titles_before": re.compile(rf"(?<!\w)((?:{_choice(courtesy, roles)}[ \xa0]{{1,2}})+)$"),
        "titles_inside": re.compile(rf"((?:{_choice(courtesy, sure)}[ \xa0]{{1,2}})+)(?=\w)"),
    }


def _choice(courtesy: Iterable[str], roles: Iterable[str]) -> str:
    """Courtesy titles as written, roles in any case, the longest first, with or without a full stop."""
    fixed = "|".join(re.escape(title) for title in sorted(courtesy, key=_longest_first))
    free = "|".join(re.escape(role) for role in sorted(roles, key=_longest_first))
    return rf"(?:{fixed}|(?i:{free}))\.?"


def _longest_first(word: str) -> tuple[int, str]:
    return (-len(word), word)


def _pronouns(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "pronouns": {word: kind for kind in data["labels"] for word in data[kind]},
        "reflexives": frozenset(data["reflexive"]),
        "pronoun_labels": data["labels"],
    }


def _roles(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "role_nouns": frozenset(data["nouns"]),
        "role_prepositions": frozenset(data["prepositions"]),
        "role_determiners": frozenset(data["determiners"]),
        "body_roles": frozenset(data["in_a_body"]),
        "role_endings": tuple(data["endings"]),
        "former": frozenset(data["former"]),
        "current": frozenset(data["current"]),
        "copulas": data["copulas"],
    }


def _nouns(people: dict[str, Any], organisations: dict[str, Any], roles: dict[str, Any]) -> dict[str, Any]:
    genders = {noun: gender for gender in ("masculine", "feminine") for noun in people[gender]}
    bodies = [*organisations["company_nouns"], *organisations["typed_nouns"]]
    labels = dict.fromkeys(bodies, "Organization") | dict.fromkeys(
        [*roles["nouns"], *people["neutral"], *genders], "Person"
    )
    return {"noun_labels": labels, "noun_genders": genders}


def _determiners(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "openings": {word: kind for kind, words in data.items() for word in words},
        "possessives": frozenset(data["possessive"]),
    }
