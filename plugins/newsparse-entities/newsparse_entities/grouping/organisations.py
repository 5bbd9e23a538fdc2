"""Organisations: suffixes and case ignored, acronyms joined to full names, short names to the full name before them."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from newsparse.model import Mention, Span
from newsparse_entities.grouping.groups import Group
from newsparse_entities.grouping.nations import at_home, is_whole, national, of_country, without_country
from newsparse_entities.lexicon import country_names, generic, joined_bodies, listed, listed_in
from newsparse_entities.mentions.normalise import country, head_of, name_key, place_in_text, with_label
from newsparse_entities.names.parse import initials, is_acronym, organisation_words, squash
from newsparse_entities.names.spelling import alike, singular
from newsparse_entities.reading import Reading

_LONGEST_WORDS = 12
"""How many words of a name are looked at for its short forms."""

_SEVERAL = 2
_SHORTEST_RESPELT = 8
"""Words, and letters, of the shortest name that may be written in two ways."""
_FEWEST_INITIALS = 4
"""Letters of the shortest acronym that need not be in capitals."""
_LONGEST_ACRONYM = 6
"""Letters of the longest acronym in brackets that need not be the initials of the name before it."""
_BRACKET = re.compile(r"['’s]{0,2}[ \xa0]?\([ \xa0]?[\"“]?([^\s()\"“”]{2,12})[\"”]?[ \xa0]?\)")
_OPENED = re.compile(r"[ \xa0]?\([ \xa0]?[\"“]?")
"""What is between an acronym and the full name in brackets after it."""


def bracketed(reading: Reading, mentions: Iterable[Mention]) -> dict[str, str]:
    """Acronyms in brackets after an organisation: a dict from the acronym's key to the key of the full name.

    This is the method of Schwartz & Hearst (PSB 2003) in its simplest form: letters in order, the first one first.
    """
    return {squash(short.cut(reading.text)): key for short, key in _brackets(reading, mentions)}


def unmarked_acronyms(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions for bracketed acronyms that the model left out."""
    taken = {item.span.start for item in mentions}
    spans = {short for short, _ in _brackets(reading, mentions) if short.start not in taken}
    return [
        Mention.make(reading.text, span, label="Organization", head=head_of(reading, span, "Organization"))
        for span in sorted(spans)
    ]


def relabelled(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """``mentions``, with every use of a bracketed acronym as an organisation, whatever the model called it."""
    acronyms = bracketed(reading, mentions)
    return [
        with_label(item, "Organization") if item.title is None and squash(item.text) in acronyms else item
        for item in mentions
    ]


def _brackets(reading: Reading, mentions: Iterable[Mention]) -> list[tuple[Span, str]]:
    """The short forms in brackets after bodies, each with the key of the full name."""
    bodies = [item for item in mentions if item.label == "Organization" and not item.text.isspace()]
    followed = _followed(reading, bodies)
    if not followed:
        return []
    own = {item.span for item in bodies}
    uses = Counter(item.text for item in bodies)
    found = []
    for item, span in followed:
        short = span.cut(reading.text)
        if is_acronym(short, item.text) or (span in own and _is_other_name(short, item.text, uses)):
            found.append((span, organisation_key(item.text)))
    return found


def _followed(reading: Reading, bodies: Iterable[Mention]) -> list[tuple[Mention, Span]]:
    """The bodies before a word in brackets, with this word; not "the KLP leader (KLP)", which ends with a role."""
    matches = ((item, _BRACKET.match(reading.text, item.span.end)) for item in bodies)
    roles = listed("nouns.people.role")
    return [
        (item, Span(*match.span(1))) for item, match in matches if match and item.text.split()[-1].lower() not in roles
    ]


def _is_other_name(short: str, full: str, uses: Mapping[str, int]) -> bool:
    """Whether a body's name in brackets, no acronym in English, is of the same body as the full name before it."""
    own = any(is_acronym(part, full) for part in short.split("-")[1:])  # "Water Research Unit (Tarn-WRU)"
    return own or _is_initials(short, full) or _is_short(short) or _is_second_name(full, short, uses)


def _is_initials(short: str, full: str) -> bool:
    """Whether a body's name in brackets has one letter for each word of the full name: "Cfius"."""
    return len(short) >= _FEWEST_INITIALS and squash(short) in initials(full)


def turned_brackets(reading: Reading, bodies: Iterable[Mention]) -> dict[str, str]:
    """Acronyms before their full names in brackets, "EAAB (Empresa de Acueducto de Bogotá)", by their keys."""
    found = {}
    for one, other in itertools.pairwise(sorted(bodies, key=place_in_text)):
        opened = one.text.isupper() and _OPENED.fullmatch(reading.text, one.span.end, other.span.start)
        if opened and is_acronym(one.text, other.text):
            found[squash(one.text)] = organisation_key(other.text)
    return found


def _is_short(text: str) -> bool:
    """Whether a body's name in brackets can be an acronym in another language: "Central Reserve Bank (BCR)"."""
    return text.isupper() and len(text) <= _LONGEST_ACRONYM and country(text) == text


def _is_second_name(full: str, short: str, uses: Mapping[str, int]) -> bool:
    """Whether a word in brackets is what the article calls a body from there on: "Kaimosi University (Kafuco)"."""
    return " " in full and uses[short] > 1 and country(short) == short


@functools.lru_cache(maxsize=8192)
def organisation_key(text: str) -> str:
    """A key that is equal for two ways of writing an organisation's name."""
    if country(text) in country_names():
        return name_key(text)
    return squash(" ".join(organisation_words(text))) or name_key(text)


def group_organisations(reading: Reading, mentions: Sequence[Mention]) -> list[Group]:
    """Groups of the organisation mentions in ``mentions``, which are in the order of the text."""
    by_key: dict[str, list[Mention]] = {}
    for item in mentions:
        by_key.setdefault(organisation_key(item.text), []).append(item)
    joined = _Joiner.of(reading, by_key)
    groups: dict[str, Group] = {}
    for key in by_key:
        group = groups.setdefault(joined.full_of(key), Group(label="Organization"))
        for item in by_key[key]:
            group.add(item)
    return list(groups.values())


@attrs.frozen(kw_only=True)
class _Joiner:
    """Finds the full name that each key is short for, in two tables."""

    reading: Reading
    names: dict[str, list[Mention]]
    brackets: dict[str, str]
    by_initials: dict[str, list[str]]
    by_prefix: dict[tuple[str, ...], list[str]]
    by_singular: dict[tuple[str, ...], list[str]]
    by_words: dict[frozenset[str], list[str]]

    @classmethod
    def of(cls, reading: Reading, names: dict[str, list[Mention]]) -> _Joiner:
        """The tables for ``names``, key to mentions."""
        by_initials: dict[str, list[str]] = {}
        by_part: dict[tuple[str, ...], list[str]] = {}
        by_singular: dict[tuple[str, ...], list[str]] = {}
        by_words: dict[frozenset[str], list[str]] = {}
        for key, items in names.items():
            words = organisation_words(items[0].text)
            for form in initials(items[0].text) if len(words) > 1 else ():
                by_initials.setdefault(form, []).append(key)
            by_singular.setdefault(singular(words), []).append(key)
            by_words.setdefault(turned(words), []).append(key)
            by_words.setdefault(national(items[0].text), []).append(key)
            for part in () if joined_bodies().search(items[0].text) else short_forms(words):
                by_part.setdefault(part, []).append(key)
        by_part = at_home(names) | by_part
        every = [item for items in names.values() for item in items]
        brackets = turned_brackets(reading, every) | bracketed(reading, every)
        return cls(
            reading=reading,
            names=names,
            brackets=brackets,
            by_initials=by_initials,
            by_prefix=by_part,
            by_singular=by_singular,
            by_words=by_words,
        )

    def full_of(self, key: str) -> str:
        """The key of the full name: at most two steps, from an acronym or a short name to the longest one."""
        for _ in range(2):
            longer = self._step(key)
            if longer is None:
                return key
            key = longer
        return key

    def _step(self, key: str) -> str | None:
        if key in self.brackets:
            return self.brackets[key]
        return self._acronym(key) or self._short(key) or self._respelt(key)

    def _respelt(self, key: str) -> str | None:
        """The first other way of writing a name of several words that comes before this one."""
        words = organisation_words(self.names[key][0].text)
        if len(words) < _SEVERAL or len(key) < _SHORTEST_RESPELT:
            return None
        bags = [bag for bag in (turned(words), national(self.names[key][0].text)) if bag]
        same = self.by_singular[singular(words)] + [other for bag in bags for other in self.by_words[bag]]
        others = [other for other in same if other != key] or alike(key, self.names)
        first = min([key, *others], key=self._place)
        return first if first != key else None

    def _place(self, key: str) -> int:
        return self.names[key][0].span.start

    def _acronym(self, key: str) -> str | None:
        surface = self.names[key][0].text
        if not surface.replace(".", "").replace("&", "").isupper():
            return None
        full = self.by_initials.get(key, ())
        return full[0] if len(full) == 1 else None

    def _short(self, key: str) -> str | None:
        words = organisation_words(self.names[key][0].text)
        vague = all(word in generic() for word in words)
        full = self._of_kind(words[0]) if vague and len(words) == 1 else self.by_prefix.get(words, [])
        if len(full) != 1 or is_whole(words) or self._is_another(key, full[0]):
            return None
        follows = self._after(key, full[0]) and not (vague and len(words) > 1)
        return full[0] if follows or self._adds_little(words, full[0]) else None

    def _is_another(self, key: str, full: str) -> bool:
        """Whether a longer name is that of a part, or the shorter one that of a whole: "Dorn Group", "Dorn Foods"."""
        whole = any(item.text.lower().split()[-1] in listed("organisations.parents") for item in self.names[key])
        return whole or self._is_part(self.names[key][0].text, full)

    def _is_part(self, text: str, full: str) -> bool:
        """Whether the longer name is that of a part of the shorter one's body: "UN", "UN Commission on Water"."""
        short = organisation_words(text)
        name = organisation_words(self.names[full][0].text)
        rest = name[len(short) :] if name[: len(short)] == short else ()
        small = listed("names.small_words")
        own = rest[: next((at for at, word in enumerate(rest) if word in small), len(rest))]
        firm = len(short) > 1 and short[-1] in listed_in("evidence.last_words", "body")
        if firm and not _beside().isdisjoint(rest[-1:]):
            return True
        return (len(short) > 1 or text.isupper()) and not listed("nouns.bodies.part").isdisjoint(own[-1:])

    def _adds_little(self, short: tuple[str, ...], full: str) -> bool:
        """Whether the longer name is the shorter one with its country or with a noun that is often left out.

        So "Libre" is the "Libre Party" and "Central Bank" the "Central Bank of Kenya".
        """
        text = self.names[full][0].text
        name = organisation_words(text)
        if name[-len(short) :] == short:
            return len(short) == 1 and without_country(text) == short
        rest = name[len(short) :]
        return set(rest) <= listed("organisations.optional") or of_country(rest)

    def _of_kind(self, word: str) -> list[str]:
        """The bodies that a word for a kind of body can mean: the only ones whose names begin or end with it."""
        return [key for key, items in self.names.items() if word in kinds_of(items[0].text)]

    def _after(self, short: str, full: str) -> bool:
        """Whether the full name comes before the short one, headlines aside: a later "Larkmoor Labs" is another."""
        uses = [m.span.start for m in self.names[short] if not self.reading.in_headline(m.span.start)]
        return not uses or self.names[full][0].span.start < uses[0]


@functools.cache
def _beside() -> frozenset[str]:
    """Nouns for bodies beside the one with which their name begins: "Kell Foods Workers (Union)"."""
    same = listed("organisations.optional", "organisations.suffixes", "nouns.bodies.company")
    return listed("nouns.bodies.generic") - same


def turned(words: Sequence[str]) -> frozenset[str]:
    """The words of a ministry's name in any order: "Ministry of the Interior", "Interior Ministry"; else nothing."""
    bag = frozenset(words) - listed("names.small_words")
    return frozenset() if bag.isdisjoint(listed("organisations.turned")) else bag


@functools.lru_cache(maxsize=8192)
def kinds_of(text: str) -> frozenset[str]:
    """The nouns for a kind of body that a name of several words ends with, or begins with before "of"."""
    name = organisation_words(text)
    first = name[:1] if name[1:2] and name[1] in listed("grammar.of") else ()
    return generic().intersection((*first, name[-1])) if len(name) > 1 else frozenset()


def short_forms(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The short forms of a name: its beginnings and its endings of two words or more, for clubs and papers of one.

    Many clubs are several of something: "Lions" is short for "Orla Lions", and "Trustees" not for "Orla Trustees".
    """
    small = listed("names.small_words")
    words = words[:_LONGEST_WORDS]
    paper = words[-1:] and words[-1] in listed("organisations.papers")  # "The Lowmere Times" is not "Lowmere"
    heads = [words[:end] for end in range(1, 1 if paper else len(words)) if words[end - 1] not in small]
    several = singular(words[-1:]) != words[-1:] and words[-1] not in listed("evidence.last_words")
    short = several or not listed("evidence.clubs", "organisations.papers").isdisjoint(words[-1:])
    shortest = 1 if short else 2
    tails = [words[start:] for start in range(1, len(words) + 1 - shortest) if _can_begin(words, start)]
    return [*heads, *tails]


def _can_begin(words: tuple[str, ...], start: int) -> bool:
    """Whether a short form can begin inside a name.

    What a commission is on, or a ministry for, is not a body, except in the names of ministries ("Foreign Affairs");
    and a kind of body "of" a country is another than the longer name ends with: "Bank of China", "Farm Bank of China".
    """
    if words[start] in listed("names.small_words"):
        return False
    if words[start - 1] in listed("names.small_words") and words[start - 1] not in listed("grammar.and"):
        return not listed("organisations.turned").isdisjoint(words[:start])
    return not of_country(words[start + 1 :])
