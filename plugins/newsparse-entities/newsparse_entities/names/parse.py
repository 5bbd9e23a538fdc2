"""Names taken apart and compared: people by given and family names, organisations by words and initials."""

from __future__ import annotations

import functools
import re
import unicodedata

import attrs

from newsparse_entities.lexicon import given_gender, letters, listed, mapped, title_ends

_WORD = re.compile(r"[^\s,()\"“”]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
_PAIR = 2
"""How many parts a name has of which either may come first."""
_SHORTEST_HALF = 3
"""Letters of the shortest part of a double name that is used alone."""
_ACRONYM_LETTERS = range(2, 11)
_FEWEST_CAPITALS = 2
_EDGES = ".,;:!?'"
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


@functools.lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """``text`` without case and diacritics, and with plain apostrophes and hyphens: "Peña’s" becomes "pena's"."""
    plain = unicodedata.normalize("NFKD", shown(text).casefold().translate(letters()))
    return "".join(char for char in plain if not unicodedata.combining(char))


def shown(text: str) -> str:
    """``text`` without what nobody sees in it: soft hyphens, which say where a word may be cut, and empty blanks."""
    return text.translate(_UNSEEN)


def without_possessive(word: str) -> str:
    """A folded word without "'s" or a closing apostrophe."""
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


@functools.lru_cache(maxsize=8192)
def squash(text: str) -> str:
    """A key for equal names: letters and digits alone, folded, without a leading "the" and possessives."""
    words = [without_possessive(fold(word)) for word in text.split()]
    if len(words) > 1 and words[0] in listed("grammar.the"):
        del words[0]
    return "".join(char for word in words for char in word if char.isalnum()) or text.casefold().strip()


@attrs.frozen(kw_only=True)
class PersonName:
    """A person's name as folded ``units`` (a family name with its particles is one unit) and its generation ("jr").

    ``short`` says that it is one name only, given or family.
    """

    key: str
    units: tuple[str, ...]
    generation: str | None = None
    short: bool = attrs.field(init=False)

    @short.default
    def _is_short(self) -> bool:
        return len(self.units) <= 1

    @property
    def weight(self) -> tuple[int, int]:
        """How full the name is: how many names are not initials, then how many there are."""
        return (sum(len(unit) > 1 for unit in self.units), len(self.units))


@functools.lru_cache(maxsize=8192)
def person_name(text: str) -> PersonName:
    """``text`` taken apart: initials split, particles joined to what follows, generation and spellings set aside."""
    words: list[str] = []
    generation = None
    for raw in _WORD.findall(text):
        word = without_possessive(fold(raw)).strip(_EDGES)
        if words and word in mapped("names.generations"):
            generation = mapped("names.generations")[word]
        elif _INITIALS.fullmatch(raw):
            words.extend(char for char in word if char.isalpha())
        elif word and raw not in listed("names.short_first_names"):
            words.append(mapped("names.spellings").get(word, word))
    return PersonName(key=squash(text), units=_units(words), generation=generation)


def _units(words: list[str]) -> tuple[str, ...]:
    units: list[str] = []
    pending: list[str] = []
    for index, word in enumerate(words):
        prefix, _, rest = word.partition("-")
        if rest and prefix in listed("names.hyphenated_particles"):
            word = f"{prefix} {rest}"
        pending.append(word)
        if word not in listed("names.particles") or index == len(words) - 1:
            units.append(" ".join(pending))
            pending = []
    return tuple(units)


def family_forms(unit: str) -> tuple[str, ...]:
    """The short forms of a family name: itself, without its particles, and the halves of a double name."""
    bare = unit.rsplit(" ", 1)[-1]
    halves = [half for half in bare.split("-") if len(half) >= _SHORTEST_HALF] if "-" in bare else []
    return tuple(dict.fromkeys([unit, bare, *halves]))


def same_person(one: PersonName, other: PersonName) -> bool:
    """Whether two names of two units or more can be one person's: order, initials and middle names may differ."""
    if one.generation and other.generation and one.generation != other.generation:
        return False
    if one.key == other.key:
        return True
    if len(one.units) == len(other.units) == _PAIR and one.units == other.units[::-1]:
        return True
    short, full = sorted((one.units, other.units), key=len)
    full = _without_honorific(short, full)
    if not _fits(short[0], full[0]):
        return False
    if short[-1] in family_forms(full[-1]) or full[-1] in family_forms(short[-1]):
        return _in_order(short[1:-1], full[1:-1])
    return _in_order(short[1:], full[1:])


def _without_honorific(short: tuple[str, ...], full: tuple[str, ...]) -> tuple[str, ...]:
    """The fuller of two names without the title that only it begins with: "Syed Ali Holt" for "Ali Holt"."""
    titled = len(full) > max(len(short), _PAIR) and full[0] != short[0] and full[0] in listed("names.honorific_firsts")
    return full[1:] if titled else full


def is_ending(one: PersonName, other: PersonName) -> bool:
    """Whether the longer name ends with the shorter, which has no given name: "Pilar Santos Lima", "Santos Lima".

    Of four names the second and third are enough: "Jose Rafael Santos Lima" is called "Rafael Santos".
    """
    short, full = sorted((one.units, other.units), key=len)
    if short == full[1:-1]:
        return True
    given = given_gender(short[0]) and short[0] not in title_ends()  # "Amir", which is a title as well
    if not _PAIR <= len(short) < len(full) or given:
        return False
    return short[0] in family_forms(full[-len(short)]) and short[1:] == full[1 - len(short) :]


def _fits(one: str, other: str) -> bool:
    """Whether two given names are equal or one is the other's initial."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _in_order(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    rest = iter(full)
    return all(any(_fits(unit, candidate) for candidate in rest) for unit in short)


@functools.lru_cache(maxsize=8192)
def organisation_words(text: str) -> tuple[str, ...]:
    """The folded words of an organisation's name without a leading "the" and without legal forms."""
    words = [without_possessive(fold(raw)).strip(_EDGES) for raw in _WORD.findall(text)]
    words = [word.replace(".", "") for word in words if word]
    if len(words) > 1 and words[0] in listed("grammar.the"):
        del words[0]
    while len(words) > 1 and words[-1] in listed("organisations.suffixes"):
        del words[-1]
    if len(words) > 1 and words[0] in listed("organisations.prefixes"):
        del words[0]
    if len(words) > 1 and words[0] in mapped("organisations.beginnings"):
        words[:1] = mapped("organisations.beginnings")[words[0]].split()
    return tuple(words)


@functools.lru_cache(maxsize=8192)
def initials(text: str) -> frozenset[str]:
    """The acronyms that a name can have, folded: with and without its small words; both parts of "X-Y" count."""
    small, articles = listed("names.small_words"), listed("names.not_in_initials")
    words = [part for raw in _WORD.findall(fold(text)) for part in raw.strip(_EDGES).split("-") if part]
    forms = {
        "".join(word[0] for word in words if word not in small),
        "".join(word[0] for word in words),
        "".join(word[0] for word in words if word not in articles),
    }
    return frozenset(form for form in forms if len(form) > 1)


def is_acronym(short: str, full: str) -> bool:
    """Whether ``short`` can be the acronym in brackets after ``full``: its letters in order, the first one first."""
    letters_of = [char for char in short if char.isalpha()]
    capitals = sum(char.isupper() for char in letters_of)
    if (
        len(letters_of) not in _ACRONYM_LETTERS
        or capitals < max(len(letters_of) / 2, _FEWEST_CAPITALS)
        or " " in short.strip()
    ):
        return False
    target, source = squash(short), squash(full)
    rest = iter(source)
    return len(source) > len(target) and source[0] == target[0] and all(char in rest for char in target)
