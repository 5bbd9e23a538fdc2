"""The word lists of this plugin (``data/LANGUAGE/*.json``), and the tables made from them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Literal, cast, get_args

from newsparse.lexicon import Lexicon
from newsparse.lexicon import lexicon as lists_of
from newsparse.model import Label, Mention

Gender = Literal["masculine", "feminine"]
Pronoun = Literal["masculine", "feminine", "neuter", "plural", "relative", "first", "group", "second"]
Opening = Literal["definite", "possessive", "indefinite", "bare"]
Described = Literal["body", "product"]
WORD = re.compile(r"\w+")
"""A run of letters and digits."""
POSSESSIVES = ("'s", "’s", "'", "’")
"""What follows an owner's name."""


def label_of(mention: Mention) -> Label:
    """The class of a mention, one of ``LABELS``; the pipeline does not let other labels through."""
    return cast("Label", mention.label)


def lists() -> Lexicon:
    """The word lists of this plugin, as read by ``newsparse.lexicon``."""
    return lists_of("newsparse_entities")


@functools.cache
def listed(*names: str) -> frozenset[str]:
    """The words of lists, or of all groups of them."""
    return frozenset[str]().union(*map(lists().words, names))


@functools.cache
def listed_in(name: str, which: str) -> frozenset[str]:
    """The words of one group of a list."""
    return lists().groups(name)[which]


@functools.cache
def listed_folded(name: str) -> frozenset[str]:
    """The words of a list in small letters."""
    return frozenset(word.casefold() for word in listed(name))


@functools.cache
def mapped(name: str) -> Mapping[str, str]:
    """The words of a list, each with the word it is mapped to; in a list of groups, with the name of its group."""
    if lists().schema[name].shape == "groups":
        return {word: kind for kind, members in lists().groups(name).items() for word in members}
    return lists().map(name)


@functools.cache
def kinds() -> Mapping[str, frozenset[str]]:
    """Nouns for bodies with the words that names of such bodies have."""
    return lists().groups("organisations.kinds")


@functools.cache
def generic() -> frozenset[str]:
    """Words in names that do not distinguish one body from another."""
    return listed("nouns.bodies.generic", "organisations.generic")


def described(kind: Described) -> frozenset[str]:
    """Nouns that describe a body or a product right beside its name."""
    return listed("nouns.bodies.apposed" if kind == "body" else "evidence.products")


@functools.cache
def role_endings() -> tuple[str, ...]:
    """The endings of nouns for people."""
    return tuple(sorted(listed("roles.endings")))


@functools.cache
def letters() -> dict[int, str]:
    """Letters that Unicode does not decompose, for ``str.translate``."""
    return str.maketrans(dict(mapped("names.letters")))


@functools.cache
def before_roles(*names: str) -> frozenset[str]:
    """What says of a role before it whether it is held now or well known, with hyphens, and the lists ``names``."""
    return listed("roles.former", "roles.current", "roles.praise", *names) | {"-"}


@functools.cache
def title_genders() -> Mapping[str, Gender | None]:
    """Each title, folded and without full stop, with the gender that it states or None; some need the stop."""
    titles = listed("titles.words.role", "titles.words.courtesy") - listed("titles.words.stopped")
    known: dict[str, Gender | None] = dict.fromkeys(titles)
    kinds: tuple[Gender, ...] = get_args(Gender)
    known |= {title: kind for kind in kinds for title in listed_in("titles.words", kind)}
    return {title.casefold(): gender for title, gender in known.items()}


@functools.cache
def offices() -> frozenset[str]:
    """Folded titles, their abbreviations and nouns for roles."""
    return listed("nouns.people.role").union(title_genders(), mapped("titles.abbreviations"))


@functools.cache
def noun_genders() -> Mapping[str, Gender]:
    """Nouns for people that state a gender."""
    kinds: tuple[Gender, ...] = get_args(Gender)
    return {noun: kind for kind in kinds for noun in listed_in("nouns.people", kind)}


@functools.cache
def courtesies() -> frozenset[str]:
    """Courtesy titles in small letters: "mr", "ms"."""
    return listed_folded("titles.words.courtesy")


@functools.cache
def relatives() -> frozenset[str]:
    """Nouns for relatives that state a gender."""
    return listed("nouns.people.relation") & noun_genders().keys()


@functools.cache
def private() -> frozenset[str]:
    """Nouns for people that are not roles alone."""
    return listed("nouns.people.masculine", "nouns.people.feminine", "nouns.people.neutral")


@functools.cache
def not_roles() -> frozenset[str]:
    """Nouns that look like roles, by their endings or otherwise, but are not."""
    return private() | listed("nouns.people.relation", "roles.no_people")


def given_gender(name: str) -> Gender | None:
    """The gender of those who commonly have a folded given name: of "anna", and so of "anna-lena"."""
    genders = _given_genders()
    return genders[name] if name in genders else genders.get(name.partition("-")[0])


@functools.cache
def _given_genders() -> Mapping[str, Gender | None]:
    """The genders of given names, None for those that both have."""
    kinds: tuple[Gender, ...] = get_args(Gender)
    known = {kind: kind for kind in kinds}
    return {name: known.get(cast("Gender", kind)) for name, kind in mapped("given.names").items()}


@functools.cache
def compounds(noun: str) -> frozenset[str]:
    """Words that make another office of a noun after them; a lieutenant colonel is a colonel, and no governor one."""
    ranks = listed("nouns.people.rank")
    return listed("roles.compounds") | (frozenset() if noun in ranks else listed("titles.apart") & ranks)


@functools.cache
def noun_labels() -> Mapping[str, Label]:
    """Nouns with the class of what they describe."""
    labels: dict[str, Label] = {}
    for name in ("nouns.bodies.company", "nouns.bodies.body"):
        labels |= dict.fromkeys(listed(name), "Organization")
    return labels | dict.fromkeys(listed("nouns.people.role") | private(), "Person")


@functools.cache
def pronouns() -> Mapping[str, Pronoun]:
    """Pronouns with their classes."""
    kinds: tuple[Pronoun, ...] = get_args(Pronoun)
    return {word: kind for kind in kinds for word in listed_in("grammar.pronouns", kind)}


def pronoun_label(kind: Pronoun) -> Label:
    """The class of what a pronoun refers to, as far as the pronoun shows it."""
    return "Misc" if kind in ("neuter", "plural") else "Person"


@functools.cache
def openings() -> Mapping[str, Opening]:
    """What each determiner says about its phrase."""
    numerals: Mapping[str, Opening] = dict.fromkeys(listed("numerals.small"), "indefinite")
    return {**numerals, **cast("Mapping[str, Opening]", mapped("determiners.openings"))}


@functools.cache
def countries() -> Mapping[str, str]:
    """Names of countries as written with the canonical name."""
    return {alias: name for name, others in lists().groups("countries.aliases").items() for alias in (name, *others)}


@functools.cache
def country_names() -> frozenset[str]:
    """The canonical names of countries."""
    return frozenset(lists().groups("countries.aliases"))


@functools.cache
def demonyms() -> frozenset[str]:
    """Folded adjectives and nouns for peoples."""
    return listed_folded("countries.demonyms") | listed_folded("countries.peoples")


@functools.cache
def title_ends() -> frozenset[str]:
    """The last words of titles, folded, without full stop and what is before a hyphen."""
    titles = listed("titles.words.courtesy", "titles.words.role")
    return frozenset(WORD.findall(title)[-1].casefold() for title in titles)


@functools.cache
def title_words() -> frozenset[str]:
    """All words of titles, folded."""
    titles = listed("titles.words.courtesy", "titles.words.role")
    return frozenset(word.casefold() for title in titles for word in WORD.findall(title))


@functools.cache
def titles_before() -> re.Pattern[str]:
    """The titles that end right before a place in the text."""
    titles = _choice(listed("titles.words.courtesy"), listed("titles.words.role"))
    return re.compile(rf"(?<!\w)((?:{titles}[ \xa0]{{1,2}})+)$")


@functools.cache
def titles_inside() -> re.Pattern[str]:
    """Titles that a name begins with; not those that may be family names, nor, before a single name, initials."""
    initials = listed("titles.words.initials")
    roles = listed("titles.words.role") - listed("titles.words.family-name")
    sure = _choice(listed("titles.words.courtesy") - initials, roles)
    unsure = rf"{_choice(initials)}(?=[ \xa0]{{1,2}}[\w.'’-]+[ \xa0]\w)"
    return re.compile(rf"((?:(?:{sure}|{unsure})[ \xa0]{{1,2}})+)(?=\w)")


@functools.cache
def leading_articles() -> re.Pattern[str]:
    """Articles that a mention begins with."""
    articles = "|".join(sorted(listed("grammar.the")))
    return re.compile(rf"(?:(?:{articles})[ \xa0]+)+(?=\S)", re.IGNORECASE)


@functools.cache
def joined_bodies() -> re.Pattern[str]:
    """The words between the names of two bodies in one mention: "and the"."""
    first, second = ("|".join(sorted(listed(name))) for name in ("grammar.and", "grammar.the"))
    return re.compile(rf"\b(?:{first}) (?:{second})\b", re.IGNORECASE)


@functools.cache
def place_joints() -> re.Pattern[str]:
    """The words between two places: "Calder, Velia", "Velia's Calder Province", "Calder area of Velia"."""
    inside, of = ("|".join(sorted(listed(name))) for name in ("grammar.in", "grammar.of"))
    joint = rf"[ \xa0](?:(?:[a-zß-ÿ]+[ \xa0])?(?:{inside})|[a-zß-ÿ]+[ \xa0](?:{of}))[ \xa0]"
    return re.compile(rf"(,[ \xa0](?:(?:{inside})[ \xa0])?|['’]s?[ \xa0]|{joint})(?=[A-ZÀ-Þ])")


def _choice(courtesies: Iterable[str], roles: Iterable[str] = ()) -> str:
    """Courtesy titles as written, roles in any case, the longest first; only abbreviations have a full stop."""
    fixed = "|".join(map(_with_stop, sorted(courtesies, key=_longest_first)))
    free = "|".join(map(_with_stop, sorted(roles, key=_longest_first)))
    return rf"(?:{fixed}|(?i:{free}))" if free else rf"(?:{fixed})"


def _with_stop(title: str) -> str:
    """The pattern of a title, with the full stop that an abbreviation may have, or must have to be a title."""
    last = title.rsplit(maxsplit=1)[-1]
    pattern = re.escape(title).replace("'", "['’]")
    if title in listed("titles.words.stopped"):
        return rf"{pattern}\."
    short = last.isupper() or last.casefold() in mapped("titles.abbreviations") or last in listed("titles.words.dotted")
    return pattern + (r"\.?" if short else "")


def _longest_first(word: str) -> tuple[int, str]:
    return (-len(word), word)
